"""An edit of one step on the page leaves every other line of a story's file as it was."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.briefing.draft import NOTHING, Draft, steps_of
from dashboard.briefing.story import Texts
from dashboard.briefing.story_edit import changed_step

HEAD = '# Mine.\nlang = "en"\ntitle = "T"  # why\n\n[ko]\ntitle = "가"\n\n'
STEPS = (
    '# A comment.\n[[step]]\ntitle = "A"  # here\nsay = [\n    "One.",  # a\n    "Two.",\n]\n\n',
    "[[step]]\nsay = [\"B.\"]\ntitle = 'B'\n  [step.view]  # indented\n  date = 2020-01-01\n",
    '# Two\n# lines.\n[[ step ]] # odd\ntitle="C"\nsay=["C."]\nnotes = """\n[[step]]\n"""\n\n\n',
    '[[step]]\ntitle = "D"\nsay = ["D."]\n[step.ko]  \ntitle = "라"\nsay = ["라."]\n# End.\n\n',
)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=30)
TEXTS = st.builds(
    Texts, title=WORDS, say=st.lists(WORDS, max_size=4).map(tuple), notes=WORDS.map(str)
)
DRAFTS = st.builds(
    Draft,
    lang=st.just("en"),
    texts=TEXTS,
    others=st.fixed_dictionaries({"ko": TEXTS | st.just(NOTHING)}),
    chart=st.sampled_from(["", "arrivals", "returns"]),
    table=st.sampled_from(["", "table1"]),
)
FRAMES = st.sampled_from([(), (None,), (((1.0, 100.0), (40.0, 130.0)),)])


@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from(STEPS), min_size=1, max_size=5), st.data(), DRAFTS, FRAMES)
def test_an_edit_of_one_step_leaves_every_other_line_as_it_was(pieces, data, draft, look):
    number = data.draw(st.integers(1, len(pieces)))
    before = HEAD + "".join(pieces[: number - 1])
    after = "".join(pieces[number:])
    text = before + pieces[number - 1] + after
    new = changed_step(text, number, draft, look)
    # The comment above the next step is that step's, wherever a blank line parts it.
    assert new.startswith(before)
    assert new.endswith(after)
    found = steps_of(new)
    told = {lang: texts for lang, texts in draft.others.items() if texts != NOTHING}
    assert (found[number - 1].texts, found[number - 1].others) == (draft.texts, told)
    assert found[: number - 1] + found[number:] == [
        step for at, step in enumerate(steps_of(text), 1) if at != number
    ]


@given(st.sampled_from(STEPS))
def test_an_edit_that_changes_nothing_gives_the_same_text(piece):
    text = HEAD + piece
    assert changed_step(text, 1, steps_of(text)[0]) == text
