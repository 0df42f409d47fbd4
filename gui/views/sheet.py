"""The sheet: a statement or table as a reader works with it, its title above, what does not tie above that."""

from html import escape
from pathlib import Path

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.places import Places
from core.source import Cite
from core.statements.statement import Statement
from core.tagged import Rows
from gui.choice_box import Choice
from gui.models.arranged import AS_FILED, Arrangement
from gui.models.copied import copied
from gui.models.noted import still_off
from gui.models.own_sums import own_sum
from gui.models.selected import summed
from gui.models.sheet import SheetModel
from gui.models.sheet_words import facts_of, names_of, title_of
from gui.options import zoomed
from gui.plain import PlainLabel
from gui.reasons import WHY
from gui.remarks import OwnSum
from gui.session import Pointed, Session, Shown
from gui.table.choices import add_choices, add_pair, add_pairs, place_kept, ranges, select_cells
from gui.table.filtered import Filtered
from gui.table.frozen import Table
from gui.table.notice import Notice
from gui.theme import Theme, load

NOTHING_OPEN = "Open a filing to see its statements."
LOW = 640
"""Pixels of a window's height below which rows are drawn lower."""
MOST_ADDED = 400
"""Cells of which a sum of the reader's own is made."""
NO_TABLES = "This filing has no tables with figures."
NOT_HERE = "No table here. The statements and tables of this filing are in the tree."


class SheetView(QWidget):
    """Shows the session's statement. Pointing at a cell points at its place in the filing, and the other way round."""

    source_wanted = Signal()
    """The reader asks to see a cell's place in the source."""
    links_wanted = Signal()
    """The reader asks what the current figure has to do with others."""
    years_wanted = Signal()
    """The reader asks for this statement over all years."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.theme = load("light")
        self._quiet = False
        self._choosing = False
        self._build()
        session.shown.connect(self._show)
        session.opened.connect(lambda _: self._show(session.current))
        session.closed.connect(lambda _: self._show(session.current))
        session.pointed.connect(self._point)
        session.cells_chosen.connect(self._choose_cells)
        session.options_changed.connect(lambda _: self._refresh())
        session.remarked.connect(self._on_remarked)
        self.set_theme(self.theme)
        self._show(session.current)

    def _build(self) -> None:
        self.model = SheetModel(self)
        self.title, self.empty = QLabel(self), PlainLabel(parent=self)
        self.title.setTextFormat(Qt.TextFormat.RichText)
        self.title.setWordWrap(True)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.tables = Choice(self)
        self.tables.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.tables.setMinimumContentsLength(14)
        self.tables.setAccessibleName("Tables of this section")
        self.tables.activated.connect(self._choose)
        self.years = QToolButton(self)
        self.years.setText("All years")
        self.years.setToolTip("This statement over the years of all open filings of this company")
        self.years.setAutoRaise(True)
        self.years.clicked.connect(self.years_wanted)
        self.notice = Notice(self)
        self.notice.arithmetic_wanted.connect(self._show_arithmetic)
        self.filtered = Filtered(self)
        self.filtered.all_wanted.connect(self._show_all)
        self.table = Table(self.model, self.theme, self)
        self.table.setAccessibleName("Statement")
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._menu)
        self.table.head.menu_wanted.connect(self._head_menu)
        self.table.selectionModel().currentChanged.connect(self._moved)
        self.table.selectionModel().selectionChanged.connect(self._selected)
        self.table.clicked.connect(self._moved)
        self.table.signed.connect(lambda minus: self.sign(minus=minus))
        self.table.activated.connect(lambda _: self.source_wanted.emit())
        self._lay_out()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(14, 10, 14, 6)
        line.setSpacing(8)
        line.addWidget(self.title, 1)
        line.addWidget(self.tables)
        line.addWidget(self.years)
        full = QWidget(self)
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self.notice)
        column.addWidget(self.filtered)
        column.addWidget(self.table, 1)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setMargin(24)
        self.stack = QStackedLayout(self)
        self.stack.addWidget(full)
        self.stack.addWidget(self.empty)

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
        self._entitle()
        self.notice.set_theme(theme)
        self.filtered.set_theme(theme)
        self.table.set_theme(theme)

    # what is shown

    @property
    def _path_and_places(self) -> tuple[Shown, Places] | None:
        current = self.session.current
        return (current, self.session.places(current.path)) if current is not None else None

    def _show(self, shown_now: Shown | None) -> None:
        statement = self.session.statement
        places = self.session.places(shown_now.path) if shown_now is not None else None
        if statement is self.model.statement and statement is not None and places is self.model.places:
            self._light(self.session.pointing)
            return
        again = self._is_again(statement, places)
        place = self.table.horizontalScrollBar().value(), self.table.verticalScrollBar().value()
        self._quiet = True
        self._take_noted(places)
        self.model.show(statement, places, self.session.options)
        self._quiet = False
        if statement is None or places is None:
            self.empty.setText(self._why_empty(places))
            self.stack.setCurrentIndex(1)
            return
        self._describe(statement, places)
        self.table.horizontalScrollBar().setValue(place[0] if again else 0)
        self.table.verticalScrollBar().setValue(place[1] if again else 0)
        self.stack.setCurrentIndex(0)
        self._point(self.session.pointing)

    def _take_noted(self, places: Places | None) -> None:
        file = places.analysis.filing.sha256 if places is not None else ""
        self.model.noted = self.session.remarks.of(file)

    def _on_remarked(self, path: Path) -> None:
        """Another finding is accepted, or one no longer: its cell and the bar above follow."""
        statement, found = self.session.statement, self._path_and_places
        if statement is not None and found is not None and found[0].path == path:
            self._take_noted(found[1])
            self._refresh()
            self.notice.show_checks(still_off(found[1].off(statement), self.model.noted))

    def _is_again(self, statement: Statement | None, places: Places | None) -> bool:
        """Whether this is a new reading of the statement that is shown."""
        old = self.model.places
        if statement is None or places is None or old is None:
            return False
        return statement.id == self.model.statement.id and places.analysis.path == old.analysis.path

    def _why_empty(self, places: Places | None) -> str:
        if places is None:
            return NOTHING_OPEN
        return NOT_HERE if places.statements else NO_TABLES

    def _has_years(self, statement: Statement, places: Places) -> bool:
        """Whether another open filing has the statement too."""
        if len(self.session.analyses) < 2:
            return False
        from core.years.stitched import has_years  # a start with one filing does without it

        return has_years(self.session.analyses, places.analysis, statement)

    def _describe(self, statement: Statement, places: Places) -> None:
        self._entitle()
        self.notice.show_checks(still_off(places.off(statement), self.model.noted))
        self.years.setVisible(self._has_years(statement, places))
        inside = places.of_section.get(statement.section or "", [])
        self.tables.setVisible(len(inside) > 1)
        self.tables.clear()
        if len(inside) > 1:
            self.tables.addItems([f"{at} of {len(inside)}  {name}" for at, name in enumerate(names_of(inside), 1)])
            self.tables.setCurrentIndex(inside.index(statement))

    def _entitle(self) -> None:
        statement, places = self.model.statement, self.model.places
        if places is None:
            return
        size, grey = round(self.fontInfo().pixelSize() * 1.25), self.theme.secondary.name()
        title, facts = title_of(statement, places), facts_of(self.model)
        name = f'<span style="font-size: {size}px; font-weight: 600">{escape(title)}</span>'
        apart = " &nbsp;" if self._on_one_line(title, facts, size) else "<br>"
        self.title.setText(f'{name}{apart}<span style="color: {grey}">{escape(facts)}</span>')
        self.title.setAccessibleName(title)

    def _on_one_line(self, title: str, facts: str, pixels: int) -> bool:
        """Whether what the figures are fits beside the title; else it stands below it."""
        large = self.font()
        large.setPixelSize(pixels)
        large.setWeight(QFont.Weight.DemiBold)
        words = QFontMetrics(large).horizontalAdvance(title) + QFontMetrics(self.font()).horizontalAdvance(facts)
        return words + 16 <= self.title.width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The title's line is laid out for the new width."""
        super().resizeEvent(event)
        self._set_density()
        QTimer.singleShot(0, self, self._entitle)

    def _set_density(self) -> None:
        options = self.session.options
        compact = options.compact or self.window().height() < LOW
        self.table.set_look(options.table_zoom, options.table_font, compact=compact)

    def zoom(self, steps: int) -> None:
        """The table's words larger (1), smaller (-1), or as in the rest of the window (0)."""
        self.session.set_options(table_zoom=zoomed(self.session.options.table_zoom, steps))

    def height_of_rows(self, rows: int) -> int:
        """How high this must be for so many rows of the table to be seen, or all that it has."""
        around = self.height() - self.table.viewport().height()
        heights = (self.table.rowHeight(row) for row in range(min(rows, self.model.rowCount())))
        return around + sum(heights)

    def _refresh(self) -> None:
        """Shows the same statement by other options, and leaves the reader where they were."""
        statement, found = self.session.statement, self._path_and_places
        if statement is None or found is None:
            return
        self._set_density()
        before, self._quiet = self.model.kept, True
        with place_kept(self.table):
            self.model.show(statement, found[1], self.session.options)
            self._entitle()
        self._quiet = False
        self._light(self.session.pointing)
        if self.model.kept is not before:
            self._selected()  # rows that are no longer shown are no longer selected

    def _is_missing(self, pointed: Pointed | None) -> bool:
        """Whether the figure that is pointed at is in a row of this table that is not shown."""
        figure = pointed.figure if pointed is not None else None
        return figure is not None and figure.statement is self.model.statement and figure.row not in self.model.shown

    def _at(self) -> tuple[int, int] | None:
        index = self.table.currentIndex()
        return (index.row(), index.column()) if index.isValid() else None

    def _choose(self, number: int) -> None:
        statement, found = self.session.statement, self._path_and_places
        if statement is None or found is None:
            return
        inside = found[1].of_section.get(statement.section or "", [])
        self.session.show(found[0].path, statement.section, inside[number].id)

    # pointing, both ways

    def _moved(self, index: QModelIndex, *_: object) -> None:
        current = self.session.current
        if self._quiet or current is None or not index.isValid():
            return
        if self.table.selectionModel().isSelected(index):
            self._quiet = True
            self.session.point_at(current.path, *self.model.cites(index.row(), index.column()))
            self._quiet = False
            self._light(self.session.pointing)

    def _point(self, pointed: Pointed | None) -> None:
        """Selects the cell that the reader points at elsewhere."""
        if self._quiet:
            return
        self._light(pointed)
        if pointed is None or pointed.figure is None or pointed.figure.statement is not self.model.statement:
            return
        index = self.model.where(pointed.figure.row, pointed.figure.figure)
        here = self._at()
        if here is not None and len(pointed.cites) > 1 and self.model.cites(*here) == pointed.cites:
            return
        self._quiet = True
        self._select(index)
        self._quiet = False
        if index.isValid():
            self.table.scrollTo(index)

    def _select(self, index: QModelIndex) -> None:
        self.table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _light(self, pointed: Pointed | None) -> None:
        several = pointed is not None and len(pointed.cites) > 1
        self.model.light(frozenset(pointed.cites) if several and pointed is not None else frozenset())
        self.filtered.tell(self.model, missing=self._is_missing(pointed))

    def _choose_cells(self, rows: tuple[int, ...], columns: tuple[int, ...]) -> None:
        """Selects what was chosen in the chart; the chart keeps the rows that it draws."""
        self._choosing = True
        select_cells(self.table, rows, columns)
        self._choosing = False

    def _selected(self, *_: QItemSelection) -> None:
        indexes = self.table.selectionModel().selectedIndexes()
        if self.model.minus:  # what is no longer selected is no longer taken away
            selected = {figure.cite for index in indexes if (figure := self.model.figure(index.row(), index.column()))}
            self.model.subtract(self.model.minus & selected)
        self.session.tell_figures(summed(self.model, indexes), self._own_sum(indexes))
        if self._choosing:
            return
        rows = {row for top, _, bottom, _ in ranges(self.table) for row in range(top, bottom + 1)}
        self.session.select_rows(tuple(self.model.shown[row] for row in sorted(rows) if self.model.row(row).figures))

    def _own_sum(self, indexes: list[QModelIndex]) -> OwnSum | None:
        """The sum that the selected figures are, in the order of the table."""
        found, at = self._path_and_places, self._at()
        if found is None or not 1 < len(indexes) <= MOST_ADDED:
            return None
        cells = sorted((index.row(), index.column()) for index in indexes)
        cites = [figure.cite for cell in cells if (figure := self.model.figure(*cell)) is not None]
        last = self.model.figure(*at) if at is not None else None
        return own_sum(found[1], cites, last.cite if last is not None else None, self.model.minus)

    def sign(self, *, minus: bool) -> None:
        """Selects the current figure too, and takes it away from the sum, or adds it."""
        index = self.table.currentIndex()
        figure = self.model.figure(index.row(), index.column()) if index.isValid() else None
        if figure is None:
            return
        if not self.table.selectionModel().isSelected(index):
            self.table.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
        one = frozenset({figure.cite})
        self.model.subtract(self.model.minus | one if minus else self.model.minus - one)
        self._selected()

    def _show_arithmetic(self, cites: tuple[Cite, ...]) -> None:
        if (current := self.session.current) is not None:
            self.session.point_at(current.path, *cites)

    # what the reader does

    def copy(self) -> None:
        """Copies the selection as a table, for a spreadsheet."""
        indexes = self.table.selectionModel().selectedIndexes()
        if indexes:
            QApplication.clipboard().setMimeData(copied(self.model, indexes))

    def select_all(self) -> None:
        """Selects every cell."""
        self.table.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copies, where the window has no command of its own for it."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def compare(self, later: int, earlier: int) -> None:
        """Compares two columns of the statement, the later one with the earlier."""
        self.session.set_options(compare=(later, earlier), changes=True)

    def _menu(self, at: QPoint) -> None:
        self._pop_up(self.menu_of_cells(), self.table.viewport().mapToGlobal(at))

    def _head_menu(self, column: int) -> None:
        at = QPoint(self.table.head.sectionViewportPosition(max(column, 0)), self.table.head.height())
        self._pop_up(self.menu_of_head(column), self.table.head.mapToGlobal(at))

    @staticmethod
    def _pop_up(menu: QMenu, at: QPoint) -> None:
        """Opens a menu that goes when it is left."""
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def menu_of_cells(self) -> QMenu:
        """What can be done with the selected cells."""
        menu = QMenu(self)
        menu.addAction("Copy", self.copy).setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        show = menu.addAction("Show in Source", self._show_source)
        show.setEnabled(self.table.currentIndex().isValid())
        links = menu.addAction("Links of This Figure", self._show_links)
        links.setEnabled(show.isEnabled())
        columns = sorted({index.column() - 1 for index in self.table.selectionModel().selectedIndexes()} - {-1})
        if len(columns) == 2 and columns[1] < len(self.model.heads):
            add_pair(menu, self.model, (columns[0], columns[1]), self.compare)
        menu.addAction("Copy with Its Place", self.copy_cited)
        self._add_sign(menu)
        self._add_arranging(menu)
        menu.addSeparator()
        asks = menu.addAction(WHY, lambda: self._ask(self.place_asked()))
        asks.setEnabled(show.isEnabled())
        menu.addSeparator()
        add_choices(menu, self.session)
        return menu

    def menu_of_head(self, column: int) -> QMenu:
        """Which columns a column can be compared with; under Change, every two."""
        menu = QMenu(self)
        add_pairs(menu, self.model, column, self.compare)
        self._add_sorting(menu, column)
        if (place := self.model.target_of_head(column)) is not None:
            menu.addAction(WHY, lambda: self._ask(place))
            menu.addSeparator()
        add_choices(menu, self.session)
        return menu

    def _show_all(self) -> None:
        """Every row, in the filing's order."""
        self._arrange(AS_FILED)
        self.session.set_options(rows=Rows.ALL)

    def _arrange(self, how: Arrangement) -> None:
        """Shows the rows in another order, or others of them."""
        self.model.arrangement = how
        self._refresh()

    def _add_arranging(self, menu: QMenu) -> None:
        """What can be done with the rows of the selected cells."""
        how, shown_rows = self.model.arrangement, self.model.shown
        rows = sorted({shown_rows[index.row()] for index in self.table.selectionModel().selectedIndexes()})
        if rows:
            these = "These Rows" if len(rows) > 1 else "This Row"
            others = [row for row in shown_rows if row not in rows]
            pinned = set(rows) <= set(how.pinned)
            menu.addSeparator()
            menu.addAction(f"Hide {these}", lambda: self._arrange(how.hide(rows)))
            menu.addAction("Hide the Others", lambda: self._arrange(how.hide(others)))
            words = f"Unpin {these}" if pinned else f"Pin {these} to the Top"
            menu.addAction(words, lambda: self._arrange(how.pin(rows)))
        if how:
            menu.addAction("Show All Rows as Filed", self._show_all)

    def _add_sign(self, menu: QMenu) -> None:
        """How the current figure counts in the sum of what is selected, where there is one."""
        index = self.table.currentIndex()
        if index.isValid() and self.model.figure(index.row(), index.column()) is not None:
            taken = self.model.is_subtracted(index.row(), index.column())
            words = "Add to the Sum\t+" if taken else "Subtract from the Sum\t−"
            menu.addAction(words, lambda: self.sign(minus=not taken))

    def _add_sorting(self, menu: QMenu, column: int) -> None:
        """Orders of the rows by a column of figures."""
        how = self.model.arrangement
        if not 1 <= column <= len(self.model.heads):
            return
        menu.addAction("Largest First", lambda: self._arrange(how.sort(column - 1)))
        menu.addAction("Smallest First", lambda: self._arrange(how.sort(column - 1, smallest_first=True)))
        order = menu.addAction("In the Filing's Order", lambda: self._arrange(how.sort(None)))
        order.setEnabled(how.by is not None)
        menu.addSeparator()

    def copy_cited(self) -> None:
        """Copies the selection with where it stands in the filing."""
        indexes = self.table.selectionModel().selectedIndexes()
        if indexes and self.model.places is not None:
            QApplication.clipboard().setMimeData(copied(self.model, indexes, cited=True))

    def _show_source(self) -> None:
        self._moved(self.table.currentIndex())
        self.source_wanted.emit()

    def _show_links(self) -> None:
        self._moved(self.table.currentIndex())
        self.links_wanted.emit()

    def place_asked(self) -> str | None:
        """The place of the current cell, for one who asks why it is read so."""
        return self.model.target_of(*at) if (at := self._at()) is not None else None

    def _ask(self, place: str | None) -> None:
        if (current := self.session.current) is not None:
            self.session.ask(current.path, place)
