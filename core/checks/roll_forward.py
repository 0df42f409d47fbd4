"""Does equity roll forward: is each balance the one before it and what happened between them?"""

from collections.abc import Iterator

from core.checks.amounts import Amounts, Line, caption, count, counts_shares, figure_at, say, slack
from core.checks.check import Check, Rule, Status
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


def _segment(statement: Statement, read: Amounts, opening: Line, between: list[Line], closing: Line) -> Iterator[Check]:
    lines = [opening, *(line for line in between if not _memo(line))]
    columns = [c for c, v in enumerate(closing.values) if v is not None and opening.values[c] is not None]
    moved = [c for c in columns if any(line.values[c] for line in lines[1:])]
    ties = [c for c in moved if _ties(closing, lines, c)]
    missed = [c for c in moved if c not in ties and _is_money(statement.columns[c])]
    if len(ties) < 2 or len(missed) > 1:
        return
    for column in (*ties, *missed):
        yield _check(statement, read, closing, lines, column, off=column in missed)


def _is_money(column: Column) -> bool:
    """Whether a column is known to hold amounts: shares are often said in a caption and not in the column."""
    return bool(column.label or column.member) and not counts_shares(column)


def _memo(line: Line) -> bool:
    """A total of comprehensive income is said beside the roll, and not part of it."""
    label = line.row.label.lower()
    return "comprehensive" in label and "other" not in label and "accumulated" not in label


def _ties(closing: Line, lines: list[Line], column: int) -> bool:
    return abs((closing.values[column] or 0) - sum(line.values[column] or 0 for line in lines)) <= slack(len(lines))


def _check(statement: Statement, read: Amounts, closing: Line, lines: list[Line], column: int, *, off: bool) -> Check:
    printed = [line for line in lines if line.values[column] is not None]
    unit = closing.row.unit
    reported = read.decimal(closing.values[column] or 0, unit)
    expected = read.decimal(sum(line.values[column] or 0 for line in lines), unit)
    head = statement.columns[column].member or statement.columns[column].label
    what = f"{caption(closing.row, statement)}, {head.lower()}"
    moves = count(sum(1 for line in printed[1:] if line.values[column]), "change")
    title = (
        f"{what}: printed {say(reported)}; the balance before it and its {moves} come to {say(expected)}."
        if off
        else f"{what}: {say(reported)} is the balance before it and its {moves}."
    )
    cites = tuple(figure_at(line.row, column).cite for line in (closing, *printed))
    status = Status.OFF if off else Status.TIES
    return Check(Rule.FOOTING, status, title, reported, expected, reported - expected, cites, what)
