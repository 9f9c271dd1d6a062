"""Writes the value of a typed cell as the text that a person would type for it."""

import datetime as dt
import json


def cell_text(value: object) -> str:
    """Return a value as text; nothing is an empty text, a whole number has no point.

    Examples
    --------
    >>> [cell_text(value) for value in (None, 3.0, 0.1, True, "한국", [1, 2])]
    ['', '3', '0.1', 'true', '한국', '[1, 2]']
    """
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)  # noqa: PLR2004
    if isinstance(value, dt.datetime):
        midnight = value.time() == dt.time()
        return value.date().isoformat() if midnight else value.isoformat(sep=" ")
    if isinstance(value, dict | list | tuple):
        return json.dumps(value, ensure_ascii=False, default=str)
    return value.hex() if isinstance(value, bytes) else str(value)
