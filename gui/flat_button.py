"""The button of a page: words without a frame until the pointer is over them."""

from PySide6.QtWidgets import QToolButton, QWidget


def flat_button(parent: QWidget, words: str, tip: str) -> QToolButton:
    """A button with these words; `tip` tells what it does."""
    button = QToolButton(parent)
    button.setText(words)
    button.setToolTip(tip)
    button.setAutoRaise(True)
    return button
