"""The amber bar above a statement whose sums do not all add up."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from core.checks.check import Check
from gui.reasons import sentence
from gui.theme import Theme


class Notice(QWidget):
    """Says what is off, one check at a time, and offers to show the arithmetic."""

    arithmetic_wanted = Signal(object)
    """The cites of the check: the figure in question, then what it was computed from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = QLabel(self)
        self.label.setObjectName("notice")
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.RichText)
        self.label.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.label.linkActivated.connect(self._act)
        policy = self.label.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self.label.setSizePolicy(policy)
        box = QHBoxLayout(self)
        box.setContentsMargins(14, 0, 14, 6)
        box.addWidget(self.label)
        self._checks: list[Check] = []
        self._at = 0
        self._colour = "#000000"
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._colour = theme.accent.name()
        self.label.setStyleSheet(
            f"QLabel#notice {{ background: {theme.warning_ground.name()}; color: {theme.warning.name()};"
            " border-radius: 4px; padding: 7px 12px; }"
        )
        self._say()

    def show_checks(self, checks: list[Check]) -> None:
        """Takes the checks that are off; hides where there are none."""
        self._checks, self._at = checks, 0
        self._say()
        self.setVisible(bool(checks))

    @property
    def text(self) -> str:
        """The sentence that is shown."""
        return sentence(self._checks[self._at]) if self._checks else ""

    def _say(self) -> None:
        if not self._checks:
            return
        count = len(self._checks)
        style = f'style="color: {self._colour}"'
        links = [f'<a href="show" {style}>Show the arithmetic</a>']
        if count > 1:
            links.append(f'<a href="next" {style}>Next</a> ({self._at + 1} of {count})')
        self.label.setText(f"▲ {escape(self.text)} {' &nbsp; '.join(links)}")
        self.label.setAccessibleName(f"Does not tie: {self.text}")

    def _act(self, link: str) -> None:
        if link == "next":
            self._at = (self._at + 1) % len(self._checks)
            self._say()
        self.arithmetic_wanted.emit(self._checks[self._at].cites)
