/** The permanent legend: classes, tint, what lines and signs mean. */
import { element } from "./shell.js";
import { lineSwatch, ownSwatches, signSwatch, tintSwatch } from "./swatch.js";
import { themed } from "./theme.js";

const STANDING_KEYS = [["custody", 1], ["protection", 2], ["dispatched", 3]];
const NARROW_PX = 560;
const ROLES = ["origin region", "border region", "exit border region", "transit hub", "transit city", "protection point", "destination"];

/** @returns {HTMLElement[]} what the colours of legs and countries mean */
export function legendRows({ legend, tint }, theme) {
  return [...classRows({ legend, theme }), ...tintRows(tint, theme)];
}

export class Legend {
  constructor(frame) {
    this.frame = frame;
    this.box = element("section", "atlas-legend");
    this.head = element("button", "atlas-legend-head");
    this.head.type = "button";
    this.body = element("div", "atlas-legend-body");
    this.body.tabIndex = 0;
    this.box.append(this.head, this.body);
    frame.append(this.box);
    this.head.addEventListener("click", () => this.#open(this.body.hidden));
    this.#open(frame.clientWidth >= NARROW_PX);
  }

  /** Shows the legend of new data; nothing happens when it is the same as before. */
  show({ legend, tint, words, own, low = false }, network, theme) {
    const key = JSON.stringify([legend, tint, words, own?.mark, low, theme.name, Boolean(network)]);
    if (key === this.key) return;
    // A map that is low for a while, beside something else, has no room for an open legend.
    if (low !== (this.low ?? false)) this.#open(!low && this.frame.clientWidth >= NARROW_PX);
    this.low = low;
    this.key = key;
    this.head.textContent = words.legend;
    this.box.setAttribute("aria-label", words.legend);
    const how = { legend, theme };
    // Open it covers a good part of a map, and of all places where people arrive.
    const open = this.body.querySelector("details")?.open ?? false;
    this.body.replaceChildren(
      ...classRows(how),
      ...(own ? ownRows(words, how, own) : []),
      ...tintRows(tint, theme),
      keyRows(network, words, how, open),
    );
  }

  #open(open) {
    this.body.hidden = !open;
    this.head.setAttribute("aria-expanded", String(open));
  }
}

function classRows(how) {
  const { legend } = how;
  const rows = legend.classes.map((look, kind) => (
    row(lineSwatch({ kind, standing: 0, muted: false }, "land", how), look.label)
  ));
  const made = [element("h3", "", legend.title), ...rows.reverse()];
  // No data stands last, apart from the classes.
  made.push(...made.splice(1, 1));
  (legend.vague ?? []).forEach((label, i) => {
    const strand = { kind: legend.nodata - 3, standing: 0, muted: false, vague: i + 1 };
    made.push(row(lineSwatch(strand, "land", how), label));
  });
  if (legend.note) made.push(element("p", "atlas-note", legend.note));
  return made;
}

function ownRows(words, how, { touched, places }) {
  const [leg, notched, place] = ownSwatches(how);
  return [
    element("h3", "", words.yours),
    row(leg, words.own_leg),
    ...(touched.includes("1") ? [row(notched, words.touched)] : []),
    ...(places.length ? [row(place, words.own_place)] : []),
  ];
}

function tintRows(tint, theme) {
  if (!tint) return [];
  const rows = tint.classes.map((look) => row(tintSwatch(themed(look, theme), theme), look.label));
  return [element("h3", "", tint.title), ...rows];
}

function keyRows(network, words, how, open) {
  const strongest = Math.max(0, how.legend.nodata - 1);
  const strand = (change) => ({ kind: strongest, standing: 0, muted: false, ...change });
  const modes = new Set(network ? network.links.map(({ mode }) => mode) : []);
  const standings = new Set(network ? network.legs.map(({ standing }) => standing) : []);
  const roles = new Set(network ? network.waypoints.map(({ role }) => role) : []);
  const lines = () => [
    row(lineSwatch(strand(), "land", how), words.ground),
    ...["air", "sea"].filter((mode) => modes.has(mode))
      .map((mode) => row(lineSwatch(strand(), mode, how), words[mode])),
    ...STANDING_KEYS.filter(([name]) => standings.has(name))
      .map(([name, code]) => row(lineSwatch(strand({ standing: code }), "land", how), capital(words[name]))),
    row(lineSwatch(strand({ muted: true }), "land", how), words.muted),
    row(element("span", "atlas-badge", "3"), words.bundle),
    row(element("span", "atlas-tick", "›"), words.direction),
  ];
  const signs = () => ROLES.filter((role) => roles.has(role))
    .map((role) => row(signSwatch(role, how.theme), words[`role_${role}`] ?? role));
  const more = element("details", "atlas-keys");
  more.append(element("summary", "", words.keys));
  // Their small pictures take as long as a map of a few legs: they are drawn when they are looked at.
  more.addEventListener("toggle", () => {
    const places = element("div", "atlas-signs");
    places.append(...signs());
    more.append(...lines(), places);
  }, { once: true });
  more.open = open;
  return more;
}

/** A word that stands inside sentences elsewhere begins a line here. */
function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function row(picture, text) {
  const made = element("div", "atlas-row");
  const cell = element("span", "atlas-swatch");
  cell.append(picture);
  made.append(cell, element("span", "", text));
  return made;
}
