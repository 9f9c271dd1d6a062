"""Cells with doubled ids, odd dates, unknown countries, unseen letters: what a person is told."""

import pytest

from tests.intake.own import GOOD, HEAD, csv_of, faults, geojson, line, taken, texts


def with_cell(name, *cells):
    rows = [f"{GOOD.replace('A', str(at), 1)},{cell}" for at, cell in enumerate(cells)]
    return taken(csv_of(*rows, head=f"{HEAD},{name}"))


def test_an_id_used_twice_sets_the_second_row_aside():
    intake = taken(csv_of(GOOD, GOOD))
    assert len(intake.legs) == 1
    assert (
        "line 3, leg_id: found 'A', as in line 2, expected an id that no other row has"
        in faults(intake)[0]
    )


def test_missing_ids_are_made_and_that_is_said():
    intake = taken(csv_of(*[GOOD.split(",", 1)[1]] * 2, head=HEAD.split(",", 1)[1]))
    assert list(intake.legs.index) == ["row-2", "row-3"]
    assert "named by their number, such as row-2" in texts(intake.changes)


def test_a_corridor_that_does_not_chain_is_remarked_and_kept():
    rows = ["A,126.9,37.5,129.1,35.2,X,1", "B,130.0,36.0,131.0,36.0,X,2"]
    intake = taken(csv_of(*rows, head=f"{HEAD},corridor,seq"))
    assert len(intake.legs) == 2
    assert "Corridor X does not chain: leg B begins 121 km from where leg A ends" in texts(
        intake.remarks
    )


@pytest.mark.parametrize("name", ["KR", "KOR", "South Korea", "대한민국", " south  korea "])
def test_a_country_is_known_by_any_of_its_names(name):
    assert list(with_cell("국가", name).legs["countries_declared"]) == ["KOR"]


@pytest.mark.parametrize("names", ["CN;LA", "중국 → 라오스", "China / Laos", '"China, Laos"'])
def test_countries_in_a_row_keep_their_order(names):
    assert list(with_cell("countries", names).legs["countries_declared"]) == ["CHN;LAO"]


def test_an_unknown_country_is_set_aside_with_the_nearest_name():
    assert (
        "found 'Chinna', expected the name or code of a country, such as 'china'"
        in faults(with_cell("country", "Chinna"))[0]
    )


def test_a_day_that_is_not_in_the_calendar_is_set_aside():
    intake = with_cell("date", "2024-13-40", "2024-02-29")
    assert (len(intake.legs), faults(intake)[0][:31]) == (1, "line 2, date: found '2024-13-40")


def test_dates_that_may_be_two_days_are_asked():
    (question,) = with_cell("date", "03/04/2024").questions
    assert [choice.value for choice in question.choices] == ["day first", "month first"]
    assert "2024-04-03" in question.choices[0].words


def test_one_date_that_is_certain_settles_the_column():
    intake = with_cell("date", "03/04/2024", "25/12/2024")
    assert list(intake.legs["date"]) == ["2024-04-03", "2024-12-25"]
    assert intake.questions == ()


@pytest.mark.parametrize("cell", ["11", "-1", "high", "NaN"])
def test_a_score_out_of_range_or_in_words_is_set_aside(cell):
    intake = with_cell("score", cell, "10")
    assert list(intake.legs["score"]) == [10]
    assert "expected a number from 0 to 10" in faults(intake)[0]


def test_an_empty_cell_is_no_data_and_no_fault():
    intake = with_cell("score", "", "3")
    assert intake.legs["score"].isna().tolist() == [True, False]


def test_what_nobody_sees_is_taken_out_and_said():
    intake = with_cell("note", "Se\u200boul\u202e gnij\x07")
    assert list(intake.legs["note"]) == ["Seoul gnij"]
    assert "invisible characters were taken out (U+200B, U+202E, U+0007)" in texts(intake.changes)


def test_an_unseen_letter_in_a_heading_does_not_hide_the_column():
    intake = taken(csv_of(GOOD, head=HEAD.replace("to_lat", "to\u200b_lat")))
    assert len(intake.legs) == 1


def test_own_columns_are_kept_as_text():
    assert list(with_cell("colour", "=1+1").legs["colour"]) == ["=1+1"]


def test_a_row_with_too_many_cells_is_set_aside_with_all_of_them():
    intake = taken(csv_of(GOOD, GOOD + ",more,cells"))
    assert "found 7 cells, expected 5 cells" in faults(intake)[0]
    assert "more | cells" in intake.bad_rows[""].to_string()


def test_half_a_letter_in_json_is_taken_out():
    text = geojson(line()).replace('"leg_id": "a"', '"leg_id": "a", "note": "x\\ud800y"')
    assert list(taken(text).legs["note"]) == ["xy"]


def test_a_guessed_column_of_which_no_cell_fits_stays_the_readers_own():
    intake = with_cell("mode", "bus", "ox cart", "bus")
    assert list(intake.legs["mode (own)"]) == ["bus", "ox cart", "bus"]
    assert "mode was kept as it is and not taken for mode" in texts(intake.changes)


def test_columns_of_coordinates_beside_a_shape_are_kept():
    text = geojson(line()).replace('"leg_id": "a"', '"leg_id": "a", "x": 5, "y": 6')
    assert list(taken(text).legs[["x", "y"]].iloc[0]) == ["5", "6"]


def test_what_a_place_says_beside_its_name_is_kept():
    intake = taken(csv_of("Camp,127,37,land,8", head="name,lon,lat,mode,score"))
    assert list(intake.places[["mode", "score"]].iloc[0]) == ["land", 8]
