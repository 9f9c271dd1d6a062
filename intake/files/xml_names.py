"""The name of an XML element without its namespace."""

from typing import Any


def name_of(element: Any) -> str:  # noqa: ANN401 - an element
    """Return ``Point`` for an element ``{http://www.opengis.net/kml/2.2}Point``."""
    return str(element.tag).rsplit("}", 1)[-1]
