/**
 * The worker that draws the ground: a view comes in, a picture goes out. What the page is likely to
 * ask for is drawn before it asks.
 */
import { GroundPainter } from "./ground_painter.js";

const painter = new GroundPainter();
let ahead = null;

["improved", "fault"].forEach((tells) => {
  painter.addEventListener(tells, () => globalThis.postMessage({ tells }));
});

globalThis.addEventListener("message", async ({ data: { id, view, likely } }) => {
  if (likely) {
    ahead = { key: JSON.stringify(likely), picture: painter.painted(likely) };
    ahead.picture.catch(() => {});
    return;
  }
  try {
    const picture = await (taken(view) ?? painter.painted(view));
    globalThis.postMessage({ id, picture }, picture ? [picture] : []);
  } catch {
    globalThis.postMessage({ tells: "broken" });
  }
});

/** What was drawn ahead, once, if it is that. */
function taken(view) {
  const found = ahead?.key === JSON.stringify(view) ? ahead.picture : null;
  ahead = null;
  return found;
}
