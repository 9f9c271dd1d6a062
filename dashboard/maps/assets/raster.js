/** Lines by the ten thousand, pixel by pixel: a browser's own strokes take half a minute for them. */
import { channels } from "./theme.js";

const OPAQUE = 0xff000000;

/**
 * Draws every line two pixels wide with an edge of one; where lines meet, the highest rank is seen.
 * @param {CanvasRenderingContext2D} context whose canvas is overwritten
 * @param {object[]} items each with line (x, y, … in parts of the circumference) and kind
 * @param {{scale: number, dx: number, dy: number}} place
 * @param {{ratio: number, rank: (kind: number) => number, colors: string[], edge: string}} how
 *   colors: by rank, from 1
 */
export function drawRaster(context, items, { scale, dx, dy }, { ratio, rank, colors, edge }) {
  const { width, height } = context.canvas;
  const grid = new Uint8Array(width * height);
  for (const { line, kind } of items) {
    const height1 = rank(kind);
    let x = (line[0] * scale + dx) * ratio;
    let y = (line[1] * scale + dy) * ratio;
    for (let i = 2; i < line.length; i += 2) {
      const nextX = (line[i] * scale + dx) * ratio;
      const nextY = (line[i + 1] * scale + dy) * ratio;
      trace(grid, width, height, [x, y, nextX, nextY], height1);
      x = nextX;
      y = nextY;
    }
  }
  const picture = context.createImageData(width, height);
  const inks = Uint32Array.from([0, ...colors.slice(1).map(asPixel)]);
  color(new Uint32Array(picture.data.buffer), grid, { width, inks, edge: asPixel(edge) });
  context.putImageData(picture, 0, 0);
}

/** Marks the pixels of a line, and beside each the next one across it. */
function trace(grid, width, height, ends, rank) {
  const part = within(ends, width - 2, height - 2);
  if (!part) return;
  const [x0, y0, x1, y1] = part;
  const steps = Math.max(1, Math.ceil(Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0))));
  const across = Math.abs(x1 - x0) > Math.abs(y1 - y0) ? width : 1;
  const stepX = (x1 - x0) / steps;
  const stepY = (y1 - y0) / steps;
  for (let i = 0, x = x0, y = y0; i <= steps; i += 1, x += stepX, y += stepY) {
    const at = (y | 0) * width + (x | 0);
    if (grid[at] < rank) grid[at] = rank;
    if (grid[at + across] < rank) grid[at + across] = rank;
  }
}

/** @returns {number[] | null} the part of a line that lies inside, by Liang and Barsky */
function within([x0, y0, x1, y1], right, bottom) {
  const dx = x1 - x0;
  const dy = y1 - y0;
  let from = 0;
  let to = 1;
  for (const [p, q] of [[-dx, x0], [dx, right - x0], [-dy, y0], [dy, bottom - y0]]) {
    if (p === 0 && q < 0) return null;
    if (p < 0) from = Math.max(from, q / p);
    if (p > 0) to = Math.min(to, q / p);
  }
  if (from > to) return null;
  return [x0 + dx * from, y0 + dy * from, x0 + dx * to, y0 + dy * to];
}

/** Gives every marked pixel the colour of its rank, and those beside it the colour of the edge. */
function color(pixels, grid, { width, inks, edge }) {
  for (let at = width; at < grid.length - width; at += 1) {
    if (grid[at]) pixels[at] = inks[grid[at]];
    else if (grid[at - 1] || grid[at + 1] || grid[at - width] || grid[at + width]) pixels[at] = edge;
  }
}

function asPixel(text) {
  const [r, g, b] = channels(text);
  return (OPAQUE | (b << 16) | (g << 8) | r) >>> 0;
}
