"""Words of a filing shown as they stand: Qt takes text that looks like markup for markup, and would fetch what it names."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as Gui
from PySide6.QtWidgets import QLabel, QWidget


class PlainLabel(QLabel):
    """A label that shows its words as they are, whatever they look like."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)


def tip(words: str) -> str:
    """Words for a tool tip, which has no plain text format: escaped where Qt could take them for markup."""
    if not Gui.mightBeRichText(words):
        return words
    lines = escape(words).replace("\n", "<br>")
    return f"<span>{lines}</span>"
