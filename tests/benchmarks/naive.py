"""The same corridors on the map that the documentation of folium and streamlit-folium shows.

`folium.Map`, a GeoJSON layer of countries, one `PolyLine` with tooltip and popup per leg, a legend
added as HTML, `st_folium(map, returned_objects=[])`. What it draws from (lines, classes, colours,
points per line) is what the atlas draws from, read and computed once and shared by all sessions,
so that only the pattern of the map differs. Its scripts and styles are local, kept by the browser
for good, and served by the app itself.
"""

from typing import Any

import folium
import pandas as pd
import shapely
import streamlit as st
from streamlit_folium import st_folium

from dashboard import palette
from dashboard.atlas import Atlas, data_folder, read_atlas
from dashboard.pipeline import Readings, read_risk
from tests.benchmarks import kept_files
from tests.benchmarks.country_layer import country_layer

LINE_TOLERANCE_DEG = 0.02
WIDTH = 1200
HEIGHT = 640


@st.cache_resource(show_spinner=False)
def read() -> tuple[Atlas, Readings, list[list[tuple[float, float]]]]:
    """Return the data, the readings at the end of the evidence, and latitude, longitude by leg."""
    atlas = read_atlas(data_folder())
    paths = [path_of(line) for line in atlas.lines.geometry]
    return atlas, read_risk(atlas, "refoulement", atlas.choices.last_date), paths


def path_of(line: shapely.Geometry) -> list[tuple[float, float]]:
    """Return the points that the atlas would send for this line, latitude first."""
    points = shapely.get_coordinates(shapely.simplify(line, LINE_TOLERANCE_DEG)).round(2)
    return [(lat, lon) for lon, lat in points.tolist()]


@st.cache_resource(show_spinner=False)
def basemap() -> dict[str, Any]:
    """Return the countries of the world as GeoJSON."""
    return country_layer()


def color(word: object) -> str:
    """Return the colour of a class."""
    return palette.RISK.get(str(word), palette.NO_DATA).color


def legend() -> str:
    """Return the legend as HTML over the map."""
    classes = {**palette.RISK, "no data": palette.NO_DATA}
    rows = "".join(
        f'<div><i style="background:{stroke.color};width:18px;height:4px;display:inline-block">'
        f"</i> {name}</div>"
        for name, stroke in classes.items()
    )
    return (
        '<div style="position:fixed;bottom:20px;left:20px;z-index:9999;background:white;'
        f'padding:8px;font-size:12px"><b>Refoulement risk</b>{rows}</div>'
    )


def leg_map(atlas: Atlas, readings: Readings, paths: list[Any], shown: pd.Series) -> folium.Map:
    """Return the map of the legs that are shown."""
    made = folium.Map(location=[32, 112], zoom_start=4, tiles=None)
    folium.GeoJson(
        basemap(),
        style_function=lambda _: {"color": "#999", "weight": 1, "fillColor": "#f4f1ea"},
    ).add_to(made)
    names = atlas.leg_names("en")
    for leg, path, is_shown in zip(readings.legs.itertuples(), paths, shown, strict=True):
        if is_shown:
            text = f"{names[leg.Index]}: {leg.risk_class}"
            folium.PolyLine(
                path, color=color(leg.risk_class), weight=3, tooltip=text, popup=text
            ).add_to(made)
    made.get_root().html.add_child(folium.Element(legend()))
    return made


def draw() -> None:
    """Draw the page: one filter, the map."""
    st.set_page_config(page_title="Naive map", layout="wide")
    atlas, readings, paths = read()
    chosen = st.multiselect("Country", atlas.choices.country, format_func=atlas.country_names.get)
    shown = (
        atlas.touches[chosen].any(axis="columns") if chosen else atlas.touches.any(axis="columns")
    )
    st_folium(
        leg_map(atlas, readings, paths, shown), width=1200, height=HEIGHT, returned_objects=[]
    )


folium.Map.default_js = kept_files.scripts("bench")
folium.Map.default_css = kept_files.styles("bench")
draw()
