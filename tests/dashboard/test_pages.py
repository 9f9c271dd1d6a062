"""Each page runs whole; filters act; what the address or the data get wrong is said in words."""

import shutil
from pathlib import Path

import pandas as pd
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboard import compare, doors, recipes
from intake.errors import DataFileError

APP = Path(__file__).parents[2] / "app.py"
PAGES = (
    *("map", "compare", "countries", "country", "side_by_side", "time"),
    *("evidence", "method", "proof", "download", "about"),
)


@pytest.fixture(autouse=True)
def _data_read_once(atlas, monkeypatch):
    """Every run would read the data again; one reading serves all tests that do not damage it."""
    monkeypatch.setattr(
        doors, "read_atlas", lambda folder: atlas if folder is None else _read(folder)
    )


_read = doors.read_atlas


def started(page="map", **address):
    app = AppTest.from_file(str(APP), default_timeout=60)
    for name, value in address.items():
        app.query_params[name] = value
    app.run()
    return app if page == "map" else app.switch_page(f"dashboard/pages/{page}.py").run()


def html(app):
    return " ".join(element.proto.body for element in app.get("html"))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_runs(page):
    app = started(page)
    assert not app.exception
    assert not app.error
    assert len(app.main) > 0


def test_a_filter_of_the_sidebar_goes_into_the_address():
    app = started()
    app.multiselect(key="set_country").set_value(["LAO"]).run()
    assert not app.exception
    assert app.query_params["country"] in ("LAO", ["LAO"])


def test_the_address_restores_a_filter():
    app = started(country="LAO", date="2015-06-01")
    assert app.multiselect(key="set_country").value == ["LAO"]
    assert not app.toast


def test_a_filter_holds_on_the_next_page():
    app = started("countries", country="LAO")
    assert list(app.dataframe[0].value["country"]) == ["Lao PDR"]


@pytest.mark.parametrize(("name", "value"), [("country", "XXX"), ("leg", "<script>"), ("no", "1")])
def test_an_unknown_value_is_said_and_the_default_shown(name, value):
    app = started(**{name: value})
    assert not app.exception
    assert [value in toast.value or name in toast.value for toast in app.toast] == [True]
    assert app.multiselect(key="set_country").value == []


def test_a_filter_that_leaves_nothing_says_so():
    app = started(country="MNG", corridor="SEA-YEL")
    assert not app.exception
    assert len(app.dataframe[0].value) == 0
    assert "No leg matches the filters" in html(app)


def test_a_chosen_leg_opens_its_panel():
    app = started(leg="LAO-THA-N-4")
    assert not app.exception
    assert "How this figure comes about" in html(app)


def test_damaged_data_show_file_fault_and_remedy(root, tmp_path, monkeypatch):
    shutil.copytree(root / "routes" / "data", tmp_path / "routes")
    shutil.copytree(root / "geodata" / "data", tmp_path / "geodata")
    legs = tmp_path / "routes" / "legs.csv"
    legs.write_text(legs.read_text("utf-8").replace(",air,", ",balloon,", 1), "utf-8")
    monkeypatch.setenv("CORRIDOR_ATLAS_DATA", str(tmp_path))
    st.cache_resource.clear()
    app = started()
    st.cache_resource.clear()
    assert not app.exception
    shown = html(app)
    assert "A data file cannot be used" in shown
    assert "<code>legs.csv</code>" in shown
    assert "balloon" in shown
    assert "Correct the cell or put back a whole copy of legs.csv" in shown
    assert "Traceback" not in shown


def test_a_choice_of_one_page_holds_while_others_are_visited():
    app = started("compare", scenario="laos-returns-a-group")
    app.selectbox(key="set_first").set_value("MNG").run()
    for page in ("map", "countries", "map", "compare"):
        app.switch_page(f"dashboard/pages/{page}.py").run()
        assert not app.exception
    assert app.selectbox(key="set_first").value == "MNG"
    assert app.selectbox(key="set_scenario").value == "laos-returns-a-group"


def test_two_corridors_are_compared_in_words():
    app = started("compare", first="LAO-THA-N", second="VNM-LAO-THA")
    assert "is not determined" in html(app)
    app.selectbox(key="set_second").set_value("LAO-THA-N").run()
    assert "Choose two different corridors" in html(app)


def test_a_scenario_is_shown_beside_the_evidence_and_leaves_the_map_as_it_is():
    app = started("compare", scenario="china-stops-returns")
    beside = app.dataframe[3].value.set_index("corridor")
    assert (beside["cumulative_after"] <= beside["cumulative_before"]).all()
    assert (beside["cumulative_change"] < 0).any()
    shown = app.dataframe[0].value.set_index("corridor")
    assert (shown["cumulative"] == beside["cumulative_before"]).all()


def test_a_damaged_recipe_is_named_with_the_way_back(monkeypatch, tmp_path):
    for path in recipes.shipped_files():
        (tmp_path / path.name).write_text(path.read_text("utf-8").replace("weights", "wieghts"))
    monkeypatch.setattr(recipes, "shipped_files", lambda: sorted(tmp_path.glob("*.toml")))
    with pytest.raises(DataFileError, match=r"refoulement\.toml"):
        recipes.shipped_recipes()


def test_a_corridor_that_is_not_told_whole_is_not_ranked_and_not_plotted(atlas, now):
    whole = compare.comparable(atlas, now)
    assert list(whole.index[~whole]) == ["RUS-UNHCR", "RUS-CONS", "THA-USA"]
    app = started("compare")
    table = app.dataframe[0].value.set_index("corridor")
    names = atlas.corridors["name_en"]
    assert pd.isna(table.loc[names["RUS-CONS"], "cumulative_rank"])
    assert table.loc[names["MNG"], "cumulative_rank"].startswith("11 ")
    assert any(names["RUS-CONS"] in caption.value for caption in app.caption)


def test_a_chosen_leg_that_the_filters_leave_out_says_so():
    assert "The filters leave this leg out" in html(started(leg="MNG-4", country="THA"))
    assert "The filters leave this leg out" not in html(started(leg="MNG-4", country="MNG"))
