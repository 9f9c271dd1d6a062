"""Reads one file in a process of its own that can open nothing else; started by ``isolated``.

In comes a line of JSON and the file's bytes, out goes what ``wire`` packs, and on the error stream
a share of what is done per line.
"""

import codecs
import csv
import json
import sys
from importlib.abc import MetaPathFinder

from intake.files.landlock import forbid_files_and_connections
from intake.files.layers import Refused
from intake.files.limits import Limits
from intake.files.reader import Asked, read_layers
from intake.files.texts import MARKS, POSSIBLE
from intake.files.wire import packed, packed_refusal
from intake.sentence import Sentence

A_SMALL_FILE = b"wkt\nPOINT (1 2)\n"
TOO_BIG = Refused(
    Sentence("the file needs more memory than it may have"),
    Sentence("Split the file and read its parts."),
)


class _WithoutPandas(MetaPathFinder):
    """Says that pandas is not there: pyarrow looks for it late, does without, and so do we."""

    def find_spec(self, name: str, _path: object, _target: object = None) -> None:
        if name == "pandas":
            raise ModuleNotFoundError(name, name=name)


def main() -> None:
    """Read the file on standard input; write what it holds, or why it is refused."""
    question = json.loads(sys.stdin.buffer.readline())
    content = sys.stdin.buffer.read(question["size"])
    limits = Limits(**question["limits"])
    asked = Asked(name=question["name"], limits=limits, encoding=question["encoding"])
    _load_what_loads_late(asked.encoding)
    csv.field_size_limit(limits.unpacked_bytes)
    confine(limits)
    try:
        answer = packed(read_layers(content, asked, _tell))
    except Refused as refused:
        answer = packed_refusal(refused)
    except (MemoryError, RecursionError):
        answer = packed_refusal(TOO_BIG)
    except Exception as error:  # noqa: BLE001 - whatever a damaged file makes a reader do
        damaged = Sentence(
            "the file is damaged or not what it says it is ({reason})", reason=type(error).__name__
        )
        answer = packed_refusal(
            Refused(damaged, Sentence("Save it again from the program that made it."))
        )
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()


def confine(limits: Limits) -> None:
    """Bound memory and time of this process, and let it open and write nothing more.

    ``memory_bytes`` and ``seconds`` of processor time are those of ``limits``. Cannot be taken
    back. Where there are no such limits (Windows) nothing is done.
    """
    try:
        import resource  # noqa: PLC0415 - not there on Windows, where the kill timer remains
    except ImportError:
        return
    for what, limit in (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_CPU, limits.seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (limit, limit))
    forbid_files_and_connections()
    # From here on no file, pipe or socket can be opened at all, on any Unix.
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))


def _load_what_loads_late(encoding: str) -> None:
    sys.meta_path.insert(0, _WithoutPandas())
    for name in (
        *POSSIBLE,
        *(named for _mark, named in MARKS),
        "euc_kr",
        "latin-1",
        "ascii",
        "cp437",
        encoding,
    ):
        try:
            codecs.lookup(name)
        except LookupError:
            continue
    packed(read_layers(A_SMALL_FILE, Asked(name="")))


def _tell(share: float) -> None:
    sys.stderr.write(f"{share:.4f}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    main()
