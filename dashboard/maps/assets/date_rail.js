/** The as-of date on a rail of time: dragged, moved by keys, or sent to what was reported. */
import { beside, readSheet } from "./load.js";
import { element } from "./shell.js";

const DAY_MS = 86_400_000;
const SEND_AFTER_MS = 250;
const YEARS_APART = 5;
const rails = new WeakMap();

/**
 * Called at each run of the app with new data and the same parent.
 * @param {object} component parentElement, data, setTriggerValue as Streamlit gives them
 * @returns {() => void} takes the rail away
 */
export default function show({ parentElement, data, setTriggerValue }) {
  const shown = rails.get(parentElement) ?? new DateRail(parentElement);
  rails.set(parentElement, shown);
  shown.update(data, (date) => setTriggerValue("date", date));
  return () => {
    shown.remove();
    rails.delete(parentElement);
  };
}

class DateRail {
  constructor(parent) {
    this.frame = element("div", "date-rail");
    this.date = element("output", "date");
    this.earlier = this.#button("‹", () => this.#go(this.#event(-1)));
    this.later = this.#button("›", () => this.#go(this.#event(1)));
    this.jump = element("select", "jump");
    this.ticks = element("div", "ticks");
    this.rail = element("input", "rail");
    this.years = element("div", "years");
    this.hint = element("p", "hint");
    this.rail.type = "range";
    for (const hidden of [this.ticks, this.years]) hidden.ariaHidden = "true";
    const head = element("div", "head");
    head.append(this.date, this.earlier, this.later, this.jump);
    this.frame.append(head, this.ticks, this.rail, this.years, this.hint);
    this.rail.addEventListener("input", () => this.#go(this.rail.valueAsNumber));
    this.rail.addEventListener("keydown", (event) => this.#key(event));
    this.jump.addEventListener("change", () => this.#go(Number(this.jump.value)));
    this.ticks.addEventListener("click", ({ target }) => this.#go(Number(target.dataset.day)));
    wear(parent).then(() => parent.append(this.frame));
  }

  /**
   * An answer to an older choice than the person's last one changes nothing that they see.
   * @param {object} data first, last, date as ISO days; events; words
   * @param {(date: string) => void} choose tells the app
   */
  update(data, choose) {
    this.choose = choose;
    const key = JSON.stringify({ ...data, date: "" });
    if (this.key !== key) this.#draw(data);
    this.key = key;
    if (this.asked && this.asked !== data.date) return;
    this.asked = null;
    this.#show(dayOf(data.date));
  }

  remove() {
    clearTimeout(this.sending);
    this.frame.remove();
  }

  #draw({ first, last, events, words, locale }) {
    this.words = words;
    this.format = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
    this.days = [...new Set(events.map(({ date }) => dayOf(date)))];
    [this.rail.min, this.rail.max] = [dayOf(first), dayOf(last)];
    this.rail.ariaLabel = words.label;
    this.jump.ariaLabel = words.jump;
    name(this.earlier, words.earlier);
    name(this.later, words.later);
    this.hint.textContent = words.hint;
    this.jump.replaceChildren(
      option("", words.jump),
      ...events.map(({ date, text }) => option(dayOf(date), text)).reverse(),
    );
    this.ticks.replaceChildren(...events.map((event) => this.#tick(event)));
    this.years.replaceChildren(...this.#years());
  }

  #tick({ date, text }) {
    const tick = element("i", "");
    tick.title = text;
    tick.dataset.day = dayOf(date);
    return this.#placed(tick, dayOf(date));
  }

  #years() {
    const [first, last] = [this.rail.min, this.rail.max].map((day) => yearOf(Number(day)));
    const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
    return years.filter((year) => year % YEARS_APART === 0)
      .map((year) => this.#placed(element("span", "", String(year)), dayOf(`${year}-01-01`)));
  }

  /** Puts an element where the middle of the rail's knob is on that day. */
  #placed(made, day) {
    const { min, max } = this.rail;
    made.style.setProperty("--at", String((day - min) / (max - min)));
    return made;
  }

  #show(day) {
    this.rail.value = String(day);
    const words = this.format.format(day * DAY_MS);
    this.rail.ariaValueText = words;
    this.date.textContent = this.words.stood.replace("{date}", words);
    this.jump.value = this.days.includes(day) ? String(day) : "";
    this.earlier.disabled = this.#event(-1) === undefined;
    this.later.disabled = this.#event(1) === undefined;
    this.frame.dataset.date = isoOf(day);
  }

  #go(day) {
    if (!day) return;
    const { min, max } = this.rail;
    const within = Math.min(Math.max(day, Number(min)), Number(max));
    this.#show(within);
    this.asked = isoOf(within);
    clearTimeout(this.sending);
    this.sending = setTimeout(() => this.choose(this.asked), SEND_AFTER_MS);
  }

  /** The day of the next event after the shown day, or of the last before it. */
  #event(direction) {
    const day = this.rail.valueAsNumber;
    return direction > 0
      ? this.days.find((other) => other > day)
      : this.days.findLast((other) => other < day);
  }

  /** The rail's own step is a day: an arrow goes a month, a page key to an event. */
  #key(event) {
    const day = this.rail.valueAsNumber;
    const to = {
      ArrowLeft: () => month(day, -1),
      ArrowDown: () => month(day, -1),
      ArrowRight: () => month(day, 1),
      ArrowUp: () => month(day, 1),
      PageUp: () => this.#event(1),
      PageDown: () => this.#event(-1),
    }[event.key];
    if (!to || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    this.#go(to());
  }

  #button(sign, act) {
    const made = element("button", "step", sign);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }
}

async function wear(root) {
  root.adoptedStyleSheets = [await readSheet(beside("./date_rail.css"))];
}

function option(value, text) {
  const made = element("option", "", text);
  made.value = String(value);
  return made;
}

function name(button, words) {
  button.ariaLabel = words;
  button.title = words;
}

/** A month later or earlier, on the last day of the month where it has no such day. */
function month(day, months) {
  const date = new Date(day * DAY_MS);
  const wanted = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months, 1);
  const end = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, end));
  return dayOf(date.toISOString());
}

function dayOf(iso) {
  return Date.parse(iso.slice(0, 10)) / DAY_MS;
}

function isoOf(day) {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

function yearOf(day) {
  return new Date(day * DAY_MS).getUTCFullYear();
}
