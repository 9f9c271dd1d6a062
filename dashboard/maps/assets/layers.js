/** The map's canvases, lowest first: ground, legs, marks on legs, names. Each is drawn alone. */
import { drawBadges } from "./badges.js";
import { Basemap } from "./basemap.js";
import { CanvasLayer } from "./canvas_layer.js";
import { Grid } from "./grid.js";
import { Legs } from "./legs.js";
import { drawNames } from "./names.js";
import { families } from "./text.js";
import { drawWaypoints, touched } from "./waypoints.js";

const PANES = { marks: 420, names: 440 };

export class Layers {
  constructor(map, host, theme) {
    this.host = host;
    this.theme = theme;
    this.basemap = new Basemap(theme);
    this.legs = new Legs(theme);
    this.names = null;
    this.lang = "en";
    this.waypoints = [];
    this.marked = { selected: null, looked: null };
    Object.entries(PANES).forEach(([name, level]) => {
      const pane = map.createPane(name);
      pane.style.zIndex = String(level);
      pane.style.pointerEvents = "none";
    });
    const layer = (draw, pane) => new CanvasLayer(draw, { pane }).addTo(map);
    this.ground = layer((view) => this.basemap.draw(view), "tilePane");
    this.strands = layer((view) => this.legs.draw(view), "overlayPane");
    this.marks = layer((view) => this.#drawMarks(view), "marks");
    this.labels = layer((view) => this.#drawLabels(view), "names");
  }

  /** Shows new strands; the ground is left alone. */
  showStrands(network, strands, legend) {
    this.legs.show(network, strands, legend);
    this.waypoints = touched(network, strands);
    this.strands.redraw();
    this.marks.redraw();
    this.#labelsSoon(strands);
  }

  /** Names follow in the next frame, and only when they have something else to keep clear of. */
  #labelsSoon(strands) {
    const shape = strands
      .map(({ link, slot, legs, muted, faded }) => `${link},${slot},${legs.length},${muted},${faded}`)
      .join(";");
    if (shape === this.shape) return;
    this.shape = shape;
    if (this.soon) cancelAnimationFrame(this.soon);
    this.soon = requestAnimationFrame(() => {
      this.soon = null;
      this.labels.redraw();
    });
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
    this.basemap.theme = theme;
    this.legs.theme = theme;
    [this.ground, this.strands, this.marks, this.labels].forEach((layer) => layer.redraw());
  }

  #drawMarks(view) {
    const { selected, looked } = this.marked;
    const find = (strand) => strand && this.legs.drawn.find((item) => item.strand === strand);
    const { glow, glowSoft } = this.theme;
    const other = looked !== selected ? find(looked) : null;
    if (other) this.legs.drawMarked(view, other, { glow: this.theme.legHalo, soft: glowSoft });
    const chosen = find(selected);
    if (chosen) this.legs.drawMarked(view, chosen, { glow, soft: glowSoft });
  }

  #drawLabels(view) {
    const grid = new Grid(view.width, view.height, view.seen);
    this.legs.drawn.forEach(({ line, strand }) => {
      if (!strand.faded) grid.addLine(line, view.place);
    });
    const how = {
      theme: this.theme,
      family: families(this.host),
      lang: this.lang,
      grid,
      waypoints: this.waypoints,
    };
    drawWaypoints(view, this.waypoints, how);
    drawBadges(view, this.legs.drawn, how);
    if (this.names) drawNames(view, this.names, how);
  }
}
