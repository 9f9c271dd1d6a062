/** A button that hands something over as a file, made in the browser: no address of the app holds it. */

const buttons = new WeakMap();

/**
 * Called at each run of the app with new data and the same parent.
 * @param {object} component parentElement; data: label, name, type and content (base64) of the file
 * @returns {() => void} takes the button away
 */
export default function show({ parentElement, data }) {
  const button = buttons.get(parentElement) ?? made(parentElement);
  button.textContent = data.label;
  button.onclick = () => handOver(data);
  return () => {
    button.remove();
    buttons.delete(parentElement);
  };
}

function made(parentElement) {
  const button = document.createElement("button");
  button.type = "button";
  button.part = "control";
  button.style.cssText = "font: inherit; font-size: .875rem; color: inherit; background: transparent; cursor: pointer;"
    + "border: 1px solid var(--st-border-color, currentColor); border-radius: 8px; padding: 8px 12px;";
  parentElement.append(button);
  buttons.set(parentElement, button);
  return button;
}

function handOver({ name, content, type }) {
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
