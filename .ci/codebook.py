"""Write docs/codebook.md from the declarations of the tables; ``--check`` only compares."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from dashboard.exports.codebook_page import codebook_page  # noqa: E402

PAGE = ROOT / "docs" / "codebook.md"


def main() -> None:
    """Write the page, or with ``--check`` fail where it is out of date."""
    page = codebook_page()
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(page, "utf-8", newline="\n")
    elif page != PAGE.read_text("utf-8"):
        sys.exit("docs/codebook.md is out of date. Run “python .ci/codebook.py”.")


if __name__ == "__main__":
    main()
