"""Bring in a file: read in a process of its own, understood row by row, taken when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from dashboard import doors, own_session, session
from dashboard.held_words import counted
from dashboard.language import ENGLISH, _, current, integer, told
from dashboard.own_files import compared_with_countries
from dashboard.panels.own_data.bar import progress_bar
from dashboard.panels.own_data.before import before_a_file
from dashboard.panels.own_data.findings import changes, good_rows, problems, told_notes
from dashboard.panels.own_data.mapping import answers_given, draw_mapping, draw_questions
from dashboard.plain import plain
from dashboard.workspace.brought_in import brought_in, was_brought_in
from dashboard.workspace.errors import RecordError
from dashboard.workspace.sample import GivenFile
from intake.errors import DataFileError
from intake.files.findings import Answers
from intake.files.intake import take_in
from intake.files.opened import raw_from_bytes

if TYPE_CHECKING:
    from intake.files.intake import Intake
    from intake.files.layers import RawFile

_MOST_MB: Final = 25
_UNDERSTOOD: Final = ("intake_guessed", "intake_answered")


def bring_in() -> None:
    """Draw the whole way of a file, from the upload to the records."""
    given = _given()
    if given is None:
        before_a_file()
        return
    try:
        first, intake = _understood(given)
    except DataFileError as refused:
        st.error(plain(told(refused.sentence)))
        return
    _counts(intake)
    draw_questions(given.file_id)
    draw_mapping(given.file_id, first, intake)
    problems(intake)
    good_rows(intake)
    changes(intake)
    _take(given, intake)


def _given() -> GivenFile | None:
    """Return the file that was uploaded, or the sample where that is tried."""
    uploaded = st.file_uploader(
        _("Read a file of legs and places"), key=session.OWN_FILE, max_upload_size=_MOST_MB
    )
    if current() != ENGLISH:
        st.caption(
            _("The words in the box are English: drop a file on it, or press “Upload” to choose.")
        )
    if uploaded is not None:
        return GivenFile(file_id=uploaded.file_id, name=uploaded.name, content=uploaded.getvalue())
    sample = own_session.given_file()
    if sample is not None:
        st.button(
            _("Put the sample away"), on_click=own_session.keep_given, args=(None,), type="tertiary"
        )
    return sample


def _understood(given: GivenFile) -> tuple[Intake, Intake]:
    """Return the file as its headings are guessed, and as the answers so far have it."""
    mark, name = given.file_id, given.name
    encoding = answers_given(mark).given.get("encoding", "")
    raw = session.remembered(session.OWN_RAW, (mark, encoding), lambda: _read(given, encoding))
    first = _taken_in(name, raw, Answers(given={"encoding": encoding} if encoding else {}))
    session.asked_of_file(mark, first.questions)
    intake = _taken_in(name, raw, answers_given(mark))
    session.asked_of_file(mark, intake.questions)
    return first, intake


def _taken_in(name: str, raw: RawFile, answers: Answers) -> Intake:
    told_apart = repr((sorted(answers.mapping.items()), sorted(answers.given.items())))
    kept = _UNDERSTOOD[bool(answers.mapping or answers.given)]
    return session.remembered(kept, (raw, told_apart), lambda: _compared(name, raw, answers))


def _compared(name: str, raw: RawFile, answers: Answers) -> Intake:
    with progress_bar(_("Understanding the rows …")) as show:
        known = doors.names_known_to_files()
        intake = take_in(
            raw, name, known=known, answers=answers, progress=lambda share: show(share / 2)
        )
        return compared_with_countries(
            intake,
            doors.boundaries(),
            doors.unclaimed_land(),
            progress=lambda share: show(0.5 + share / 2),
        )


def _read(given: GivenFile, encoding: str) -> RawFile:
    with progress_bar(_("Reading the file …")) as show:
        return raw_from_bytes(given.content, given.name, encoding=encoding, progress=show)


def _counts(intake: Intake) -> None:
    words = _("Rows read: {rows}. Good: {good}. Set aside: {bad}.").format(
        rows=integer(intake.rows),
        good=counted(len(intake.legs), len(intake.places)),
        bad=integer(intake.rows_set_aside),
    )
    read_as = ", ".join(part for part in (intake.kind, intake.encoding) if part)
    st.markdown(f"**{plain(intake.file)}** ({plain(read_as)}). {plain(words)}")


def _take(given: GivenFile, intake: Intake) -> None:
    """Draw the button that makes records of the good rows, and what stands in its way."""
    workspace = session.desk().workspace
    if was_brought_in(workspace, intake.fingerprint):
        st.warning(_("This very file was brought in before: taking it again doubles its rows."))
    if intake.questions:
        st.info(_("Answer the questions above; then the good rows can be taken."))
    good = len(intake.legs) + len(intake.places)
    st.button(
        _("Take the {number} good rows").format(number=integer(good)),
        type="primary",
        disabled=bool(intake.questions) or not good,
        on_click=_make_records,
        args=(intake,),
        key=f"own_take_{given.file_id}",
    )


def _make_records(intake: Intake) -> None:
    """Put the good rows on the desk, whole or not at all."""
    desk = session.desk()
    try:
        with st.spinner(_("Taking the rows …")):
            brought = brought_in(desk.workspace, intake)
    except RecordError as refused:
        session.say(told(refused.sentence))
        return
    session.keep_desk(desk.with_workspace(brought.workspace))
    counted = _("{number} rows of {file} were taken.").format(
        number=integer(intake.rows - intake.rows_set_aside), file=intake.file
    )
    session.say(" ".join([counted, *told_notes(brought.changes)]))
    session.forget(session.OWN_RAW, *_UNDERSTOOD)  # of a large file these are most of the memory
    st.session_state[session.OWN_SECTION] = "figures"
