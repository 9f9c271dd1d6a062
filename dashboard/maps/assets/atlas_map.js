/** One map on one page: what it was told last, and what it tells back. */
import { Controls } from "./controls.js";
import { ownLines, placeLines, strandLines } from "./describe.js";
import { extentOf } from "./extent.js";
import { bringKorean, bringNames, writesHangul } from "./files.js";
import { strandAt } from "./hit.js";
import { MAX_ZOOM, OWN_MAX_ZOOM } from "./frame.js";
import { Layers } from "./layers.js";
import { Legend } from "./legend.js";
import { LegList } from "./leg_list.js";
import { readJson } from "./load.js";
import { networkOf } from "./network.js";
import { pointAlong } from "./offset.js";
import { isOwn } from "./own_legs.js";
import { PageFilters } from "./page_filters.js";
import { followPaper } from "./paper.js";
import { madeShell } from "./shell.js";
import { strandsOf } from "./strands.js";
import { themeOf, watchTheme } from "./theme.js";
import { Tooltip } from "./tooltip.js";
import { followSize, isStill, madeView } from "./view.js";
import { waypointAt } from "./waypoints.js";

/** How much of the map the legend covers, and from which width on it stands open. */
const LEGEND_PX = 240;
const LEGEND_FROM_PX = 640;
const REACH_PX = 6;
const TOUCH_REACH_PX = 14;

export class AtlasMap {
  /** @param {ShadowRoot} parent @param {{unseen?: boolean}} how whether it waits to be moved */
  constructor(parent, { unseen = false } = {}) {
    this.host = parent.host;
    this.shell = madeShell(parent);
    this.theme = themeOf(this.host);
    this.data = null;
    this.network = null;
    this.strands = [];
    this.paints = 0;
    this.filters = new PageFilters(() => this.network && this.#paint(this.data));
    this.unseen = unseen;
    /** While something is drawn on the map nothing else is pointed at or chosen. */
    this.quiet = false;
    if (!unseen) this.#mounted();
  }

  /** The map, drawn or half drawn, is seen from now on. */
  show() {
    this.unseen = false;
    this.#mounted();
    this.#dressIfChanged();
    this.layers.hurry(this.host);
    if (this.ready) this.#tellReady();
    if (this.paints) this.#tellPainted();
  }

  /** Moves the map as it is to where it stays. */
  moveTo(parent) {
    this.host = parent.host;
    this.shell.moveTo(parent);
    this.stopTheme();
    this.stopTheme = watchTheme(this.host, (theme) => this.dress(theme));
    this.show();
  }

  /** Draws names from now on: the page's letters are there. */
  letter() {
    this.layers.letter();
  }

  /**
   * Takes the data of one run of the app and redraws what differs from the last.
   * @param {object} data
   * @param {(name: string, value: string) => void} [tell] none before the app is there: what is
   *   chosen until then is told when it is
   */
  update(data, tell) {
    this.tell = tell;
    this.#tellChosen();
    const before = this.data ?? {};
    this.data = data;
    this.filters.follow(data.filters);
    if (data.height !== before.height) this.shell.map.style.height = `${data.height}px`;
    if (!this.view) this.#mount();
    this.#turn(before);
    this.#say(before);
    this.#tint(before);
    this.#showOwn(before);
    if (data.network !== before.network) this.#readNetwork(data.network);
    else if (this.network) this.#paint(before);
  }

  /** Takes the map away for good. */
  remove() {
    this.filters.stop();
    this.stops?.forEach((stop) => stop());
    this.stopTheme?.();
    this.view?.remove();
    this.shell.remove();
  }

  #mount() {
    const { frame, map } = this.shell;
    this.view = madeView(map);
    const { host, theme, unseen } = this;
    const { covered } = this.shell;
    this.layers = new Layers(this.view, { host, theme, unseen, covered, failed: () => this.#failed() });
    this.size = followSize(this.view, map, () => this.#seen());
    this.controls = new Controls(frame, this.view, () => this.size.look({ animate: !isStill() }));
    this.legend = new Legend(frame);
    this.tooltip = new Tooltip(frame);
    this.list = new LegList(frame, {
      look: (strand) => this.#look(strand),
      choose: (strand) => this.#choose(strand),
      clear: () => this.#select(null),
    });
    this.view.on("click", (event) => this.#clicked(event));
    this.view.on("mousemove", (event) => this.#pointed(event));
    this.view.on("mouseout movestart", () => this.#unpointed());
    this.view.on("moveend", () => this.#noteFrame());
    map.addEventListener("keydown", (event) => event.key === "Escape" && this.#select(null));
    this.stops = [() => this.size.stop(), () => this.layers.stop(), followPaper(this), this.#keepClear()];
    this.stopTheme = watchTheme(this.host, (theme) => this.dress(theme));
    this.shell.dress(this.theme);
    if (!this.unseen) this.letter();
    this.whenReady = Promise.all([this.layers.ground.shown, bringNames(this.layers)])
      .then(() => this.#tellReady())
      .catch(() => this.#failed());
  }

  /**
   * Notes in the browser where a person moved the map of the page, null where nobody did; the app
   * is not told: the page Briefing asks (`dashboard.panels.moved_map`). A story's own map notes nothing.
   */
  #noteFrame() {
    if (!this.data.filters) return;
    const box = this.view.getBounds();
    const corners = [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()];
    window.corridorAtlasFrame = this.size.isMoved() ? corners : null;
  }

  /** Moves to what the map is of now, where that has changed. */
  #turn(before) {
    if (JSON.stringify(this.data.bounds ?? null) === JSON.stringify(before.bounds ?? null)) return;
    this.size.look({ fly: Boolean(before.network) && !this.data.still && !isStill() });
  }

  /** Names keep clear of the legend, also when it is opened, closed or becomes longer. */
  #keepClear() {
    const observer = new ResizeObserver(() => this.layers.keepClear());
    observer.observe(this.legend.box);
    return () => observer.disconnect();
  }

  #mounted() {
    const { dataset } = this.host;
    dataset.mounts = String(Number(dataset.mounts ?? 0) + 1);
  }

  #say(before) {
    const { words, lang } = this.data;
    if (JSON.stringify(words) !== JSON.stringify(before.words)) {
      this.controls.say(words);
      this.shell.map.setAttribute("aria-label", words.map);
    }
    this.legend.show(this.data, this.network, this.theme);
    if (lang === before.lang) return;
    this.layers.lang = lang;
    this.shell.frame.lang = lang;
    this.layers.relabel();
    if (writesHangul(lang)) bringKorean(this.layers).catch(() => this.#failed());
  }

  #showOwn(before) {
    const { own, draw, legend } = this.data;
    this.view.setMaxZoom(own || draw ? OWN_MAX_ZOOM : MAX_ZOOM);
    if (own?.mark === before.own?.mark) return;
    this.layers.showOwn(own ?? null, legend);
    this.host.dataset.ownLegs = String(this.layers.own.items.length);
    if (this.network) this.#list();
  }

  #tint(before) {
    const tint = this.data.tint ?? null;
    if (JSON.stringify(tint) === JSON.stringify(before.tint ?? null)) return;
    this.layers.showTint(tint);
  }

  async #readNetwork(address) {
    try {
      const file = await readJson(address);
      if (this.data.network !== address) return;
      this.network = networkOf(file);
      this.legend.show(this.data, this.network, this.theme);
      this.#paint({});
    } catch {
      this.#failed();
    }
  }

  #paint(before) {
    const { codes, muted, vague, focus, legend, words } = this.data;
    const paint = this.filters.left(this.network, codes) ?? this.data.paint;
    const look = JSON.stringify([paint, muted, vague, focus, legend]);
    if (look !== this.look || before.lang !== this.data.lang) {
      this.look = look;
      const chosen = focus?.length ? new Set(focus) : null;
      this.strands = strandsOf(this.network, { paint, muted, vague }, chosen);
      this.layers.marked = { selected: null, looked: null };
      this.layers.showStrands(this.network, this.strands, legend);
      this.#follow(paint);
      this.#list();
      if (!this.#tellFault()) this.controls.notify(this.strands.length ? null : words.no_legs);
    }
    this.#markSelected(this.data.own?.selected ?? this.data.selected);
    this.#painted();
  }

  /**
   * Goes to the legs that the filters of the page leave, back to all when they leave all. A person
   * who has moved the map keeps the view; so does a story, which has no filters.
   */
  #follow(paint) {
    if (!this.data.filters) return;
    const extent = paint.includes("-") ? extentOf(this.network, this.strands) : null;
    if (!this.strands.length || JSON.stringify(extent) === JSON.stringify(this.extent ?? null)) return;
    this.extent = extent;
    this.size.follow({ fly: this.paints > 0 && !this.unseen && !isStill() });
  }

  /** What the map is of now, and how much of it the open legend covers. */
  #seen() {
    const { bounds, low } = this.data;
    const seen = bounds ?? this.extent ?? null;
    const covered = seen && !low && this.shell.map.clientWidth > LEGEND_FROM_PX;
    return { bounds: seen, beside: covered ? LEGEND_PX : 0 };
  }

  /** The published legs in their order, then the organisation's own. */
  #list() {
    const first = ({ legs }) => legs[0];
    const published = [...this.strands].sort((a, b) => first(a) - first(b));
    const every = [...published, ...this.layers.own.items];
    this.list.show(every, this.data.words, (strand) => this.#lines(strand));
  }

  #lines(strand) {
    if (isOwn(strand)) return ownLines({ own: strand }, this.data);
    return strandLines(this.network, strand, this.data);
  }

  #painted() {
    this.paints += 1;
    this.#tellPainted();
  }

  #tellPainted() {
    if (this.unseen) return;
    const { dataset } = this.host;
    dataset.paints = String(this.paints);
    dataset.legs = String(this.strands.reduce((sum, strand) => sum + strand.legs.length, 0));
    dataset.selected = this.selected ?? "";
    this.host.dispatchEvent(new CustomEvent("atlas:painted", {
      bubbles: true, composed: true, detail: { paints: this.paints },
    }));
  }

  #markSelected(id) {
    this.selected = id ?? null;
    const own = this.layers.own.itemOf(this.selected);
    const index = this.network.indexOf.get(this.selected);
    const strand = this.strands.find(({ legs }) => legs.includes(index)) ?? null;
    this.layers.mark({ selected: own ?? strand });
  }

  /** A leg that is chosen already is told again: the app may be about to close it. */
  #select(id) {
    if (!this.network || this.quiet || !(id || this.selected)) return;
    this.#markSelected(id);
    this.host.dataset.selected = id ?? "";
    this.untold = id ?? "";
    this.#tellChosen();
  }

  #tellChosen() {
    if (!this.tell || this.untold === undefined) return;
    this.tell("chosen", this.untold);
    this.untold = undefined;
  }

  /** A strand of several legs gives its first; chosen again, the next. */
  #choose(strand) {
    if (isOwn(strand)) {
      this.#select(strand.id);
      return;
    }
    const ids = strand.legs.map((index) => this.network.legs[index].id);
    const next = (ids.indexOf(this.selected) + 1) % ids.length;
    this.#select(ids[next]);
  }

  #look(strand) {
    this.layers.mark({ looked: strand });
    const item = isOwn(strand) ? strand : strand && this.layers.legs.itemOf(strand);
    if (!item) return;
    const { place, min } = this.layers.strands.frame();
    const { x, y } = pointAlong(item.line, 0.5);
    const at = min.add([x * place.scale + place.dx, y * place.scale + place.dy]);
    const middle = this.view.layerPointToLatLng(at);
    if (!this.view.getBounds().pad(-0.15).contains(middle)) {
      this.view.panTo(middle, { animate: !isStill() });
    }
  }

  #under(event, reach) {
    const { place, min } = this.layers.strands.frame();
    const point = event.layerPoint.subtract(min);
    return {
      strand: strandAt(this.layers.legs.drawn, place, point, reach)?.strand ?? null,
      waypoint: waypointAt(this.layers.waypoints, place, point),
      own: strandAt(this.layers.own.drawn ?? [], place, point, reach),
      ownPlace: this.layers.own.placeAt(place, point),
    };
  }

  #clicked(event) {
    if (!this.network || this.quiet) return;
    const touch = event.originalEvent?.pointerType === "touch";
    const { strand, own } = this.#under(event, touch ? TOUCH_REACH_PX : REACH_PX);
    if (own || strand) this.#choose(own ?? strand);
    else this.#select(null);
  }

  #pointed(event) {
    if (!this.network || this.quiet || this.pointing) return;
    this.pointing = requestAnimationFrame(() => {
      this.pointing = null;
      const { strand, waypoint, own, ownPlace } = this.#under(event, REACH_PX);
      const mine = own || ownPlace;
      this.layers.mark({ looked: own ?? (waypoint || mine ? null : strand) });
      this.shell.map.classList.toggle("atlas-hit", Boolean(own ?? strand));
      const lines = (mine && ownLines({ own, ownPlace }, this.data))
        || (waypoint ? placeLines(waypoint, this.data) : strand && this.#lines(strand));
      if (lines) this.tooltip.show(lines, event.containerPoint);
      else this.tooltip.hide();
    });
  }

  #unpointed() {
    if (this.pointing) cancelAnimationFrame(this.pointing);
    this.pointing = null;
    this.tooltip.hide();
    this.layers.mark({ looked: null });
  }

  #dressIfChanged() {
    const theme = themeOf(this.host);
    if (theme !== this.theme) this.dress(theme);
  }

  /** Draws everything in the colours of a scheme. */
  dress(theme) {
    this.theme = theme;
    this.shell.dress(theme);
    this.layers.setTheme(theme);
    this.legend.show(this.data, this.network, theme);
  }

  #tellReady() {
    this.ready = true;
    if (this.unseen) return;
    this.host.dataset.ready = "true";
    this.host.dispatchEvent(new CustomEvent("atlas:ready", { bubbles: true, composed: true }));
  }

  /** A file could not be read: the words stay, whatever is painted after. */
  #failed() {
    this.faulty = true;
    this.#tellFault();
  }

  #tellFault() {
    if (this.faulty) this.controls.notify(this.data.words.failed);
    return Boolean(this.faulty);
  }
}
