"""What the palette offers: entries under heads, drawn as two words and a place."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontInfo, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.models.rows import RowColumn, RowsModel
from gui.theme import Theme, load

_ROW, _HEAD = 28, 26
Index = QModelIndex | QPersistentModelIndex


class Entry(NamedTuple):
    """Something the palette offers; a head where `run` is None. It `stays` open where that only changes what is offered."""

    title: str
    detail: str = ""
    key: str = ""
    run: Callable[[], object] | None = None
    stays: bool = False


class EntriesModel(RowsModel[Entry]):
    """Entries under heads; heads cannot be chosen."""

    def __init__(self) -> None:
        tip = {int(Qt.ItemDataRole.ToolTipRole): lambda entry: entry.detail}
        super().__init__([RowColumn("", lambda entry: entry.title, roles=tip)])

    def flags(self, index: Index) -> Qt.ItemFlag:
        """An entry can be chosen, a head cannot."""
        entry = self.value(index.row())
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return chosen if entry is not None and entry.run is not None else Qt.ItemFlag.NoItemFlags

    def step(self, row: int, steps: int) -> int:
        """The next row that can be chosen, going round; -1 where there is none."""
        rows = [at for at, entry in enumerate(self.values) if entry.run is not None]
        if not rows:
            return -1
        if row not in rows:
            return rows[0] if steps > 0 else rows[-1]
        return rows[(rows.index(row) + steps) % len(rows)]


class EntryPainter(QStyledItemDelegate):
    """Title, then detail in grey, and a key at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.theme: Theme = load("light")

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line."""
        entry = self._entry(index)
        return QSize(option.rect.width(), _ROW if entry.run is not None else _HEAD)

    def _entry(self, index: Index) -> Entry:
        model = index.model()
        entry = model.value(index.row()) if isinstance(model, EntriesModel) else None
        return entry or Entry("")

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws a head or an entry."""
        entry, theme = self._entry(index), self.theme
        box = option.rect.adjusted(14, 0, -14, 0)
        painter.save()
        if entry.run is None:
            font = QFont(option.font)
            font.setWeight(QFont.Weight.DemiBold)
            font.setPixelSize(max(9, round(QFontInfo(option.font).pixelSize() * 0.86)))
            painter.setFont(font)
            painter.setPen(theme.secondary)
            low = box.adjusted(0, 4, 0, 0)
            painter.drawText(low, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, entry.title)
        else:
            self._paint_entry(painter, option, box, entry)
        painter.restore()

    def _paint_entry(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, entry: Entry) -> None:
        theme, metrics = self.theme, option.fontMetrics
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.selection)
            painter.drawRoundedRect(option.rect.adjusted(6, 1, -6, -1), 5, 5)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        right = box.right()
        painter.setFont(option.font)
        painter.setPen(theme.secondary)
        if entry.key:
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | flags, entry.key)
            right -= metrics.horizontalAdvance(entry.key) + 12
        wide = min(metrics.horizontalAdvance(entry.title) + 4, right - box.left())
        if entry.detail:
            wide = min(
                wide,
                max((right - box.left()) * 6 // 10, right - box.left() - 16 - metrics.horizontalAdvance(entry.detail)),
            )
        title = metrics.elidedText(entry.title, Qt.TextElideMode.ElideRight, wide)
        painter.setPen(theme.text)
        painter.drawText(QRect(box.left(), box.top(), wide + 1, box.height()), flags, title)
        left = box.left() + wide + 14
        painter.setPen(theme.secondary)
        detail = metrics.elidedText(entry.detail, Qt.TextElideMode.ElideMiddle, right - left)
        painter.drawText(QRect(left, box.top(), max(0, right - left), box.height()), flags, detail)


def under_heads(groups: Sequence[tuple[str, Sequence[Entry]]]) -> list[Entry]:
    """The groups that hold something, each under its head."""
    return [entry for head, entries in groups if entries for entry in (Entry(head), *entries)]
