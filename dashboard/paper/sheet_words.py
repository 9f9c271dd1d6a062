"""What stands on a map sheet beside the map: title, notes, footer, and the map in a sentence."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from dashboard.exports.about import citation
from dashboard.language import _, decimal, integer, ngettext
from dashboard.names import names_in
from dashboard.words import NO_DATA

if TYPE_CHECKING:
    from dashboard.briefing.briefing import Briefing
    from dashboard.paper.frame import Frame
    from dashboard.publication.publication import Picture, Publication


def sheet_subtitle(publication: Publication) -> str:
    """Return what is shown and as of when, in a line."""
    about = publication.about
    told = "; ".join(f"{label}: {value}" for label, value in about.choices)
    return _("{filters}. Law, practice and status as of {date}; evidence to {horizon}.").format(
        filters=told or _("All corridors"),
        date=f"{about.date:%Y-%m-%d}",
        horizon=f"{about.horizon:%Y-%m-%d}",
    )


def sheet_notes(publication: Publication, picture: Picture, frame: Frame) -> list[str]:
    """Return the notes of the map, how it is projected, and how it is cited."""
    south, north = frame.parallels
    projection = _(
        "Projection. Lambert conformal conic on WGS84, meridian {meridian}° E, standard "
        "parallels {south}° and {north}°; the scale bar is true on these and off by {most} % at "
        "most."
    )
    told = projection.format(
        meridian=frame.meridian, south=south, north=north, most=decimal(frame.most_off() * 100, 0)
    )
    letters = _("Letters. Source Sans 3 and Nanum Barun Gothic (SIL Open Font License 1.1).")
    cite = _("To cite. {citation}").format(citation=citation(publication.about))
    return [*picture.notes, told, letters, cite]


def sheet_footer(publication: Publication) -> str:
    """Return the line at the foot of each page, with the mark of what the file was made from."""
    about = publication.about
    return _(
        "Corridor Atlas {version} · evidence to {horizon} · boundaries and names do not imply "
        "endorsement · lines are schematic · no advice to travel · {mark}"
    ).format(version=about.version, horizon=f"{about.horizon:%Y-%m-%d}", mark=mark(publication))


def foot_words(briefing: Briefing) -> str:
    """Return the foot of each slide: what it is, its hash, what it does not say."""
    told = _(
        "Boundaries and names do not imply endorsement; lines are schematic; no advice to travel."
    )
    return f"{briefing.footer} · {told}"


def mark(publication: Publication) -> str:
    """Return a short hash of data, version, settings and language, and one of how it is drawn."""
    about, picture = publication.about, publication.picture
    look = json.dumps([about.lang, picture and dict(picture.view)], sort_keys=True)
    return f"{about.short_fingerprint}-{hashlib.sha256(look.encode()).hexdigest()[:6]}"


def map_in_words(publication: Publication, picture: Picture) -> str:
    """Return the map in a sentence or two, for who does not see it: how many legs in each class."""
    legend, paint = picture.view["legend"], picture.view["paint"]
    told = []
    for kind, look in enumerate(legend["classes"]):
        count = paint.count(str(kind))
        if count:
            legs = ngettext("{number} leg", "{number} legs", count)
            told.append(f"{look['label']}: {legs}")
    places = names_in(publication.rows("waypoints"), publication.about.lang)
    return _("{title}. {classes}. Places: {places}.").format(
        title=picture.title, classes="; ".join(reversed(told)), places=", ".join(places)
    )


def legend_in_words(picture: Picture) -> str:
    """Return the legend in a sentence."""
    legend: Any = picture.view["legend"]
    labels = [str(look["label"]) for look in legend["classes"] if look["label"] != _(NO_DATA)]
    return _("Legend: {title}, {count} classes from {first} to {last}.").format(
        title=legend["title"], count=integer(len(labels)), first=labels[-1], last=labels[0]
    )
