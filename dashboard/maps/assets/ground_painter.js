/** Pictures of the ground, drawn from files that it reads by itself: in a worker or in the page. */
import { Basemap, Level } from "./basemap.js";
import { beside, readJson, readPicture } from "./load.js";
import { themeNamed } from "./theme.js";

const BASE = "./basemap/";
const RELIEF = ["relief-world.webp", "relief-asia-far.webp", "shallows.webp"];
const RELIEF_NEAR = "relief-asia.webp";
const NEAR_ZOOM = 4.5;
/** How long a picture waits for the relief: drawing twice costs more than the wait. */
const RELIEF_MS = 400;
const REST_AFTER_MS = 1500;

/** Tells `improved` when it can draw better than before, `fault` when a file could not be read. */
export class GroundPainter extends EventTarget {
  constructor() {
    super();
    this.basemap = new Basemap();
    this.overview = this.#bringOverview();
    this.relief = this.overview.then(() => this.#bringRelief(RELIEF));
    this.relief.then(() => pause(REST_AFTER_MS)).then(() => this.#bringRest(), () => this.#fail());
  }

  /**
   * @param {object} view zoom, place, width, height and ratio of a canvas; name of the theme; tint
   * @returns {Promise<ImageBitmap | null>} null where another view was asked for meanwhile
   */
  async painted(view) {
    this.asked = view;
    await this.overview;
    await Promise.race([this.relief.catch(() => {}), pause(RELIEF_MS)]);
    if (this.asked !== view) return null;
    if (view.zoom > NEAR_ZOOM) this.#bringRest();
    const { width, height, ratio, tint } = view;
    const canvas = new OffscreenCanvas(Math.round(width * ratio), Math.round(height * ratio));
    const context = canvas.getContext("2d");
    context.scale(ratio, ratio);
    Object.assign(this.basemap, { theme: themeNamed(view.theme), tint });
    this.basemap.draw({ ...view, context });
    this.drawn = true;
    if (this.faulty) this.#fail();
    return canvas.transferToImageBitmap();
  }

  async #bringOverview() {
    const file = await readJson(beside(`${BASE}overview.json`));
    this.basemap.overview = new Level(file);
    this.extents = { ...file.pictures, "relief-asia-far.webp": file.pictures[RELIEF_NEAR] };
  }

  async #bringRelief(names) {
    const pictures = await Promise.all(names.map((name) => readPicture(beside(BASE + name))));
    const found = names.map((name, i) => [name, { picture: pictures[i], extent: this.extents[name] }]);
    this.basemap.pictures = new Map([...this.basemap.pictures ?? [], ...found]);
    this.#improve();
  }

  /** The near view comes when what is needed first is there, or as soon as it is asked for. */
  #bringRest() {
    this.rest ??= Promise.all([
      this.#bringRelief([RELIEF_NEAR]),
      readJson(beside(`${BASE}detail.json`)).then((file) => { this.basemap.detail = new Level(file); }),
    ]).then(() => this.#improve(), () => this.#fail());
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
