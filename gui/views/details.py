"""What is known of the figure that is pointed at: a line of it always, all of it when unfolded."""

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.formulas import guarded
from core.source import Cite
from gui.format import shorter
from gui.models.details import Details, as_text, details
from gui.models.relations import how_many, relations
from gui.models.why import answer_of, lines_of, summary_of
from gui.plain import PlainLabel, tip
from gui.session import Session
from gui.table.named import ROW, Lines
from gui.theme import Theme, blend, load

HINT = "Point at a figure to see what is known of it."
WHY_HINT = "Point at a heading, a figure or a line to see why it is read so."
ROOMY = 340
"""Pixels of width below which the strip says no more than it must."""
NO_LINKS = "No check relates this to another figure."
STRIP = 30
"""Height in pixels of the strip that is left when the rest is folded away."""
USUAL = 15
"""How many lines most figures have."""
NO_LIMIT = 16_777_215


class DetailsView(QWidget):
    """Follows what the session points at."""

    fold_asked = Signal()
    """The reader wants it folded away, or unfolded."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = load("light")
        self._details: Details | None = None
        self._stale = False
        self.folded = True
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._tell)
        self._build()
        self.set_theme(self._theme)
        self.fold(folded=True)
        session.pointed.connect(lambda _: self._follow())
        session.closed.connect(lambda _: self._follow())
        session.shown.connect(lambda _: self._follow())
        session.asked.connect(lambda _: self._answer())
        if session.asking is not None:
            self.why.setChecked(True)
        self._follow()

    def _build(self) -> None:
        self.setAccessibleName("Details")
        self.button = QToolButton(self)
        self.button.setText("Details")
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setAutoRaise(True)
        self.button.clicked.connect(self.fold_asked)
        self.why = QToolButton(self)
        self.why.setText("Why?")
        self.why.setCheckable(True)
        self.why.setAutoRaise(True)
        self.why.setToolTip("Why is this read so? (Shift+F7)")
        self.why.setAccessibleName("Why is this read so?")
        self.why.toggled.connect(self._turn)
        self.links = QToolButton(self)
        self.links.setCheckable(True)
        self.links.setAutoRaise(True)
        self.links.setToolTip("What this figure is made of, what it goes into, where else it stands (Ctrl+L)")
        self.links.toggled.connect(self._turn_links)
        self.summary = PlainLabel(parent=self)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.copies = QToolButton(self)
        self.copies.setText("Copy")
        self.copies.setAutoRaise(True)
        self.copies.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.copies.setMenu(self._menu(QMenu(self.copies)))
        self.lines = Lines(self)
        self.lines.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.lines.customContextMenuRequested.connect(self._open_menu)
        self.lines.wanted.connect(self._go)
        self.hint = QLabel(HINT, self)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setWordWrap(True)
        self._lay_out()

    def _lay_out(self) -> None:
        self.strip = strip = QWidget(self)
        strip.setFixedHeight(STRIP)
        strip.setAutoFillBackground(True)
        line = QHBoxLayout(strip)
        line.setContentsMargins(2, 0, 8, 0)
        line.setSpacing(6)
        line.addWidget(self.button)
        line.addWidget(self.why)
        line.addWidget(self.links)
        line.addWidget(self.summary, 1)
        line.addWidget(self.copies)
        self._body = QWidget(self)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(5, 4, 0, 4)
        body.addWidget(self.lines)
        body.addWidget(self.hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(strip)
        column.addWidget(self._body, 1)

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        self.setAutoFillBackground(True)
        for widget, ground in ((self, theme.ground), (self.strip, theme.panel)):
            palette = widget.palette()
            palette.setColor(widget.backgroundRole(), ground)
            widget.setPalette(palette)
        listed = self.lines.palette()
        listed.setColor(QPalette.ColorRole.Base, theme.ground)
        self.lines.setPalette(listed)
        self.lines.set_theme(theme)
        grey, accent = theme.secondary.name(), theme.accent.name()
        for label in (self.summary, self.hint):
            label.setStyleSheet(f"color: {grey};")
        shape = "border: 1px solid transparent; border-radius: 4px; padding: 2px 6px; background: transparent;"
        faint = blend(theme.secondary, theme.panel, 0.45).name()
        hover = blend(theme.panel, theme.text, 0.07).name()
        common = f"QToolButton:hover {{ background: {hover}; }} QToolButton:focus {{ border-color: {accent}; }}"
        self.button.setStyleSheet(f"QToolButton {{ {shape} font-weight: 600; color: {theme.text.name()}; }} {common}")
        for choice in (self.why, self.links):
            choice.setStyleSheet(
                f"QToolButton {{ {shape} color: {theme.secondary.name()}; }}"
                f"QToolButton:checked {{ color: {accent}; background: {theme.selection.name()}; }} {common}"
            )
        self.copies.setStyleSheet(
            f"QToolButton {{ {shape} color: {accent}; }} QToolButton:disabled {{ color: {faint}; }} {common}"
            "QToolButton::menu-indicator { image: none; }"
        )

    # folding

    def fold(self, *, folded: bool) -> None:
        """Leaves only the strip, or shows all lines."""
        self.folded = folded
        self._body.setVisible(not folded)
        self.button.setArrowType(Qt.ArrowType.RightArrow if folded else Qt.ArrowType.DownArrow)
        self.button.setToolTip("Show the details (F7)" if folded else "Fold the details away (F7)")
        self.setMaximumHeight(STRIP if folded else NO_LIMIT)
        self.setMinimumHeight(STRIP if folded else 4 * STRIP)
        if not folded:
            self._fill()
        self._tell()

    def sizeHint(self) -> QSize:
        """Enough for most figures' lines."""
        return QSize(400, STRIP if self.folded else STRIP + USUAL * ROW)

    # following the session

    def _follow(self) -> None:
        self._stale = not self.isVisible()
        if self._stale:
            return
        self._count_links()
        if self.why.isChecked():
            self._tell_why()
            return
        pointed = self._session.pointing
        if pointed is not None and self._session.is_open(pointed.path):
            places = self._session.places(pointed.path)
            links = self.links.isChecked()
            self._details = relations(places, pointed.cites[0]) if links else details(places, pointed)
        else:
            self._details = None
        if not self.folded:
            self._fill()
        self._tell()

    def _answer(self) -> None:
        """Shows the answer to what was asked just now, whatever was shown before."""
        if not self.why.isChecked():
            self.why.setChecked(True)
        else:
            self._follow()

    def _turn(self, on: bool) -> None:
        """Shows why it is read so, or else what is known of it."""
        if on:
            self.links.setChecked(False)
        if on and self.folded:
            self.fold_asked.emit()
        self._follow()

    def _turn_links(self, on: bool) -> None:
        """Shows what the figure has to do with others, or else what is known of it."""
        if on:
            self.why.setChecked(False)
        if on and self.folded:
            self.fold_asked.emit()
        self._follow()

    def show_links(self) -> None:
        """Shows what the figure has to do with others; asked again, what is known of it."""
        self.links.setChecked(not self.links.isChecked() or self.folded)
        if self.folded:
            self.fold_asked.emit()

    def _count_links(self) -> None:
        """The button says how many places there are."""
        pointed = self._session.pointing
        known = pointed is not None and self._session.is_open(pointed.path)
        many = how_many(self._session.places(pointed.path), pointed.cites[0]) if known and pointed is not None else 0
        self.links.setText(f"Links ({many:,})" if many and self.width() >= ROOMY else "Links")
        self.links.setVisible(bool(many) or self.links.isChecked())
        self.links.setAccessibleName(f"Links to {many} other places" if many else "Links to other places")

    def _tell_why(self) -> None:
        found = answer_of(self._session)
        self._details = Details(summary_of(found[1]), None, lines_of(*found)) if found is not None else None
        if not self.folded:
            self._fill()
        self._tell()

    def showEvent(self, event: QShowEvent) -> None:
        """What came while this was hidden is told now."""
        super().showEvent(event)
        if self._stale:
            self._follow()

    def _fill(self) -> None:
        lines = self._details.lines if self._details is not None else ()
        if lines != self.lines.lines.values:
            self.lines.set_lines(lines)
        self.lines.setVisible(bool(lines))
        self.hint.setVisible(not lines)
        self.hint.setText(self._hint())

    def _hint(self) -> str:
        if self.why.isChecked():
            return WHY_HINT
        return NO_LINKS if self.links.isChecked() and self._session.pointing is not None else HINT

    def _tell(self) -> None:
        """The strip: in a few words what the lines say at length, where they are folded away."""
        known = self._details
        words = known.summary if known is not None and self.folded else ""
        self.summary.setText(self._cut(words))
        self.summary.setToolTip(tip(words))
        self.button.setAccessibleName(f"Details: {words}" if words else "Details")
        self.copies.setEnabled(known is not None)

    def _cut(self, words: str) -> str:
        """As much of the summary as there is room for; an amount is never cut, for it would be another: it loses its last
        zeros, or is left out."""
        metrics, room = self.summary.fontMetrics(), max(self.summary.width() - 4, 40)
        amount = words.partition(" · ")[0]
        if not any(sign.isdigit() for sign in amount):
            return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        if words != amount and metrics.horizontalAdvance(f"{amount} …") <= room:
            return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        return next((each for each in (amount, shorter(amount)) if metrics.horizontalAdvance(each) <= room), "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The summary is cut to the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.copies.setVisible(event.size().width() >= ROOMY)
            self._count_links()
            self._later.start()

    # what the reader does

    def _go(self, place: Cite) -> None:
        pointed = self._session.pointing
        if pointed is not None:
            if place == pointed.cites[0]:
                self._session.point_at(
                    pointed.path
                )  # pointed at anew, it is shown again where it has gone out of sight
            self._session.follow(pointed.path, place)

    def copy(self) -> None:
        """Copies the chosen lines: one bare, several with their names; all where none is chosen."""
        if self.lines.chosen:
            QApplication.clipboard().setText(as_text(self.lines.chosen))
        else:
            self.copy_all()

    def copy_all(self) -> None:
        """Copies every line."""
        if self._details is not None:
            QApplication.clipboard().setText(as_text(self._details.lines))

    def copy_concept(self) -> None:
        """Copies the concept with its prefix."""
        if self._details is not None and self._details.concept is not None:
            QApplication.clipboard().setText(guarded(self._details.concept))

    def select_all(self) -> None:
        """Chooses every line."""
        self.lines.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copies, where the window has no command of its own for it."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def _menu(self, menu: QMenu) -> QMenu:
        concept = menu.addAction("Copy the Concept", self.copy_concept)
        menu.addAction("Copy Everything", self.copy_all)
        menu.aboutToShow.connect(lambda: concept.setEnabled(bool(self._details and self._details.concept)))
        return menu

    def _open_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction("Copy", self.copy)
        self._menu(menu)
        menu.exec(self.lines.viewport().mapToGlobal(at))
        menu.deleteLater()
