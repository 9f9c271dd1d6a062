"""The words of the drawing on the map."""

from __future__ import annotations

from typing import Final

from dashboard.language import N_, _

_WORDS: Final = {
    "title": N_("Drawing of a leg"),
    "draw": N_("Draw a leg"),
    "finish": N_("Finish"),
    "more": N_("Add points"),
    "undo": N_("Undo"),
    "redo": N_("Redo"),
    "remove": N_("Remove point"),
    "discard": N_("Discard"),
    "help_idle": "",
    "help_adding": N_(
        "Click or tap where the line goes. By keyboard: arrows move the map under the cross, Enter "
        "sets a point, Backspace takes the last one away, Escape finishes."
    ),
    "help_shaping": N_(
        "Drag a point, or pull a new one out of the line. By keyboard: Tab to a point, arrows move "
        "it (finely with Shift), Delete removes it, Ctrl+Z undoes."
    ),
    "crowded": N_("The line has too many points to take hold of here: zoom in."),
    "point": N_("Point {at} of {n}: longitude {lon}, latitude {lat}"),
}


def draw_words() -> dict[str, str]:
    """Return every word of the drawing, in the language of the run."""
    return {name: _(words) if words else "" for name, words in _WORDS.items()}
