"""Provinces: which one a point lies in, and the point that stands for it."""

import numpy as np
import pandas as pd
import pytest
import shapely

from geodata.boundaries import read_boundaries
from geodata.provinces import province_of, read_provinces

CITIES = {
    "Yunnan": (102.7, 25.0),
    "Jilin": (129.5, 42.9),
    "Liaoning": (123.4, 41.8),
    "Guangxi": (108.3, 22.8),
    "Ryanggang": (128.2, 41.4),
    "Chiang Rai": (99.8, 19.9),
    "Shan": (97.0, 20.8),
    "Primor'ye": (131.9, 43.1),
    "Ulaanbaatar": (106.9, 47.9),
}


@pytest.fixture(scope="module")
def provinces():
    return read_provinces()


def test_a_city_lies_in_its_province(provinces):
    rows = province_of(np.array(list(CITIES.values())), provinces)
    assert provinces["name"].iloc[rows].tolist() == list(CITIES)


def test_the_open_sea_and_a_country_without_evidence_have_none(provinces):
    assert province_of(np.array([[150.0, 0.0], [20.0, 10.0]]), provinces).tolist() == [-1, -1]


def test_a_stand_in_is_on_the_grid_and_within_a_cell_of_its_province(provinces):
    at = provinces[["lon", "lat"]].to_numpy()
    assert np.abs(at - np.round(at, 1)).max() < 1e-9
    assert shapely.distance(shapely.points(at), provinces.geometry.to_numpy()).max() < 0.1


def test_every_covered_country_is_there_whole(provinces):
    lands = read_boundaries()
    land = shapely.area(lands.geometry.to_numpy())
    area = pd.Series(shapely.area(provinces.geometry.to_numpy()))
    found = area.groupby(provinces["iso3"].to_numpy()).sum()
    share = found / pd.Series(land, lands.index).reindex(found.index)
    assert share.drop("SGP").between(0.9, 1.0).all()  # a city of islands loses its edges


def test_no_province_says_more_than_a_few_cells(provinces):
    cut = provinces.groupby("iso3")["iso3"].transform("size") > 1
    assert shapely.area(provinces.geometry[cut].to_numpy()).min() > 0.03
