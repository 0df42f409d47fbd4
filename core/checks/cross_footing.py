"""Do the rows of a table with a total column add up from left to right?"""

from collections.abc import Iterator

from core.checks.amounts import Amounts, Line, caption, count, counts_shares, figure_at, say, slack
from core.checks.check import Check, Held, Rule, compared
from core.statements.statement import Column, Row, Statement

_ENOUGH = 4
"""Rows that must tie before a row that does not is called off."""
_TIES_FOR_ONE = 6
"""For each row that does not tie so many must: else the column is no total of these."""
_LEAST_COLUMNS = 3
"""Two parts and their total."""


def across(statement: Statement, read: Amounts) -> Iterator[Check]:
    """One check a row, where the last (or the first) column is the total of the others and most rows say so."""
    width = len(statement.columns)
    for total in (width - 1, 0) if width >= _LEAST_COLUMNS else ():
        if _is_total(statement.columns[total]) and (rows := _checked(statement, read, total)):
            parts = _parts(statement, read, total)
            for line in rows:
                yield _check(statement, read, line, total, parts)
            return


def _is_total(column: Column) -> bool:
    """Whether a column's head says that it has the total of the others."""
    label = f"{column.label} {column.member or ''}".lower()
    return "total" in label or "consolidated" in label


def _parts(statement: Statement, read: Amounts, total: int) -> list[int]:
    """The columns that a total column may be the total of."""
    others = (column for column in range(len(statement.columns)) if column != total)
    return [column for column in others if not _apart(statement, column) and not _marks(read, column)]


def _checked(statement: Statement, read: Amounts, total: int) -> list[Line]:
    """The rows that tie, then those that do not and should; none where too few tie."""
    parts = _parts(statement, read, total)
    ties: list[Line] = []
    missed: list[Line] = []
    for line in read.lines:
        if line.values[total] and any(map(line.worth, parts)):
            (ties if _tie(line, total, parts) else missed).append(line)
    if len(ties) < _ENOUGH or len(missed) * _TIES_FOR_ONE > len(ties):
        return []
    usual = _usual(ties, parts)
    return ties + [line for line in missed if _whole(line, total, parts, usual)]


def _usual(ties: list[Line], parts: list[int]) -> set[int]:
    """The columns in which most rows print something."""
    return {c for c in parts if sum(1 for line in ties if line.prints(c)) * 2 > len(ties)}


def _apart(statement: Statement, column: int) -> bool:
    """Whether a column is not a part of the total: a number of shares, or comprehensive income beside its components."""
    words = f"{statement.columns[column].label} {statement.columns[column].member or ''}".lower().strip()
    beside = "comprehensive" in words and "accumulated" not in words and "other" not in words
    return beside or counts_shares(statement.columns[column])


_MARK = 20
"""The highest number of a footnote mark, and one."""


def _marks(read: Amounts, column: int) -> bool:
    """Whether a column holds nothing but footnote marks: `(1)`, `(12)`."""
    printed = [line.values[column] for line in read.lines if line.prints(column)]
    return all(value is not None and -_MARK < value < 0 for value in printed)


def _whole(line: Line, total: int, parts: list[int], usual: set[int]) -> bool:
    """Whether a row that does not tie prints all the columns that rows print, and is not simply a sum of another kind."""
    added = _sum(line, parts)
    return all(line.prints(c) for c in usual) and added not in (0, 2 * line.worth(total))


def _sum(line: Line, parts: list[int]) -> int:
    return sum(line.worth(c) for c in parts)


def _tie(line: Line, total: int, parts: list[int]) -> bool:
    return abs(line.worth(total) - _sum(line, parts)) <= slack(len(parts))


def _check(statement: Statement, read: Amounts, line: Line, total: int, parts: list[int]) -> Check:
    row: Row = line.row
    reported = read.decimal(line.worth(total), row.unit)
    expected = read.decimal(_sum(line, parts), row.unit)
    printed = [c for c in parts if line.prints(c)]
    ties = _tie(line, total, parts)
    head = statement.columns[total].label or "Total"
    what = f"{caption(row, statement)}, {head.lower()}"
    columns = count(len(printed), "column")
    title = (
        f"{what}: {say(reported)} is what the {columns} of its row add to."
        if ties
        else f"{what}: printed {say(reported)}; the {columns} of its row add to {say(expected)}."
    )
    cites = tuple(figure_at(row, c).cite for c in (total, *printed))
    return compared(Rule.FOOTING, Held(reported, expected, cites), what, title, off=not ties)
