"""Every column of every file says what it means, what it expects and in what unit."""

import pandera.pandas as pa
import pytest

import geodata.schema
import routes.schema

SCHEMAS = [
    value
    for module in (routes.schema, geodata.schema)
    for value in vars(module).values()
    if isinstance(value, pa.DataFrameSchema)
]


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda schema: schema.name)
def test_columns_carry_words(schema):
    for name, column in schema.columns.items():
        assert column.description.endswith("."), name
        assert column.metadata["expected"], name
        assert set(column.metadata) == {"reads_as", "unit", "expected"}, name


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda schema: schema.name)
def test_numbers_have_a_unit(schema):
    numbers = [c for c in schema.columns.values() if c.metadata["reads_as"] not in {"text", "flag"}]
    assert all(column.metadata["unit"] for column in numbers)


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda schema: schema.name)
def test_key_comes_first_and_is_unique(schema):
    assert next(iter(schema.columns.values())).unique


def test_all_thirteen_files_are_declared():
    assert len(SCHEMAS) == 13
