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
                text = _marked(message.id, marks)
                # A language may have more forms of a plural than English.
                forms = text if isinstance(text, str) else (*text, *text[1:] * made.num_plurals)
                made.add(
                    message.id,
                    forms[: made.num_plurals] if forms is not text else text,
                    context=message.context,
                )
        with copy.with_stem(lang).open("wb") as out:
            write_po(out, made, omit_header=True)
    return folder


def _marked(message, marks):
    begin, end = marks
    if isinstance(message, str):
        return f"{begin}{message}{end}"
    return tuple(_marked(one, marks) for one in message)


def read_from(folder: Path) -> None:
    """Have the catalogues of a folder read, before anything has asked which languages there are."""
    language.FOLDER = folder
    language.LANGUAGES = language.languages_in(folder)


if __name__ == "__main__":
    read_from(Path(sys.argv[1]))
    sys.argv = sys.argv[2:]
    run_path(sys.argv[0], run_name="__main__")
