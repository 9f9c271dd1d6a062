/** A story as a component of the page: the browser moves between its steps, the app follows. */
import { readJson } from "./load.js";
import { StoryPlayer } from "./story_player.js";

const TELL_AFTER_MS = 600;
const shown = new WeakMap();

/**
 * Called at each run of the app with new data and the same parent.
 * @param {object} component parentElement, data, setTriggerValue as Streamlit gives them
 * @returns {() => void} takes the story away
 */
export default function show({ parentElement, data, setTriggerValue }) {
  const held = shown.get(parentElement) ?? new Held(parentElement);
  shown.set(parentElement, held);
  held.update(data, (step) => setTriggerValue("step", String(step)));
  return () => {
    held.remove();
    shown.delete(parentElement);
  };
}

class Held {
  constructor(parent) {
    /** Steps that the app was told of and has not answered yet. */
    this.told = [];
    this.player = new StoryPlayer(parent, { moved: (step) => this.#tellSoon(step) });
  }

  async update(data, tell) {
    this.tell = tell;
    const story = data.story ?? await readJson(data.story_address);
    const given = Number(data.step);
    await this.player.show(story, { network: data.network, step: given });
    // Each step that the app was told of comes back with a run, which may be a late one: it is not
    // gone to again.
    const echo = this.told.indexOf(given);
    this.told.splice(0, echo + 1);
    if (this.given !== undefined && given !== this.given && echo < 0) this.player.goTo(given - 1);
    this.given = given;
  }

  remove() {
    clearTimeout(this.soon);
    this.player.remove();
  }

  #tellSoon(step) {
    clearTimeout(this.soon);
    this.soon = setTimeout(() => {
      this.told.push(step);
      this.tell(step);
    }, TELL_AFTER_MS);
  }
}
