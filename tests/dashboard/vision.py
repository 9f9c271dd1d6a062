"""Colours as people with a colour vision deficiency see them, and how far two of them lie apart.

References
----------
Machado, Oliveira and Fernandes (2009), A physiologically-based model for simulation of color vision
deficiency, IEEE TVCG 15(6): matrices for severity 1.0, applied to linear RGB. CIE 15: CIELAB, D65.
"""

import numpy as np

VISIONS = {
    "full": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}
TO_XYZ = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
)
WHITE = TO_XYZ @ np.ones(3)


def linear(color):
    value = np.array([int(color[place : place + 2], 16) for place in (1, 3, 5)]) / 255
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def lab(color, vision="full"):
    seen = np.clip(VISIONS[vision] @ linear(color), 0, 1)
    ratio = TO_XYZ @ seen / WHITE
    x, y, z = np.where(ratio > (6 / 29) ** 3, np.cbrt(ratio), ratio * (29 / 6) ** 2 / 3 + 4 / 29)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def distance(one, other, vision="full"):
    """Return the CIE 1976 colour difference of two sRGB colours."""
    return float(np.linalg.norm(lab(one, vision) - lab(other, vision)))


def over(color, ground, part):
    """Return a colour laid over a ground in part, 0 to 1, as a browser mixes them."""
    pairs = [[int(one[place : place + 2], 16) for one in (color, ground)] for place in (1, 3, 5)]
    return "#" + "".join(f"{round(below + (above - below) * part):02x}" for above, below in pairs)


def contrast(one, other):
    """Return the WCAG contrast ratio, 1 to 21."""
    bright, dark = sorted(
        (float(TO_XYZ[1] @ linear(color)) for color in (one, other)), reverse=True
    )
    return (bright + 0.05) / (dark + 0.05)
