/** What a map shows now, as one canvas: for paper. */

const LONGEST_MS = 4000;

/** Resolves when nothing is on its way any more: no flight, no ground that is still painted. */
export async function settled(map) {
  const end = performance.now() + LONGEST_MS;
  const busy = () => !map.ready || !map.paints || map.layers.late || map.layers.ground._coming
    || map.size.isFlying();
  do {
    await new Promise((next) => { requestAnimationFrame(next); });
  } while (busy() && performance.now() < end);
  await new Promise((next) => { setTimeout(next, 60); });
}

/** @returns {HTMLCanvasElement} the map's canvases on each other, as they lie in their frame */
export function pictureOf(frame) {
  const ratio = Math.min(window.devicePixelRatio || 1, 2);
  const box = frame.getBoundingClientRect();
  const made = document.createElement("canvas");
  made.width = Math.round(box.width * ratio);
  made.height = Math.round(box.height * ratio);
  const context = made.getContext("2d");
  context.scale(ratio, ratio);
  [...frame.querySelectorAll("canvas")].sort((a, b) => level(a) - level(b)).forEach((canvas) => {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    if (width && height) context.drawImage(canvas, left - box.left, top - box.top, width, height);
  });
  return made;
}

function level(canvas) {
  return Number(getComputedStyle(canvas.closest(".leaflet-pane")).zIndex) || 0;
}
