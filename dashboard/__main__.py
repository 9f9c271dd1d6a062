"""``python -m dashboard``: readings, kilometres and files of the screen, any index, any paths."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Final

from dashboard.commands import COMMANDS
from intake.errors import AtlasError

if TYPE_CHECKING:
    from collections.abc import Sequence

_STOPPED: Final = 130  # as a shell says it of Ctrl+C


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return what it returns or 0, or 2 with a message when it was refused."""
    try:
        return _run(sys.argv[1:] if arguments is None else arguments)
    except KeyboardInterrupt:  # Ctrl+C, also while a command is imported
        sys.stderr.write("Stopped.\n")
        return _STOPPED
    except BrokenPipeError:  # the reader of a pipe has seen enough
        return 0


def _run(asked: Sequence[str]) -> int:
    options = _parser(asked[:1]).parse_args(asked)
    try:
        return int(options.run(options) or 0)
    except AtlasError as refusal:
        sys.stderr.write(f"{_told(refusal, options)}\n")
        return 2


def _told(refusal: AtlasError, options: argparse.Namespace) -> str:
    """Return a refusal in the language that the command was asked to speak."""
    # Refusals are rare, and a catalogue takes a while to import.
    from dashboard.language import ENGLISH, speaking, told  # noqa: PLC0415

    words = refusal.args[0] if refusal.args else ""
    with speaking(getattr(options, "lang", ENGLISH)):
        return told(words) if isinstance(words, str) else str(refusal)


def _parser(asked: Sequence[str]) -> argparse.ArgumentParser:
    # Only the command that is asked for is imported: maps and charts take seconds to come in.
    parser = argparse.ArgumentParser(prog="python -m dashboard", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, about in COMMANDS.items():
        command = commands.add_parser(name, help=about, description=about)
        if name in asked:
            import_module(f"dashboard.commands.{name}").add_options(command)
    return parser


if __name__ == "__main__":
    sys.exit(main())
