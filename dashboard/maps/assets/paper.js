/** The map on paper: a picture of what is shown, as wide as the page, in the place of the map. */
import { pictureOf } from "./map_picture.js";

/**
 * A browser lays a page out anew for paper and tells no map of it: the map would be cut.
 * @param {object} shell frame and map
 * @returns {() => void} follows no longer
 */
export function followPaper({ frame, map }) {
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
    picture = pictureOf(map);
    picture.className = "atlas-picture";
    picture.setAttribute("aria-hidden", "true");
    map.after(picture);
  };
  window.addEventListener("beforeprint", show, end);
  window.addEventListener("afterprint", clear, end);
  return () => {
    end.abort();
    clear();
  };
}
