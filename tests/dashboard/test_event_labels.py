"""The name of an event and the number of the one beside it never lie over each other."""

import pandas as pd

from dashboard.charts.parts import LABEL_ROOM, event_rules
from dashboard.series.events import _lanes


def test_names_hang_from_the_top_and_numbers_stand_at_the_bottom():
    words = {"short": ["border closed", "order to shoot"], "label": ["border closed", "2"]}
    events = pd.DataFrame(words | {"at": [2020.0, 2020.6]}, index=pd.Index(["a", "b"], name="id"))
    labels = [layer.to_dict() for layer in event_rules(events, (1995, 2026))[2:4]]
    assert [(one["encoding"]["y"]["value"], one["mark"]["align"]) for one in labels] == [
        (0, "right"),
        (LABEL_ROOM, "left"),
    ]
    assert {one["transform"][0]["filter"].split()[1] for one in labels} == {"===", "!=="}


def test_numbers_that_are_near_stand_in_lanes_of_their_own():
    at = [2019.0, 2020.0, 2020.3, 2020.9, 2023.5, 2024.0]
    events = pd.DataFrame({"at": at, "short": "law"})
    labels = ["law", "2", "3", "4", "law", "6"]
    assert _lanes(events, labels) == [0, 0, 1, 2, 0, 0]
