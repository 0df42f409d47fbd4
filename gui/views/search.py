"""The library searched: words and amounts in all of its filings, a hit a line, each one click from its place."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QInputDialog,
    QLineEdit,
    QMenu,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.library.saved import Question, SearchesError, keep_search, own_searches, searches
from gui.flat_button import flat_button
from gui.jobs import Jobs, Step
from gui.models.arrival import Arrival, Wanted
from gui.models.hits import COMPANY, FORM, SENTENCE, YEAR, HitsModel, place_of
from gui.plain import PlainLabel
from gui.session import Session, Shown
from gui.table.rows import list_of
from gui.theme import Theme, give_ground, load
from gui.under_way import UnderWay

if TYPE_CHECKING:
    from core.library.search import Hit
    from core.library.update import Updated

PAGE = "search"
"""The name of this page."""
HINT = 'Search the library: words, "a phrase", begin*, one NEAR/5 other, NOT, OR, 1000..2000, 1.5m..2bn'
NONE_YET = "There is no library yet. Add a folder of filings: they are read once, and stay where they are."
TYPING = 250
"""Milliseconds after a key until what is typed is looked for."""
MOST = 100
"""Hits that are listed."""
LINES = 2
"""Lines of words in a row."""
WIDTHS = {COMPANY: 150, FORM: 62, YEAR: 52}
NARROW = 560
"""Pixels of width below which the company has no column of its own."""
STATEMENTS = {
    "Anywhere": "",
    "Balance sheet": "balance_sheet",
    "Income statement": "income_statement",
    "Comprehensive income": "comprehensive_income",
    "Cash flows": "cash_flow",
    "Stockholders' equity": "equity",
}
TABLES = "Excel workbook (*.xlsx);;CSV (*.csv)"
_FIND, _BUILD, _EXPORT = "library:find", "library:build", "library:export"


def found(asked: Question) -> "list[Hit] | None":
    """The hits; None where there is no library yet. Raises QueryError and LibraryError. What it needs is imported in the
    thread that it runs in, so that the window does not wait for it."""
    from core.library.query import years
    from core.library.search import Limits, search
    from core.library.shelf import opened, own_place

    place = own_place()
    if not place.exists():
        return None
    limits = Limits(asked.company, asked.form, years(asked.years), asked.item, asked.note, asked.statement)
    with opened(place) as shelf:
        return search(shelf, asked.query, limits, MOST) if asked.query else []


def exported(asked: Question, target: Path) -> str:
    """All hits written as a table, with the filings that have none; how many they are. Raises QueryError, LibraryError,
    ValueError and OSError."""
    from core.library.hits_table import answered, write_hits
    from core.library.query import years
    from core.library.search import Limits
    from core.library.shelf import opened, own_place

    limits = Limits(asked.company, asked.form, years(asked.years), asked.item, asked.note, asked.statement)
    with opened(own_place()) as shelf:
        told = answered(shelf, asked.query, limits)
    written = write_hits(told, target)
    filings = len({hit.path for hit in told.hits})
    return (
        f"{len(told.hits):,} hits in {filings:,} filings, {len(told.without):,} filings without one: "
        f"{', '.join(path.name for path in written)}"
    )


def brought_up(folder: Path | None, step: Step) -> "Updated":
    """The library brought up to its folders, with another one where one is named. Raises LibraryError."""
    from core.library.shelf import opened, own_place
    from core.library.update import update
    from core.store.disk import own_store

    with opened(own_place(), new=folder is not None) as shelf:
        if folder is not None:
            shelf.add_folder(folder.resolve())
        return update(shelf, own_store(), step)


def _counted(hits: int) -> str:
    if hits == MOST:
        return f"The best {hits:,} hits"
    return f"{hits:,} hits" if hits > 1 else "1 hit" if hits else "Nothing was found"


class SearchView(QWidget):
    """A line for the question, lines for its limits, and the hits."""

    leave_asked = Signal()
    """The reader wants to see what they pointed at, or is done."""

    def __init__(self, session: Session, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self._did = ""
        """What the last update did, until another question is typed."""
        self._later = QTimer(self, singleShot=True, interval=TYPING)
        self._later.timeout.connect(self.look)
        self.arrival = Arrival(session, PAGE, self)
        self._build()
        self.arrival.missed.connect(self.foot.setText)
        self.set_theme(load("light"))
        self.look()

    def _build(self) -> None:
        self.setAccessibleName("Search the library")
        self.query = self._line(HINT, "Search the library")
        self.query.setToolTip(HINT)
        self.company, self.form = self._line("Company or CIK"), self._line("Form")
        self.years, self.item, self.note = self._line("Years: 1995-2003"), self._line("Item"), self._line("Note")
        self.statement = QComboBox(self)
        self.statement.setAccessibleName("Statement")
        self.statement.addItems(list(STATEMENTS))
        self.statement.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.statement.currentIndexChanged.connect(lambda _: self.look())
        self.leave = self._button("✕", "Back to the filing (Esc)", self.leave_asked.emit)
        self.leave.setAccessibleName("Back to the filing")
        self.add = self._button("Add a Folder…", "Reads the filings of a folder into the library", self._choose_folder)
        self.update_all = self._button("Bring Up to Date", "Reads what is new or changed", lambda: self.build(None))
        self.export = self._button("Export…", "All hits as a table, and the filings without one", self._export)
        self.kept = self._button("Saved", "Searches that are kept by a name", self.look)
        self.kept.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.kept.setMenu(QMenu(self.kept))
        self.kept.menu().aboutToShow.connect(self.list_saved)
        self.stop = self._button("Stop", "Stops reading; what was read is kept")
        self.model = HitsModel(self)
        self.table = self._table()
        self.foot = PlainLabel(parent=self)
        self.foot.setWordWrap(True)
        begin = (self.add, self.update_all)
        self.reading = UnderWay(self._jobs, _BUILD, begin, self.stop, self.foot, self)
        self.reading.stopped.connect(self.look)
        self._lay_out()
        self.setFocusProxy(self.query)

    def _line(self, hint: str, name: str = "") -> QLineEdit:
        line = QLineEdit(self)
        line.setPlaceholderText(hint)
        line.setAccessibleName(name or hint)
        line.setClearButtonEnabled(True)
        line.textChanged.connect(self._typed)
        line.returnPressed.connect(self.look)
        return line

    def _button(self, title: str, told: str, act: Callable[[], object] | None = None) -> QToolButton:
        button = flat_button(self, title, told)
        if act is not None:
            button.clicked.connect(act)
        return button

    def _table(self) -> QTableView:
        table = list_of(self.model, "What was found", self, WIDTHS, SENTENCE, LINES)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.clicked.connect(lambda index: self._go(index, leave=False))
        table.activated.connect(lambda index: self._go(index, leave=True))
        return table

    def _lay_out(self) -> None:
        top, limits, below = QHBoxLayout(), QGridLayout(), QHBoxLayout()
        top.addWidget(self.query, 1)
        top.addWidget(self.leave)
        fields = (self.company, self.form, self.years, self.item, self.note, self.statement)
        for at, widget in enumerate(fields):
            widget.setMinimumWidth(1)
            limits.addWidget(widget, *divmod(at, len(fields) // 2))
        below.addStretch(1)
        for button in (self.kept, self.export, self.add, self.update_all, self.stop):
            below.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 10, 8)
        column.setSpacing(6)
        column.addLayout(top)
        column.addLayout(limits)
        column.addWidget(self.table, 1)
        column.addWidget(self.foot)
        column.addLayout(below)

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        give_ground(self, self.table, theme)
        self.foot.setStyleSheet(f"color: {theme.secondary.name()};")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the sentence has it."""
        super().resizeEvent(event)
        self.table.setColumnHidden(COMPANY, self.width() < NARROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes from the lines to the list; Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave_asked.emit()
        elif event.key() == Qt.Key.Key_Down and not self.table.hasFocus():
            self.table.setFocus()
            self.table.selectRow(max(0, self.table.currentIndex().row()))
        else:
            super().keyPressEvent(event)

    # looking

    def begin(self) -> None:
        """The line is ready for another question."""
        self.query.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.query.selectAll()

    def _typed(self) -> None:
        self._did = ""
        self._later.start()

    def asked(self) -> Question:
        """What is typed."""
        lines = (self.query, self.company, self.form, self.years, self.item, self.note)
        query, company, form, years, item, note = (line.text().strip() for line in lines)
        return Question(query, company, form, years, item, note, STATEMENTS[self.statement.currentText()])

    def ask(self, asked: Question) -> None:
        """Types a question, and looks for it."""
        lines = (self.query, self.company, self.form, self.years, self.item, self.note)
        for line, words in zip(lines, asked, strict=False):
            line.setText(words)
        self.statement.setCurrentIndex(max(0, list(STATEMENTS.values()).index(asked.statement)))
        self.look()

    def look(self) -> None:
        """Looks for what is asked, in another thread; what was asked before is not heard any more."""
        self._later.stop()
        asked = self.asked()
        self._jobs.run(_FIND, lambda _: found(asked), lambda hits: self._tell(asked, hits), self._tell_failed)

    def _tell(self, asked: Question, hits: "list[Hit] | None") -> None:
        self.model.set_values(hits or ())
        self.update_all.setEnabled(hits is not None)
        self.export.setEnabled(bool(hits))
        if self.reading.goes_on:
            return
        said = NONE_YET if hits is None else _counted(len(hits)) if asked.query else ""
        self.foot.setText(" · ".join(words for words in (said, self._did) if words))

    def _tell_failed(self, error: Exception) -> None:
        self.model.set_values(())
        self.export.setEnabled(False)
        self.foot.setText(str(error))
        if not isinstance(error, ValueError):  # what is asked, or the library, is at fault: its message is one line
            raise error

    def keeps(self, shown: Shown) -> bool:
        """Whether this page goes on with what is shown now: where it asked for that itself."""
        return self.arrival.keeps(shown)

    def _go(self, index: QModelIndex, *, leave: bool) -> None:
        """Opens the filing of a hit at its place."""
        hit = self.model.value(index.row())
        if hit is not None:
            self.arrival.go(Wanted(hit.path, partial(place_of, hit), leave))

    # searches that are kept, and tables

    def list_saved(self) -> None:
        """Fills the menu of the searches that are kept."""
        menu = self.kept.menu()
        menu.clear()
        known = self._searches(lambda: searches(own_searches()))
        for name, asked in known.items():
            menu.addAction(name.replace("&", "&&"), partial(self.ask, asked))
        if known:
            menu.addSeparator()
        menu.addAction("Save This Search…", self._save).setEnabled(bool(self.query.text().strip()))
        forget = menu.addMenu("Forget")
        forget.setEnabled(bool(known))
        for name in known:
            forget.addAction(name.replace("&", "&&"), partial(self._keep, name, None))

    def _save(self) -> None:
        asked = self.asked()
        name, fine = QInputDialog.getText(self, "Save This Search", "Its name:", text=asked.query)
        if fine and name.strip():
            self._keep(name.strip(), asked)

    def _keep(self, name: str, asked: Question | None) -> None:
        self._searches(lambda: keep_search(own_searches(), name, asked))

    def _searches(self, act: Callable[[], dict[str, Question]]) -> dict[str, Question]:
        """The searches that there are; a line where they cannot be read or written."""
        try:
            return act()
        except SearchesError as error:
            self.foot.setText(str(error))
            return {}

    def _export(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, "Export the Hits", "hits.xlsx", TABLES)
        if name:
            asked, target = self.asked(), Path(name)
            self.foot.setText(f"Writing {target.name} …")
            self._jobs.run(_EXPORT, lambda _: exported(asked, target), self.foot.setText, self._not_exported)

    def _not_exported(self, error: Exception) -> None:
        self.foot.setText(str(error))
        if not isinstance(error, ValueError | OSError):
            raise error

    # the library

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, "Add a Folder of Filings to the Library")
        if name:
            self.build(Path(name))

    def build(self, folder: Path | None) -> None:
        """Brings the library up to its folders, with another one where one is named."""
        self.reading.begin(lambda step: brought_up(folder, step), self._built, self._tell_failed)

    def _built(self, done: "Updated") -> None:
        told = f"{done.read:,} read, {done.same:,} as they were, {done.gone:,} gone, {done.unreadable:,} not read"
        away = "".join(f"; {folder} is not there, what was read of it is kept" for folder in done.missing)
        self._did = told + away
        self.look()
