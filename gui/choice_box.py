"""A box to choose one of several from; where there is no room for its words, fewer are shown, or an ellipsis."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

IN_SHORT = Qt.ItemDataRole.UserRole + 1
"""The few words that an entry is known by in the closed box."""


class Choice(QComboBox):
    """A combo box; under a style sheet Qt's own cuts its words within a letter."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the box, and its words as far as they fit."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width()
        option.currentText = self.fontMetrics().elidedText(self._words(room), Qt.TextElideMode.ElideRight, room - 4)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def _words(self, room: int) -> str:
        words, short = self.currentText(), self.currentData(IN_SHORT)
        return short if short and self.fontMetrics().horizontalAdvance(words) > room - 4 else words
