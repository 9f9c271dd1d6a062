"""A folder whose made files are missing or changed is refused by name."""

import shutil

import pytest

from geodata.boundaries import DATA
from geodata.checksums import MANIFEST, check_recorded
from intake.errors import DataFileError


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(DATA, tmp_path / "data")


def test_the_shipped_files_are_what_the_manifest_says():
    check_recorded(DATA)


@pytest.mark.parametrize("name", ["basemap/overview.json", "disputed_lines.parquet", MANIFEST])
def test_a_missing_file_is_named(folder, name):
    (folder / name).unlink()
    with pytest.raises(DataFileError, match="missing") as found:
        check_recorded(folder)
    assert found.value.file == name


def test_a_changed_file_is_named(folder):
    with (folder / "basemap/relief-asia.webp").open("ab") as file:
        file.write(b"!")
    with pytest.raises(DataFileError, match=r"relief-asia\.webp.*damaged"):
        check_recorded(folder, beginning="basemap/")
    check_recorded(folder, beginning="boundaries")
