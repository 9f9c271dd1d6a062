/** Brings in what labels are drawn with: the basemap's names and the Korean letters. */
import { beside, readFont, readJson } from "./load.js";
import { namesOf } from "./names.js";
import { forgetWidths } from "./text.js";

const BASE = "./basemap/";

/** Brings in the names of countries, seas and places. */
export async function bringNames(layers) {
  layers.names = namesOf(await readJson(beside(`${BASE}names.json`)));
  layers.relabel();
}

/** @returns {boolean} whether a language is written in Hangul, by Unicode's likely script of it */
export function writesHangul(lang) {
  return new Intl.Locale(lang).maximize().script === "Kore";
}

/** Brings in the Korean letters; labels are drawn again when they are there. */
export async function bringKorean(layers) {
  const weights = [["korean-regular.woff2", "400"], ["korean-bold.woff2", "600 700"]];
  await Promise.all(weights.map(([file, weight]) => (
    readFont("Atlas Korean", beside(BASE + file), { weight })
  )));
  forgetWidths();
  layers.relabel();
}
