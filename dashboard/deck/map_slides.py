"""The map of a step beside its words; words that a room could not read there go on behind it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from pptx.enum.dml import MSO_THEME_COLOR

from dashboard.deck.fit import fitting, height_mm, is_steady
from dashboard.deck.layouts import (
    COLUMN_MM,
    KICKER,
    KICKER_SIZE,
    MAP,
    MAP_MM,
    PICTURE,
    PROSE,
    TITLE,
    WORDS,
)
from dashboard.deck.margins import as_of, counted
from dashboard.deck.pictures import GAP_MM, legend_pictures, map_picture
from dashboard.deck.slide import Slide
from dashboard.deck.words import Paragraph, Run
from dashboard.language import _
from dashboard.paper.sheet_words import foot_words, legend_in_words, map_in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.briefing.briefing import Briefing, Sentence, Step

# Large, but not so large that the words get small.
_TITLE_SIZES: Final = (28, 26, 24, 22)
_LONG_TITLE_SIZES: Final = (20, 18, 16, 14)
_TITLE_MM: Final = 44.0
_WORDS_GOOD: Final = 16
# Down to what the last row of a room can read.
_WORD_SIZES: Final = (20, 18, 17, 16, 15, 14)
_BEHIND_SIZES: Final = (24, 22, *_WORD_SIZES)
_BEHIND_MM: Final = PROSE.box(WORDS)[2:]
_LEAST_LEGEND_MM: Final = 49.0
_KICKER_GAP_MM: Final = 1.5
_FOOT_MM: Final = MAP.box(PICTURE)[1] + MAP_MM[1]
_DIM: Final = MSO_THEME_COLOR.TEXT_2


def map_slides(deck: Any, briefing: Briefing, step: Step) -> list[Slide]:  # noqa: ANN401 - the library's
    """Add the map of a step with the words that fit beside it, and a slide for each further part.

    Called in the language of the run.
    """
    beside, *behind = spread(step)
    whole = 1 + len(behind)
    made = [_map_slide(deck, briefing, step, (counted(step.title, 1, whole), beside))]
    for number, sentences in enumerate(behind, start=2):
        slide = Slide(deck, PROSE, briefing.lang)
        slide.head(counted(step.title, number, whole), as_of(step))
        size = fitting(_texts(sentences), _BEHIND_SIZES, _BEHIND_MM)
        slide.words(WORDS, [_sentence(one, step.lang, size) for one in sentences])
        slide.foot(foot_words(briefing))
        made.append(slide)
    return made


def spread(step: Step) -> list[Sequence[Sentence]]:
    """Return the sentences of each slide of a step: first those beside its map, perhaps none."""
    least = _WORD_SIZES[-1]
    rest: Sequence[Sentence] = step.sentences
    if _as_many(rest, least, _column(step, step.title, rest).box) == len(rest):
        return [rest]
    longest = counted(step.title, 1, len(rest) + 1)
    count = _as_many(rest, least, _column(step, longest, rest).box)
    found = [rest[:count]]
    while rest := rest[count:]:
        count = max(1, _as_many(rest, least, _BEHIND_MM))
        found.append(rest[:count])
    return found


def _as_many(sentences: Sequence[Sentence], size: float, box: tuple[float, float]) -> int:
    """Return how many of some sentences, from the first, fit a box in mm."""
    counts = range(len(sentences), 0, -1)
    texts = _texts(sentences)
    return next((n for n in counts if height_mm(texts[:n], size, box[0]) <= box[1]), 0)


@dataclass(frozen=True, kw_only=True)
class _Column:
    """What stands above the words beside a map, in mm, and the room that they have."""

    kicker_high: float
    title_size: float
    title_high: float

    @property
    def title_top(self) -> float:
        return MAP.box(KICKER)[1] + self.kicker_high + _KICKER_GAP_MM

    @property
    def top(self) -> float:
        return self.title_top + self.title_high + GAP_MM

    @property
    def box(self) -> tuple[float, float]:
        return COLUMN_MM, _FOOT_MM - self.top - _LEAST_LEGEND_MM - GAP_MM


def _column(step: Step, title: str, sentences: Sequence[Sentence]) -> _Column:
    """Return the column with the best title that leaves room for words of a good size."""
    columns = _columns(step, title)
    whole = len(sentences)
    good = (
        column
        for size in (_WORDS_GOOD, _WORD_SIZES[-1])
        for column in columns
        if _as_many(sentences, size, column.box) == whole
    )
    return next(good, min(columns, key=lambda column: column.title_high))


def _columns(step: Step, title: str) -> list[_Column]:
    """Return columns with a title in each size, the best first.

    A title that takes as many lines in any letters leaves no gap under it; then the larger.
    """
    above = height_mm([as_of(step)], KICKER_SIZE, COLUMN_MM, bold=True)
    high = {
        size: height_mm([title], size, COLUMN_MM, bold=True)
        for size in (*_TITLE_SIZES, *_LONG_TITLE_SIZES)
    }
    steady = sorted(
        (size for size in _TITLE_SIZES if high[size] <= _TITLE_MM),
        key=lambda size: not is_steady(title, size, COLUMN_MM, bold=True),
    )
    least = next((size for size in high if high[size] <= _TITLE_MM), _LONG_TITLE_SIZES[-1])
    return [
        _Column(kicker_high=above, title_size=size, title_high=high[size])
        for size in steady or [least]
    ]


def _map_slide(
    deck: Any,  # noqa: ANN401
    briefing: Briefing,
    step: Step,
    told: tuple[str, Sequence[Sentence]],
) -> Slide:
    """Add the map of a step with a title and sentences beside it, and under them the legend."""
    title, sentences = told
    slide, column = Slide(deck, MAP, briefing.lang), _column(step, title, sentences)
    slide.kicker(as_of(step))
    slide.move(KICKER, MAP.box(KICKER)[1], column.kicker_high)
    slide.words(TITLE, [(Run(text=title, size=column.title_size, lang=step.lang),)])
    slide.move(TITLE, column.title_top, column.title_high)
    size = fitting(_texts(sentences), _WORD_SIZES, column.box)
    high = height_mm(_texts(sentences), size, COLUMN_MM) + GAP_MM
    slide.words(WORDS, [_sentence(one, step.lang, size) for one in sentences])
    slide.move(WORDS, column.top, high)
    words = map_in_words(briefing.of_step(step), step.picture)
    slide.picture(map_picture(briefing, step, MAP_MM), _("Map"), words)
    _put_legends(slide, briefing, step, _FOOT_MM - column.top - high)
    slide.foot(foot_words(briefing))
    return slide


def _put_legends(slide: Slide, briefing: Briefing, step: Step, high: float) -> None:
    """Put what the colours of the map mean at the foot of its column, at most so many mm high."""
    legends = legend_pictures(briefing, step, (COLUMN_MM, high))
    left, top = MAP.box(KICKER)[0], _FOOT_MM - max(legend.high for legend in legends)
    for legend in legends:
        slide.add_picture(legend, (left, top), _("Legend"), legend_in_words(step.picture))
        left += legend.wide + GAP_MM


def _sentence(sentence: Sentence, lang: str, size: float) -> Paragraph:
    said = Run(text=sentence.text, size=size, lang=lang)
    if not sentence.ours:
        return (said,)
    words = _("our judgement").replace(" ", "\N{NO-BREAK SPACE}")
    mark = Run(text=f" {words}", size=max(10, size * 0.6), bold=True, color=_DIM)
    return (said, mark)


def _texts(sentences: Sequence[Sentence]) -> list[str]:
    """Return sentences as they are measured: of the mark, whose letters are smaller, a part."""
    mark = _("our judgement")
    mark = mark[: math.ceil(0.75 * len(mark))]
    return [f"{one.text} {mark}" if one.ours else one.text for one in sentences]
