"""Years against each other: change and percent between two columns, common size, the columns in order of time."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from core.statements.statement import Column, Role, Row, Statement, StatementKind, Unit

HUNDRED = Decimal(100)
REVENUES = (
    "us-gaap:Revenues",
    "us-gaap:SalesRevenueNet",
    "us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax",
)
NET_INCOME = ("us-gaap:NetIncomeLoss", "us-gaap:ProfitLoss")
ASSETS = ("us-gaap:Assets",)
LIABILITIES = ("us-gaap:Liabilities",)
EQUITY = ("us-gaap:StockholdersEquity", "us-gaap:PartnersCapital")
ACTIVITIES = ("operati", "investing", "financing")
CASH_FLOWS = tuple(
    (f"us-gaap:NetCashProvidedByUsedIn{activity}Activities",) for activity in ("Operating", "Investing", "Financing")
)


class Change(NamedTuple):
    """From an earlier figure to a later one: `difference` in their own scale, `percent` of the earlier.

    Either is None where it has no meaning; see `change`.
    """

    difference: Decimal | None
    percent: Decimal | None


def change(later: Decimal | None, earlier: Decimal | None) -> Change:
    """How a figure changed.

    The difference is later less earlier, and needs both. The percent is the difference by the *absolute* earlier
    figure, so that its sign says which way the figure went: a loss of 100 that becomes a loss of 50 rose by 50 %. It
    is not meaningful (None) from zero, and across signs (a profit that becomes a loss, or the other way round).
    """
    if later is None or earlier is None:
        return Change(None, None)
    difference = later - earlier
    if earlier == 0 or later * earlier < 0:
        return Change(difference, None)
    return Change(difference, difference / abs(earlier) * HUNDRED)


def share(value: Decimal | None, base: Decimal | None) -> Decimal | None:
    """A figure as percent of its base; None without a base, or where the base is not above zero."""
    if value is None or base is None or base <= 0:
        return None
    return value / base * HUNDRED


# periods


_MONTH = 30.4
"""Days, on average."""


def length(column: Column) -> int | None:
    """A period's length in months, rounded: 0 for an instant, 12 for 52 or 53 weeks, None where there is no period."""
    if column.end is None:
        return None
    if column.start is None:
        return 0
    return max(1, round((column.end - column.start).days / _MONTH))


def in_time(columns: tuple[Column, ...]) -> tuple[int, ...]:
    """Indexes of the columns that are periods, earliest first, as filed among equals; shorter before longer."""
    periods = [index for index, column in enumerate(columns) if column.end is not None]
    return tuple(sorted(periods, key=lambda index: (columns[index].end, length(columns[index]))))


def alike(columns: tuple[Column, ...]) -> tuple[int, ...]:
    """The periods, in order of time, of the length that most columns have (the first filed among equals).

    A quarter and a year do not belong beside each other in one chart.
    """
    order = in_time(columns)
    lengths = [length(columns[index]) for index in sorted(order)]
    if not lengths:
        return ()
    usual = max(lengths, key=lengths.count)
    return tuple(index for index in order if length(columns[index]) == usual)


def _words(column: Column) -> str:
    """What a column's head says besides its figures: tells "2003 Options" from "2003 Price"."""
    return "".join(character for character in column.label.casefold() if character.isalpha())


class Pair(NamedTuple):
    """Two columns that are compared, by their indexes."""

    later: int
    earlier: int


def latest_two(statement: Statement) -> Pair | None:
    """The columns that a reader compares first: the latest period, and the latest before it of the
    same length. None where columns are components of equity, members, or a single period."""
    columns = statement.columns
    ends = {column.end for column in columns if column.end is not None}
    if statement.kind is StatementKind.EQUITY or len(ends) < 2:
        return None
    later = next(index for index, column in enumerate(columns) if column.end == max(ends))
    before = [index for index in range(len(columns)) if _is_before(columns[index], columns[later])]

    def nearness(index: int) -> tuple[date, bool, int]:
        return columns[index].end or date.min, _words(columns[index]) == _words(columns[later]), -index

    return Pair(later, max(before, key=nearness)) if before else None


def _is_before(column: Column, later: Column) -> bool:
    """Whether a column is an earlier period of the same length and of the same member."""
    if column.end is None or later.end is None or column.end >= later.end:
        return False
    return length(column) == length(later) and column.member == later.member


# rows


def row_of(statement: Statement, concepts: Iterable[str]) -> int | None:
    """The row of the first of these concepts that the statement has under a caption, else without: its total where it has
    several."""
    found = [_rows_of(statement, concept) for concept in concepts]
    captioned = [[index for index in rows if statement.rows[index].label] for rows in found]
    rows = next((rows for rows in (*captioned, *found) if rows), [])
    totals = [index for index in rows if statement.rows[index].role in (Role.SUBTOTAL, Role.TOTAL)]
    return next(iter(totals or rows), None)


def _rows_of(statement: Statement, concept: str) -> list[int]:
    return [index for index, row in enumerate(statement.rows) if row.known == concept and has_values(row)]


def base_row(statement: Statement) -> int | None:
    """The row that common size is a share of: total assets of a balance sheet, revenue of an income statement."""
    if statement.kind is StatementKind.BALANCE_SHEET:
        return row_of(statement, ASSETS)
    if statement.kind is StatementKind.INCOME_STATEMENT:
        return row_of(statement, REVENUES)
    return None


def bases(statement: Statement, others: Iterable[Statement] = ()) -> dict[int, Decimal]:
    """For every column that has one, what its money figures are a share of, in the statement's own scale.

    A cash flow statement has no revenue of its own: it is taken from the income statement among `others`, of the
    same period. Tables that are neither have no base.
    """
    row = base_row(statement)
    if row is not None:
        return {figure.column: figure.value for figure in statement.rows[row].figures if figure.value is not None}
    if statement.kind is not StatementKind.CASH_FLOW:
        return {}
    revenue: dict[_Time, Decimal] = {}
    for other in others:
        if other.kind is StatementKind.INCOME_STATEMENT:
            revenue = _by_time(other) | revenue
    times = [_Time(column.end, length(column)) for column in statement.columns]
    return {index: revenue[time] / statement.scale for index, time in enumerate(times) if time in revenue}


class _Time(NamedTuple):
    """What two columns of one time have in common."""

    end: date | None
    months: int | None


def _by_time(statement: Statement) -> dict[_Time, Decimal]:
    """The revenue of an income statement in whole units, by its columns' times; the first of several."""
    row = base_row(statement)
    found: dict[_Time, Decimal] = {}
    for figure in statement.rows[row].figures if row is not None else ():
        column = statement.columns[figure.column]
        if figure.value is not None and column.end is not None:
            found.setdefault(_Time(column.end, length(column)), figure.value * statement.scale)
    return found


CHARTED: dict[StatementKind, tuple[tuple[str, ...], ...]] = {
    StatementKind.INCOME_STATEMENT: (REVENUES, NET_INCOME),
    StatementKind.SELECTED_DATA: (REVENUES, NET_INCOME),
    StatementKind.QUARTERLY: (REVENUES, NET_INCOME),
    StatementKind.BALANCE_SHEET: (ASSETS, LIABILITIES, EQUITY),
    StatementKind.CASH_FLOW: CASH_FLOWS,
}


_BALANCES = 4
"""Rows of balances that are charted of a statement of equity: the latest ones, or the largest of its parts."""


def default_rows(statement: Statement) -> tuple[int, ...]:
    """The rows to chart before any are chosen: revenue and net income; total assets, liabilities and equity; the three
    cash flows; the balances of equity; of any other table the first money rows (at most three)."""
    found: list[int | None] = [row_of(statement, concepts) for concepts in CHARTED.get(statement.kind, ())]
    if statement.kind is StatementKind.CASH_FLOW:
        found = [_called(statement, word) if at is None else at for at, word in zip(found, ACTIVITIES, strict=True)]
    elif statement.kind is StatementKind.BALANCE_SHEET and found[0] is None:
        found[0] = _first_total(statement)
    elif statement.kind is StatementKind.EQUITY:
        found.extend(_balances(statement)[-_BALANCES:] or _closing(statement))
    rows = tuple(dict.fromkeys(index for index in found if index is not None))
    return rows or first_rows(statement)


def _first_total(statement: Statement) -> int | None:
    totals = (at for at, row in enumerate(statement.rows) if row.role is Role.TOTAL and has_values(row))
    return next(totals, None)


def _balances(statement: Statement) -> list[int]:
    """The rows of a statement of equity that are of a day."""
    return [index for index, row in enumerate(statement.rows) if row.date is not None and row.figures]


def _closing(statement: Statement) -> list[int]:
    """The largest closing balances of a statement of equity whose columns are periods and whose parts stand below each
    other."""
    sizes = {
        at: max(abs(figure.value) for figure in row.figures if figure.value is not None)
        for at, row in enumerate(statement.rows)
        if row.role in (Role.SUBTOTAL, Role.TOTAL) and _is_closing(statement, row)
    }
    return sorted(sorted(sizes, key=lambda at: -sizes[at])[:_BALANCES])


def _is_closing(statement: Statement, row: Row) -> bool:
    """Whether all figures of a row are of the last day of their column's period."""
    known = [figure for figure in row.figures if figure.value is not None]
    times = [(statement.time(row, figure), statement.columns[figure.column]) for figure in known]
    return bool(times) and all(
        column.start is not None and time == (None, column.end) and column.end is not None for time, column in times
    )


def _called(statement: Statement, word: str) -> int | None:
    """The last total whose caption has this word: filers call their cash flows as they like."""
    rows = [at for at, row in enumerate(statement.rows) if row.role in (Role.SUBTOTAL, Role.TOTAL) and has_values(row)]
    return next((at for at in reversed(rows) if word in statement.rows[at].label.casefold()), None)


def first_rows(statement: Statement, most: int = 3) -> tuple[int, ...]:
    """The first rows with money, or else with any figures, all of one unit."""
    rows = [(index, row.unit) for index, row in enumerate(statement.rows) if has_values(row)]
    units = [unit for _, unit in rows]
    unit = Unit.MONEY if Unit.MONEY in units else next(iter(units), None)
    return tuple(index for index, each in rows if each is unit)[:most]


def has_values(row: Row) -> bool:
    """Whether a row has any figure that is a number."""
    return any(figure.value is not None for figure in row.figures)
