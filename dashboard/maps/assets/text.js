/** Text on a canvas: fonts, halo, spaced letters, and how much room a text needs. */

const PAGE_FAMILY = "Source Sans";
const MOST_FRAMES = 600;

/** Widths by text, by letters. */
const widths = new Map();

/** @returns {string} the families to draw with, the page's own first */
export function families(host) {
  const own = getComputedStyle(host).getPropertyValue("--st-font").trim();
  const page = own && !own.includes("var(") ? `${own}, ` : "";
  return `${page}"${PAGE_FAMILY}", "Atlas Korean", "Segoe UI", system-ui, sans-serif`;
}

/** Resolves when the page has brought its own letters, which it does once it has started. */
export async function pageLetters() {
  const isThere = () => [...document.fonts].some(({ family }) => family.includes(PAGE_FAMILY));
  for (let frames = 0; frames < MOST_FRAMES && !isThere(); frames += 1) {
    await new Promise((next) => { requestAnimationFrame(next); });
  }
  const kinds = ["600 12px", "italic 400 12px"];
  await Promise.all(kinds.map((kind) => document.fonts.load(`${kind} "${PAGE_FAMILY}"`)));
}

/** Sets the font and the letter spacing of a style. */
export function setFont(context, style, family) {
  context.font = fontOf(style, family);
  context.letterSpacing = `${style.spacing ?? 0}px`;
}

/** @returns {number} width in pixels of a text in a style */
export function widthOf(context, text, style, family) {
  const known = knownWidths(style, family);
  let width = known.get(text);
  if (width === undefined) {
    setFont(context, style, family);
    width = context.measureText(text).width - (style.spacing ?? 0);
    known.set(text, width);
  }
  return width;
}

/** Asking a context for its font takes longer than drawing with it: these are known without. */
function knownWidths(style, family) {
  const letters = `${fontOf(style, family)}|${style.spacing ?? 0}`;
  if (!widths.has(letters)) widths.set(letters, new Map());
  return widths.get(letters);
}

function fontOf({ italic, weight, size }, family) {
  return `${italic ? "italic " : ""}${weight} ${size}px ${family}`;
}

/** Forgets measured widths, as when a font has come in. */
export function forgetWidths() {
  widths.clear();
}

/** Draws a text with its left end and middle height at a point, on a halo. */
export function drawText(context, text, x, y, { style, family, color, halo, haloWidth = 3 }) {
  setFont(context, style, family);
  context.textAlign = "left";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.miterLimit = 2;
  context.strokeStyle = halo;
  context.lineWidth = haloWidth;
  context.strokeText(text, x, y);
  context.fillStyle = color;
  context.fillText(text, x, y);
}
