/** The story of a file that stands alone: shown like on the page, and printed a step a page. */
import { legendRows } from "./legend.js";
import { pictureOf, settled } from "./map_picture.js";
import { asksForPaper, inLight } from "./paper.js";
import { element } from "./shell.js";
import { StoryPlayer } from "./story_player.js";
import { exhibitOf, wordsOf } from "./story_step.js";

/** Shows the story in a place of the page; its paper pages follow that place and are seen on paper. */
export async function open(place, { story, network }) {
  const maps = story.steps.map((step) => mapPage(step, story));
  const pages = story.steps.flatMap((step, index) => [maps[index], ...exhibitPages(step, story)]);
  place.after(...pages, sourcesPage(story));
  const print = async () => {
    await inLight(player.map, () => draw(player, maps));
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

/** The words of a step beside the place of its map, which says how it is drawn until it is. */
function mapPage(step, story) {
  const head = element("header", "");
  head.append(...wordsOf(step, story.words));
  const picture = element("div", "story-picture");
  picture.append(element("p", "story-undrawn", story.words.undrawn));
  return page(step, story, head, picture, element("div", "story-legend"));
}

/** A chart or a table has a page of its own: beside a map it would be cut, or too small to read. */
function exhibitPages(step, story) {
  const exhibit = exhibitOf(step);
  return exhibit ? [page(step, story, exhibit)] : [];
}

function page(step, story, ...content) {
  const made = element("article", "story-page");
  const foot = `${step.number} / ${story.steps.length} · ${story.foot}`;
  made.lang = story.lang;
  made.append(...content, element("p", "story-foot", foot));
  return made;
}

/** All sources, each once, as they stand at the end of the story's other files. */
function sourcesPage({ words, lang, cited, foot }) {
  const made = element("article", "story-page story-cited");
  const list = element("div", "story-source-list");
  list.append(...cited.map((line) => element("p", "", line)));
  made.lang = lang;
  made.append(element("h2", "", words.sources), list, element("p", "story-foot", foot));
  return made;
}

/** Lets the map show each step in turn and keeps its picture and its colours on the step's page. */
async function draw(player, pages) {
  const before = player.index;
  for (let index = 0; index < pages.length; index += 1) {
    player.goTo(index, { still: true, alone: true });
    await settled(player.map);
    const { shell, data, theme } = player.map;
    const picture = pictureOf(shell.map);
    picture.setAttribute("aria-hidden", "true");
    pages[index].querySelector(".story-picture").replaceChildren(picture);
    pages[index].querySelector(".story-legend").replaceChildren(...legendRows(data, theme));
  }
  player.goTo(before, { still: true });
}
