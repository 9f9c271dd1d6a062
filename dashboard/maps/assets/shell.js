/** The elements that the map stands in, inside the component's shadow root. */
import { beside, readSheet } from "./load.js";

const SHEETS = ["./leaflet/leaflet.css", "./map.css"];
const COVERS = ".atlas-legend, .atlas-buttons, .atlas-print, .leaflet-control-scale";

let sheets = null;

/**
 * @param {ShadowRoot} parent
 * @returns {object} frame and map, and what can be done with them
 */
export function madeShell(parent) {
  const frame = element("div", "atlas");
  const map = element("div", "atlas-map");
  frame.append(map);
  parent.append(frame);
  wear(parent);
  return {
    frame,
    map,
    moveTo(other) {
      wear(other);
      other.append(frame);
    },
    /** @returns {number[][]} what lies over the map: left, top, right, bottom of each */
    covered() {
      const { left: x, top: y } = frame.getBoundingClientRect();
      return [...frame.querySelectorAll(COVERS)].map((one) => {
        const { left, top, right, bottom } = one.getBoundingClientRect();
        return [left - x, top - y, right - x, bottom - y].map(Math.round);
      });
    },
    /** Sets the colours of what is not drawn on a canvas. */
    dress({ name }) {
      frame.dataset.theme = name;
    },
    remove() {
      frame.remove();
    },
  };
}

/** Puts the sheets on, at once where they have been read before: nothing is ever seen without them. */
async function wear(root) {
  root.adoptedStyleSheets = sheets ?? [];
  sheets ??= await Promise.all(SHEETS.map((name) => readSheet(beside(name))));
  root.adoptedStyleSheets = sheets;
}

/** @returns {HTMLElement} a new element with a class and, where given, a text */
export function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}
