"""Two filings side by side: which sections changed most, what changed in each, and figures that were printed differently."""

import time
from collections.abc import Callable, Generator, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.analysis import Analysis
from core.compare.figures import Changed, changing_figures
from core.compare.filings import ROLLED, Aligned, ChangeKind, Comparison, Pair, Tally, tally
from core.places import Places
from core.years.company import strangers
from core.years.stitched import filings_of, in_time
from gui.choice_box import Choice
from gui.flat_button import flat_button
from gui.models.compared import Counted, figure_columns, most_changed, named, section_columns
from gui.models.rows import RowsModel
from gui.models.titles import filing_title
from gui.plain import PlainLabel
from gui.session import Session, Shown
from gui.table.rows import as_list
from gui.text.folding import Folding
from gui.text.redline_layout import Folded
from gui.text.redline_layout import Shown as ShownRow
from gui.text.redline_view import Beside
from gui.theme import Theme, load

_BUDGET = 0.008
_STEPS = {Qt.Key.Key_F7: -1, Qt.Key.Key_F8: 1}
_LISTED = 6


class CompareView(QWidget):
    """Two open filings: the list of their sections with how much each changed, and a section of both with what changed in it."""

    leave_asked = Signal()
    """The reader is done with comparing."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = load("light")
        self._comparison: Comparison | None = None
        self._counts: list[Counted] = []
        self._counting: Iterator[Tally | None] = iter(())
        self._unchanged = Folding()
        self._rows: list[Aligned] = []
        self._stops: list[tuple[int, int]] = []
        self._stop = -1
        self._stale = True
        self._work: Iterator[tuple[Aligned, ...]] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)
        self._later = QTimer(self)
        self._later.setInterval(0)
        self._later.timeout.connect(self._count_on)
        self._changing: Generator[object, None, tuple[Changed, ...]] | None = None
        self._figuring = QTimer(self)
        self._figuring.setInterval(0)
        self._figuring.timeout.connect(self._figure_on)
        self._build()
        self.set_theme(self._theme)
        session.opened.connect(self._on_open_changed)
        session.closed.connect(self._on_open_changed)
        session.shown.connect(self._on_shown)
        self._on_open_changed()

    def _build(self) -> None:
        self.setAccessibleName("Compare")
        self.older = self._combo("Older filing")
        self.newer = self._combo("Newer filing")
        self.section = self._combo("Section")
        self.older.activated.connect(self._on_filings_chosen)
        self.newer.activated.connect(self._on_filings_chosen)
        self.section.activated.connect(self._on_section_chosen)
        self.fold = self._check("Fold what stayed", on=True)
        self.plain = self._check("Leave out dates and figures", on=False)
        self.plain.setToolTip("Dates and figures that changed in sentences whose other words did not")
        self.count = PlainLabel(parent=self)
        self.previous = self._button("‹", "Previous change (F7)", lambda: self.step_change(-1))
        self.following = self._button("›", "Next change (F8)", lambda: self.step_change(1))
        self.all = self._button("All sections", "All sections, most changed first", self._toggle_list)
        self.all.setCheckable(True)
        self.leave = self._button("✕", "Back to the filing (Esc)", self.leave_asked.emit)
        self.restated = PlainLabel(parent=self)
        self.restated.setContentsMargins(14, 4, 14, 4)
        self.model = RowsModel[Changed](figure_columns(self._secondary), self)
        self.table = self._table(self.model, "Figures printed otherwise")
        self.table.clicked.connect(self._on_restated)
        self.table.activated.connect(self._on_restated)
        self.counted = RowsModel[Counted](section_columns(self._secondary), self)
        self.sections = self._table(self.counted, "All sections")
        self.sections.clicked.connect(self._on_listed)
        self.sections.activated.connect(self._on_listed)
        self.beside = Beside(self._theme, self)
        self.beside.clicked.connect(self._on_clicked)
        self.notice = PlainLabel(parent=self)
        self.notice.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.notice.setWordWrap(True)
        self._lay_out()

    def _lay_out(self) -> None:
        filings, sections, told = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        filings.setContentsMargins(14, 12, 8, 0)
        sections.setContentsMargins(14, 6, 14, 0)
        told.setContentsMargins(16, 2, 14, 6)
        for line in (sections, told):
            line.setSpacing(10)
        filings.addWidget(self.older, 1)
        filings.addSpacing(12)
        filings.addWidget(self.newer, 1)
        filings.addWidget(self.leave)
        sections.addWidget(self.all)
        sections.addWidget(self.section, 1)
        for button in (self.previous, self.following):
            sections.addWidget(button)
        told.addWidget(self.count, 1)
        told.addWidget(self.fold)
        told.addWidget(self.plain)
        overview = QWidget(self)
        listed = QVBoxLayout(overview)
        listed.setContentsMargins(8, 0, 8, 8)
        listed.addWidget(self.sections, 1)
        listed.addWidget(self.restated)
        listed.addWidget(self.table)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.beside)
        self.stack.addWidget(overview)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(filings)
        column.addLayout(sections)
        column.addLayout(told)
        column.addWidget(self.stack, 1)
        column.addWidget(self.notice, 1)

    def _check(self, text: str, *, on: bool) -> QCheckBox:
        box = QCheckBox(text, self)
        box.setChecked(on)
        box.toggled.connect(self._refill)
        return box

    def _combo(self, name: str) -> Choice:
        combo = Choice(self)
        combo.setAccessibleName(name)
        combo.setToolTip(name)
        combo.setMinimumContentsLength(16)
        combo.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return combo

    def _button(self, text: str, tip: str, does: Callable[[], None]) -> QToolButton:
        button = flat_button(self, text, tip)
        button.setAccessibleName(tip)
        button.clicked.connect(lambda _on: does())
        return button

    def _secondary(self) -> QColor:
        return self._theme.secondary

    def _table(self, model: QAbstractTableModel, name: str) -> QTableView:
        table = QTableView(self)
        table.setModel(model)
        as_list(table, name, 25)
        head = table.horizontalHeader()
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        return table

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        self.beside.set_theme(theme)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), theme.ground)
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        head = f"border: 0; border-bottom: 1px solid {theme.hairline.name()}; background: {theme.ground.name()};"
        for table in (self.table, self.sections):
            table.horizontalHeader().setStyleSheet(
                f"QHeaderView::section {{ {head} color: {theme.secondary.name()}; padding: 3px 6px; }}"
            )
        for widget in (self.count, self.notice):
            widget.setStyleSheet(f"color: {theme.secondary.name()};")
        self.restated.setStyleSheet(f"color: {theme.warning.name()};")

    # which filings, which section

    def _on_open_changed(self, _what: object = None) -> None:
        """The open filings; where none were chosen, the shown company's two newest. Not before anyone looks."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        chosen = self._path(self.older), self._path(self.newer)
        analyses = in_time(self._session.analyses)
        for combo in (self.older, self.newer):
            combo.clear()
            for analysis in analyses:
                combo.addItem(filing_title(analysis.filing), analysis.path)
        pair = self._likely_pair(analyses)
        for combo, path, likely in ((self.older, chosen[0], pair[0]), (self.newer, chosen[1], pair[-1])):
            known = combo.findData(path) if path is not None else -1
            combo.setCurrentIndex(known if known >= 0 else combo.findData(likely))
        self._on_filings_chosen()

    def _likely_pair(self, analyses: list[Analysis]) -> list[Path | None]:
        """The two newest filings of the shown filing's company; the one that it has, where there is no other to compare."""
        current = self._session.current
        of = self._session.places(current.path).analysis if current is not None else analyses[-1] if analyses else None
        same = filings_of(analyses, of) if of is not None else []
        return [one.path for one in same[-2:]] or [None]

    def showEvent(self, event: QShowEvent) -> None:
        """What was opened while this was hidden is compared now."""
        super().showEvent(event)
        if self._stale:
            self._on_open_changed()

    def _path(self, combo: Choice) -> Path | None:
        path = combo.currentData()
        return path if isinstance(path, Path) else None

    def _places(self) -> tuple[Places, Places] | None:
        old, new = self._path(self.older), self._path(self.newer)
        if old is None or new is None or old == new:
            return None
        if not (self._session.is_open(old) and self._session.is_open(new)):
            return None
        return self._session.places(old), self._session.places(new)

    def choose(self, old: Path, new: Path) -> None:
        """Compares these two open filings."""
        self.older.setCurrentIndex(self.older.findData(old))
        self.newer.setCurrentIndex(self.newer.findData(new))
        self._on_filings_chosen()

    def _on_filings_chosen(self) -> None:
        both = self._places()
        self._comparison = Comparison(*both) if both is not None else None
        self.section.clear()
        for pair in self._pairs:
            self.section.addItem(named(pair))
        self._figure(both)
        self._say()
        self._counts = []
        self.counted.set_values(())
        self._counting = self._counts_of_all()
        self._on_shown(self._session.current)
        self._on_section_chosen()

    @property
    def _pairs(self) -> tuple[Pair, ...]:
        return self._comparison.pairs if self._comparison is not None else ()

    def _say(self) -> None:
        """Why there is nothing, where there is nothing."""
        both = self._places()
        few = len(self._session.analyses) < 2
        self.notice.setText(
            "Open a second filing to compare it with this one."
            if few
            else "No other filing of this company is open: open one of another year, or choose any two filings above."
            if both is None
            else "Neither filing has sections that can be compared."
        )
        self.notice.setVisible(not self._pairs)
        self.stack.setVisible(bool(self._pairs))
        for widget in (self.section, self.fold, self.plain, self.count, self.previous, self.following, self.all):
            widget.setEnabled(bool(self._pairs))

    def _figure(self, both: tuple[Places, Places] | None) -> None:
        """Begins to look for the figures that both print differently, among all open filings of the company."""
        self._list_restated(())
        self._changing = None
        self._figuring.stop()
        if both is None:
            return
        old, new = (one.analysis for one in both)
        if not strangers(old.filing.header, new.filing.header):
            self._changing = changing_figures(old, new, filings_of(self._session.analyses, new))
            self._figuring.start()

    def _figure_on(self) -> None:
        until = time.perf_counter() + _BUDGET
        while self._changing is not None and time.perf_counter() < until:
            try:
                next(self._changing)
            except StopIteration as end:
                self._changing = None
                self._figuring.stop()
                self._list_restated(end.value)

    def _list_restated(self, found: Sequence[Changed]) -> None:
        self.model.set_values(found)
        self.table.setVisible(bool(found))
        self.restated.setVisible(bool(found))
        count = len(found)
        self.restated.setText(f"▲ {count:,} {'figure is' if count == 1 else 'figures are'} printed differently")
        for column in range(1, 7):
            self.table.resizeColumnToContents(column)
        self.table.setFixedHeight(25 * min(count, _LISTED) + 32)

    def _on_shown(self, shown: Shown | None) -> None:
        """The section that is shown elsewhere is compared, if both filings have it."""
        if shown is None or shown.section is None:
            return
        for at, pair in enumerate(self._pairs):
            side = pair.new if shown.path == self._path(self.newer) else pair.old
            same = shown.path in (self._path(self.newer), self._path(self.older))
            if same and side is not None and side.id == shown.section and at != self.section.currentIndex():
                self.section.setCurrentIndex(at)
                self._on_section_chosen()
                return

    def _on_section_chosen(self) -> None:
        at = self.section.currentIndex()
        self._rows, self._stops, self._stop = [], [], -1
        self._unchanged.clear()
        self.beside.set_rows([])
        self._later.stop()
        if self._comparison is None or not 0 <= at < len(self._pairs):
            self._timer.stop()
            self.count.clear()
            return
        self._work = self._comparison.whole(self._pairs[at])
        self._go_on()

    # all sections

    def _toggle_list(self) -> None:
        self.stack.setCurrentIndex(int(self.all.isChecked()))

    def _counts_of_all(self) -> Iterator[Tally | None]:
        """How much each section changed, one after the other; None after every piece of work between."""
        for pair in self._pairs:
            if self._comparison is not None:
                found: list[Aligned] = []
                for rows in self._comparison.own(pair):
                    found += rows
                    yield None
                yield tally(found)

    def _count_on(self) -> None:
        until = time.perf_counter() + _BUDGET
        while time.perf_counter() < until:
            try:
                counted = next(self._counting)
            except StopIteration:
                self._later.stop()
                self._list_counted()
                return
            if counted is not None:
                at = len(self._counts)
                self._counts.append(Counted(at, self._pairs[at], counted))

    def _list_counted(self) -> None:
        """The sections that have any words, most changed first."""
        told = [one for one in self._counts if one.tally.places or not one.pair.inside]
        self.counted.set_values(sorted(told, key=most_changed))
        for column in range(1, 6):
            self.sections.resizeColumnToContents(column)

    def _on_listed(self, index: QModelIndex) -> None:
        one = self.counted.value(index.row())
        if one is not None:
            self.all.setChecked(False)
            self._toggle_list()
            self.section.setCurrentIndex(one.at)
            self._on_section_chosen()

    # the text

    def _go_on(self) -> None:
        until = time.perf_counter() + _BUDGET
        fresh: list[Aligned] = []
        while time.perf_counter() < until:
            rows = next(self._work, None)
            if rows is None:
                self._timer.stop()
                self._add(fresh, last=True)
                self._later.start()
                return
            fresh += rows
        self._timer.start()
        self._add(fresh, last=False)

    def _add(self, fresh: Sequence[Aligned], *, last: bool) -> None:
        self._rows += fresh
        shown: list[ShownRow] = []
        fold = self.fold.isChecked()
        for row in fresh:
            if self._is_told(row):
                shown += [*self._unchanged.taken(fold=fold, before=True, first=not (shown or self.beside.rows)), row]
            else:
                self._unchanged.wait(row)
        if last:
            shown += self._unchanged.taken(fold=fold, before=False, first=not (shown or self.beside.rows))
        self.beside.add_rows(shown)
        self._find_stops()
        self._tell()

    def _is_told(self, row: Aligned) -> bool:
        return row.changed and not (self.plain.isChecked() and row.rolled)

    def _find_stops(self) -> None:
        left_out = ROLLED if self.plain.isChecked() else frozenset()
        self._stops = [
            (at, number)
            for at, row in enumerate(self.beside.rows)
            for number, one in enumerate(row.changes)
            if one.kind is not ChangeKind.EQUAL and one.kind not in left_out
        ]

    def _refill(self) -> None:
        rows, self._rows, self._stops, self._stop = self._rows, [], [], -1
        self._unchanged.clear()
        self.beside.set_rows([])
        self._add(rows, last=not self._timer.isActive())

    def _tell(self) -> None:
        counts = tally(self._rows)
        more = "…" if self._timer.isActive() else ""
        told = counts.places - (counts.rolled if self.plain.isChecked() else 0)
        if not told:
            self.count.setText("comparing…" if more else "no changes")
            return
        at = f"{self._stop + 1:,} of " if self._stop >= 0 else ""
        places = f"{at}{told:,} {'change' if told == 1 else 'changes'}{more}"
        words = f"  ·  +{counts.inserted:,} −{counts.deleted:,} words" if counts.inserted or counts.deleted else ""
        moved = f"  ·  {counts.moved:,} moved" if counts.moved else ""
        self.count.setText(places + words + moved)

    def step_change(self, steps: int) -> None:
        """To the next change, or the one before."""
        if self._stops:
            start = 0 if steps > 0 else len(self._stops) - 1
            self._stop = (self._stop + steps) % len(self._stops) if self._stop >= 0 else start
            self.beside.set_current(*self._stops[self._stop])
            self._tell()

    def find_next(self) -> None:
        """To the next change."""
        self.step_change(1)

    def find_previous(self) -> None:
        """To the change before."""
        self.step_change(-1)

    def copy(self) -> None:
        """Copies what is selected, or else the passage that is gone to, both sides, with a tab between."""
        if self.beside.selected:
            QGuiApplication.clipboard().setText(self.beside.selected)
        elif self._stop >= 0:
            row = self.beside.rows[self._stops[self._stop][0]]
            sides = (side.text if side is not None else "" for side in (row.old, row.new))
            QGuiApplication.clipboard().setText("\t".join(sides))

    def event(self, event: QEvent) -> bool:
        """F7 and F8 are this view's, while it has the focus."""
        override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if override and Qt.Key(event.key()) in _STEPS and not event.modifiers():  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F7 and F8 go from change to change; Escape leaves the list, and then the comparison."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.step_change(_STEPS[key])
        elif key == Qt.Key.Key_Escape and self.all.isChecked():
            self.all.setChecked(False)
            self._toggle_list()
        elif key == Qt.Key.Key_Escape:
            self.leave_asked.emit()
        else:
            super().keyPressEvent(event)

    # pointing

    def _on_clicked(self, row: int, newer: bool) -> None:
        aligned, at = self.beside.rows[row], self.section.currentIndex()
        if isinstance(aligned, Folded):
            self.beside.unfold(row)
            self._find_stops()
            return
        both, pair = self._places(), self._pairs[at] if 0 <= at < len(self._pairs) else None
        passage = aligned.new if newer else aligned.old
        section = (pair.new if newer else pair.old) if pair is not None else None
        if both is not None and passage is not None and section is not None:
            self._session.point_at(both[newer].analysis.path, section.cite._replace(spans=passage.spans))

    def _on_restated(self, index: QModelIndex) -> None:
        """The newer filing's figure; where the older one is meant, its own column says so."""
        one, both = self.model.value(index.row()), self._places()
        if one is not None and both is not None:
            older = index.column() == 2
            path = both[0 if older else 1].analysis.path
            self._session.point_at(path, (one.old if older else one.new).cite)
