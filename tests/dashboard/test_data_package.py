"""The data package is one to the tool of the format: types, keys and references hold."""

import io
import json
import zipfile
from dataclasses import replace

import frictionless
import pytest

from dashboard.exports.csv_tables import csv_tables
from dashboard.publication.publish import publish, publish_dataset
from geodata.schema import FACTS


def unpacked(body, folder):
    zipfile.ZipFile(io.BytesIO(body)).extractall(folder)
    return folder / "datapackage.json"


@pytest.fixture(scope="module")
def dataset(atlas, tmp_path_factory):
    body = csv_tables(publish_dataset(atlas, atlas.choices.default()))
    return unpacked(body, tmp_path_factory.mktemp("dataset"))


def test_the_whole_dataset_is_valid(dataset):
    report = frictionless.validate(str(dataset))
    assert report.valid, report.flatten(["type", "note", "rowNumber", "fieldName"])[:5]
    assert report.stats["tasks"] == 15


@pytest.mark.parametrize("filters", [{}, {"country": ("LAO",)}, {"corridor": ("MNG",)}])
def test_a_view_is_valid_too(atlas, tmp_path, filters):
    view = publish(atlas, replace(atlas.choices.default(), lang="ko", **filters))
    report = frictionless.validate(str(unpacked(csv_tables(view), tmp_path)))
    assert report.valid, report.flatten(["type", "note", "rowNumber", "fieldName"])[:5]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("MNG-1,MNG,1,", "MNG-1,NOWHERE,1,", "constraint-error"),
        ("MNG-1,MNG,1,", "MNG-1,SEA,1,", "foreign-key"),
        ("MNG-1,MNG,1,", "MNG-1,MNG,one,", "type-error"),
        ("MNG-2,MNG,2,", "MNG-1,MNG,2,", "unique-error"),
    ],
)
def test_a_damaged_row_is_found_by_the_declaration(dataset, tmp_path, old, new, fault):
    for file in dataset.parent.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    legs = tmp_path / "legs.csv"
    legs.write_text(legs.read_text("utf-8").replace(old, new, 1), "utf-8", newline="")
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert fault in {kind for (kind,) in report.flatten(["type"])}


def test_constraints_are_those_of_the_schemas(dataset):
    package = json.loads(dataset.read_text("utf-8"))
    (facts,) = [one for one in package["resources"] if one["name"] == "facts"]
    fields = {field["name"]: field for field in facts["schema"]["fields"]}
    assert list(fields) == list(FACTS.columns)
    assert fields["score"]["constraints"] == {"minimum": 0, "maximum": 10}
    assert fields["score"]["ourJudgement"] is True
    assert fields["confidence"]["constraints"]["enum"] == ["high", "medium", "low"]
    assert {key["fields"][0] for key in facts["schema"]["foreignKeys"]} == {"iso3", "source_id"}


def test_sources_and_licence_are_declared(atlas, dataset):
    package = json.loads(dataset.read_text("utf-8"))
    assert len(package["sources"]) == len(atlas.sources)
    assert package["licenses"][0]["name"] == "CC-BY-4.0"


def test_a_table_taken_out_of_the_zip_keeps_its_citation(atlas, dataset):
    beside = dataset.parent / "corrections.resource.json"
    told = json.loads(beside.read_text("utf-8"))
    package = json.loads(dataset.read_text("utf-8"))
    assert told["corridor_atlas"]["citation"] == package["corridor_atlas"]["citation"]
    assert 0 < len(told["sources"]) < len(atlas.sources)
    assert frictionless.validate(str(beside)).valid
    tables = {one["path"] for one in package["resources"]}
    assert {f"{name.removesuffix('.csv')}.resource.json" for name in tables} == {
        file.name for file in dataset.parent.glob("*.resource.json")
    }
