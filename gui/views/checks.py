"""Every check under what it is about, the worst first; a line lights its places, and the reader may accept what is off."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.analysis import Analysis
from core.checks.check import Check
from gui.format import number
from gui.models.checks import MARKS, TO_ACCEPT, WORDS, Group, Line, explained, lines, with_heads
from gui.models.rows import RowColumn
from gui.plain import PlainLabel
from gui.session import Pointed, Session, Shown
from gui.table.accepting import Accepting
from gui.table.findings import FIRST_AMOUNT, HEAD, MARK, FindingPainter, FindingsTable, LinesModel
from gui.table.findings import WORDS as SENTENCE
from gui.table.rows import as_list
from gui.theme import Theme, give_ground, load

WIDEST_FIGURE, MARK_WIDTH, GAP = 130, 34, 20
"""Pixels: most that a column of amounts gets, the column of marks, what stands free beside an amount."""
ROOMY = 640
"""Pixels of width from which the printed and the expected amount have columns of their own."""
MEASURED, LOOKED_AT = 250, 200
"""Lines whose heights are measured one by one; lines that are looked at for the width of a column."""


def amount(value: Decimal | None) -> str:
    """An amount as a cell shows it; nothing where there is none."""
    if value is None:
        return ""
    exponent = value.as_tuple().exponent
    return number(value, max(0, -exponent) if isinstance(exponent, int) else 0, brackets=True)


class ChecksView(QWidget):
    """The checks of the filing that is shown. Ties are left out until they are asked for."""

    leave_asked = Signal()
    """The reader wants to see in its table what they pointed at, or is done."""
    failed = Signal(str)
    """What the reader noted could not be kept, and why."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._path: Path | None = None
        self._lines: list[Line] = []
        self._theme = load("light")
        self._own = False
        self._stale = True
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._fit)
        self._build()
        self.set_theme(self._theme)
        session.shown.connect(self._on_shown)
        session.opened.connect(self._on_opened)
        session.pointed.connect(self._on_pointed)
        session.remarked.connect(self._on_remarked)
        self._on_shown(session.current)

    def _build(self) -> None:
        self.setAccessibleName("Checks")
        self.title = QLabel("Checks", self)
        self.filters = {group: self._filter(group) for group in Group}
        self.words = QLineEdit(self)
        self.words.setPlaceholderText("Filter")
        self.words.setAccessibleName("Filter the checks by words")
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(150)
        self.words.setMaximumWidth(260)
        self.words.textChanged.connect(self._refill)
        self.leave = QToolButton(self)
        self.leave.setText("✕")
        self.leave.setToolTip("Back to the filing (Esc)")
        self.leave.setAccessibleName("Back to the filing")
        self.leave.setAutoRaise(True)
        self.leave.clicked.connect(self.leave_asked)
        self.model = LinesModel(self._columns(), self)
        self.table = self._table()
        self.nothing = PlainLabel(parent=self)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.foot = Accepting(self)
        self.foot.accepted.connect(self._accept)
        self.foot.undone.connect(self._undo)
        self.foot.table_wanted.connect(self._go_to_table)
        self._lay_out()

    def _lay_out(self) -> None:
        row = QWidget(self)
        row.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        head, chips = QHBoxLayout(), QHBoxLayout(row)
        head.setContentsMargins(14, 10, 10, 6)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.words)
        head.addWidget(self.leave)
        chips.setContentsMargins(14, 0, 14, 8)
        chips.setSpacing(6)
        for button in self.filters.values():
            chips.addWidget(button)
        chips.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(row)
        beside = QHBoxLayout()
        beside.setContentsMargins(0, 0, 10, 0)
        beside.addWidget(self.table)
        column.addLayout(beside, 1)
        column.addWidget(self.nothing, 1)
        column.addWidget(self.foot)

    def _filter(self, group: Group) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        button.setChecked(group is not Group.TIES)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.toggled.connect(self._refill)
        return button

    def _columns(self) -> list[RowColumn[Line]]:
        tip = int(Qt.ItemDataRole.ToolTipRole)
        described = {tip: lambda line: "\n".join((WORDS[line.group][0].capitalize(), *explained(line)))}

        def of_check(value: Callable[[Check], Decimal | None]) -> Callable[[Line], str]:
            return lambda line: amount(value(line.check)) if line.check is not None else ""

        return [
            RowColumn("", lambda line: line.mark, right=True, roles=described),
            RowColumn("Finding", _said, roles=described),
            RowColumn("Reported", of_check(lambda check: check.reported), right=True),
            RowColumn("Expected", of_check(lambda check: check.expected), right=True),
            RowColumn("Difference", of_check(lambda check: check.difference), right=True),
        ]

    def _table(self) -> FindingsTable:
        table = FindingsTable(self)
        table.setModel(self.model)
        self.painter = FindingPainter(self.model, self)
        table.setItemDelegate(self.painter)
        as_list(table, "Checks", 2 * table.fontMetrics().height() + 12)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = table.horizontalHeader()
        head.setMinimumSectionSize(24)
        head.setSectionResizeMode(SENTENCE, QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().setMinimumSectionSize(26)
        head.setStretchLastSection(False)
        table.selectionModel().currentRowChanged.connect(self._on_current)
        table.clicked.connect(self._on_current)
        table.doubleClicked.connect(lambda _: self._go_to_table())
        table.wanted.connect(self._go_to_table)
        return table

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = self.painter.theme = theme
        give_ground(self, self.table, theme)
        self.title.setStyleSheet(f"font-weight: 600; font-size: 16px; color: {theme.text.name()};")
        self.nothing.setStyleSheet(f"color: {theme.secondary.name()};")
        head = f"border: 0; border-bottom: 1px solid {theme.hairline.name()}; background: {theme.ground.name()};"
        self.table.horizontalHeader().setStyleSheet(
            f"QHeaderView::section {{ {head} color: {theme.secondary.name()}; padding: 4px 6px; }}"
        )
        for group, button in self.filters.items():
            button.setStyleSheet(self._filter_style(group))
        self.foot.set_theme(theme)
        self.table.viewport().update()

    def _filter_style(self, group: Group) -> str:
        theme = self._theme
        marked = {Group.OFF: theme.warning, Group.LOOK: theme.warning, Group.TIES: theme.gain}
        colour = marked.get(group, theme.text).name()
        shape = "border-radius: 9px; padding: 2px 8px;"
        return (
            f"QToolButton {{ {shape} border: 1px solid {theme.hairline.name()}; color: {theme.secondary.name()};"
            f" background: transparent; }}"
            f"QToolButton:checked {{ color: {colour}; background: {theme.panel.name()}; }}"
            f"QToolButton:focus {{ border-color: {theme.accent.name()}; }}"
        )

    # what is shown

    def keeps(self, _shown: Shown) -> bool:
        """Whether this page goes on with what is shown now: where it asked for that itself."""
        return self._own

    def _on_shown(self, shown: Shown | None) -> None:
        path = shown.path if shown is not None else None
        if path != self._path:
            self._path = path
            self.words.clear()
            self._read()

    def _on_opened(self, analysis: Analysis) -> None:
        if analysis.path == self._path:
            self._read()

    def _on_remarked(self, path: Path) -> None:
        """What the reader noted is another: the same line stays chosen."""
        if path != self._path:
            return
        line = self._chosen
        self._read()
        if line is not None:
            self._select(lambda other: (other.key, other.own) == (line.key, line.own))

    def showEvent(self, event: QShowEvent) -> None:
        """What came while this was hidden is listed now."""
        super().showEvent(event)
        if self._stale:
            self._read()
        pointed = self._session.pointing
        if pointed is not None:
            self._on_pointed(pointed)

    def _read(self) -> None:
        self._stale = not self.isVisible()
        if self._stale:
            return
        path = self._path
        if path is not None and self._session.is_open(path):
            places = self._session.places(path)
            self._lines = lines(places, self._session.remarks.of(places.analysis.filing.sha256))
        else:
            self._lines = []
        self._refill()

    def _refill(self) -> None:
        words = self.words.text().lower().split()
        wanted = {group for group, button in self.filters.items() if button.isChecked()}
        shown = [line for line in self._lines if line.group in wanted and _has(line, words)]
        self.model.set_values(with_heads(shown))
        self.table.setVisible(bool(shown))
        self.nothing.setVisible(not shown)
        self.nothing.setText(self._why_empty())
        self.table.setColumnWidth(MARK, MARK_WIDTH)
        for column in range(FIRST_AMOUNT, self.model.columnCount()):
            self.table.setColumnWidth(column, self._width(column))
        self._hide_amounts()
        self._tell_foot()
        self._fit()
        self._later.start()

    def _hide_amounts(self) -> None:
        """Sentences say the amounts too: where there is little room only the difference stands beside them."""
        none = all(line.check is None for line in self.model.values)
        narrow = self.width() < ROOMY
        for column in range(FIRST_AMOUNT, self.model.columnCount()):
            self.table.setColumnHidden(column, none or (narrow and column < self.model.columnCount() - 1))

    def _fit(self) -> None:
        """Long sentences get the lines they need, heads their height, and the buttons the words that there is room for."""
        self._fit_filters()
        self._hide_amounts()
        self.table.clearSpans()
        width, font, measured = self.table.columnWidth(SENTENCE), self.table.font(), 0
        across, usual = self.model.columnCount() - SENTENCE, self.table.verticalHeader().defaultSectionSize()
        for row, line in enumerate(self.model.values):
            if line.head:
                self.table.setSpan(row, SENTENCE, 1, across)
                self.table.setRowHeight(row, HEAD)
            else:
                exact = line.group is not Group.TIES and measured < MEASURED
                measured += exact
                high = self.painter.height_of(line, font, width) if exact else usual
                if self.table.rowHeight(row) != high:
                    self.table.setRowHeight(row, high)

    def _fit_filters(self) -> None:
        """The buttons say all their words, or, where there is no room, only how many there are."""
        here = {group: sum(line.group is group for line in self._lines) for group in Group}
        told = {group: WORDS[group][count != 1] for group, count in here.items()}
        metrics = self.fontMetrics()
        needed = sum(
            metrics.horizontalAdvance(f"{MARKS[group]} {count:,} {told[group]}") + GAP + 6
            for group, count in here.items()
            if count
        )
        brief = needed > self.width() - 2 * GAP
        for group, button in self.filters.items():
            short = f"{MARKS[group]} {here[group]:,}"
            button.setText(short if brief else f"{short} {told[group]}")
            button.setToolTip(f"{here[group]:,} {told[group]}")
            button.setAccessibleName(f"{here[group]} {told[group]}")
            button.setVisible(bool(here[group]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sentences are wrapped to the new width."""
        super().resizeEvent(event)
        self._later.start()

    def _width(self, column: int) -> int:
        """Wide enough for what the column says, as far as one looks (the first rows), within reason."""
        metrics = self.table.fontMetrics()
        said = [str(self.model.headerData(column, Qt.Orientation.Horizontal) or "")]
        rows = range(min(LOOKED_AT, self.model.rowCount()))
        said += [str(self.model.data(self.model.index(row, column))) for row in rows]
        return min(max(metrics.horizontalAdvance(words) for words in said) + GAP, WIDEST_FIGURE)

    def _why_empty(self) -> str:
        if not self._lines:
            return "Nothing to check in this filing."
        off = any(line.group is Group.OFF for line in self._lines)
        return "No check like this." if off or self.words.text() else "✓ Every sum that could be checked ties."

    # pointing

    @property
    def _chosen(self) -> Line | None:
        index = self.table.currentIndex()
        line = self.model.value(index.row()) if index.isValid() else None
        return line if line is not None and not line.head else None

    def _on_current(self, index: QModelIndex, *_: object) -> None:
        """The places of the line are lit beside the list."""
        line = self.model.value(index.row())
        self._tell_foot()
        if line is None or not line.cites or self._path is None or self._own:
            return
        self._own = True
        try:
            self._session.point_at(self._path, *line.cites)
        finally:
            self._own = False

    def _go_to_table(self) -> None:
        if self._chosen is not None:
            self._on_current(self.table.currentIndex())
            self.leave_asked.emit()

    def _on_pointed(self, pointed: Pointed | None) -> None:
        """A figure pointed at elsewhere selects its check, if that is listed."""
        if self._own or pointed is None or pointed.path != self._path:
            return
        if not self._select(lambda line: not line.head and line.cites[:1] == pointed.cites[:1]):
            self.table.clearSelection()

    def _select(self, wanted: Callable[[Line], bool]) -> bool:
        """Chooses the first line like this, without pointing at its places anew; whether there is one."""
        row = next((row for row, line in enumerate(self.model.values) if not line.head and wanted(line)), None)
        if row is None:
            return False
        before, self._own = self._own, True
        self.table.selectRow(row)
        self._own = before
        return True

    # what the reader notes

    def _tell_foot(self) -> None:
        line = self._chosen
        self.foot.show_line(line, may=line is not None and (line.group in TO_ACCEPT))

    def _accept(self, why: str) -> None:
        if (line := self._chosen) is not None:
            self._note(lambda file: self._session.remarks.accept(file, line.key, why))

    def _undo(self) -> None:
        line = self._chosen
        if line is not None and line.own is not None:
            own = line.own
            self._note(lambda file: self._session.remarks.remove(file, own.total))
        elif line is not None:
            self._note(lambda file: self._session.remarks.undo(file, line.key))

    def _note(self, change: Callable[[str], None]) -> None:
        if self._path is None:
            return
        try:
            self._session.note(self._path, change)
        except OSError as error:
            self.failed.emit(f"What you noted could not be kept: {error.strerror or error}")


def _said(line: Line) -> str:
    """A line in words, for those who cannot see it: the sentence, where it is, why it is accepted."""
    parts = (line.words, line.where, f"Accepted: {line.why}" if line.why else "")
    return "\n".join(part for part in parts if part)


def _has(line: Line, words: list[str]) -> bool:
    if not words:
        return True
    said = f"{line.words} {line.chapter.title} {line.where} {line.why or ''}".lower()
    return all(word in said for word in words)
