/**
 * Legs that share a link and look the same become one strand; strands of a link lie side by side,
 * so that nothing is hidden under anything.
 */

const HIDDEN = "-".charCodeAt(0);
const ZERO = "0".charCodeAt(0);

/**
 * @param {object} network
 * @param {object} codes by leg, a string each: paint, a class digit or "-" where hidden; muted, 1
 *   where muted; vague, 0 where the class is clear, 1 paler, 2 paler and dashed
 * @param {Set<string> | null} focus ids of the legs to emphasise, null for all
 * @returns {object[]} strands with link, kind (class), vague, muted, standing, faded, legs, slot, slots
 */
export function strandsOf(network, { paint, muted, vague }, focus) {
  const strands = new Map();
  for (const leg of network.legs) {
    const code = paint.charCodeAt(leg.index);
    if (code === HIDDEN || Number.isNaN(code)) continue;
    const isMuted = muted.charCodeAt(leg.index) - ZERO === 1;
    const faded = focus !== null && !focus.has(leg.id);
    const doubt = Math.max(0, (vague ?? "").charCodeAt(leg.index) - ZERO) || 0;
    const look = (code - ZERO) * 64 + doubt * 16 + leg.standingCode * 4 + (isMuted ? 2 : 0) + (faded ? 1 : 0);
    const key = leg.link * 1024 + look;
    const strand = strands.get(key);
    if (strand) strand.legs.push(leg.index);
    else strands.set(key, { ...strand0(leg, code - ZERO, isMuted, faded, look), vague: doubt });
  }
  const all = [...strands.values()];
  placeSideBySide(all);
  return all;
}

function strand0(leg, kind, muted, faded, look) {
  return {
    link: leg.link, kind, muted, faded, look,
    standing: leg.standingCode, legs: [leg.index], slot: 0, slots: 1,
  };
}

function placeSideBySide(strands) {
  const byLink = new Map();
  for (const strand of strands) {
    const there = byLink.get(strand.link);
    if (there) there.push(strand);
    else byLink.set(strand.link, [strand]);
  }
  for (const there of byLink.values()) {
    if (there.length === 1) continue;
    there.sort((a, b) => a.look - b.look);
    there.forEach((strand, slot) => {
      strand.slot = slot;
      strand.slots = there.length;
      strand.beside = there;
    });
  }
}
