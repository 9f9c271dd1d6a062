/**
 * A canvas for pictures that are drawn elsewhere: the last one stays, moved and scaled, until the
 * next is there.
 */
import L from "./leaflet.js";
import { CanvasLayer, laid } from "./canvas_layer.js";

export const PictureLayer = CanvasLayer.extend({
  /** @param {(frame: object) => Promise<ImageBitmap>} painted draws the whole canvas */
  initialize(painted, options) {
    this._painted = painted;
    this._asked = 0;
    /** Resolves when the first picture is shown. */
    this.shown = new Promise((resolve, reject) => { this._first = { resolve, reject }; });
    L.Renderer.prototype.initialize.call(this, options);
  },

  _initContainer() {
    this._container = document.createElement("canvas");
    this._container.setAttribute("aria-hidden", "true");
    this._context = this._container.getContext("bitmaprenderer");
  },

  /** The picture of before lies where its places are now, until the next is there. */
  _reset() {
    this._update();
    this._updateTransform(this._map.getCenter(), this._map.getZoom());
  },

  reach(margin) {
    this._margin = margin;
    this.redraw();
  },

  /** @returns {object} the frame of a canvas with another margin */
  frameFor(margin) {
    return this.frameOf(laid(this._map, margin));
  },

  _covers() {
    return this._isCovered(this._coming ?? this._where);
  },

  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    this.redraw();
  },

  /** Asks for a picture of what the canvas has to show now; an older answer is not waited for. */
  async redraw() {
    if (!this._map) return;
    this._asked += 1;
    const mine = this._asked;
    this._coming = laid(this._map, this._margin ?? this.options.padding);
    try {
      const picture = await this._painted(this.frameOf(this._coming));
      if (mine === this._asked && this._map && picture) this._show(this._coming, picture);
      else picture?.close();
    } catch (fault) {
      this._first.reject(fault);
    }
  },

  _show(where, picture) {
    this._lie(where);
    this._coming = null;
    this._fit(picture.width, picture.height);
    this._context.transferFromImageBitmap(picture);
    this._first.resolve();
  },
});
