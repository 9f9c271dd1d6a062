/**
 * Runs before the page's own scripts: starts what takes longest, the worker that draws the ground,
 * and then the map, as soon as the page waits for its server and so has time.
 */
import { lastPlace } from "./stage.js";

const LONGEST_MS = 1000;
/** What the page asks for last before it opens its web socket and waits. */
const LAST_QUESTION = "/_stcore/host-config";

/** Resolves when the page has nothing to do but to wait for the server. */
function pageWaits() {
  return new Promise((resolve) => {
    const seen = (list) => list.getEntries().some(({ name }) => name.includes(LAST_QUESTION));
    new PerformanceObserver((list) => seen(list) && resolve())
      .observe({ type: "resource", buffered: true });
    setTimeout(resolve, LONGEST_MS);
  });
}

async function start() {
  const address = new URL("./ground_worker.js", import.meta.url);
  const worker = new Worker(address, { type: "module" });
  globalThis.corridorAtlasWorker = worker;
  worker.addEventListener("error", () => { globalThis.corridorAtlasWorker = null; });
  const likely = lastPlace()?.ground;
  if (likely) worker.postMessage({ likely });
  await pageWaits();
  const { startEarly } = await import("./map.js");
  startEarly();
}

// What fails here is done later, when the app asks for the map.
start().catch(() => {});
