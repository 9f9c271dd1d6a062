/** The small card beside the pointer. */
import { element } from "./shell.js";

const AWAY_PX = 14;

export class Tooltip {
  constructor(frame) {
    this.card = element("div", "atlas-tooltip");
    this.card.setAttribute("role", "tooltip");
    this.card.hidden = true;
    frame.append(this.card);
    this.frame = frame;
  }

  /** @param {string[]} lines shown as text @param {{x: number, y: number}} at pixels of the frame */
  show(lines, at) {
    const text = lines.join("\n");
    if (text !== this.text) {
      this.text = text;
      this.card.replaceChildren(...lines.map((line) => element("div", "", line)));
    }
    this.card.hidden = false;
    const { offsetWidth: wide, offsetHeight: tall } = this.card;
    const { clientWidth, clientHeight } = this.frame;
    const right = at.x + AWAY_PX + wide < clientWidth;
    const left = right ? at.x + AWAY_PX : Math.max(4, at.x - AWAY_PX - wide);
    const top = Math.max(4, Math.min(at.y + AWAY_PX, clientHeight - tall - 4));
    this.card.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  }

  hide() {
    this.card.hidden = true;
  }
}
