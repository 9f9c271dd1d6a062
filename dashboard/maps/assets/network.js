/** The corridors' network as the map holds it: places, links as lines, legs. */
import { arc } from "./arc.js";
import { decodedPath, toWorld } from "./frame.js";

const STANDINGS = ["irregular", "custody", "protection", "dispatched"];

/**
 * Adds to what was read rather than copy thousands of records; the same again for the next map.
 * @param {object} file the network's JSON
 * @returns {{waypoints: object[], links: object[], legs: object[], corridors: object[],
 *   indexOf: Map<string, number>}}
 */
export function networkOf(file) {
  const waypoints = file.waypoints.map((place) => {
    const [x, y] = toWorld(place.lon, place.lat);
    return Object.assign(place, { x, y });
  });
  const links = file.links.map((link) => linkOf(link, waypoints));
  const legs = file.legs.map((leg, index) => Object.assign(leg, {
    index,
    standingCode: Math.max(0, STANDINGS.indexOf(leg.standing)),
  }));
  const indexOf = new Map(legs.map((leg) => [leg.id, leg.index]));
  return { waypoints, links, legs, corridors: file.corridors, indexOf };
}

function linkOf({ from, to, mode, path }, waypoints) {
  const ends = [waypoints[from], waypoints[to]];
  const drawn = mode === "air" || path.length < 4 ? arc(...ends, mode) : decodedPath(path);
  return { from, to, mode, line: drawn };
}
