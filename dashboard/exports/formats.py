"""The formats there are: what each is called, for whom it is, and how it is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dashboard.exports.bibtex import bibtex
from dashboard.exports.csl import csl
from dashboard.exports.csv_tables import csv_tables
from dashboard.exports.geojson import geojson
from dashboard.exports.geopackage import geopackage
from dashboard.exports.geoparquet import geoparquet
from dashboard.exports.prose_text import prose_text
from dashboard.exports.ris import ris
from dashboard.exports.workbook import workbook
from dashboard.language import N_
from dashboard.publication.publish import publish, publish_dataset

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dashboard.atlas import Atlas
    from dashboard.paper.atlas_book import Step
    from dashboard.publication.publication import Publication
    from dashboard.settings import Settings


@dataclass(frozen=True, kw_only=True)
class Format:
    """One format: its title and for whom it is (to be translated), the ending, how it is made.

    ``whole`` says that it always holds the whole dataset, whatever the filters leave; ``drawn``
    that it shows the map, so that the way of painting counts; ``steps`` makes it one by one where
    that takes long, the last of them has the file.
    """

    title: str
    line: str
    ending: str
    mime: str
    write: Callable[[Publication], bytes]
    whole: bool = False
    drawn: bool = False
    steps: Callable[[Publication], Iterator[Step]] | None = None

    def published(self, atlas: Atlas, settings: Settings) -> Publication:
        """Return what goes into a file of this format, through the one door out."""
        return publish_dataset(atlas, settings) if self.whole else publish(atlas, settings)


def _map_page(publication: Publication) -> bytes:
    # folium takes most of a second to import, and most visits save no map.
    from dashboard.maps.standalone import standalone_map  # noqa: PLC0415

    return standalone_map(publication)


def _sheet(name: str, *, title: str, line: str, ending: str, mime: str) -> Format:
    """Return the map sheet in one format; what draws and sets it is imported when asked for."""

    def write(publication: Publication) -> bytes:
        from dashboard.paper import sheet  # noqa: PLC0415 - as for the page above

        made: bytes = getattr(sheet, name)(publication)
        return made

    return Format(title=title, line=line, ending=ending, mime=mime, write=write, drawn=True)


def _atlas_steps(publication: Publication) -> Iterator[Step]:
    """Yield the steps of making the atlas as a book; the last of them has the file."""
    from dashboard.paper import atlas_book  # noqa: PLC0415 - as for the page above

    yield from atlas_book.atlas_steps(publication)


def _atlas(publication: Publication) -> bytes:
    *_before, last = _atlas_steps(publication)
    return last.body or b""


_ZIP: Final = "application/zip"
_PDF: Final = "application/pdf"
FORMATS: Final = {
    "csv": Format(
        title=N_("CSV"),
        line=N_("A zip with one file per table, for any program, and a codebook."),
        ending="-csv.zip",
        mime=_ZIP,
        write=csv_tables,
    ),
    "xlsx": Format(
        title=N_("Excel"),
        line=N_("One workbook: a sheet per table, a codebook, the sources."),
        ending=".xlsx",
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        write=workbook,
    ),
    "geojson": Format(
        title=N_("GeoJSON"),
        line=N_("Legs as lines and places as points, for web maps."),
        ending=".geojson",
        mime="application/geo+json",
        write=geojson,
    ),
    "gpkg": Format(
        title=N_("GeoPackage"),
        line=N_("Layers and tables in one file, for QGIS and ArcGIS."),
        ending=".gpkg",
        mime="application/geopackage+sqlite3",
        write=geopackage,
    ),
    "geoparquet": Format(
        title=N_("GeoParquet"),
        line=N_("A zip with one Parquet file per table, for Python and R."),
        ending="-parquet.zip",
        mime=_ZIP,
        write=geoparquet,
    ),
    "datapackage": Format(
        title=N_("Data package"),
        line=N_("The whole dataset, whatever the filters leave: a Frictionless data package."),
        ending="-dataset.zip",
        mime=_ZIP,
        write=csv_tables,
        whole=True,
    ),
    "bibtex": Format(
        title=N_("BibTeX"),
        line=N_("The sources of this view, for LaTeX."),
        ending=".bib",
        mime="application/x-bibtex",
        write=bibtex,
    ),
    "ris": Format(
        title=N_("RIS"),
        line=N_("The sources of this view, for EndNote, Zotero, Mendeley."),
        ending=".ris",
        mime="application/x-research-info-systems",
        write=ris,
    ),
    "csl": Format(
        title=N_("CSL-JSON"),
        line=N_("The sources of this view, for pandoc and Zotero."),
        ending=".csl.json",
        mime="application/vnd.citationstyles.csl+json",
        write=csl,
    ),
    "text": Format(
        title=N_("Map in words"),
        line=N_("Every corridor and leg in sentences with sources, as plain text."),
        ending=".txt",
        mime="text/plain",
        write=prose_text,
    ),
    "html": Format(
        title=N_("Map"),
        line=N_("A page of 1 to 2 MB with this map in it. It opens without a network."),
        ending=".html",
        mime="text/html",
        write=_map_page,
        drawn=True,
    ),
    "pdf": _sheet(
        "map_sheet_pdf",
        title=N_("Map sheet (PDF)"),
        line=N_("This map on A4 with title, legend, scale and notes; vector lines and real text."),
        ending=".pdf",
        mime=_PDF,
    ),
    "slide": _sheet(
        "map_slide_pdf",
        title=N_("Map slide (PDF)"),
        line=N_("The same sheet on a slide of 16 to 9."),
        ending="-slide.pdf",
        mime=_PDF,
    ),
    "png": _sheet(
        "map_sheet_png",
        title=N_("Map sheet (PNG)"),
        line=N_("The same sheet as a picture, A4 at 300 dots to the inch."),
        ending=".png",
        mime="image/png",
    ),
    "svg": _sheet(
        "map_sheet_svg",
        title=N_("Map sheet (SVG)"),
        line=N_("The same sheet as a drawing that can be edited, its letters inside."),
        ending=".svg",
        mime="image/svg+xml",
    ),
    "atlas": Format(
        title=N_("Atlas (PDF)"),
        line=N_("A book on A4: the map, a page for each corridor and each country, the sources."),
        ending="-atlas.pdf",
        mime=_PDF,
        write=_atlas,
        drawn=True,
        steps=_atlas_steps,
    ),
}


def file_name(name: str, publication: Publication) -> str:
    """Return what a file is called: the as-of date, the view, the language, the format."""
    about, ending = publication.about, FORMATS[name].ending
    return f"corridor-atlas-{about.date:%Y-%m-%d}-{about.short_fingerprint}-{about.lang}{ending}"


def map_file_name(settings: Settings, name: str = "html") -> str:
    """Return what a map's file is called: what is painted, the date, the language, the format."""
    paint, ending = settings.paint.replace("_", "-"), FORMATS[name].ending
    return f"corridor-atlas-{paint}-{settings.date:%Y-%m-%d}-{settings.lang}{ending}"
