/** A story of steps beside one map that moves between them: keys, counter, sources, whole screen. */
import { AtlasMap } from "./atlas_map.js";
import { beside, readSheet } from "./load.js";
import { element } from "./shell.js";
import { meaning } from "./story_keys.js";
import { Screen } from "./story_screen.js";
import { exhibitOf, sourcesOf, wordsOf } from "./story_step.js";
import { themeOf, watchTheme } from "./theme.js";

const SMALLEST = 0.72;
const SMALLEST_TABLE = 0.6;
const LARGEST_TABLE = 1.3;
const SMALLER = 0.94;
/** A table of so many rows stands under the words, and leaves the map its place. */
const SHORT_ROWS = 5;

export class StoryPlayer {
  /**
   * @param {ShadowRoot} parent
   * @param {{moved?: (step: number) => void, print?: () => void}} how moved: called with the number
   *   of each step that is gone to
   */
  constructor(parent, { moved, print } = {}) {
    this.host = parent.host;
    this.moved = moved;
    this.index = -1;
    this.alone = false;
    this.frame = element("div", "story");
    this.place = element("div", "story-map");
    this.words = element("section", "story-words");
    this.words.setAttribute("aria-live", "polite");
    this.aside = element("aside", "story-aside");
    this.aside.hidden = true;
    this.bar = this.#bar(print);
    this.frame.append(this.place, this.words, this.aside, this.bar);
    parent.append(this.frame);
    this.screen = new Screen(this.frame, this.words, () => this.#label());
    this.worn = this.#wear(parent);
    this.#dress(themeOf(this.host));
    this.stops = [watchTheme(this.host, (theme) => this.#dress(theme)), () => this.screen.stop()];
    this.keys = (event) => this.#pressed(event);
    window.addEventListener("keydown", this.keys, { capture: true });
    this.sizes = new ResizeObserver(() => this.#resized());
    this.sizes.observe(this.place);
    this.sizes.observe(this.frame);
  }

  /**
   * Shows a story; one that is shown already stays where it is.
   * @param {object} story title, words, steps
   * @param {{network: string, step: number}} how the address of the network; the first step, from 1
   */
  async show(story, { network, step }) {
    await this.worn;
    const fresh = JSON.stringify([story.mark, story.lang]);
    if (fresh === this.fresh) return;
    this.fresh = fresh;
    this.story = story;
    this.network = network;
    this.frame.lang = story.lang;
    this.aside.hidden = true;
    this.index = -1;
    this.goTo((step ?? 1) - 1);
  }

  /** Goes to a step, counted from 0; `still` without a flight, `alone` without its chart and table. */
  goTo(index, { still = false, alone = false } = {}) {
    const last = this.story.steps.length - 1;
    const next = Math.max(0, Math.min(last, index));
    if (next === this.index && alone === this.alone) return;
    this.alone = alone;
    const first = this.index < 0;
    this.index = next;
    const step = this.step();
    this.words.replaceChildren(...wordsOf(step, this.story.words));
    this.#exhibit(step);
    this.aside.replaceChildren(sourcesOf(step, this.story));
    this.#label();
    this.#fit();
    this.#draw(still);
    this.host.dataset.step = String(next + 1);
    if (!first) this.moved?.(next + 1);
  }

  /** @returns {object} the step that is shown */
  step() {
    return this.story.steps[this.index];
  }

  remove() {
    window.removeEventListener("keydown", this.keys, { capture: true });
    this.sizes.disconnect();
    this.stops.forEach((stop) => stop());
    this.map?.remove();
    this.frame.remove();
  }

  /** A chart or a long table takes the place of the map, which goes under the words. */
  #exhibit(step) {
    this.exhibit?.remove();
    this.exhibit = this.alone ? null : exhibitOf(step);
    if (this.exhibit) this.words.after(this.exhibit);
    const short = !step.chart && step.table?.rows.length <= SHORT_ROWS;
    this.frame.classList.toggle("has-short", Boolean(this.exhibit) && short);
    this.frame.classList.toggle("has-large", Boolean(this.exhibit) && !short);
  }

  #draw(still) {
    const { view, bounds } = this.step();
    const height = this.place.clientHeight;
    const low = this.frame.classList.contains("has-large");
    this.data = { ...view, bounds, still, low, network: this.network, height };
    this.map ??= new AtlasMap(this.place.attachShadow({ mode: "open" }));
    this.map.update(this.data);
  }

  #resized() {
    if (!this.map || !this.story) return;
    const height = this.place.clientHeight;
    if (height !== this.data.height) {
      this.data = { ...this.data, height };
      this.map.update(this.data);
    }
    this.#fit();
  }

  /** Large words as long as they fit; smaller ones before they would have to be scrolled. */
  #fit() {
    fit(this.words, SMALLEST);
    const table = this.exhibit?.querySelector(".story-table");
    if (!table) return;
    fit(table, SMALLEST_TABLE, this.frame.classList.contains("has-large") ? LARGEST_TABLE : 1);
  }

  #bar(print) {
    const bar = element("nav", "story-bar");
    this.buttons = {
      back: button("‹", () => this.goTo(this.index - 1)),
      next: button("›", () => this.goTo(this.index + 1)),
      sources: button("", () => this.#sources()),
      present: button("", () => this.#screen()),
    };
    if (print) this.buttons.print = button("", print);
    this.counter = element("output", "story-counter");
    const { back, next, ...rest } = this.buttons;
    bar.append(back, this.counter, next, element("span", "story-gap"), ...Object.values(rest));
    return bar;
  }

  #label() {
    if (!this.story) return;
    const { words, steps } = this.story;
    const presenting = this.screen?.presenting;
    const { back, next, sources, present, print } = this.buttons;
    this.counter.textContent = `${this.index + 1} / ${steps.length}`;
    this.counter.setAttribute("aria-label", words.counter
      .replace("{number}", this.index + 1).replace("{whole}", steps.length));
    name(back, words.back);
    name(next, words.next);
    sources.textContent = words.sources;
    sources.setAttribute("aria-expanded", String(!this.aside.hidden));
    present.textContent = presenting ? words.leave : words.present;
    if (print) print.textContent = words.print;
    this.bar.setAttribute("aria-label", words.bar);
    back.disabled = this.index === 0;
    next.disabled = this.index === steps.length - 1;
  }

  #sources() {
    this.aside.hidden = !this.aside.hidden;
    this.#label();
  }

  #screen() {
    if (this.screen.presenting) this.screen.leave();
    else this.screen.present();
  }

  #pressed(event) {
    if (!this.story || !this.frame.isConnected) return;
    const found = meaning(event, this.screen.presenting);
    if (!found) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (found.act === "leave" && !this.aside.hidden) this.#sources();
    else if (found.act) this.#screen();
    else if (found.to) this.goTo(found.to === "first" ? 0 : this.story.steps.length - 1);
    else this.goTo(this.index + found.by);
  }

  #dress({ name: scheme }) {
    this.frame.dataset.theme = scheme;
  }

  async #wear(root) {
    root.adoptedStyleSheets = [await readSheet(beside("./story.css"))];
  }
}

function fit(box, smallest, largest = 1) {
  let size = largest;
  box.style.setProperty("--size", String(size));
  while (size > smallest && box.scrollHeight > box.clientHeight + 1) {
    size *= SMALLER;
    box.style.setProperty("--size", size.toFixed(3));
  }
}

function button(text, act) {
  const made = element("button", "story-button", text);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

function name(made, words) {
  made.title = words;
  made.setAttribute("aria-label", words);
}
