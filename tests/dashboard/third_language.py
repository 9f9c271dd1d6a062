"""Makes a language that nobody speaks out of the English sentences, and runs code in it.

Every message is translated by itself between two marks, so that what is looked up can be seen.
"""

import sys
from pathlib import Path
from runpy import run_path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from dashboard import language

LANG = "fr"  # letters of the fonts that are shipped, figures written otherwise than in English
BEGIN, END = "«", "»"
_DATA_TEXTS = Path(__file__).parents[2] / ".ci/data_texts.py"


def make(folder: Path, lang: str = LANG, marks: tuple[str, str] = (BEGIN, END)) -> Path:
    """Write the two catalogues of ``lang`` beside copies of those that are there."""
    for file in [*language.FOLDER.glob("*.po"), *language.FOLDER.glob("data/*.po")]:
        copy = folder / file.relative_to(language.FOLDER)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
        with file.open("rb") as text:
            known = read_po(text, locale=file.stem)
        made = Catalog(locale=lang, fuzzy=False)
        for message in known:
            if message.id:
                forms = _marked(message.id, marks, made.num_plurals)
                made.add(message.id, forms, context=message.context)
        for name in _names(lang) if copy.parent != folder else ():
            made.add(name, _marked(name, marks, 1))
        with copy.with_stem(lang).open("wb") as out:
            write_po(out, made, omit_header=True)
    return folder


def _marked(message, marks, plurals):
    """Return a message between marks; a language may have more forms of a plural than English."""
    begin, end = marks
    if isinstance(message, str):
        return f"{begin}{message}{end}"
    one, many = (_marked(form, marks, plurals) for form in message)
    return (one, *[many] * plurals)[:plurals]


def _names(lang):
    return run_path(str(_DATA_TEXTS))["data_names"](lang)


def read_from(folder: Path) -> None:
    """Have the catalogues of a folder read, before anything has asked which languages there are."""
    language.FOLDER = folder
    language.LANGUAGES = language.languages_in(folder)


if __name__ == "__main__":
    read_from(Path(sys.argv[1]))
    sys.argv = sys.argv[2:]
    run_path(sys.argv[0], run_name="__main__")
