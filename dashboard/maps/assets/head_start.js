/**
 * The map's head start: the map of the page's address is made while the page around it is not there
 * yet, and shown as soon as its place is. Whatever fails here, the app makes the map as ever.
 */
import { AtlasMap } from "./atlas_map.js";
import { beside, readJson } from "./load.js";
import { madeStage, unveil } from "./stage.js";
import { pageLetters } from "./text.js";
import { isTooLate, keep } from "./waiting_map.js";

/** The place that Streamlit gives the component, and where in it the component is mounted later. */
const PLACE = ".st-key-atlas_map";
const MOUNT = `${PLACE} [data-testid="stBidiComponentIsolated"]`;

/** Makes the map that the page's address asks for. */
export function makeEarly() {
  make().catch(() => {});
}

async function make() {
  const data = await readJson(beside(`../view${window.location.search}`));
  if (isTooLate()) return;
  const stage = madeStage();
  const map = new AtlasMap(stage.attachShadow({ mode: "open" }), { unseen: true });
  map.update(data);
  keep(map, stage);
  placeAsSoonAsPossible(map, stage);
  await pageLetters();
  map.letter();
}

/** Looks at each change of the page, before it is painted. */
function placeAsSoonAsPossible(map, stage) {
  const look = () => {
    const place = document.querySelector(PLACE);
    const mount = place?.querySelector(MOUNT);
    if (mount) {
      watcher.disconnect();
      if (map.host !== mount) map.moveTo(mount.shadowRoot ?? mount.attachShadow({ mode: "open" }));
      stage.remove();
    } else if (place && map.ready && !place.contains(stage)) {
      place.append(stage);
      unveil(stage);
      map.show();
    }
  };
  const watcher = new MutationObserver(look);
  watcher.observe(document.body, { subtree: true, childList: true });
  map.whenReady.then(look);
}
