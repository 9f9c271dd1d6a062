"""What the workspace refuses: words for the screen, and a text without data for a log."""

from __future__ import annotations

from intake.errors import AtlasError, shown
from intake.sentence import Sentence


class WorkspaceError(AtlasError):
    """Anything the workspace refuses. Raise it ``from None``: a cause may hold data.

    Parameters
    ----------
    sentence
        What happened and what to do, for the person whose data it is. It may quote the data.
    logged
        The same without any of the data; it is what ``str`` gives.
    """

    def __init__(self, sentence: Sentence, logged: str = "") -> None:
        self.sentence = sentence
        super().__init__(logged or str(sentence))


class RecordError(WorkspaceError):
    """A record that does not fit its table.

    Parameters
    ----------
    table
        Name of the table.
    record
        Number of the row among those given, or id of the record.
    column
        Name of the column.
    found
        The cell as given; it stands in ``sentence``, never in the text of the error.
    expected
        What the column asks for.
    """

    def __init__(
        self, table: str, record: object, *, column: str, found: object, expected: str
    ) -> None:
        self.table, self.record, self.column = table, record, column
        self.found, self.expected = found, expected
        place = Sentence(
            "{table}, record {record}, column {column}", table=table, record=record, column=column
        )
        sentence = Sentence(
            "{place}: found {found}, expected {expected}. Correct it, or leave the record out.",
            place=place,
            found=shown("" if found is None else str(found)),
            expected=expected,
        )
        super().__init__(sentence, f"{place}: expected {expected}")


class StoreError(WorkspaceError):
    """Anything that keeps a store from being opened or saved; what is in memory stays as it is."""


class WrongPassphraseError(StoreError):
    """The passphrase opens nothing in the file."""


class NewerFormatError(StoreError):
    """The store was written by a newer version of the atlas."""


class DamagedError(StoreError):
    """What was saved last cannot be read; older versions may be."""


class BusyError(StoreError):
    """Somebody else is saving, or the database does not answer."""


class CannotSaveError(StoreError):
    """The file could not be written; what was saved before is untouched."""
