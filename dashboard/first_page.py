"""The page that a browser gets first: Streamlit's own, which makes the map while it starts.

It gets our name, and three things are put in: the script that starts the map, before Streamlit's
own; the part of Streamlit that mounts a component, after it, because Streamlit loads that part late
and then shows it late; and our style, so that nothing moves when the app sends it. Nothing is taken
away.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_OWN_SCRIPT: Final = re.compile(r'<script type="module"[^>]*></script>')


def first_page(index_page: str, *, early: str, late: Iterable[str], style: str) -> str:
    """Return Streamlit's page with our name, two addresses of scripts and a style sheet's text.

    Parameters
    ----------
    index_page
        Streamlit's page. One without a script of its own is returned without ours.
    early, late
        Addresses of the modules that run before and after Streamlit's own.
    style
        Text of a style sheet of ours, for the screen.
    """
    after = "".join(_script(address) for address in late)
    # What the app sends has rules for paper too, which a later sheet would overrule.
    sheet = f'<style media="screen">{style}</style>'
    page = _OWN_SCRIPT.sub(lambda own: f"{_script(early)}{own[0]}{after}", index_page, count=1)
    page = page.replace("<title>Streamlit</title>", "<title>Corridor Atlas</title>", 1)
    return page.replace("</body>", f"{sheet}</body>", 1)


def _script(address: str) -> str:
    return f'<script type="module" crossorigin src="{address}"></script>'
