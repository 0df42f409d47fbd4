"""Do the rows of a table with a total column add up from left to right?"""

from collections.abc import Iterator

from core.checks.amounts import Amounts, Line, caption, count, counts_shares, figure_at, say, slack
from core.checks.check import Check, Rule, Status
from core.statements.statement import Row, Statement

_ENOUGH = 4
"""Rows that must tie before a row that does not is called off."""


def across(statement: Statement, read: Amounts) -> Iterator[Check]:
    """One check a row, where the last (or the first) column is the total of the others and most rows say so."""
    width = len(statement.columns)
    if width < 3:
        return
    for total in (width - 1, 0):
        label = f"{statement.columns[total].label} {statement.columns[total].member or ''}".lower()
        if "total" not in label and "consolidated" not in label:
            continue
        parts = [c for c in range(width) if c != total and not _apart(statement, c) and not _marks(read, c)]
        rows = [line for line in read.lines if line.values[total] and any(line.values[c] for c in parts)]
        ties = [line for line in rows if _tie(line, total, parts)]
        missed = [line for line in rows if not _tie(line, total, parts)]
        if len(ties) >= _ENOUGH and len(missed) * 6 <= len(ties):
            usual = {c for c in parts if sum(1 for line in ties if line.values[c] is not None) * 2 > len(ties)}
            for line in ties + [line for line in missed if _whole(line, total, parts, usual)]:
                yield _check(statement, read, line, total, parts)
            return


def _apart(statement: Statement, column: int) -> bool:
    """Whether a column is not a part of the total: a number of shares, or comprehensive income beside its components."""
    words = f"{statement.columns[column].label} {statement.columns[column].member or ''}".lower().strip()
    beside = "comprehensive" in words and "accumulated" not in words and "other" not in words
    return beside or counts_shares(statement.columns[column])


_MARK = 20


def _marks(read: Amounts, column: int) -> bool:
    """Whether a column holds nothing but footnote marks: `(1)`, `(12)`."""
    printed = [line.values[column] for line in read.lines if line.values[column] is not None]
    return all(value is not None and -_MARK < value < 0 for value in printed)


def _whole(line: Line, total: int, parts: list[int], usual: set[int]) -> bool:
    """Whether a row that does not tie prints all the columns that rows print, and is not simply a sum of another kind."""
    added = _sum(line, parts)
    return all(line.values[c] is not None for c in usual) and added not in (0, 2 * (line.values[total] or 0))


def _sum(line: Line, parts: list[int]) -> int:
    return sum(line.values[c] or 0 for c in parts)


def _tie(line: Line, total: int, parts: list[int]) -> bool:
    return abs((line.values[total] or 0) - _sum(line, parts)) <= slack(len(parts))


def _check(statement: Statement, read: Amounts, line: Line, total: int, parts: list[int]) -> Check:
    row: Row = line.row
    reported = read.decimal(line.values[total] or 0, row.unit)
    expected = read.decimal(_sum(line, parts), row.unit)
    printed = [c for c in parts if line.values[c] is not None]
    ties = _tie(line, total, parts)
    head = statement.columns[total].label or "Total"
    what = f"{caption(row, statement)}, {head.lower()}"
    columns = count(len(printed), "column")
    title = (
        f"{what}: {say(reported)} is what the {columns} of its row add to."
        if ties
        else f"{what}: printed {say(reported)}; the {columns} of its row add to {say(expected)}."
    )
    figures = [figure_at(row, c) for c in (total, *printed)]
    status = Status.TIES if ties else Status.OFF
    return Check(
        Rule.FOOTING, status, title, reported, expected, reported - expected, tuple(f.cite for f in figures), what
    )
