"""Each page runs whole; filters act; what the address or the data get wrong is said in words."""

import shutil
import tomllib
from pathlib import Path

import pandas as pd
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboard import compare, doors, recipes, session
from dashboard.settings import COMPARISONS
from intake.errors import DataFileError

APP = Path(__file__).parents[2] / "app.py"
PAGES = (
    *("map", "compare", "countries", "country", "side_by_side", "time"),
    *("briefing", "evidence", "my_data", "method", "proof", "download", "about"),
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
    if page != "map":
        app.switch_page(f"dashboard/pages/{page}.py")
    return app.run()


def html(app):
    return " ".join(element.proto.body for element in app.get("html"))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_runs(page):
    app = started(page)
    assert not app.exception
    assert not app.error
    assert len(app.main) > 0


def test_a_control_that_is_left_alone_begins_with_what_is_chosen():
    chosen = {"country": "LAO", "date": "2020-02-03", "paint": "grade", "period": "2018-2020"}
    app = started("download", **chosen).run()
    assert not app.multiselect(key="set_country").proto.set_value
    assert app.multiselect(key="set_country").proto.default == [
        app.multiselect(key="set_country").options.index("Lao PDR")
    ]
    assert app.date_input(key="set_date").proto.default == ["2020-02-03"]
    assert app.slider(key="set_period").proto.default == [2018, 2020]
    (paint,) = (one.proto for one in app.selectbox if one.key == "set_paint")
    assert paint.options[paint.default] == "Grade of the evidence"
    assert app.segmented_control(key="set_lang").proto.default == [0]


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
    app = started(country="LAO").switch_page("dashboard/pages/countries.py").run()
    assert list(app.dataframe[0].value["country"]) == ["Lao PDR"]


@pytest.mark.parametrize(("name", "value"), [("country", "XXX"), ("leg", "<script>"), ("no", "1")])
def test_an_unknown_value_is_said_and_the_default_shown(name, value):
    app = started(**{name: value})
    assert not app.exception
    said = value.strip("<>")  # signs of markup are escaped in a notice
    assert [said in toast.value or name in toast.value for toast in app.toast] == [True]
    assert app.multiselect(key="set_country").value == []


def test_a_filter_that_leaves_nothing_says_so():
    app = started(country="MNG", corridor="SEA-YEL")
    assert not app.exception
    assert len(app.dataframe[0].value) == 0
    assert "No leg matches the filters" in html(app)


def test_a_chosen_leg_opens_its_panel():
    app = started(leg="LAO-THA-N-4")
    assert not app.exception
    assert "Explain this figure" in html(app)


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
    app = started("compare", scenario="laos-returns-a-group", comparison="pair")
    app.selectbox(key="set_first").set_value("MNG").run()
    for page in ("map", "countries", "map", "compare"):
        app.switch_page(f"dashboard/pages/{page}.py").run()
        assert not app.exception
    assert app.selectbox(key="set_first").value == "MNG"
    assert app.query_params["scenario"] in ("laos-returns-a-group", ["laos-returns-a-group"])


@pytest.mark.parametrize("part", COMPARISONS)
def test_every_part_of_compare_runs(part):
    app = started("compare", comparison=part)
    assert not app.exception
    assert not app.error
    assert html(app)


def test_corridors_come_with_a_short_answer_and_their_intervals(atlas):
    shown = html(started("compare"))
    assert "Cumulative exposure: highest is China – Myanmar – Thailand, 38.4 (" in shown
    assert "pairs of corridors the order is clear for" in shown
    assert all(f"<span>{name}</span>" in shown for name in atlas.corridors["name_en"])


def test_two_corridors_are_compared_in_words_with_what_makes_the_difference():
    app = started("compare", comparison="pair", first="LAO-THA-N", second="VNM-LAO-THA")
    assert "is not determined" in html(app)
    assert "What makes the difference in cumulative exposure" in html(app)
    app.selectbox(key="set_second").set_value("LAO-THA-N").run()
    assert "Choose two different corridors" in html(app)


def test_ways_between_two_places_are_listed_and_nothing_says_so():
    app = started("compare", comparison="between")
    assert "6 ways: lowest cumulative exposure. Reported as a whole: 6." in html(app)
    assert "Closed, historic or unknown on the date, and last: 3." in html(app)
    assert "A comparison is not advice to travel" in html(app)
    app.selectbox(key="set_start").set_value("KP-PYG").run()
    assert "leads from Pyongyang (state labour dispatch) to Seoul (Incheon)." in html(app)
    assert "(not an escape leg)" in html(app)


def test_the_filters_of_the_sidebar_narrow_the_ways():
    app = started("compare", comparison="between", corridor="MNG")
    assert "1 way: lowest cumulative exposure" in html(app)


def test_leaving_out_is_computed_when_asked_for():
    app = started("compare", comparison="rests")
    assert "the largest part of the doubt comes from" in html(app)
    assert "would change the class of a leg" not in html(app)
    app.toggle(key="leave_out").set_value(True).run()
    assert "would change the class of a leg" in html(app)
    assert "the order of China – Laos – northern Thailand and China – Vietnam" in html(app)


def test_a_scenario_is_shown_beside_the_evidence_and_leaves_the_others_as_they_are(now):
    app = started("compare", comparison="scenario", scenario="china-stops-returns")
    assert "What if, not what is: If China stopped returns" in html(app)
    assert "read worse" in html(app)
    assert "of 10,000 draws" in html(app)
    beside = app.dataframe[-1].value.set_index("corridor")
    assert (beside["cumulative_after"] <= beside["cumulative_before"]).all()
    assert (beside["cumulative_change"] < 0).any()
    assert beside["cumulative_before"].tolist() == now.corridors["cumulative"].round(1).tolist()


def test_a_scenario_that_the_index_does_not_hear_says_so_first():
    shown = html(started("compare", comparison="scenario", recipe="table1"))
    first, rest = shown.split("this scenario moves nothing")
    assert "Under “Table 1 alone”" in first
    assert "What if, not what is" in rest
    assert "What if, not what is" not in first


def test_the_worst_leg_that_all_share_is_explained_and_gives_way_in_the_plot():
    shown = html(started("compare", reading="worst_reading"))
    assert "Each of the 13 has a leg that is wholly in, or at the border of, China" in shown
    assert "Cumulative exposure tells them apart, and is drawn here in its place." in shown


def test_a_scenario_of_ones_own_is_shown_and_a_wrong_one_refused_in_words():
    app = started("compare", comparison="scenario")
    own = (
        'id = "mine"\ntitle_en = "Mine"\ntitle_ko = "Mine"\nwhy = "to see"\njudgement = true\n'
        '[set.LAO.state_practice_of_return]\nvalue = 0\nwhy = "so"\njudgement = true\n'
    )
    app.session_state["own_scenario"] = own
    app.run()
    assert "What if, not what is: Mine" in html(app)
    app.session_state["own_scenario"] = own.replace("value = 0", "value = 11")
    app.run()
    assert not app.exception
    assert "<code>value = 11</code>" in html(app)
    assert "a score from 0 to 10" in html(app)
    assert "What if, not what is: If China recognised" in html(app)
    assert "own_scenario" not in str(app.query_params)


def test_a_damaged_recipe_is_named_with_the_way_back(monkeypatch, tmp_path):
    for path in recipes.shipped_files():
        (tmp_path / path.name).write_text(path.read_text("utf-8").replace("weights", "wieghts"))
    monkeypatch.setattr(recipes, "shipped_files", lambda: sorted(tmp_path.glob("*.toml")))
    with pytest.raises(DataFileError, match=r"refoulement\.toml"):
        recipes.shipped_recipes()


def test_a_corridor_that_is_not_told_whole_is_not_ranked_and_not_compared(atlas, now):
    whole = compare.comparable(atlas, now)
    assert list(whole.index[~whole]) == ["RUS-UNHCR", "RUS-CONS", "THA-USA"]
    app = started("compare")
    table = app.dataframe[0].value.set_index("corridor")
    names = atlas.corridors["name_en"]
    assert pd.isna(table.loc[names["RUS-CONS"], "cumulative_rank"])
    assert table.loc[names["MNG"], "cumulative_rank"].startswith("11 ")
    left_out = html(app).split("not compared: ")[1].split("<")[0]
    assert names["RUS-CONS"] in left_out
    assert names["MNG"] not in left_out


def test_a_chosen_leg_that_the_filters_leave_out_says_so():
    assert "The filters leave this leg out" in html(started(leg="MNG-4", country="THA"))
    assert "The filters leave this leg out" not in html(started(leg="MNG-4", country="MNG"))


def with_own_story(text):
    """The page Briefing of a session that has brought a story in."""
    app = AppTest.from_file(str(APP), default_timeout=60)
    app.session_state[session.OWN_STORY] = text
    app.session_state[session.OWN_STORY_NAME] = "talk.toml"
    app.session_state[session.OWN_STORY_BROUGHT] = True
    app.switch_page("dashboard/pages/briefing.py")
    return app.run()


def test_a_story_that_cannot_be_told_says_so_at_once_can_be_mended_and_put_away():
    app = with_own_story('title = "T"\n[[step]]\ntitle = "A"\nsay = ["42.9 N"]\n')
    assert not app.exception
    assert "<dd><code>talk.toml</code></dd>" in html(app)
    assert "42.9" in html(app)
    app.text_area(key="own_story_of_1_0_say").set_value("{legs")
    button(app, "Keep this step").click().run()
    assert [one.value for one in app.error] != []
    button(app, "Put it away").click().run()
    assert not app.session_state[session.OWN_STORY]


def test_a_step_is_given_a_chart_and_a_language_and_a_fault_stands_at_its_field():
    app = with_own_story('title = "T"  # kept\n[[step]]\ntitle = "A"\nsay = ["A."]\n')
    app.selectbox(key="own_story_of_1_0_chart").set_value("arrivals")
    app.selectbox(key="own_story_of_1_0_look_1").set_value("country:MNG")
    app.text_input(key="own_story_of_1_0_ko_title").set_value("가")
    app.text_area(key="own_story_of_1_0_ko_say").set_value("{country:MARS}")
    button(app, "Keep this step").click().run()
    assert ["MARS" in one.value for one in app.error] == [True]
    app.text_area(key="own_story_of_1_0_ko_say").set_value("{country:MNG}")
    button(app, "Keep this step").click().run()
    text = app.session_state[session.OWN_STORY]
    assert text.startswith('title = "T"  # kept\n[[step]]\ntitle = "A"\nsay = ["A."]\n')
    step = tomllib.loads(text)["step"][0]
    west, _south, east, _north = step["view"]["look"]
    assert (step["chart"], step["ko"]["title"]) == ("arrivals", "가")
    assert 75 < west < 88  # Mongolia, with room around it
    assert 119 < east < 130
    assert [one.value for one in app.error] == []


def button(app, words):
    return next(one for one in app.button if one.label == words)
