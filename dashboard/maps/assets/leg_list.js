/** The legs as a list for the keyboard: one at a time, told aloud and shown on the map. */
import { element } from "./shell.js";

let lists = 0;

export class LegList {
  /** @param {HTMLElement} frame @param {{look, choose, clear}} acts called with strands */
  constructor(frame, { look, choose, clear }) {
    this.acts = { look, choose, clear };
    this.strands = [];
    this.at = -1;
    lists += 1;
    this.box = element("div", "atlas-list");
    this.box.tabIndex = 0;
    this.box.setAttribute("role", "listbox");
    this.title = element("div", "atlas-list-title");
    this.help = element("div", "atlas-list-help");
    this.option = element("div", "atlas-list-option");
    this.option.id = `atlas-leg-${lists}`;
    this.option.setAttribute("role", "option");
    this.live = element("div", "atlas-live");
    this.live.setAttribute("aria-live", "polite");
    this.box.append(this.title, this.option, this.help);
    frame.prepend(this.box);
    frame.append(this.live);
    this.box.addEventListener("keydown", (event) => this.#pressed(event));
    this.box.addEventListener("blur", () => this.acts.look(null));
  }

  /** @param {object[]} strands visible ones, in the order of the list */
  show(strands, words, describe) {
    const last = this.strands[this.at];
    this.strands = strands;
    this.describe = describe;
    this.at = last
      ? strands.findIndex(({ id, link, look }) => id === last.id && link === last.link && look === last.look)
      : -1;
    this.title.textContent = words.legs;
    this.help.textContent = words.legs_help;
    this.box.setAttribute("aria-label", `${words.legs}. ${words.legs_help}`);
    this.#say();
  }

  #pressed(event) {
    const step = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
    if (step !== undefined && this.strands.length) {
      this.#move(step);
    } else if (event.key === "Enter" && this.strands[this.at]) {
      this.acts.choose(this.strands[this.at]);
    } else if (event.key === "Escape") {
      this.acts.clear();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  #move(step) {
    const last = this.strands.length - 1;
    const next = this.at < 0 && step === -1 ? last : this.at + step;
    this.at = Math.max(0, Math.min(last, next));
    this.#say();
    this.acts.look(this.strands[this.at]);
    this.live.textContent = this.option.textContent;
  }

  #say() {
    const strand = this.strands[this.at];
    this.option.textContent = strand
      ? `${this.at + 1}/${this.strands.length} · ${this.describe(strand).join(" · ")}`
      : String(this.strands.length);
    this.option.setAttribute("aria-selected", String(Boolean(strand)));
    if (strand) this.box.setAttribute("aria-activedescendant", this.option.id);
    else this.box.removeAttribute("aria-activedescendant");
  }
}
