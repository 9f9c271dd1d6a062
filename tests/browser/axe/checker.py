"""Runs axe-core in a page and parts what it finds: ours to mend, and known to be Streamlit's."""

import tomllib
from pathlib import Path

FOLDER = Path(__file__).parent
SCRIPT = FOLDER / "axe.min.js"
SHA256 = "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c"
GRAVE = ("serious", "critical")
# Beside what is grave: order and rank of headings, landmarks, a way past what repeats.
ORDER = ("heading-order", "page-has-heading-one", "landmark-one-main", "landmark-unique")
COLOURS = ("color-contrast",)
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")

# An element in a shadow root is looked for upwards through its hosts.
RUN = """async ({ only, known }) => {
  const around = (node, selector) => {
    for (let at = node; at; at = at.getRootNode().host) if (at.closest?.(selector)) return true;
    return false;
  };
  const { rules: alone, tags } = only;
  const asked = alone ? { type: "rule", values: alone } : { type: "tag", values: tags };
  const rules = Object.fromEntries((only.more ?? []).map((rule) => [rule, { enabled: true }]));
  const { violations } = await axe.run(document, {
    runOnly: asked, rules, resultTypes: ["violations"], elementRef: true,
  });
  const used = new Set();
  const left = violations.flatMap(({ id, impact, nodes }) => nodes
    .filter(({ element }) => {
      const place = known.findIndex((one) => one.rule === id && around(element, one.selector));
      if (place >= 0) used.add(place);
      return place < 0;
    })
    .map(({ html, target, failureSummary }) => ({
      rule: id, impact, html: html.slice(0, 300), target: target.flat().join(" >> "),
      why: failureSummary.slice(0, 400),
    })));
  return { left, used: [...used] };
}"""


def known():
    """Return the findings that are known to be Streamlit's: rule, selector, reason."""
    return tomllib.loads((FOLDER / "known.toml").read_text("utf-8")).get("finding", [])


def check(page, *, colours_alone=False):
    """Return what is ours to mend on the page as it stands, and which known findings it has."""
    if not page.evaluate("() => Boolean(globalThis.axe)"):
        page.evaluate(SCRIPT.read_text("utf-8"))  # a script tag is what the policy forbids
    only = {"rules": COLOURS} if colours_alone else {"tags": TAGS, "more": ORDER}
    found = page.evaluate(RUN, {"only": only, "known": known()})
    wanted = {*ORDER} | ({*COLOURS} if colours_alone else set())
    left = [one for one in found["left"] if one["impact"] in GRAVE or one["rule"] in wanted]
    return left, set(found["used"])
