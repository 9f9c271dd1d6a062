"""A story's file is checked at the door: what is wrong is named by story, step and field."""

import re
from dataclasses import replace

import pytest

from dashboard.briefing.errors import StoryError
from dashboard.briefing.shipped import story_names, titles
from dashboard.briefing.stories import known, shipped_story
from dashboard.briefing.story import StoryStep, parse_story
from dashboard.briefing.story_toml import new_story, with_step
from dashboard.language import LANGUAGES, said, speaking

STEP = '[[step]]\ntitle = "A step"\nsay = ["One sentence."]\n'
PLACEHOLDER = re.compile(r"\{[^{}]*\}")


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
    ],
)
def test_a_fault_names_step_field_and_expectation(text, step, field, expected, atlas):
    with pytest.raises(StoryError) as fault:
        story(text, atlas)
    assert (fault.value.name, fault.value.step, fault.value.field) == ("mine", step, field)
    assert expected in fault.value.expected
    assert fault.value.found in str(fault.value)


@pytest.mark.parametrize("name", story_names())
def test_no_number_is_typed_into_a_shipped_story(name, atlas):
    found = shipped_story(atlas, name)
    assert 6 <= len(found.steps) <= 9
    for lang in LANGUAGES:
        with speaking(lang):
            words = [PLACEHOLDER.sub("", said(text)) for text in found.texts]
        assert [text for text in words if re.search(r"\d", text)] == [], lang


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
    step = StoryStep(title='A "step"', say=("One \\ sentence.",), view=view, notes="Slowly.")
    found = story(with_step(new_story("Mine"), step, atlas.choices), atlas).steps[0]
    assert (found.title, found.say, found.notes) == (step.title, step.say, step.notes)
    assert found.view == replace(view, leg="")
    assert not found.is_scenario
