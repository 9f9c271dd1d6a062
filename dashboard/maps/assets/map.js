/** The map as a component: made once, or taken over from the head start, then told what changed. */
import { AtlasMap } from "./atlas_map.js";
import { DrawTool } from "./draw_tool.js";
import { makeEarly } from "./head_start.js";
import { rememberPlace } from "./stage.js";
import { take } from "./waiting_map.js";

/** Called once, by the first page that a browser gets. */
export const startEarly = makeEarly;

const REMEMBER_AFTER_MS = 400;

const maps = new WeakMap();
const tools = new WeakMap();

/**
 * Called at each run of the app with new data and the same parent.
 * @param {object} component parentElement, data, setTriggerValue as Streamlit gives them
 * @returns {() => void} takes the map away
 */
export default function show({ parentElement, data: told, setTriggerValue }) {
  const data = { ...told, own: wholeOwn(told.own, setTriggerValue) };
  const map = maps.get(parentElement) ?? mounted(parentElement, data);
  maps.set(parentElement, map);
  map.update(data, setTriggerValue);
  draw(map, data.draw, setTriggerValue);
  return () => {
    draw(map, null);
    map.remove();
    if (maps.get(parentElement) === map) maps.delete(parentElement);
  };
}

/** Lets a leg be drawn on a map, or no longer. */
function draw(map, told, tell) {
  if (!told) {
    tools.get(map)?.remove();
    tools.delete(map);
    return;
  }
  if (!tools.has(map)) tools.set(map, new DrawTool(map));
  tools.get(map).update(told, tell);
}

/** What was told of own legs by its mark, which is all that later runs tell of the same. */
let own = null;

function wholeOwn(told, tell) {
  if (!told) return undefined;
  if (told.steps) own = told;
  if (own?.mark === told.mark) return { ...own, selected: told.selected };
  tell("missed", told.mark);
  return undefined;
}

function mounted(parentElement, data) {
  const map = early(parentElement, data) ?? new AtlasMap(parentElement);
  setTimeout(rememberPlace, REMEMBER_AFTER_MS, map);
  return map;
}

/** The map that was made before the page was there, unless the app has another network to show. */
function early(parentElement, data) {
  const map = take();
  if (map?.data.network !== data.network) {
    map?.remove();
    return null;
  }
  if (map.host !== parentElement.host) map.moveTo(parentElement);
  return map;
}
