/** Flights as gently bowed arcs between their two ends; not the path of any aircraft. */

const BOW = 0.16;
const STEPS = 28;

/**
 * Bows eastward where the ends lie north and south of each other, northward where they lie east
 * and west, so that arcs stand clear of the overland lines and of one another.
 * @param {{x: number, y: number}} from
 * @param {{x: number, y: number}} to
 * @param {string} mode anything but air is drawn straight
 * @returns {Float64Array} x, y, … in parts of the circumference
 */
export function arc(from, to, mode) {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const side = dy + dx / 2 < 0 ? -1 : 1;
  const bow = mode === "air" ? BOW * side : 0;
  const midX = (from.x + to.x) / 2 + dy * bow;
  const midY = (from.y + to.y) / 2 - dx * bow;
  const line = new Float64Array((STEPS + 1) * 2);
  for (let i = 0; i <= STEPS; i += 1) {
    const t = i / STEPS;
    const u = 1 - t;
    line[2 * i] = u * u * from.x + 2 * u * t * midX + t * t * to.x;
    line[2 * i + 1] = u * u * from.y + 2 * u * t * midY + t * t * to.y;
  }
  return line;
}
