"""The judgement: recipes, aggregation, leg and corridor readings. Tables in, tables out."""
