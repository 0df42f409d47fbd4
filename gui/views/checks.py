"""Every sum that was checked, those that are off first, and what the reading leaves open; a click shows the places."""

from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.analysis import Analysis
from core.checks.check import Check
from core.places import Places
from core.search import whereabouts
from core.source import Cite
from gui.format import number
from gui.models.outline import DOUBT_MARK
from gui.models.rows import RowColumn, RowsModel
from gui.models.titles import calm, calm_place
from gui.plain import PlainLabel
from gui.session import Pointed, Session, Shown
from gui.table.rows import as_list
from gui.theme import Theme, load


class Group(StrEnum):
    """What a line of the list is."""

    OFF = "off"
    LOOK = "look"
    FOUND = "found"
    NOT_CHECKED = "not_checked"
    TIES = "ties"


_MARKS = {Group.OFF: "▲", Group.LOOK: "△", Group.FOUND: DOUBT_MARK, Group.NOT_CHECKED: "–", Group.TIES: "✓"}
_WORDS = {
    Group.OFF: ("does not tie", "do not tie"),
    Group.LOOK: ("worth a look", "worth a look"),
    Group.FOUND: ("finding", "findings"),
    Group.NOT_CHECKED: ("not checked", "not checked"),
    Group.TIES: ("ties", "tie"),
}
_WIDEST_FIGURE = 130
_MANY = 250
_AIR = 10
_WHERE, _ROOMY = 5, 780


class Line(NamedTuple):
    """A check or a finding: its sentence, its places, and where the first of them is, in words."""

    group: Group
    words: str
    cites: tuple[Cite, ...]
    statement: str
    where: str
    check: Check | None = None


def amount(value: Decimal | None) -> str:
    """An amount as a cell shows it; nothing where there is none."""
    if value is None:
        return ""
    exponent = value.as_tuple().exponent
    return number(value, max(0, -exponent) if isinstance(exponent, int) else 0, brackets=True)


def lines(places: Places) -> list[Line]:
    """The checks and findings of a filing: what is off first and then what is worth a look, the surest first; then the other
    groups, in the order of the filing."""
    checks = [_line(places, _group(check), check.title, check.cites, check) for check in places.analysis.checks]
    found = [_line(places, Group.FOUND, finding.message, finding.cites) for finding in places.analysis.findings]
    order = list(Group)
    return sorted([*checks, *found], key=lambda line: (order.index(line.group), -_sure(line)))


def _group(check: Check) -> Group:
    return Group.LOOK if check.worth_a_look else Group(check.status.value)


def _sure(line: Line) -> float:
    return (line.check.probability or 0.0) if line.check is not None else 0.0


def _explained(line: Line) -> tuple[str, ...]:
    """The other sums that fail for the same cause."""
    explains = line.check.explains if line.check is not None else ()
    return tuple([words for words in explains if words.rstrip(".") not in line.words])


def _line(places: Places, group: Group, words: str, cites: tuple[Cite, ...], check: Check | None = None) -> Line:
    if not cites:
        return Line(group, words, cites, "", "", check)
    here = cites[0]
    figure = places.figure_at(here.document, here.start) if check is not None else None
    title = figure.statement.title or "" if figure is not None else ""
    return Line(group, words, cites, calm(title), calm_place(whereabouts(places, here.document, here.start)), check)


class ChecksTable(QTableView):
    """The list; Enter points at the row's figures."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is a click."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


class ChecksView(QWidget):
    """The checks of the filing that is shown. Ties are left out until they are asked for."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._path: Path | None = None
        self._lines: list[Line] = []
        self._theme = load("light")
        self._own = False
        self._stale = True
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._wrap)
        self._build()
        self.set_theme(self._theme)
        session.shown.connect(self._on_shown)
        session.opened.connect(self._on_opened)
        session.pointed.connect(self._on_pointed)
        self._on_shown(session.current)

    def _build(self) -> None:
        self.setAccessibleName("Checks")
        self.title = QLabel("Checks", self)
        self.filters = {group: self._filter(group) for group in Group}
        self.words = QLineEdit(self)
        self.words.setPlaceholderText("Filter")
        self.words.setAccessibleName("Filter the checks by words")
        self.words.setClearButtonEnabled(True)
        self.words.setMaximumWidth(240)
        self.words.textChanged.connect(self._refill)
        row = QHBoxLayout()
        row.setContentsMargins(14, 12, 14, 8)
        row.setSpacing(8)
        row.addWidget(self.title)
        row.addSpacing(8)
        for button in self.filters.values():
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.words)
        self.model = RowsModel[Line](self._columns(), self)
        self.table = self._table()
        self.nothing = PlainLabel(parent=self)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        beside = QHBoxLayout()
        beside.setContentsMargins(0, 0, 10, 0)
        beside.addWidget(self.table)
        column.addLayout(beside, 1)
        column.addWidget(self.nothing, 1)

    def _filter(self, group: Group) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        button.setChecked(group is not Group.TIES)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.toggled.connect(self._refill)
        return button

    def _columns(self) -> list[RowColumn[Line]]:
        foreground = int(Qt.ItemDataRole.ForegroundRole)
        tip = int(Qt.ItemDataRole.ToolTipRole)
        coloured = {foreground: lambda line: self._colour(line.group)}
        grey = {foreground: lambda _line: self._theme.secondary, tip: lambda line: line.where}
        described = {tip: lambda line: "\n".join((f"{_WORDS[line.group][0]}: {line.words}", *_explained(line)))}

        def of_check(value: Callable[[Check], Decimal | None]) -> Callable[[Line], str]:
            return lambda line: amount(value(line.check)) if line.check is not None else ""

        return [
            RowColumn("", lambda line: _MARKS[line.group], right=True, roles={**coloured, **described}),
            RowColumn("What was checked and found", lambda line: line.words, roles=described),
            RowColumn("Reported", of_check(lambda check: check.reported), right=True),
            RowColumn("Expected", of_check(lambda check: check.expected), right=True),
            RowColumn("Difference", of_check(lambda check: check.difference), right=True, roles=coloured),
            RowColumn("Where", lambda line: line.statement or line.where, roles=grey),
        ]

    def _table(self) -> ChecksTable:
        table = ChecksTable(self)
        table.setModel(self.model)
        as_list(table, "Checks", 26)
        table.setWordWrap(True)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        head = table.horizontalHeader()
        head.setMinimumSectionSize(24)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().setMinimumSectionSize(26)
        head.setStretchLastSection(False)
        table.clicked.connect(self._on_activated)
        table.activated.connect(self._on_activated)
        return table

    def _colour(self, group: Group) -> QColor:
        colours = {Group.OFF: self._theme.warning, Group.LOOK: self._theme.warning, Group.TIES: self._theme.gain}
        return colours.get(group, self._theme.secondary)

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        palette = self.palette()
        palette.setColor(self.backgroundRole(), theme.ground)
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        listed = self.table.palette()
        listed.setColor(QPalette.ColorRole.Base, theme.ground)
        listed.setColor(QPalette.ColorRole.Text, theme.text)
        listed.setColor(QPalette.ColorRole.Highlight, theme.selection)
        listed.setColor(QPalette.ColorRole.HighlightedText, theme.text)
        self.table.setPalette(listed)
        self.title.setStyleSheet(f"font-weight: 600; font-size: 15px; color: {theme.text.name()};")
        self.nothing.setStyleSheet(f"color: {theme.secondary.name()};")
        head = f"border: 0; border-bottom: 1px solid {theme.hairline.name()}; background: {theme.ground.name()};"
        self.table.horizontalHeader().setStyleSheet(
            f"QHeaderView::section {{ {head} color: {theme.secondary.name()}; padding: 4px 6px; }}"
        )
        for group, button in self.filters.items():
            button.setStyleSheet(self._filter_style(group))
        self.table.viewport().update()

    def _filter_style(self, group: Group) -> str:
        theme = self._theme
        colour = self._colour(group).name()
        shape = "border-radius: 10px; padding: 3px 10px;"
        return (
            f"QToolButton {{ {shape} border: 1px solid {theme.hairline.name()}; color: {theme.secondary.name()};"
            f" background: transparent; }}"
            f"QToolButton:checked {{ color: {colour}; background: {theme.panel.name()}; border-color: {colour}; }}"
            f"QToolButton:focus {{ border-color: {theme.accent.name()}; }}"
        )

    # what is shown

    def _on_shown(self, shown: Shown | None) -> None:
        path = shown.path if shown is not None else None
        if path != self._path:
            self._path = path
            self._read()

    def _on_opened(self, analysis: Analysis) -> None:
        if analysis.path == self._path:
            self._read()

    def showEvent(self, event: QShowEvent) -> None:
        """What came while this was hidden is listed now."""
        super().showEvent(event)
        if self._stale:
            self._read()

    def _read(self) -> None:
        self._stale = not self.isVisible()
        if self._stale:
            return
        known = self._path is not None and self._session.is_open(self._path)
        self._lines = lines(self._session.places(self._path)) if known and self._path is not None else []
        for group, button in self.filters.items():
            count = sum(line.group is group for line in self._lines)
            one, many = _WORDS[group]
            button.setText(f"{_MARKS[group]} {count:,} {one if count == 1 else many}")
            button.setAccessibleName(f"{count} {one if count == 1 else many}")
            button.setVisible(bool(count))
        self._refill()

    def _refill(self) -> None:
        words = self.words.text().lower().split()
        wanted = {group for group, button in self.filters.items() if button.isChecked()}
        shown = [
            line
            for line in self._lines
            if line.group in wanted and all(word in f"{line.words} {line.statement}".lower() for word in words)
        ]
        self.model.set_values(shown)
        self.table.setVisible(bool(shown))
        self.nothing.setVisible(not shown)
        self.nothing.setText(self._why_empty())
        for column in (0, 2, 3, 4, 5):
            self.table.setColumnWidth(column, 34 if column == 0 else self._width(column))
        for column in (2, 3, 4):  # findings alone have no amounts
            self.table.setColumnHidden(column, all(line.check is None for line in shown))
        self._later.start()

    def _wrap(self) -> None:
        """Long sentences get the lines they need, where the list is not too long to ask each row."""
        if self.model.rowCount() <= _MANY:
            self.table.resizeRowsToContents()
            for row in range(self.model.rowCount()):
                self.table.setRowHeight(row, self.table.rowHeight(row) + _AIR)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sentences are wrapped to the new width."""
        super().resizeEvent(event)
        self.table.setColumnHidden(_WHERE, event.size().width() < _ROOMY)
        self._later.start()

    def _width(self, column: int) -> int:
        """Wide enough for what the column says, as far as one looks (the first rows), within reason."""
        metrics = self.table.fontMetrics()
        said = [str(self.model.headerData(column, Qt.Orientation.Horizontal) or "")]
        said += [str(self.model.data(self.model.index(row, column))) for row in range(min(200, self.model.rowCount()))]
        widest = max(metrics.horizontalAdvance(words) for words in said) + 20
        return min(widest, 190 if column == 5 else _WIDEST_FIGURE)

    def _why_empty(self) -> str:
        if not self._lines:
            return "Nothing to check in this filing."
        off = any(line.group is Group.OFF for line in self._lines)
        return "No check like this." if off or self.words.text() else "✓ Every sum that could be checked ties."

    # pointing

    def _on_activated(self, index: QModelIndex) -> None:
        line = self.model.value(index.row())
        if line is not None and line.cites and self._path is not None:
            self._own = True
            try:
                self._session.point_at(self._path, *line.cites)
            finally:
                self._own = False

    def _on_pointed(self, pointed: Pointed | None) -> None:
        """A figure pointed at elsewhere selects its check, if that is listed."""
        if self._own or pointed is None or pointed.path != self._path:
            return
        rows = (row for row, line in enumerate(self.model.values) if line.cites[:1] == pointed.cites[:1])
        row = next(rows, None)
        if row is not None:
            self.table.selectRow(row)
        else:
            self.table.clearSelection()
