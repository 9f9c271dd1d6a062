/** What a line is held by: its points, and between them where a new one can be pulled out. */
import L from "./leaflet.js";

/** More than so many in view are too close to be taken hold of. */
const MOST = 200;
const ROOM_PX = 46;
const STEP_PX = 6;
const FINE_PX = 1;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export class Handles {
  /**
   * @param {object} view Leaflet's map
   * @param {object} acts called with the number of a point: pull (while it is dragged), drop, nudge,
   *   insert, remove, pick; and label, which says a point in words
   */
  constructor(view, acts) {
    this.view = view;
    this.acts = acts;
    this.group = L.layerGroup().addTo(view);
    this.icons = [];
    view.on("zoomend moveend", this.#again, this);
  }

  /** @param {object[]} points as Leaflet has them @param {{between: boolean}} how */
  show(points, how) {
    this.points = points;
    this.how = how;
    this.group.clearLayers();
    const near = this.view.getBounds().pad(0.1);
    const seen = points.map((_, i) => i).filter((i) => near.contains(points[i]));
    this.crowded = seen.length > MOST;
    this.icons = [];
    if (this.crowded) return;
    if (how.between) seen.forEach((i) => this.#between(i));
    seen.forEach((i) => this.#point(i));
  }

  focus(index) {
    this.icons[index]?.focus({ preventScroll: true });
  }

  remove() {
    this.view.off("zoomend moveend", this.#again, this);
    this.group.remove();
  }

  #again() {
    const held = this.icons.findIndex((icon) => icon && icon === icon.getRootNode().activeElement);
    if (this.points) this.show(this.points, this.how);
    if (held >= 0) this.focus(held);
  }

  #point(i) {
    const marker = this.#marker(this.points[i], "atlas-handle", true);
    marker.on("drag", () => this.acts.pull(i, marker.getLatLng()));
    marker.on("dragend", () => this.acts.drop(i, marker.getLatLng()));
    marker.on("click", () => this.acts.pick(i));
    const icon = marker.getElement();
    this.icons[i] = icon;
    icon.setAttribute("aria-label", this.acts.label(i));
    icon.addEventListener("keydown", (event) => this.#pressed(event, i, marker));
  }

  #pressed(event, i, marker) {
    const way = ARROWS[event.key];
    if (way) {
      const step = event.shiftKey ? FINE_PX : STEP_PX;
      const at = this.view.latLngToContainerPoint(marker.getLatLng()).add([way[0] * step, way[1] * step]);
      const moved = this.view.containerPointToLatLng(at);
      marker.setLatLng(moved);
      this.acts.nudge(i, moved);
    } else if (event.key === "Delete" || event.key === "Backspace") {
      this.acts.remove(i);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  #between(i) {
    if (i + 1 >= this.points.length) return;
    const [a, b] = [i, i + 1].map((n) => this.view.latLngToContainerPoint(this.points[n]));
    if (a.distanceTo(b) < ROOM_PX) return;
    const middle = this.view.containerPointToLatLng(a.add(b).divideBy(2));
    const marker = this.#marker(middle, "atlas-handle atlas-between", false);
    marker.on("dragend click", () => this.acts.insert(i + 1, marker.getLatLng()));
  }

  #marker(at, className, keyboard) {
    const icon = L.divIcon({ className, iconSize: null, html: "" });
    const marker = L.marker(at, { icon, keyboard, draggable: true, autoPanOnFocus: false });
    return marker.addTo(this.group);
  }
}
