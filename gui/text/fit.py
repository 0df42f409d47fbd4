"""Choosing the size at which a filing's lines fit the width there is."""

from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetricsF

from core.source import Source
from gui.theme import monospace

LARGEST, EASY, SMALLEST = 13, 11, 9
"""Pixels; between largest and smallest the size follows the width, down to an easy one for every line to fit."""
_NARROW = {10: 80, 9: 78}
"""Percent that a size may be drawn together to, 90 where it is not said; further, a small 0 can be taken for an 8."""
_SAMPLE = 20_000
_FEW = 25
"""One line in so many may stick out: wide tables that would make all the rest too small."""


def columns(source: Source) -> int:
    """How many columns the lines need, but for a few that stick out; of very many lines a sample is asked."""
    lines = source.lines
    step = max(1, len(lines) // _SAMPLE)
    lengths = sorted(len(line) for line in lines[::step])
    return max(40, lengths[-1 - len(lengths) // _FEW])


def longest(source: Source) -> int:
    """The length of the longest line."""
    return max(map(len, source.lines))


def sized(pixels: int, stretch: int = 100) -> QFont:
    """The monospace font at a size, and drawn together to a percentage of its width."""
    font = monospace(pixels)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if stretch != 100:
        font.setStretch(stretch)
    return font


def advance(font: QFont) -> float:
    """The width of one character."""
    return QFontMetricsF(font).horizontalAdvance("0" * 100) / 100


def fitting(needed: int, longest: int, width: float) -> QFont:
    """The largest font in which the longest line fits `width`, if that is large enough; else one in which `needed`
    columns fit; the smallest one where nothing fits."""
    return (
        _fitting(max(longest, needed), width, EASY)
        or _fitting(needed, width, SMALLEST)
        or sized(SMALLEST, _NARROW[SMALLEST])
    )


def _fitting(needed: int, width: float, smallest: int) -> QFont | None:
    """Drawn together a little before it becomes too small to read."""
    for pixels in range(LARGEST, smallest - 1, -1):
        natural = _advance(pixels, 100) * needed
        stretch = min(100, int(100 * width / natural))
        while stretch >= _NARROW.get(pixels, 90):
            if _advance(pixels, stretch) * needed <= width:
                return sized(pixels, stretch)
            stretch -= 1
    return None


@lru_cache(maxsize=256)
def _advance(pixels: int, stretch: int) -> float:
    """The width of one character of the monospace font: asking for it takes long, and is done at every new width."""
    return advance(sized(pixels, stretch))
