import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.short_geodesics import LONGEST_KM, path_km, short_distance_km, short_geodesics
from geodata.vertices import WGS84, distance_km

# A row of places each time: every latitude at once, poles included.
LAT = np.degrees(np.arcsin(np.linspace(-1, 1, 2001)))

many = settings(max_examples=50, deadline=None)
azimuths = st.floats(0, 360)
longitudes = st.floats(-180, 180)


def edges(lon, azimuth, km, lat=LAT):
    far = WGS84.fwd(np.full(len(lat), lon), lat, np.full(len(lat), azimuth), [km * 1000] * len(lat))
    return np.column_stack([np.full(len(lat), lon), lat]), np.column_stack(far[:2])


@many
@given(lon=longitudes, azimuth=azimuths, km=st.floats(1e-6, LONGEST_KM))
def test_lengths_are_karneys_anywhere_on_earth(lon, azimuth, km):
    start, end = edges(lon, azimuth, km)
    karney = distance_km(start, end)
    # 1e-11 km is 10 nm: what the rounding of coordinates makes.
    assert (np.abs(short_distance_km(start, end) - karney) <= 1e-12 * karney + 1e-11).all()


@many
@given(lon=st.floats(-179, 179), azimuth=azimuths, share=st.floats(0, 1))
def test_points_are_karneys_up_to_80_degrees(lon, azimuth, share):
    start, end = edges(lon, azimuth, 10.0, LAT[np.abs(LAT) < 79.9])
    bearing, _, metres = WGS84.inv(*start.T, *end.T)
    karney = np.column_stack(WGS84.fwd(*start.T, bearing, np.asarray(metres) * share)[:2])
    points = short_geodesics(start, end).at(np.arange(len(start)), np.full(len(start), share))
    assert distance_km(points, karney).max() < 1e-9


def test_a_path_is_measured_from_point_to_point():
    path = np.array([[179.99, 0.0], [-179.99, 0.0], [-179.99, 0.05], [-179.99, 0.05]])
    karney = distance_km(path[:-1], path[1:])
    assert np.abs(path_km(path) - karney).max() < 1e-11


def test_beyond_its_range_a_length_is_never_taken_for_a_short_one():
    lon = np.linspace(0.2, 180, 1000)
    start = np.zeros((1000, 2))
    end = np.column_stack([lon, np.zeros(1000)])
    assert (short_distance_km(start, end) > LONGEST_KM).all()
