"""Bring the catalogues up to date with the sentences in the code and in the shipped data.

``python .ci/catalogue.py`` adds what is new, drops what is gone and keeps every translation.
``--check`` changes nothing and fails, naming each sentence, where one has no translation or where
its placeholders or figures differ. A further language begins with two empty files,
``dashboard/locale/LANGUAGE.po`` and ``dashboard/locale/data/LANGUAGE.po``.
"""

from __future__ import annotations

import re
import sys
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from babel.messages.catalog import Catalog, Message  # noqa: E402
from babel.messages.extract import extract_from_dir  # noqa: E402
from babel.messages.pofile import read_po, write_po  # noqa: E402
from data_texts import data_names, data_texts  # noqa: E402

from dashboard.language import ENGLISH, FOLDER, LANGUAGES  # noqa: E402
from dashboard.paper.letters import missing_letters  # noqa: E402
from dashboard.publication.codebook import UNIT, codebook_units, codebook_words  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

KEYWORDS = {
    "_": None,
    "N_": None,
    "Sentence": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}
# The islands have no catalogue; what they say in errors is said by the screen.
FOLDERS = ("analysis", "dashboard", "geodata", "intake", "routes")
PLACEHOLDER = re.compile(r"{[^}]*}")
# A figure that a translation must hold as well.
FIGURE = re.compile(r"\d[\d,.]+\d")


def main() -> None:
    """Update each catalogue, or with ``--check`` only look."""
    faults: list[str] = []
    for file, template in _templates():
        catalogue = _updated(file, template)
        wrong = [*_faults(catalogue), *_without_font(file)]
        print(f"{file.relative_to(ROOT)}: {len(catalogue)} messages, {len(wrong)} to mend")
        if "--check" not in sys.argv[1:]:
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(_text(catalogue))
        elif not file.exists() or _text(catalogue) != file.read_bytes():
            wrong.append(f"{file.name} is out of date")
        faults += wrong
    if faults and "--check" in sys.argv[1:]:
        sys.exit("\n".join([*faults, "Run “python .ci/catalogue.py” and translate what is empty."]))


def _templates() -> Iterator[tuple[Path, Catalog]]:
    """Yield each catalogue's file and the messages that it must hold."""
    code = Catalog()
    for folder in FOLDERS:
        found = extract_from_dir(ROOT / folder, [("**.py", "python")], keywords=KEYWORDS)
        for _file, _line, message, _comments, context in found:
            code.add(message, context=context)
    for words in codebook_words():
        code.add(words)
    for unit in codebook_units():
        code.add(unit, context=UNIT)
    for language in LANGUAGES:
        if language != ENGLISH:
            yield FOLDER / f"{language}.po", code
            yield FOLDER / "data" / f"{language}.po", _data(language)


def _data(language: str) -> Catalog:
    """Return the messages of the data for a language."""
    data = Catalog()
    for text in data_texts() | data_names(language):
        data.add(text)
    return data


def _updated(file: Path, template: Catalog) -> Catalog:
    kept = read_po(BytesIO(file.read_bytes() if file.exists() else b""), locale=file.stem)
    fresh = Catalog(locale=file.stem, fuzzy=False)
    for message in sorted(template, key=lambda one: (str(one.id), one.context or "")):
        if message.id:
            known = kept.get(_key(message), message.context)
            fresh.add(message.id, known.string if known else None, context=message.context)
    return fresh


def _without_font(file: Path) -> Iterator[str]:
    """Yield what the fonts of files cannot write of a language, and what to do about it."""
    if file.parent == FOLDER and (missing := missing_letters(file.stem)):
        yield (
            f"no font for {len(missing)} letters of {file.name} ({missing[:20]}): pictures and PDF "
            "are refused in it until geodata/data/fonts has a font with them"
        )


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _faults(catalogue: Catalog) -> Iterator[str]:
    """Yield what is wrong with each message: no translation, other placeholders, other figures."""
    for message in catalogue:
        if not message.id:
            continue
        wanted, given = _texts(message.id), _texts(message.string)
        if not given or not all(given):
            yield f"no translation: {_key(message)}"
        elif {frozenset(PLACEHOLDER.findall(one)) for one in given} - {
            frozenset(PLACEHOLDER.findall(one)) for one in wanted
        }:
            yield f"other placeholders: {_key(message)}"
        elif _figures(_key(message)) - _figures(given[0]):
            yield f"other figures: {_key(message)}"


def _figures(text: str) -> set[str]:
    """Return the figures of a text that have three digits and more, without separators."""
    return {found.replace(",", "") for found in FIGURE.findall(text)}


def _texts(of: str | Sequence[str] | None) -> list[str]:
    return [of] if isinstance(of, str) else list(of or [])


def _text(catalogue: Catalog) -> bytes:
    """Return a catalogue as text, the same bytes for the same messages."""
    out = BytesIO()
    write_po(out, catalogue, width=100, no_location=True, omit_header=True)
    return out.getvalue()


if __name__ == "__main__":
    main()
