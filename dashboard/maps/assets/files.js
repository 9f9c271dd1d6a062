/** Brings in the basemap's files, what is needed first first. */
import { Level } from "./basemap.js";
import { beside, readFont, readJson, readPicture } from "./load.js";
import { namesOf } from "./names.js";
import { forgetWidths } from "./text.js";

const BASE = "./basemap/";

/**
 * Reads overview and names at once, then relief, then the detail when the browser has time.
 * @param {object} layers
 * @param {() => void} ready called when the overview is drawn
 */
export async function bringFiles(layers, ready) {
  const { basemap } = layers;
  const names = readJson(beside(`${BASE}names.json`));
  const world = await readJson(beside(`${BASE}overview.json`));
  basemap.overview = new Level(world);
  layers.ground.redraw();
  layers.names = namesOf(await names);
  layers.labels.redraw();
  ready();
  const pictures = bringPictures(layers, world.pictures);
  await pictures.catch(() => {});
  await idle();
  basemap.detail = new Level(await readJson(beside(`${BASE}detail.json`)));
  layers.ground.redraw();
  await pictures;
}

/** Brings in the Korean letters; labels are drawn again when they are there. */
export async function bringKorean(layers) {
  const weights = [["korean-regular.woff2", "400"], ["korean-bold.woff2", "600 700"]];
  await Promise.all(weights.map(([file, weight]) => (
    readFont("Atlas Korean", beside(BASE + file), { weight })
  )));
  forgetWidths();
  layers.labels.redraw();
}

async function bringPictures({ basemap, ground }, extents) {
  const names = Object.keys(extents);
  const pictures = await Promise.all(names.map((name) => readPicture(beside(BASE + name))));
  basemap.pictures = new Map(names.map((name, i) => [
    name, { picture: pictures[i], extent: extents[name] },
  ]));
  ground.redraw();
}

function idle() {
  const wait = window.requestIdleCallback ?? ((act) => setTimeout(act, 200));
  return new Promise((resolve) => { wait(resolve, { timeout: 1500 }); });
}
