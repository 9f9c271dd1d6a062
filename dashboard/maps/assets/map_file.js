/** The map of a file that stands alone. */
import { AtlasMap } from "./atlas_map.js";

const LEAST_PX = 420;
const MOST_PX = 1000;
const BELOW_PX = 64;

/** Draws the map in a place of the page, as high as there is room. */
export function open(place, { view }) {
  const height = () => {
    const above = place.getBoundingClientRect().top + window.scrollY;
    const room = window.innerHeight - above - BELOW_PX;
    return Math.round(Math.max(LEAST_PX, Math.min(MOST_PX, room)));
  };
  let shown = { ...view, height: height() };
  const map = new AtlasMap(place.attachShadow({ mode: "open" }));
  const choose = (_, leg) => { shown = { ...shown, selected: leg || null }; };
  map.update(shown, choose);
  window.addEventListener("resize", () => {
    shown = { ...shown, height: height() };
    map.update(shown, choose);
  });
}
