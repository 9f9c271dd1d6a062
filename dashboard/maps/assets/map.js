/** The map as a component: its files are asked for at once, it is made once, then told what changed. */
import { beside, readJson } from "./load.js";
import { MODULES } from "./modules.js";

const maps = new WeakMap();

// Every module and the first files of the basemap are fetched side by side, not one after another.
MODULES.forEach((name) => {
  const link = document.createElement("link");
  link.rel = "modulepreload";
  link.href = beside(name);
  document.head.append(link);
});
["./basemap/overview.json", "./basemap/names.json"].forEach((name) => {
  readJson(beside(name)).catch(() => {});
});
const loading = import("./atlas_map.js");

/**
 * Called at each run of the app with new data and the same parent.
 * @param {object} component parentElement, data, setTriggerValue as Streamlit gives them
 * @returns {() => void} takes the map away
 */
export default function show(component) {
  const { parentElement, data } = component;
  const held = maps.get(parentElement) ?? { map: null, newest: null };
  maps.set(parentElement, held);
  held.newest = component;
  readJson(data.network).catch(() => {});
  if (held.map) held.map.update(data, component.setTriggerValue);
  else loading.then((module) => mount(module, held, component));
  return () => {
    held.newest = null;
    held.map?.remove();
    if (maps.get(parentElement) === held) maps.delete(parentElement);
  };
}

/** Several runs may have come while the modules loaded: the newest one counts. */
function mount({ AtlasMap }, held, component) {
  if (held.newest !== component) return;
  held.map = new AtlasMap(component.parentElement);
  held.map.update(component.data, component.setTriggerValue);
}
