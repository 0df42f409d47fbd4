"""The lines of a sheet's menus that choose what is compared and how figures are shown, and its place kept meanwhile."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from gui.models.sheet import SheetModel
from gui.options import Share
from gui.session import Session
from gui.table.frozen import Table

MOST_PAIRS = 12
Compare = Callable[[int, int], object]
"""Takes two columns of figures, the later and the earlier."""


def ordered(model: SheetModel, one: int, other: int) -> tuple[int, int]:
    """Two columns of figures, the later one first; as they come where they have no dates."""
    columns = model.statement.columns
    ends = columns[one].end, columns[other].end
    if ends[0] is not None and ends[1] is not None and ends[0] < ends[1]:
        return other, one
    return one, other


def add_pair(menu: QMenu, model: SheetModel, pair: tuple[int, int], compare: Compare) -> None:
    """A line that compares two columns, checked where they are compared already."""
    later, earlier = ordered(model, *pair)
    words = f"Compare {model.heads[later]} with {model.heads[earlier]}"
    action = menu.addAction(words, lambda: compare(later, earlier))
    action.setCheckable(True)
    action.setChecked(model.pair == (later, earlier))


def add_pairs(menu: QMenu, model: SheetModel, column: int, compare: Compare) -> None:
    """What a column of the sheet can be compared with; under captions every two, or, of many, neighbours."""
    count = len(model.heads)
    if 1 <= column <= count:
        pairs = [(column - 1, other) for other in range(count) if other != column - 1]
    else:
        pairs = [(one, other) for one in range(count) for other in range(one + 1, count)]
        if len(pairs) > MOST_PAIRS:
            pairs = [(at, at + 1) for at in range(count - 1)]
    for pair in pairs:
        add_pair(menu, model, pair, compare)
    if pairs:
        menu.addSeparator()


def add_choices(menu: QMenu, session: Session) -> None:
    """Changes and common size, on or off."""
    options = session.options
    common = options.share is Share.COMMON_SIZE
    changes = QAction("Change and Percent", menu, checkable=True, checked=options.changes)
    changes.triggered.connect(lambda on: session.set_options(changes=on))
    other = Share.AMOUNTS if common else Share.COMMON_SIZE
    shares = QAction("Common Size", menu, checkable=True, checked=common)
    shares.triggered.connect(lambda _: session.set_options(share=other))
    menu.addActions([changes, shares])


def ranges(table: Table) -> list[tuple[int, int, int, int]]:
    """What is selected: top, left, bottom and right of every part."""
    selection = table.selectionModel().selection()
    parts = [selection.at(index) for index in range(selection.count())]
    return [(part.top(), part.left(), part.bottom(), part.right()) for part in parts]


def selected_rows(table: Table) -> list[int]:
    """The rows in which something is selected, from the top."""
    return sorted({row for top, _, bottom, _ in ranges(table) for row in range(top, bottom + 1)})


@contextmanager
def place_kept(table: Table) -> Iterator[None]:
    """Selection, current cell and scroll bars are after this what they were before, as far as the cells are there."""
    index, selected, rows = table.currentIndex(), ranges(table), table.sheet.shown
    current = (index.row(), index.column()) if index.isValid() else None
    across, down = table.horizontalScrollBar(), table.verticalScrollBar()
    before = across.value(), down.value()
    yield
    model = table.sheet
    last = model.columnCount() - 1
    now = {row: at for at, row in enumerate(model.shown)}
    moved = [part for one in selected if one[1] <= last for part in _moved(one, rows, now)]
    at = now.get(rows[current[0]]) if current is not None else None
    column = current[1] if current is not None else 0
    if column <= last and (at is not None or moved):
        _select(table, moved, (moved[0][0] if at is None else at, column))
    across.setValue(before[0])
    down.setValue(before[1])


def _moved(
    part: tuple[int, int, int, int], rows: tuple[int, ...], now: dict[int, int]
) -> list[tuple[int, int, int, int]]:
    """A part of the selection where its rows are now: as many parts as they have come to lie apart."""
    found: list[tuple[int, int, int, int]] = []
    for row in range(part[0], part[2] + 1):
        at = now.get(rows[row])
        if at is not None and found and found[-1][2] == at - 1:
            found[-1] = (found[-1][0], part[1], at, part[3])
        elif at is not None:
            found.append((at, part[1], at, part[3]))
    return found


def _select(table: Table, parts: list[tuple[int, int, int, int]], current: tuple[int, int]) -> None:
    model, flags = table.sheet, QItemSelectionModel.SelectionFlag
    selection, last = QItemSelection(), table.sheet.columnCount() - 1
    for top, left, bottom, right in parts:
        selection.select(model.index(top, left), model.index(bottom, min(right, last)))
    table.selectionModel().select(selection, flags.ClearAndSelect)
    table.selectionModel().setCurrentIndex(model.index(*current), flags.NoUpdate)


def select_cells(table: Table, rows: tuple[int, ...], columns: tuple[int, ...]) -> None:
    """Selects the cells of these rows of the statement in these of its columns, and brings them into sight."""
    model, at = table.sheet, {row: index for index, row in enumerate(table.sheet.shown)}
    selection = QItemSelection()
    for row in rows:
        for column in columns:
            if row in at and column < len(model.heads):
                cell = model.index(at[row], column + 1)
                selection.select(cell, cell)
    table.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    if selection.count():
        table.scrollTo(selection.at(0).topLeft())
