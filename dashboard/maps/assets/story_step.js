/** The words, the chart, the table and the sources of one step, as elements. Text stays text. */
import { element } from "./shell.js";

const MAY_STAY = /^(?!on|style$|href$|xlink:href$)/i;

/** @returns {HTMLElement[]} where and when, title, sentences */
export function wordsOf(step, words) {
  const made = [];
  const where = [words.as_of.replace("{date}", step.date), step.scenario].filter(Boolean);
  made.push(element("p", "story-where", where.join(" · ")));
  made.push(element("h2", "", step.title));
  step.say.forEach(({ text, ours }) => {
    const line = element("p", "story-say", text);
    if (ours) line.append(" ", element("span", "story-ours", words.ours));
    made.push(line);
  });
  return made;
}

/** @returns {HTMLElement | null} the chart and the table of a step */
export function exhibitOf(step) {
  if (!step.chart && !step.table) return null;
  const box = element("div", "story-exhibit");
  if (step.chart) box.append(chartOf(step.chart));
  if (step.table) box.append(tableOf(step.table));
  return box;
}

/** @returns {HTMLElement} a list of sources with a heading */
export function sourcesOf(step, words) {
  const box = element("div", "story-source-list");
  const list = element("ol");
  list.append(...step.sources.map((line) => element("li", "", line)));
  const none = element("p", "", words.no_sources);
  box.append(element("h3", "", words.sources), step.sources.length ? list : none);
  return box;
}

function chartOf({ title, counts, svg, notes }) {
  const figure = element("figure", "story-chart");
  const caption = element("figcaption", "", title);
  caption.append(element("small", "", counts));
  const plot = plotOf(svg);
  plot.setAttribute("role", "img");
  plot.setAttribute("aria-label", [title, counts, notes[0]].filter(Boolean).join(". "));
  figure.append(caption, plot, ...notes.map((note) => element("p", "story-note", note)));
  return figure;
}

/** @returns {SVGElement} the drawing, without anything that acts or reaches out */
function plotOf(svg) {
  const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  [root, ...root.querySelectorAll("*")].forEach((node) => {
    if (/^(script|foreignObject|style|image|a)$/i.test(node.localName)) node.remove();
    [...node.attributes].forEach(({ name }) => MAY_STAY.test(name) || node.removeAttribute(name));
  });
  return document.importNode(root, true);
}

function tableOf({ title, columns, rows, notes }) {
  const box = element("div", "story-table");
  box.tabIndex = 0;
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", title);
  const table = element("table");
  const caption = element("caption", "", title);
  const head = element("thead");
  head.append(rowOf(columns, "th"));
  head.querySelectorAll("th").forEach((cell) => { cell.scope = "col"; });
  const body = element("tbody");
  body.append(...rows.map((cells) => rowOf(cells, "td")));
  table.append(caption, head, body);
  box.append(table, ...notes.map((note) => element("p", "story-note", note)));
  return box;
}

function rowOf(cells, name) {
  const row = element("tr");
  row.append(...cells.map((cell) => element(name, "", cell)));
  return row;
}
