/** Text on a canvas: fonts, halo, spaced letters, and how much room a text needs. */

const widths = new Map();

/** @returns {string} the families to draw with, the page's own first */
export function families(host) {
  const own = getComputedStyle(host).getPropertyValue("--st-font").trim();
  const page = own && !own.includes("var(") ? `${own}, ` : "";
  return `${page}"Source Sans", "Atlas Korean", "Segoe UI", system-ui, sans-serif`;
}

/** Sets the font and the letter spacing of a style. */
export function setFont(context, style, family) {
  context.font = `${style.italic ? "italic " : ""}${style.weight} ${style.size}px ${family}`;
  context.letterSpacing = `${style.spacing ?? 0}px`;
}

/** @returns {number} width in pixels of a text in a style; the font is set as well */
export function widthOf(context, text, style, family) {
  setFont(context, style, family);
  const key = `${context.font}|${context.letterSpacing}|${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    width = context.measureText(text).width - (style.spacing ?? 0);
    if (widths.size > 6000) widths.clear();
    widths.set(key, width);
  }
  return width;
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
