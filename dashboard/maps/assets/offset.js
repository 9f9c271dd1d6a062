/** Lines moved sideways on the screen, running back together at their two ends. */

const STEP_PX = 10;
const EASE_PX = 16;
const MOST_POINTS = 72;

/**
 * @param {Float64Array} line x, y, … in parts of the circumference
 * @param {number} scale pixels of the circumference
 * @param {number} aside pixels to the right of the way
 * @returns {Float64Array} x, y, … in parts of the circumference
 */
export function offsetLine(line, scale, aside) {
  const even = resampled(line, scale);
  const n = even.length / 2;
  const moved = new Float64Array(even.length);
  const step = even.step * scale;
  for (let i = 0; i < n; i += 1) {
    const a = Math.max(0, i - 1) * 2;
    const b = Math.min(n - 1, i + 1) * 2;
    const dx = even[b] - even[a];
    const dy = even[b + 1] - even[a + 1];
    const length = Math.hypot(dx, dy) || 1;
    const near = Math.min(1, (Math.min(i, n - 1 - i) * step) / EASE_PX);
    const by = (aside * near * (2 - near)) / scale;
    moved[2 * i] = even[2 * i] - (dy / length) * by;
    moved[2 * i + 1] = even[2 * i + 1] + (dx / length) * by;
  }
  return moved;
}

/** @returns {{x: number, y: number, angle: number}} the point a part of the way along a line */
export function pointAlong(line, part) {
  const total = lengthOf(line);
  let left = total * part;
  for (let i = 2; i < line.length; i += 2) {
    const dx = line[i] - line[i - 2];
    const dy = line[i + 1] - line[i - 1];
    const length = Math.hypot(dx, dy);
    if (left <= length || i === line.length - 2) {
      const t = length ? Math.min(1, left / length) : 0;
      return { x: line[i - 2] + dx * t, y: line[i - 1] + dy * t, angle: Math.atan2(dy, dx) };
    }
    left -= length;
  }
  return { x: line[0], y: line[1], angle: 0 };
}

/** @returns {number} length in the units of the line */
export function lengthOf(line) {
  let total = 0;
  for (let i = 2; i < line.length; i += 2) {
    total += Math.hypot(line[i] - line[i - 2], line[i + 1] - line[i - 1]);
  }
  return total;
}

function resampled(line, scale) {
  const total = lengthOf(line);
  const n = Math.max(4, Math.min(MOST_POINTS, Math.round((total * scale) / STEP_PX)));
  const even = new Float64Array(n * 2);
  even.step = total / (n - 1);
  let from = 2;
  let before = 0;
  for (let k = 0; k < n; k += 1) {
    const target = even.step * k;
    let length = segment(line, from);
    while (from < line.length - 2 && before + length < target) {
      before += length;
      from += 2;
      length = segment(line, from);
    }
    const t = length ? Math.min(1, (target - before) / length) : 0;
    even[2 * k] = line[from - 2] + (line[from] - line[from - 2]) * t;
    even[2 * k + 1] = line[from - 1] + (line[from + 1] - line[from - 1]) * t;
  }
  return even;
}

function segment(line, i) {
  return Math.hypot(line[i] - line[i - 2], line[i + 1] - line[i - 1]);
}
