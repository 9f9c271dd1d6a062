"""Sources as BibTeX, RIS and CSL-JSON: read back whole, escaped right, dated as far as known."""

import json
import re
from dataclasses import replace
from functools import partial

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware

from dashboard.exports.bibtex import bibtex
from dashboard.exports.csl import csl
from dashboard.exports.ris import ris
from dashboard.exports.view_citation import CITED_FILES, cited_page, view_citations
from dashboard.exports.works import GENRES
from dashboard.language import speaking
from dashboard.project import AUTHOR, TITLE, YEAR, version
from dashboard.publication.publish import publish, publish_dataset
from dashboard.publication.references import named_ids
from dashboard.texts import told_apart
from dashboard.view_sources import sources_in_view

HARD = r"50% of {people} & “#1” _x_ $5 ~ ^ \ end"


@pytest.fixture(scope="module")
def dataset(atlas):
    hard = atlas.sources.copy()
    hard.loc["C-AFP-2007", ["title", "publisher"]] = [HARD, "A & B {C}"]
    hard.loc["C-AFP-2007", "url"] = "https://example.org/a_b?c={d}&e=50%25"
    return publish_dataset(replace(atlas, sources=hard), atlas.choices.default())


@pytest.fixture(scope="module")
def sources(dataset):
    return dataset.keyed("sources")


@pytest.fixture(scope="module")
def entries(dataset):
    library = bibtexparser.parse_string(
        bibtex(dataset).decode(), append_middleware=[LatexDecodingMiddleware()]
    )
    assert not library.failed_blocks
    return library.entries_dict


def plain(text):
    """Without braces and backslashes; the decoder knows another sign for a circumflex."""
    return re.sub(r"[{}\\]", "", text).replace("\u02c6", "^")


def published_by(source):
    """General knowledge was published by nobody, and no entry has an author of that name."""
    return [] if source["publisher"] == "(none)" else [source["publisher"]]


def test_every_source_is_an_entry_after_the_atlas_itself(entries, sources):
    assert list(entries)[1:] == list(sources.index)
    assert next(iter(entries)).startswith("corridor-atlas-")


def test_bibtex_gives_back_what_was_written(entries, sources):
    for key, source in sources.iterrows():
        assert plain(entries[key]["title"]) == plain(source["title"]), key
        fields = entries[key].fields_dict
        told = [fields[one].value for one in ("author", "journal", "howpublished") if one in fields]
        assert [plain(who) for who in told] == [plain(who) for who in published_by(source)], key


def test_latex_signs_are_escaped_and_an_address_is_not(dataset):
    text = bibtex(dataset).decode()
    assert r"{{50\% of \{people\} \& “\#1” \_x\_ \$5 \textasciitilde{} \textasciicircum{}" in text
    assert "url = {https://example.org/a_b?c=%7Bd%7D&e=50%25}" in text


def test_ris_gives_back_what_was_written(dataset, sources):
    found = {entry["id"]: entry for entry in rispy.loads(ris(dataset).decode())}
    assert len(found) == len(sources) + 1
    for key, source in sources.iterrows():
        entry = found[key]
        assert entry["title"] == source["title"]
        told = entry.get("secondary_title") or entry.get("publisher")
        assert [told] == (published_by(source) or [None])
        assert entry.get("urls", [""])[0] == (source["url"] if "://" in source["url"] else "")


def test_csl_gives_back_what_was_written(dataset, sources):
    items = {item["id"]: item for item in json.loads(csl(dataset))}
    assert {key: item["title"] for key, item in items.items() if key in sources.index} == dict(
        sources["title"]
    )
    assert items["C-AI-2014"]["author"] == [{"literal": "Amnesty International"}]
    assert items["C-BBC-2002"]["container-title"] == "BBC News"


@pytest.mark.parametrize(
    ("date", "parts", "ris_date", "bibtex_date"),
    [
        ("2013-05-27", [[2013, 5, 27]], "2013/05/27/", ("2013", "may", "27")),
        ("2013-05", [[2013, 5]], "2013/05//", ("2013", "may", None)),
        ("2013", [[2013]], "2013///", ("2013", None, None)),
        ("n.d.", None, None, (None, None, None)),
        ("", None, None, (None, None, None)),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(atlas, date, parts, ris_date, bibtex_date):
    dated = atlas.sources.assign(date=date)
    made = publish_dataset(replace(atlas, sources=dated), atlas.choices.default())
    item = next(one for one in json.loads(csl(made)) if one["id"] == "C-BBC-2002")
    assert item.get("issued", {}).get("date-parts") == parts
    record = {one["id"]: one for one in rispy.loads(ris(made).decode())}["C-BBC-2002"]
    assert record.get("date") == ris_date
    entry = bibtexparser.parse_string(bibtex(made).decode()).entries_dict["C-BBC-2002"]
    told = tuple(field and field.value for field in map(entry.get, ("year", "month", "day")))
    assert told == bibtex_date


def test_every_kind_of_source_has_a_genre(atlas):
    assert set(atlas.sources["kind"]) <= set(GENRES)


@pytest.mark.parametrize(
    ("key", "genres"),
    [
        ("C-BBC-2002", ("article", "NEWS", "article-newspaper")),
        ("C-AI-2014", ("techreport", "RPRT", "report")),
        ("C-CULJ-NSM", ("article", "JOUR", "article-journal")),
        ("C-CHULA", ("misc", "THES", "thesis")),
        ("C-EEAL", ("misc", "STAT", "legislation")),
        ("C-MOU-CN", ("misc", "DATA", "dataset")),
    ],
)
def test_a_kind_is_told_in_the_words_of_each_format(dataset, entries, key, genres):
    records = {one["id"]: one for one in rispy.loads(ris(dataset).decode())}
    items = {one["id"]: one for one in json.loads(csl(dataset))}
    told = (entries[key].entry_type, records[key]["type_of_reference"], items[key]["type"])
    assert told == genres


def test_what_nobody_saw_says_so(entries):
    assert "unverified" in entries["C-GK"]["note"]


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("en", "General knowledge; no stored source confirms it"),
        ("ko", "일반적으로 알려진 내용이며, 보관된 출처로 확인되지 않음"),
    ],
)
def test_general_knowledge_is_no_publication_without_a_name(atlas, lang, line):
    with speaking(lang):
        assert atlas.source_lines["C-GK"] == line
        assert not [told for told in atlas.source_lines.values() if "()" in told or "n.d." in told]


def test_only_the_sources_of_the_view_are_cited(atlas):
    view = publish(atlas, replace(atlas.choices.default(), country=("LAO",)))
    library = bibtexparser.parse_string(bibtex(view).decode())
    assert len(library.entries) == len(view.rows("sources")) + 1 < len(atlas.sources)


def test_a_view_is_cited_with_all_that_restores_it(atlas, root):
    view = publish(atlas, replace(atlas.choices.default(), country=("LAO",)))
    cff = (root / "CITATION.cff").read_text("utf-8")
    for style, text in view_citations(view).items():
        for words in (AUTHOR, TITLE, str(YEAR), version(), "country=LAO", "2026-01-20"):
            assert words in text.replace("\\", ""), style
        assert view.about.short_fingerprint in text
    assert f"- name: {AUTHOR}" in cff
    assert f"title: {TITLE}" in cff
    assert f'date-released: "{YEAR}-' in cff


def test_a_page_is_cited_with_its_title_its_address_and_its_own_sources(dataset):
    about = replace(dataset.about, page="Evidence", address="/evidence?record=source%3AC-MOU-CN")
    page = cited_page(dataset, about, source_ids={"C-MOU-CN"})
    for style, text in view_citations(page).items():
        for words in ("Evidence", "record=source%3AC-MOU-CN", about.short_fingerprint):
            assert words in text.replace("\\", ""), style
    for _label, _ending, _mime, write in CITED_FILES.values():
        text = write(page).decode()
        assert "C-MOU-CN" in text
        assert "C-BBC-2002" not in text


def test_the_page_of_time_cites_the_sources_of_the_chart_that_is_shown(atlas, now):
    settings = atlas.choices.default()
    of_time = partial(sources_in_view, atlas, now, page="time")
    admitted = of_time(settings=replace(settings, chart="united-states"))
    every = of_time(settings=settings)
    flows = atlas.flows[atlas.flows["series"].str.startswith("us_refugee_admissions")]
    assert named_ids(flows["source_ids"]) <= admitted < every < set(atlas.sources.index)
    assert not named_ids(atlas.flows.query("series == 'th_arrests'")["source_ids"]) & admitted


def test_ids_in_the_brackets_of_a_note_are_told_apart_from_its_words(atlas):
    note = "Reported (C-HK-2004, C-SCMP-2019). Not found (see no_such_id) in C-BBC-2002."
    words, ids = told_apart(note, atlas.cited)
    assert words == "Reported. Not found (see no_such_id) in BBC News, 2002."
    assert ids == ("C-HK-2004", "C-SCMP-2019", "C-BBC-2002")
