/** Files of the map, each read once per page however many maps there are. */

const reading = new Map();

/** @returns {Promise<any>} the JSON at an address of this app */
export function readJson(address) {
  return once(address, async () => (await fetched(address)).json());
}

/** @returns {Promise<ImageBitmap>} the picture at an address of this app */
export function readPicture(address) {
  return once(address, async () => createImageBitmap(await (await fetched(address)).blob()));
}

/** @returns {Promise<CSSStyleSheet>} the sheet at an address of this app, for any number of roots */
export function readSheet(address) {
  return once(address, async () => (
    new CSSStyleSheet().replace(await (await fetched(address)).text())
  ));
}

/** @returns {Promise<FontFace>} the font at an address of this app, ready to draw with */
export function readFont(family, address, descriptors) {
  return once(address, async () => {
    const face = await new FontFace(family, `url("${address}")`, descriptors).load();
    document.fonts.add(face);
    return face;
  });
}

/** @returns {string} the address of a file beside this module; a map saved as one file has its own */
export function beside(name) {
  return globalThis.corridorAtlasFiles?.[name] ?? new URL(name, import.meta.url).href;
}

function once(address, read) {
  if (!reading.has(address)) {
    const result = read();
    // A failed reading is forgotten, so that the next call can try again.
    result.catch(() => reading.delete(address));
    reading.set(address, result);
  }
  return reading.get(address);
}

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: found status ${answer.status}, expected 200`);
  return answer;
}
