"""Run by `third_language`: a page, the data of a map, and the files of a story, into a folder."""

import json
import sys
from dataclasses import replace
from pathlib import Path

from streamlit.testing.v1 import AppTest

from dashboard import doors
from dashboard.__main__ import _parser
from dashboard.atlas import read_atlas
from dashboard.briefing.formats import FORMATS
from dashboard.briefing.in_words import in_words
from dashboard.briefing.progress import finished
from dashboard.briefing.resolve import brief
from dashboard.briefing.stories import shipped_story
from dashboard.language import speaking
from dashboard.maps.network import network_payload
from tests.dashboard.third_language import LANG

ROOT, OUT = Path(__file__).parents[2], Path(sys.argv[1])
ATLAS = read_atlas()


def page(name):
    """Return the words of a page, the switch of languages among them."""
    doors.read_atlas = lambda _folder: ATLAS
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    app.query_params["lang"] = LANG
    app.switch_page(f"dashboard/pages/{name}.py")
    with speaking(LANG):
        app.run()
    assert not app.exception, app.exception
    return " ".join(element.proto.body for element in app.get("html"))


def files():
    story = shipped_story(ATLAS, "call-to-action")
    short = replace(story, steps=story.steps[:1])
    told = finished(in_words(ATLAS, short, finished(brief(ATLAS, short, LANG))))
    for name in ("html", "pdf", "pptx"):
        (OUT / f"story.{name}").write_bytes(finished(FORMATS[name].make(told)))
    return told.steps[0].picture.view["lang"], told.title


network = json.loads(
    network_payload(ATLAS.waypoints, ATLAS.legs, ATLAS.corridors, ATLAS.lines).decode()
)
asked = ["brief", "--story", "call-to-action", "--lang", LANG, "--format", "pdf", "--out", "."]
spoken, title = files()
told = {
    "page": page("country"),
    "place": network["waypoints"][0],
    "corridor": network["corridors"][0],
    "lang": spoken,
    "title": title,
    "command": _parser(asked[:1]).parse_args(asked).lang,
}
(OUT / "told.json").write_text(json.dumps(told), "utf-8")
