/** The ground of the map: land, sea, coast, borders, rivers, lakes, relief and country tint. */
import { toWorld, WEST } from "./frame.js";
import { Lines } from "./lines.js";
import { themed } from "./theme.js";

const DETAIL_ZOOM = 5;
const SMOOTH_ZOOM = 5.5;
const NEAR = "relief-asia.webp";
const FAR = "relief-asia-far.webp";
const BORDER_DASH = { agreed: [], disputed: [5, 4], control: [6, 3], zone: [3, 3] };

/** One level of the basemap as it came from its file, ready to be drawn. */
export class Level {
  constructor(file) {
    const { units } = file;
    const closed = (rings) => new Lines(rings, units, true);
    const open = (lines) => new Lines(lines, units);
    this.countries = new Map(
      Object.entries(file.countries).map(([iso3, rings]) => [iso3, closed(rings)]),
    );
    this.coast = open(file.coast);
    this.borders = mapped(file.borders, open);
    this.rivers = mapped(file.rivers, open);
    this.lakes = closed(file.lakes);
    this.admin1 = file.admin1 ? open(file.admin1) : null;
    const [west, south, east, north] = file.frame;
    const [x0, y1] = toWorld(west, south);
    const [x1, y0] = toWorld(east, north);
    this.frame = [x0, y0, x1, y1];
  }
}

/** Draws the ground; holds no view of its own. What it draws with comes from outside. */
export class Basemap {
  constructor() {
    this.theme = null;
    this.overview = null;
    this.detail = null;
    this.pictures = null;
    this.tones = new Map();
    this.tint = null;
  }

  /** @param {object} view canvas frame of a CanvasLayer */
  draw(view) {
    const { context, width, height } = view;
    const box = this.detail && view.zoom >= DETAIL_ZOOM ? this.#detailBox(view) : null;
    if (!box) this.#drawLevel(view, this.overview);
    else if (covers(box, width, height)) this.#drawLevel(view, this.detail);
    else this.#drawTwoLevels(view, box);
    this.#drawSea(view);
  }

  #drawTwoLevels(view, [x0, y0, x1, y1]) {
    const { context, width, height } = view;
    context.save();
    context.beginPath();
    context.rect(0, 0, width, height);
    context.rect(x0, y0, x1 - x0, y1 - y0);
    context.clip("evenodd");
    this.#drawLevel(view, this.overview);
    context.restore();
    context.save();
    context.beginPath();
    context.rect(x0, y0, x1 - x0, y1 - y0);
    context.clip();
    this.#drawLevel(view, this.detail);
    context.restore();
  }

  #drawLevel(view, level) {
    const { context, zoom, width, height, place } = view;
    const trace = (lines) => lines.trace(context, place, zoom, width, height);
    const stroke = (lines) => lines.stroke(context, place, zoom, width, height);
    const filled = (iso3s, style) => {
      context.beginPath();
      iso3s.forEach((iso3) => level.countries.has(iso3) && trace(level.countries.get(iso3)));
      context.fillStyle = style;
      context.fill("nonzero");
    };
    filled([...level.countries.keys()], this.theme.land);
    context.globalCompositeOperation = "source-atop";
    this.#drawRelief(view);
    this.#drawTint(filled);
    context.globalCompositeOperation = "source-over";
    context.lineJoin = "bevel";
    context.lineCap = "butt";
    this.#drawRivers(view, level, stroke);
    this.#drawLakes(view, level, trace);
    this.#drawBorders(view, level, stroke);
    this.#drawCoast(view, level, stroke);
  }

  #drawRelief(view) {
    const { context } = view;
    context.globalAlpha = view.zoom > 6 ? this.theme.relief * 0.85 : this.theme.relief;
    ["relief-world.webp", this.#reliefOfAsia(view)].forEach((name) => this.#drawPicture(view, name));
    context.globalAlpha = 1;
  }

  /** The smaller picture where it has pixels enough, or the larger one is not there yet. */
  #reliefOfAsia({ place, ratio }) {
    const far = this.pictures?.get(FAR);
    if (!far || !this.pictures.has(NEAR)) return FAR;
    const [west, , east] = far.extent;
    return ((east - west) / 360) * place.scale * ratio > far.picture.width ? NEAR : FAR;
  }

  #drawPicture(view, name) {
    const { context, place } = view;
    const found = this.pictures?.get(name);
    if (!found) return;
    const [west, south, east, north] = found.extent;
    const top = toWorld(0, north)[1] * place.scale + place.dy;
    const bottom = toWorld(0, south)[1] * place.scale + place.dy;
    const left = ((west - WEST) / 360) * place.scale + place.dx;
    const right = ((east - WEST) / 360) * place.scale + place.dx;
    context.imageSmoothingQuality = "medium";
    const soft = view.zoom > SMOOTH_ZOOM;
    context.drawImage(this.#prepared(name, found.picture, soft), left, top, right - left, bottom - top);
  }

  /** Deepened for a dark ground, softened for a near view; made once for each. */
  #prepared(name, picture, soft) {
    const tone = name === "shallows.webp" ? null : this.theme.reliefTone;
    if (!tone && !soft) return picture;
    const key = `${name} ${tone} ${soft}`;
    if (!this.tones.has(key)) this.tones.set(key, redrawn(picture, tone, soft));
    return this.tones.get(key);
  }

  #drawTint(filled) {
    if (!this.tint) return;
    const byClass = new Map();
    Object.entries(this.tint.countries).forEach(([iso3, index]) => {
      byClass.set(index, [...(byClass.get(index) ?? []), iso3]);
    });
    byClass.forEach((iso3s, index) => {
      const look = this.tint.classes[index];
      if (look) filled(iso3s, withAlpha(themed(look, this.theme), this.theme.tintAlpha));
    });
  }

  #drawRivers({ context, zoom }, level, stroke) {
    context.strokeStyle = this.theme.river;
    level.rivers.forEach((lines, rank) => {
      const strength = zoom - Number(rank) + 1.6;
      if (strength <= 0) return;
      context.lineWidth = Math.min(0.45 + strength * 0.28, 1.7);
      stroke(lines);
    });
  }

  #drawLakes({ context }, level, trace) {
    context.beginPath();
    trace(level.lakes);
    context.fillStyle = this.theme.lake;
    context.fill("evenodd");
    context.lineWidth = 0.7;
    context.strokeStyle = this.theme.lakeEdge;
    context.stroke();
  }

  #drawBorders({ context, zoom }, level, stroke) {
    if (level.admin1 && zoom >= DETAIL_ZOOM) {
      context.strokeStyle = this.theme.admin1;
      context.lineWidth = 0.8;
      context.setLineDash([4, 3]);
      stroke(level.admin1);
      context.setLineDash([]);
    }
    const width = zoom >= DETAIL_ZOOM ? 1.5 : 1.15;
    context.strokeStyle = this.theme.borderHalo;
    context.lineWidth = width + 3.6;
    level.borders.forEach(stroke);
    context.strokeStyle = this.theme.border;
    level.borders.forEach((lines, kind) => {
      context.setLineDash(BORDER_DASH[kind] ?? []);
      context.lineWidth = kind === "zone" ? 0.9 : width;
      stroke(lines);
    });
    context.setLineDash([]);
  }

  #drawCoast({ context, zoom }, level, stroke) {
    const near = zoom >= DETAIL_ZOOM;
    context.lineWidth = near ? 0.9 : 0.75;
    context.strokeStyle = this.theme.coast;
    stroke(level.coast);
    context.globalCompositeOperation = "destination-over";
    const widths = near ? [5, 12] : [3.5, 8];
    widths.forEach((wide, i) => {
      context.lineWidth = wide;
      context.strokeStyle = this.theme.shallow[i];
      stroke(level.coast);
    });
    context.globalCompositeOperation = "source-over";
  }

  #drawSea(view) {
    const { context, width, height } = view;
    context.globalCompositeOperation = "destination-over";
    context.globalAlpha = this.theme.shallows;
    this.#drawPicture(view, "shallows.webp");
    context.globalAlpha = 1;
    context.fillStyle = this.theme.sea;
    context.fillRect(0, 0, width, height);
    context.globalCompositeOperation = "source-over";
  }

  #detailBox({ place, width, height }) {
    const [x0, y0, x1, y1] = this.detail.frame;
    const box = [
      x0 * place.scale + place.dx,
      y0 * place.scale + place.dy,
      x1 * place.scale + place.dx,
      y1 * place.scale + place.dy,
    ];
    return box[2] < 0 || box[0] > width || box[3] < 0 || box[1] > height ? null : box;
  }
}

function redrawn(picture, tone, soft) {
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext("2d");
  context.filter = soft ? "blur(1.6px)" : "none";
  context.drawImage(picture, 0, 0);
  context.filter = "none";
  if (!tone) return canvas;
  context.globalCompositeOperation = "multiply";
  context.fillStyle = tone;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.globalCompositeOperation = "destination-in";
  context.drawImage(picture, 0, 0);
  return canvas;
}

function covers([x0, y0, x1, y1], width, height) {
  return x0 <= 0 && y0 <= 0 && x1 >= width && y1 >= height;
}

function mapped(table, made) {
  return new Map(Object.entries(table).map(([name, lines]) => [name, made(lines)]));
}

function withAlpha(color, alpha) {
  const part = Math.round(alpha * 255).toString(16).padStart(2, "0");
  return /^#[0-9a-f]{6}$/i.test(color) ? color + part : color;
}
