/** Waypoints: a small sign by role and a name set where it covers least. */
import { nameIn } from "./names.js";
import { Neighbours } from "./neighbours.js";
import { drawText, widthOf } from "./text.js";

const SECOND_LINE_FROM_ZOOM = 5.75;
const SIGN_PX = { "origin region": 5, "border region": 4.4, "exit border region": 4.4, "transit hub": 5, "transit city": 4, "protection point": 5.4, destination: 6 };
const RANK = ["destination", "protection point", "origin region", "transit hub", "exit border region", "border region", "transit city"];

/**
 * @returns {object[]} the waypoints that a strand touches, the most important first; `faded` where
 *   every strand there is
 */
export function touched(network, strands) {
  const found = new Map();
  for (const { link, faded } of strands) {
    for (const end of [network.links[link].from, network.links[link].to]) {
      found.set(end, faded && (found.get(end) ?? true));
    }
  }
  return [...found]
    .map(([index, faded]) => ({ ...network.waypoints[index], faded }))
    .sort((a, b) => a.faded - b.faded || RANK.indexOf(a.role) - RANK.indexOf(b.role));
}

/** Draws signs first, so that no name covers one, then the names. */
export function drawWaypoints(view, waypoints, how) {
  const seen = waypoints
    .map((place) => ({ place, ...onCanvas(place, view.place) }))
    .filter(({ x, y }) => x > -10 && y > -10 && x < view.width + 10 && y < view.height + 10);
  seen.forEach(({ place, x, y }) => {
    const size = SIGN_PX[place.role] ?? 4;
    how.grid.addBox([x - size, y - size, x + size, y + size]);
    view.context.globalAlpha = place.faded ? 0.35 : 1;
    drawSign(view.context, x, y, place.role, how.theme);
    view.context.globalAlpha = 1;
  });
  const signs = new Neighbours(seen);
  seen.filter(({ place }) => !place.faded).forEach((item) => drawName(view, item, signs, how));
}

/** Draws the sign of a role. */
export function drawSign(context, x, y, role, theme) {
  const size = SIGN_PX[role] ?? 4;
  context.setLineDash([]);
  context.lineJoin = "miter";
  trace(context, x, y, role, size);
  context.strokeStyle = theme.waypointHalo;
  context.lineWidth = 4.2;
  context.stroke();
  const filled = role === "origin region" || role === "destination" || role === "transit hub";
  context.fillStyle = filled ? theme.waypoint : theme.waypointFill;
  context.strokeStyle = theme.waypoint;
  context.lineWidth = 1.7;
  context.fill();
  context.stroke();
  if (role === "protection point" || role === "destination" || role === "transit hub") {
    context.beginPath();
    context.arc(x, y, size * (role === "protection point" ? 0.4 : 0.36), 0, 2 * Math.PI);
    context.fillStyle = filled ? theme.waypointFill : theme.waypoint;
    context.fill();
  }
}

function trace(context, x, y, role, size) {
  context.beginPath();
  if (role === "origin region") {
    polygon(context, x, y, [[0, -size], [size, 0], [0, size], [-size, 0]]);
  } else if (role.endsWith("border region")) {
    const side = size * 0.8;
    polygon(context, x, y, [[-side, -side], [side, -side], [side, side], [-side, side]]);
  } else if (role === "protection point") {
    polygon(context, x, y, [
      [0, -size], [size * 0.87, -size * 0.5], [size * 0.87, size * 0.5],
      [0, size], [-size * 0.87, size * 0.5], [-size * 0.87, -size * 0.5],
    ]);
  } else {
    context.arc(x, y, size * 0.85, 0, 2 * Math.PI);
  }
}

function polygon(context, x, y, corners) {
  corners.forEach(([dx, dy], i) => (
    i ? context.lineTo(x + dx, y + dy) : context.moveTo(x + dx, y + dy)
  ));
  context.closePath();
}

function drawName(view, at, signs, { theme, family, lang, grid }) {
  const { place } = at;
  const { context, zoom } = view;
  // Most names of a crowded map have no room whatever they are: these are not measured.
  if (!hasRoom(at, grid)) return;
  const [first, second] = parts(nameIn(place, lang), zoom >= SECOND_LINE_FROM_ZOOM);
  const weight = place.role === "transit city" || place.role.endsWith("border region") ? 600 : 700;
  const style = { size: 12.5, weight };
  const small = { size: 10.5, weight: 400 };
  const lines = [[first, style]];
  if (second && zoom >= SECOND_LINE_FROM_ZOOM) lines.push([second, small]);
  const wide = Math.max(...lines.map(([text, type]) => widthOf(context, text, type, family)));
  const tall = lines.length > 1 ? 26 : LINE_PX;
  const spot = bestSpot(at, { wide, tall }, { grid, signs });
  if (!spot) return;
  grid.addBox(spot.box);
  lines.forEach(([text, type], i) => {
    const width = widthOf(context, text, type, family);
    const left = spot.box[0] + 2 + (wide - width) * spot.align;
    const middle = spot.box[1] + 7.5 + i * 12.5;
    drawText(context, text, left, middle, {
      style: type, family, color: theme.waypointText, halo: theme.waypointHalo, haloWidth: 3.6,
    });
  });
}

/** A place is named by what it stands for first; the rest follows when there is room. */
function parts(name, near) {
  const found = /^(.+?)(?:\s*\/\s*(.+)|\s*\((.+)\)|·(.+))$/.exec(name);
  const first = found ? found[1] : name;
  const second = found ? found[2] ?? found[3] ?? found[4] : "";
  return [near ? first : first.replace(/ Province$/, ""), second];
}

function bestSpot(at, size, { grid, signs }) {
  let best = null;
  for (const spot of SPOTS) {
    if (best && best.cost <= spot.gap * 2) continue;
    const box = boxAt(at, size, spot);
    const cost = grid.cost(box) * 4 + spot.gap * 2;
    if (cost === Infinity || (best && best.cost <= cost)) continue;
    if (signs.isNearest(box, at)) best = { box, align: spot.align, cost };
  }
  return best;
}

function hasRoom(at, grid) {
  return SPOTS.some((spot) => grid.cost(boxAt(at, LEAST, spot)) < Infinity);
}

function boxAt(at, { wide, tall }, { aside, down, gap }) {
  const left = at.x + aside * gap + (aside > 0 ? 0 : aside < 0 ? -wide : -wide / 2);
  const top = at.y + down * gap - tall / 2 + (down * tall) / 2;
  return [left - 2, top - 1, left + wide + 2, top + tall + 1];
}

const LINE_PX = 14;
/** No name is smaller than that. */
const LEAST = { wide: 8, tall: LINE_PX };
/** Where a name may stand, the best first; `align` is the side on which its lines are flush. */
const SPOTS = [8, 13, 18].flatMap((gap) => [
  { gap, aside: 1, down: 0, align: 0 },
  { gap, aside: -1, down: 0, align: 1 },
  { gap, aside: 0, down: -1, align: 0.5 },
  { gap, aside: 0, down: 1, align: 0.5 },
  { gap, aside: 0.8, down: -0.8, align: 0 },
  { gap, aside: 0.8, down: 0.8, align: 0 },
  { gap, aside: -0.8, down: -0.8, align: 1 },
  { gap, aside: -0.8, down: 0.8, align: 1 },
]);

function onCanvas(place, { scale, dx, dy }) {
  return { x: place.x * scale + dx, y: place.y * scale + dy };
}

/** @returns {object | null} the waypoint whose sign lies under a point of the canvas */
export function waypointAt(waypoints, place, point) {
  const near = (waypoint) => {
    const { x, y } = onCanvas(waypoint, place);
    return Math.hypot(x - point.x, y - point.y) <= (SIGN_PX[waypoint.role] ?? 4) + 2;
  };
  return waypoints.find(near) ?? null;
}
