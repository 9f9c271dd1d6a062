/** How many corridors a strand carries, as a small number on it. */
import { pointAlong } from "./offset.js";
import { setFont, widthOf } from "./text.js";

const LEAST_LENGTH_PX = 54;
const SPOTS = [0.36, 0.66, 0.28, 0.76];

/** Draws a number on every strand of several corridors that is long enough to carry one. */
export function drawBadges(view, drawn, { theme, family, grid }) {
  const { context, place } = view;
  const style = { size: 10, weight: 700 };
  for (const item of drawn) {
    const { legs, faded, muted } = item.strand;
    if (legs.length < 2 || faded || item.length < LEAST_LENGTH_PX) continue;
    const text = String(legs.length);
    const half = widthOf(context, text, style, family) / 2 + 4.5;
    const at = SPOTS.map((part) => pointAlong(item.line, part))
      .map(({ x, y }) => ({ x: x * place.scale + place.dx, y: y * place.scale + place.dy }))
      .find(({ x, y }) => grid.isFree([x - half, y - 7, x + half, y + 7], 2));
    if (!at) continue;
    grid.addBox([at.x - half, at.y - 7, at.x + half, at.y + 7]);
    context.globalAlpha = muted ? 0.75 : 1;
    pill(context, at.x, at.y, half, theme);
    setFont(context, style, family);
    context.fillStyle = theme.badgeText;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillText(text, at.x, at.y + 0.5);
    context.globalAlpha = 1;
  }
}

function pill(context, x, y, half, theme) {
  context.beginPath();
  context.roundRect(x - half, y - 7, 2 * half, 14, 7);
  context.fillStyle = theme.badge;
  context.strokeStyle = theme.legHalo;
  context.lineWidth = 1.5;
  context.setLineDash([]);
  context.stroke();
  context.fill();
}
