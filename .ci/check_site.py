"""Check that the built documentation loads nothing from another host."""

from __future__ import annotations

import re
import sys
from pathlib import Path

# What a browser fetches by itself. A link that a reader may follow is not among it.
LOADED = re.compile(
    r"<(?:script|img|iframe|source|embed)\b[^>]*\bsrc=[\"']?(?:https?:)?//[^>]*>"
    r"|<link\b(?=[^>]*\brel=[\"']?(?:stylesheet|preload|icon|preconnect|dns-prefetch))"
    r"[^>]*\bhref=[\"']?(?:https?:)?//[^>]*>"
    r"|(?:@import|url\()\s*[\"']?(?:https?:)?//[^)\"']*",
)


def main(folder: str) -> int:
    """Return how many files load something from another host, and print each."""
    found = [
        (path, match.group())
        for path in sorted(Path(folder).rglob("*"))
        if path.suffix in {".html", ".css"}
        for match in LOADED.finditer(path.read_text("utf-8"))
    ]
    for path, what in found:
        print(f"{path}: loads {what[:120]}")
    return min(len(found), 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
