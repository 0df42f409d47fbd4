"""One statement over all the years of a company's open filings: every figure points into the filing it was read from."""

from collections.abc import Iterator
from functools import partial
from html import escape

from PySide6.QtCore import QItemSelection, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from core.analysis import Analysis
from core.statements.statement import Statement, StatementKind
from core.years.by_hand import Ruling
from core.years.known import first_reported, known_on
from core.years.measured_table import as_across
from core.years.measures import Table
from core.years.series import Stitched, stitching, stitching_table
from core.years.stitched import Across, Group, across, filings_of, groups, in_time, kinds_across, year_end
from core.years.tables import can_be_followed
from gui.models.companies import company_of
from gui.models.copied import copied
from gui.models.lines_by_hand import LinesByHand
from gui.models.selected import summed
from gui.models.titles import calm
from gui.models.years import KINDS, YearsModel, described
from gui.models.years_beside import YearsBeside
from gui.models.years_measures import YearsMeasures
from gui.options import Share
from gui.plain import PlainLabel
from gui.plot.years import YearsSubject
from gui.session import Pointed, Session, Shown
from gui.table.by_hand import Said, add_rulings
from gui.table.choices import add_choices, add_pairs, place_kept, select_cells, selected_rows
from gui.table.frozen import Table as Sheet
from gui.table.years_bar import MEASURES, YearsBar
from gui.table.years_pointing import YearsPointing
from gui.theme import Theme, load

ALONE = "Open another year's filing of this company to see its statements over all the years."
NOTHING = "Open two filings of one company to see its statements over all the years."
READING = "Holding the filings against each other …"
ONCE = "No other open filing of this company has this table."
TABLE_AND_CHART = (640, 360)


class YearsView(QWidget):
    """The stitched table, its switches above it and a chart below. It follows the statement that the session shows."""

    leave_asked = Signal()
    """The reader wants the filing's own statement again."""
    source_wanted = Signal()
    """The reader asks to see a cell's place in the source."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.theme = load("light")
        self.across: Across | None = None
        self.selected_rows: tuple[int, ...] = ()
        self._stale, self._choosing, self._at_newest = True, False, True
        self._kind: StatementKind | None = None
        self._one: Statement | None = None
        """The table of a note that is followed, where it is none of the statements of `kinds_across`."""
        self._filings: list[Analysis] = []
        self._stitched: Stitched | None = None
        self._title_wide = 0
        """Pixels of the title in one line."""
        self._work: Iterator[Stitched | Table | Across | None] = iter(())
        self._beside = YearsBeside()
        self._measures = YearsMeasures(session, self)
        self._measures.written.connect(self.renew_measures)
        self._by_hand = LinesByHand(session.by_hand)
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)
        self._build()
        session.shown.connect(self._follow)
        session.opened.connect(lambda _: self._renew())
        session.closed.connect(lambda _: self._renew())
        session.pointed.connect(self._point)
        session.options_changed.connect(lambda _: self._refresh())
        self.set_theme(self.theme)

    def _build(self) -> None:
        self.model = YearsModel(self)
        self.subject = YearsSubject(self, self)
        self.title, self.facts, self.empty = QLabel(self), PlainLabel(parent=self), PlainLabel(parent=self)
        for label in (self.title, self.facts):
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.bar = YearsBar(self)
        self.kinds, self.lengths, self.known = self.bar.kinds, self.bar.lengths, self.bar.known
        self.companies, self.own, self.leave = self.bar.companies, self.bar.own, self.bar.leave
        for combo in (self.known, self.companies):
            combo.activated.connect(lambda _: self._begin())
        self.kinds.activated.connect(self._choose_kind)
        self.lengths.activated.connect(self._choose_length)
        self.own.clicked.connect(self._open_own)
        self.leave.clicked.connect(self.leave_asked)
        self.table = Sheet(self.model, self.theme, self)
        self.table.setAccessibleName("Statement over all years")
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._menu)
        self.table.head.menu_wanted.connect(self._head_menu)
        self.pointing = YearsPointing(self.table, self.model, self.session)
        self.table.selectionModel().currentChanged.connect(self.pointing.moved)
        self.table.selectionModel().selectionChanged.connect(self._selected)
        self.table.clicked.connect(self.pointing.stepped)
        self.table.activated.connect(self.pointing.stepped)
        self._lay_out()
        self._stay_at_newest()
        self.setFocusProxy(self.table)

    def _lay_out(self) -> None:
        line = self.line = QHBoxLayout()
        line.setContentsMargins(14, 8, 14, 0)
        line.setSpacing(8)
        line.addWidget(self.title, 1)
        line.addWidget(self.bar)
        top = QWidget(self)
        column = QVBoxLayout(top)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.facts.setContentsMargins(14, 2, 14, 6)
        column.addLayout(line)
        column.addWidget(self.facts)
        column.addWidget(self.table, 1)
        self.split = QSplitter(Qt.Orientation.Vertical, self)
        self.split.setHandleWidth(1)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(top)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setMargin(24)
        self.stack = QStackedLayout(self)
        self.stack.addWidget(self.split)
        self.stack.addWidget(self.empty)

    def _stay_at_newest(self) -> None:
        """The newest years stay in sight as the table gets more room or less, until the reader scrolls away from them."""
        bar = self.table.horizontalScrollBar()
        bar.valueChanged.connect(lambda value: setattr(self, "_at_newest", value == bar.maximum()))
        bar.rangeChanged.connect(lambda _, most: bar.setValue(most) if self._at_newest else None)

    def hold_chart(self, chart: QWidget) -> None:
        """Puts a chart of `subject` below the table."""
        self.chart = chart
        self.split.addWidget(chart)
        self.split.setSizes(list(TABLE_AND_CHART))

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self.theme = theme
        palette = self.palette()
        for role in (palette.ColorRole.Window, palette.ColorRole.Base):
            palette.setColor(role, theme.ground)
        palette.setColor(palette.ColorRole.WindowText, theme.text)
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        palette.setColor(palette.ColorRole.WindowText, theme.secondary)
        self.empty.setPalette(palette)
        self.facts.setStyleSheet(f"color: {theme.secondary.name()};")
        self.table.set_theme(theme)
        if hasattr(self, "chart"):
            self.chart.set_theme(theme)  # type: ignore[attr-defined]
        self._entitle()

    @property
    def waiting(self) -> bool:
        """Whether the table is still being made."""
        return self._timer.isActive()

    # which company, which statement

    def keeps(self, shown: Shown) -> bool:
        """Whether what is shown next is still on this page: a statement that its filings have over the years."""
        statement = self.session.places(shown.path).statements.get(shown.statement or "")
        return statement is not None and (statement is self._one or statement.kind in kinds_across(self._of(shown)))

    def _of(self, shown: Shown | None) -> list[Analysis]:
        """The open filings of the shown one's company."""
        if shown is None:
            return []
        return filings_of(self.session.analyses, self.session.places(shown.path).analysis)

    def showEvent(self, event: QShowEvent) -> None:
        """What was opened while this was hidden is taken in now."""
        super().showEvent(event)
        self._follow(self.session.current)
        self.session.lay_over(self.across.statement if self.across else None)

    def hideEvent(self, event: QHideEvent) -> None:
        """The columns that are compared are the filing's own again."""
        super().hideEvent(event)
        self._stale = True
        self.session.lay_over(None)

    def _renew(self) -> None:
        self._filings = []
        self._follow(self.session.current)

    def _follow(self, shown: Shown | None) -> None:
        """Shows the kind of statement that is shown, of the shown filing's company. Not before anyone looks."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        if self._is_beside(shown):
            self._point(self.session.pointing)
            return
        filings = self._of(shown)
        kinds = kinds_across(filings)
        self._measures.stay(shown, kinds, same=filings == self._filings, pointing=self.pointing.quiet)
        if self._measures.on and filings == self._filings:
            return
        statement = self.session.statement
        one = statement if statement is not None and len(filings) > 1 and can_be_followed(statement) else None
        wanted = statement.kind if statement is not None and statement.kind in kinds else self._kind
        kind = wanted if wanted in kinds else next(iter(kinds), None)
        if (
            filings == self._filings
            and kind == self._kind
            and one is self._one
            and not self.bar.companies_changed(self.session.analyses, filings)
        ):
            self._point(self.session.pointing)
            return
        if filings != self._filings:
            self.bar.list_days(filings)
        self.bar.list_companies(self.session.analyses, filings)
        self._filings, self._kind, self._one = filings, kind, one
        self.bar.list_kinds(self._one, kinds, self._kind, measured=self._measures.on)
        self._begin()

    def _is_beside(self, shown: Shown | None) -> bool:
        """Whether what is shown now is the same statement of the company that is beside, of whose figure one was pointed at."""
        statement = self.session.statement
        if shown is None or statement is None or statement.kind != self._kind or self._measures.on or not self._filings:
            return False
        return self._beside.holds(shown.path) and self.session.is_open(shown.path)

    @property
    def _asked(self) -> list[Analysis]:
        """The filings whose figures are shown."""
        day = self.bar.day
        return known_on(self._filings, day) if day is not None else self._filings

    def _choose_kind(self, at: int) -> None:
        kind = self.kinds.itemData(at)
        current = self.session.current
        was = self._measures.on
        self._measures.turn(on=kind == MEASURES, at=current)
        if self._measures.on:
            self._begin()
            return
        tables = self.session.places(current.path).statements if current is not None else {}
        own = next((one for one in tables.values() if one.kind == kind), None)
        if was and kind == self._kind:
            self._begin()
        elif own is not None and current is not None:
            self.session.show(current.path, own.section, own.id)
        elif kind is not None and (kind != self._kind or self._one is not None):
            self._kind, self._one = StatementKind(kind), None
            self._begin()

    def _begin(self) -> None:
        """Stitches the statements a filing at a time, so that the window answers in between."""
        self._stitched, self.selected_rows = None, ()
        self.own.setVisible(self._measures.may_be_written)
        can_be_beside = not self._measures.on and self._one is None and self._kind is not None
        self._beside.choose(self.session.analyses, self.bar.show_companies(can_be_beside))
        self.known.setVisible(not self._beside.filings)
        work = self._making()
        if work is None:
            self._say_empty(ALONE if self.session.current is not None else NOTHING)
            return
        self._work = work
        if self.across is None:
            self.empty.setText(READING)
            self.stack.setCurrentIndex(1)
        self._timer.start()

    def _making(self) -> Iterator[Stitched | Table | Across | None] | None:
        """What makes the table that is asked for, in steps; None where there is none to make."""
        shown = self.session.current
        if self._measures.on:
            return self._measures.computing(self._asked, self._rulings, first=self.bar.first_reported)
        if self._beside.filings and self._kind is not None:
            return self._beside.placing(self._filings, self._kind)
        if self._one is not None and shown is not None:
            return stitching_table(self._asked, self.session.places(shown.path).analysis, self._one)
        return stitching(self._asked, self._kind, self._rulings) if self._kind is not None else None

    def _open_own(self) -> None:
        self._measures.open_own()
        self._entitle()

    def renew_measures(self) -> None:
        """Computes the measures anew: the reader may have changed their own."""
        if self._measures.on and not self._stale:
            self._begin()

    @property
    def _rulings(self) -> tuple[Ruling, ...]:
        """What the reader said of this company's lines."""
        return self._by_hand.of(self._filings)

    def rule(self, ruling: Ruling | None) -> None:
        """Keeps what the reader says of lines (None takes the last back), and makes the table anew."""
        fault = self._by_hand.rule(self._filings, ruling)
        if fault:
            self.facts.setText(fault)
        else:
            self._begin()

    def _say_empty(self, why: str) -> None:
        self._timer.stop()
        self.across = None
        self.session.lay_over(None)
        self.empty.setText(why)
        self.stack.setCurrentIndex(1)
        self.subject.changed.emit()

    def _go_on(self) -> None:
        made = next(self._work, None)
        if made is None:
            return
        self._timer.stop()
        if isinstance(made, Table | Across):
            self._show_made(made)
            return
        self._stitched = made
        missing = not self._stitched.rows or (len(self._stitched.paths) < 2 and self._one is not None)
        if missing and self.bar.day is not None:  # nothing of it was known on that day
            self.known.setCurrentIndex(0)
            self._begin()
            return
        if missing and self._one is not None:
            self._say_empty(ONCE)
            return
        if self.bar.first_reported:
            self._stitched = first_reported(self._stitched)
        self._list_lengths(self._stitched)
        self._show_group(0)

    def _show_made(self, made: Table | Across) -> None:
        """Shows what has no periods of other lengths: measures, and two companies side by side."""
        self._groups: tuple[Group, ...] = ()
        self.lengths.hide()
        if isinstance(made, Table):
            made_across = as_across(made) if made.ends else None
        else:
            made_across = made if made.statement.columns else None
        if made_across is not None:
            self._show(made_across)
        else:
            self._say_empty(ONCE)

    def _list_lengths(self, stitched: Stitched) -> None:
        self._groups = groups(stitched, year_end(self._asked))
        self.bar.list_lengths([group.name for group in self._groups])

    def _choose_length(self, at: int) -> None:
        self.selected_rows = ()
        self._show_group(at)

    def _show_group(self, at: int) -> None:
        if self._stitched is None or not self._groups:
            return
        self.lengths.setCurrentIndex(at)
        self._show(across(self._stitched, self._groups[at]))

    def _show(self, made: Across) -> None:
        self.across = made
        if self.isVisible():  # the page may have been left meanwhile
            self.session.lay_over(self.across.statement)
        self._fill()
        self.table.scrollToTop()
        self.table.horizontalScrollBar().setValue(self.table.horizontalScrollBar().maximum())
        self.stack.setCurrentIndex(0)
        self._point(self.session.pointing)

    # the table

    def _fill(self) -> None:
        options = self.session.options
        others = self.others if options.share is Share.COMMON_SIZE else ()
        filings = {
            one.path: self.session.places(one.path)
            for one in (*self._filings, *self._beside.filings)
            if self.session.is_open(one.path)
        }
        with self.pointing.quietly():
            self.model.show_across(self.across, filings, options, others)
        self._entitle()
        self.subject.changed.emit()

    @property
    def others(self) -> tuple[Statement, ...]:
        """The statements that shares may be taken of, those of the latest filing first; none where two companies are shown."""
        if self._beside.filings:
            return ()
        return tuple(one for analysis in reversed(in_time(self._asked)) for one in analysis.statements)

    @property
    def company(self) -> str:
        """Whose filings they are."""
        return company_of(self._filings)

    def _refresh(self) -> None:
        """The same table by other options; the reader stays where they were."""
        if self.across is None or self._stale:
            return
        with place_kept(self.table):
            self._fill()

    def _entitle(self) -> None:
        if self.across is None:
            return
        statement = self.across.statement
        title = calm(" ".join((statement.title or KINDS.get(statement.kind, "Table")).split()))
        size = round(self.fontInfo().pixelSize() * 1.25)
        self.title.setText(f'<span style="font-size: {size}px; font-weight: 600">{escape(title)}</span>')
        font = QFont(self.title.font())
        font.setPixelSize(size)
        font.setWeight(QFont.Weight.DemiBold)
        self._title_wide = QFontMetrics(font).horizontalAdvance(title)
        self._make_room()
        self.facts.setText(" · ".join(filter(None, (described(self.model), self._measures.fault))))
        self.title.setAccessibleName(f"{title} over all years")

    def _make_room(self) -> None:
        """Puts the title beside the switches where there is room for all of it, else over them."""
        margins = self.line.contentsMargins()
        taken = self.bar.sizeHint().width() + self.line.spacing() + margins.left() + margins.right()
        beside = self._title_wide + taken <= self.width()
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self.line.direction() != direction:
            self.line.setDirection(direction)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    # pointing, both ways

    def _point(self, pointed: Pointed | None) -> None:
        if self.across is not None:
            self.pointing.select(pointed)

    def point(self, row: int, column: int, rows: tuple[int, ...]) -> None:
        """Points at a cell's place, and keeps the rows that are drawn."""
        self.pointing.to(row, column)
        self.selected_rows = rows
        self.subject.changed.emit()

    def choose(self, rows: tuple[int, ...], columns: tuple[int, ...]) -> None:
        """Selects the cells of these rows and years; the chart keeps the rows that it draws."""
        self._choosing = True
        select_cells(self.table, rows, columns)
        self._choosing = False

    def _selected(self, *_: QItemSelection) -> None:
        self.session.tell_figures(summed(self.model, self.table.selectionModel().selectedIndexes()))
        if self._choosing:
            return
        chosen = tuple(row for row in selected_rows(self.table) if self.model.row(row).figures)
        if chosen != self.selected_rows:
            self.selected_rows = chosen
            self.subject.changed.emit()

    # what the reader does

    def compare(self, later: int, earlier: int) -> None:
        """Compares two columns, the later one with the earlier."""
        self.session.set_options(compare=(later, earlier), changes=True)

    def copy(self) -> None:
        """Copies the selection as a table, for a spreadsheet."""
        indexes = self.table.selectionModel().selectedIndexes()
        if indexes:
            QApplication.clipboard().setMimeData(copied(self.model, indexes))

    def select_all(self) -> None:
        """Selects every cell."""
        self.table.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copies, where the window has no command of its own for it; Escape goes back to the filing's own statement."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave_asked.emit()
        else:
            super().keyPressEvent(event)

    def menu_of_cells(self) -> QMenu:
        """What can be done with the selected cells: every place of a restated figure, copying, the choices."""
        menu = QMenu(self)
        menu.addAction("Copy", self.copy).setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        index = self.table.currentIndex()
        for one in self.model.told(index.row(), index.column()) if index.isValid() else ():
            words = f"Show {one.figure.text} in the {self.model.filing_of(one.path)}"
            menu.addAction(words, partial(self.pointing.show_places, (one,)))
        menu.addSeparator()
        can_rule = self._one is None and not self._measures.on and not self._beside.filings
        if can_rule and self._kind is not None and self._by_hand.can_rule(self._filings):
            add_rulings(menu, self.table, self.model, Said(self._kind, self._rulings, self.rule))
        add_choices(menu, self.session)
        return menu

    def menu_of_head(self, column: int) -> QMenu:
        """What a column can be compared with, and the choices."""
        menu = QMenu(self)
        add_pairs(menu, self.model, column, self.compare)
        add_choices(menu, self.session)
        return menu

    def _menu(self, at: QPoint) -> None:
        self._execute(self.menu_of_cells(), self.table.viewport().mapToGlobal(at))

    def _head_menu(self, column: int) -> None:
        at = QPoint(self.table.head.sectionViewportPosition(max(column, 0)), self.table.head.height())
        self._execute(self.menu_of_head(column), self.table.head.mapToGlobal(at))

    def _execute(self, menu: QMenu, at: QPoint) -> None:
        menu.exec(at)
        menu.deleteLater()
