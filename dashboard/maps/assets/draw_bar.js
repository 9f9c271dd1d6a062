/** The buttons and the line of words over a map on which a leg is drawn. */
import { element } from "./shell.js";

const BUTTONS = {
  idle: ["draw"],
  adding: ["finish", "undo", "redo", "discard"],
  shaping: ["more", "undo", "redo", "remove", "discard"],
};

export class DrawBar {
  /** @param {HTMLElement} frame @param {Record<string, () => void>} acts by the name of a button */
  constructor(frame, acts) {
    this.box = element("div", "atlas-draw");
    this.box.setAttribute("role", "toolbar");
    this.row = element("div", "atlas-draw-row");
    this.help = element("div", "atlas-draw-help");
    this.live = element("div", "atlas-live");
    this.live.setAttribute("aria-live", "polite");
    this.buttons = Object.fromEntries(Object.entries(acts).map(([name, act]) => {
      const made = element("button", `atlas-draw-button atlas-draw-${name}`);
      made.type = "button";
      made.addEventListener("click", act);
      return [name, made];
    }));
    this.row.append(...Object.values(this.buttons));
    this.box.append(this.row, this.help);
    frame.append(this.box, this.live);
  }

  /**
   * @param {"idle" | "adding" | "shaping"} mode
   * @param {Record<string, string>} words
   * @param {Record<string, boolean>} can which buttons have something to do
   */
  show(mode, words, can) {
    this.box.setAttribute("aria-label", words.title);
    this.box.dataset.mode = mode;
    Object.entries(this.buttons).forEach(([name, made]) => {
      made.textContent = words[name];
      made.hidden = !BUTTONS[mode].includes(name);
      made.disabled = can[name] === false;
    });
    this.help.textContent = words[`help_${mode}`];
    this.help.hidden = !this.help.textContent;
  }

  /** Says what was just done to those who hear the page. */
  tell(text) {
    this.live.textContent = text;
  }

  remove() {
    this.box.remove();
    this.live.remove();
  }
}
