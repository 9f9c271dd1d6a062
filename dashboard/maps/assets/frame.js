/** The map's one window: 30° W eastward to 330° E, so that Moscow, Asia and Washington are one map. */

export const WEST = -30;
export const MIN_ZOOM = 3;
/** A phone shows from Moscow to Korea only from further away. */
export const NARROW_MIN_ZOOM = 2;
/** Country level: no place is shown finer than that. */
export const MAX_ZOOM = 7;
/** An organisation sees its own places as it gave them. */
export const OWN_MAX_ZOOM = 12;
const TILE = 256;

/** The corridors of Asia, south-west and north-east corner as latitude, longitude. */
export const HOME = [[0.6, 90.5], [50.5, 139.5]];
export const LIMITS = [[-58, -30], [80, 330]];

/** @returns {number} the longitude as it lies in the window, from -30 to 330 */
export function inWindow(lon) {
  return lon < WEST ? lon + 360 : lon;
}

/** @returns {[number, number]} x and y in parts of the circumference, x from 30° W eastward */
export function toWorld(lon, lat) {
  const sine = Math.sin((lat * Math.PI) / 180);
  const y = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  return [(inWindow(lon) - WEST) / 360, y];
}

/**
 * How world parts become pixels of a canvas: pixel = part * scale + (dx, dy).
 * @param {number} zoom
 * @param {{x: number, y: number}} origin pixel of Leaflet's plane at the canvas's corner
 */
export function placement(zoom, origin) {
  const scale = TILE * 2 ** zoom;
  return { scale, dx: ((WEST + 180) / 360) * scale - origin.x, dy: -origin.y };
}

/**
 * Decodes x0, y0, dx, dy, … into absolute positions.
 * @param {number[]} deltas
 * @param {number} units units of the whole circumference
 * @returns {Float64Array} x, y, x, y, … in parts of the circumference
 */
export function decoded(deltas, units) {
  const line = new Float64Array(deltas.length);
  let x = 0;
  let y = 0;
  for (let i = 0; i < deltas.length; i += 2) {
    x += deltas[i];
    y += deltas[i + 1];
    line[i] = x / units;
    line[i + 1] = y / units;
  }
  return line;
}

/** Decodes longitudes and latitudes in hundredths of a degree, unrolled over 180°. */
export function decodedPath(deltas) {
  const line = new Float64Array(deltas.length);
  let lon = 0;
  let lat = 0;
  for (let i = 0; i < deltas.length; i += 2) {
    lon += deltas[i];
    lat += deltas[i + 1];
    const [x, y] = toWorld(lon / 100, lat / 100);
    line[i] = x;
    line[i + 1] = y;
  }
  return line;
}
