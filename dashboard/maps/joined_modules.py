"""What the map's modules import, and one module made of many, so that a browser fetches one file.

Our modules keep to a few forms: ``import { a, b } from "./x.js";``, ``import X from "./x.js";``,
``import "./x.js";``, and ``export`` before what is exported. Nothing else is read here.
"""

from __future__ import annotations

import re
from graphlib import TopologicalSorter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_IMPORT: Final = re.compile(
    r'^import (?:(\w+) from |(\{[^}]*\}) from )?"\./([^"]+)";', re.MULTILINE
)
# What is exported: perhaps as the default, and its own name; a default that is a value has none.
_EXPORT: Final = re.compile(
    r"^export (default )?(?:(?:async )?function|class|const) (\w+)|^export default ", re.MULTILINE
)


def in_order(start: str, sources: Mapping[str, str]) -> list[str]:
    """Return the names of the modules that ``start`` needs and its own, what is imported first.

    Parameters
    ----------
    start
        Name of a module.
    sources
        Text of every module by its name.

    Raises
    ------
    graphlib.CycleError
        If modules import each other in a circle: such files cannot be put in an order.
    """
    needs: dict[str, list[str]] = {}
    waiting = [start]
    while waiting:
        name = waiting.pop()
        if name not in needs:
            needs[name] = [found[2] for found in _IMPORT.findall(sources[name])]
            waiting += needs[name]
    return list(TopologicalSorter(needs).static_order())


def joined(start: str, sources: Mapping[str, str]) -> str:
    """Return one module that does what ``start`` and all that it needs do, and exports the same."""
    parts = [_as_value(name, sources[name]) for name in in_order(start, sources)]
    names = _exported(sources[start])
    own = ", ".join(name for name in names if name != "default")
    exports = [f"export const {{ {own} }} = {_value(start)};"] if own else []
    exports += [f"export default {_value(start)}.default;"] if "default" in names else []
    return "\n".join([*parts, *exports, ""])


def _as_value(name: str, text: str) -> str:
    """Return a statement whose value holds what a module exports, its other names kept inside."""
    exported = ", ".join(f"{public}: {inner}" for public, inner in _exported(text).items())
    body = _EXPORT.sub(_without_export, _IMPORT.sub(_from_value, text))
    return f"const {_value(name)} = (() => {{\n{body}\nreturn {{ {exported} }};\n}})();"


def _exported(text: str) -> dict[str, str]:
    return {
        "default" if found[1] or not found[2] else found[2]: found[2] or "own"
        for found in _EXPORT.finditer(text)
    }


def _without_export(found: re.Match[str]) -> str:
    if found[2] is None:
        return "const own = "
    return found[0].removeprefix("export ").removeprefix("default ")


def _from_value(found: re.Match[str]) -> str:
    default, names, name = found.groups()
    if default:
        return f"const {default} = {_value(name)}.default;"
    return f"const {names} = {_value(name)};" if names else ""


def _value(name: str) -> str:
    return "of_" + re.sub(r"\W", "_", name)
