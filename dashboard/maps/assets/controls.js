/** Buttons, scale bar and the lines of small print on the map. */
import L from "./leaflet.js";
import { element } from "./shell.js";

const SVG = "http://www.w3.org/2000/svg";
const ICONS = {
  zoom_in: "M8 3v10M3 8h10",
  zoom_out: "M3 8h10",
  reset_view: "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10",
};
const SOURCES = "Natural Earth · GeoNames (CC BY 4.0)";

/** Puts the controls on a map; `say` sets their words. */
export class Controls {
  /** @param {HTMLElement} frame @param {object} map @param {() => void} reset */
  constructor(frame, map, reset) {
    const bar = element("div", "atlas-buttons");
    this.buttons = {
      zoom_in: button("zoom_in", () => map.zoomIn(1)),
      zoom_out: button("zoom_out", () => map.zoomOut(1)),
      reset_view: button("reset_view", reset),
    };
    bar.append(...Object.values(this.buttons));
    this.evidence = element("span", "atlas-evidence");
    this.disclaimer = element("span");
    this.print = element("div", "atlas-print");
    this.print.append(this.evidence, this.disclaimer, element("span", "", SOURCES));
    this.notice = element("div", "atlas-notice");
    this.notice.setAttribute("role", "status");
    this.notice.hidden = true;
    frame.append(bar, this.print, this.notice);
    L.control.scale({ imperial: false, position: "bottomleft", maxWidth: 110 }).addTo(map);
    map.on("zoomend", () => this.#bound(map));
    this.#bound(map);
  }

  /** @param {Record<string, string>} words */
  say(words) {
    Object.entries(this.buttons).forEach(([name, made]) => {
      made.title = words[name];
      made.setAttribute("aria-label", words[name]);
    });
    this.evidence.textContent = words.evidence_date;
    this.disclaimer.textContent = words.disclaimer;
  }

  /** @param {string | null} text shown over the map until it is taken away again */
  notify(text) {
    this.notice.textContent = text ?? "";
    this.notice.hidden = !text;
  }

  #bound(map) {
    this.buttons.zoom_in.disabled = map.getZoom() >= map.getMaxZoom();
    this.buttons.zoom_out.disabled = map.getZoom() <= map.getMinZoom();
  }
}

function button(name, act) {
  const made = element("button", "atlas-button");
  made.type = "button";
  const icon = document.createElementNS(SVG, "svg");
  icon.setAttribute("viewBox", "0 0 16 16");
  icon.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  icon.append(path);
  made.append(icon);
  made.addEventListener("click", act);
  return made;
}
