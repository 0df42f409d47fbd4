"""The figures of the library asked: one line over companies and years, its parts, and what was printed otherwise later; as a
table and a chart, every figure one click from its place in its filing."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from core.statements.statement import Statement
from gui.flat_button import flat_button
from gui.jobs import Jobs, Step
from gui.models.answers import AnswersModel, place_of
from gui.models.arrival import Arrival, Wanted
from gui.plain import PlainLabel
from gui.plot.answers import AnswerSubject
from gui.session import Session, Shown
from gui.table.rows import as_list
from gui.theme import Theme, give_ground, load
from gui.under_way import UnderWay

if TYPE_CHECKING:
    from core.export.corpus_folder import Written
    from core.library.answers import Asked, Line, Restated, Series

PAGE = "figures"
"""The name of this page."""
QUESTIONS = {
    "A line by company": "line",
    "A line by its parts": "parts",
    "Printed otherwise later": "restated",
}
NONE_YET = (
    "The figures of the library are not read yet. “Read the Figures” does it once; what is new is added the next time."
)
NO_LIBRARY = "There is no library yet: add a folder of filings on the page that searches it (Ctrl+Shift+F)."
HINTS = {
    "line": "Net sales, Total assets, NetIncomeLoss",
    "parts": "Net sales, by segment or region",
    "restated": "Any line, or one of them",
}
STARRED = "* another filing prints it otherwise; the newest is shown"
CHARTED = "the chart is of those in {}"
MORE = "the first {:,}; name a company or a line to see others"
TYPING = 300
"""Milliseconds after a key until what is typed is asked."""
AIR = 10
"""Pixels free in a row."""
SHORT = 18
"""Characters of the question that are in sight at least."""
NAMES, YEAR = 200, 118
"""Pixels of a column of names, and of a year at most at first."""
TABLE_AND_CHART = (520, 320)
_ASK, _LINES, _BUILD, _EXPORT = "figures:ask", "figures:lines", "figures:build", "figures:export"


class Found(NamedTuple):
    """An answer; None where there is no library, or its figures are not read yet."""

    question: str
    line: str
    rows: "list[Series] | list[Restated] | None"
    none: str = ""


def found(question: str, asked: "Asked") -> Found:
    """The answer. Raises AnswerError, LibraryError and QueryError. What it needs is imported in the thread that it runs in."""
    from core.export.corpus_folder import is_corpus
    from core.library.answers import Question, opened
    from core.library.data import place_beside
    from core.library.shelf import own_place

    library = own_place()
    if not library.exists():
        return Found(question, asked.line, None, NO_LIBRARY)
    if not is_corpus(place_beside(library)):
        return Found(question, asked.line, None, NONE_YET)
    if not asked.line and question != Question.RESTATED:
        return Found(question, asked.line, [])
    with opened(place_beside(library)) as answers:
        return Found(question, asked.line, answers.to(Question(question), asked))


def known_lines() -> "list[Line]":
    """The lines that can be asked for."""
    from core.export.corpus_folder import is_corpus
    from core.library.answers import opened
    from core.library.data import place_beside
    from core.library.shelf import own_place

    place = place_beside(own_place())
    if not is_corpus(place):
        return []
    with opened(place) as answers:
        return answers.lines()


def brought_up(step: Step) -> "Written":
    """The figures of the library read, as far as they are not. Raises LibraryError and CorpusError."""
    from core.bulk import each
    from core.library.data import bring_up
    from core.library.shelf import opened, own_place
    from core.store.disk import own_store

    with opened(own_place()) as shelf:
        return bring_up(shelf, own_place(), partial(each, store=own_store()), step)


def exported(answer: Found, target: Path) -> str:
    """An answer written as CSV; how many rows. Raises ValueError and OSError."""
    from core.library.answers_table import write_answer

    return f"{write_answer(answer.rows or [], target):,} rows: {target.name}"


class FiguresView(QWidget):
    """What is asked above, the answer as a table, the chart that is given below it."""

    leave_asked = Signal()
    """The reader is done."""

    def __init__(self, session: Session, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._answer = Found("line", "", [])
        self._did = ""
        """What the last reading did, until another question is asked."""
        self.selected_rows: tuple[int, ...] = ()
        self.arrival = Arrival(session, PAGE, self)
        self._later = QTimer(self, singleShot=True, interval=TYPING)
        self._later.timeout.connect(self.ask)
        self._build()
        self.arrival.missed.connect(self.foot.setText)
        self.set_theme(load("light"))
        self._list_lines()
        self.ask()

    def _build(self) -> None:
        self.setAccessibleName("Ask the figures of the library")
        self.question = QComboBox(self)
        self.question.setAccessibleName("Question")
        self.question.addItems(list(QUESTIONS))
        self.question.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.question.setMinimumContentsLength(SHORT)
        self.question.currentIndexChanged.connect(lambda _: self.ask())
        self.line, self.company, self.years = (
            self._line(hint) for hint in ("Line", "Company or CIK", "Years: 1995-2003")
        )
        self.line.setCompleter(QCompleter(self))
        self.leave = flat_button(self, "✕", "Back to the filing (Esc)")
        self.leave.setAccessibleName("Back to the filing")
        self.leave.clicked.connect(self.leave_asked)
        self.read = flat_button(
            self, "Read the Figures", "Reads the figures of the library's filings, as far as they are not read"
        )
        self.read.clicked.connect(self.build)
        self.export = flat_button(self, "Export…", "The answer as a table, a figure a row")
        self.export.clicked.connect(self._export)
        self.stop = flat_button(self, "Stop", "Stops reading; what was read is kept")
        self.model = AnswersModel(self)
        self.subject = AnswerSubject(self, self)
        self.table = self._table()
        self.foot = PlainLabel(parent=self)
        self.foot.setWordWrap(True)
        self.reading = UnderWay(self._jobs, _BUILD, (self.read,), self.stop, self.foot, self)
        self.reading.stopped.connect(self.ask)
        self._lay_out()
        self.setFocusProxy(self.line)

    def _line(self, hint: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setPlaceholderText(hint)
        line.setAccessibleName(hint)
        line.setClearButtonEnabled(True)
        line.setMinimumWidth(1)
        line.textChanged.connect(lambda _: self._later.start())
        line.returnPressed.connect(self.ask)
        return line

    def _table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self.model)
        as_list(table, "The answer", table.fontMetrics().height() + AIR)
        table.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        table.clicked.connect(lambda index: self._go(index, leave=False))
        table.activated.connect(lambda index: self._go(index, leave=True))
        table.selectionModel().selectionChanged.connect(lambda *_: self._selected())
        return table

    def _lay_out(self) -> None:
        top, below = QHBoxLayout(), QHBoxLayout()
        for widget, stretch in (
            (self.question, 0),
            (self.line, 3),
            (self.company, 2),
            (self.years, 1),
            (self.leave, 0),
        ):
            top.addWidget(widget, stretch)
        below.addWidget(self.foot, 1)
        for button in (self.export, self.read, self.stop):
            below.addWidget(button)
        upper = QWidget(self)
        column = QVBoxLayout(upper)
        column.setContentsMargins(14, 10, 10, 4)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addLayout(below)
        self.split = QSplitter(Qt.Orientation.Vertical, self)
        self.split.setHandleWidth(1)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(upper)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.split)

    def hold_chart(self, chart: QWidget) -> None:
        """Puts a chart of `subject` below the table."""
        self.chart = chart
        self.split.addWidget(chart)
        self.split.setSizes(list(TABLE_AND_CHART))
        self._show_chart()

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        give_ground(self, self.table, theme)
        self.foot.setStyleSheet(f"color: {theme.secondary.name()};")
        if hasattr(self, "chart"):
            self.chart.set_theme(theme)  # type: ignore[attr-defined]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes from the lines to the table; Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave_asked.emit()
        elif event.key() == Qt.Key.Key_Down and not self.table.hasFocus():
            self.table.setFocus()
            self.table.selectRow(max(0, self.table.currentIndex().row()))
        else:
            super().keyPressEvent(event)

    def keeps(self, shown: Shown) -> bool:
        """Whether this page goes on with what is shown now: where it asked for that itself."""
        return self.arrival.keeps(shown)

    # asking

    def begin(self) -> None:
        """The line is ready for another question."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def ask(self) -> None:
        """Asks what is typed, in another thread; what was asked before is not heard any more."""
        self._later.stop()
        self._put_offers_away()
        question = QUESTIONS[self.question.currentText()]
        self.line.setPlaceholderText(HINTS[question])
        line, company, years = (each.text().strip() for each in (self.line, self.company, self.years))
        self._jobs.run(_ASK, lambda _: found(question, _asked(line, company, years)), self._tell, self._tell_failed)

    def _tell(self, answer: Found) -> None:
        self._answer = answer
        if answer.question == "restated":
            self.model.show_restated(answer.rows or [])  # type: ignore[arg-type]
        else:
            head = "Company" if answer.question == "line" else "Part"
            self.model.show_years(answer.line, answer.rows or [], head)  # type: ignore[arg-type]
        self._widths()
        self.selected_rows = ()
        self._show_chart()
        self.export.setEnabled(bool(answer.rows))
        self.read.setEnabled(answer.none != NO_LIBRARY)
        if not self.reading.goes_on:
            self.foot.setText(self._said(answer))

    def _said(self, answer: Found) -> str:
        if answer.rows is None:
            return answer.none
        rows, asked = self.model.rowCount(), bool(answer.line) or answer.question == "restated"
        if not rows:
            return self._did or ("Nothing was found" if asked else "")
        from core.library.answers import MOST

        told = [f"{rows:,} {'row' if rows == 1 else 'rows'}"] if rows < MOST else [MORE.format(rows)]
        told += [self.model.said] if self.model.said else []
        told += [CHARTED.format(self.model.charted)] if self.model.charted else []
        return " · ".join([*told, *([STARRED] if self.model.starred else []), *([self._did] if self._did else [])])

    def _tell_failed(self, error: Exception) -> None:
        self._tell(self._answer._replace(rows=[]))
        self.foot.setText(str(error))
        if not isinstance(error, ValueError):  # what is asked, or the library, is at fault: its message is one line
            raise error

    def _widths(self) -> None:
        self.table.setColumnHidden(0, self.model.is_of_one)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column in range(self.model.columnCount()):
            self.table.resizeColumnToContents(column)
            widest = NAMES if column < self.model.words else YEAR
            self.table.setColumnWidth(column, min(widest, self.table.columnWidth(column) + AIR))

    def _list_lines(self) -> None:
        self._jobs.run(_LINES, lambda _: known_lines(), self._offer, lambda _: None)

    def _offer(self, lines: "list[Line]") -> None:
        names = dict.fromkeys(line.caption for line in lines if line.caption)
        completer = QCompleter(list(names), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.line.setCompleter(completer)

    def _put_offers_away(self) -> None:
        """What is typed is all that is offered: nothing stands over the answer."""
        completer, typed = self.line.completer(), self.line.text().casefold()
        popup = completer.popup()
        if popup is not None and completer.completionCount() == 1 and completer.currentCompletion().casefold() == typed:
            popup.hide()

    # the chart

    @property
    def statement(self) -> Statement | None:
        """The answer as a table that can be charted."""
        return self.model.statement

    def _selected(self) -> None:
        chosen = tuple(sorted({index.row() for index in self.table.selectionModel().selectedRows()}))
        self.selected_rows = chosen if len(chosen) > 1 else ()
        self.subject.changed.emit()

    def _show_chart(self) -> None:
        if hasattr(self, "chart"):
            self.chart.setVisible(self.model.statement is not None)
        self.subject.changed.emit()

    def point(self, row: int, column: int) -> None:
        """Goes to a figure of the chart, by its row and year."""
        if self.statement is not None:
            self._go(self.model.place(row, self.statement.columns[column].label), leave=False)

    def _go(self, index: QModelIndex, *, leave: bool) -> None:
        """Opens the filing of a figure at its place."""
        point = self.model.point(index)
        if point is not None:
            self.arrival.go(Wanted(Path(point.path), place_of(point), leave))

    # the figures

    def build(self) -> None:
        """Reads the figures of the library, as far as they are not read."""
        self.reading.begin(brought_up, self._built, self._tell_failed)

    def _built(self, done: "Written") -> None:
        self._did = f"{done.read:,} read, {done.before + done.again:,} as they were, {done.failed:,} not read"
        self._list_lines()
        self.ask()

    def _export(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, "Export the Answer", "answer.csv", "CSV (*.csv)")
        if name:
            answer, target = self._answer, Path(name)
            self._jobs.run(_EXPORT, lambda _: exported(answer, target), self.foot.setText, self._not_exported)

    def _not_exported(self, error: Exception) -> None:
        self.foot.setText(str(error))
        if not isinstance(error, ValueError | OSError):
            raise error


def _asked(line: str, company: str, years: str) -> "Asked":
    from core.library.answers import Asked
    from core.library.query import years as years_of

    return Asked(line, company, years_of(years))
