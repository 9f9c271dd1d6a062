"""Every filter on every page that has it: the page is drawn, and the address restores the view."""

import pytest

from dashboard import doors
from dashboard.filter_words import MEANINGS
from dashboard.session import widget_key
from tests.dashboard.test_pages import started

FILTERED = [page for page, filters in MEANINGS.items() if filters]
# Values that leave little: where nothing is left, a page has to say so and not to fail.
RARE = {"country": ["KHM"], "corridor": ["MNG"], "period": (2018, 2018)}


@pytest.fixture(autouse=True)
def _data_read_once(atlas, monkeypatch):
    monkeypatch.setattr(doors, "read_atlas", lambda _folder: atlas)


def control(app, name):
    kind = "slider" if name == "period" else "multiselect"
    return getattr(app, kind)(key=widget_key(name))


def rare_value(atlas, name):
    return RARE.get(name) or [getattr(atlas.choices, name)[-1]]


@pytest.mark.parametrize("page", FILTERED)
def test_a_page_stands_every_filter_and_its_address_restores_them(atlas, page):
    app = started(page)
    for name in MEANINGS[page]:
        value, free = rare_value(atlas, name), control(app, name).value
        control(app, name).set_value(value).run()
        assert not app.exception, name
        assert not app.error, name
        assert name in app.query_params
        control(app, name).set_value(free).run()
        assert name not in app.query_params
        control(app, name).set_value(value)
    app.run()
    again = started(page, **dict(app.query_params))
    assert not again.error
    for name in MEANINGS[page]:
        assert list(control(again, name).value) == list(rare_value(atlas, name)), name
