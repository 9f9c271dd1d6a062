/** The map on paper: a picture of what is shown, as wide as the page, in the place of the map. */
import { pictureOf, settled } from "./map_picture.js";
import { themeNamed, themeOf } from "./theme.js";

/** How much wider than high a picture is that has its legend below it, also on paper that lies. */
const LONG = 1.5;

/**
 * A browser lays a page out anew for paper and tells no map of it: the map would be cut.
 * @param {object} map
 * @returns {() => void} follows no longer
 */
export function followPaper(map) {
  const { frame, map: place } = map.shell;
  const end = new AbortController();
  let picture = null;
  const clear = () => {
    picture?.remove();
    picture = null;
  };
  const show = () => {
    clear();
    // What signs mean is drawn when it is first looked at.
    frame.querySelector(".atlas-keys")?.dispatchEvent(new Event("toggle"));
    picture = pictureOf(place);
    picture.className = picture.width > LONG * picture.height ? "atlas-picture is-long" : "atlas-picture";
    picture.setAttribute("aria-hidden", "true");
    place.after(picture);
  };
  const print = (event) => {
    if (!asksForPaper(event) || event.defaultPrevented || map.theme.name !== "dark") return;
    event.preventDefault();
    inLight(map, () => window.print());
  };
  window.addEventListener("beforeprint", show, end);
  window.addEventListener("afterprint", clear, end);
  window.addEventListener("keydown", print, end);
  return () => {
    end.abort();
    clear();
  };
}

/** @returns {boolean} whether a key is the one that prints; its letter is another on a Korean keyboard */
export function asksForPaper({ ctrlKey, metaKey, shiftKey, altKey, key, code }) {
  const isLetter = key.toLowerCase() === "p" || code === "KeyP";
  return (ctrlKey || metaKey) && !shiftKey && !altKey && isLetter;
}

/**
 * Does some work while a map is as on white paper. The ground is painted elsewhere and takes a
 * moment, so that a browser's own menu, which waits for nobody, prints a dark map as it is.
 */
export async function inLight(map, work) {
  map.dress(themeNamed("light"));
  await settled(map);
  await work();
  map.dress(themeOf(map.host));
}
