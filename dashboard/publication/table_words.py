"""What a row of each table is, in a sentence: for the codebook, the read-me and the screen."""

from __future__ import annotations

from typing import Final

from dashboard.language import N_

A_ROW_IS: Final = {
    "legs": N_("A leg of a corridor, with its reading, interval, class and evidence."),
    "corridors": N_("A corridor, with its readings side by side and their intervals."),
    "countries": N_("A country, with its figure, interval, class and evidence."),
    "indicators": N_("A score of a country on one dimension, with grade, age and sources."),
    "terms": N_("A part of a leg's reading: the readings can be added up from these."),
    "exposure": N_("The kilometres of a leg in one country, over open water or over no country."),
    "class_shares": N_("In which share of the draws a leg or a country has a class."),
    "ranks": N_("The rank of a corridor by one reading, and the ranks it may have."),
    "waypoints": N_("A city or province that stands for where a leg begins or ends."),
    "statuses": N_("A period of a corridor and its status in it."),
    "facts": N_("A fact about a country, with its source and grade."),
    "incidents": N_("A dated return, detention, transfer or change of policy."),
    "events": N_("A dated public event that touches corridors."),
    "flows": N_("A figure of a series, such as arrivals in a year."),
    "table1": N_("A row of Table 1 of the white paper, in its own words."),
    "corrections": N_("A claim that the evidence does not bear out, and why."),
    "domestic_rules": N_("How far a country's own law bars return: our judgement with reasons."),
    "published_indices": N_("A figure of an index that others published, to prove the engine."),
    "method": N_("A number or choice of the recipe, and why it is so."),
    "sources": N_("A source that some row names."),
}
