import json

import numpy as np
import pytest
import shapely

from geodata.boundaries import DATA
from geodata.build import __main__ as command
from geodata.build import boundaries, packages
from geodata.build.manifest import write_manifest
from geodata.build.packages import Package, PackageError
from geodata.build.topology import read_shapes
from geodata.checksums import read_manifest, sha256_of


def topology(tmp_path, arcs, ends):
    """One country over a grid of whole degrees, from arcs in absolute positions."""
    deltas = [np.diff(np.array([[0, 0], *arc]), axis=0).tolist() for arc in arcs]
    content = {
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "arcs": deltas,
        "objects": {
            "countries": {
                "geometries": [
                    {"type": "Polygon", "arcs": ends, "id": "1", "properties": {"name": "One"}}
                ]
            }
        },
    }
    path = tmp_path / "world.json"
    path.write_text(json.dumps(content))
    return read_shapes(path, "countries")[0]


def test_arcs_are_joined_and_walked_backwards(tmp_path):
    arcs = [[(0, 0), (0, 2), (2, 2)], [(0, 0), (2, 0), (2, 2)]]
    number, name, shape = topology(tmp_path, arcs, [[0, -2]])
    assert (number, name) == ("1", "One")
    assert shape.equals(shapely.box(0, 0, 2, 2))


def test_a_country_over_180_degrees_is_cut_in_two(tmp_path):
    ring = [(170, 0), (-170, 0), (-170, 10), (170, 10), (170, 0)]
    shape = topology(tmp_path, [ring], [[0]])[2]
    assert shape.equals(
        shapely.union_all([shapely.box(170, 0, 180, 10), shapely.box(-180, 0, -170, 10)])
    )


def test_a_country_around_the_pole_reaches_it(tmp_path):
    ring = [(0, -80), (120, -80), (-120, -80), (0, -80)]
    shape = topology(tmp_path, [ring], [[0]])[2]
    assert shape.equals(shapely.box(-180, -90, 180, -80))


def test_a_ring_that_the_grid_swallowed_leaves_nothing(tmp_path):
    assert topology(tmp_path, [[(5, 5), (6, 5), (5, 5)]], [[0]])[2].is_empty


def test_slivers_go_to_the_smaller_country():
    large, small = boundaries.without_overlaps([shapely.box(0, 0, 10, 1), shapely.box(9, 0, 12, 1)])
    assert large.equals(shapely.box(0, 0, 9, 1))
    assert small.equals(shapely.box(9, 0, 12, 1))


def test_own_codes_are_in_the_private_range_of_iso_3166():
    codes = [row["iso3"] for row in boundaries.territories().values() if row["name_en"]]
    assert all(code.startswith("X") for code in codes)
    assert len(set(codes)) == len(codes)


def test_a_manifest_keeps_the_records_of_other_parts(tmp_path):
    for part in ("one", "two"):
        made = tmp_path / f"{part}.bin"
        made.write_bytes(part.encode())
        package = Package(registry="npm", name=part, version="1")
        write_manifest(tmp_path, part, files=[made], packages=[package], sources={})
    manifest = read_manifest(tmp_path)
    assert list(manifest["files"]) == ["one.bin", "two.bin"]
    assert manifest["parts"]["two"]["packages"] == ["npm two 1"]


def test_a_part_made_again_drops_the_files_it_no_longer_makes(tmp_path):
    for name in ("old.bin", "new.bin"):
        (tmp_path / name).write_bytes(b"x")
        write_manifest(tmp_path, "one", files=[tmp_path / name], packages=[], sources={})
    assert list(read_manifest(tmp_path)["files"]) == ["new.bin"]


def test_an_unknown_part_is_refused_with_those_there_are(capsys):
    with pytest.raises(SystemExit):
        command.main(["relief"])
    assert "no part called relief; parts are boundaries, basemap" in capsys.readouterr().err


def test_a_package_that_cannot_be_fetched_is_said_and_leaves_no_folder(tmp_path, monkeypatch):
    monkeypatch.setenv(packages.CACHE_VARIABLE, str(tmp_path))
    monkeypatch.setattr(packages, "_installer", lambda: ["false"])
    wanted = Package(registry="pypi", name="nothing", version="1")
    monkeypatch.setattr(packages.shutil, "which", lambda _: None)
    with pytest.raises(PackageError, match="npm was not found"):
        packages.fetch(Package(registry="npm", name="nothing", version="1"))
    assert not packages.available(wanted)


def test_the_shipped_files_are_what_the_packages_give(tmp_path):
    if not all(packages.available(package) for package in boundaries.PACKAGES):
        recorded = read_manifest(DATA)["files"]
        made = [name for name, entry in recorded.items() if entry["part"] == "boundaries"]
        assert {name: sha256_of(DATA / name) for name in made} == {
            name: recorded[name]["sha256"] for name in made
        }
        return
    for path in boundaries.build(tmp_path):
        assert path.read_bytes() == (DATA / path.name).read_bytes(), path.name
