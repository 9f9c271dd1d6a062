"""The pictures of the ground, laid from their Mercator into the projection of a frame."""

from __future__ import annotations

import base64
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Final

import numpy as np
from PIL import Image

from dashboard import assets
from dashboard.paper.ink import INK, PART
from dashboard.paper.shapes import picture_extents

if TYPE_CHECKING:
    import numpy.typing as npt

    from dashboard.paper.frame import Frame

    Size = tuple[int, int]

_ASIA, _WORLD, _SHALLOWS = "relief-asia.webp", "relief-world.webp", "shallows.webp"
_DOTS_PER_PX: Final = 1.5
_SEA_DOTS_PER_PX: Final = 0.5
_QUALITY: Final = 84
_CELL: Final = 24  # dots; inside a cell the projection is as good as even


def land_picture(frame: Frame) -> str:
    """Return the relief over the colour of land as a JPEG in a data address; it has no coast."""
    return _picture(frame, "land", {_WORLD: "relief", _ASIA: "relief"}, _DOTS_PER_PX)


def sea_picture(frame: Frame) -> str:
    """Return the sea with its shallows as a JPEG in a data address."""
    return _picture(frame, "sea", {_SHALLOWS: "shallows"}, _SEA_DOTS_PER_PX)


def _picture(frame: Frame, color: str, over: dict[str, str], dots: float) -> str:
    size = (round(frame.width * dots), round(frame.height * dots))
    ground = Image.new("RGBA", size, INK[color])
    for name, strength in over.items():
        laid = _laid(name, frame, size)
        opacity = PART[strength]
        laid.putalpha(laid.getchannel("A").point(lambda alpha, part=opacity: round(alpha * part)))
        ground.alpha_composite(laid)
    packed = BytesIO()
    ground.convert("RGB").save(packed, "JPEG", quality=_QUALITY, subsampling=0)
    return "data:image/jpeg;base64," + base64.b64encode(packed.getvalue()).decode("ascii")


def _laid(name: str, frame: Frame, size: Size) -> Image.Image:
    """Return a picture as it lies in the frame, clear where it does not reach."""
    picture = _opened(name)
    (wide, tall), (across, down) = picture.size, (_cuts(side) for side in size)
    x, y = np.meshgrid(across / size[0] * frame.width, down / size[1] * frame.height)
    lon, lat = frame.lonlat(np.column_stack([x.ravel(), y.ravel()])).T
    west, south, east, north = picture_extents()[name]
    column = (np.where(lon < west, lon + 360, lon) - west) / (east - west) * wide
    top, bottom = _mercator(np.array([north, south]))
    row = (top - _mercator(lat)) / (top - bottom) * tall
    knots = np.stack([column.reshape(x.shape), row.reshape(x.shape)], axis=2)
    cells = [
        (
            (int(across[i]), int(down[j]), int(across[i + 1]), int(down[j + 1])),
            tuple(knots[[j, j + 1, j + 1, j], [i, i, i + 1, i + 1]].ravel().tolist()),
        )
        for j in range(len(down) - 1)
        for i in range(len(across) - 1)
    ]
    return picture.transform(
        size, Image.Transform.MESH, cells, Image.Resampling.BILINEAR, fillcolor=(0, 0, 0, 0)
    )


def _cuts(side: int) -> npt.NDArray[np.int_]:
    return np.unique([*range(0, side, _CELL), side])


def _mercator(lat: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return np.asarray(np.log(np.tan(np.pi / 4 + np.radians(lat) / 2)))


@cache
def _opened(name: str) -> Image.Image:
    return Image.open(BytesIO(assets.bundle().files[f"basemap/{name}"].body)).convert("RGBA")
