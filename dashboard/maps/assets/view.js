/** Leaflet set up for this map: where it starts, how far it goes, what the device allows. */
import L from "./leaflet.js";
import { HOME, LIMITS, MAX_ZOOM, MIN_ZOOM, NARROW_MIN_ZOOM } from "./frame.js";

/** Height of the small print at the lower edge. */
const PRINT_PX = 26;
const FLIGHT_S = 0.9;
const NARROW_PX = 600;

/** @returns {boolean} whether the device asks for less motion */
export function isStill() {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** @returns {object} a Leaflet map without layers, controls or attribution */
export function madeView(container) {
  const still = isStill();
  const map = L.map(container, {
    attributionControl: false,
    zoomControl: false,
    minZoom: MIN_ZOOM,
    maxZoom: MAX_ZOOM,
    zoomSnap: 0.25,
    zoomDelta: 1,
    wheelPxPerZoomLevel: 110,
    maxBoundsViscosity: 0.9,
    zoomAnimation: !still,
    fadeAnimation: false,
    markerZoomAnimation: false,
    inertia: !still,
    tapHold: false,
  });
  // Not among the options above: Leaflet would go back within its limits after each move, also
  // after those that are ours, and end a flight so. `followSize` goes back after a person's.
  map.options.maxBounds = L.latLngBounds(LIMITS);
  goHome(map);
  return map;
}

/**
 * Shows what the map is of, as large as the container allows.
 * @param {object} map
 * @param {{bounds?: number[][] | null, animate?: boolean, fly?: boolean}} how bounds: all corridors
 *   of Asia where none are given; fly: in a curve, so that the eye keeps its place; beside:
 *   pixels on the right that something else covers
 */
export function goHome(map, { bounds = null, animate = false, fly = false, beside = 0 } = {}) {
  const { x, y } = map.getSize();
  // Told by its own method, Leaflet would zoom at once, and end that zoom after what follows here.
  map.options.minZoom = x < NARROW_PX ? NARROW_MIN_ZOOM : MIN_ZOOM;
  const [aside, above] = x > 900 && y > 500 ? [30, 14] : [12, 8];
  const padding = { paddingTopLeft: [aside, above], paddingBottomRight: [aside + beside, above + PRINT_PX] };
  if (fly) map.flyToBounds(bounds ?? HOME, { ...padding, duration: FLIGHT_S });
  else map.fitBounds(bounds ?? HOME, { animate, ...padding });
}

/**
 * Follows the container's size; what is shown is kept fitting until the user moves the map.
 * @param {object} map
 * @param {HTMLElement} container
 * @param {() => object} seen what the map is of now: bounds and beside, as of `goHome`
 */
export function followSize(map, container, seen) {
  let own = false;
  let fitting = false;
  let flying = false;
  // Leaflet tells of moves that are ours like of a person's.
  const unnoticed = (act) => {
    fitting = true;
    act();
    fitting = false;
  };
  const isStale = () => {
    const { x, y } = map.getSize();
    return x !== container.clientWidth || y !== container.clientHeight;
  };
  const measure = () => unnoticed(() => map.invalidateSize({ animate: false, pan: false }));
  const fit = (how = {}) => {
    if (isStale()) measure();
    unnoticed(() => goHome(map, { ...seen(), ...how }));
    flying = Boolean(how.fly);
  };
  map.on("moveend", () => {
    flying = false;
    if (!fitting) unnoticed(() => map.panInsideBounds(LIMITS));
  });
  map.on("dragstart zoomstart", () => { own = own || !fitting; });
  container.addEventListener("wheel", () => { own = true; }, { passive: true });
  const observer = new ResizeObserver(() => {
    if (!isStale()) return;
    if (own || !container.clientWidth) measure();
    else fit();
  });
  observer.observe(container);
  return {
    /** Shows what the map is of now, and keeps it fitting again. */
    look(how) {
      own = false;
      fit(how);
    },
    /** Shows what the map is of now, unless the person has moved it. */
    follow(how) {
      if (!own) fit(how);
    },
    isFlying: () => flying,
    /** Whether it is a person who moved the map to where it is. */
    isMoved: () => own,
    stop: () => observer.disconnect(),
  };
}
