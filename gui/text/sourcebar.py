"""The head of the source: where the reader is, which document, as filed or as text, and the figures one after another."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from gui.choice_box import IN_SHORT, Choice
from gui.plain import PlainLabel, tip
from gui.theme import Theme

LETTERS, WIDE = ((400, 4), (640, 7), (860, 12)), 26
"""Up to these widths of the bar in pixels, so many letters of the document's name; and how many above."""
LEAST = 60
"""Pixels that the beginning of a place gets at least."""


class SourceBar(QWidget):
    """Says and asks; who shows it does."""

    document_chosen = Signal(int)
    """The sequence of a document, from 1."""
    side_chosen = Signal(bool)
    """As filed (True) or as text."""
    stepped = Signal(int)
    """To the next figure (1) or the one before (-1)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel("Source", self)
        self.place = PlainLabel(parent=self)
        self.place.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.documents = Choice(self)
        self.documents.setAccessibleName("Document")
        self.documents.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.documents.view().setMinimumWidth(360)
        self.documents.activated.connect(lambda index: self.document_chosen.emit(index + 1))
        self._build_sides()
        self._build_steps()
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 10, 8, 6)
        row.setSpacing(8)
        row.addWidget(self.title)
        row.addWidget(self.place, 1)
        for widget in (self.sides, self.documents, self.steps):
            row.addWidget(widget)

    def _build_sides(self) -> None:
        self.sides = QWidget(self)
        row = QHBoxLayout(self.sides)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.as_filed = self._button(self.sides, "As filed", "The filing as it was filed")
        self.as_text = self._button(self.sides, "Text", "The filing's text, line by line")
        self._either = QButtonGroup(self)
        for button in (self.as_filed, self.as_text):
            button.setCheckable(True)
            self._either.addButton(button)
            row.addWidget(button)
        self.as_filed.setChecked(True)
        self._either.buttonClicked.connect(lambda button: self.side_chosen.emit(button is self.as_filed))
        self.sides.hide()

    def _build_steps(self) -> None:
        self.steps = QWidget(self)
        row = QHBoxLayout(self.steps)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.previous = self._button(self.steps, "‹", "Previous figure")
        self.following = self._button(self.steps, "›", "Next figure")
        self._word = QLabel("figure", self.steps)
        for button, steps in ((self.previous, -1), (self.following, 1)):
            button.setAutoRepeat(True)
            button.clicked.connect(lambda *_, steps=steps: self.stepped.emit(steps))
        for widget in (self.previous, self._word, self.following):
            row.addWidget(widget)

    @staticmethod
    def _button(parent: QWidget, text: str, tip: str) -> QToolButton:
        button = QToolButton(parent)
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setAutoRaise(True)
        return button

    def fill(self, documents: Sequence[tuple[str, str]]) -> None:
        """The documents to choose from, in full and in short; there is nothing to choose where there is only one."""
        self.documents.clear()
        for at, (words, short) in enumerate(documents):
            self.documents.addItem(words)
            self.documents.setItemData(at, short, IN_SHORT)
            self.documents.setItemData(at, tip(words), Qt.ItemDataRole.ToolTipRole)
        self.documents.setVisible(self.documents.count() > 1)
        self._fit()

    def show_sides(self, *, there: bool, as_filed: bool) -> None:
        """Whether the document has two sides, and which of them is shown."""
        self.sides.setVisible(there)
        self.title.setHidden(there)  # the switch says what this is, and the place needs the room
        (self.as_filed if as_filed else self.as_text).setChecked(True)
        self._fit()

    # the room there is

    def minimumSizeHint(self) -> QSize:
        """What must have its room; the rest comes where there is more."""
        return QSize(self._taken(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shows what there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _taken(self) -> int:
        """The width of what is always shown."""
        always = [widget for widget in (self.sides, self.documents) if not widget.isHidden()]
        return 32 + sum(widget.sizeHint().width() + 8 for widget in always)

    def _fit(self) -> None:
        """The steps from figure to figure need room, and the word between them some more."""
        limits = (letters for width, letters in LETTERS if self.width() < width)
        self.documents.setMinimumContentsLength(next(limits, WIDE))
        left = self.width() - self._taken()
        arrows = self.previous.sizeHint().width() + self.following.sizeHint().width()
        self.steps.setVisible(left >= arrows)
        self._word.setVisible(left >= arrows + self._word.sizeHint().width())

    def tell_place(self, words: str) -> None:
        """A place in the room there is for it: a long title is cut; then the line goes, then the page."""
        self.place.setToolTip(tip(words))
        metrics, room = self.place.fontMetrics(), self.place.width()
        parts = words.split(" · ")
        while len(parts) > 1 and metrics.horizontalAdvance(" · ".join(["", *parts[1:]])) > room - LEAST:
            parts.pop()
        rest = metrics.horizontalAdvance(" · ".join(["", *parts[1:]]))
        first = metrics.elidedText(parts[0], Qt.TextElideMode.ElideRight, max(room - rest, LEAST))
        fitting = " · ".join([first, *parts[1:]])
        self.place.setText(metrics.elidedText(fitting, Qt.TextElideMode.ElideRight, max(room, 60)))

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self.title.setStyleSheet(f"font-weight: 600; color: {theme.text.name()};")
        grey, accent = theme.secondary.name(), theme.accent.name()
        for label in (self.place, self._word):
            label.setStyleSheet(f"color: {grey};")
        rules = (
            f"QToolButton {{ border: 0; padding: 1px 5px; color: {grey}; }} QToolButton:hover {{ color: {accent}; }}"
        )
        self.steps.setStyleSheet(rules)
        chosen = f" QToolButton:checked {{ color: {theme.text.name()}; border-bottom: 2px solid {accent}; }}"
        self.sides.setStyleSheet(rules + chosen)
