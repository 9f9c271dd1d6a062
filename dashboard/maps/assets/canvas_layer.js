/**
 * A canvas larger than the view that Leaflet moves and scales; it is drawn anew only when the view
 * leaves it or the zoom changes.
 */
import L from "./leaflet.js";
import { placement } from "./frame.js";

/** How far a canvas reaches beyond the view on each side, as a part of the view. */
export const MARGIN = 0.2;
export const NARROW_MARGIN = 0.03;
const MOST_PIXELS_PER_PIXEL = 2;

/**
 * @returns {object} how a canvas lies that covers the view and a margin; bounds: from the origin that
 *   Leaflet counts pixels from until it jumps; corner: the upper left one on the plane of the zoom
 */
export function laid(map, padding) {
  const size = map.getSize();
  const min = map.containerPointToLayerPoint(size.multiplyBy(-padding)).round();
  const bounds = L.bounds(min, min.add(size.multiplyBy(1 + 2 * padding)).round());
  const origin = map.getPixelOrigin();
  const corner = origin.add(bounds.min);
  return { bounds, origin, corner, center: map.getCenter(), zoom: map.getZoom(), padding };
}

export const CanvasLayer = L.Renderer.extend({
  /** `edges`: what is drawn keeps clear of the edges of the view, so it is drawn anew when they move. */
  options: { padding: MARGIN, interactive: false, edges: false },

  /** @param {(frame: object) => void} draw draws the whole canvas */
  initialize(draw, options) {
    this._draw = draw;
    L.Renderer.prototype.initialize.call(this, options);
  },

  getEvents() {
    return { ...L.Renderer.prototype.getEvents.call(this), moveend: this._onMoveEnd };
  },

  _initContainer() {
    this._container = document.createElement("canvas");
    this._container.setAttribute("aria-hidden", "true");
    this._context = this._container.getContext("2d");
  },

  _destroyContainer() {
    L.DomUtil.remove(this._container);
    delete this._container;
    delete this._context;
  },

  _onMoveEnd() {
    if (!this._covers()) this._update();
    else if (this.options.edges && String(this._seen(this._where)) !== this._edges) this.redraw();
  },

  _onZoomEnd() {
    if (!this._covers()) this._update();
  },

  /** Takes its place under the names that Leaflet's own methods read. */
  _lie(where) {
    this._where = where;
    this._bounds = where.bounds;
    this._center = where.center;
    this._zoom = where.zoom;
    this.options.padding = where.padding;
  },

  /** Leaflet's own takes the canvas to be as large as the view is now, which it may not be yet. */
  _updateTransform(center, zoom) {
    if (!this._bounds) return;
    const scale = this._map.getZoomScale(zoom, this._zoom);
    const corner = this._where.corner.multiplyBy(scale);
    const origin = this._map._getNewPixelOrigin(center, zoom);
    L.DomUtil.setTransform(this._container, corner.subtract(origin), scale);
  },

  _covers() {
    return this._isCovered(this._where);
  },

  /** A jump or a flight may end in the zoom that it began in: it counts pixels anew all the same. */
  _isCovered(where) {
    if (where?.zoom !== this._map.getZoom()) return false;
    if (!where.origin.equals(this._map.getPixelOrigin())) return false;
    const corner = this._map.containerPointToLayerPoint([0, 0]);
    return where.bounds.contains(L.bounds(corner, corner.add(this._map.getSize())));
  },

  /** Reaches further or less far from now on. */
  reach(margin) {
    this.options.padding = margin;
    this._update();
  },

  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    this._lie(laid(this._map, this.options.padding));
    const { x, y } = this._bounds.getSize();
    const ratio = pixelRatio();
    this._fit(Math.round(x * ratio), Math.round(y * ratio));
    this.redraw();
  },

  /** Gives the canvas its pixels and its place. */
  _fit(width, height) {
    const canvas = this._container;
    const size = this._bounds.getSize();
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
      canvas.style.width = `${size.x}px`;
      canvas.style.height = `${size.y}px`;
    }
    L.DomUtil.setPosition(canvas, this._bounds.min);
  },

  /** Where the canvas lies now, for drawing and for finding what is under the pointer. */
  frame() {
    return { ...this.frameOf(this._where), context: this._context, canvas: this._container };
  },

  /** Where a canvas lies that is laid so: numbers alone, so that they can be sent elsewhere. */
  frameOf({ bounds, corner, zoom }) {
    const { x, y } = bounds.getSize();
    return {
      zoom,
      place: placement(zoom, corner),
      min: corner.subtract(this._map.getPixelOrigin()),
      seen: this._seen({ corner }),
      width: x,
      height: y,
      ratio: pixelRatio(),
    };
  },

  /** The part of the canvas that is seen: left, top, right, bottom. */
  _seen({ corner }) {
    const { min, max } = this._map.getPixelBounds();
    return [min.x - corner.x, min.y - corner.y, max.x - corner.x, max.y - corner.y];
  },

  /** Draws the canvas anew where it is. */
  redraw() {
    if (!this._bounds || !this._map) return;
    const frame = this.frame();
    this._edges = String(frame.seen);
    frame.context.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0);
    // Where the canvas lies, for those who look at the page from outside.
    frame.canvas.dataset.place = JSON.stringify(frame.place);
    frame.context.clearRect(0, 0, frame.width, frame.height);
    this._draw(frame);
  },
});

function pixelRatio() {
  return Math.min(window.devicePixelRatio || 1, MOST_PIXELS_PER_PIXEL);
}
