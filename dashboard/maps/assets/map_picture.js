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

/** @returns {HTMLCanvasElement} the map's canvases on each other, as they lie in their frame, and its scale */
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
  drawScale(context, frame.querySelector(".leaflet-control-scale-line"), box);
  return made;
}

/** The scale bar is no canvas: it is drawn where it lies. */
function drawScale(context, bar, box) {
  if (!bar) return;
  const { left, right, bottom } = bar.getBoundingClientRect();
  const [from, to, low] = [left - box.left, right - box.left, bottom - box.top];
  const { color, fontFamily } = getComputedStyle(bar);
  context.beginPath();
  context.moveTo(from, low - 6);
  context.lineTo(from, low);
  context.lineTo(to, low);
  context.lineTo(to, low - 6);
  context.strokeStyle = color;
  context.lineWidth = 1.5;
  context.stroke();
  context.font = `10.5px ${fontFamily}`;
  context.fillStyle = color;
  context.fillText(bar.textContent, from + 5, low - 4);
}

function level(canvas) {
  return Number(getComputedStyle(canvas.closest(".leaflet-pane")).zIndex) || 0;
}
