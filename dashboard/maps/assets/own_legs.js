/** An organisation's own legs and places, over the published ones and cased in a colour of their own. */
import { toWorld } from "./frame.js";
import { traceLine } from "./lines.js";
import { strokeWith } from "./ink.js";
import { drawRaster } from "./raster.js";
import { colorOf, strokeOf } from "./stroke.js";

const UNITS = 1e5;
const CASING_PX = 4.4;
const GAP_PX = 1.6;
const MANY = 5_000;
const MODES = ["land", "river/border", "air", "sea"];
const CASING = { light: "#8811ee", dark: "#873cff" };
const PLACE_PX = 5;
const THIN = { width: 2 };
/** What is left of a casing, and what is cut out of it. */
export const NOTCH = [4, 7];

/** Holds what the session has brought in and draws it wherever the canvas lies. */
export class OwnLegs {
  constructor(theme) {
    this.theme = theme;
    this.items = [];
    this.places = [];
  }

  /** Takes other legs, or other classes of the same; nothing is drawn yet. */
  show(own, legend) {
    this.legend = legend;
    if (own?.mark === this.mark) return;
    this.mark = own?.mark;
    this.items = own ? decodedLegs(own) : [];
    this.places = (own?.places ?? []).map(({ name, lon, lat }) => {
      const [x, y] = toWorld(lon, lat);
      return { name, x, y };
    });
  }

  /** @param {object} view frame of the canvas */
  draw(view) {
    const { context, place, width, height, zoom } = view;
    view.canvas.style.display = this.items.length || this.places.length ? "" : "none";
    this.drawn = this.items.filter(({ box }) => isSeen(box, place, width, height));
    context.setLineDash([]);
    context.lineCap = "round";
    context.lineJoin = "round";
    if (this.drawn.length > MANY) this.#drawMany(view);
    else this.#drawFew(context, place, zoom);
    this.#drawPlaces(context, place, casingOf(this.theme));
  }

  #drawFew(context, place, zoom) {
    const how = { legend: this.legend, theme: this.theme, zoom };
    this.drawn.forEach((item) => { item.stroke = strokeOf(item, item.mode, how); });
    const casing = casingOf(this.theme);
    const { legHalo } = this.theme;
    this.#ink(context, place, (item) => [casing, item.stroke.width + CASING_PX]);
    this.#notch(context, place);
    this.#ink(context, place, (item) => [legHalo, item.stroke.width + GAP_PX]);
    this.#ink(context, place, (item) => [item.stroke.color, item.stroke.width]);
  }

  /** Thin lines of one width; the gravest class is seen where many cross. */
  #drawMany({ context, place, ratio }) {
    const { legend, theme } = this;
    const rank = (kind) => (kind === legend.nodata ? 1 : kind + 2);
    const colors = [];
    legend.classes.forEach((look, kind) => { colors[rank(kind)] = colorOf(look, false, theme); });
    this.drawn.forEach((item) => { item.stroke = THIN; });
    drawRaster(context, this.drawn, place, { ratio, rank, colors, edge: casingOf(theme) });
  }

  /** Draws an own leg that is chosen or looked at, over all others. */
  drawMarked({ context, place }, item, { glow, soft }) {
    const look = this.legend.classes[item.kind] ?? this.legend.classes[this.legend.nodata];
    const width = Math.max(THIN.width, item.stroke?.width ?? 0);
    const color = colorOf(look, false, this.theme);
    const casing = casingOf(this.theme);
    context.setLineDash([]);
    context.lineCap = "round";
    context.lineJoin = "round";
    [[soft, 16], [glow, 9], [casing, CASING_PX], [color, 0]].forEach(([style, more]) => {
      context.beginPath();
      traceLine(context, item.line, place);
      strokeWith(context, style, width + more);
    });
  }

  /** @returns {object | undefined} the own leg of an id that was told */
  itemOf(id) {
    return this.items.find((item) => item.id === id);
  }

  /** @returns {object | undefined} the own place under a point of the canvas */
  placeAt({ scale, dx, dy }, point) {
    const near = ({ x, y }) => Math.hypot(x * scale + dx - point.x, y * scale + dy - point.y) < 9;
    return this.places.find(near);
  }

  #ink(context, place, look) {
    for (const item of this.drawn) {
      context.beginPath();
      traceLine(context, item.line, place);
      strokeWith(context, ...look(item));
    }
  }

  /** Cuts notches into the casing of legs that an assessment of the organisation's own touches. */
  #notch(context, place) {
    const touched = this.drawn.filter((item) => item.touched);
    if (!touched.length) return;
    context.setLineDash(NOTCH);
    context.lineCap = "butt";
    for (const item of touched) {
      context.beginPath();
      traceLine(context, item.line, place);
      strokeWith(context, this.theme.legHalo, item.stroke.width + CASING_PX);
    }
    context.setLineDash([]);
    context.lineCap = "round";
  }

  #drawPlaces(context, { scale, dx, dy }, casing) {
    context.fillStyle = this.theme.legHalo;
    for (const place of this.places) {
      drawDiamond(context, place.x * scale + dx, place.y * scale + dy);
      context.fill();
      strokeWith(context, casing, 2);
    }
  }
}

/** @returns {string} the colour that says that something is the organisation's own */
export function casingOf(theme) {
  return CASING[theme.name] ?? CASING.light;
}

/** @param {CanvasRenderingContext2D} context the path of the sign of an own place */
export function drawDiamond(context, x, y) {
  context.beginPath();
  context.moveTo(x, y - PLACE_PX);
  context.lineTo(x + PLACE_PX, y);
  context.lineTo(x, y + PLACE_PX);
  context.lineTo(x - PLACE_PX, y);
  context.closePath();
}

/** @returns {boolean} whether something that is pointed at or listed is the organisation's own leg */
export function isOwn(item) {
  return Boolean(item?.own);
}

function decodedLegs({ mark, steps, sizes, codes, modes, names, readings, touched }) {
  let at = 0;
  return sizes.map((size, i) => {
    const line = new Float64Array(2 * size);
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    let lon = 0;
    let lat = 0;
    for (let j = 0; j < 2 * size; j += 2) {
      lon += steps[at + j];
      lat += steps[at + j + 1];
      const [x, y] = toWorld(lon / UNITS, lat / UNITS);
      line[j] = x;
      line[j + 1] = y;
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    }
    at += 2 * size;
    const strand = { faded: false, muted: false };
    const kind = codes.charCodeAt(i) - 48;
    const mode = MODES[modes.charCodeAt(i) - 48];
    return {
      own: true, id: `own/${mark}/${i}`, line, box, kind, standing: 0, muted: false, mode, strand,
      name: names[i], reading: readings[i], touched: touched[i] === "1",
    };
  });
}

function isSeen([x0, y0, x1, y1], { scale, dx, dy }, width, height) {
  return x1 * scale + dx > -20 && x0 * scale + dx < width + 20
    && y1 * scale + dy > -20 && y0 * scale + dy < height + 20;
}
