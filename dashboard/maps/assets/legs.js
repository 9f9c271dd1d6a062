/** The legs as strands on the canvas: halos first, then colours, then what stands inside a line. */
import { offsetLine, lengthOf, pointAlong } from "./offset.js";
import { CUSTODY, DISPATCHED, PROTECTION, strokeOf } from "./stroke.js";
import { traceLine } from "./lines.js";

const GAP_PX = 2.2;
const HALO_PX = 3.2;
const TICK_LEAST_PX = 44;
const TICK_AT = 0.5;

/** Holds the strands of the last data and draws them wherever the canvas lies. */
export class Legs {
  constructor(theme) {
    this.theme = theme;
    this.network = null;
    this.legend = null;
    this.strands = [];
    this.shapes = new Map();
    this.zoom = null;
  }

  /** Takes new strands; nothing is drawn yet. */
  show(network, strands, legend) {
    if (network !== this.network) this.shapes.clear();
    this.network = network;
    this.legend = legend;
    this.strands = strands;
    this.drawn = [];
  }

  draw(view) {
    if (!this.network) return;
    if (view.zoom !== this.zoom) this.shapes.clear();
    this.zoom = view.zoom;
    this.drawn = this.strands
      .map((strand) => this.#prepared(strand, view))
      .filter((item) => item.visible);
    const groups = [...grouped(this.drawn).values()].sort((a, b) => a[0].order - b[0].order);
    const { context } = view;
    context.lineJoin = "round";
    groups.forEach((items) => drawHalo(context, items, view.place));
    groups.forEach((items) => drawColor(context, items, view.place, this.theme));
    drawTicks(context, this.drawn, view.place, this.theme);
    context.globalAlpha = 1;
    context.setLineDash([]);
  }

  /** Draws one strand again, larger, below and above, so that it stands out. */
  drawMarked(view, item, { glow, soft }) {
    const { context, place } = view;
    context.lineJoin = "round";
    context.lineCap = "round";
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
    const stroke = strokeOf(strand, link.mode, { legend: this.legend, theme: this.theme, zoom });
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
    const widths = strand.beside.map((other) => (
      strokeOf(other, mode, { legend: this.legend, theme: this.theme, zoom }).width + GAP_PX
    ));
    const whole = widths.reduce((sum, width) => sum + width, 0);
    const before = widths.slice(0, strand.slot).reduce((sum, width) => sum + width, 0);
    return Math.round((before + widths[strand.slot] / 2 - whole / 2) * 2) / 2;
  }

  #shape(key, link, aside, scale) {
    const name = aside ? key + aside / 1024 : key;
    let shape = this.shapes.get(name);
    if (!shape) {
      const line = aside ? offsetLine(link.line, scale, aside) : link.line;
      shape = { line, box: boxOf(line), length: lengthOf(line) * scale };
      this.shapes.set(name, shape);
    }
    return shape;
  }
}

function grouped(items) {
  const groups = new Map();
  for (const item of items) {
    const key = item.strand.look * 8 + MODES.indexOf(item.mode);
    const there = groups.get(key);
    if (there) there.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

const MODES = ["land", "river/border", "air", "sea"];

function drawHalo(context, items, place) {
  const { stroke } = items[0];
  tracedAll(context, items, place);
  context.lineCap = "round";
  context.setLineDash([]);
  context.globalAlpha = stroke.alpha;
  strokeWith(context, stroke.halo, stroke.width + HALO_PX);
}

function drawColor(context, items, place, theme) {
  const { stroke, mode, strand } = items[0];
  tracedAll(context, items, place);
  context.globalAlpha = stroke.alpha;
  context.lineCap = mode === "sea" || !stroke.dash.length ? "round" : "butt";
  context.setLineDash(stroke.dash);
  strokeWith(context, stroke.color, stroke.width);
  context.lineCap = "butt";
  if (strand.standing === PROTECTION) {
    context.setLineDash([]);
    strokeWith(context, theme.inner, Math.max(0.9, stroke.width * 0.36));
  } else if (strand.standing === CUSTODY) {
    context.setLineDash([7, 6]);
    strokeWith(context, theme.inner, Math.max(0.9, stroke.width * 0.36));
  } else if (strand.standing === DISPATCHED) {
    context.setLineDash([2, 3]);
    strokeWith(context, theme.inner, Math.max(0.9, stroke.width * 0.5));
  }
}

/** A chevron inside the line at its middle says which way it is travelled. */
function drawTicks(context, items, place, theme) {
  context.setLineDash([]);
  context.lineCap = "round";
  for (const large of [true, false]) {
    context.beginPath();
    for (const item of items) {
      if (item.length < TICK_LEAST_PX || item.strand.faded) continue;
      if (item.stroke.width >= 3.4 !== large) continue;
      traceTick(context, item, place);
    }
    context.globalAlpha = 1;
    strokeWith(context, theme.tick, large ? 1.5 : 1.15);
  }
}

function traceTick(context, { line, stroke }, { scale, dx, dy }) {
  const at = pointAlong(line, TICK_AT);
  const size = Math.max(2.1, stroke.width * 0.5);
  const x = at.x * scale + dx;
  const y = at.y * scale + dy;
  const cos = Math.cos(at.angle);
  const sin = Math.sin(at.angle);
  const turned = (along, aside) => [x + along * cos - aside * sin, y + along * sin + aside * cos];
  context.moveTo(...turned(-size * 0.55, -size * 0.8));
  context.lineTo(...turned(size * 0.55, 0));
  context.lineTo(...turned(-size * 0.55, size * 0.8));
}

function tracedAll(context, items, place) {
  context.beginPath();
  for (const item of items) traceLine(context, item.line, place);
}

function strokeWith(context, style, width) {
  context.strokeStyle = style;
  context.lineWidth = width;
  context.stroke();
}

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
