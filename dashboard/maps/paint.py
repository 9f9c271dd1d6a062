"""How the legs are painted: one class code per leg, and the legend that explains the codes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard import palette
from dashboard.grades import shown_grades
from dashboard.language import N_, _
from dashboard.pipeline import leg_bands
from dashboard.words import NO_DATA, PAINTS, paint_note

if TYPE_CHECKING:
    import numpy.typing as npt
    import pandas as pd

    from dashboard.atlas import Atlas
    from dashboard.palette import Stroke
    from dashboard.pipeline import Readings

_HIDDEN = ord("-")
_ZERO = ord("0")
CLEAR = 0.8
HALF = 0.5
_VAGUE = (
    N_("paler: class likely (50–80 %)"),
    N_("pale dashes: weak evidence (under 50 %)"),
)


@dataclass(frozen=True, kw_only=True)
class Paint:
    """Class codes of all legs (network order) and the strokes the codes stand for.

    ``title``, ``note`` and the names of the strokes are English; `legend` says them.
    ``codes`` are indices into ``strokes``; the code after the last stroke is "no data". ``vague``
    says how little a class is known: 0 where it holds in at least `CLEAR` of the draws, 1 from
    `HALF`, 2 below; the map draws such a leg paler, and dashed in the end, so that it cannot look
    precise (value-suppressing palette: Correll, Moritz and Heer 2018).
    """

    title: str
    note: str
    strokes: dict[str, Stroke]
    codes: npt.NDArray[np.uint8]
    vague: npt.NDArray[np.uint8]


def paint_legs(atlas: Atlas, readings: Readings, by: str, certainty: pd.Series) -> Paint:
    """Return how each leg is painted when the map is coloured ``by`` one of ``settings.PAINTS``.

    ``certainty`` is the share of draws in which each leg has the class of risk that is shown, NaN
    where none is; it tells on the map of risk alone.
    """
    strokes, classes = _classes(atlas, readings, by)
    order = {name: i for i, name in enumerate(strokes)}
    codes = classes.reindex(atlas.legs.index).map(order).fillna(len(order)).astype(np.uint8)
    return Paint(
        title=PAINTS[by],
        note=paint_note(by),
        strokes=strokes,
        codes=np.asarray(codes, dtype=np.uint8),
        vague=_vague(certainty) if by == "risk" else np.zeros(len(codes), dtype=np.uint8),
    )


def _vague(certainty: pd.Series) -> npt.NDArray[np.uint8]:
    # NaN compares as False: what has no class is not called vague, it is grey.
    share = certainty.to_numpy(dtype=float)
    return ((share < CLEAR).astype(np.uint8) + (share < HALF)).astype(np.uint8)


def _classes(atlas: Atlas, readings: Readings, by: str) -> tuple[dict[str, Stroke], pd.Series]:
    if by == "risk":
        return palette.RISK, readings.legs["risk_class"]
    if by == "legal_status":
        return palette.LEGAL_STATUS, readings.legs["legal_status"]
    if by == "grade":
        return palette.GRADE, shown_grades(readings.legs)
    return palette.BANDS, leg_bands(atlas, readings, by)


def paint_text(paint: Paint, shown: npt.NDArray[np.bool_]) -> str:
    """Return one character per leg: the class digit, or ``-`` where the leg is filtered out."""
    return bytes(np.where(shown, paint.codes + _ZERO, _HIDDEN).astype(np.uint8)).decode("ascii")


def digits(codes: npt.NDArray[np.bool_] | npt.NDArray[np.uint8]) -> str:
    """Return one character per code, counted from ``0`` in ASCII; a flag that is set is ``1``."""
    return bytes(codes.astype(np.uint8) + _ZERO).decode("ascii")


def legend(paint: Paint) -> dict[str, Any]:
    """Return the legend as the map component reads it, in the language of the run."""
    strokes = {**paint.strokes, NO_DATA: palette.NO_DATA}
    return {
        "title": _(paint.title),
        "note": _(paint.note),
        "nodata": len(strokes) - 1,
        "vague": [_(line) for line in _VAGUE[: paint.vague.max(initial=0)]],
        "classes": [
            {
                "label": _(label),
                "color": stroke.color,
                "dark": stroke.dark,
                "width": stroke.width,
                "dash": list(stroke.dash) if stroke.dash else None,
            }
            for label, stroke in strokes.items()
        ],
    }
