/** How strands are inked: halo, colour, what stands inside a line, and the tick of its direction. */
import { traceLine } from "./lines.js";
import { pointAlong } from "./offset.js";
import { CUSTODY, DISPATCHED, PROTECTION } from "./stroke.js";

const HALO_PX = 3.2;
const TICK_LEAST_PX = 44;
const TICK_AT = 0.5;

/** Draws the halo of strands of one look. */
export function drawHalo(context, items, place) {
  const { stroke } = items[0];
  tracedAll(context, items, place);
  context.lineCap = "round";
  context.setLineDash([]);
  context.globalAlpha = stroke.alpha;
  strokeWith(context, stroke.halo, stroke.width + HALO_PX);
}

/** Draws the colour of strands of one look and the light line inside them. */
export function drawColor(context, items, place, theme) {
  const { stroke, mode, strand } = items[0];
  tracedAll(context, items, place);
  context.globalAlpha = stroke.alpha;
  context.lineCap = mode === "sea" || !stroke.dash.length ? "round" : "butt";
  context.setLineDash(stroke.dash);
  strokeWith(context, stroke.color, stroke.width);
  context.lineCap = "butt";
  if (strand.standing === PROTECTION) {
    context.setLineDash([]);
    strokeWith(context, theme.inner, Math.max(0.9, stroke.width * 0.36));
  } else if (strand.standing === CUSTODY) {
    context.setLineDash([7, 6]);
    strokeWith(context, theme.inner, Math.max(0.9, stroke.width * 0.36));
  } else if (strand.standing === DISPATCHED) {
    context.setLineDash([2, 3]);
    strokeWith(context, theme.inner, Math.max(0.9, stroke.width * 0.5));
  }
}

/** A chevron inside the line at its middle says which way it is travelled. */
export function drawTicks(context, items, place, theme) {
  context.setLineDash([]);
  context.lineCap = "round";
  for (const large of [true, false]) {
    context.beginPath();
    for (const item of items) {
      if (item.length < TICK_LEAST_PX || item.strand.faded) continue;
      if (item.stroke.width >= 3.4 !== large) continue;
      traceTick(context, item, place);
    }
    context.globalAlpha = 1;
    strokeWith(context, theme.tick, large ? 1.5 : 1.15);
  }
}

function traceTick(context, { line, stroke }, { scale, dx, dy }) {
  const at = pointAlong(line, TICK_AT);
  const size = Math.max(2.1, stroke.width * 0.5);
  const x = at.x * scale + dx;
  const y = at.y * scale + dy;
  const cos = Math.cos(at.angle);
  const sin = Math.sin(at.angle);
  const turned = (along, aside) => [x + along * cos - aside * sin, y + along * sin + aside * cos];
  context.moveTo(...turned(-size * 0.55, -size * 0.8));
  context.lineTo(...turned(size * 0.55, 0));
  context.lineTo(...turned(-size * 0.55, size * 0.8));
}

function tracedAll(context, items, place) {
  context.beginPath();
  for (const item of items) traceLine(context, item.line, place);
}

/** Strokes the path under construction. */
export function strokeWith(context, style, width) {
  context.strokeStyle = style;
  context.lineWidth = width;
  context.stroke();
}
