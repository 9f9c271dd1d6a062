// Mounts the map as Streamlit does: same parent at each run, new data, one state to set.
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
    setStateValue: (name, value) => window.told.push([name, value]),
    setTriggerValue: () => { throw new Error("nothing is triggered"); },
  });
};
