/** Where the legs are that are shown, so that the map can go there. */
import { HOME, inWindow } from "./frame.js";

/** A short leg is shown in a region of so many degrees at least. */
const LEAST_DEG = 9;
/** Room on each side for names and controls, as a part of the whole. */
const AROUND = 0.12;

/**
 * @param {object} network
 * @param {object[]} strands those that are drawn
 * @returns {number[][] | null} south-west and north-east corner of their places in Asia, of all of
 *   their places where none is there; null where nothing is drawn
 */
export function extentOf({ legs, links, waypoints }, strands) {
  const drawn = new Set(strands.flatMap((strand) => strand.legs.map((index) => legs[index].link)));
  const ends = [...drawn].flatMap((link) => [links[link].from, links[link].to]);
  const all = [...new Set(ends)].map((place) => [waypoints[place].lat, inWindow(waypoints[place].lon)]);
  const near = all.filter(isHome);
  const places = near.length ? near : all;
  if (!places.length) return null;
  const [[south, north], [west, east]] = [0, 1].map((axis) => spread(places.map((place) => place[axis])));
  return [[south, west], [north, east]];
}

function isHome([lat, lon]) {
  const [[south, west], [north, east]] = HOME;
  return lat >= south && lat <= north && lon >= west && lon <= east;
}

/** The lowest and the highest of some degrees with room around them, and no nearer than the least. */
function spread(degrees) {
  const [low, high] = [Math.min(...degrees), Math.max(...degrees)];
  const more = Math.max(AROUND * (high - low), (LEAST_DEG - (high - low)) / 2);
  return [low - more, high + more];
}
