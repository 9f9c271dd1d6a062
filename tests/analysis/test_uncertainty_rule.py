"""The numbers of uncertainty stand in one file, each with its reason, and impossible ones fail."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest

from analysis.errors import RecipeError
from analysis.uncertainty_rule import Spread, parse_uncertainty
from tests.analysis.uncertain_world import SHIPPED

TEXT = SHIPPED.read_text("utf-8")


def with_value(key: str, value: str) -> str:
    return re.sub(rf"(\[{key}\]\nvalue = )\S.*", rf"\g<1>{value}", TEXT)


def test_every_number_has_a_reason():
    rule = parse_uncertainty(TEXT, name="u.toml")
    assert [reason.where for reason in rule.reasons] == [field.name for field in fields(Spread)]
    assert all(reason.judgement or reason.reference for reason in rule.reasons)


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("draws", "10", "a whole number from 100"),
        ("draws", "1000.5", "a whole number"),
        ("seed", "-1", "a value of 0 or more"),
        ("interval", "1", "above 0 and below 1"),
        ("clear", "0.4", "above 0.5 and up to 1"),
        ("spread_high", "1.5", "spreads that rise"),
        ("widest", "1", "spreads that rise"),
        ("weight_share", "1", "a share from 0 to below 1"),
        ("own_aggregate", "1.2", "a share from 0 to 1"),
        ("own_aggregate", "0", "1 where no alternative is listed, else above 0"),
        ("alternatives", "[]", "1 where no alternative is listed, else above 0"),
        ("alternatives", '["mean"]', "some of arithmetic, geometric"),
        ("alternatives", '"max"', "alternatives"),
        ("least", "0", "a number above 0, up to 1"),
        ("drawn_share", "1", "a share from 0 to below 1"),
        ("border_factor", "0.5", "a factor of 1 or more"),
        ("sobol_draws", "1000", "a power of 2"),
        ("sobol_runs", "1", "a whole number from 2"),
        ("spread_low", "inf", "a finite number"),
    ],
)
def test_an_impossible_number_is_refused_by_name(key, value, words):
    with pytest.raises(RecipeError, match=re.escape(words)) as refusal:
        parse_uncertainty(with_value(key, value), name="u.toml")
    assert str(refusal.value).startswith("u.toml, ")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (TEXT + "\n[sread]\nvalue = 1", "the key 'sread'"),
        (TEXT.replace('draws."\njudgement = true', 'draws."'), "a reference or judgement = true"),
        (TEXT.replace("[seed]", "[seeed]"), "the key 'seeed'"),
        ("draws = 5", "a table"),
        ("[draws", "expected TOML"),
    ],
)
def test_a_text_that_is_no_rule_is_refused(text, words):
    with pytest.raises(RecipeError, match=re.escape(words)):
        parse_uncertainty(text, name="u.toml")
