"""The story as a component of the page: the browser goes ahead, the app follows behind."""

from tests.browser import map_sample

WORDS = ("as_of", "ours", "sources", "no_sources", "back", "next", "counter", "present", "leave")
# Two steps are gone to before the app has answered the first; then its answers come, and one that
# nobody told it: a link that was followed.
GOES_AHEAD = """async (story) => {
  const host = document.body.appendChild(document.createElement("div"));
  const parentElement = host.attachShadow({ mode: "open" });
  const { default: show } = await import("/assets/briefing.js");
  const told = [];
  const setTriggerValue = (_name, step) => told.push(step);
  const run = async (step) => {
    show({ parentElement, setTriggerValue, data: { story, network: "/network.json", step } });
    await new Promise((next) => { setTimeout(next, 400); });
    return host.dataset.step;
  };
  const next = async () => {
    window.dispatchEvent(new KeyboardEvent("keydown", { key: "PageDown" }));
    await new Promise((later) => { setTimeout(later, 800); });
  };
  await run(1);
  await next();
  await next();
  return { told, late: await run(2), echo: await run(3), link: await run(1) };
}"""


def story(network):
    view = map_sample.data(network)
    step = {"title": "T", "say": [], "date": "", "sources": [], "view": view, "lang": "en"}
    words = dict.fromkeys((*WORDS, "bar", "undrawn", "own_words"), "")
    return {"lang": "en", "mark": "m", "words": words, "steps": [step, step, step]}


def test_a_late_answer_of_the_app_takes_no_step_back(page, address, network):
    page.goto(address)
    found = page.evaluate(GOES_AHEAD, story(network))
    assert found == {"told": ["2", "3"], "late": "3", "echo": "3", "link": "1"}
