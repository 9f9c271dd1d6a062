/** The words, the chart, the table and the sources of one step, as elements. Text stays text. */
import { element } from "./shell.js";

const MAY_STAY = /^(?!on|style$|href$|xlink:href$)/i;

/** @returns {HTMLElement[]} where and when, title, sentences */
export function wordsOf(step, words) {
  const made = [];
  const where = [words.as_of.replace("{date}", step.date), step.scenario].filter(Boolean);
  made.push(element("p", "story-where", where.join(" · ")));
  made.push(spoken(element("h2", "", step.title), step));
  step.say.forEach(({ text, ours }) => {
    const line = element("p", "story-say");
    line.append(spoken(element("span", "", unbroken(text)), step));
    if (ours) line.append(" ", element("span", "story-ours", words.ours));
    made.push(line);
  });
  return made;
}

/** A line ends neither inside a range of figures nor beside an arrow between two. */
function unbroken(text) {
  return text.replace(/(\d)–(?=\d)/g, "$1\u2060–\u2060").replaceAll(" → ", "\u00a0→\u00a0");
}

/** Marks words as of the language of their step, which a reader's story may not have in ours. */
function spoken(node, { lang }) {
  node.lang = lang;
  return node;
}

/** @returns {HTMLElement | null} the chart and the table of a step */
export function exhibitOf(step) {
  if (!step.chart && !step.table) return null;
  const box = element("div", "story-exhibit");
  if (step.chart) box.append(chartOf(step.chart));
  if (step.table) box.append(tableOf(step.table));
  return box;
}

/** @returns {HTMLElement} a list of sources with a heading; of a reader's own words it says so */
export function sourcesOf(step, { words, own }) {
  const box = element("div", "story-source-list");
  const list = element("ol");
  list.append(...step.sources.map((line) => element("li", "", line)));
  const none = element("p", "", words.no_sources);
  box.append(element("h3", "", words.sources), step.sources.length ? list : none);
  if (own) box.append(element("p", "", words.own));
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
