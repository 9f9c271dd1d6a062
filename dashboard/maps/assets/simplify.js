/** Lines with no more points than the screen can tell apart. */

/**
 * Leaves out points that lie closer to the line between their neighbours than a tolerance.
 * @param {Float64Array} line x, y, …
 * @param {number} tolerance in the units of the line
 * @returns {Float64Array}
 * Reference: Douglas and Peucker (1973), Cartographica 10, 112–122.
 */
export function simplified(line, tolerance) {
  const n = line.length / 2;
  if (n < 3) return line;
  const kept = new Uint8Array(n);
  kept[0] = 1;
  kept[n - 1] = 1;
  const open = [[0, n - 1]];
  while (open.length) {
    const [from, to] = open.pop();
    const far = farthest(line, from, to, tolerance);
    if (far < 0) continue;
    kept[far] = 1;
    open.push([from, far], [far, to]);
  }
  const points = [];
  for (let i = 0; i < n; i += 1) if (kept[i]) points.push(line[2 * i], line[2 * i + 1]);
  return Float64Array.from(points);
}

function farthest(line, from, to, tolerance) {
  const ax = line[2 * from];
  const ay = line[2 * from + 1];
  const dx = line[2 * to] - ax;
  const dy = line[2 * to + 1] - ay;
  const length = Math.hypot(dx, dy) || 1e-12;
  let most = tolerance;
  let found = -1;
  for (let i = from + 1; i < to; i += 1) {
    const away = Math.abs((line[2 * i] - ax) * dy - (line[2 * i + 1] - ay) * dx) / length;
    if (away > most) {
      most = away;
      found = i;
    }
  }
  return found;
}
