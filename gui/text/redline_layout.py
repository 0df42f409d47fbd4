"""How a row of two passages is set: its fonts, the columns of its tables, and what is done to words that changed."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from core.compare.change import ROLLED, Aligned, Change, ChangeKind
from core.compare.words import Word
from core.document.prose import Passage, PassageKind
from gui.text.utf16 import Units
from gui.theme import Theme, monospace, tabular

_BREAK = "\u2028"
_CELL, _NARROWEST = 84.0, 46.0
"""Pixels of a column of a table, and at least."""
_BETWEEN = 6
"""Pixels between the heads of two columns."""
_FOR_FIGURES = 0.62
"""The part of a side that the figures of a table may take."""
_VERBATIM = 10
"""The size of text as it is filed, in points."""
_SPACED, _CLOSE = 1.25, 1.1
"""The height of a line against its font's, and of one of text as it is filed."""
_GROUND, _DARK_GROUND = 0.11, 0.16
"""How much of its colour stands behind a changed word."""


class Folded(NamedTuple):
    """Rows without a change, shown as one line until they are asked for."""

    rows: tuple[Aligned, ...]
    old: None = None
    new: None = None
    changes: tuple[Change, ...] = ()
    changed: bool = False

    @property
    def says(self) -> str:
        """How many there are."""
        return f"⋯  {len(self.rows):,} passages without a change"


Shown = Aligned | Folded


class Half:
    """One side of a row, laid out to a width."""

    def __init__(self, layout: QTextLayout, height: float) -> None:
        self.layout, self.height = layout, height


class Setter:
    """Sets the sides of rows, in the font of a widget and the colours of a theme."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    def row(self, aligned: Aligned, font: QFont, width: float) -> tuple[Half | None, Half | None]:
        """Both sides of a row, laid out to a width in pixels."""
        heading = _is_heading(aligned)
        old, new = (
            self._half(
                side, list(self.formats(aligned, newer=newer)), PassageKind.HEADING if heading else None, font, width
            )
            for side, newer in ((aligned.old, False), (aligned.new, True))
        )
        return old, new

    @staticmethod
    def font(kind: PassageKind, of: QFont) -> QFont:
        """The font of passages of a kind, beside the widget's own."""
        if kind is PassageKind.VERBATIM:
            return monospace(_VERBATIM)
        font = QFont(of)
        font.setPixelSize(QFontInfo(of).pixelSize())
        if kind is PassageKind.TABLE:
            return tabular(font)
        if kind is PassageKind.HEADING:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def _half(
        self,
        passage: Passage | None,
        formats: list[QTextLayout.FormatRange],
        kind: PassageKind | None,
        of: QFont,
        width: float,
    ) -> Half | None:
        if passage is None:
            return None
        font, option = self.font(kind or passage.kind, of), QTextOption()
        text = passage.text.replace("\n", _BREAK)
        if passage.kind is PassageKind.TABLE:
            text = self.line_of_table(text, font, option, width)
        layout = QTextLayout(text, font)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(formats)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height() * (_CLOSE if passage.kind is PassageKind.VERBATIM else _SPACED)
        layout.endLayout()
        return Half(layout, height)

    @staticmethod
    def line_of_table(text: str, font: QFont, option: QTextOption, width: float) -> str:
        """The text of a table's line, as long as it is, with a tab stop at the right edge of each of its columns; a caption too
        long to stand beside its figures stands above them. Heads are wrapped in their columns."""
        count = max(1, text.count("\t"))
        measure = QFontMetricsF(font)
        caption, _, figures = text.partition(" \t")
        widest = max(map(measure.horizontalAdvance, figures.split(" \t"))) + _BETWEEN if caption else 0.0
        cell = min(width / count, max(_NARROWEST, widest, min(_CELL, width * _FOR_FIGURES / count)))
        stops = [
            QTextOption.Tab(width - (count - 1 - at) * cell - 2, QTextOption.TabType.RightTab) for at in range(count)
        ]
        option.setTabs(stops)
        if not caption:
            return heads_wrapped(figures.split(" \t"), measure, cell - _BETWEEN)
        if figures and measure.horizontalAdvance(caption) > width - count * cell:
            return f"{caption}{_BREAK}\t{figures}"
        return text

    def formats(self, aligned: Aligned, *, newer: bool) -> Iterator[QTextLayout.FormatRange]:
        """How the words of one side that changed are drawn."""
        if not aligned.changed:
            return
        passage = aligned.new if newer else aligned.old
        words = aligned.new_words if newer else aligned.old_words
        if passage is None:
            return
        units = Units(passage.text)
        for change in aligned.changes:
            start, end = _extent(change, newer=newer)
            if change.kind is ChangeKind.EQUAL or end <= start:
                continue
            begin, stop = units.to_qt(words[start].at), units.to_qt(_end(words[end - 1]))
            found = QTextLayout.FormatRange()
            found.start, found.length, found.format = begin, stop - begin, self._form(change.kind, newer=newer)
            yield found

    def colour(self, kind: ChangeKind, *, newer: bool) -> QColor:
        """What a change is coloured: what moved, and dates and figures, neither as new nor as gone."""
        if kind is ChangeKind.MOVED:
            return self.theme.accent
        if kind in ROLLED:
            return self.theme.secondary
        return self.theme.gain if newer else self.theme.loss

    def _form(self, kind: ChangeKind, *, newer: bool) -> QTextCharFormat:
        """Deleted words are struck out, inserted ones underlined, what moved or rolled is dotted: colour is never alone."""
        form = QTextCharFormat()
        colour = self.colour(kind, newer=newer)
        if kind is ChangeKind.MOVED or kind in ROLLED:
            form.setForeground(colour)
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            return form
        ground = QColor(colour)
        ground.setAlphaF(_DARK_GROUND if self.theme.dark else _GROUND)
        form.setForeground(colour)
        form.setBackground(ground)
        form.setFontUnderline(newer)
        form.setFontStrikeOut(not newer)
        return form


_TITLE = 24
"""Words of a heading at most, where the other side has it as a paragraph."""


def _is_heading(aligned: Aligned) -> bool:
    """Whether a row is set as a heading on both sides: one of them knows it for one, and neither has more words than one."""
    kinds = [side.kind for side in (aligned.old, aligned.new) if side is not None]
    short = max(len(aligned.old_words), len(aligned.new_words)) <= _TITLE
    return PassageKind.HEADING in kinds and PassageKind.TABLE not in kinds and short


def is_line(aligned: Aligned) -> bool:
    """Whether a row is a line of a table."""
    return any(side is not None and side.kind is PassageKind.TABLE for side in (aligned.old, aligned.new))


def _extent(change: Change, *, newer: bool) -> tuple[int, int]:
    return (change.new_start, change.new_end) if newer else (change.old_start, change.old_end)


def _end(word: Word) -> int:
    return word.at + len(word.text)


def heads_wrapped(heads: Sequence[str], measure: QFontMetricsF, room: float) -> str:
    """The heads of a table's columns, a tab before each, in as many lines as the longest takes in `room` pixels; all end in the
    last line. A word that is wider by itself is cut."""
    wrapped = [_wrapped(head, measure, room) for head in heads]
    deep = max(map(len, wrapped))
    lines = zip(*([""] * (deep - len(one)) + one for one in wrapped), strict=True)
    return _BREAK.join("".join(f" \t{part}" for part in line) for line in lines)


def _wrapped(head: str, measure: QFontMetricsF, room: float) -> list[str]:
    lines = [""]
    for word in head.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and measure.horizontalAdvance(longer) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return [measure.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines]
