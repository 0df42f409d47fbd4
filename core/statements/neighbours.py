"""The time of a column whose head names none, by the columns beside it: what rolls from one balance to the next, the parts
of a dated total, the share beside an amount."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import NamedTuple

from core.evidence import Recogniser, Rule, Verdict, single
from core.statements.natures import LASTING, leaning, rules_of
from core.statements.statement import Column, Period, Row, Unit

_A_DAY = timedelta(days=1)
_LONGEST_ROLL = timedelta(days=380)
"""Between two balances that follow one another lies a year of 53 weeks at most."""
_WIDEST = 64
"""Columns. What is wider is no table whose columns tell anything of one another."""
_LEAST, _MOST = 3, 0.8
"""A total is known by so many rows at least, of which so large a share adds up."""
_COMPARES = ("change", "increase", "decrease", "variance", " vs", "growth", "over ")


class Undated(NamedTuple):
    """A column without a time: its place, all columns, and the rows of the table."""

    at: int
    columns: Sequence[Column]
    rows: Sequence[Row]

    @property
    def label(self) -> str:
        """Its head in small letters."""
        return self.columns[self.at].label.lower()

    @property
    def compares(self) -> bool:
        """Whether it holds one time against another."""
        return any(word in self.label for word in _COMPARES)

    def dated(self, step: int) -> int | None:
        """The next column with a time to the left (-1) or to the right (1)."""
        at = self.at + step
        while 0 <= at < len(self.columns):
            if self.columns[at].end is not None:
                return at
            at += step
        return None


def _rolls(column: Undated) -> Period | None:
    """Between two balances: what happened from the one to the other."""
    left, right = column.dated(-1), column.dated(1)
    if left is None or right is None or column.compares or (right - left <= 2 and leaning(column.label) <= 0):
        return None
    opened, closed = column.columns[left], column.columns[right]
    if opened.end is None or closed.end is None or LASTING & {*rules_of(opened), *rules_of(closed)}:
        return None
    rolls = timedelta(0) < closed.end - opened.end <= _LONGEST_ROLL
    return Period(opened.end + _A_DAY, closed.end) if rolls else None


def _share(column: Undated) -> Period | None:
    """Percentages beside an amount."""
    at = column.at
    if not at or column.compares or not _all_percent(column.rows, at):
        return None
    beside = column.columns[at - 1]
    return Period(beside.start, beside.end) if beside.end is not None else None


def _all_percent(rows: Sequence[Row], at: int) -> bool:
    """Whether a column prints percentages and nothing else."""
    units = [row.counts(figure) for row in rows for figure in row.figures if figure.column == at and figure.value]
    return bool(units) and all(unit is Unit.PERCENT for unit in units)


def _part(column: Undated) -> Period | None:
    """One of the columns that add up to the dated one before them, or behind them."""
    for step in (-1, 1):
        total = column.dated(step)
        if total is not None and _add_up(column, total):
            whole = column.columns[total]
            return Period(whole.start, whole.end)
    return None


def _add_up(column: Undated, total: int) -> bool:
    """Whether the run of undated columns in which this one lies adds up to a dated one."""
    parts = frozenset(_run(column))
    told = [row for row in column.rows if _value(row, total) is not None and _parts_of(row, parts)]
    right = sum(_value(row, total) == sum(_parts_of(row, parts)) for row in told)
    return len(told) >= _LEAST and right >= _MOST * len(told)


def _run(column: Undated) -> Iterator[int]:
    """The undated columns around this one."""
    before, after = column.dated(-1), column.dated(1)
    return iter(range(before + 1 if before is not None else 0, after if after is not None else len(column.columns)))


def _value(row: Row, at: int) -> Decimal | None:
    figure = row.at(at)
    return figure.value if figure is not None and figure.value else None


def _parts_of(row: Row, parts: frozenset[int]) -> list[Decimal]:
    return [figure.value for figure in row.figures if figure.column in parts and figure.value is not None]


BESIDE: Recogniser[Undated, Period] = Recogniser(
    "column-beside",
    "Of what time is a column whose head names none, beside columns that do?",
    (
        Rule("rolls", 6.0, "between two balances lies what happened from the one to the other", _rolls),
        Rule("share", 6.0, "percentages beside an amount are of its time", _share),
        Rule("part", 5.0, "columns that add up to a dated one are of its time", _part),
    ),
)


def with_neighbours(columns: Sequence[Column], rows: Sequence[Row]) -> list[Column]:
    """The columns, those without a time with that of the columns beside them where it tells theirs."""
    found = list(columns)
    dated = sum(column.end is not None for column in columns)
    if not 0 < dated < len(columns) <= _WIDEST:
        return found
    for at, column in enumerate(columns):
        asked = Undated(at, columns, rows)
        if column.end is None and (told := BESIDE.first(asked)) is not None:
            found[at] = _dated(column, told)
            ends = (asked.dated(-1), asked.dated(1)) if told.clues[0].rule == ROLLS else ()
            for end in ends:
                if end is not None:
                    found[end] = _balance(columns[end])
    return found


def _balance(column: Column) -> Column:
    """A column that another rolls to or from: it is of a day."""
    return _dated(column, single(BALANCE, Period(None, column.end), _SURE))


ROLLS, BALANCE = "column-beside/rolls", "column-beside/balance"
"""The rules for a column between two balances, and for these."""
_SURE = 6.0
"""The weight of a roll-forward for the balances at its ends."""


def _dated(column: Column, told: Verdict[Period]) -> Column:
    return replace(column, start=told.decided.start, end=told.decided.end, verdict=told)
