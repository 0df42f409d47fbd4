"""An answer of the library as a table: a row a company or a part, a column a year; or what was printed otherwise later."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.export.heads import UNITS
from core.places import Places
from core.source import Cite, cite
from core.statements.statement import Column, Figure, Role, Row, Statement, StatementKind, Unit
from gui.format import SCALES, currency_words, number, printed_decimals
from gui.models.titles import calm
from gui.plain import tip

if TYPE_CHECKING:
    from core.library.answers import Point, Restated, Series

Index = QModelIndex | QPersistentModelIndex
MARK = "*"
"""Behind a figure that another filing prints otherwise."""
_RESTATED_HEADS = ("Company", "Line", "Period", "First printed", "Later", "Change")
_FIRST = 3
"""The first column of figures of what was printed otherwise."""
_DAYS_A_MONTH, _MONTHS = 365.25 / 12, 12
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NOWHERE = QModelIndex()
_UNITS = {words: unit for unit, words in UNITS.items()}
_ENOUGH = 10_000
"""An answer is in thousands or millions where its largest amount has this many of them."""
_FIGURES, _MOST_DECIMALS = 2, 6
"""Figures that a small amount keeps, and its decimals at most."""
_DECEMBER = (12, 31)


class Cell(NamedTuple):
    """What a cell shows, and the figure that it is of."""

    text: str
    point: "Point | None" = None


class AnswersModel(QAbstractTableModel):
    """An answer, the largest first; or what was printed otherwise, by company."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.heads: tuple[str, ...] = ()
        self._rows: list[list[Cell]] = []
        self._words = 0
        self.statement: Statement | None = None
        """The same as a table that can be charted; None for what was printed otherwise."""
        self.charted: str | None = None
        """The currency of what can be charted, which stands first, where others are in another one."""
        self.scale = 1
        """What the amounts of the cells are multiplied by."""

    def show_years(self, title: str, series: "Sequence[Series]", head: str) -> None:
        """An answer by year, the newest first; `head` stands over its names."""
        self.beginResetModel()
        currency = _commonest(series)
        series = sorted(series, key=lambda one: (_currency(one) == currency, *_size(one)), reverse=True)
        years = sorted({year for one in series for year in one.points})
        points = [point for one in series for point in one.points.values()]
        self.scale = _scale(points)
        alike = [one for one in series if _currency(one) == currency]
        self.charted = currency if len(alike) < len(series) else None
        self.heads, self._words = (head, *map(str, reversed(years))), 1
        self._rows = [
            [
                Cell(_name(one, mixed=self.charted is not None)),
                *(self._cell(one.points.get(year)) for year in reversed(years)),
            ]
            for one in series
        ]
        self.statement = as_statement(title, alike, years) if alike else None
        self.endResetModel()

    def show_restated(self, found: "Sequence[Restated]") -> None:
        """What was printed otherwise later."""
        self.beginResetModel()
        self.charted = None
        self.scale = _scale([point for one in found for point in (one.first, one.last)])
        self.heads, self._words, self.statement = _RESTATED_HEADS, _FIRST, None
        self._rows = [self._restated(one) for one in found]
        self.endResetModel()

    def _restated(self, one: "Restated") -> list[Cell]:
        said = (calm(one.company), one.last.caption or "(no caption)", _period(one.start, one.last.end))
        change = Cell(number(one.change / self.scale, _decimals(one.last, self.scale)), one.last)
        return [*map(Cell, said), self._cell(one.first), self._cell(one.last), change]

    def _cell(self, point: "Point | None") -> Cell:
        if point is None:
            return Cell("")
        scale = self.scale if _is_scaled(point) else 1
        text = number(point.whole / scale, _decimals(point, scale), brackets=True)
        return Cell(f"{text} {MARK}" if point.otherwise else text, point)

    def place(self, row: int, year: str) -> QModelIndex:
        """The cell of a row and a year."""
        return self.index(row, self.heads.index(year))

    def point(self, index: Index) -> "Point | None":
        """The figure of a cell."""
        return self._rows[index.row()][index.column()].point if index.isValid() else None

    @property
    def is_of_one(self) -> bool:
        """Whether the first column says the same in every row of what was printed otherwise."""
        return self._words > 1 and len({row[0].text for row in self._rows}) == 1

    @property
    def starred(self) -> bool:
        """Whether any figure bears the mark."""
        return any(cell.text.endswith(MARK) for row in self._rows for cell in row)

    @property
    def words(self) -> int:
        """How many of the first columns hold words."""
        return self._words

    @property
    def said(self) -> str:
        """What the amounts are in."""
        points = [cell.point for row in self._rows for cell in row if cell.point is not None]
        currencies = {point.currency for point in points if point.currency}
        words = (
            currency_words(currencies.pop()) if len(currencies) == 1 else "as each filing counts" if currencies else ""
        )
        return " ".join(word for word in (words, SCALES[self.scale]) if word) if points else ""

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many companies, parts or lines."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Names and years."""
        return 0 if parent.isValid() else len(self.heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A figure, and on its tip where it was read."""
        if not index.isValid():
            return None
        cell = self._rows[index.row()][index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return cell.text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if index.column() < self._words else _RIGHT
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(_told(cell.point) if cell.point is not None else cell.text)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The years."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.heads):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.heads[section]
        return (_LEFT if section < self._words else _RIGHT) if role == Qt.ItemDataRole.TextAlignmentRole else None


def _size(one: "Series") -> tuple[int, Decimal]:
    """The newest figure of a row: the newest before others, and of those the largest."""
    newest = max(one.points)
    return newest, abs(one.points[newest].whole)


def _currency(one: "Series") -> str | None:
    return next((point.currency for point in one.points.values() if point.currency), None)


def _commonest(series: "Sequence[Series]") -> str | None:
    counted = Counter(map(_currency, series))
    return max(counted, key=lambda one: counted[one], default=None)


def _name(one: "Series", *, mixed: bool) -> str:
    currency, name = _currency(one), calm(one.name)
    return f"{name} ({currency})" if mixed and currency else name


def _is_scaled(point: "Point") -> bool:
    return _UNITS.get(point.unit or "") in (Unit.MONEY, Unit.SHARES)


def _scale(points: "Sequence[Point]") -> int:
    largest = max((abs(point.whole) for point in points if _is_scaled(point)), default=Decimal(0))
    return next((scale for scale in (1_000_000, 1_000) if largest >= scale * _ENOUGH), 1)


def _decimals(point: "Point", scale: int) -> int:
    """As printed where nothing is scaled; of an amount that is small in this scale so many that it has some figures left."""
    if not _is_scaled(point):
        return printed_decimals(point.printed)
    amount = point.whole / scale
    if amount == amount.to_integral_value():
        return 0
    return min(_MOST_DECIMALS, max(0, _FIGURES - 1 - amount.adjusted()))


def _period(start: date | None, end: date) -> str:
    """`1998-12-31`, `year to 1998-12-31`, `9 months to 1998-09-30`."""
    if start is None:
        return end.isoformat()
    months = round(((end - start).days + 1) / _DAYS_A_MONTH)
    said = "year" if months == _MONTHS else f"{months} month{'' if months == 1 else 's'}"
    return f"{said} to {end.isoformat()}"


def _told(point: "Point") -> str:
    filed = f", filed {point.filed.isoformat()}" if point.filed else ""
    lines = [f"{point.caption}: printed {point.printed}, {point.end.isoformat()}", f"{point.form}{filed}: {point.path}"]
    if point.otherwise:
        lines.append(f"{point.otherwise} filing{'s print' if point.otherwise > 1 else ' prints'} it otherwise")
    return "\n".join(lines)


def as_statement(title: str, series: "Sequence[Series]", years: Sequence[int]) -> Statement:
    """An answer as a table that can be charted: its amounts whole, its columns the years in order; cites are of the filings."""
    first = next(iter(series[0].points.values()))
    columns = tuple(Column(str(year), None, date(year, *_DECEMBER)) for year in years)
    rows = tuple(_row(one, years) for one in series)
    return Statement("answer", StatementKind.OTHER, title, None, _cite(first), first.currency, 1, columns, rows)


def _row(one: "Series", years: Sequence[int]) -> Row:
    figures = tuple(
        Figure(at, point.printed, point.whole, _cite(point))
        for at, year in enumerate(years)
        if (point := one.points.get(year)) is not None
    )
    first = next(iter(one.points.values()))
    return Row(calm(one.name), 0, Role.LINE, _UNITS.get(first.unit or ""), None, _cite(first), figures)


def _cite(point: "Point") -> Cite:
    return cite(point.document, point.begin, point.finish)


def place_of(point: "Point") -> Callable[[Places], Cite | None]:
    """How a figure is found in its filing: None where the file is another one by now."""

    def found(places: Places) -> Cite | None:
        return _cite(point) if places.analysis.filing.sha256 == point.sha256 else None

    return found
