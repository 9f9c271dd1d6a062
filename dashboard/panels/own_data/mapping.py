"""What a person says of a file: which column is which field, and answers to its questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from dashboard import session
from dashboard.language import N_, _, told
from dashboard.plain import plain
from intake.files.fields import FIELDS
from intake.files.findings import Answers

if TYPE_CHECKING:
    from intake.files.intake import Intake

FIELD_WORDS: Final = {
    "leg_id": N_("Id of the leg"),
    "corridor": N_("Corridor"),
    "seq": N_("Order in the corridor"),
    "from": N_("From (place)"),
    "to": N_("To (place)"),
    "from_lon": N_("From: longitude"),
    "from_lat": N_("From: latitude"),
    "to_lon": N_("To: longitude"),
    "to_lat": N_("To: latitude"),
    "lon": N_("Longitude"),
    "lat": N_("Latitude"),
    "wkt": N_("Geometry as text (WKT)"),
    "name": N_("Name"),
    "mode": N_("How people move"),
    "standing": N_("Standing in law"),
    "countries_declared": N_("Countries"),
    "date": N_("Date"),
    "score": N_("Own score"),
    "note": N_("Note"),
}
_COLUMNS: Final = 4


def answers_given(mark: str) -> Answers:
    """Return what was said so far of the file ``mark``: only what differs from the guess counts."""
    return Answers(mapping=session.mapping_of_file(mark), given=session.answers_of_file(mark))


def draw_questions(mark: str) -> None:
    """Draw every question that the file has raised; no answer is chosen beforehand."""
    for question in session.questions_of_file(mark).values():
        if not question.choices:
            st.warning(plain(told(question.sentence)))
            continue
        words = {choice.value: plain(told(choice.words)) for choice in question.choices}
        st.radio(
            plain(told(question.sentence)),
            list(words),
            index=None,
            format_func=words.__getitem__,
            key=session.answer_key(mark, question.key),
        )


def draw_mapping(mark: str, first: Intake, intake: Intake) -> None:
    """Draw the column of each field, as guessed or corrected."""
    headings = list(dict.fromkeys(name for names in first.headings.values() for name in names))
    guessed = {field: name for one in first.mapping.values() for field, name in one.items()}
    used = {field: name for one in intake.mapping.values() for field, name in one.items()}
    pairs = ", ".join(f"{_(FIELD_WORDS[field])} = {name}" for field, name in used.items())
    open_now = "mapping" in session.questions_of_file(mark)
    with st.expander(_("Columns and fields"), expanded=open_now):
        st.caption(plain(pairs) if pairs else _("No column was recognised."))
        places = st.columns(_COLUMNS)
        for n, field in enumerate(FIELDS):
            options = ["", *headings]
            places[n % _COLUMNS].selectbox(
                _(FIELD_WORDS[field]),
                options,
                index=options.index(guessed.get(field, "")) if guessed.get(field) in options else 0,
                format_func=_column_name,
                key=session.mapping_key(mark, field),
                on_change=session.choose_mapping,
                args=(mark, field),
            )


def _column_name(heading: str) -> str:
    return heading or _("(no column)")
