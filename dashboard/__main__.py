"""``python -m dashboard``: readings, kilometres and files of the screen, any index, any paths."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from dashboard.commands import (
    alternatives,
    brief,
    check,
    compare,
    evaluate,
    explain,
    export,
    exposure,
    paths,
    score,
    workspace,
)
from intake.errors import AtlasError

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return what it returns or 0, or 2 with a message when it was refused."""
    parser = argparse.ArgumentParser(prog="python -m dashboard", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    score.add_to(commands)
    exposure.add_to(commands)
    explain.add_to(commands)
    compare.add_to(commands)
    alternatives.add_to(commands)
    evaluate.add_to(commands)
    paths.add_to(commands)
    export.add_to(commands)
    check.add_to(commands)
    brief.add_to(commands)
    workspace.add_to(commands)
    options = parser.parse_args(arguments)
    try:
        return int(options.run(options) or 0)
    except AtlasError as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 2
    except BrokenPipeError:  # the reader of a pipe has seen enough
        return 0


if __name__ == "__main__":
    sys.exit(main())
