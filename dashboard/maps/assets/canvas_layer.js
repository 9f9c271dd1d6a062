/**
 * A canvas larger than the view that Leaflet moves and scales; it is drawn anew only when the view
 * leaves it or the zoom changes.
 */
import L from "./leaflet.js";
import { placement } from "./frame.js";

const MARGIN = 0.2;
const MOST_PIXELS_PER_PIXEL = 2;

export const CanvasLayer = L.Renderer.extend({
  options: { padding: MARGIN, interactive: false },

  /** @param {(frame: object) => void} draw draws the whole canvas */
  initialize(draw, options) {
    this._draw = draw;
    L.Renderer.prototype.initialize.call(this, options);
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
  },

  _onZoomEnd() {
    if (!this._covers()) this._update();
  },

  _covers() {
    if (!this._bounds || this._zoom !== this._map.getZoom()) return false;
    const corner = this._map.containerPointToLayerPoint([0, 0]);
    const view = L.bounds(corner, corner.add(this._map.getSize()));
    return this._bounds.contains(view);
  },

  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    L.Renderer.prototype._update.call(this);
    const size = this._bounds.getSize();
    const ratio = Math.min(window.devicePixelRatio || 1, MOST_PIXELS_PER_PIXEL);
    const canvas = this._container;
    const width = Math.round(size.x * ratio);
    const height = Math.round(size.y * ratio);
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
      canvas.style.width = `${size.x}px`;
      canvas.style.height = `${size.y}px`;
    }
    L.DomUtil.setPosition(canvas, this._bounds.min);
    this.redraw();
  },

  /** Where the canvas lies now, for drawing and for finding what is under the pointer. */
  frame() {
    const zoom = this._zoom;
    const origin = this._map.getPixelOrigin().add(this._bounds.min);
    const size = this._bounds.getSize();
    const ratio = this._container.width / size.x;
    return {
      context: this._context,
      canvas: this._container,
      zoom,
      place: placement(zoom, origin),
      min: this._bounds.min,
      seen: this._seen(),
      width: size.x,
      height: size.y,
      ratio,
    };
  },

  /** The part of the canvas that is seen: left, top, right, bottom. */
  _seen() {
    const corner = this._map.containerPointToLayerPoint([0, 0]).subtract(this._bounds.min);
    const size = this._map.getSize();
    return [corner.x, corner.y, corner.x + size.x, corner.y + size.y];
  },

  /** Draws the canvas anew where it is. */
  redraw() {
    if (!this._bounds || !this._map) return;
    const frame = this.frame();
    frame.context.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0);
    // Where the canvas lies, for those who look at the page from outside.
    frame.canvas.dataset.place = JSON.stringify(frame.place);
    frame.context.clearRect(0, 0, frame.width, frame.height);
    this._draw(frame);
  },
});
