"""The examples in the docstrings are true."""

import doctest

import pytest

import intake.columns
import intake.ids


@pytest.mark.parametrize("module", [intake.columns, intake.ids], ids=lambda m: m.__name__)
def test_examples_run(module):
    results = doctest.testmod(module)
    assert results.attempted > 0
    assert results.failed == 0
