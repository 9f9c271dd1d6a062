"""Reads KML and GPX; links, pictures and entities in them are never followed."""

import io
from collections.abc import Callable, Iterator
from typing import Any

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from intake.files.features import Feature, Source, layer_of_features
from intake.files.gpx_features import gpx_feature
from intake.files.kinds import READ
from intake.files.kml_features import kml_feature
from intake.files.layers import Progress, RawFile, Refused
from intake.files.limits import Limits
from intake.files.xml_names import name_of
from intake.sentence import Sentence

SAVE_AGAIN = Sentence("Save it again from the program that made it.")
FEATURES: dict[str, dict[str, Callable[[Any], Feature]]] = {
    "kml": {"Placemark": kml_feature},
    "gpx": dict.fromkeys(("wpt", "rte", "trk"), gpx_feature),
}
NOT_FOLLOWED = {
    "NetworkLink": Sentence("links to other addresses"),
    "GroundOverlay": Sentence("pictures on the ground"),
    "ScreenOverlay": Sentence("pictures on the screen"),
    "PhotoOverlay": Sentence("photographs"),
    "Tour": Sentence("tours"),
    "ele": Sentence("heights of points"),
    "time": Sentence("times of points"),
}


def xml_layers(text: str, limits: Limits, progress: Progress) -> RawFile:
    """Return the placemarks of KML, or the waypoints, routes and tracks of GPX, counted from 1.

    Raises
    ------
    Refused
        The text is not XML, is neither of the two, declares entities or exceeds the limits.
    """
    left: dict[str, int] = {}
    kind: list[str] = []
    features = _features(text, limits, kind, left)
    source = Source(limits=limits, progress=progress, crs="OGC:CRS84")
    try:
        layer = layer_of_features(source, features)
    except DefusedXmlException:
        raise Refused(
            Sentence("found XML with declarations of its own (DTD or entities)"), SAVE_AGAIN
        ) from None
    except (SyntaxError, ValueError, TypeError, LookupError) as error:
        line = getattr(error, "position", (0, 0))[0]
        raise Refused(
            Sentence("the XML is cut off or damaged on line {line}", line=line), SAVE_AGAIN
        ) from None
    changes = tuple(
        Sentence("Not read: {number} {what}.", number=format(number, ","), what=NOT_FOLLOWED[name])
        for name, number in left.items()
    )
    return RawFile(kind=kind[0].upper(), layers=(layer,), changes=changes)


def _features(
    text: str, limits: Limits, kind: list[str], left: dict[str, int]
) -> Iterator[Feature]:
    path: list[Any] = []
    makers: dict[str, Any] = {}
    for event, element in iterparse(io.StringIO(text), events=("start", "end"), forbid_dtd=True):
        name = name_of(element)
        if event == "start":
            makers = makers or _makers(name, kind)
            path.append(element)
            if len(path) > limits.depth:
                raise Refused(
                    Sentence("found elements more than {limit} deep", limit=limits.depth),
                    SAVE_AGAIN,
                )
            continue
        path.pop()
        if name in NOT_FOLLOWED and _counts(name, path):
            left[name] = left.get(name, 0) + 1
        if name in makers:
            yield makers[name](element)
            element.clear()
            path[-1].remove(element)


def _counts(name: str, path: list[Any]) -> bool:
    """Return whether what is not read is worth telling: times of points, not of places."""
    return name != "time" or name_of(path[-1]) in ("trkpt", "rtept")


def _makers(root: str, kind: list[str]) -> dict[str, Callable[[Any], Feature]]:
    if root not in FEATURES:
        raise Refused(Sentence("found XML that begins with {root}", root=repr(root[:40])), READ)
    kind.append(root)
    return FEATURES[root]
