/** The map's canvases, lowest first: ground, legs, marks on legs, names. Each is drawn alone. */
import { drawBadges } from "./badges.js";
import { CanvasLayer, MARGIN, NARROW_MARGIN } from "./canvas_layer.js";
import { Grid } from "./grid.js";
import { groundPainter } from "./ground.js";
import { Legs } from "./legs.js";
import { drawNames } from "./names.js";
import { OwnLegs, isOwn } from "./own_legs.js";
import { PictureLayer } from "./picture_layer.js";
import { families } from "./text.js";
import { drawWaypoints, touched } from "./waypoints.js";

const PANES = { own: 420, marks: 430, names: 440 };

export class Layers {
  /**
   * @param {object} map Leaflet's
   * @param {object} how host; theme; unseen, whether nobody sees the map yet, so that nothing is drawn
   *   twice; covered, which boxes of the view something else lies over; failed, called when a file
   *   of the ground could not be read
   */
  constructor(map, { host, theme, unseen, covered, failed }) {
    this.family = families(host);
    this.unseen = unseen;
    this.late = false;
    this.covered = covered;
    this.theme = theme;
    this.tint = null;
    this.painter = groundPainter();
    this.legs = new Legs(theme);
    this.own = new OwnLegs(theme);
    this.names = null;
    this.lettered = false;
    this.lang = "en";
    this.waypoints = [];
    this.marked = { selected: null, looked: null };
    Object.entries(PANES).forEach(([name, level]) => {
      const pane = map.createPane(name);
      pane.style.zIndex = String(level);
      pane.style.pointerEvents = "none";
    });
    const padding = unseen ? NARROW_MARGIN : MARGIN;
    const layer = (Kind, draw, options) => new Kind(draw, { padding, ...options }).addTo(map);
    this.ground = layer(PictureLayer, (view) => this.#ground(view), { pane: "tilePane" });
    this.strands = layer(CanvasLayer, (view) => this.legs.draw(view), { pane: "overlayPane" });
    this.marks = layer(CanvasLayer, (view) => this.#drawMarks(view), { pane: "marks" });
    this.ownLayer = null;
    this.addOwnLayer = () => layer(CanvasLayer, (view) => this.own.draw(view), { pane: "own" });
    this.labels = layer(CanvasLayer, (view) => this.#drawLabels(view), { pane: "names", edges: true });
    this.end = new AbortController();
    this.painter.addEventListener("improved", () => this.#improve(), this.end);
    this.painter.addEventListener("fault", failed, this.end);
  }

  /** Shows new strands; the ground is left alone. */
  showStrands(network, strands, legend) {
    this.legs.show(network, strands, legend);
    this.waypoints = touched(network, strands);
    this.strands.redraw();
    this.marks.redraw();
    this.#labelsSoon(strands);
  }

  /** Shows an organisation's own legs, or none; most visits have no canvas for them at all. */
  showOwn(own, legend) {
    if (!own && !this.ownLayer) return;
    this.own.show(own, legend);
    this.ownLayer ??= this.addOwnLayer();
    this.ownLayer.redraw();
  }

  /** Names follow when the legs are seen, and only when they have something else to keep clear of. */
  #labelsSoon(strands) {
    const shape = strands
      .map(({ link, slot, legs, muted, faded }) => `${link},${slot},${legs.length},${muted},${faded}`)
      .join(";");
    if (shape === this.shape) return;
    this.shape = shape;
    this.#labelsLater();
  }

  /** Names wait until the legs are seen: nobody reads them on a map that is still being made. */
  #labelsLater() {
    this.late = true;
    if (!this.unseen) requestAnimationFrame(() => requestAnimationFrame(() => this.#drawLate()));
  }

  #drawLate() {
    if (!this.late) return;
    this.late = false;
    this.labels.redraw();
  }

  /** Marks the selected leg and the one that is looked at, each a strand or null. */
  mark(marked) {
    const { selected, looked } = { ...this.marked, ...marked };
    if (selected === this.marked.selected && looked === this.marked.looked) return;
    this.marked = { selected, looked };
    this.marks.redraw();
  }

  setTheme(theme) {
    this.theme = theme;
    this.legs.theme = theme;
    this.own.theme = theme;
    this.ownLayer?.redraw();
    [this.ground, this.strands, this.marks, this.labels].forEach((layer) => layer.redraw());
  }

  /** Tints countries, or no longer. */
  showTint(tint) {
    this.tint = tint;
    this.ground.redraw();
  }

  /** Draws names from now on: the page's letters are there. */
  letter() {
    if (this.lettered) return;
    this.lettered = true;
    this.relabel();
  }

  /** Draws names anew, as when other names or letters have come in. */
  relabel() {
    if (this.unseen) this.late = true;
    else this.labels.redraw();
  }

  /** Draws names anew where they are not clear of what lies over the map now. */
  keepClear() {
    if (this.clearOf !== undefined && this.clearOf !== String(this.covered())) this.#labelsLater();
  }

  /** From now on the map is seen, with the letters of a host. */
  hurry(host) {
    const family = families(host);
    const stale = this.late || !this.lettered || family !== this.family;
    Object.assign(this, { unseen: false, late: false, lettered: true, family });
    if (stale) this.#labelsLater();
  }

  /** @returns {object} the ground as a map like this one asks for it first */
  firstGround() {
    return this.#viewOf(this.ground.frameFor(NARROW_MARGIN));
  }

  stop() {
    this.end.abort();
  }

  /** What is drawn first reaches no further than it has to. */
  #improve() {
    if (this.strands.options.padding === MARGIN) {
      this.ground.redraw();
    } else {
      [this.ground, this.strands, this.marks, this.labels].forEach((layer) => layer.reach(MARGIN));
    }
  }

  #ground(frame) {
    return this.painter.painted(this.#viewOf(frame));
  }

  #viewOf({ zoom, place, width, height, ratio }) {
    return { zoom, place, width, height, ratio, theme: this.theme.name, tint: this.tint };
  }

  #drawMarks(view) {
    const { selected, looked } = this.marked;
    // An empty canvas costs a browser as much as a full one.
    view.canvas.style.display = selected || looked ? "" : "none";
    const find = (strand) => (isOwn(strand) ? strand
      : strand && this.legs.drawn.find((item) => item.strand === strand));
    const { glow, glowSoft } = this.theme;
    const other = looked !== selected ? find(looked) : null;
    const draw = (item, how) => (isOwn(item) ? this.own : this.legs).drawMarked(view, item, how);
    if (other) draw(other, { glow: this.theme.legHalo, soft: glowSoft });
    const chosen = find(selected);
    if (chosen) draw(chosen, { glow, soft: glowSoft });
  }

  #drawLabels(view) {
    if (!this.lettered || !this.names) return;
    const grid = new Grid(view.width, view.height, view.seen);
    const [left, top] = view.seen;
    const covered = this.covered();
    covered.forEach(([x0, y0, x1, y1]) => grid.addBox([x0 + left, y0 + top, x1 + left, y1 + top]));
    this.clearOf = String(covered);
    this.legs.drawn.forEach(({ line, strand }) => {
      if (!strand.faded) grid.addLine(line, view.place);
    });
    const how = {
      theme: this.theme,
      family: this.family,
      lang: this.lang,
      grid,
      waypoints: this.waypoints,
    };
    drawWaypoints(view, this.waypoints, how);
    drawBadges(view, this.legs.drawn, how);
    drawNames(view, this.names, how);
  }
}
