/** The elements that the map stands in, inside the component's shadow root. */
import { beside } from "./load.js";

const SHEETS = ["./leaflet/leaflet.css", "./map.css"];

/** @returns {{frame: HTMLElement, map: HTMLElement, remove: () => void}} */
export function madeShell(parent) {
  const sheets = SHEETS.map((name) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = beside(name);
    return link;
  });
  const frame = element("div", "atlas");
  const map = element("div", "atlas-map");
  frame.append(map);
  parent.append(...sheets, frame);
  return {
    frame,
    map,
    /** Sets the colours of what is not drawn on a canvas. */
    dress({ name }) {
      frame.dataset.theme = name;
    },
    remove() {
      frame.remove();
      sheets.forEach((link) => link.remove());
    },
  };
}

/** @returns {HTMLElement} a new element with a class and, where given, a text */
export function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}
