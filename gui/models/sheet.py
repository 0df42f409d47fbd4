"""A statement, or those rows that are wanted, as a table of cells: captions, figures, and the change between two periods."""

from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from heapq import nlargest
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from core.checks.check import Check, Status
from core.places import Places
from core.source import Cite
from core.statements.amount import scale_of
from core.statements.statement import Figure, Role, Row, Statement, StatementKind, Unit
from core.tagged import Rows, rows_of
from core.years.change import bases, change, latest_two, share
from gui import format as shown
from gui.models.arranged import AS_FILED, arranged
from gui.models.headings import bare_rows
from gui.models.noted import still_off
from gui.models.titles import column_heads
from gui.options import Scale, Share, SheetOptions
from gui.plain import tip
from gui.reasons import sentence
from gui.remarks import NOTHING as NOTHING_NOTED
from gui.remarks import key_of_check

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
NO_CAPTION = "(no caption)"
NOT_MEANINGFUL = "n/m"
WARNING_SIGN = "▲ "


class Tone(Enum):
    """What a cell's colour says."""

    PLAIN = 0
    SECONDARY = 1
    WARNING = 2
    RESTATED = 3


class Cell(NamedTuple):
    """What a cell shows. `raw` is the number behind it, for a spreadsheet."""

    text: str
    tone: Tone = Tone.PLAIN
    raw: Decimal | None = None


NOTHING = Cell("")
EMPTY = Statement("", StatementKind.OTHER, None, None, Cite(1, ()), None, 1, (), ())
"""Stands where no statement is shown."""


class SheetModel(QAbstractTableModel):
    """Column 0 holds captions, then every column of the statement, then Change and % where two periods are compared."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.statement = EMPTY
        self.pair: tuple[int, int] | None = None
        self.bases: dict[int, Decimal] = {}
        self.heads: tuple[str, ...] = ()
        self.lit: frozenset[Cite] = frozenset()
        self.minus: frozenset[Cite] = frozenset()
        self.options = SheetOptions()
        self.places: Places | None = None
        self.noted = NOTHING_NOTED
        self.kept = Rows.ALL
        self.shown: tuple[int, ...] = ()
        self.arrangement = AS_FILED
        self._at: dict[int, int] = {}
        self._cells: dict[tuple[int, int], Cell] = {}
        self._by_column: list[dict[int, Figure]] = []
        self._bare: frozenset[int] = frozenset()

    def show(
        self,
        statement: Statement | None,
        places: Places | None,
        options: SheetOptions,
        others: tuple[Statement, ...] = (),
    ) -> None:
        """Takes a statement of a filing, or none, and how to show it; `others` where it has no filing of its own."""
        self.beginResetModel()
        if statement is not self.statement:
            self.arrangement, self.minus = AS_FILED, frozenset()
        self.statement, self.places, self.options = statement or EMPTY, places, options
        self._cells = {}
        self.lit = frozenset()
        self.heads = column_heads(self.statement.columns)
        self._bare = frozenset(bare_rows(self.statement.rows))
        self.kept = options.rows if places and places.analysis.facts else Rows.ALL
        self.shown = arranged(self.statement, rows_of(self.statement.rows, self.kept), self.arrangement)
        self._at = {row: at for at, row in enumerate(self.shown)}
        self._by_column = [{figure.column: figure for figure in self.row(at).figures} for at in range(len(self.shown))]
        self.pair = self._pair()
        others = places.analysis.statements if places else others
        self.bases = bases(self.statement, others) if options.share is Share.COMMON_SIZE else {}
        self.endResetModel()

    def light(self, cites: frozenset[Cite]) -> None:
        """Lights the figures that stand at these places."""
        if cites != self.lit:
            self.lit = cites
            if self.rowCount():
                self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1), [])

    def subtract(self, cites: frozenset[Cite]) -> None:
        """Marks the figures at these places as taken away from the sum of what is selected."""
        if cites != self.minus:
            self.minus = cites
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1), [])

    def is_subtracted(self, row: int, column: int) -> bool:
        """Whether a cell's figure is taken away from the sum of what is selected."""
        figure = self.figure(row, column) if self.minus else None
        return figure is not None and figure.cite in self.minus

    def _pair(self) -> tuple[int, int] | None:
        if not self.options.changes:
            return None
        chosen, count = self.options.compare, len(self.statement.columns)
        if chosen is not None and max(chosen) < count and min(chosen) >= 0 and chosen[0] != chosen[1]:
            return chosen
        return latest_two(self.statement)

    # what Qt asks

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Rows of the statement that are shown."""
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Captions, figures, changes."""
        if parent.isValid() or self.statement is EMPTY:
            return 0
        return 1 + len(self.statement.columns) + self.changes

    @property
    def changes(self) -> int:
        """How many columns of changes there are: two, one in common size (a share changes by points), or none."""
        if self.pair is None:
            return 0
        return 1 if self.bases else 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text of a cell, what it says on hover, its alignment and font."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(row, column).text
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self.hover(row, column)) or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if column else LEFT
        if role == Qt.ItemDataRole.FontRole:
            return self._font(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, column)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The heads of the columns."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.head(section)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self._head_hover(section) or "") or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignBottom | (Qt.AlignmentFlag.AlignRight if section else LEFT)
        return None

    # what the view asks

    def head(self, column: int) -> str:
        """The head of a column."""
        if column == 0:
            return ""
        if column <= len(self.heads):
            return self.heads[column - 1]
        if self.bases:
            return "Points"
        return "Change" if column == len(self.heads) + 1 else "%"

    def under(self, column: int) -> str:
        """A second line of a column's head, in grey: the years between which something changed."""
        ends = [one.end.year for one in self.statement.columns if one.end is not None]
        if not self.is_change(column) or self.pair is None or len(set(ends)) < len(self.statement.columns):
            return ""  # years alone do not tell the columns apart
        later, earlier = (str(ends[at]) for at in self.pair)
        return f"{earlier}–{later[-2:]}" if later[:2] == earlier[:2] else f"{earlier}–{later}"

    def is_change(self, column: int) -> bool:
        """Whether a column is Change or %."""
        return column > len(self.heads)

    @property
    def pinned(self) -> int:
        """How many rows at the top stay there."""
        return len(set(self.arrangement.pinned).intersection(self.shown))

    def row(self, row: int) -> Row:
        """A row of the statement, by its place among those that are shown."""
        return self.statement.rows[self.shown[row]]

    def figure(self, row: int, column: int) -> Figure | None:
        """The figure of a cell; None in captions, changes, and where none is printed."""
        return self._by_column[row].get(column - 1) if column else None

    def is_bold(self, row: int) -> bool:
        """Whether a row heads others, or is a total."""
        return self.row(row).role is not Role.LINE and self.shown[row] not in self._bare

    def is_lit(self, row: int, column: int) -> bool:
        """Whether a cell's figure is among the places that are lit."""
        figure = self.figure(row, column) if self.lit else None
        return figure is not None and figure.cite in self.lit

    def cites(self, row: int, column: int) -> tuple[Cite, ...]:
        """What a cell points at: its figure, both figures of a change, or the row."""
        if self.is_change(column) and self.pair is not None:
            figures = [self._by_column[row].get(at) for at in self.pair]
            return tuple(figure.cite for figure in figures if figure) or (self.row(row).cite,)
        figure = self.figure(row, column)
        return (figure.cite if figure else self.row(row).cite,)

    def target_of(self, row: int, column: int) -> str:
        """A cell's row or figure as `core.why` names places."""
        figure = self.figure(row, column)
        place = f"{self.statement.id}:{self.shown[row] + 1}"
        return f"{place}:{figure.column + 1}" if figure is not None else place

    def target_of_head(self, column: int) -> str | None:
        """The same of a column's head; None over captions and changes."""
        return f"{self.statement.id}::{column}" if 0 < column <= len(self.heads) else None

    def where(self, row: int, figure: Figure) -> QModelIndex:
        """The cell of a figure in a row of this statement; no cell where the row is not shown."""
        at = self._at.get(row)
        return self.index(at, figure.column + 1) if at is not None else QModelIndex()

    def cell(self, row: int, column: int) -> Cell:
        """What a cell shows."""
        key = (row, column)
        cell = self._cells.get(key)
        if cell is None:
            cell = self._cells[key] = self._made(row, column)
        return cell

    def widest(self, column: int, most: int = 8) -> list[int]:
        """The rows whose cells are likely the widest of a column, without making the others."""

        def printed(row: int, at: int) -> int:
            figure = self._by_column[row].get(at)
            return len(figure.text) if figure else 0

        later, earlier = self.pair or (0, 0)
        keys: dict[int, Callable[[int], int]] = {
            len(self.heads) + 1: lambda row: max(printed(row, later), printed(row, earlier)),
            len(self.heads) + 2: lambda row: printed(row, later) - printed(row, earlier),
        }
        return nlargest(most, range(self.rowCount()), keys.get(column, lambda row: printed(row, column - 1)))

    def _made(self, row: int, column: int) -> Cell:
        of = self.row(row)
        if column == 0:
            unnamed = not of.label and bool(of.figures)
            return Cell(NO_CAPTION, Tone.SECONDARY) if unnamed else Cell(of.label)
        if self.is_change(column):
            return self._change(row, percent=column == len(self.heads) + 2)
        figure = self.figure(row, column)
        return NOTHING if figure is None else self._figure(of, figure)

    def _figure(self, row: Row, figure: Figure) -> Cell:
        options, value = self.options, figure.value
        percent = self._share(row, figure)
        if percent:
            text, value = shown.number(percent, 1, brackets=options.brackets, sign="%"), percent
        else:
            multiple = scale_of(self.statement, row, figure)
            text = shown.figure(figure, row.counts(figure), multiple, options.scale, brackets=options.brackets)
            if value is not None and row.counts(figure) is Unit.MONEY:
                value = shown.in_scale(value, multiple, options.scale)
        if self.off(figure):
            return Cell(WARNING_SIGN + text, Tone.WARNING, value)
        return Cell(text, Tone.PLAIN, value)

    def _share(self, row: Row, figure: Figure) -> Decimal | None:
        if not self.bases or row.counts(figure) is not Unit.MONEY or figure.value is None:
            return None
        value = figure.value * scale_of(self.statement, row, figure) / self.statement.scale
        return share(value, self.bases.get(figure.column))

    def _change(self, row: int, *, percent: bool) -> Cell:
        of = self.row(row)
        later, earlier = self._compared(row)
        if later is None or earlier is None:
            return NOTHING
        if self.off(later) or self.off(earlier):
            return Cell("?", Tone.WARNING)
        if self.bases:
            return self._points(of, later, earlier)
        difference, per_cent = change(later.value, earlier.value)
        if percent and of.unit is Unit.PERCENT:
            return NOTHING
        if not difference:
            return Cell(shown.NIL, Tone.SECONDARY, Decimal(0))
        if not percent:
            return self._difference(of, difference, later, earlier)
        if per_cent is None:
            return Cell(NOT_MEANINGFUL, Tone.SECONDARY)
        return Cell(shown.number(per_cent, 1), Tone.SECONDARY, per_cent)

    def _compared(self, row: int) -> tuple[Figure | None, Figure | None]:
        """The figures (later, earlier) of a row that are compared; None for both where one of them is no number, or
        they count different things."""
        pair = self.pair or (-1, -1)
        later, earlier = self._by_column[row].get(pair[0]), self._by_column[row].get(pair[1])
        if later is None or earlier is None or later.value is None or earlier.value is None:
            return None, None
        of, statement = self.row(row), self.statement
        alike = later.unit is earlier.unit and scale_of(statement, of, later) == scale_of(statement, of, earlier)
        return (later, earlier) if alike else (None, None)

    def _difference(self, row: Row, difference: Decimal, later: Figure, earlier: Figure) -> Cell:
        decimals = max(shown.printed_decimals(later.text), shown.printed_decimals(earlier.text))
        if row.counts(later) is Unit.MONEY and self.options.scale is not Scale.AS_FILED:
            multiple = scale_of(self.statement, row, later)
            difference = shown.in_scale(difference, multiple, self.options.scale)
            decimals = shown.decimals_in(self.options.scale, multiple, decimals)
        return Cell(shown.number(difference, decimals, brackets=self.options.brackets), Tone.SECONDARY, difference)

    def _points(self, row: Row, later: Figure, earlier: Figure) -> Cell:
        now, before = self._share(row, later), self._share(row, earlier)
        if now is None or before is None:
            return NOTHING
        text = shown.number(now - before, 1)
        return Cell(shown.NIL if text == "0.0" else text, Tone.SECONDARY, now - before)

    # why

    def checks(self, figure: Figure) -> list[Check]:
        """The checks of a figure."""
        return self.places.checks_of(figure.cite) if self.places else []

    def off(self, figure: Figure) -> list[Check]:
        """The checks of a figure that do not tie, and are not accepted by the reader."""
        return still_off(self.checks(figure), self.noted)

    def hover(self, row: int, column: int) -> str:
        """What a cell says on hover: why it does not tie, what it is a share of, what a change is from."""
        of = self.row(row)
        if column == 0:
            return ""  # a caption is never cut
        if self.is_change(column):
            return self._change_hover(row)
        figure = self.figure(row, column)
        if figure is None:
            return ""
        reasons = [sentence(check) for check in self.off(figure)] or [
            self._told(check) for check in self.checks(figure)
        ]
        if self._share(row=of, figure=figure) is not None:
            reasons.insert(0, f"{figure.text} as filed")
        return "\n".join(reasons)

    def _told(self, check: Check) -> str:
        """How a check came out, and why the reader accepts that, where they do."""
        why = self.noted.why(key_of_check(check)) if check.status is Status.OFF else None
        return f"{sentence(check)}\nAccepted: {why}" if why else sentence(check)

    def _change_hover(self, row: int) -> str:
        later, earlier = self._compared(row)
        if later is None or earlier is None:
            return ""
        from_to = f"{self.heads[earlier.column]}: {earlier.text}\n{self.heads[later.column]}: {later.text}"
        reasons = [sentence(check) for figure in (later, earlier) for check in self.off(figure)]
        if not reasons and change(later.value, earlier.value).percent is None and later.value != earlier.value:
            why = "from nil" if earlier.value == 0 else "across signs"
            reasons = [f"n/m: a percent is not meaningful {why}"]
        return "\n".join([from_to, *reasons])

    def _head_hover(self, column: int) -> str | None:
        if self.is_change(column) and self.pair is not None:
            return f"{self.heads[self.pair[0]]} against {self.heads[self.pair[1]]}"
        if column:
            return self.statement.columns[column - 1].label or None
        return None

    def _font(self, row: int, column: int) -> QFont | None:
        unnamed = column == 0 and self.cell(row, 0).text == NO_CAPTION
        if not unnamed and not self.is_bold(row):
            return None
        font = QFont()
        font.setBold(not unnamed and not self.is_change(column))
        font.setItalic(unnamed)
        return font

    def _spoken(self, row: int, column: int) -> str:
        text = self.cell(row, column).text.replace(WARNING_SIGN, "does not tie: ")
        return f"{self.cell(row, 0).text}, {self.head(column)}: {text}" if column else text
