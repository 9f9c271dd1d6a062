"""The atlas as one PDF: the map, a page for each corridor and each country, events and sources.

It is made step by step, so that whoever waits sees how far it is and can leave at any step.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from dashboard.language import N_, _, speaking
from dashboard.names import name_in, names_in
from dashboard.paper.corridor_page import corridor_page, event_line, legs_of
from dashboard.paper.country_page import country_page, is_applicable, legs_through
from dashboard.paper.entries import Entry, Numbered, between, chip, figure
from dashboard.paper.frame import PX_MM
from dashboard.paper.legend import legend_drawing
from dashboard.paper.map_svg import map_drawing, picture_of
from dashboard.paper.sheet_words import (
    legend_in_words,
    map_in_words,
    sheet_footer,
    sheet_notes,
    sheet_subtitle,
)
from dashboard.paper.typeset import typeset_pdf
from dashboard.rows import rows
from dashboard.source_line import seen, source_line
from dashboard.words import NOT_APPLICABLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pandas as pd

    from dashboard.publication.publication import Publication

    PageMaker = Callable[[Publication, str, Numbered], Entry]

_WIDE_MM: Final = 186.0
_WHOLE_MM, _LEGEND_MM = 190.0, 84.0
_PAGE_MAP_MM: Final = 112.0
_TALL_MM: Final = {"corridor": 94.0, "country": 72.0}


_WORDS: Final = {
    "contents": N_("Contents"),
    "corridors": N_("Corridors"),
    "countries": N_("Countries"),
    "sources": N_("Sources"),
    "events": N_("Events"),
    "reading": N_("How to read the atlas"),
    "page": N_("Page"),
    "in_words": N_("The corridor in words"),
}
_CORRIDOR_HEAD: Final = (
    *(N_("Corridor"), N_("Status"), N_("Cumulative"), N_("Interval"), N_("Worst leg")),
    N_("km High"),
)
_COUNTRY_HEAD: Final = (
    *(N_("Country"), N_("Class"), N_("Refoulement risk"), N_("Interval"), N_("Grade")),
    N_("Legal status in practice"),
)


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step of making the atlas: how many are done of how many, what comes next, the file.

    ``body`` is the PDF in the last step and None in every other.
    """

    done: int
    steps: int
    next: str
    body: bytes | None = None


def atlas_steps(publication: Publication) -> Iterator[Step]:
    """Yield the steps of making the atlas; leaving between two of them leaves nothing behind.

    Parameters
    ----------
    publication
        Of a view: its corridors and its countries have a page each.
    """
    numbered = Numbered(publication)
    makers = _page_makers(publication)
    steps = len(makers) + 2
    pages: list[Entry] = []
    drawings: dict[str, str] = {}
    for done, (name, key, make) in enumerate(makers):
        yield Step(done=done, steps=steps, next=name)
        with speaking(publication.about.lang):
            page = make(publication, key, numbered)
            if page["map"]:
                drawings[page["map"]] = _page_map(publication, page)
        pages.append(page)
    with speaking(publication.about.lang):
        words = (_("The whole map"), _("Setting the pages"))
    yield Step(done=steps - 2, steps=steps, next=words[0])
    with speaking(publication.about.lang):
        data = {**_front(publication, drawings), "pages": pages}
    yield Step(done=steps - 1, steps=steps, next=words[1])
    body = typeset_pdf("atlas", data, drawings)
    yield Step(done=steps, steps=steps, next="", body=body)


def _page_makers(publication: Publication) -> list[tuple[str, str, PageMaker]]:
    """Return name, key and maker of each page: the corridors, then the countries."""
    lang = publication.about.lang
    corridors, countries = publication.rows("corridors"), _by_name(publication)
    return [
        *((str(name), str(key), corridor_page) for key, name in _pairs(corridors, lang)),
        *((str(name), str(key), country_page) for key, name in _pairs(countries, lang)),
    ]


def _pairs(table: pd.DataFrame, lang: str) -> Iterator[tuple[object, object]]:
    return zip(table.iloc[:, 0], names_in(table, lang), strict=True)


def _page_map(publication: Publication, page: Entry) -> str:
    kind, _dash, key = page["map"].partition("-")
    of_it = legs_of if kind == "corridor" else legs_through
    legs = frozenset(of_it(publication, key).index)
    size = (_PAGE_MAP_MM / PX_MM, _TALL_MM[kind] / PX_MM)
    drawn, _frame = map_drawing(publication, size, legs=legs)
    return drawn.svg


def _front(publication: Publication, drawings: dict[str, str]) -> dict[str, Any]:
    """Return what stands before and after the pages, and add its drawings to the others."""
    picture, about = picture_of(publication), publication.about
    drawn, frame = map_drawing(publication, (_WIDE_MM / PX_MM, _WHOLE_MM / PX_MM))
    legend = legend_drawing(publication, _LEGEND_MM / PX_MM)
    drawings |= {"whole": drawn.svg, "legend": legend.svg}
    numbered = Numbered(publication)
    events = publication.rows("events").sort_values("date", ascending=False, kind="stable")
    return {
        "title": "Corridor Atlas",
        "subtitle": sheet_subtitle(publication),
        "description": map_in_words(publication, picture),
        "legend_words": legend_in_words(picture),
        "legend_mm": _LEGEND_MM,
        "page_map_mm": _PAGE_MAP_MM,
        "notes": sheet_notes(publication, picture, frame),
        "footer": sheet_footer(publication),
        "lang": about.lang,
        "day": [about.horizon.year, about.horizon.month, about.horizon.day],
        "words": {name: _(text) for name, text in _WORDS.items()},
        "corridors": _corridor_rows(publication),
        "countries": _country_rows(publication),
        "events": [event_line(event, numbered) for event in rows(events)],
        "sources": [_source(source) for source in rows(publication.rows("sources"))],
    }


def _corridor_rows(publication: Publication) -> dict[str, Any]:
    """Return the contents by corridor: name, status, readings; the page adds where it stands."""
    lang = publication.about.lang
    return {
        "head": [_(name) for name in _CORRIDOR_HEAD],
        "rows": [
            [
                corridor.corridor_id,
                name_in(corridor, lang),
                _(corridor.status),
                figure(corridor.cumulative),
                between(corridor.cumulative_low, corridor.cumulative_high),
                figure(corridor.worst_reading),
                figure(corridor.km_high, 0),
            ]
            for corridor in rows(publication.rows("corridors"))
        ],
    }


def _country_rows(publication: Publication) -> dict[str, Any]:
    lang = publication.about.lang
    return {
        "head": [_(name) for name in _COUNTRY_HEAD],
        "rows": [
            [
                country.iso3,
                name_in(country, lang),
                chip(country.risk_class),
                figure(country.risk) if is_applicable(country.applicable) else _(NOT_APPLICABLE),
                between(country.risk_low, country.risk_high),
                _(country.grade) if country.grade else "",
                _(country.legal_status) if country.legal_status else "",
            ]
            for country in rows(_by_name(publication))
        ],
    }


def _by_name(publication: Publication) -> pd.DataFrame:
    """Return the countries in the order of their names in the run's language."""
    countries = publication.rows("countries")
    names = names_in(countries, publication.about.lang)
    return countries.loc[names.sort_values(kind="stable").index]


def _source(source: Any) -> dict[str, str]:  # noqa: ANN401 - a row
    """Return a source as it is cited: text to copy, never a link."""
    return {
        "text": f"{source_line(source)}.",
        "address": source.url if source.url.startswith("http") else "",
        "seen": seen(source, source.source_id),
    }
