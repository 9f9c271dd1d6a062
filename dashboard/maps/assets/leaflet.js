/** Leaflet as published, kept unchanged; it registers itself under one global name. */
import "./leaflet/leaflet.js";

export default globalThis.leaflet;
