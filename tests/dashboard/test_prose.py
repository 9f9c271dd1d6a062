"""The map in words tells every corridor and leg, cites, follows the filters, in two languages."""

import re
from dataclasses import replace
from functools import cache

import pytest

from dashboard.exports.prose_text import prose_text
from dashboard.panels.prose import prose_panel
from dashboard.prose.whole import map_in_prose
from dashboard.publication.publish import publish
from tests.dashboard.conftest import CANARY

LANGUAGES = ("en", "ko")
FORBIDDEN = re.compile(r"\b[Ss]afe(st|ly)?\b|[Rr]ecommended|추천|안전한|\bnan\b|\bNone\b|[{}]")


@pytest.fixture(scope="module")
def published(atlas):
    """Everything that leaves, by language, made once."""
    return cache(lambda lang: publish(atlas, replace(atlas.choices.default(), lang=lang)))


@pytest.fixture(scope="module")
def told(published):
    return cache(lambda lang: map_in_prose(published(lang)))


def texts(passage):
    return [one.text for one in passage.every()]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_corridor_and_every_leg_is_told(told, atlas, lang):
    corridors = told(lang).parts
    assert [one.key for one in corridors] == sorted(atlas.corridors.index)
    legs = [leg.key for one in corridors for leg in one.parts[0].parts]
    assert sorted(legs) == sorted(atlas.legs.index)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_corridor_says_what_is_not_known(told, lang):
    assert all(texts(one.parts[2]) for one in told(lang).parts)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_said_that_must_not_be(told, lang):
    assert [text for text in texts(told(lang)) if FORBIDDEN.search(text)] == []


def test_korean_leaves_no_particle_open_and_no_sentence_in_english(told):
    ours = re.compile(r"[은이을과]/[는가를와]|으로/로|\b(the|its|lie|leg|corridor)\b")
    assert [text for text in texts(told("ko")) if ours.search(text)] == []


def test_what_sources_say_is_cited_and_what_we_say_is_marked(told, published):
    known = set(published("en").rows("sources")["source_id"])
    cited = {one for said in told("en").every() for one in said.source_ids}
    assert cited <= known
    for corridor in told("en").parts:
        assert all(leg.statements[0].source_ids for leg in corridor.parts[0].parts)
    scored = [one for one in told("en").every() if " of 10, class " in one.text]
    assert scored
    assert all(one.ours for one in scored)


def test_a_leg_tells_the_figures_of_its_row(told, published):
    leg = published("en").keyed("legs").loc["LAO-THA-N-4"]
    (passage,) = [
        one for part in told("en").parts for one in part.parts[0].parts if one.key == leg.name
    ]
    text = " ".join(texts(passage))
    assert f"risk is {leg['reading']:.1f} of 10, class {leg['risk_class']}" in text
    assert f"between {leg['reading_low']:.1f} and {leg['reading_high']:.1f}" in text


def test_filters_date_and_recipe_are_followed(atlas):
    settings = replace(atlas.choices.default(), country=("MNG",), recipe="table1")
    told = map_in_prose(publish(atlas, settings))
    assert [one.key for one in told.parts] == ["MNG"]
    assert "Table 1" in told.statements[1].text
    assert "Mongolia" in told.statements[0].text
    assert any("filters leave 3 legs" in text for text in texts(told))


def test_the_panel_and_the_file_tell_the_same_and_escape(of_mongolia):
    published = of_mongolia()
    prose = map_in_prose(published)
    shown, written = str(prose_panel(published, prose)), prose_text(published).decode()
    assert "<b>7</b>" not in shown
    assert CANARY.split()[0] in written
    told = " ".join(written.split())
    assert [text for text in texts(prose) if text not in told] == []


def test_the_file_is_the_same_each_time(of_mongolia):
    assert prose_text(of_mongolia("ko")) == prose_text(of_mongolia("ko"))
