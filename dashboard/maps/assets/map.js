/** The map as a component: made once, then told what changed. */
import { AtlasMap } from "./atlas_map.js";

const maps = new WeakMap();

/**
 * Called at each run of the app with new data and the same parent.
 * @param {object} component parentElement, data, setStateValue as Streamlit gives them
 * @returns {() => void} takes the map away
 */
export default function show(component) {
  const { parentElement } = component;
  let map = maps.get(parentElement);
  if (!map) {
    map = new AtlasMap(parentElement);
    maps.set(parentElement, map);
  }
  map.update(component.data, component.setStateValue);
  return () => {
    map.remove();
    if (maps.get(parentElement) === map) maps.delete(parentElement);
  };
}
