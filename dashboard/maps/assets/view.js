/** Leaflet set up for this map: where it starts, how far it goes, what the device allows. */
import L from "./leaflet.js";
import { HOME, LIMITS, MAX_ZOOM, MIN_ZOOM } from "./frame.js";

/** Height of the small print at the lower edge. */
const PRINT_PX = 26;

/** @returns {object} a Leaflet map without layers, controls or attribution */
export function madeView(container) {
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(container, {
    attributionControl: false,
    zoomControl: false,
    minZoom: MIN_ZOOM,
    maxZoom: MAX_ZOOM,
    zoomSnap: 0.25,
    zoomDelta: 1,
    wheelPxPerZoomLevel: 110,
    maxBounds: LIMITS,
    maxBoundsViscosity: 0.9,
    zoomAnimation: !still,
    fadeAnimation: false,
    markerZoomAnimation: false,
    inertia: !still,
    tapHold: false,
  });
  goHome(map);
  return map;
}

/** Shows all corridors of Asia, as large as the container allows. */
export function goHome(map, animate = false) {
  const { x, y } = map.getSize();
  const [aside, above] = x > 900 && y > 500 ? [30, 14] : [12, 8];
  map.fitBounds(HOME, {
    animate, paddingTopLeft: [aside, above], paddingBottomRight: [aside, above + PRINT_PX],
  });
}

/** Follows the container's size; the first view is kept fitting until the user moves the map. */
export function followSize(map, container) {
  let own = false;
  let fitting = false;
  const touched = () => { own = own || !fitting; };
  map.on("dragstart zoomstart", touched);
  container.addEventListener("wheel", () => { own = true; }, { passive: true });
  const observer = new ResizeObserver(() => {
    const { x, y } = map.getSize();
    if (x === container.clientWidth && y === container.clientHeight) return;
    map.invalidateSize({ animate: false, pan: false });
    if (own || !container.clientWidth) return;
    fitting = true;
    goHome(map);
    fitting = false;
  });
  observer.observe(container);
  return () => observer.disconnect();
}
