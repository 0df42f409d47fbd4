"""Earnings per share are income by the number of shares, in one table: an income statement, its note, selected data.

Which income and which shares is told by the figures: the pair of lines whose quotient is what is printed in all columns but
one at most.
"""

from collections.abc import Iterator
from decimal import Decimal
from math import log10
from typing import NamedTuple

from core.checks.amounts import caption, period
from core.checks.check import Rule
from core.checks.equation import LINE, Equation, Kind, Read, Term, misread
from core.checks.slips import is_slip
from core.statements.statement import Figure, Row, Statement, Unit

_EARNED = ("income", "loss", "earnings", "profit")
"""Words of the captions of what is earned."""
_FEWEST = 2
"""Columns that must tie."""
_TELLING = 3.5
"""Powers of ten by which what ties must be no accident: some hundred pairs of lines are tried."""
_HALF = 0.5
_STEPS = 1000
"""The multiples in which money and shares may be printed beside one another."""
_MULTIPLES = (1.0, float(_STEPS), 1.0 / _STEPS, float(_STEPS * _STEPS))
_NEARLY = 0.8
"""The quotient and what is printed are not further apart, in a column that may hold."""
_PARTS = 1000
"""The units of an equation in a dollar."""
_LAST = 10
"""Printed units from which a difference is none of rounding or of another number of shares."""
_NAMED = 0.1
"""By what it falls that lines are others where one is called income, and the others are of earnings per share and shares."""


class _Line(NamedTuple):
    """A row by its columns, with its values once more for a quick look."""

    row: Row
    figures: dict[int, Figure]
    values: dict[int, float]


class _Column(NamedTuple):
    """What a column comes to: the figures, the quotient, and by how much it may be rounded."""

    share: Figure
    income: Figure
    shares: Figure
    quotient: float
    slack: float

    @property
    def holds(self) -> bool:
        """Whether what is printed is the quotient."""
        return abs(abs(float(self.share.value or 0)) - self.quotient) <= self.slack

    @property
    def said(self) -> float:
        """How little it holds by chance, as a power of ten."""
        return max(0.0, log10(max(self.quotient, self.slack) / (2 * self.slack)))


class _Reading(NamedTuple):
    """Two lines whose quotient a row per share prints."""

    income: Row
    shares: Row
    columns: list[_Column]

    @property
    def missed(self) -> list[_Column]:
        """The columns in which it does not."""
        return [one for one in self.columns if not one.holds]

    @property
    def said(self) -> float:
        """How little it holds by chance, as a power of ten."""
        return sum([one.said for one in self.columns if one.holds])


def earnings_per_share(statement: Statement) -> Iterator[Equation]:
    """The rows of a table that print one of its incomes by its shares, column by column."""
    per = _lines(statement, Unit.PER_SHARE)
    shares = _lines(statement, Unit.SHARES) if per else []
    earned = [one for one in _lines(statement, Unit.MONEY) if _is_earned(one.row)] if shares else []
    for line in per if earned else ():
        reading = _read(line, earned, shares)
        if reading is not None:
            wrong = misread(LINE, Read(len(reading.columns) - 1, reading.said), [_NAMED])
            for column in reading.columns:
                if column.holds or _is_misprint(column):
                    yield _equation(statement, line.row, reading, column, wrong)


def _lines(statement: Statement, unit: Unit) -> list[_Line]:
    found: list[_Line] = []
    for row in statement.rows:
        if row.unit is unit and len(row.figures) >= _FEWEST:
            figures = {one.column: one for one in row.figures if one.value and one.unit in (None, unit)}
            found.append(_Line(row, figures, {at: float(one.value or 0) for at, one in figures.items()}))
    return [one for one in found if len(one.figures) >= _FEWEST]


def _is_earned(row: Row) -> bool:
    label = row.label.lower()
    return any(word in label for word in _EARNED)


def _read(line: _Line, earned: list[_Line], shares: list[_Line]) -> _Reading | None:
    """The pair of lines whose quotient a row prints: in most columns, then by how little that is chance."""
    found = [
        reading
        for number in shares
        for income in earned
        if (reading := _quotients(line, income, number)) is not None and reading.said >= _TELLING
    ]
    return min(found, key=lambda one: (len(one.missed), -len(one.columns), -one.said), default=None)


def _quotients(line: _Line, income: _Line, shares: _Line) -> _Reading | None:
    """A row per share beside an income and a number of shares; None where they do not go together in enough columns."""
    columns = [at for at in line.figures if at in income.figures and at in shares.figures]
    multiple = _multiple(line, income, shares, columns[:_FEWEST]) if len(columns) >= _FEWEST else None
    if multiple is None:
        return None
    found = [_column(line.figures[at], income.figures[at], shares.figures[at], multiple) for at in columns]
    held = sum([one.holds for one in found])
    return _Reading(income.row, shares.row, found) if held >= max(_FEWEST, len(found) - 1) else None


def _multiple(line: _Line, income: _Line, shares: _Line, columns: list[int]) -> float | None:
    """The multiple in which income stands beside shares, by the first columns; None where no quotient is near."""
    for at in columns:
        apart = abs(line.values[at] * shares.values[at] / income.values[at])
        for multiple in _MULTIPLES:
            if multiple * _NEARLY < apart < multiple / _NEARLY:
                return multiple
    return None


def _column(share: Figure, income: Figure, shares: Figure, multiple: float) -> _Column:
    a, b = (abs(float(one.value or 0)) for one in (income, shares))
    quotient = a / b * multiple
    rounding = quotient * (_HALF * _step(income) / a + _HALF * _step(shares) / b)
    return _Column(share, income, shares, quotient, _HALF * _step(share) + rounding)


def _step(figure: Figure) -> float:
    """What the last printed digit of a figure is worth."""
    exponent = figure.value.as_tuple().exponent if figure.value is not None else 0
    return float(Decimal(1).scaleb(exponent)) if isinstance(exponent, int) and exponent < 0 else 1.0


def _is_misprint(column: _Column) -> bool:
    """Whether what is printed per share is the quotient but for one slip, which is none of its last digit."""
    step = _step(column.share)
    printed, wanted = round(abs(float(column.share.value or 0)) / step), round(column.quotient / step)
    return abs(printed - wanted) >= _LAST and is_slip(str(printed), str(wanted))


def _equation(statement: Statement, row: Row, reading: _Reading, column: _Column, wrong: float) -> Equation:
    """That an amount per share is an income by a number of shares, in thousandths of a dollar."""
    step = _step(column.share)
    printed = round(abs(float(column.share.value or 0)) * _PARTS)
    wanted = round(column.quotient * _PARTS) if column.holds else round(round(column.quotient / step) * step * _PARTS)
    sign = -1 if (column.share.value or 0) < 0 else 1
    whole = Term(1, sign * printed, column.share, row, statement)
    parts = (
        Term(1, sign * wanted, column.income, reading.income, statement),
        Term(1, 0, column.shares, reading.shares, statement),
    )
    slack = round(column.slack * _PARTS) if column.holds else 0
    worth = Decimal(statement.scale) / _PARTS
    where = statement.columns[column.share.column]
    subject = f"{caption(row, statement)}, {period(where, statement.columns)}"
    return Equation(
        Kind.QUOTIENT, Rule.EQUATION, whole, parts, slack, worth, 0.0 if column.holds else wrong, subject, plain=False
    )
