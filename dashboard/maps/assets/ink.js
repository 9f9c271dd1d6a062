/** How strands are inked: halo, colour, what stands inside a line, and the tick of its direction. */
import { traceLine } from "./lines.js";
import { pointAlong } from "./offset.js";
import { CUSTODY, DISPATCHED, PROTECTION } from "./stroke.js";

const HALO_PX = 3.2;
const TICK_LEAST_PX = 44;
const TICK_AT = 0.5;
/** Dash of the light line inside a strand, by its standing. */
const INNER_DASH = { [PROTECTION]: [], [CUSTODY]: [7, 6], [DISPATCHED]: [2, 3] };

/** Draws the halo of strands of one look. */
export function drawHalo(context, items, place) {
  const { stroke } = items[0];
  context.lineCap = "butt";
  context.setLineDash([]);
  context.globalAlpha = stroke.alpha;
  inked(context, items, place, { style: stroke.halo, width: stroke.width + HALO_PX });
}

/** Draws the colour of strands of one look and the light line inside them. */
export function drawColor(context, items, place, theme) {
  const { stroke, mode, strand } = items[0];
  context.globalAlpha = stroke.alpha;
  context.lineCap = mode === "sea" ? "round" : "butt";
  context.setLineDash(stroke.dash);
  inked(context, items, place, { style: stroke.color, width: stroke.width });
  const dash = INNER_DASH[strand.standing];
  if (!dash) return;
  context.lineCap = "butt";
  context.setLineDash(dash);
  const part = strand.standing === DISPATCHED ? 0.5 : 0.3;
  inked(context, items, place, { style: theme.inner, width: Math.max(0.9, stroke.width * part) });
}

/** A chevron inside the line at its middle says which way it is travelled. */
export function drawTicks(context, items, place, theme) {
  context.setLineDash([]);
  context.lineCap = "round";
  context.globalAlpha = 1;
  context.strokeStyle = theme.tick;
  for (const item of items) {
    if (item.length < TICK_LEAST_PX || item.strand.faded) continue;
    context.beginPath();
    traceTick(context, item, place);
    context.lineWidth = item.stroke.width >= 3.4 ? 1.4 : 1.1;
    context.stroke();
  }
}

function traceTick(context, { line, stroke }, { scale, dx, dy }) {
  const at = pointAlong(line, TICK_AT);
  const size = Math.max(2, stroke.width * 0.46);
  const x = at.x * scale + dx;
  const y = at.y * scale + dy;
  const cos = Math.cos(at.angle);
  const sin = Math.sin(at.angle);
  const turned = (along, aside) => [x + along * cos - aside * sin, y + along * sin + aside * cos];
  context.moveTo(...turned(-size * 0.55, -size * 0.8));
  context.lineTo(...turned(size * 0.55, 0));
  context.lineTo(...turned(-size * 0.55, size * 0.8));
}

/** Strokes each line by itself: one path of many lines takes a browser several times as long. */
function inked(context, items, place, { style, width }) {
  context.strokeStyle = style;
  context.lineWidth = width;
  for (const item of items) {
    context.beginPath();
    traceLine(context, item.line, place);
    context.stroke();
  }
}

/** Strokes the path under construction. */
export function strokeWith(context, style, width) {
  context.strokeStyle = style;
  context.lineWidth = width;
  context.stroke();
}
