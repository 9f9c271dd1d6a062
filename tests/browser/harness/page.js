// Mounts the map as Streamlit does: same parent at each run, new data, one value to trigger.
const host = document.getElementById("host");
const parentElement = host.attachShadow({ mode: "open" });
const module = import("/assets/map.js");
window.told = [];
window.run = async (data) => {
  const map = await module;
  window.cleanup = map.default({
    parentElement,
    data,
    key: "map",
    name: "map",
    setTriggerValue: (name, value) => window.told.push([name, value]),
    setStateValue: () => { throw new Error("no state is kept: the app says what is selected"); },
  });
};

// Where things are on the page, worked out from where the map's pane and canvases lie.
const network = fetch("/network.json").then((answer) => answer.json());
const frame = import("/assets/frame.js");
const arcs = import("/assets/arc.js");

window.middleOf = async (legId) => {
  const { links, legs, waypoints } = await network;
  const { toWorld } = await frame;
  const { arc } = await arcs;
  const link = links[legs.find(({ id }) => id === legId).link];
  const [from, to] = [waypoints[link.from], waypoints[link.to]].map(({ lon, lat }) => {
    const [x, y] = toWorld(lon, lat);
    return { x, y };
  });
  const line = arc(from, to, link.mode);
  const at = (line.length / 2 - 1) / 2 * 2;
  return placed(line[at], line[at + 1]);
};

window.spot = async (lon, lat) => {
  const { toWorld } = await frame;
  return placed(...toWorld(lon, lat));
};

window.pixelsPerDegree = () => (view().scale / 360);

function view() {
  const canvas = parentElement.querySelector(".leaflet-overlay-pane canvas");
  return JSON.parse(canvas.dataset.place);
}

function placed(x, y) {
  const canvas = parentElement.querySelector(".leaflet-overlay-pane canvas");
  const box = canvas.getBoundingClientRect();
  const { scale, dx, dy } = view();
  return [box.left + x * scale + dx, box.top + y * scale + dy];
}

window.countDrawing = () => {
  window.drawing = { ground: 0, legs: 0 };
  const panes = { ground: ".leaflet-tile-pane canvas", legs: ".leaflet-overlay-pane canvas" };
  Object.entries(panes).forEach(([name, selector]) => {
    const canvas = parentElement.querySelector(selector);
    const context = canvas.getContext("2d") ?? canvas.getContext("bitmaprenderer");
    const begin = context.clearRect ? "clearRect" : "transferFromImageBitmap";
    const act = context[begin].bind(context);
    context[begin] = (...how) => {
      window.drawing[name] += 1;
      act(...how);
    };
  });
};
