/** The basemap's own names: countries, seas and places, as many as the zoom has room for. */
import { toWorld } from "./frame.js";
import { drawText, widthOf } from "./text.js";

const NEAR_WAYPOINT = 0.45 / 360;

/** Zoom from which a rank is shown. */
const COUNTRY_FROM = { 1: 2, 2: 3, 3: 3.7, 4: 4.6, 5: 5.6, 9: 99 };
const SEA_FROM = [2, 3, 3.6, 4.4, 5, 5.6];
const PLACE_FROM = [3.6, 3.6, 4.3, 4.7, 5, 5.4, 5.9];
const CAPITAL_EARLIER = 0.6;

/** Where else a centred name may stand: in widths aside and heights down. */
const AT_SEA = [
  [0, 0], [0, -1.4], [0, 1.4], [-0.4, 0], [0.4, 0], [-0.4, -1.4], [0.4, -1.4], [-0.4, 1.4],
  [0.4, 1.4], [0, -2.8], [0, 2.8], [-0.8, 0], [0.8, 0], [-0.5, -2.8], [0.5, -2.8], [-0.5, 2.8],
  [0.5, 2.8],
];
const ON_LAND = [[0, 0], [0, -1.2], [0, 1.2], [-0.12, 0], [0.12, 0], [0.12, -1.2], [0, -2.2], [0, 2.2]];
/** A country's name may touch so many squares of lines rather than be left out. */
const MOST_CROSSED = 9;

/** A letter of a script without capitals, such as Hangul. */
const CASELESS = /\p{Lo}/u;

/** @returns {string} what a place is called in a language, in English where it has no such name */
export function nameIn(place, lang) {
  return place[lang] ?? place.en;
}

/** @returns {object} labels by kind with their place on the map, from the names file */
export function namesOf(file) {
  const at = (lon, lat) => {
    const [x, y] = toWorld(lon, lat);
    return { x, y };
  };
  const called = (names) => Object.fromEntries(names.map((name, i) => [file.languages[i], name]));
  return {
    countries: file.countries.map(([, lon, lat, size, ...names]) => (
      { ...at(lon, lat), size, ...called(names) }
    )),
    seas: file.seas.map(([lon, lat, rank, ...names]) => ({ ...at(lon, lat), rank, ...called(names) })),
    places: file.places.map(([lon, lat, rank, capital, ...names]) => (
      { ...at(lon, lat), rank, capital: capital === 1, ...called(names) }
    )),
  };
}

/**
 * Draws what fits. Countries come first, then capitals and large places, then seas.
 * @param {object} view frame of the canvas
 * @param {object} names
 * @param {{theme: object, family: string, lang: string, grid: object, waypoints: object[]}} how
 */
export function drawNames(view, names, how) {
  names.countries.forEach((label) => drawCountry(view, label, how));
  names.places.forEach((label) => drawPlace(view, label, how));
  names.seas.forEach((label) => drawSea(view, label, how));
}

function drawCountry(view, label, how) {
  if (view.zoom < (COUNTRY_FROM[label.size] ?? 99)) return;
  const { theme, lang } = how;
  const big = label.size === 1 ? 2.5 : label.size === 2 ? 1 : 0;
  const size = 10.5 + big + Math.max(0, Math.min(2.5, view.zoom - 4));
  const name = nameIn(label, lang);
  const caseless = CASELESS.test(name);
  const style = {
    size: caseless ? size + 1.5 : size, weight: 600, spacing: caseless ? 1.5 : 2.2,
  };
  const text = caseless ? name : name.toUpperCase();
  drawCentred(view, label, text, style, {
    ...how, color: theme.country, halo: theme.labelHalo, around: ON_LAND, mostCrossed: MOST_CROSSED,
  });
}

function drawSea(view, label, how) {
  if (view.zoom < SEA_FROM[label.rank]) return;
  const { theme, lang } = how;
  const style = {
    size: 12 - Math.min(2, label.rank) * 0.5 + Math.max(0, Math.min(2, view.zoom - 4)),
    weight: 400, italic: true, spacing: label.rank ? 0.6 : 2,
  };
  const text = nameIn(label, lang);
  drawCentred(view, label, text, style, {
    ...how, color: theme.seaName, halo: theme.seaHalo, around: AT_SEA, mostCrossed: -1,
  });
}

/** Tries the middle, then a little above, below and aside. */
function drawCentred(view, label, text, style, how) {
  const { context } = view;
  const width = widthOf(context, text, style, how.family);
  const tall = style.size;
  const at = onCanvas(label, view.place);
  if (outside(at, view)) return;
  const spots = how.around.map(([aside, down]) => {
    const x = at.x - width / 2 + aside * width;
    const y = at.y + down * tall;
    return { x, y, box: [x - 3, y - tall / 2 - 1, x + width + 3, y + tall / 2 + 1] };
  });
  const spot = spots.find(({ box }) => how.grid.isFree(box))
    ?? spots.find(({ box }) => how.grid.cost(box) <= how.mostCrossed);
  if (!spot) return;
  how.grid.addBox(spot.box);
  const { color, halo, family } = how;
  drawText(context, text, spot.x, spot.y, { style, family, color, halo });
}

function drawPlace(view, label, how) {
  const from = PLACE_FROM[label.rank] ?? 6.4;
  if (view.zoom < (label.capital ? Math.min(from, 4.6) - CAPITAL_EARLIER : from)) return;
  const at = onCanvas(label, view.place);
  if (outside(at, view) || how.waypoints.some((place) => near(place, label))) return;
  const { theme, lang, family, grid } = how;
  const { context } = view;
  const major = label.capital || label.rank <= 1;
  const style = { size: label.rank <= 2 || label.capital ? 12 : 11, weight: major ? 600 : 400 };
  const text = nameIn(label, lang);
  const width = widthOf(context, text, style, family);
  const gap = 6;
  const spots = [
    [at.x + gap, at.y], [at.x - gap - width, at.y],
    [at.x - width / 2, at.y - 11], [at.x - width / 2, at.y + 11],
  ];
  if (!grid.isFree([at.x - 3, at.y - 3, at.x + 3, at.y + 3])) return;
  for (const [x, y] of spots) {
    const box = [x - 2, y - style.size / 2 - 1, x + width + 2, y + style.size / 2 + 1];
    if (!grid.isFree(box)) continue;
    grid.addBox(box);
    grid.addBox([at.x - 4, at.y - 4, at.x + 4, at.y + 4]);
    drawDot(context, at, label, theme);
    drawText(context, text, x, y, {
      style, family, color: major ? theme.place : theme.placeMinor, halo: theme.labelHalo,
    });
    return;
  }
}

function drawDot(context, at, label, theme) {
  context.beginPath();
  context.arc(at.x, at.y, label.capital ? 3.1 : 2, 0, 2 * Math.PI);
  context.fillStyle = theme.labelHalo;
  context.strokeStyle = theme.placeMinor;
  context.lineWidth = 1.1;
  context.fill();
  context.stroke();
  if (!label.capital) return;
  context.beginPath();
  context.arc(at.x, at.y, 1.2, 0, 2 * Math.PI);
  context.fillStyle = theme.place;
  context.fill();
}

function onCanvas(label, { scale, dx, dy }) {
  return { x: label.x * scale + dx, y: label.y * scale + dy };
}

function outside({ x, y }, { width, height }) {
  return x < 0 || y < 0 || x > width || y > height;
}

function near(place, label) {
  return Math.abs(place.x - label.x) < NEAR_WAYPOINT && Math.abs(place.y - label.y) < NEAR_WAYPOINT;
}
