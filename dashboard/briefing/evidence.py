"""What the figures of a step are taken from: the evidence as of its date, and its readings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from dashboard.pipeline import read_risk
from dashboard.publication.chosen import chosen_rows
from dashboard.scenarios import shipped_scenarios, under_scenario
from dashboard.series.evidence import TimeEvidence, of_view
from dashboard.uncertainty import class_certainty, read_rule

if TYPE_CHECKING:
    import pandas as pd

    from analysis.scenario import Scenario
    from dashboard.atlas import Atlas
    from dashboard.briefing.story import StoryStep
    from dashboard.pipeline import Readings
    from dashboard.publication.chosen import Chosen
    from dashboard.scenarios import Compared
    from dashboard.settings import Settings


@dataclass(frozen=True, kw_only=True)
class StepEvidence:
    """The data of one step.

    ``atlas`` holds what may leave; ``baseline`` the readings of the evidence; ``compared`` what
    the scenario of the step changes, None where there is none.
    """

    atlas: Atlas
    settings: Settings
    baseline: Readings
    compared: Compared | None = None

    @property
    def readings(self) -> Readings:
        """The readings that the step shows: under its scenario where there is one."""
        return self.compared.readings if self.compared else self.baseline

    @cached_property
    def chosen(self) -> Chosen:
        """The rows that the filters of the step leave."""
        return chosen_rows(self.atlas, self.readings, self.settings)

    @cached_property
    def in_time(self) -> TimeEvidence:
        """What charts of time are made from, as of the date of the step."""
        return of_view(self.atlas, self.baseline, self.settings)


class Desk:
    """Where the steps of one story are read: what two of them share is computed once."""

    def __init__(self, *, atlas: Atlas, lang: str) -> None:
        self.atlas, self.lang = atlas, lang
        self._baselines: dict[tuple[object, ...], Readings] = {}
        self._compared: dict[tuple[object, ...], Compared] = {}
        self._certainty: dict[tuple[object, ...], pd.Series] = {}

    @cached_property
    def _scenarios(self) -> dict[str, Scenario]:
        return shipped_scenarios(self.atlas)

    def evidence(self, written: StoryStep) -> StepEvidence:
        """Return what the figures of a step are taken from."""
        settings = replace(written.view, lang=self.lang)
        key = (settings.recipe, settings.date)
        if key not in self._baselines:
            self._baselines[key] = read_risk(self.atlas, *key)
        baseline, compared = self._baselines[key], None
        if written.is_scenario:
            with_scenario = (*key, settings.scenario)
            if with_scenario not in self._compared:
                scenario = self._scenarios[settings.scenario]
                self._compared[with_scenario] = under_scenario(self.atlas, baseline, scenario)
            compared = self._compared[with_scenario]
        return StepEvidence(
            atlas=self.atlas, settings=settings, baseline=baseline, compared=compared
        )

    def certainty(self, written: StoryStep) -> pd.Series:
        """Return the share of draws in which each leg has the class that the step shows."""
        view = written.view
        key = (view.recipe, view.date, view.scenario if written.is_scenario else "")
        if key not in self._certainty:
            readings = self.evidence(written).readings
            self._certainty[key] = class_certainty(self.atlas, readings, read_rule())
        return self._certainty[key]
