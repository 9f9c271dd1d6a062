/** What a strand looks like: colour, width and dash by class; thinner and greyer when muted. */
import { channels, mixed, themed } from "./theme.js";

export const IRREGULAR = 0;
export const CUSTODY = 1;
export const PROTECTION = 2;
export const DISPATCHED = 3;

const ZOOM_WIDTH = { 3: 0.72, 4: 0.88, 5: 1, 6: 1.15, 7: 1.3 };
const AIR_WIDTH = 0.72;
const MUTED_WIDTH = 0.62;
const FADED_ALPHA = 0.22;
/** How far a class that is not clear goes toward the ground, and how it is dashed in the end. */
const VAGUE_MIX = [0, 0.28, 0.44];
const VAGUE_DASH = [9, 3.5];

/**
 * @param {object} strand
 * @param {string} mode of its link
 * @param {{legend: object, theme: object, zoom: number}} how
 * @returns {{color: string, width: number, dash: number[], alpha: number, halo: string}}
 */
export function strokeOf(strand, mode, { legend, theme, zoom }) {
  const look = legend.classes[strand.kind] ?? legend.classes[legend.nodata];
  const scale = ZOOM_WIDTH[Math.round(zoom)] ?? 1;
  const thin = (mode === "air" ? AIR_WIDTH : 1) * (strand.muted ? MUTED_WIDTH : 1) * scale;
  // Two rails need room to be seen as two.
  const least = strand.standing === IRREGULAR ? 1.5 : strand.muted ? 2.6 : 3.4;
  const width = Math.max(least, look.width * thin);
  return {
    color: paled(colorOf(look, strand.muted, theme), strand.vague, theme),
    width,
    dash: dashOf(look.dash ?? (strand.vague === 2 ? VAGUE_DASH : null), mode, width),
    alpha: (strand.muted ? theme.mutedAlpha : 1) * (strand.faded ? FADED_ALPHA : 1),
    halo: strand.muted ? theme.mutedHalo : theme.legHalo,
  };
}

/** @returns {string} a class's colour as it is drawn: fit for a dark ground, greyed when muted */
export function colorOf(look, muted, theme) {
  const color = themed(look, theme);
  const lifts = theme.lift && !look.dark && isDark(color);
  const lifted = lifts ? mixed(color, "#ffffff", theme.lift) : color;
  return muted ? mixed(lifted, theme.muted, theme.mutedMix) : lifted;
}

function paled(color, vague, theme) {
  return vague ? mixed(color, theme.vague, VAGUE_MIX[vague]) : color;
}

function dashOf(dash, mode, width) {
  // Beads on the water: a round-ended dash of no length.
  if (mode === "sea") return [0.01, width * 1.75];
  return dash ?? [];
}

function isDark(color) {
  const parts = channels(color);
  if (!parts) return false;
  return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2] < 120;
}
