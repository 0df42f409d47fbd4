"""The lines of a statement of equity that other statements print too: the balances of its components in the balance sheet, net
income, dividends, and shares that were issued or bought in the statements of the same years."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from math import log10
from typing import NamedTuple

from core.checks.amounts import caption, counts_shares
from core.checks.articulation import NET_INCOME, total_column
from core.checks.check import Rule
from core.checks.equation import LINE, Equation, Read, misread
from core.checks.statement_lines import Entry, Known, apart, bare, exchanged, said, same, shifted
from core.statements.concepts import fold
from core.statements.statement import Figure, Row, Statement, StatementKind, Unit

_ENOUGH, _ENOUGH_CALLED = 3.0, 1.0
"""Powers of ten by which the days of two lines must agree by no accident; and where both are called the same."""
_LINES = 100
"""About how many amounts of one day are looked through."""
_FEWEST = 2
"""Days in which two lines must agree where nothing else says that they are one."""
_CALLED, _UNCALLED = 0.3, 3.0
"""By what it falls or rises that two lines are not one where they are called the same, and where not."""
_OF_CASH = 30.0
"""How much likelier two lines are not one that tell what was paid and what was declared, granted or bought."""
_Index = dict[tuple[date, int], list[Known]]


class _Cell(NamedTuple):
    """A figure with the day that it is of, or ends on; whether it is a balance, and what it is called."""

    row: Row
    figure: Figure
    day: date
    balance: bool
    name: str


class _Series(NamedTuple):
    """The amounts of one caption in one column, or of one row, by days; and the rows that print them."""

    name: str
    balance: bool
    line: Known
    rows: dict[date, Row]

    def on(self, day: date) -> Known:
        """The line as the row of one day prints it."""
        return Known(self.line.statement, self.rows[day], {day: self.line.by_end[day]})


def equity_lines(statements: tuple[Statement, ...], lines: list[Known]) -> Iterator[Equation]:
    """Every line of another primary statement that a statement of equity prints too, day by day."""
    equities = [one for one in statements if one.kind is StatementKind.EQUITY]
    index = _index(lines) if equities else {}
    for statement in equities:
        for series in _series(statement):
            match = _match(series, index)
            if match is not None:
                yield from _same(series, match)


def _index(lines: list[Known]) -> _Index:
    found: _Index = defaultdict(list)
    for known in lines:
        if known.row.unit is Unit.MONEY:
            for day, entry in known.by_end.items():
                if entry.amount:
                    found[day, abs(int(entry.amount))].append(known)
    return found


def _series(statement: Statement) -> Iterator[_Series]:
    """The captions of a statement of equity, column by column where the columns are components."""
    found: dict[tuple[str, int], list[_Cell]] = defaultdict(list)
    cells = _by_columns(statement) if any(column.end for column in statement.columns) else _by_rows(statement)
    for at, cell in cells:
        found[cell.name, at].append(cell)
    for same_name in found.values():
        first: dict[date, _Cell] = {}
        for cell in same_name:
            first.setdefault(cell.day, cell)
        entries = {day: _entry(statement, cell.figure) for day, cell in first.items()}
        rows = {day: cell.row for day, cell in first.items()}
        yield _Series(same_name[0].name, same_name[0].balance, Known(statement, same_name[0].row, entries), rows)


def _entry(statement: Statement, figure: Figure) -> Entry:
    return Entry((figure.value or Decimal(0)) * statement.scale, figure, statement.columns[figure.column])


class _Placed(NamedTuple):
    """A figure of a statement of equity, and the column or the row that tells its series from others."""

    at: int
    cell: _Cell


def _by_rows(statement: Statement) -> Iterator[_Placed]:
    """The figures of a statement whose columns are components: the days are those of its balances."""
    total = total_column(statement)
    amounts = {at for at, column in enumerate(statement.columns) if not counts_shares(column)}
    for row, day in zip(statement.rows, _days(statement), strict=True):
        if day is not None:
            told = {total} if row.date is not None or row.known in NET_INCOME else set()
            yield from _placed(statement, row, day, amounts - told)


def _placed(statement: Statement, row: Row, day: date, columns: set[int]) -> Iterator[_Placed]:
    for figure in _amounts(row):
        if figure.column in columns:
            column, balance = statement.columns[figure.column], row.date is not None
            name = fold((column.member or column.label) if balance else row.label)
            yield _Placed(figure.column, _Cell(row, figure, day, balance, name))


def _amounts(row: Row) -> list[Figure]:
    return [figure for figure in row.figures if figure.value and figure.unit is None]


def _days(statement: Statement) -> list[date | None]:
    """For each row the day of the balance that it is, or of the next one below."""
    found: list[date | None] = []
    day: date | None = None
    for row in reversed(statement.rows):
        day = row.date or day
        found.append(day)
    return found[::-1]


_BALANCES = ("balance", "beginning balance", "ending balance", "total")


def _by_columns(statement: Statement) -> Iterator[_Placed]:
    """The figures of a statement whose columns are periods: a balance is called what stands over it."""
    heading = ""
    for number, row in enumerate(statement.rows):
        called = fold(row.label)
        heading = heading if row.figures else called or heading
        balance = row.label.lower().startswith(_BALANCES)
        for figure in _amounts(row) if row.unit is Unit.MONEY else ():
            day = statement.time(row, figure).end
            if day is not None:
                yield _Placed(number, _Cell(row, figure, day, balance, heading if balance else called))


def _match(series: _Series, index: _Index) -> Known | None:
    """The line of another statement that agrees with a series in the most days, by no accident."""
    found = {
        id(known): known
        for day, entry in series.line.by_end.items()
        for known in index.get((day, abs(int(entry.amount))), ())
        if (known.statement.kind is StatementKind.BALANCE_SHEET) == series.balance
    }
    fit = [known for known in found.values() if _says_enough(series, known)]
    return max(fit, key=lambda known: (len(_ties(series, known)), _called(series, known)), default=None)


def _common(series: _Series, known: Known) -> list[date]:
    return [day for day in series.line.by_end if day in known.by_end]


def _ties(series: _Series, known: Known) -> list[date]:
    return [day for day in _common(series, known) if not apart(series.line, known, day)]


def _called(series: _Series, known: Known) -> bool:
    """Whether a series and a line are called the same."""
    return bool(series.name) and bare(series.name) == bare(fold(known.row.label))


def _says_enough(series: _Series, known: Known) -> bool:
    ties = _ties(series, known)
    called = _called(series, known)
    evidence = said(series.line, known, ties) - log10(_LINES)
    return (called or len(ties) >= _FEWEST) and evidence >= (_ENOUGH_CALLED if called else _ENOUGH)


def _same(series: _Series, known: Known) -> Iterator[Equation]:
    ties, common = _ties(series, known), _common(series, known)
    missed = [day for day in common if day not in ties]
    if not _may_be_told(series, known, missed):
        return
    evidence = said(series.line, known, ties) - log10(_LINES)
    doubts = [_CALLED if _called(series, known) else _UNCALLED]
    if known.statement.kind is StatementKind.CASH_FLOW:
        doubts.append(_OF_CASH)
    wrong = misread(LINE, Read(len(ties), evidence), doubts) if missed else 0.0
    for day in common:
        subject = f"{caption(known.row, known.statement)}, {day.year}"
        yield same(Rule.ARTICULATION, series.on(day), known, day, wrong, subject)


def _may_be_told(series: _Series, known: Known, missed: list[date]) -> bool:
    """Whether the days in which two lines differ may be told: one, or two whose amounts were exchanged; not where one line has
    the other's amount on another day, for then the days are in doubt."""
    if len(missed) > 1:
        return exchanged(series.line, known, missed)
    return not any(shifted(series.line, known, day) for day in missed)
