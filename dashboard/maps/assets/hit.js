/** Which strand lies under a point of the screen. */

/**
 * @param {object[]} drawn strands as they were drawn last; hidden ones are not among them
 * @param {{scale: number, dx: number, dy: number}} place
 * @param {{x: number, y: number}} point on the canvas, in pixels
 * @param {number} reach how far from the line still counts, in pixels
 * @returns {object | null} the nearest strand
 */
export function strandAt(drawn, { scale, dx, dy }, point, reach) {
  const x = (point.x - dx) / scale;
  const y = (point.y - dy) / scale;
  let nearest = null;
  let least = Infinity;
  for (const item of drawn) {
    const near = (reach + item.stroke.width / 2) / scale;
    const [x0, y0, x1, y1] = item.box;
    if (x < x0 - near || x > x1 + near || y < y0 - near || y > y1 + near) continue;
    // What is emphasised is taken before what is faded or muted.
    const handicap = (item.strand.faded ? 4 : 0) + (item.strand.muted ? 1 : 0);
    const distance = Math.sqrt(squaredDistance(item.line, x, y));
    if (distance <= near && distance * scale + handicap < least) {
      least = distance * scale + handicap;
      nearest = item;
    }
  }
  return nearest;
}

function squaredDistance(line, x, y) {
  let least = Infinity;
  for (let i = 2; i < line.length; i += 2) {
    const ax = line[i - 2];
    const ay = line[i - 1];
    const vx = line[i] - ax;
    const vy = line[i + 1] - ay;
    const length = vx * vx + vy * vy;
    const t = length ? Math.max(0, Math.min(1, ((x - ax) * vx + (y - ay) * vy) / length)) : 0;
    const ox = x - ax - t * vx;
    const oy = y - ay - t * vy;
    least = Math.min(least, ox * ox + oy * oy);
  }
  return least;
}
