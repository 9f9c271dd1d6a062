/** The story of a file that stands alone: shown like on the page, and printed a step a page. */
import { pictureOf, settled } from "./map_picture.js";
import { asksForPaper, inLight } from "./paper.js";
import { element } from "./shell.js";
import { StoryPlayer } from "./story_player.js";
import { exhibitOf, sourcesOf, wordsOf } from "./story_step.js";

/** Shows the story in a place of the page; its paper pages follow that place and are seen on paper. */
export async function open(place, { story, network }) {
  const pages = story.steps.map((step) => pageOf(step, story));
  place.after(...pages);
  const print = async () => {
    await inLight(player.map, () => draw(player, pages));
    window.print();
  };
  // Before the map hears of it, which would print itself alone.
  window.addEventListener("keydown", (event) => {
    if (!asksForPaper(event)) return;
    event.preventDefault();
    print();
  });
  const player = new StoryPlayer(place.attachShadow({ mode: "open" }), { print });
  const step = Number(new URLSearchParams(window.location.hash.slice(1)).get("step")) || 1;
  await player.show(story, { network, step });
}

function pageOf(step, story) {
  const page = element("article", "story-page");
  page.lang = story.lang;
  const head = element("header", "");
  head.append(...wordsOf(step, story.words));
  const exhibit = exhibitOf(step);
  const foot = element("p", "story-foot", `${step.number} / ${story.steps.length} · ${story.footer}`);
  page.append(head, element("div", "story-picture"), ...(exhibit ? [exhibit] : []));
  page.append(sourcesOf(step, story.words), foot);
  return page;
}

/** Lets the map show each step in turn and keeps its picture on the step's page. */
async function draw(player, pages) {
  const before = player.index;
  for (let index = 0; index < pages.length; index += 1) {
    player.goTo(index, { still: true });
    await settled(player.map);
    const picture = pictureOf(player.map.shell.map);
    picture.setAttribute("aria-hidden", "true");
    pages[index].querySelector(".story-picture").replaceChildren(picture);
  }
  player.goTo(before, { still: true });
}
