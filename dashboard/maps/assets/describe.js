/** A leg or a place in words: always text, never markup. */
import { nameIn } from "./names.js";

/** @returns {string[]} lines that say what a strand is, the two places first */
export function strandLines(network, strand, { lang, legend, words }) {
  const link = network.links[strand.link];
  const name = (index) => nameIn(network.waypoints[index], lang);
  const look = legend.classes[strand.kind] ?? legend.classes[legend.nodata];
  const standing = network.legs[strand.legs[0]].standing;
  const lines = [
    `${name(link.from)} → ${name(link.to)}`,
    `${legend.title}: ${look.label}`,
    [words[link.mode] ?? link.mode, words[standing] ?? standing].join(" · "),
    corridorsLine(network, strand, lang, words),
  ];
  if (strand.vague) lines.push(legend.vague[strand.vague - 1]);
  if (strand.muted) lines.push(words.muted);
  return lines;
}

function corridorsLine(network, strand, lang, words) {
  const corridors = [...new Set(strand.legs.map((index) => network.legs[index].corridor))];
  if (corridors.length === 1) {
    const corridor = network.corridors[corridors[0]];
    return nameIn(corridor, lang);
  }
  return words.corridors_n.replace("{n}", String(corridors.length));
}

/** @returns {string[]} lines that say what an own leg or place is, marked as the organisation's own */
export function ownLines({ own, ownPlace }, { legend, words }) {
  if (ownPlace) return [ownPlace.name, words.yours];
  const look = legend.classes[own.kind] ?? legend.classes[legend.nodata];
  const lines = [own.name, `${legend.title}: ${look.label}${own.reading}`, words.yours];
  return own.touched ? [...lines, words.touched] : lines;
}

/** @returns {string[]} lines that say what a waypoint is */
export function placeLines(place, { lang, words }) {
  return [nameIn(place, lang), words[`role_${place.role}`] ?? place.role];
}
