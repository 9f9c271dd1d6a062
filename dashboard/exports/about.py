"""What a file says of itself: what it holds, as of when, by which recipe, whose, how to cite it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from dashboard.language import ENGLISH, N_, _
from dashboard.project import AUTHOR, LICENCE, LICENCE_ADDRESS, LICENCE_TITLE, TITLE, YEAR
from dashboard.words import NOT_ADVICE

if TYPE_CHECKING:
    from dashboard.publication.publication import About, Publication

_PLACES: Final = N_(
    "Places are stand-ins for a city or a province, and every coordinate has at most one "
    "decimal of a degree (about 11 km). Lines are schematic, drawn on the same grid; they are "
    "not paths. Take lengths from length_km."
)
_RESTRICTED: Final = N_(
    "This file is of the class restricted: places are as they were given. It is for this machine "
    "alone and may not be passed on."
)
_TRANSLATED: Final = N_(
    "English is the reference: headings and descriptions in this file are our own translation, and "
    "texts in the rows are in English."
)
_NOTES: Final = (
    NOT_ADVICE,
    N_(
        "An empty cell means no data, never zero. Columns that hold our judgement are marked in "
        "the codebook; the rest is what sources say, or counts it."
    ),
    N_(
        "Crossing points, roads, shelters, checkpoints and persons are left out on purpose. "
        "Boundaries and names do not imply endorsement."
    ),
    N_(
        "In CSV and XLSX an apostrophe stands before a text that begins with = + - @, a tab or a "
        "line break, so that no spreadsheet runs it as a formula."
    ),
    N_("Please cite the sources named in the rows that you use as well."),
)


def about_lines(about: About) -> list[tuple[str, str]]:
    """Return what a file says of itself as pairs of a heading and a text, in the run's language."""
    recipe_id, recipe_title = about.recipe
    told = "; ".join(f"{label}: {value}" for label, value in about.choices)
    return [
        (_("Title"), f"{TITLE} {about.version}"),
        (_("As of"), f"{about.date:%Y-%m-%d}"),
        (_("Evidence to"), f"{about.horizon:%Y-%m-%d}"),
        (_("Recipe"), f"{recipe_title} ({recipe_id})"),
        (_("Filters"), told or _("None: everything is in this file.")),
        (_("Address of the view"), about.address),
        (_("Record class"), about.precision.name),
        (_("Licence"), f"{LICENCE_TITLE}, {LICENCE_ADDRESS}"),
        (_("Citation"), citation(about)),
        (_("Fingerprint"), about.fingerprint),
    ]


def about_notes(about: About) -> list[str]:
    """Return what a reader must know of a file, a sentence or two each, in the run's language."""
    places = _RESTRICTED if about.precision.decimals is None else _PLACES
    translated = () if about.lang == ENGLISH else (_TRANSLATED,)
    return [_(note) for note in (*_NOTES, places, *translated)]


def about_record(publication: Publication) -> dict[str, Any]:
    """Return the same for programs, by names that no language changes."""
    about = publication.about
    return {
        "title": TITLE,
        "version": about.version,
        "date": about.date.isoformat(),
        "evidence_to": about.horizon.isoformat(),
        "recipe": dict(zip(("id", "title"), about.recipe, strict=True)),
        "filters": [{"name": label, "value": value} for label, value in about.choices],
        "address": about.address,
        "class": about.precision.name,
        "licence": {"name": LICENCE, "title": LICENCE_TITLE, "path": LICENCE_ADDRESS},
        "citation": citation(about),
        "fingerprint": about.fingerprint,
        "language": about.lang,
        "notes": about_notes(about),
    }


def citation(about: About) -> str:
    """Return how the atlas and this view of it are cited, in one line."""
    return f"{AUTHOR} ({YEAR}). {named(about)}, version {about.version}. {state(about)}. {LICENCE}."


def named(about: About) -> str:
    """Return what is cited: the atlas, and which page of it where it is one."""
    return f"{TITLE}: {about.page}" if about.page else TITLE


def state(about: About) -> str:
    """Return what tells this view from any other: dates, recipe, filters, fingerprint."""
    view = "unfiltered" if about.address == "?" else f"view {about.address}"
    of = "data fingerprint" if about.page else "fingerprint"
    return (
        f"As of {about.date:%Y-%m-%d}, evidence to {about.horizon:%Y-%m-%d}, "
        f"recipe {about.recipe[0]}, {view}, {of} {about.short_fingerprint}"
    )
