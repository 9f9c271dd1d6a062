"""Text for the places where Streamlit reads Markdown: shown as it stands, and never a link."""

from __future__ import annotations

import re
from typing import Final

_MARKS: Final = re.compile(r"([\\`*_{}\[\]()#+.!~:$<>|&^=-])")
# A joiner of no width, without which an address in running text would become a link by itself.
_JOINER: Final = "\N{WORD JOINER}"
_LINKS: Final = re.compile(r"(?<=://)|(?<=www\.)|(?<=@)", re.IGNORECASE)


def plain(text: str) -> str:
    """Return text that shows as it was written, on one line, wherever Markdown is read."""
    return _MARKS.sub(r"\\\1", _LINKS.sub(_JOINER, " ".join(text.split())))
