"""How many legs and places, in words that agree with the number."""

from __future__ import annotations

from dashboard.language import _, integer, ngettext


def counted(legs: int, places: int) -> str:
    """Return a number of legs and a number of places, such as ``1 leg and 2 places``."""
    return _("{legs} and {places}").format(
        legs=ngettext("{number} leg", "{number} legs", legs).format(number=integer(legs)),
        places=ngettext("{number} place", "{number} places", places).format(number=integer(places)),
    )
