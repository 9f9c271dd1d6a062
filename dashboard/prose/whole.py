"""The whole map in words: what it shows, how it is read, every corridor that the filters leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.language import _, day, ngettext, speaking
from dashboard.prose.corridor import corridor_passage
from dashboard.prose.passage import Passage, Statement, statement
from dashboard.prose.told import Told
from dashboard.words import NOT_ADVICE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.publication.publication import Publication


def map_in_prose(publication: Publication) -> Passage:
    """Return the map of a view in words, in the language of the publication.

    Parameters
    ----------
    publication
        What may leave of a view: filters, date and recipe have chosen its rows and its figures.

    Returns
    -------
    Statements on the whole, and one part per corridor as of
    `dashboard.prose.corridor.corridor_passage`, in the order of the table.
    """
    with speaking(publication.about.lang):
        told = Told(publication)
        return Passage(
            key="map",
            title=_("The map in words"),
            statements=tuple(_whole(publication)),
            parts=tuple(
                corridor_passage(told, str(one))
                for one in publication.rows("corridors")["corridor_id"]
            ),
        )


def _whole(publication: Publication) -> Iterator[Statement]:
    about = publication.about
    corridors = len(publication.rows("corridors"))
    if not corridors:
        yield statement(_("No leg matches the filters. Remove one in the sidebar."))
        return
    told = _(
        "This text tells {corridors} with {legs}, as of {date}; the evidence ends on {horizon}."
    )
    counted = told.format(
        corridors=ngettext("{number} corridor", "{number} corridors", corridors),
        legs=ngettext("{number} leg", "{number} legs", len(publication.rows("legs"))),
        date=day(about.date),
        horizon=day(about.horizon),
    )
    chosen = "; ".join(f"{label}: {value}" for label, value in about.choices)
    filters = _("The filters leave: {filters}.").format(filters=chosen) if chosen else ""
    yield statement(f"{counted} {filters}")
    if about.scenario:
        what_if = _(
            "What if, not what is: figures are read under the scenario “{scenario}”. The values of "
            "a scenario are given and not drawn; intervals are about everything else."
        )
        yield statement(what_if.format(scenario=about.scenario), ours=True)
    scale = _(
        "Figures run from 0, most protective, to 10, gravest, under the index “{recipe}”. Class, "
        "figure and interval are our judgement on sourced facts; each figure was computed many "
        "times with other values and choices that the evidence also allows, and its interval holds "
        "nine of ten of these draws."
    )
    yield statement(scale.format(recipe=about.recipe[1]), ours=True)
    lines = _(
        "Places are stand-ins for a province or a city, and lines between them are straight: they "
        "are not paths."
    )
    yield statement(f"{lines} {_(NOT_ADVICE)}")
