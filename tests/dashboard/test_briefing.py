"""A briefing says what the evidence says: figures, sources, maps, in files that are the same."""

import json
import re
from dataclasses import replace
from functools import cache

import pytest

from dashboard import pipeline
from dashboard.briefing.briefing import Sentence
from dashboard.briefing.errors import FigureError, StoryError
from dashboard.briefing.evidence import Desk
from dashboard.briefing.figures import figure
from dashboard.briefing.formats import file_name
from dashboard.briefing.html_file import briefing_html
from dashboard.briefing.payload import story_payload
from dashboard.briefing.progress import finished
from dashboard.briefing.resolve import brief
from dashboard.briefing.shipped import story_names
from dashboard.briefing.step_chart import step_chart
from dashboard.briefing.stories import known, shipped_story
from dashboard.briefing.story import parse_story
from dashboard.language import said, speaking
from dashboard.scenarios import shipped_scenarios, under_scenario

ONE_STEP = 'title = "Mine"\n[[step]]\ntitle = "A step"\nsay = ["{}"]\n'


@pytest.fixture(scope="module")
def resolved(atlas):
    """Shipped stories by name and language, each resolved once."""

    @cache
    def briefing(name, lang="en"):
        return finished(brief(atlas, shipped_story(atlas, name), lang))

    return briefing


def words(briefing):
    return "\n".join(one.text for step in briefing.steps for one in step.sentences)


def test_figures_of_arrivals_are_those_of_the_ministry(resolved, atlas):
    flows = atlas.flows[atlas.flows["series"] == "kr_arrivals"].set_index("year")["value"]
    said = words(resolved("what-changed"))
    assert f"{flows['2019']:,.0f} people reached South Korea in 2019" in said
    assert f"{100 - 100 * flows['2021'] / flows['2019']:.0f}\N{NO-BREAK SPACE}% fewer" in said
    for year in ("2020", "2021", "2023", "2024", "2025"):
        assert f"{flows[year]:,.0f}" in said


def test_figures_of_scenarios_are_those_of_the_page_compare(resolved, atlas, now):
    step = resolved("call-to-action").steps[1]
    compared = under_scenario(atlas, now, shipped_scenarios(atlas)["china-recognises-refugees"])
    row = compared.corridors.set_index(["corridor_id", "reading"]).loc["LAO-THA-N", "cumulative"]
    said = "\n".join(sentence.text for sentence in step.sentences)
    assert f"from {row['baseline']:.1f} to {row['scenario']:.1f}" in said
    assert step.scenario == "If China recognised North Koreans as refugees"
    assert step.ours


def test_a_step_of_another_year_has_the_map_and_the_status_of_that_year(resolved, atlas):
    step = resolved("what-changed").steps[1]
    then = pipeline.read_risk(atlas, "refoulement", step.date)
    legs = resolved("what-changed").publication.keyed("legs").index
    muted = then.legs.loc[legs, "muted"]
    assert step.picture.view["muted"] == "".join(str(int(flag)) for flag in muted)
    assert f"{(then.status == 'suspended').sum()} corridors were suspended" in words(
        resolved("what-changed")
    )


@pytest.mark.parametrize("name", story_names())
def test_each_figure_is_filled_in_and_leads_to_a_source(name, resolved, atlas):
    briefing = resolved(name)
    for step, written in zip(briefing.steps, shipped_story(atlas, name).steps, strict=True):
        for sentence, text in zip(step.sentences, written.say, strict=True):
            assert not re.search(r"[{}]", sentence.text)
            placeholders = re.findall(r"\{(\w+)", text)
            if set(placeholders) - {"year", "date", "corridor", "country", "horizon", "sources"}:
                assert sentence.source_ids, text
            assert set(sentence.source_ids) <= set(step.source_ids)
        assert len(step.sources) == len(step.source_ids)


def test_korean_has_the_figures_of_english(resolved):
    english, korean = (resolved("journey-and-law", lang) for lang in ("en", "ko"))
    assert [len(step.sentences) for step in english.steps] == [
        len(step.sentences) for step in korean.steps
    ]
    assert "3,062km" in words(korean)
    assert "2023년 10월 9일" in words(korean)
    assert korean.steps[3].table.columns[0] == "국가"


@pytest.mark.parametrize("name", story_names())
def test_every_sentence_of_a_story_has_its_korean(name, atlas):
    with speaking("ko"):
        for text in shipped_story(atlas, name).texts:
            assert said(text) != text


@pytest.mark.parametrize(
    ("placeholder", "expected"),
    [
        ("refugees:CHN", "one of arrivals"),
        ("arrivals:1066", "a year from"),
        ("arrivals", "{arrivals:year}"),
        ("risk:XXX", "one of"),
        ("lower", "a step with view.scenario"),
        ("year:twenty", "a year such as 2019"),
    ],
)
def test_a_placeholder_that_nothing_stands_for_is_refused(placeholder, expected, atlas):
    written = parse_story(ONE_STEP.format("A sentence."), "mine", known(atlas)).steps[0]
    evidence = Desk(atlas=atlas, lang="en").evidence(written)
    with pytest.raises(FigureError) as fault:
        figure(evidence, placeholder)
    assert expected in fault.value.expected


@pytest.fixture
def evidence_of(atlas):
    """The evidence of one step under some settings of its view."""

    def evidence(view):
        text = f"{ONE_STEP.format('A sentence.')}[step.view]\n{view}"
        step = parse_story(text, "mine", known(atlas)).steps[0]
        return Desk(atlas=atlas, lang="en").evidence(step)

    return evidence


def test_what_is_counted_is_what_the_step_shows(evidence_of):
    through = evidence_of('country = ["MNG"]')
    shown = (len(through.chosen.corridors), int(through.chosen.legs.sum()))
    assert (figure(through, "corridors").value, figure(through, "legs").value) == shown
    assert 0 < shown[1] < len(through.atlas.legs)


@pytest.mark.parametrize(
    ("view", "chart", "cause", "remedy"),
    [
        ('country = ["MNG"]\nstatus = ["rare"]', "returns", "the filters", "fewer filters"),
        ("date = 1999-01-01", "share-of-women", "the date of the view", "a later date"),
    ],
)
def test_an_empty_chart_says_whether_filters_or_date_empty_it(
    view, chart, cause, remedy, evidence_of
):
    with pytest.raises(StoryError) as fault:
        step_chart(evidence_of(view), chart, ("mine", 1))
    assert cause in fault.value.found
    assert fault.value.expected == remedy


def test_the_refusal_of_a_placeholder_names_story_step_and_placeholder(atlas):
    text = ONE_STEP.format("{day:THA.9999}")
    with pytest.raises(StoryError, match=r"Story mine.toml, step 1, say: found THA.9999 in \{day"):
        parse_story(text, "mine", known(atlas), called="mine.toml")
    later = ONE_STEP.format("{people:CHN.2023-10-09.1}") + "[step.view]\ndate = 2019-12-31"
    story = parse_story(later, "mine", known(atlas), called="mine.toml")
    with pytest.raises(StoryError, match=r"Story mine.toml, step 1, \{people:"):
        finished(brief(atlas, story, "en"))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "{fact_year:RUS.bilateral_agreement_dprk.2}",
            "RUS.bilateral_agreement_dprk.2, which is of",
        ),
        ("{fact:RUS.bilateral_agreement_dprk.2}", "RUS.bilateral_agreement_dprk.2, which is of"),
        ("{fall:2000:2001}", "arrivals that rose from 2000 to 2001"),
    ],
)
def test_a_step_says_nothing_that_was_not_so_by_its_date(atlas, words, found):
    text = ONE_STEP.format(words) + "[step.view]\ndate = 2003-12-31"
    story = parse_story(text, "mine", known(atlas), called="mine.toml")
    with pytest.raises(StoryError) as fault:
        finished(brief(atlas, story, "en"))
    assert found in str(fault.value)


def test_the_file_is_named_by_its_hash_and_names_nobody(resolved):
    first = resolved("journey-and-law")
    body = briefing_html(first)
    assert first.fingerprint[:12] in file_name(first, "html")
    assert first.footer.endswith(first.fingerprint[:12])
    assert b"Content-Security-Policy" in body
    assert not re.search(rb'name="(author|generator|date)"', body)
    assert len(body) < 2_000_000


def test_markup_in_a_story_stays_text_in_the_file(resolved):
    briefing = resolved("journey-and-law")
    hostile = "</script><img src=x onerror=alert(1)>"
    step = replace(briefing.steps[0], title=hostile, sentences=(Sentence(text=hostile),))
    body = briefing_html(replace(briefing, title=hostile, steps=(step,))).decode()
    assert "<img" not in body
    assert body.count("</script>") == 3


def test_speaker_notes_are_not_shown_to_the_room(resolved):
    briefing = resolved("journey-and-law")
    told = json.dumps(story_payload(briefing))
    assert all(step.notes for step in briefing.steps)
    assert not any(step.notes in told for step in briefing.steps)
