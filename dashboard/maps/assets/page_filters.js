/**
 * The filters of the page, read where the person sees them: the map answers a choice at once, and
 * what the app says of it a moment later finds the map already so.
 */

const ZERO = "0".charCodeAt(0);
const CHOSEN = "[data-tag] [title]";

/** How a leg is called in the control of each filter. */
const LABELS = {
  corridor: (leg, network, { labels }) => [labels[network.corridors[leg.corridor].id]],
  country: (leg, _, { labels }) => leg.countries.map((iso3) => labels[iso3]),
  risk_class: coded,
  status: coded,
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
      subtree: true, childList: true, attributes: true, attributeFilter: ["title"],
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
      .filter(([, labels]) => labels.size);
    const passes = (leg) => asked.every(([filter, labels]) => (
      LABELS[filter.by](leg, network, filter).some((label) => labels.has(label))
    ));
    return network.legs.map((leg) => (passes(leg) ? codes[leg.index] : "-")).join("");
  }

  stop() {
    this.watcher.disconnect();
  }

  #read() {
    const controls = (this.filters ?? [])
      .map(({ control }) => document.getElementsByClassName(control)[0]);
    const all = controls.length > 0 && controls.every(Boolean);
    this.chosen = all ? controls.map(chosenIn) : null;
    this.key = JSON.stringify(this.chosen?.map((labels) => [...labels]) ?? null);
  }
}

function chosenIn(control) {
  return new Set([...control.querySelectorAll(CHOSEN)].map((tag) => tag.title));
}

function coded(leg, _, { labels, codes }) {
  return [labels[codes.charCodeAt(leg.index) - ZERO]];
}
