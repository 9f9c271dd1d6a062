"""What is drawn on a page never ends a line inside a date or a range."""

import pytest

from dashboard.panels.shown import unbroken


@pytest.mark.parametrize(
    "text", ["2023-10-09", "2023-10", "1999-2001", "2001-06/2003-10", "2008–2012", "1,000–2,500"]
)
def test_a_date_or_a_range_stays_on_one_line(text):
    assert unbroken(f"<p>Of {text} alone</p>") == (
        f'<p>Of <span class="atlas-date">{text}</span> alone</p>'
    )


@pytest.mark.parametrize(
    "html", ['<p title="2023-10-09">x</p>', "<p>MNG-4, EPSG:4326, 12 of 30</p>", "<p>a-1-b</p>"]
)
def test_all_else_stays_as_it_is(html):
    assert unbroken(html) == html
