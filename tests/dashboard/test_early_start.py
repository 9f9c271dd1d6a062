"""The map's head start: what the map is told before the page is there, and the page that asks."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
import streamlit
from starlette.applications import Starlette

from dashboard import doors, login
from dashboard.early_start import VIEW, early_routes
from dashboard.filters import shown_legs
from dashboard.first_page import first_page
from dashboard.language import speaking
from dashboard.map_data import map_data
from intake.errors import AtlasError
from tests.dashboard.asgi import get

INDEX = '<head><script type="module" src="./a.js"></script></head><body></body>'


def view(query=""):
    return get(Starlette(routes=early_routes("the page")), f"{VIEW}?{query}")


def test_the_view_of_an_address_is_what_a_run_of_the_page_tells_the_map():
    answer = view("country=LAO&paint=grade&lang=ko")
    atlas = doors.atlas()
    settings = replace(atlas.choices.default(), country=("LAO",), paint="grade", lang="ko")
    shown = shown_legs(atlas, doors.readings(settings.recipe, settings.date), settings)
    with speaking("ko"):
        told = map_data(atlas, settings, shown)
    assert json.loads(answer.body) == json.loads(json.dumps(told))
    assert answer.headers["cache-control"] == "no-store"


def test_what_an_address_names_and_nobody_knows_is_left_at_its_default():
    assert view("country=XXX&paint=%3Cscript%3E").body == view().body


def test_nothing_is_told_where_visitors_have_to_log_in(monkeypatch):
    monkeypatch.setattr(login, "is_set_up", lambda: True)
    assert (view().status, view().body) == (404, b"No view.")


def test_nothing_is_told_while_the_data_are_damaged(monkeypatch):
    def damaged():
        raise AtlasError("legs.csv, line 3")

    monkeypatch.setattr(doors, "atlas", damaged)
    assert (view().status, view().body) == (404, b"No view.")


def test_the_map_starts_before_streamlit_and_the_part_for_components_after_it():
    page = first_page(INDEX, early="/early.js", late=["./late.js"], style="p { margin: 0 }")
    places = [page.index(text) for text in ("/early.js", "./a.js", "./late.js", "p { margin: 0 }")]
    assert places == sorted(places)


def test_what_the_screen_gets_early_overrules_nothing_on_paper():
    page = first_page(INDEX, early="/early.js", late=["./late.js"], style="p { margin: 0 }")
    assert '<style media="screen">p { margin: 0 }</style>' in page


def test_before_the_app_answers_the_tab_has_our_name():
    index = (Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8")
    page = first_page(index, early="/early.js", late=[], style="")
    assert "<title>Corridor Atlas</title>" in page


def test_a_page_of_streamlit_that_looks_otherwise_is_left_without_a_head_start():
    assert "early.js" not in first_page("<body></body>", early="early.js", late=["l"], style="")


@pytest.mark.parametrize("query", ["", "?country=LAO"])
def test_the_first_page_is_asked_for_anew_each_time(query):
    answer = get(Starlette(routes=early_routes("the page")), f"/{query}")
    assert (answer.body, answer.headers["cache-control"]) == (b"the page", "no-cache")


@pytest.mark.parametrize("query", ["", "?country=LAO&lang=ko"])
def test_the_map_is_found_under_its_name_too(query):
    answer = get(Starlette(routes=early_routes("the page")), f"/map{query}")
    assert (answer.status, answer.headers["location"]) == (307, f"/{query}")
