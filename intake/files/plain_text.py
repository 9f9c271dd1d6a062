"""Takes out of a text what nobody sees: control characters, marks of direction, zero width."""

import unicodedata

SEEN_AS_SPACE = "\t\r\n"


def visible(text: str) -> str:
    r"""Return a text as it is seen, with letters composed (NFC).

    Control characters and characters of format (bidirectional marks and overrides, zero-width
    spaces and joiners, soft hyphens) go; line breaks and tabs stay.

    Examples
    --------
    >>> visible("Se\u200boul \u202egnp"), visible("\u1109\u1165")
    ('Seoul gnp', '서')
    """
    if text.isprintable() and unicodedata.is_normalized("NFC", text):
        return text
    kept = "".join(letter for letter in text if letter in SEEN_AS_SPACE or not _is_unseen(letter))
    return unicodedata.normalize("NFC", kept)


def unseen_names(text: str) -> str:
    """Return the code points that ``visible`` takes out of a text, each once: U+202E, U+200B."""
    found = dict.fromkeys(
        letter for letter in text if _is_unseen(letter) and letter not in SEEN_AS_SPACE
    )
    return ", ".join(f"U+{ord(letter):04X}" for letter in found)


def _is_unseen(letter: str) -> bool:
    return unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Co", "Cn"}
