"""``export`` writes the bytes of the screen, and the numbers of ``score``."""

import io
import zipfile
from functools import cache

import pandas as pd
import pytest

from dashboard import doors, file_doors
from dashboard.__main__ import main
from dashboard.address import from_params
from dashboard.commands import asked, export
from dashboard.exports import formats
from dashboard.exports.formats import FORMATS
from dashboard.publication.publish import publish, publish_dataset

VIEW = ("--country", "LAO", "--date", "2023-10-09")
ADDRESS = "?country=LAO&date=2023-10-09"


@pytest.fixture(scope="module")
def published(atlas):
    """What a command publishes, found once for all commands that ask for the same view."""
    return {
        "publish": cache(lambda settings: publish(atlas, settings)),
        "publish_dataset": cache(lambda settings: publish_dataset(atlas, settings)),
    }


@pytest.fixture(autouse=True)
def _data_read_once(atlas, published, monkeypatch):
    for command in (export, asked):
        monkeypatch.setattr(command, "read_atlas", lambda _folder: atlas)
    for name, remembered in published.items():
        monkeypatch.setattr(formats, name, lambda _atlas, settings, made=remembered: made(settings))
    monkeypatch.setattr(doors, "atlas", lambda: atlas)


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in {"png", "atlas"}])
def test_the_bytes_are_those_of_the_screen(atlas, tmp_path, name):
    assert main(["export", "--format", name, *VIEW, "--out", str(tmp_path / "file")]) == 0
    address = {"country": ["LAO"], "date": ["2023-10-09"], "leg": ["MNG-4"]}
    settings, _ = from_params(address, atlas.choices)
    assert (tmp_path / "file").read_bytes() == file_doors.made_file(name, settings)


def test_an_address_does_what_its_options_do(tmp_path):
    one, other = tmp_path / "one", tmp_path / "other"
    main(["export", "--format", "csl", *VIEW, "--out", str(one)])
    main(["export", "--format", "csl", "--view", ADDRESS, "--out", str(other)])
    assert one.read_bytes() == other.read_bytes()


def test_the_numbers_are_those_of_score(tmp_path, capsys):
    main(["export", "--format", "csv", "--corridor", "MNG", "--out", str(tmp_path / "a.zip")])
    assert capsys.readouterr().out.startswith(f"{tmp_path / 'a.zip'}\t")
    main(["score", "--corridor", "MNG", "--intervals"])
    printed = pd.read_csv(io.StringIO(capsys.readouterr().out)).set_index("id")
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        tables = {name: pd.read_csv(archive.open(f"{name}.csv")) for name in ("legs", "corridors")}
    legs = tables["legs"].set_index("leg_id")
    for column in ("reading", "reading_low", "reading_high", "exposure", "length_km"):
        same = printed.loc[legs.index, column]
        pd.testing.assert_series_equal(legs[column], same, check_names=False, atol=1e-6)
    corridor = tables["corridors"].set_index("corridor_id").loc["MNG"]
    for column in ("cumulative", "cumulative_low", "cumulative_high", "km_high"):
        assert corridor[column] == pytest.approx(printed.loc["MNG", column], abs=1e-6)


def test_evaluate_makes_the_figures_of_the_screen_from_the_exported_scores(
    root, tmp_path, capsys, now
):
    main(["export", "--format", "csv", "--out", str(tmp_path)])
    capsys.readouterr()
    main(["compare", "units"])
    (tmp_path / "units.csv").write_text(capsys.readouterr().out, "utf-8")
    toml = root / "analysis" / "recipes" / "refoulement.toml"
    main(["evaluate", str(toml), str(tmp_path / "units.csv"), "--id", "iso3"])
    made = pd.read_csv(io.StringIO(capsys.readouterr().out)).set_index("iso3").iloc[:, -1]
    exported = pd.read_csv(tmp_path / "countries.csv").set_index("iso3")["risk"].dropna()
    shown = now.countries["risk"].dropna()
    assert set(exported.index) == set(shown.index) == set(made.dropna().index)
    assert (exported - shown).abs().max() < 1e-6
    assert (made[exported.index] - exported).abs().max() < 1e-6


def test_a_folder_gets_the_files_of_a_zip(tmp_path):
    main(["export", "--format", "csv", *VIEW, "--out", str(tmp_path)])
    assert {"legs.csv", "codebook.csv", "datapackage.json", "README.txt"} <= {
        file.name for file in tmp_path.iterdir()
    }


def test_a_folder_gets_a_single_file_under_its_own_name(tmp_path):
    main(["export", "--format", "ris", *VIEW, "--lang", "ko", "--out", str(tmp_path)])
    (file,) = tmp_path.iterdir()
    assert file.name.startswith("corridor-atlas-2023-10-09-")
    assert file.name.endswith("-ko.ris")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--country", "XXX"), "country: found XXX, expected one of"),
        (("--date", "2023-13-01"), "date: found 2023-13-01, expected a day from 1999-01-01"),
        (("--view", "?colour=red"), "colour: found red, expected one of the settings"),
    ],
)
def test_what_is_not_known_is_refused_with_words(tmp_path, capsys, arguments, words):
    code = main(["export", "--format", "csv", *arguments, "--out", str(tmp_path / "x")])
    assert code == 2
    assert words in capsys.readouterr().err
    assert not (tmp_path / "x").exists()


def test_a_file_that_cannot_be_written_is_said(tmp_path, capsys):
    out = tmp_path / "no" / "such" / "file"
    assert main(["export", "--format", "ris", "--out", str(out)]) == 2
    assert "cannot be written" in capsys.readouterr().err
