"""Each filter leaves what it names; a filter and its reverse leave every leg once."""

from dataclasses import replace

import pytest

from dashboard.filters import shown_corridors, shown_legs


def legs_left(atlas, readings, **filters):
    return shown_legs(atlas, readings, replace(atlas.choices.default(), **filters))


def test_no_filter_leaves_everything(atlas, now):
    assert legs_left(atlas, now).all()


@pytest.mark.parametrize("name", ["corridor", "risk_class", "status"])
def test_a_filter_and_its_reverse_partition_the_legs(atlas, now, name):
    values = getattr(atlas.choices, name)
    one = legs_left(atlas, now, **{name: values[:2]})
    rest = legs_left(atlas, now, **{name: values[2:]})
    assert (one ^ rest).all()


def test_every_leg_touches_a_country_that_can_be_chosen(atlas, now):
    assert legs_left(atlas, now, country=atlas.choices.country).all()


def test_a_country_leaves_the_legs_that_declare_it(atlas, now):
    left = legs_left(atlas, now, country=("LAO",))
    assert list(left) == [("LAO" in text) for text in atlas.legs["countries_declared"]]
    assert 0 < left.sum() < len(left)


def test_filters_narrow_together(atlas, now):
    both = legs_left(atlas, now, country=("LAO",), risk_class=("High",))
    alone = legs_left(atlas, now, country=("LAO",)) & legs_left(atlas, now, risk_class=("High",))
    assert (both == alone).all()


def test_missing_is_a_class_that_can_be_asked_for(atlas, now):
    left = legs_left(atlas, now, risk_class=("no data",))
    assert now.legs.loc[left, "reading"].isna().all()
    assert left.sum() == now.legs["reading"].isna().sum()


def test_status_follows_the_date(atlas, read):
    settings = {"status": ("suspended",)}
    then, today = read(date="2021-06-01"), read()
    assert legs_left(atlas, then, **settings).sum() != legs_left(atlas, today, **settings).sum()


def test_corridors_keep_the_order_of_the_data(atlas, now):
    left = shown_corridors(atlas, legs_left(atlas, now, country=("MNG", "LAO")))
    assert list(left) == [one for one in atlas.corridors.index if one in set(left)]
    assert "MNG" in left
    assert "EMB-BJS" not in left
