/** A leg drawn on the map by mouse, touch or keyboard; the app is told of every change. */
import L from "./leaflet.js";
import { DrawBar } from "./draw_bar.js";
import { inWindow } from "./frame.js";
import { Handles } from "./handles.js";
import { LineEdit } from "./line_edit.js";
import { element } from "./shell.js";

const TELL_AFTER_MS = 250;
const SAME_PX = 4;
const DECIMALS = 5;
const PANE = "draft";

export class DrawTool {
  /** @param {object} map the one that is drawn on */
  constructor(map) {
    this.map = map;
    this.view = map.view;
    this.edit = new LineEdit();
    this.mode = "idle";
    this.view.createPane(PANE).style.zIndex = "450";
    this.halo = this.#line("atlas-draft-halo");
    this.line = this.#line("atlas-draft");
    this.band = this.#line("atlas-draft-band");
    this.aim = element("div", "atlas-aim");
    this.aim.hidden = true;
    map.shell.frame.append(this.aim);
    this.handles = new Handles(this.view, {
      pull: (i, at) => this.#ink(this.edit.points.with(i, degrees(at))),
      drop: (i, at) => this.#change(() => this.edit.move(i, degrees(at)), i),
      nudge: (i, at) => this.#nudged(i, at),
      insert: (i, at) => this.#change(() => this.edit.insert(i, degrees(at)), i),
      remove: (i) => this.#removePoint(i),
      pick: (i) => this.#picked(i),
      label: (i) => this.#label(i),
    });
    this.bar = new DrawBar(map.shell.frame, {
      draw: () => this.#begin(),
      finish: () => this.#finish(),
      more: () => this.#addMore(),
      undo: () => this.#change(() => this.edit.undo()),
      redo: () => this.#change(() => this.edit.redo()),
      remove: () => this.#removePoint(this.held ?? this.edit.points.length - 1),
      discard: () => this.#discard(),
    });
    this.view.on("click", this.#clicked, this);
    this.view.on("mousemove", this.#pointed, this);
    this.pressed = (event) => this.#pressed(event);
    map.shell.map.addEventListener("keydown", this.pressed);
    // What is pressed beside the map, such as Keep, must find the app told of the newest line.
    this.beside = (event) => { if (!event.composedPath().includes(map.host)) this.#tellNow(); };
    window.addEventListener("click", this.beside, true);
  }

  /** Takes what the app says of the drawing: `mark` is another where the line is another. */
  update(data, tell) {
    const { mark, line, words } = data;
    this.tell = tell;
    this.words = words;
    if (mark !== this.mark) {
      this.mark = mark;
      this.told = data.n;
      this.#tellNothing();
      this.edit = new LineEdit((line ?? []).map(([lon, lat]) => [inWindow(lon), lat]));
      this.#turn(line ? "shaping" : "idle");
      this.#bring();
    }
    this.path = data.n === this.told ? data.path : null;
    this.#show();
  }

  remove() {
    this.#tellNothing();
    window.removeEventListener("click", this.beside, true);
    this.view.off("click", this.#clicked, this);
    this.view.off("mousemove", this.#pointed, this);
    this.map.shell.map.removeEventListener("keydown", this.pressed);
    [this.halo, this.line, this.band, this.handles, this.bar, this.aim].forEach((one) => one.remove());
    this.map.quiet = false;
    this.view.doubleClickZoom.enable();
  }

  #begin() {
    this.edit = new LineEdit();
    this.#addMore();
  }

  #addMore() {
    this.#turn("adding");
    this.#show();
    this.map.shell.map.focus({ preventScroll: true });
  }

  #finish() {
    if (this.mode !== "adding") return;
    this.#turn(this.edit.points.length > 1 ? "shaping" : "idle");
    this.#show();
  }

  #discard() {
    this.edit = new LineEdit();
    this.#turn("idle");
    this.#show();
    this.#tellSoon();
  }

  #turn(mode) {
    this.mode = mode;
    this.held = null;
    this.map.quiet = mode !== "idle";
    this.map.shell.map.classList.toggle("atlas-drawing", mode === "adding");
    if (mode === "idle") this.view.doubleClickZoom.enable();
    else this.view.doubleClickZoom.disable();
    this.band.setLatLngs([]);
    this.aim.hidden = true;
  }

  #clicked({ latlng, containerPoint }) {
    if (this.mode !== "adding") return;
    const last = this.edit.points.at(-1);
    const near = last && this.view.latLngToContainerPoint(placed(last)).distanceTo(containerPoint);
    // A second click on the last point finishes, as a double click does.
    if (near !== undefined && near < SAME_PX) this.#finish();
    else this.#change(() => this.edit.add(degrees(latlng)));
  }

  #pointed({ latlng }) {
    if (this.mode !== "adding" || !this.edit.points.length) return;
    this.aim.hidden = true;
    this.band.setLatLngs([placed(this.edit.points.at(-1)), latlng]);
  }

  /** The keyboard moves the map under a cross in its middle, and sets points there. */
  #pressed(event) {
    const { key, ctrlKey, metaKey, shiftKey } = event;
    const small = key.toLowerCase();
    if (this.mode === "idle") return;
    if ((ctrlKey || metaKey) && (small === "y" || (small === "z" && shiftKey))) {
      this.#change(() => this.edit.redo());
    } else if ((ctrlKey || metaKey) && small === "z") {
      this.#change(() => this.edit.undo());
    } else if (this.mode !== "adding" || event.target !== this.map.shell.map) {
      return;
    } else if (key === "Enter" || key === " ") {
      this.aim.hidden = false;
      const middle = this.view.getSize().divideBy(2);
      this.#clicked({ latlng: this.view.containerPointToLatLng(middle), containerPoint: middle });
    } else if (key === "Backspace") {
      if (this.edit.points.length) this.#change(() => this.edit.remove(this.edit.points.length - 1));
    } else if (key === "Escape") {
      this.#finish();
    } else {
      if (key.startsWith("Arrow")) this.aim.hidden = false;
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  #picked(i) {
    if (this.mode === "adding" && i === this.edit.points.length - 1) {
      this.#finish();
      return;
    }
    this.held = i;
    this.handles.focus(i);
    this.bar.tell(this.#label(i));
  }

  #nudged(i, at) {
    this.held = i;
    this.edit.move(i, degrees(at), `nudge ${i}`);
    this.path = null;
    this.#ink(this.edit.points);
    this.#offer();
    this.bar.tell(this.#label(i));
    this.#tellSoon();
  }

  #removePoint(i) {
    if (this.edit.points.length <= 2 && this.mode === "shaping") return;
    this.#change(() => this.edit.remove(i), Math.max(0, i - 1));
  }

  /** Makes a change, shows the line as it is then, and tells the app. */
  #change(make, held) {
    make();
    this.held = held ?? null;
    this.path = null;
    this.band.setLatLngs([]);
    this.#show();
    if (held !== undefined) this.handles.focus(held);
    const { length } = this.edit.points;
    this.bar.tell(length ? this.#label(held ?? length - 1) : "");
    this.#tellSoon();
  }

  #show() {
    this.#ink(this.path ? this.path.map(([lon, lat]) => [inWindow(lon), lat]) : this.edit.points);
    const points = this.mode === "idle" ? [] : this.edit.points.map(placed);
    this.handles.show(points, { between: this.mode === "shaping" });
    this.#offer();
    const { dataset } = this.map.host;
    dataset.drawing = this.mode;
    dataset.points = String(this.edit.points.length);
  }

  #offer() {
    const { past, future, points } = this.edit;
    const remove = points.length > 2;
    const can = { undo: past.length > 0, redo: future.length > 0, finish: points.length > 1, remove };
    const words = this.handles.crowded
      ? { ...this.words, help_shaping: this.words.crowded }
      : this.words;
    this.bar.show(this.mode, words, can);
  }

  #ink(points) {
    const line = points.map(placed);
    this.halo.setLatLngs(line);
    this.line.setLatLngs(line);
  }

  #label(i) {
    const [lon, lat] = rounded(this.edit.points[i]);
    const parts = { at: i + 1, n: this.edit.points.length, lon, lat };
    return this.words.point.replace(/\{(\w+)\}/g, (_, name) => String(parts[name]));
  }

  #tellSoon() {
    this.#tellNothing();
    this.soon = setTimeout(() => this.#tellNow(), TELL_AFTER_MS);
  }

  /** Tells the app of the line, where there is something that it does not know yet. */
  #tellNow() {
    if (!this.soon) return;
    this.#tellNothing();
    this.told += 1;
    const { mark, told: n } = this;
    const line = this.edit.points.length > 1 ? this.edit.points.map(rounded) : [];
    this.tell("drawn", JSON.stringify({ mark, n, line }));
  }

  #tellNothing() {
    clearTimeout(this.soon);
    this.soon = 0;
  }

  /** Brings a line that is to be changed into view. */
  #bring() {
    if (this.edit.points.length < 2) return;
    const box = L.latLngBounds(this.edit.points.map(placed));
    if (!this.view.getBounds().contains(box)) this.view.fitBounds(box.pad(0.4), { animate: false });
  }

  #line(className) {
    const how = { pane: PANE, className, interactive: false, smoothFactor: 1 };
    return L.polyline([], how).addTo(this.view);
  }
}

function placed([lon, lat]) {
  return L.latLng(lat, lon);
}

function degrees({ lng, lat }) {
  return [lng, lat];
}

/** @returns {number[]} longitude from -180 to 180 and latitude, as fine as a metre */
function rounded([lon, lat]) {
  const within = ((((lon + 180) % 360) + 360) % 360) - 180;
  return [within, lat].map((degree) => Number(degree.toFixed(DECIMALS)));
}
