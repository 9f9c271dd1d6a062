"""Pin every package: write requirements.lock, then the same versions into pyproject.toml.

``python .ci/pin.py`` keeps the versions and adds what is new; ``--upgrade`` takes the newest that
the ranges of pyproject.toml allow. uv does the resolving; neither file records an address.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROJECT = ROOT / "pyproject.toml"
LOCK = ROOT / "requirements.lock"
PINNED = re.compile(r"^([a-z0-9][a-z0-9-]*)==([^\s;\\]+)", re.MULTILINE)
BLOCK = re.compile(r"^constraint-dependencies = \[.*?^\]$", re.MULTILINE | re.DOTALL)


def main() -> None:
    """Resolve all groups for every platform and write both files."""
    upgrade = "--upgrade" in sys.argv[1:]
    if upgrade:
        _write_constraints([])
    _resolve(upgrade=upgrade)
    _write_constraints(
        sorted(f"{name}=={version}" for name, version in PINNED.findall(LOCK.read_text("utf-8")))
    )


def _resolve(*, upgrade: bool) -> None:
    groups = tomllib.loads(PROJECT.read_text("utf-8"))["dependency-groups"]
    command = [sys.executable, "-m", "uv", "pip", "compile", PROJECT.name, "--quiet"]
    command += ["--universal", "--fork-strategy", "fewest", "--generate-hashes"]
    command += ["--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"]
    command += [f"--group={group}" for group in groups]
    command += ["--upgrade"] * upgrade + ["--output-file", LOCK.name]
    subprocess.run(command, cwd=ROOT, check=True)


def _write_constraints(pins: list[str]) -> None:
    lines = "".join(f'    "{pin}",\n' for pin in pins)
    block = f"constraint-dependencies = [\n{lines}]"
    text = PROJECT.read_text("utf-8")
    PROJECT.write_text(BLOCK.sub(lambda _: block, text, count=1), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
