"""Run docs/tutorial.ipynb and keep what its cells print; nothing of the machine is kept."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import nbformat  # noqa: E402

from tests.docs.notebook import executed  # noqa: E402

PAGE = ROOT / "docs" / "tutorial.ipynb"

if __name__ == "__main__":
    nbformat.write(executed(PAGE), PAGE)
