"""The hinge of a component, whose own code is a file that the app serves: ``data.module``."""

from typing import Final

# It is a constant: no text from data ever becomes script. Calls that arrive while the module loads
# are answered once, with the newest data.
HINGE: Final = """
const states = new WeakMap();
export default function (component) {
  const state = states.get(component.parentElement) ?? { cleanup: null };
  states.set(component.parentElement, state);
  state.newest = component;
  import(new URL(component.data.module, document.baseURI)).then((module) => {
    if (state.newest === component) state.cleanup = module.default(component);
  });
  return () => { state.newest = null; state.cleanup?.(); };
}
"""
