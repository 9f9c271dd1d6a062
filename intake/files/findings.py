"""What a reader of a file is told: rows set aside, changes, remarks, and questions to answer."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from intake.files.layers import Fault, Layer
from intake.sentence import Sentence

# The field of a fault that lies in the whole place, and the columns that may hold one.
PLACE = "geometry"
COORDINATES = ("from_lon", "from_lat", "to_lon", "to_lat", "lon", "lat")


@dataclass(frozen=True, kw_only=True)
class SetAside:
    """One thing that is wrong with a row which was not taken; a row may have several.

    Parameters
    ----------
    layer, counted, row
        Where: the layer or sheet, whether its rows are lines, rows or features, and the number.
    field
        The column or field; empty where the row as a whole is meant.
    found, expected, remedy
        What stands there, what belongs there, and what to do.
    """

    layer: str
    counted: str
    row: int
    field: str
    found: str
    expected: Sentence
    remedy: Sentence

    @property
    def sentence(self) -> Sentence:
        """The whole in one sentence, without the name of the file."""
        words = {
            "where": place_of_row(self.layer, self.counted, self.row),
            "expected": self.expected,
        }
        found = {"found": self.found, "remedy": self.remedy}
        if not self.field:
            return Sentence(
                "{where}: found {found}, expected {expected}. {remedy}", **words, **found
            )
        return Sentence(
            "{where}, {field}: found {found}, expected {expected}. {remedy}",
            field=self.field,
            **words,
            **found,
        )


@dataclass(frozen=True, kw_only=True)
class Note:
    """Something that was changed, or that is worth knowing of rows that were taken.

    Parameters
    ----------
    layer
        The layer; empty where the file has one, or as a whole is meant.
    sentence
        What it is.
    rows
        Numbers of the rows it touches; none where all or the file are meant.
    """

    sentence: Sentence
    layer: str = ""
    rows: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Choice:
    """An answer that may be given: the value to give and the words for it."""

    value: str
    words: Sentence


@dataclass(frozen=True, kw_only=True)
class Question:
    """Something that the file does not say: answer it by its key and read again.

    Parameters
    ----------
    key
        ``encoding``, ``crs``, ``coordinates``, ``dates`` or ``mapping``.
    sentence
        The question.
    choices
        The possible answers; the first one is what was assumed for the tables meanwhile. None
        for ``mapping``, which is answered by columns.
    """

    key: str
    sentence: Sentence
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Answers:
    """What a person has answered.

    Parameters
    ----------
    mapping
        Column of each field (see ``fields.FIELDS``), instead of the guess; empty for no column.
    given
        Value chosen for each question, by its key. ``crs`` may be answered unasked, for a file
        that names none.
    """

    mapping: Mapping[str, str] = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)


class Findings:
    """Collects what is found while one layer is understood.

    ``faults`` has what is wrong with a row by its place from 0, a row without an entry is good;
    ``changes`` what was converted or dropped, ``remarks`` what is worth knowing of good rows, and
    ``questions`` what must be answered. Faults and changes of the layer itself are there from the
    start.
    """

    def __init__(self, layer: Layer) -> None:
        self.layer = layer
        self.faults: defaultdict[int, list[Fault]] = defaultdict(list)
        for place, fault in layer.faults.items():
            self.faults[place].append(fault)
        self.changes = [Note(layer=layer.name, sentence=words) for words in layer.changes]
        self.remarks: list[Note] = []
        self.questions: list[Question] = []

    def refuse(self, place: int, fault: Fault) -> None:
        """Set a row aside, by its place from 0.

        One that is set aside already gets a further fault.
        """
        self.faults[place].append(fault)

    def changed(self, sentence: Sentence, places: Sequence[int] = ()) -> None:
        """List a change of some rows, by their places from 0, or of all where none is named."""
        rows = tuple(self.layer.rows[place] for place in places)
        self.changes.append(Note(layer=self.layer.name, sentence=sentence, rows=rows))

    def set_aside(self, mapping: Mapping[str, str]) -> list[SetAside]:
        """Return everything that is wrong, in the order of the rows, with the file's headings.

        ``mapping`` is the column of each field; a field without one keeps its own name.
        """
        return [
            SetAside(
                layer=self.layer.name,
                counted=self.layer.counted,
                row=self.layer.rows[place],
                field=mapping.get(fault.field) or self._called(fault.field, mapping),
                found=fault.found,
                expected=fault.expected,
                remedy=fault.remedy,
            )
            for place in sorted(self.faults)
            for fault in self.faults[place]
        ]

    def _called(self, field: str, mapping: Mapping[str, str]) -> str:
        """Return what a field without a column is called: a place by the columns that hold it."""
        columns = [mapping[name] for name in COORDINATES if name in mapping]
        return ", ".join(columns) or self.layer.shape_column or field if field == PLACE else field


def place_of_row(layer: str, counted: str, row: int) -> Sentence:
    """Return where a row stands, in the words of its kind of file: line 3, or Sheet1, row 3."""
    if layer:
        return Sentence("{layer}, {row}", layer=layer, row=_row(counted, row))
    return _row(counted, row)


def _row(counted: str, row: int) -> Sentence:
    if counted == "line":
        return Sentence("line {row}", row=row)
    if counted == "feature":
        return Sentence("feature {row}", row=row)
    return Sentence("row {row}", row=row)
