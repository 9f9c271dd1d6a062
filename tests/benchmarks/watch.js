// Runs before the page's own scripts in every page that is measured. At each frame it asks how
// many legs the page shows, and notes the time just after the first frame that shows the wanted
// number was painted. The same clock and the same rule for every app.
(() => {
  if (window !== window.top) return;
  const LONGEST_MS = 60_000;
  const maps = new Set();
  let host = null;
  let pressed = null;

  window.addEventListener("pointerdown", (event) => {
    if (event.target.closest('[role="option"]')) pressed = event.timeStamp;
  }, true);
  window.addEventListener("atlas:painted", (event) => {
    host = event.composedPath()[0];
    maps.add(`${bench.numberOf(host)}:${host.dataset.mounts}`);
  }, true);

  const counts = {
    atlas() {
      if (!host?.isConnected || !["1", "true"].includes(host.dataset.ready)) return null;
      return Number(host.dataset.legs);
    },
    naive() {
      for (const frame of document.querySelectorAll("iframe")) {
        const inside = frame.contentDocument;
        const legs = inside?.querySelectorAll('.leaflet-overlay-pane path[fill="none"]').length;
        if (!legs) continue;
        maps.add(bench.numberOf(inside));
        return legs;
      }
      return null;
    },
    floor() {
      const line = document.querySelector('[data-testid="stText"]');
      return line ? parseInt(line.textContent, 10) : null;
    },
  };

  const numbers = new WeakMap();
  let next = 0;
  const bench = {
    numberOf(thing) {
      if (!numbers.has(thing)) numbers.set(thing, next++);
      return numbers.get(thing);
    },
    /** Maps that have shown legs since the page was opened, each mount of each counted. */
    mounts: () => maps.size,
    shows: (app) => counts[app](),
    /** Times from the pointer going down, or from the start of the navigation, in ms. */
    watch(app, wanted, from) {
      pressed = null;
      this.done = new Promise((resolve, reject) => {
        const end = performance.now() + LONGEST_MS;
        const look = () => {
          const start = from === "load" ? 0 : pressed;
          if (start !== null && counts[app]() === wanted) {
            // The next task of all: what the page goes on to do is not part of the time.
            scheduler.postTask(() => resolve(performance.now() - start), { priority: "user-blocking" });
          } else if (performance.now() > end) {
            reject(new Error(`${app} shows ${counts[app]()}, wanted ${wanted}`));
          } else {
            requestAnimationFrame(look);
          }
        };
        requestAnimationFrame(look);
      });
    },
  };
  window.bench = bench;
  /** The time from the pointer going down until map and app are both done. */
  bench.watchRest = function watchRest() {
    const QUIET_FRAMES = 6;
    // A run so short that the page never showed it leaves no trace to wait for.
    const UNSEEN_RUN_MS = 2000;
    const page = document.querySelector('[data-testid="stApp"]');
    let ended = 0;
    let hasRun = false;
    new MutationObserver(() => {
      ended = performance.now();
      hasRun = true;
    })
      .observe(page, { attributes: true, attributeFilter: ["data-test-script-state"] });
    this.rest = this.done.then((changed) => new Promise((resolve) => {
      let quiet = 0;
      const latest = performance.now() + UNSEEN_RUN_MS;
      const look = () => {
        // A short run may begin and end between two frames: at rest is what stays at rest.
        // A map that answers by itself may be done before the run has begun.
        hasRun ||= performance.now() > latest;
        quiet = hasRun && page.dataset.testScriptState === "notRunning" ? quiet + 1 : 0;
        if (quiet > QUIET_FRAMES) resolve(Math.max(changed, ended - pressed));
        else requestAnimationFrame(look);
      };
      look();
    }));
  };
  const first = /*LOAD*/ null;
  if (first) bench.watch(first.app, first.wanted, "load");
})();
