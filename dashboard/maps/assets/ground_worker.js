/** The worker that draws the ground: a view comes in, a picture goes out. */
import { GroundPainter } from "./ground_painter.js";

const painter = new GroundPainter();
["improved", "fault"].forEach((tells) => {
  painter.addEventListener(tells, () => globalThis.postMessage({ tells }));
});

globalThis.addEventListener("message", async ({ data: { id, view } }) => {
  try {
    const picture = await painter.painted(view);
    globalThis.postMessage({ id, picture }, picture ? [picture] : []);
  } catch {
    globalThis.postMessage({ tells: "broken" });
  }
});
