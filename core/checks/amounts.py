"""The figures of a table as whole numbers, column by column, and how a reader is told of them."""

from decimal import Decimal
from typing import NamedTuple

from core.statements.statement import Column, Figure, Row, Statement, StatementKind, Unit

COUNTED = frozenset({Unit.MONEY, Unit.SHARES, Unit.NUMBER, None})
_NOT_ADDED = ("%", "percent", "price", "average", "per share", "fair value per", "may yet be")
_RATES = frozenset({Unit.PERCENT, Unit.PER_SHARE})
"""What can be added up: not percentages, not amounts per share."""


class Line(NamedTuple):
    """A row with its printed figures as whole numbers of the table's smallest printed unit; None where nothing is printed."""

    row: Row
    values: tuple[int | None, ...]

    def worth(self, column: int) -> int:
        """What is printed in a column; 0 where nothing is."""
        return self.values[column] or 0

    def prints(self, column: int) -> bool:
        """Whether anything is printed in a column."""
        return self.values[column] is not None


class Amounts(NamedTuple):
    """All lines of a table that can be added up, by unit; `places` is the number of decimals that a whole number stands for,
    `steps` how many of them the last printed digit of each column is worth."""

    lines: list[Line]
    places: dict[Unit | None, int]
    steps: dict[Unit | None, tuple[int, ...]]

    def decimal(self, value: int, unit: Unit | None) -> Decimal:
        """A whole number as the amount it stands for, in the printed scale."""
        places = self.places[unit]
        if not places:
            return Decimal(value)
        whole, rest = divmod(value, _TEN**places)
        return Decimal(value).scaleb(-places) if rest else Decimal(whole)

    def worth(self, unit: Unit | None, scale: int) -> Decimal:
        """What one of the whole numbers of a unit comes to in a table of this scale."""
        return Decimal(scale).scaleb(-self.places[unit])


def amounts(statement: Statement) -> Amounts:
    """Reads a table's figures; rows of percentages and of amounts per share are left out (never in a statement of equity,
    whose rows are all sums), and so are rows with decimals in a table that prints whole amounts."""
    equity = statement.kind is StatementKind.EQUITY
    counted = [row for row in statement.rows if row.figures and (equity or row.unit in COUNTED)]
    width = len(statement.columns)
    rates = frozenset(number for number, column in enumerate(statement.columns) if _is_rate(column))
    decimals = _decimals(counted, width, rates)
    places = {unit: max(columns, default=0) for unit, columns in decimals.items()}
    lines = (_line(row, places[row.unit], width, rates) for row in counted)
    return Amounts([line for line in lines if line is not None], places, _steps(decimals, places))


def _steps(
    decimals: dict[Unit | None, list[int]], places: dict[Unit | None, int]
) -> dict[Unit | None, tuple[int, ...]]:
    return {unit: tuple([_TEN ** (places[unit] - one) for one in columns]) for unit, columns in decimals.items()}


def _decimals(rows: list[Row], width: int, rates: frozenset[int]) -> dict[Unit | None, list[int]]:
    """The decimals with which each unit is printed in each column: those of most of its figures there, else none."""
    if not any("." in figure.text for row in rows for figure in row.figures):
        return {row.unit: [0] * width for row in rows}
    printed: dict[Unit | None, list[list[int]]] = {row.unit: [[] for _ in range(width)] for row in rows}
    for row in rows:
        _add_decimals(printed[row.unit], row, rates)
    return {unit: [_usual(column) for column in columns] for unit, columns in printed.items()}


def _add_decimals(columns: list[list[int]], row: Row, rates: frozenset[int]) -> None:
    """Adds the decimals of a row's figures to those of their columns."""
    for figure in row.figures:
        if figure.value and figure.column < len(columns) and figure.column not in rates and not _is_rated(figure):
            columns[figure.column].append(_places(figure))


def _usual(places: list[int]) -> int:
    return max(places) if 2 * sum(map(bool, places)) > len(places) else 0


def _is_rate(column: Column) -> bool:
    """Whether a column prints what is not added up: percentages, prices."""
    words = f"{column.label} {column.member or ''}".lower().replace("quoted price", "")
    return any(word in words for word in _NOT_ADDED)


def counts_shares(column: Column) -> bool:
    """Whether a column prints numbers of shares beside amounts."""
    words = f"{column.label} {column.member or ''}".lower().strip()
    return words.endswith("shares") or "number of" in words or "outstanding" in words


_TEN = 10
"""Of each digit that one more of the finer ones is worth."""
_FINEST = 4
"""Decimals. Nothing that is added up is printed more exactly."""


def _places(figure: Figure) -> int:
    """The decimals that a figure prints."""
    if "." not in figure.text or figure.value is None:
        return 0
    exponent = figure.value.as_tuple().exponent
    return min(_FINEST, max(0, -exponent)) if isinstance(exponent, int) else 0


def _line(row: Row, places: int, width: int, rates: frozenset[int]) -> Line | None:
    factor = _TEN**places
    values: list[int | None] = [None] * width
    empty = True
    for figure in row.figures:
        value = figure.value
        if value is None or figure.column >= width or figure.column in rates or _is_rated(figure):
            continue
        scaled = value * factor if places else value
        whole = int(scaled)
        if whole != scaled:
            return None
        values[figure.column] = whole
        empty = False
    return None if empty else Line(row, tuple(values))


def _is_rated(figure: Figure) -> bool:
    return figure.unit in _RATES or "%" in figure.text


def slack(addends: int) -> int:
    """By how many printed units a sum may miss: every addend and the total were rounded by half a unit, and never less than 1."""
    return max(1, (addends + 1) // 2)


_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def count(number: int, word: str = "line") -> str:
    """A number of things in words: `six lines`."""
    spelled = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{spelled} {word}{'' if number == 1 else 's'}"


def say(value: Decimal) -> str:
    """An amount as accountants print it: thousands parted, negatives in brackets."""
    return f"({-value:,})" if value < 0 else f"{value:,}"


_BEHIND = " :.;,"
"""What a caption ends with and is not called by."""


def caption(row: Row, statement: Statement) -> str:
    """What a row is called: its caption, or for one without, where it stands."""
    if row.label:
        return row.label.rstrip(_BEHIND)
    before = next((r.label for r in reversed(statement.rows[: _place(row, statement)]) if r.label), "")
    return f"Unnamed total after “{before.rstrip(_BEHIND)}”" if before else "Unnamed total"


def _place(row: Row, statement: Statement) -> int:
    return next(index for index, other in enumerate(statement.rows) if other is row)


def period(column: Column, columns: tuple[Column, ...]) -> str:
    """What a column is called: its year where that tells it from the others, with what it stands for where that is needed."""
    words = [word for word in (column.member, _when(column, columns)) if word]
    return ", ".join(words) or column.label or f"column {columns.index(column) + 1}"


def _when(column: Column, columns: tuple[Column, ...]) -> str:
    if column.end is None:
        return ""
    years = [other.end.year for other in columns if other.end is not None]
    if column.member or years.count(column.end.year) == 1:
        return str(column.end.year)
    return column.label or column.end.isoformat()


def figure_at(row: Row, column: int) -> Figure:
    """The figure of a row in a column that is known to hold one."""
    figures = row.figures
    if column < len(figures) and figures[column].column == column:
        return figures[column]
    for figure in figures:
        if figure.column == column:
            return figure
    raise LookupError(column)
