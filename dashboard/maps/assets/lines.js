/** Lines of one kind, thinned for each zoom when that zoom is first drawn. */
import { decoded } from "./frame.js";

const TILE = 256;

/** One layer of shapes: decoded once, thinned lazily, culled by its boxes. */
export class Lines {
  /**
   * @param {number[][]} coded delta-coded lines
   * @param {number} units
   * @param {boolean} closed whether the lines are rings
   */
  constructor(coded, units, closed = false) {
    this.closed = closed;
    this.lines = coded.map((deltas) => decoded(deltas, units));
    this.boxes = this.lines.map(boxOf);
    this.thinnedAt = new Map();
  }

  /** Adds every line that touches the canvas to the path under construction. */
  trace(context, place, zoom, width, height) {
    const { scale, dx, dy } = place;
    const thin = this.thinned(zoom);
    for (let i = 0; i < thin.length; i += 1) {
      const box = this.boxes[i];
      if (box[2] * scale + dx < 0 || box[0] * scale + dx > width) continue;
      if (box[3] * scale + dy < 0 || box[1] * scale + dy > height) continue;
      traceLine(context, thin[i], place);
      if (this.closed) context.closePath();
    }
  }

  /** Strokes line by line: a browser takes several times as long for one path of many lines. */
  stroke(context, place, zoom, width, height) {
    const { scale, dx, dy } = place;
    const thin = this.thinned(zoom);
    for (let i = 0; i < thin.length; i += 1) {
      const box = this.boxes[i];
      if (box[2] * scale + dx < -12 || box[0] * scale + dx > width + 12) continue;
      if (box[3] * scale + dy < -12 || box[1] * scale + dy > height + 12) continue;
      context.beginPath();
      traceLine(context, thin[i], place);
      context.stroke();
    }
  }

  thinned(zoom) {
    const key = Math.ceil(zoom);
    if (!this.thinnedAt.has(key)) {
      const gap = (this.closed ? 0.55 : 0.7) / (TILE * 2 ** key);
      this.thinnedAt.set(key, this.lines.map((line) => thinnedLine(line, gap)));
    }
    return this.thinnedAt.get(key);
  }
}

/** Adds one line to the path under construction. */
export function traceLine(context, line, { scale, dx, dy }) {
  if (line.length < 4) return;
  context.moveTo(line[0] * scale + dx, line[1] * scale + dy);
  for (let j = 2; j < line.length; j += 2) {
    context.lineTo(line[j] * scale + dx, line[j + 1] * scale + dy);
  }
}

function thinnedLine(line, gap) {
  const kept = new Float64Array(line.length);
  let n = 0;
  for (let i = 0; i < line.length; i += 2) {
    const last = i === line.length - 2;
    const far = n === 0
      || Math.abs(line[i] - kept[n - 2]) + Math.abs(line[i + 1] - kept[n - 1]) > gap;
    if (!far && !last) continue;
    kept[n] = line[i];
    kept[n + 1] = line[i + 1];
    n += 2;
  }
  return kept.slice(0, n);
}

function boxOf(line) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < line.length; i += 2) {
    box[0] = Math.min(box[0], line[i]);
    box[1] = Math.min(box[1], line[i + 1]);
    box[2] = Math.max(box[2], line[i]);
    box[3] = Math.max(box[3], line[i + 1]);
  }
  return box;
}
