"""What the atlas knows that a file may name: countries, places and the words of a field."""

import difflib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Known:
    """Names and what they mean. Every name is a key made by ``plain_name``.

    Parameters
    ----------
    countries
        ISO 3166 alpha-3 code of each name and code of a country, in any language.
    places
        Longitude and latitude of each place.
    words
        For ``mode`` and ``standing``: the word of the atlas for each word that means it.
    """

    countries: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def plain_name(name: str) -> str:
    """Return a name without capitals, width and double space, which tell no names apart.

    Examples
    --------
    >>> plain_name("  South  KOREA ")
    'south korea'
    """
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def nearest(name: str, names: Mapping[str, object]) -> str:
    """Return the known name that reads most like one, empty where none does.

    ``names`` are keys made by ``plain_name``; the ratio of ``difflib`` must be 0.75 at least.
    """
    found = difflib.get_close_matches(
        plain_name(name), [str(one) for one in names], n=1, cutoff=0.75
    )
    return found[0] if found else ""
