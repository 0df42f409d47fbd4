"""Does equity roll forward: is each balance the one before it and what happened between them?"""

from collections.abc import Iterator

from core.checks.amounts import Amounts, Line, caption, count, counts_shares, figure_at, say, slack
from core.checks.check import Check, Held, Rule, compared
from core.statements.statement import Column, Statement


def roll(statement: Statement, read: Amounts) -> Iterator[Check]:
    """One check for each column of each closing balance of a table whose rows run from balance to balance."""
    opening: Line | None = None
    between: list[Line] = []
    for line in read.lines:
        if not line.row.label.lower().startswith(("balance", "total balance")):
            between.append(line)
            continue
        if opening is not None and between:
            yield from _segment(statement, read, opening, between, line)
        opening, between = line, []


_MOST_OFF, _TIES_FOR_ONE = 1, 2
"""Columns of one balance that may be off, and how many others must tie before one is called so."""


def _segment(statement: Statement, read: Amounts, opening: Line, between: list[Line], closing: Line) -> Iterator[Check]:
    lines = [opening, *(line for line in between if not _memo(line))]
    ties: list[int] = []
    missed: list[int] = []
    for column in _columns(opening, closing, lines[1:]):
        (ties if _ties(closing, lines, column) else missed).append(column)
    missed = [column for column in missed if _is_money(statement.columns[column])]
    if len(ties) >= _TIES_FOR_ONE and len(missed) <= _MOST_OFF:
        for column in (*ties, *missed):
            yield _check(statement, read, closing, lines, column, off=column in missed)


def _columns(opening: Line, closing: Line, moves: list[Line]) -> list[int]:
    """The columns in which both balances are printed, and something happened between them."""
    both = (column for column in range(len(opening.values)) if opening.prints(column) and closing.prints(column))
    return [column for column in both if _moved(moves, column)]


def _moved(lines: list[Line], column: int) -> int:
    """How many of these lines change a balance in a column."""
    return sum(1 for line in lines if line.values[column])


def _is_money(column: Column) -> bool:
    """Whether a column is known to hold amounts: shares are often said in a caption and not in the column."""
    return bool(column.label or column.member) and not counts_shares(column)


def _memo(line: Line) -> bool:
    """A total of comprehensive income is said beside the roll, and not part of it."""
    label = line.row.label.lower()
    return "comprehensive" in label and "other" not in label and "accumulated" not in label


def _ties(closing: Line, lines: list[Line], column: int) -> bool:
    return abs(closing.worth(column) - sum(line.worth(column) for line in lines)) <= slack(len(lines))


def _check(statement: Statement, read: Amounts, closing: Line, lines: list[Line], column: int, *, off: bool) -> Check:
    printed = [line for line in lines if line.prints(column)]
    unit = closing.row.unit
    cites = tuple(figure_at(line.row, column).cite for line in (closing, *printed))
    held = Held(
        read.decimal(closing.worth(column), unit),
        read.decimal(sum(line.worth(column) for line in lines), unit),
        cites,
    )
    head = statement.columns[column].member or statement.columns[column].label
    subject = f"{caption(closing.row, statement)}, {head.lower()}"
    moves = count(_moved(printed[1:], column), "change")
    title = (
        f"{subject}: printed {say(held.reported)}; the balance before it and its {moves} come to {say(held.expected)}."
        if off
        else f"{subject}: {say(held.reported)} is the balance before it and its {moves}."
    )
    return compared(Rule.FOOTING, held, subject, title, off=off)
