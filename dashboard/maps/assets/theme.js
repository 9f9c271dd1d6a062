/** The two colour schemes of the map and how the page says which is on. */

const LIGHT = {
  name: "light",
  sea: "#c9dcea",
  seaFar: "#bfd4e4",
  shallow: ["rgba(255,255,255,.5)", "rgba(255,255,255,.26)"],
  land: "#f3efe6",
  relief: 0.92,
  shallows: 0.5,
  reliefTone: null,
  tintAlpha: 0.3,
  coast: "#8ba5b8",
  border: "#84718f",
  borderHalo: "rgba(132,113,143,.17)",
  admin1: "rgba(120,110,130,.36)",
  river: "#8db4d0",
  lake: "#c3d9e8",
  lakeEdge: "#8fb0c6",
  place: "#2f2c38",
  placeMinor: "#4a4653",
  country: "#554a66",
  seaName: "#64879f",
  labelHalo: "rgba(250,248,243,.88)",
  seaHalo: "rgba(214,228,239,.7)",
  legHalo: "rgba(255,255,255,.94)",
  mutedHalo: "rgba(255,255,255,.55)",
  muted: "#8b8794",
  vague: "#d9d5cc",
  mutedMix: 0.5,
  mutedAlpha: 0.72,
  inner: "rgba(255,255,255,.9)",
  tick: "rgba(255,255,255,.95)",
  glow: "rgba(30,26,52,.9)",
  glowSoft: "rgba(255,214,74,.75)",
  waypoint: "#26233a",
  waypointFill: "#ffffff",
  waypointText: "#1d1a2b",
  waypointHalo: "rgba(255,255,255,.95)",
  badge: "#26233a",
  badgeText: "#ffffff",
  lift: 0,
};

const DARK = {
  name: "dark",
  sea: "#141d29",
  seaFar: "#101823",
  shallow: ["rgba(110,152,188,.2)", "rgba(92,132,168,.1)"],
  land: "#2a2d34",
  relief: 1,
  shallows: 0.07,
  reliefTone: "#4a4c55",
  tintAlpha: 0.34,
  coast: "#50687c",
  border: "#8f82a3",
  borderHalo: "rgba(160,145,185,.12)",
  admin1: "rgba(170,160,185,.22)",
  river: "#3f5f78",
  lake: "#182636",
  lakeEdge: "#41596d",
  place: "#dcd8e4",
  placeMinor: "#b5b1bf",
  country: "#b3a8c6",
  seaName: "#6d8fab",
  labelHalo: "rgba(24,26,33,.85)",
  seaHalo: "rgba(16,24,35,.7)",
  legHalo: "rgba(12,14,20,.9)",
  mutedHalo: "rgba(12,14,20,.55)",
  muted: "#7f7d8b",
  vague: "#4a4c57",
  mutedMix: 0.45,
  mutedAlpha: 0.66,
  inner: "rgba(14,16,22,.88)",
  tick: "rgba(14,16,22,.92)",
  glow: "rgba(255,255,255,.95)",
  glowSoft: "rgba(255,214,74,.5)",
  waypoint: "#f2f0f7",
  waypointFill: "#1a1c24",
  waypointText: "#f6f4fa",
  waypointHalo: "rgba(14,16,22,.92)",
  badge: "#f2f0f7",
  badgeText: "#1a1c24",
  lift: 0.28,
};

/** @returns {object} the scheme that the host's page asks for now */
export function themeOf(host) {
  const background = getComputedStyle(host).getPropertyValue("--st-background-color").trim();
  return luminance(background) < 0.4 ? DARK : LIGHT;
}

/** @returns {object} the scheme of a name */
export function themeNamed(name) {
  return name === DARK.name ? DARK : LIGHT;
}

/** @returns {string} a class's colour in a scheme; one without a colour for the dark keeps its own */
export function themed({ color, dark }, theme) {
  return (theme.name === "dark" && dark) || color;
}

/**
 * Calls back when the page changes its scheme. It looks once a frame at most: asking for a style makes
 * the browser work out all of them.
 * @returns {() => void} stops it
 */
export function watchTheme(host, changed) {
  let last = themeOf(host);
  let soon = 0;
  const look = () => {
    soon = 0;
    const now = themeOf(host);
    if (now !== last) {
      last = now;
      changed(now);
    }
  };
  const observer = new MutationObserver(() => { soon ||= requestAnimationFrame(look); });
  const seen = { attributes: true, attributeFilter: ["style", "class", "data-theme"] };
  for (let node = host; node; node = node.parentNode ?? node.host) {
    if (node.nodeType === Node.ELEMENT_NODE) observer.observe(node, seen);
  }
  observer.observe(document.head, { childList: true, subtree: true, characterData: true });
  return () => {
    cancelAnimationFrame(soon);
    observer.disconnect();
  };
}

/** @returns {number} 0 black to 1 white; 1 for what is not a colour */
function luminance(color) {
  const parts = channels(color);
  if (!parts) return 1;
  const [r, g, b] = parts;
  return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
}

/** @returns {number[] | null} red, green, blue from 0 to 255 */
export function channels(color) {
  const hex = /^#([0-9a-f]{6}|[0-9a-f]{3})/i.exec(color);
  if (hex) {
    const digits = hex[1].length === 3 ? [...hex[1]].map((d) => d + d).join("") : hex[1];
    return [0, 2, 4].map((i) => parseInt(digits.slice(i, i + 2), 16));
  }
  const numbers = /^rgba?\(([^)]+)\)/.exec(color);
  return numbers ? numbers[1].split(/[\s,/]+/).slice(0, 3).map(Number) : null;
}

/** @returns {string} a colour moved towards another by a part from 0 to 1 */
export function mixed(color, other, part) {
  const a = channels(color);
  const b = channels(other);
  if (!a || !b) return color;
  return `rgb(${a.map((value, i) => Math.round(value + (b[i] - value) * part)).join(",")})`;
}
