/** Small pictures for the legend, drawn with the same ink as the map. */
import { drawColor, drawHalo } from "./ink.js";
import { NOTCH, casingOf, drawDiamond } from "./own_legs.js";
import { strokeOf } from "./stroke.js";
import { drawSign } from "./waypoints.js";

const WIDE = 34;
const TALL = 14;
const PLACE = { scale: 1, dx: 0, dy: 0 };

/**
 * @param {object} strand what the line stands for: kind, standing, muted
 * @param {string} mode
 * @param {{legend: object, theme: object}} how
 */
export function lineSwatch(strand, mode, { legend, theme }) {
  const { canvas, context } = blank(WIDE);
  const stroke = strokeOf(strand, mode, { legend, theme, zoom: 5 });
  const line = mode === "air" ? bow() : new Float64Array([3, TALL / 2, WIDE - 3, TALL / 2]);
  const items = [{ strand, mode, stroke, line }];
  context.lineJoin = "round";
  drawHalo(context, items, PLACE);
  drawColor(context, items, PLACE, theme);
  return canvas;
}

/** @returns {HTMLCanvasElement} the sign of a waypoint's role */
export function signSwatch(role, theme) {
  const { canvas, context } = blank(TALL);
  drawSign(context, TALL / 2, TALL / 2, role, theme);
  return canvas;
}

/** @returns {HTMLCanvasElement[]} an own leg, one that an own assessment touches, and an own place */
export function ownSwatches({ theme }) {
  const place = blank(TALL);
  drawDiamond(place.context, TALL / 2, TALL / 2);
  place.context.fillStyle = theme.legHalo;
  place.context.fill();
  place.context.strokeStyle = casingOf(theme);
  place.context.lineWidth = 2;
  place.context.stroke();
  return [ownSwatch(theme, []), ownSwatch(theme, NOTCH), place.canvas];
}

function ownSwatch(theme, notch) {
  const { canvas, context } = blank(WIDE);
  context.lineCap = notch.length ? "butt" : "round";
  const inks = [[casingOf(theme), 8], [theme.legHalo, notch.length ? 8 : 4], [theme.legHalo, 4], [theme.muted, 2.5]];
  inks.forEach(([style, width], i) => {
    context.setLineDash(i === 1 ? notch : []);
    context.beginPath();
    context.moveTo(5, TALL / 2);
    context.lineTo(WIDE - 5, TALL / 2);
    context.strokeStyle = style;
    context.lineWidth = width;
    context.stroke();
  });
  return canvas;
}

/** @returns {HTMLCanvasElement} a patch of a country's tint */
export function tintSwatch(color, theme) {
  const { canvas, context } = blank(WIDE);
  context.fillStyle = theme.land;
  context.fillRect(3, 1, WIDE - 6, TALL - 2);
  context.globalAlpha = theme.tintAlpha;
  context.fillStyle = color;
  context.fillRect(3, 1, WIDE - 6, TALL - 2);
  context.globalAlpha = 1;
  context.strokeStyle = theme.border;
  context.strokeRect(3.5, 1.5, WIDE - 7, TALL - 3);
  return canvas;
}

function bow() {
  const line = new Float64Array(18);
  for (let i = 0; i < 9; i += 1) {
    line[2 * i] = 3 + ((WIDE - 6) * i) / 8;
    line[2 * i + 1] = TALL - 3 - 8 * Math.sin((Math.PI * i) / 8);
  }
  return line;
}

function blank(wide) {
  const ratio = Math.min(window.devicePixelRatio || 1, 2);
  const canvas = document.createElement("canvas");
  canvas.width = wide * ratio;
  canvas.height = TALL * ratio;
  canvas.style.width = `${wide}px`;
  canvas.style.height = `${TALL}px`;
  canvas.setAttribute("aria-hidden", "true");
  const context = canvas.getContext("2d");
  context.scale(ratio, ratio);
  return { canvas, context };
}
