"""How wide a text may get: never less than the widest letters that may show it."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from dashboard.deck.fit import fitting, height_mm
from dashboard.deck.wide_letters import lines, width_of

WIDE = {False: "DejaVuSans.ttf", True: "DejaVuSans-Bold.ttf"}
FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "C:/Windows/Fonts")
TEXT = (
    "Radio Free Asia (Korean): 3 defectors nabbed by Vietnam and sent back to China (2019-04-04) "
    "[1, 2, 3, 4]. KFA Settlement (KCNA summary): “Agreement” of DPRK and Mongolian ministries."
)


@pytest.mark.parametrize("bold", WIDE)
def test_lines_hold_in_the_widest_letters(bold):
    places = (found for one in FOLDERS for found in Path(one).rglob(WIDE[bold]))
    if (file := next(places, None)) is None:
        pytest.skip("DejaVu Sans is not on this machine: install it to measure against it.")
    with TTFont(file) as font:
        advances, glyphs = font["hmtx"].metrics, font.getBestCmap()
        size = font["head"].unitsPerEm
    for word in TEXT.split():
        wide = sum(advances[glyphs[ord(sign)]][0] for sign in word) / size
        assert wide <= width_of(word, bold=bold) + 0.06
    wide = sum(advances[glyphs[ord(sign)]][0] for sign in TEXT) / size
    assert wide <= width_of(TEXT, bold=bold) <= 1.1 * wide


def test_a_word_wider_than_its_place_takes_further_lines():
    assert lines("한" * 30, 10) == 4
    assert lines("two words", 3) == 3


def test_hangul_takes_higher_lines_and_as_much_width_as_the_widest_of_its_letters():
    assert width_of("북한이탈주민") >= 6
    assert height_mm(["북한"], 10, 50) > height_mm(["abc"], 10, 50)


def test_letters_are_the_largest_that_fit_and_else_the_least():
    assert fitting(["A title"], (28, 20, 14), (100, 12)) == 28
    assert fitting(["A title of many words"] * 9, (28, 20, 14), (100, 12)) == 14
