/* Starts the map of a file that stands alone: all it needs is in the page, it asks nobody for it. */
(async () => {
  const at = (id) => document.getElementById(`atlas-${id}`);
  const { title, notes, words, start, view, story, network, files } = JSON.parse(at("data").textContent);

  /* Text of the data becomes text of the page, never markup. */
  function write() {
    document.title = title;
    at("title").textContent = title;
    ["about", "licences"].forEach((name) => { at(name).textContent = words[name]; });
    at("notes").append(...notes.map((note) => {
      const line = document.createElement("li");
      line.textContent = note;
      return line;
    }));
  }

  async function unpacked() {
    const packed = Uint8Array.from(atob(at("files").textContent), (sign) => sign.charCodeAt(0));
    const unpacking = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Response(unpacking).arrayBuffer();
  }

  /* A page opened from disk may not import files beside it: each module gets an address in memory,
     and the modules that need it, which come later in the list, are told that address. */
  function linked(source, addresses) {
    return source.replace(/"(\.\/[\w/]+\.js)"/g, (quoted, name) => (
      addresses[name] ? `"${addresses[name]}"` : quoted
    ));
  }

  function placed(bytes) {
    const addresses = {};
    let start = 0;
    files.forEach(([name, type, length]) => {
      const part = bytes.slice(start, start + length);
      start += length;
      const text = () => new TextDecoder().decode(part);
      if (/licence|LICENSE/.test(name)) at("licence-texts").append(`${text()}\n\n`);
      const body = name.endsWith(".js") ? linked(text(), addresses) : part;
      addresses[`./${name}`] = URL.createObjectURL(new Blob([body], { type }));
    });
    return addresses;
  }

  /* The letters that the sheets for print have; where a browser refuses one it shows its own. */
  function lettered(addresses) {
    const faces = [["regular", "400"], ["semibold", "600"], ["bold", "700"], ["italic", "400", "italic"]];
    return Promise.allSettled(faces.map(async ([file, weight, style = "normal"]) => {
      const letters = await (await fetch(addresses[`./fonts/sans-${file}.ttf`])).arrayBuffer();
      document.fonts.add(await new FontFace("Atlas Sans", letters, { weight, style }).load());
    }));
  }

  async function open() {
    const addresses = placed(await unpacked());
    await lettered(addresses);
    globalThis.corridorAtlasFiles = addresses;
    const drawn = new Blob([JSON.stringify(network)], { type: "application/json" });
    const shown = { network: URL.createObjectURL(drawn) };
    const module = await import(addresses[`./${start}`]);
    module.open(at("map"), { story, ...shown, view: { ...view, ...shown } });
  }

  write();
  try {
    await open();
  } catch (fault) {
    at("failed").textContent = words.failed;
    at("failed").hidden = false;
    throw fault;
  }
})();
