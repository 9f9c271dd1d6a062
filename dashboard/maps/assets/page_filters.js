/**
 * The filters of the page, read where the person sees them: the map answers a choice at once, and
 * what the app says of it a moment later finds the map already so.
 */

const ZERO = "0".charCodeAt(0);
const CHOSEN = "[data-tag] [title]";
const ENDS = "[type=range]";
/** What a control has when it is there, and not only the place that is kept for it. */
const FIELD = `[role=combobox], ${ENDS}`;

/** Whether a leg passes what is chosen in the control of each filter. */
const PASSES = {
  corridor: (leg, chosen, { labels }, network) => (
    chosen.includes(labels[network.corridors[leg.corridor].id])
  ),
  country: (leg, chosen, { labels }) => leg.countries.some((iso3) => chosen.includes(labels[iso3])),
  risk_class: coded,
  status: coded,
  period: (leg, [from, to], { spans }) => (
    spans[leg.corridor].some(([first, last]) => first <= to && last >= from)
  ),
  grade: coded,
  source_kind: (leg, chosen, filter) => (
    filter.labels.some((label, i) => (code(leg, filter) >> i) & 1 && chosen.includes(label))
  ),
};

/** Watches the page for as long as there is a map. */
export class PageFilters {
  /** @param {() => void} changed called when another choice stands in the controls */
  constructor(changed) {
    this.key = "";
    this.watcher = new MutationObserver(() => {
      const { key } = this;
      this.#read();
      if (this.key !== key) changed();
    });
    this.watcher.observe(document.body, {
      subtree: true, childList: true, attributes: true, attributeFilter: ["title", "aria-valuetext"],
    });
  }

  /** @param {object[]} filters as the app sends them; none where the map stands alone */
  follow(filters) {
    this.filters = filters ?? [];
    this.#read();
  }

  /**
   * @param {object} network
   * @param {string} codes one class digit per leg, all of them
   * @returns {string | null} the same with "-" where a leg is left out; null while the page does
   *   not show every control, and the app's own answer counts
   */
  left(network, codes) {
    if (!this.chosen) return null;
    const asked = this.filters.map((filter, i) => [filter, this.chosen[i]])
      .filter(([, chosen]) => chosen.length);
    const passes = (leg) => asked.every(([filter, chosen]) => (
      PASSES[filter.by](leg, chosen, filter, network)
    ));
    return network.legs.map((leg) => (passes(leg) ? codes[leg.index] : "-")).join("");
  }

  stop() {
    this.watcher.disconnect();
  }

  #read() {
    const filters = this.filters ?? [];
    const controls = filters.map(({ control }) => document.getElementsByClassName(control)[0]);
    const all = controls.length > 0 && controls.every((control) => control?.querySelector(FIELD));
    this.chosen = all ? controls.map((control, i) => chosenIn(control, filters[i])) : null;
    this.key = JSON.stringify(this.chosen);
  }
}

/** The labels that are chosen, or the first and last year; nothing where nothing is restricted. */
function chosenIn(control, { years }) {
  if (!years) return [...control.querySelectorAll(CHOSEN)].map((tag) => tag.title);
  const ends = [...control.querySelectorAll(ENDS)].map((end) => end.valueAsNumber);
  return ends.every((year, i) => year === years[i]) ? [] : ends;
}

function coded(leg, chosen, filter) {
  return chosen.includes(filter.labels[code(leg, filter)]);
}

function code(leg, { codes }) {
  return codes.charCodeAt(leg.index) - ZERO;
}
