"""The tree of errors that a reader of the data may meet, each saying where and what to do."""

from pathlib import Path

from intake.sentence import Sentence

PROJECT = Path(__file__).resolve().parents[1]
# A file elsewhere in the project's folder is the reader's own: no command brings it back.
SHIPPED = ("analysis", "dashboard", "geodata", "routes")


class AtlasError(ValueError):
    """Anything that Corridor Atlas refuses, with words for the person who can mend it."""

    def __reduce__(self) -> tuple[object, ...]:
        """Let the error cross a process boundary whole, whatever its maker asks for."""
        return _rebuilt, (type(self), self.args, self.__dict__)


class DataFileError(AtlasError):
    """A data file that is missing, unreadable or damaged.

    Parameters
    ----------
    file
        Name of the file, without its folder.
    fault
        What is wrong with it; a `Sentence` where a screen shall say it in another language.
    remedy
        What the reader can do about it; likewise.
    """

    def __init__(self, file: str, fault: str, remedy: str) -> None:
        self.file = file
        self.fault = fault
        self.remedy = remedy
        self.sentence = Sentence("{file}: {fault}. {remedy}", file=file, fault=fault, remedy=remedy)
        super().__init__(self.sentence)


class BadRow(DataFileError):  # noqa: N818 - named for what it is
    """A row of a data file with too few or too many cells, or text that does not end.

    Parameters
    ----------
    file
        Name of the file, without its folder.
    line
        Line of the file as an editor shows it; the header stands on line 1.
    fault
        What is wrong with the row.
    remedy
        What the reader can do about it.
    """

    def __init__(self, file: str, line: int, *, fault: str, remedy: str) -> None:
        super().__init__(Sentence("{file} line {line}", file=file, line=line), fault, remedy)
        self.file = file
        self.line = line


class BadCell(DataFileError):  # noqa: N818 - named for what it is
    """A cell of a data file that does not hold what its column asks for.

    Parameters
    ----------
    path
        The file. Its name goes into the message, its folder only into the remedy.
    line
        Line of the file as an editor shows it; the header stands on line 1.
    column
        Name of the column.
    found
        The cell as typed.
    expected
        What the column asks for.
    """

    def __init__(self, path: Path, line: int, *, column: str, found: str, expected: str) -> None:
        place = Sentence(
            "{file} line {line}, column {column}", file=path.name, line=line, column=column
        )
        parts = {"found": shown(found), "expected": expected}
        fault = Sentence("found {found}, expected {expected}", **parts)
        super().__init__(place, fault, remedy_for(path, Sentence("Correct the cell")))
        self.file = path.name
        self.line = line
        self.column = column
        self.found = found
        self.expected = expected
        self.others = 0

    def also(self, others: int) -> "BadCell":
        """Return the error with the number of further bad cells of the same file in its words.

        It is the same error, changed; to be called once. With 0 ``others`` the words stay as they
        are.
        """
        self.others = others
        if others == 1:
            self.sentence = Sentence(
                "{message} (1 more bad cell in this file)", message=self.sentence
            )
        elif others:
            self.sentence = Sentence(
                "{message} ({others} more bad cells in this file)",
                message=self.sentence,
                others=others,
            )
        self.args = (self.sentence,)
        return self


def _rebuilt(
    kind: type[AtlasError], args: tuple[object, ...], state: dict[str, object]
) -> AtlasError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error


def shown(found: str, longest: int = 80) -> str:
    """Return a cell as it is quoted in a message: short, on one line, an empty one in words.

    In quotation marks, cut after ``longest`` characters; line breaks and unseen characters are
    escaped.
    """
    if not found:
        return Sentence("an empty cell")
    return repr(found if len(found) <= longest else found[:longest] + "…")


def remedy_for(path: Path, first: str = "") -> Sentence:
    """Return how a shipped file, or a file of the reader's own, comes back.

    ``first`` is what may be tried instead, before it.
    """
    resolved = path.resolve()
    if any(resolved.is_relative_to(PROJECT / folder) for folder in SHIPPED):
        command = f"git checkout -- {resolved.relative_to(PROJECT).as_posix()}"
        if first:
            return Sentence("{first} or restore the file: {command}", first=first, command=command)
        return Sentence("Restore the file: {command}", command=command)
    if first:
        return Sentence("{first} or put back a whole copy of {file}", first=first, file=path.name)
    return Sentence("Put back a whole copy of {file}", file=path.name)
