"""Does equity roll forward: is each balance the one before it and what happened between them?"""

from collections.abc import Iterator
from typing import NamedTuple

from core.checks.amounts import Amounts, Line, caption, counts_shares, figure_at, slack
from core.checks.check import Rule
from core.checks.equation import SUM, Equation, Kind, Read, Term, digits_left, misread
from core.checks.rounding import EXACT
from core.statements.statement import Column, Statement


def roll(statement: Statement, read: Amounts) -> Iterator[Equation]:
    """One equation for each column of each closing balance of a table whose rows run from balance to balance."""
    opening: Line | None = None
    between: list[Line] = []
    for line in read.lines:
        if not line.row.label.lower().startswith(("balance", "total balance")):
            between.append(line)
            continue
        if opening is not None and between:
            yield from _segment(statement, read, opening, between, line)
        opening, between = line, []


_MOST_OFF, _TIES_FOR_ONE = 2, 2
"""Columns of one balance that may be off, and how many others must tie before one is called so."""
_EVIDENCE = 3.0
"""Powers of ten by which the columns of a balance must tie no accident."""


class _Roll(NamedTuple):
    """A balance, the one before it with what happened between, and the columns that tie and that do not."""

    closing: Line
    lines: list[Line]
    ties: list[int]
    missed: list[int]

    def miss(self, column: int) -> int:
        """The closing balance less what its lines come to."""
        return self.closing.worth(column) - sum([line.worth(column) for line in self.lines])


def _segment(
    statement: Statement, read: Amounts, opening: Line, between: list[Line], closing: Line
) -> Iterator[Equation]:
    """The columns of one balance, read without the rows that only say a sum beside the roll."""
    found = [_rolled(statement, read, [opening, *lines], closing) for lines in _without_memos(between)]
    best = max(found, key=lambda one: len(one.ties))
    evidence = sum(digits_left(closing.worth(c), slack(len(best.lines))) for c in best.ties)
    if len(best.ties) < _TIES_FOR_ONE or len(best.missed) > _MOST_OFF or evidence < _EVIDENCE:
        return
    loose = [column for column in best.ties if _loose(best, column, read)]
    sure = Read(len(best.ties) - len(loose), evidence, len(best.missed) + len(loose))
    for column in best.ties:
        yield _equation(statement, read, best, column, misread(SUM, sure) if column in loose else 0.0)
    for column in best.missed:
        wrong = misread(SUM, Read(len(best.ties), evidence, len(best.missed)))
        yield _equation(statement, read, best, column, wrong)


def _loose(found: _Roll, column: int, read: Amounts) -> bool:
    """Whether a column ties by more rounding than an exact filing allows."""
    return abs(found.miss(column)) > EXACT * read.steps[found.closing.row.unit][column]


def _without_memos(between: list[Line]) -> Iterator[list[Line]]:
    """The rows between two balances: without those that may be sums beside the roll, and with some or all of them."""
    yield [line for line in between if not _memo(line)]
    yield [line for line in between if not _memo(line) and line.row.label]
    yield [line for line in between if line.row.label and not line.row.label.lower().startswith("total")]
    yield between


def _memo(line: Line) -> bool:
    """Whether a row may be a total of comprehensive income, said beside the roll and not part of it."""
    label = line.row.label.lower()
    return "comprehensive" in label and "other" not in label and "accumulated" not in label


def _rolled(statement: Statement, read: Amounts, lines: list[Line], closing: Line) -> _Roll:
    found = _Roll(closing, lines, [], [])
    steps = read.steps[closing.row.unit]
    for column in _columns(lines[0], closing, lines[1:]):
        if abs(found.miss(column)) <= slack(len(lines)) * steps[column]:
            found.ties.append(column)
        elif _is_rolled(statement.columns[column], lines[0], closing, column):
            found.missed.append(column)
    return found


def _columns(opening: Line, closing: Line, moves: list[Line]) -> list[int]:
    """The columns in which both balances are printed, and something happened between them."""
    both = (column for column in range(len(opening.values)) if opening.prints(column) and closing.prints(column))
    return [column for column in both if any(line.values[column] for line in moves)]


def _is_rolled(column: Column, opening: Line, closing: Line, number: int) -> bool:
    """Whether a column is known to hold amounts that roll: shares are often said in a caption and not in the column, and
    comprehensive income has no balances."""
    words = f"{column.label} {column.member or ''}".lower()
    beside = "comprehensive" in words and "accumulated" not in words and "other" not in words
    balances = opening.worth(number) != 0 and closing.worth(number) != 0
    return bool(words.strip()) and not counts_shares(column) and (balances or not beside)


def _equation(statement: Statement, read: Amounts, found: _Roll, column: int, wrong: float) -> Equation:
    row = found.closing.row

    def term(line: Line) -> Term:
        return Term(1, line.worth(column), figure_at(line.row, column), line.row, statement)

    head = statement.columns[column].member or statement.columns[column].label
    return Equation(
        Kind.ROLL,
        Rule.FOOTING,
        term(found.closing),
        tuple([term(line) for line in found.lines if line.prints(column)]),
        slack(len(found.lines)) * read.steps[row.unit][column],
        read.worth(row.unit, statement.scale),
        wrong,
        f"{caption(row, statement)}, {head.lower()}",
        step=read.steps[row.unit][column],
    )
