/** Which key does what while a story is shown. */

const STEPS = {
  ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1,
};
/** What scrolls a page that is not presented, and moves a map that has the focus. */
const OF_THE_PAGE = new Set(["ArrowDown", "ArrowUp", " "]);
const OF_THE_MAP = new Set(["ArrowRight", "ArrowLeft"]);
const FIELDS = "input, textarea, select, [contenteditable=true], [role=slider], [role=tab]";
const PRESSED = "button, a, summary";

/**
 * @param {KeyboardEvent} event
 * @param {boolean} presenting whether the story has the whole screen
 * @returns {{by?: number, to?: "first" | "last", act?: "leave" | "present"} | null}
 */
export function meaning(event, presenting) {
  const { key } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return null;
  const path = event.composedPath().filter((node) => node instanceof Element);
  if (key === "Escape") return presenting ? { act: "leave" } : null;
  if (path[0]?.closest(FIELDS)) return null;
  if (presenting || !path[0]?.closest(PRESSED)) {
    if (key === "Home") return { to: "first" };
    if (key === "End") return { to: "last" };
  }
  if (key === "f" || key === "F") return { act: presenting ? "leave" : "present" };
  if (!(key in STEPS)) return null;
  if (key === " " && path[0]?.closest(PRESSED)) return null;
  if (presenting) return { by: STEPS[key] };
  const onMap = path.some((node) => node.classList.contains("leaflet-container"));
  if (OF_THE_PAGE.has(key) || (onMap && OF_THE_MAP.has(key))) return null;
  return { by: STEPS[key] };
}
