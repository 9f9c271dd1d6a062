/** Who draws the ground: a worker, so that the page stays free; the page itself where there is none. */
import { GroundPainter } from "./ground_painter.js";
import { beside } from "./load.js";

const TOLD = ["improved", "fault"];

/** Does what a GroundPainter does, in a worker; one in the page takes over when the worker fails. */
class FarPainter extends EventTarget {
  constructor() {
    super();
    this.asked = new Map();
    this.last = 0;
    this.worker = globalThis.corridorAtlasWorker
      ?? new Worker(beside("./ground_worker.js"), { type: "module" });
    this.worker.addEventListener("message", ({ data }) => this.#heard(data));
    this.worker.addEventListener("error", () => this.#handOver());
  }

  painted(view) {
    if (this.successor) return this.successor.painted(view);
    this.last += 1;
    this.worker.postMessage({ id: this.last, view });
    return new Promise((resolve, reject) => {
      this.asked.set(this.last, { view, resolve, reject });
    });
  }

  #heard({ tells, id, picture }) {
    if (tells === "broken") {
      this.#handOver();
    } else if (tells) {
      this.dispatchEvent(new Event(tells));
    } else {
      this.asked.get(id)?.resolve(picture);
      this.asked.delete(id);
    }
  }

  #handOver() {
    this.worker.terminate();
    this.successor = new GroundPainter();
    TOLD.forEach((name) => {
      this.successor.addEventListener(name, () => this.dispatchEvent(new Event(name)));
    });
    this.asked.forEach(({ view, resolve, reject }) => {
      this.successor.painted(view).then(resolve, reject);
    });
    this.asked.clear();
  }
}

let shared = null;

/** @returns {GroundPainter | FarPainter} the painter that all maps of a page share */
export function groundPainter() {
  shared ??= made();
  return shared;
}

function made() {
  // A file that stands alone has no address that a worker could be started from.
  if (globalThis.corridorAtlasFiles || !globalThis.Worker) return new GroundPainter();
  return new FarPainter();
}
