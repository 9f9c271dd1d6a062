/** A map that was made before the app had a place for it, until the app comes for it. */

const LONGEST_WAIT_MS = 60_000;

let waiting = null;
let asked = false;

/** @returns {boolean} whether the app has come already, so that a map comes too late */
export function isTooLate() {
  return asked;
}

/** Keeps a map and the stage it was made on; one that never found a place is taken away. */
export function keep(map, stage) {
  waiting = { map, stage };
  setTimeout(() => waiting?.map.unseen && take().remove(), LONGEST_WAIT_MS);
}

/** @returns {object | null} the map, once */
export function take() {
  const { map, stage } = waiting ?? {};
  waiting = null;
  asked = true;
  stage?.remove();
  return map ?? null;
}
