"""Choosing the size at which a filing's lines fit the width there is."""

from PySide6.QtGui import QFont, QFontMetricsF

from core.source import Source
from gui.theme import monospace

LARGEST, SMALLEST = 13, 10
"""Pixels; between them the size follows the width."""
_NARROWEST = 80
"""Percent; drawn together further, a small 0 can be taken for an 8."""
_NARROW = 90
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


def fitting(needed: int, width: float) -> QFont:
    """The largest font in which `needed` columns fit `width`; drawn together a little before it becomes too small to
    read, and the smallest one where nothing fits."""
    for pixels in range(LARGEST, SMALLEST - 1, -1):
        natural = advance(sized(pixels)) * needed
        stretch = min(100, int(100 * width / natural))
        narrowest = _NARROWEST if pixels == SMALLEST else _NARROW
        while stretch >= narrowest:
            font = sized(pixels, stretch)
            if advance(font) * needed <= width:
                return font
            stretch -= 1
    return sized(SMALLEST, _NARROWEST)
