/** The legs as strands on the canvas, drawn wherever the canvas lies. */
import { drawColor, drawHalo, drawTicks, strokeWith } from "./ink.js";
import { traceLine } from "./lines.js";
import { lengthOf, offsetLine } from "./offset.js";
import { simplified } from "./simplify.js";
import { strokeOf } from "./stroke.js";

const GAP_PX = 2.2;
const FLAT_PX = 0.3;

/** Holds the strands of the last data and draws them wherever the canvas lies. */
export class Legs {
  constructor(theme) {
    this.theme = theme;
    this.network = null;
    this.legend = null;
    this.strands = [];
    this.shapes = new Map();
    this.zoom = null;
    this.drawn = [];
  }

  /** Takes new strands; nothing is drawn yet. */
  show(network, strands, legend) {
    if (network !== this.network) this.shapes.clear();
    this.network = network;
    this.legend = legend;
    this.strands = strands;
  }

  /** @param {object} view frame of the canvas */
  draw(view) {
    if (!this.network) return;
    if (view.zoom !== this.zoom) this.shapes.clear();
    this.zoom = view.zoom;
    this.strokes = new Map();
    this.prepared = this.strands.map((strand) => this.#prepared(strand, view));
    this.drawn = this.prepared.filter((item) => item.visible);
    const groups = [...grouped(this.drawn).values()].sort((a, b) => a[0].order - b[0].order);
    const { context } = view;
    context.lineJoin = "bevel";
    groups.forEach((items) => drawHalo(context, items, view.place));
    groups.forEach((items) => drawColor(context, items, view.place, this.theme));
    drawTicks(context, this.drawn, view.place, this.theme);
    context.globalAlpha = 1;
    context.setLineDash([]);
  }

  /** @returns {object | undefined} a strand as it lies now, on the canvas or beside it */
  itemOf(strand) {
    return this.prepared?.find((item) => item.strand === strand);
  }

  /** Draws one strand again, larger, below and above, so that it stands out. */
  drawMarked(view, item, { glow, soft }) {
    const { context, place } = view;
    context.lineJoin = "bevel";
    context.beginPath();
    traceLine(context, item.line, place);
    context.setLineDash([]);
    strokeWith(context, soft, item.stroke.width + 15);
    strokeWith(context, glow, item.stroke.width + 6.5);
    const full = { ...item, stroke: { ...item.stroke, alpha: 1, halo: this.theme.legHalo } };
    drawHalo(context, [full], place);
    drawColor(context, [full], place, this.theme);
    drawTicks(context, [full], place, this.theme);
    context.setLineDash([]);
  }

  #prepared(strand, { zoom, place, width, height }) {
    const link = this.network.links[strand.link];
    const stroke = this.#stroke(strand, link.mode, zoom);
    const aside = strand.slots > 1 ? this.#aside(strand, link.mode, zoom) : 0;
    const shape = this.#shape(strand.link, link, aside, place.scale);
    const [x0, y0, x1, y1] = shape.box;
    const { scale, dx, dy } = place;
    const visible = x1 * scale + dx > -20 && x0 * scale + dx < width + 20
      && y1 * scale + dy > -20 && y0 * scale + dy < height + 20;
    const order = (strand.faded ? 0 : 200) + (strand.muted ? 0 : 100) + strand.kind;
    return { strand, stroke, mode: link.mode, ...shape, visible, order };
  }

  #aside(strand, mode, zoom) {
    const widths = strand.beside.map((other) => this.#stroke(other, mode, zoom).width + GAP_PX);
    const whole = widths.reduce((sum, width) => sum + width, 0);
    const before = widths.slice(0, strand.slot).reduce((sum, width) => sum + width, 0);
    return Math.round((before + widths[strand.slot] / 2 - whole / 2) * 2) / 2;
  }

  /** Strands of one look and mode are stroked alike; colours are mixed once for all of them. */
  #stroke(strand, mode, zoom) {
    const key = keyOf(strand, mode);
    let stroke = this.strokes.get(key);
    if (!stroke) {
      stroke = strokeOf(strand, mode, { legend: this.legend, theme: this.theme, zoom });
      this.strokes.set(key, stroke);
    }
    return stroke;
  }

  #shape(key, link, aside, scale) {
    const name = aside ? key + aside / 1024 : key;
    let shape = this.shapes.get(name);
    if (!shape) {
      const whole = aside ? offsetLine(link.line, scale, aside) : link.line;
      const line = simplified(whole, FLAT_PX / scale);
      shape = { line, box: boxOf(line), length: lengthOf(line) * scale };
      this.shapes.set(name, shape);
    }
    return shape;
  }
}

function grouped(items) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item.strand, item.mode);
    const there = groups.get(key);
    if (there) there.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function keyOf({ look }, mode) {
  return look * 8 + MODES.indexOf(mode);
}

const MODES = ["land", "river/border", "air", "sea"];

function boxOf(line) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < line.length; i += 2) {
    if (line[i] < box[0]) box[0] = line[i];
    if (line[i] > box[2]) box[2] = line[i];
    if (line[i + 1] < box[1]) box[1] = line[i + 1];
    if (line[i + 1] > box[3]) box[3] = line[i + 1];
  }
  return box;
}
