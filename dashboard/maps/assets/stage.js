/**
 * Where a map is made before its place on the page is there: as wide, in the scheme and with the
 * letters that the place had last time in a window like this one.
 */

const KEY = "corridor-atlas-place";
const SIDEBAR_FROM_PX = 788;
const PROPERTIES = ["--st-background-color", "--st-font"];

/** @returns {HTMLElement} an element of the page that is laid out and never seen */
export function madeStage() {
  const stage = document.createElement("div");
  const { width, style } = lastPlace();
  stage.inert = true;
  Object.assign(stage.style, {
    position: "fixed", top: "0", left: "0", zIndex: "-1", width: `${width}px`,
    visibility: "hidden", pointerEvents: "none",
  });
  PROPERTIES.forEach((name) => style[name] && stage.style.setProperty(name, style[name]));
  document.body.append(stage);
  return stage;
}

/** Makes a stage fill the place it has been put into, and seen. */
export function unveil(stage) {
  stage.inert = false;
  Object.assign(stage.style, {
    position: "absolute", zIndex: "", width: "100%", visibility: "", pointerEvents: "",
  });
}

/** Remembers the place that a map has: nothing of what is shown on it. */
export function rememberPlace(host) {
  const computed = getComputedStyle(host);
  const style = Object.fromEntries(
    PROPERTIES.map((name) => [name, computed.getPropertyValue(name).trim()]),
  );
  const place = { ...windowNow(), width: host.clientWidth, style };
  try {
    localStorage.setItem(KEY, JSON.stringify(place));
  } catch {
    // A browser that keeps nothing starts from a guess each time.
  }
}

function lastPlace() {
  const now = windowNow();
  try {
    const place = JSON.parse(localStorage.getItem(KEY));
    if (place.wide === now.wide && place.dark === now.dark) return place;
  } catch {
    // Never been here, or a browser that keeps nothing.
  }
  return guess(now);
}

function guess({ wide, dark }) {
  const width = wide < SIDEBAR_FROM_PX ? wide - 22 : 0.7 * (wide - 368);
  return { width: Math.round(width), style: { "--st-background-color": dark ? "#15191c" : "#fcfbf8" } };
}

function windowNow() {
  return {
    wide: window.innerWidth,
    dark: window.matchMedia("(prefers-color-scheme: dark)").matches,
  };
}
