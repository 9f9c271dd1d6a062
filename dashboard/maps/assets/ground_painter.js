/** Pictures of the ground, drawn from files that it reads by itself: in a worker or in the page. */
import { Basemap, Level } from "./basemap.js";
import { beside, readJson, readPicture } from "./load.js";

const BASE = "./basemap/";
/** How long a picture waits for the relief: drawing twice costs more than the wait. */
const RELIEF_MS = 150;
const DETAIL_AFTER_MS = 1500;

/** Tells `improved` when it can draw better than before, `fault` when a file could not be read. */
export class GroundPainter extends EventTarget {
  constructor() {
    super();
    this.basemap = new Basemap();
    this.overview = this.#bringOverview();
    this.relief = this.overview.then((file) => this.#bringRelief(file.pictures));
    this.#bringRest().catch(() => this.#fail());
  }

  /**
   * @param {object} view zoom, place, width, height and ratio of a canvas; theme; tint;
   *   patient where nobody sees it yet
   * @returns {Promise<ImageBitmap | null>} null where another view was asked for meanwhile
   */
  async painted(view) {
    this.asked = view;
    await this.overview;
    const { width, height, ratio, theme, tint, patient } = view;
    await Promise.race([this.relief.catch(() => {}), ...(patient ? [] : [pause(RELIEF_MS)])]);
    if (this.asked !== view) return null;
    const canvas = new OffscreenCanvas(Math.round(width * ratio), Math.round(height * ratio));
    const context = canvas.getContext("2d");
    context.scale(ratio, ratio);
    Object.assign(this.basemap, { theme, tint });
    this.basemap.draw({ ...view, context });
    this.drawn = true;
    if (this.faulty) this.#fail();
    return canvas.transferToImageBitmap();
  }

  async #bringOverview() {
    const file = await readJson(beside(`${BASE}overview.json`));
    this.basemap.overview = new Level(file);
    return file;
  }

  async #bringRelief(extents) {
    const names = Object.keys(extents);
    const pictures = await Promise.all(names.map((name) => readPicture(beside(BASE + name))));
    this.basemap.pictures = new Map(names.map((name, i) => [
      name, { picture: pictures[i], extent: extents[name] },
    ]));
    this.#improve();
  }

  /** The near view comes when what is needed first is there. */
  async #bringRest() {
    await this.relief;
    await pause(DETAIL_AFTER_MS);
    this.basemap.detail = new Level(await readJson(beside(`${BASE}detail.json`)));
    this.#improve();
  }

  /** Said again with each picture: whoever asks for one later has to hear it as well. */
  #fail() {
    this.faulty = true;
    this.dispatchEvent(new Event("fault"));
  }

  #improve() {
    if (this.drawn) this.dispatchEvent(new Event("improved"));
  }
}

function pause(ms) {
  return new Promise((done) => { setTimeout(done, ms); });
}
