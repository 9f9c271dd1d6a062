"""A briefing as a PPTX file: slides that can be edited, the same bytes for the same briefing."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import TYPE_CHECKING, Any

from dashboard.briefing.progress import Progress
from dashboard.deck.back_slides import add_back, add_cover
from dashboard.deck.design import empty_deck
from dashboard.deck.prose_slides import add_map_in_words, add_sources_of_words
from dashboard.deck.step_slides import add_step
from dashboard.exports.packed import packed
from dashboard.language import _, speaking
from dashboard.spoken import tag

if TYPE_CHECKING:
    from collections.abc import Generator

    from dashboard.briefing.briefing import Briefing


def deck_pptx(briefing: Briefing) -> Generator[Progress, None, bytes]:
    """Write a briefing as a deck of 16 : 9; yield how far it is.

    A cover, a slide with map and words for each step, its chart or table behind it as one that can
    be edited, and all sources at the end; speaker notes with the sources of their step. Behind all
    that, on slides that the show leaves out, the maps in words. The file names no author, program
    or machine, and as its day the end of the evidence.
    """
    deck = empty_deck(briefing.lang)
    whole = len(briefing.steps) + 2
    with speaking(briefing.lang):
        add_cover(deck, briefing)
    for step in briefing.steps:
        with speaking(briefing.lang):
            words = _("Step {number} of {whole}")
            told = words.format(number=step.number, whole=len(briefing.steps))
        yield Progress(done=step.number, whole=whole, words=told)
        with speaking(briefing.lang):
            add_step(deck, briefing, step)
    with speaking(briefing.lang):
        yield Progress(done=whole - 1, whole=whole, words=_("Setting the pages …"))
        add_back(deck, briefing)
    for passage in briefing.prose:
        with speaking(briefing.lang):
            yield Progress(done=whole - 1, whole=whole, words=_("Setting the pages …"))
        with speaking(briefing.lang):
            add_map_in_words(deck, briefing, passage)
    if briefing.prose:
        with speaking(briefing.lang):
            add_sources_of_words(deck, briefing)
    _name(deck, briefing)
    return _bytes(deck)


def _name(deck: Any, briefing: Briefing) -> None:  # noqa: ANN401 - the library's
    """Say what the file is, and not who made it, when or with what."""
    told, about = deck.core_properties, briefing.publication.about
    told.title, told.language = briefing.title, tag(briefing.lang)
    told.author = told.last_modified_by = told.comments = told.keywords = ""
    told.subject, told.category, told.version = briefing.footer, "", about.version
    told.identifier = briefing.fingerprint
    told.created = told.modified = dt.datetime.combine(about.horizon, dt.time())


def _bytes(deck: Any) -> bytes:  # noqa: ANN401
    out = io.BytesIO()
    deck.save(out)
    with zipfile.ZipFile(out) as made:
        return packed({name: made.read(name) for name in made.namelist()})
