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
  const { width, style } = lastPlace() ?? guess();
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

/** Remembers the place that a map has and the ground it draws first: nothing of what it shows. */
export function rememberPlace({ host, layers }) {
  const computed = getComputedStyle(host);
  const style = Object.fromEntries(
    PROPERTIES.map((name) => [name, computed.getPropertyValue(name).trim()]),
  );
  const place = { window: windowNow(), width: host.clientWidth, style, ground: layers.firstGround() };
  try {
    localStorage.setItem(KEY, JSON.stringify(place));
  } catch {
    // A browser that keeps nothing starts from a guess each time.
  }
}

/** @returns {object | null} the place that a map had in a window like this one */
export function lastPlace() {
  try {
    const place = JSON.parse(localStorage.getItem(KEY));
    return place?.window === windowNow() ? place : null;
  } catch {
    return null;
  }
}

function guess() {
  const { innerWidth: wide } = window;
  const width = wide < SIDEBAR_FROM_PX ? wide - 22 : 0.7 * (wide - 368);
  const background = isDark() ? "#15191c" : "#fcfbf8";
  return { width: Math.round(width), style: { "--st-background-color": background } };
}

function windowNow() {
  return [window.innerWidth, window.devicePixelRatio, isDark()].join();
}

function isDark() {
  return window.matchMedia("(prefers-color-scheme: dark)").matches;
}
