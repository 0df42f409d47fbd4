"""Sets passages as a page to be read, a few at a time, so that a long section is begun at once."""

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from core.document.prose import Passage, PassageKind
from core.statements.statement import Statement
from gui.text import tables
from gui.theme import Theme, monospace

_BUDGET = 0.006
_AT_EASE, _CLOSE = 140, 118
"""Height of a line in percent of its font's, at ease and close."""
_GAP, _CLOSE_GAP = 10.0, 5.0
"""Pixels below a paragraph, likewise."""
_SMALLER, _TABLE = 0.8, 0.88
"""Sizes of what is set as printed, and of tables with many columns, beside the text's."""
_BREAK = "\u2028"


class Flow(QObject):
    """Writes passages to the end of a document; each block's `userState` is the number of its passage."""

    done = Signal()
    """The last passage is set."""

    def __init__(self, document: QTextDocument, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.theme = theme
        self._rest: Iterator[tuple[int, Passage]] = iter(())
        self._tables: dict[str, Statement] = {}
        self.close = False
        """Whether lines stand close."""
        self._after_table = False
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    def write(self, passages: tuple[Passage, ...], statements: dict[str, Statement]) -> None:
        """Begins to set passages; what fits into a moment is there when this returns."""
        self._rest, self._tables = iter(list(enumerate(passages))), statements
        self._go_on()

    def stop(self) -> None:
        """Writes no more."""
        self._timer.stop()
        self._rest = iter(())

    @property
    def busy(self) -> bool:
        """Whether there is more to come."""
        return self._timer.isActive()

    def _go_on(self) -> None:
        until = time.perf_counter() + _BUDGET
        cursor = QTextCursor(self._document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        ended = True
        for number, passage in self._rest:
            self._set(cursor, number, passage)
            if time.perf_counter() > until:
                ended = False
                break
        cursor.endEditBlock()
        if ended:
            self._timer.stop()
            self.done.emit()
        elif not self._timer.isActive():
            self._timer.start()

    def _set(self, cursor: QTextCursor, number: int, passage: Passage) -> None:
        statement = self._tables.get(passage.key) if passage.kind is PassageKind.TABLE else None
        if statement is not None:
            gap = QTextBlockFormat()
            gap.setTopMargin(10)
            cursor.insertBlock(gap, QTextCharFormat())
            cursor.insertHtml(tables.as_html(statement, self.theme, self._small))
            cursor.movePosition(QTextCursor.MoveOperation.End)
            self._after_table = True
            return
        block = self._block(passage.kind, passage.level)
        if self._after_table:
            block.setTopMargin(max(16.0, block.topMargin()))
            self._after_table = False
        cursor.insertBlock(block, self._words(passage.kind, passage.level))
        cursor.block().setUserState(number)
        cursor.insertText(passage.text.replace("\n", _BREAK))

    @property
    def _small(self) -> int:
        """The size of wide tables: a little less than the text's."""
        return round(self._document.defaultFont().pixelSize() * _TABLE)

    def _block(self, kind: PassageKind, level: int) -> QTextBlockFormat:
        form = QTextBlockFormat()
        form.setBottomMargin(_CLOSE_GAP if self.close else _GAP)
        form.setLineHeight(
            _CLOSE if self.close else _AT_EASE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        )
        if kind is PassageKind.HEADING:
            form.setTopMargin(18 if level < 3 else 10)
            form.setBottomMargin(6)
            form.setHeadingLevel(min(level + 1, 6))
        elif kind is PassageKind.LIST_ITEM:
            form.setLeftMargin(20)
        elif kind is PassageKind.VERBATIM:
            form.setNonBreakableLines(True)
            form.setLineHeight(120, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        return form

    def _words(self, kind: PassageKind, level: int) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setForeground(self.theme.text)
        if kind is PassageKind.HEADING:
            base = self._document.defaultFont().pixelSize()
            form.setProperty(QTextFormat.Property.FontPixelSize.value, round(base * (1.45, 1.25, 1.1)[min(level, 2)]))
            form.setFontWeight(QFont.Weight.DemiBold.value)
        elif kind is PassageKind.VERBATIM:
            form.setFont(monospace(round(self._document.defaultFont().pixelSize() * _SMALLER)))
            form.setForeground(self.theme.text)
        return form
