/** One map on one page: its layers, what it was told last, and what it tells back. */
import L from "./leaflet.js";
import { Basemap, Level } from "./basemap.js";
import { CanvasLayer } from "./canvas_layer.js";
import { HOME, LIMITS, MAX_ZOOM, MIN_ZOOM } from "./frame.js";
import { Legs } from "./legs.js";
import { beside, readJson } from "./load.js";
import { networkOf } from "./network.js";
import { madeShell } from "./shell.js";
import { strandsOf } from "./strands.js";
import { themeOf, watchTheme } from "./theme.js";
import { strandAt } from "./hit.js";

const REACH_PX = 7;
const TOUCH_REACH_PX = 14;

export class AtlasMap {
  constructor(parent) {
    this.parent = parent;
    this.host = parent.host ?? parent;
    this.shell = madeShell(parent);
    this.theme = themeOf(this.host);
    this.data = null;
    this.network = null;
    this.paints = 0;
    this.basemap = new Basemap(this.theme);
    this.legs = new Legs(this.theme);
    this.host.dataset.mounts = String(Number(this.host.dataset.mounts ?? 0) + 1);
  }

  update(data, setStateValue) {
    this.tell = setStateValue;
    const before = this.data ?? {};
    this.data = data;
    this.shell.map.style.height = `${data.height}px`;
    if (!this.map) this.#mount();
    if (data.network !== before.network) this.#readNetwork(data.network);
    else if (this.network) this.#paintLegs();
  }

  #mount() {
    this.map = L.map(this.shell.map, {
      attributionControl: false,
      zoomControl: false,
      minZoom: MIN_ZOOM,
      maxZoom: MAX_ZOOM,
      maxBounds: LIMITS,
      maxBoundsViscosity: 0.9,
      worldCopyJump: false,
      boxZoom: true,
    });
    this.map.fitBounds(HOME, { animate: false });
    this.ground = new CanvasLayer((view) => this.basemap.draw(view), { pane: "tilePane" });
    this.ground.addTo(this.map);
    this.strands = new CanvasLayer((view) => this.legs.draw(view), { pane: "overlayPane" });
    this.strands.addTo(this.map);
    this.map.on("click", (event) => this.#clicked(event));
    readJson(beside("./basemap/overview.json")).then((file) => {
      this.basemap.overview = new Level(file);
      this.ground.redraw();
      readJson(beside("./basemap/detail.json")).then((fine) => {
        this.basemap.detail = new Level(fine);
        this.ground.redraw();
      });
    });
    this.unwatch = watchTheme(this.host, (theme) => {
      this.theme = theme;
      this.basemap.theme = theme;
      this.legs.theme = theme;
      this.ground.redraw();
      this.strands.redraw();
    });
  }

  #readNetwork(address) {
    readJson(address).then((file) => {
      if (this.data.network !== address) return;
      this.network = networkOf(file);
      this.#paintLegs();
    });
  }

  #paintLegs() {
    const { paint, muted, focus, legend } = this.data;
    const strands = strandsOf(this.network, paint, muted, focus ? new Set(focus) : null);
    this.legs.show(this.network, strands, legend);
    this.strands.redraw();
    this.#painted(strands);
  }

  #painted(strands) {
    this.paints += 1;
    const { dataset } = this.host;
    dataset.paints = String(this.paints);
    dataset.legs = String(strands.reduce((sum, strand) => sum + strand.legs.length, 0));
    dataset.ready = String(Boolean(this.basemap.overview));
    this.host.dispatchEvent(new CustomEvent("atlas:painted", {
      bubbles: true, composed: true, detail: { paints: this.paints },
    }));
  }

  #clicked(event) {
    const touch = event.originalEvent?.pointerType === "touch";
    const view = this.strands.frame();
    const point = event.layerPoint.subtract(view.min);
    const item = strandAt(this.legs.drawn, view.place, point, touch ? TOUCH_REACH_PX : REACH_PX);
    const leg = item ? this.network.legs[item.strand.legs[0]] : null;
    this.tell("selected", leg ? leg.id : null);
  }

  remove() {
    this.unwatch?.();
    this.map?.remove();
    this.shell.remove();
  }
}
