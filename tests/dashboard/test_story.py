"""A story's file is checked at the door: what is wrong is named by story, step and field."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.briefing.draft import Draft, heading_of, steps_of
from dashboard.briefing.errors import StoryError
from dashboard.briefing.look import frame_of_box, look_of
from dashboard.briefing.shipped import story_names, titles
from dashboard.briefing.stories import known, shipped_story
from dashboard.briefing.story import Texts, in_language, parse_story
from dashboard.briefing.story_edit import changed_step, headed, moved_step, without_step
from dashboard.briefing.story_toml import new_story, with_step
from dashboard.briefing.story_words import typed_number
from dashboard.language import LANGUAGES, said, speaking

BIG = "9" * 400
FRAME = ((10.0, 95.0), (44.0, 126.0))
KOREAN = Texts(title="단계", say=("한 문장.",))
STEP = '[[step]]\ntitle = "A step"\nsay = ["One sentence."]\n'
SAID = 'title = "T"\n[[step]]\ntitle = "A"\nsay = ["{}"]\n'
COMMENTED = Path(__file__).parents[1] / "data" / "stories" / "commented.toml"


def story(text, atlas):
    return parse_story(text, "mine", known(atlas))


@pytest.mark.parametrize(
    ("text", "step", "field", "expected"),
    [
        ("title = ", 0, "the text", "TOML"),
        ("#" * 60_001, 0, "the text", "at most"),
        (STEP, 0, "title", "a text of at most 90 characters"),
        ('title = "T"', 0, "step", "1 to 20 tables"),
        ('title = "T"\ncolour = "red"\n' + STEP, 0, "colour", "one of the fields"),
        ('title = "T"\n' + STEP * 21, 0, "step", "1 to 20"),
        ('title = "T"\n' + STEP + 'say2 = "x"', 1, "say2", "one of the fields"),
        ('title = "T"\n' + STEP + STEP + 'chart = "pie"', 2, "chart", "one of arrivals"),
        ('title = "T"\n' + STEP + 'table = "none"', 1, "table", "one of table1"),
        ('title = "T"\n' + STEP + 'sources = ["nobody"]', 1, "sources", "the id of a source"),
        ('title = "T"\n' + STEP + "[step.view]\npaint = 1", 1, "view.paint", "one of risk"),
        ('title = "T"\n' + STEP + "[step.view]\ndate = 1066-10-14", 1, "view.date", "a day from"),
        ('title = "T"\n' + STEP + '[step.view]\nleg = "MNG-1"', 1, "view.leg", "one of the"),
        ('title = "T"\n' + STEP + '[step.view]\nlook = "moon"', 1, "view.look", "one of region"),
        (
            'title = "T"\n' + STEP + "[step.view]\nlook = [5, 0, 4, 9]",
            1,
            "view.look",
            "west before",
        ),
        ('title = "T"\n[[step]]\ntitle = "A"\nsay = []', 1, "say", "1 to 4 texts"),
        ('title = "T"\n' + STEP + 'sources = [["wp_kim"]]', 1, "sources", "the id of a source"),
        ('title = "T"\n' + STEP + "chart = 3", 1, "chart", "one of arrivals"),
        ('title = "T"\n' + STEP + "[step.view]\ndate = []", 1, "view.date", "a day from"),
        (
            'title = "T"\n' + STEP + f"[step.view]\nlook = [1, 2, 3, {'9' * 400}]",
            1,
            "view.look",
            "",
        ),
        (f"title = {'9' * 5000}", 0, "the text", "TOML"),
        (f"x = {'[' * 5000}", 0, "the text", "TOML"),
        ('title = "\ufffd"', 0, "the text", "UTF-8"),
        ('title = "A\\u0000B"\n' + STEP, 0, "title", "letters that are seen"),
        ('title = "T"\n' + STEP + 'notes = "\\u202e"', 1, "notes", "letters that are seen"),
        ('title = "T {arrivals:2019}"\n' + STEP, 0, "title", "no placeholder but years"),
        ('title = "T"\n[[step]]\ntitle = " "\nsay = ["A."]', 1, "title", "at most 90"),
        ('title = "T"\n[[step]]\ntitle = "A"\nsay = [" "]', 1, "say", "1 to 4 texts"),
        ('title = "T"\n[[step]]\ntitle = "A"\nsay = ["{legs"]', 1, "say", "with both braces"),
        ('title = "T"\n[[step]]\ntitle = "A"\nsay = ["42.97 N"]', 1, "say", "no typed number"),
        ('title = "T"\n[[step]]\ntitle = "A ½"\nsay = ["A."]', 1, "title", "no typed number"),
        ('title = "T"\n' + STEP + '[step.ko]\ntitle = "가"', 1, "ko.say", "1 to 4 texts"),
        (SAID.format("{km:MARS}"), 1, "say", "one of"),
        (SAID.format("{risk:XXX}"), 1, "say", "one of"),
        (SAID.format("{refugees:CHN}"), 1, "say", "one of arrivals"),
        (SAID.format("{arrivals:2021}") + "[step.view]\ndate = 2019-12-31", 1, "say", "to 2019"),
        (SAID.format("{lower}"), 1, "say", "a step with view.scenario"),
        (SAID.format("{year:0042}"), 1, "say", "a year such as"),
        (SAID.format("About {year:2000} people"), 1, "say", "as a placeholder"),
        (SAID.format("{year:1999}명"), 1, "say", "as a placeholder"),
        (SAID.format("{year:2000}{legs}"), 1, "say", "a space between"),
        (SAID.format("Nine Thousand came."), 1, "say", "as a placeholder"),
        (SAID.format("구천 명이 왔다."), 1, "say", "as a placeholder"),
        ('title = "T"\n' + STEP + 'table = "scenario"', 1, "table", "a step with view.scenario"),
        ('title = "T"\n' + STEP + '[step.view]\nscenario = "x"', 1, "view.scenario", "one of"),
        ('title = "T"\n' + STEP + '[step.view]\nfocus = "MARS"', 1, "view.focus", "one of"),
        (
            'title = "T"\n' + STEP + '[step.ko]\ntitle = "가"\nsay = ["{country:XXX}"]',
            1,
            "ko.say",
            "one of",
        ),
        ('title = "T"\n' + STEP + '[step.xx]\ntitle = "x"', 1, "xx", "one of the fields"),
    ],
)
def test_a_fault_names_step_field_and_expectation(text, step, field, expected, atlas):
    with pytest.raises(StoryError) as fault:
        story(text, atlas)
    assert (fault.value.step, fault.value.field) == (step, field)
    assert expected in fault.value.expected
    assert fault.value.found in str(fault.value)


@pytest.mark.parametrize("name", story_names())
def test_no_number_is_typed_into_a_shipped_story(name, atlas):
    found = shipped_story(atlas, name)
    assert 6 <= len(found.steps) <= 9
    for lang in LANGUAGES:
        with speaking(lang):
            assert [text for text in found.texts if typed_number(said(text))] == [], lang


@pytest.mark.parametrize("name", story_names())
def test_a_shipped_story_is_korean_throughout(name, atlas):
    with speaking("ko"):
        words = [said(text) for text in shipped_story(atlas, name).texts]
    assert [text for text in words if not re.search("[가-힣]", text)] == []


def test_titles_show_their_years_before_any_figure_is_computed():
    assert titles()["what-changed"] == "What changed: 2019–2025"


def test_a_step_made_of_a_view_is_read_back_as_that_view(atlas):
    view = replace(
        atlas.choices.default(),
        country=("LAO", "THA"),
        period=(2004, 2019),
        paint="legal_status",
        focus="LAO-THA-N",
        leg="MNG-1",
    )
    texts = Texts(title='A "step"', say=("One \\ sentence.",), notes="Slowly.")
    draft = Draft(lang="en", texts=texts, others={"ko": KOREAN}, chart="arrivals", table="table1")
    new = with_step(new_story("Mine", "en"), draft, view, bounds=FRAME, choices=atlas.choices)
    found = story(new, atlas).steps[0]
    assert Texts(title=found.title, say=found.say, notes=found.notes) == texts
    assert (found.others, found.chart, found.table) == ({"ko": KOREAN}, "arrivals", "table1")
    assert (found.view, found.bounds) == (replace(view, leg=""), FRAME)
    assert not found.is_scenario
    assert steps_of(new) == [draft]


def test_a_byte_order_mark_is_read_over(atlas):
    assert story('\ufefftitle = "T"\n' + STEP, atlas).title == "T"


def test_a_source_that_may_not_leave_is_as_unknown_as_any_other(atlas):
    kept = atlas.sources.assign(record_class="public")
    kept.loc["secret"] = kept.iloc[0].where(kept.columns != "record_class", "restricted")
    with pytest.raises(StoryError) as fault:
        story('title = "T"\n' + STEP + 'sources = ["secret"]', replace(atlas, sources=kept))
    assert fault.value.expected == "the id of a source"


TWO = """
title = "Mine"
[ko]
title = "나의 이야기"
[[step]]
title = "A step"
say = ["One sentence."]
[step.ko]
title = "단계"
say = ["한 문장."]
[[step]]
title = "Another"
say = ["As of {date}."]
"""


def test_a_step_is_told_in_the_language_that_it_has(atlas):
    korean = in_language(story(TWO, atlas), "ko")
    assert (korean.title, korean.lang) == ("나의 이야기", "ko")
    assert [(step.title, step.lang) for step in korean.steps] == [("단계", "ko"), ("Another", "en")]
    assert in_language(story(TWO, atlas), "en").steps[0].say == ("One sentence.",)


def test_a_text_alone_is_of_the_language_at_the_top(atlas):
    found = story('lang = "ko"\ntitle = "T"\n' + STEP, atlas)
    assert in_language(found, "en").steps[0].lang == "ko"


def test_steps_are_moved_and_taken_away_with_the_comments_above_them():
    text = COMMENTED.read_text("utf-8")
    moved = moved_step(text, 2, -1)
    assert [one.texts.title for one in steps_of(moved)] == ["Another", "A step", "The last"]
    assert moved.index("# Why this comes second.") < moved.index("[[step]]")
    assert moved_step(moved, 1, 1) == text
    before, rest = text.split("# Why this comes second.")
    assert without_step(text, 2) == before + rest[rest.index("# The last.") :]


def test_a_story_under_another_title_keeps_its_other_lines():
    text = COMMENTED.read_text("utf-8")
    new = headed(text, Draft(lang="en", texts=Texts(title="New"), others={"ko": Texts(title="새")}))
    assert (heading_of(new, "en").texts.title, heading_of(new, "en").others["ko"].title) == (
        "New",
        "새",
    )
    assert 'title = "New"  # shown in the list' in new
    assert new.endswith(text[text.index("# The first.") :])


def test_steps_that_stand_in_one_list_are_changed_too(atlas):
    text = 'title = "T"\nstep = [{title = "A", say = ["A."]}, {title = "B", say = ["B."]}]\n'
    new = changed_step(text, 2, Draft(lang="en", texts=Texts(title="C", say=("C.",))))
    assert [step.title for step in story(moved_step(new, 2, -1), atlas).steps] == ["C", "A"]


def test_a_step_that_is_refused_can_still_be_seen_and_mended(atlas):
    bad = 'title = "T"\n[[step]]\ntitle = ""\nsay = [1, "A."]\n'
    mended = Draft(lang="en", texts=Texts(title="A", say=("A.",)))
    assert steps_of(bad)[0].texts == Texts(title="", say=("A.",))
    assert story(changed_step(bad, 1, mended), atlas).steps[0].title == "A"
    assert steps_of("title = ") == []


def test_a_story_is_called_by_its_file_or_its_title(atlas):
    text = 'title = "Since {year:2019}"\n[[step]]\n'
    for called, name in (("", "Since 2019"), ("talk.toml", "talk.toml")):
        with pytest.raises(StoryError, match=f"Story {name}, step 1, title"):
            parse_story(text, "own", known(atlas), called=called)


@pytest.mark.parametrize("box", [[1, 2, 3], ["x", 0, 1, 2], [9, 0, 1, 2], [float("nan")] * 4])
def test_what_a_browser_tells_is_a_frame_or_nothing(box):
    assert frame_of_box(box) is None
    assert frame_of_box([100.2, 4.7, 400, 20.1]) == ((4, 100), (21, 330))


def test_the_map_of_a_new_step_looks_at_what_the_page_map_shows(atlas, now):
    plain = atlas.choices.default()
    assert look_of(atlas, now, plain) is None
    (south, west), (north, east) = look_of(atlas, now, replace(plain, focus="MNG"))
    ends = atlas.legs.loc[atlas.legs["corridor_id"] == "MNG", ["from_id", "to_id"]].stack()
    places = atlas.waypoints.loc[ends.unique()]
    assert places["lat"].between(south, north).all()
    assert places["lon"].between(west, east).all()
    assert look_of(atlas, now, replace(plain, corridor=("MNG",))) == ((south, west), (north, east))
