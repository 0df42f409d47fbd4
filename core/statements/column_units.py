"""What a table and its columns say that their figures count. Money only where something says so: a sign, a head, a scale, the
kind of the statement, captions of amounts; what nothing tells is not known."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from core.date_forms import YEAR
from core.evidence import Recogniser, Rule, Verdict
from core.statements.lead_in import Above
from core.statements.scale import scale_in
from core.statements.statement import StatementKind, Unit
from core.statements.units import ABOVE_RATES, BELOW_RATES, Table, is_money
from core.tables.grid import CellUnit, Grid, GridCell, GridColumn
from core.vocabulary import Words, words

_SHARES, _NO_SHARES = words("units", "table_shares"), words("units", "table_no_shares")
_RESULTS, _MONEY_CAPTIONS, _NUMBER = words("units", "results"), words("units", "money"), words("units", "number")
_PERCENT, _DOLLARS = words("units", "percent"), words("units", "dollars")
_HEAD_PRICE, _HEAD_SHARES = words("units", "column_price"), words("units", "column_shares")
_HEAD_MONEY, _HEAD_PERCENT = words("units", "column_money"), words("units", "column_percent")
_HEAD_SHARES_BESIDE = words("units", "column_shares_beside")
_HEAD_NUMBER, _HEAD_OTHER = words("units", "column_number"), words("units", "column_other")
_SCALE = words("scales", "1000", "1000000", "1000000000", "1")
_NOT_MONEY, _IN_SHARES = words("scales", "not_money"), words("scales", "shares_1000", "shares_1000000")
_THINGS = re.compile(r"(?i)\b(?:hundreds|thousands|millions|billions) of (?!u\.|us\b)(?P<thing>[a-z-]+)")
"""`(in millions of kilowatt-hours)`: what stands behind is counted, unless it is a currency."""
_CURRENCIES = words("currencies")
_EXCEPT = re.compile(r"\(?(?:in )?(?:thousands|millions)\b[^()]*\bexcept\b[^)]*\)?")
_ASIDE = re.compile(r" \([^()]{1,20}\)$")
"""What stands in brackets behind a head: `(in thousands)`."""
_YEAR = re.compile(YEAR)
_NEAR, _TITLES = 320, 2
"""Characters of the prose before a table, and lines of its titles, that are about it."""
_PLAIN, _MONEY, _PERCENT_SIGN = CellUnit
"""By short names too: an enumeration looks its members up slowly."""
_KINDS = (StatementKind.NOTE, StatementKind.OTHER)
"""Tables that may count anything; the others print money unless a row says otherwise."""


class Counting(NamedTuple):
    """A table of which it is asked what a row counts that does not say it."""

    kind: StatementKind
    grid: Grid
    title: str
    titles: tuple[str, ...]
    lead: str
    cells: tuple[GridCell, ...]

    @property
    def head(self) -> str:
        """The words above its captions and over its columns."""
        return f"{self.grid.stub} {self.grid.head}"

    @property
    def near(self) -> str:
        """Its titles and the end of the prose before it."""
        return f"{' '.join(self.titles[-_TITLES:])} {self.lead[-_NEAR:]}"

    @property
    def over(self) -> str:
        """All that stands over its figures, but for prose."""
        return f"{self.head} {' '.join(self.titles[-_TITLES:])}"


def counting(kind: StatementKind, grid: Grid, title: str | None, over: Above) -> Counting:
    """What a table says of what it counts."""
    cells = tuple([cell for row in grid.rows for cell in row.cells])
    return Counting(kind, grid, title or "", over.titles, over.lead, cells)


def _statement(table: Counting) -> Unit | None:
    return Unit.MONEY if table.kind not in _KINDS else None


def _share_activity(table: Counting) -> Unit | None:
    """A table among the statements of equity that says itself it is of shares, and of no money."""
    stub = table.grid.stub if table.kind is StatementKind.EQUITY else ""
    shares = bool(stub) and _IN_SHARES.search(stub) is not None and scale_in((stub,)) is None
    return Unit.SHARES if shares and all(cell.unit is _PLAIN for cell in table.cells) else None


def _signs(table: Counting) -> Unit | None:
    """A sign of a currency, but for those of prices, which have a column of their own."""
    signed = {cell.column for cell in table.cells if cell.unit is _MONEY}
    heads = table.grid.columns
    prices = {column for column in signed if column < len(heads) and _named(heads[column].label).price}
    return Unit.MONEY if signed - prices else None


def _table_of_shares(table: Counting) -> Unit | None:
    texts = (table.head, table.near)
    said = any(_SHARES.search(text) and not _NO_SHARES.search(text) for text in texts)
    results = any(row.cells and _RESULTS.search(row.label) for row in table.grid.rows) if said else False
    return Unit.SHARES if said and not results else None


def _things(table: Counting) -> Unit | None:
    """`(In millions of kilowatt-hours)`, `Number of stores`."""
    thing = _THINGS.search(table.over)
    if thing is not None and thing["thing"] not in _AMOUNTS and _CURRENCIES.search(thing["thing"]) is None:
        return Unit.NUMBER
    return Unit.NUMBER if _NUMBER.search(table.head) is not None else None


_AMOUNTS = frozenset(
    ("dollars", "shares", "pounds", "guilders", "marks", "francs", "pesos", "won", "canadian", "hong", "new")
)


def _percent_signs(table: Counting) -> Unit | None:
    columns = {cell.column for cell in table.cells if cell.value}
    signed = {cell.column for cell in table.cells if cell.unit is _PERCENT_SIGN}
    said = (signed and columns <= signed) or _PERCENT_HEAD.search(table.head) is not None
    return Unit.PERCENT if said and _all_small(table.cells) else None


_PERCENT_HEAD = re.compile(r"(?i)\bpercent")


def _all_small(cells: Sequence[GridCell]) -> bool:
    return all(BELOW_RATES < cell.value < ABOVE_RATES for cell in cells if cell.value is not None)


def _named_money(table: Counting) -> Unit | None:
    """Dollars or another currency in the head or a title."""
    return Unit.MONEY if _DOLLARS.search(table.over) or _CURRENCIES.search(table.over) else None


def _scaled_amounts(table: Counting) -> Unit | None:
    """A scale that is not one of shares, over captions of which one at least names an amount."""
    told = _SCALE.search(_NOT_MONEY.pattern.sub(" ", f"{table.over} {table.near}")) is not None
    return Unit.MONEY if told and _naming_amounts(table) else None


def _amounts(table: Counting) -> Unit | None:
    """Most captions name amounts, in a table whose rows print figures and no words."""
    rows = sum(bool(row.cells) for row in table.grid.rows)
    if not any(cell.value is not None and (cell.value < 0 or cell.value >= ABOVE_RATES) for cell in table.cells):
        return None  # pages of an index
    return Unit.MONEY if rows and 2 * _naming_amounts(table) >= rows and not _is_directory(table.grid) else None


def _naming_amounts(table: Counting) -> int:
    """How many rows of figures have captions of amounts."""
    return sum(bool(row.cells) and _MONEY_CAPTIONS.search(row.label) is not None for row in table.grid.rows)


def _is_directory(grid: Grid) -> bool:
    """Whether most rows print words beside their figures: officers and their ages, places and their floor space."""
    rows = [row for row in grid.rows if row.cells]
    words_beside = [
        row for row in rows if any(cell.value is None and any(map(str.isalpha, cell.text)) for cell in row.cells)
    ]
    return 2 * len(words_beside) > len(rows)


TABLE_UNIT: Recogniser[Counting, Unit] = Recogniser(
    "table-unit",
    "What does a row of a table count that does not say it?",
    (
        Rule("share-activity", 9.0, "the words above its captions say that it is of shares", _share_activity),
        Rule("statement", 9.0, "statements, selected data, quarters and schedules print money", _statement),
        Rule("signs", 9.0, "a figure of the table that is no price bears a currency sign", _signs),
        Rule("shares", 7.0, "the head or the sentence before the table says it is of shares", _table_of_shares),
        Rule("things", 6.0, "the head counts something else: thousands of barrels, a number of stores", _things),
        Rule(
            "percent-signs",
            6.0,
            "small figures, some with percent signs in every column, or under a head that says percent",
            _percent_signs,
        ),
        Rule("named-money", 6.0, "the head or a title names a currency", _named_money),
        Rule("scaled-amounts", 5.0, "a scale is told, and a caption names an amount", _scaled_amounts),
        Rule("amounts", 4.0, "most captions name amounts", _amounts),
    ),
)


def table_of(kind: StatementKind, usual: Verdict[Unit] | None, grid: Grid, units: tuple[Unit | None, ...]) -> Table:
    """What a grid says that its figures count; `units` what its columns do."""
    values = [cell for row in grid.rows for cell in row.cells if cell.value]
    whole = 2 * len([cell for cell in values if "." not in cell.text]) > len(values)
    return Table(kind, usual.decided if usual is not None else None, units, whole)


class _Beside(NamedTuple):
    """What the heads of a table name: a price; the highest and the lowest price of a share."""

    price: bool
    high_low: bool


_NOTHING_BESIDE = _Beside(price=False, high_low=False)


def _beside(grid: Grid) -> _Beside:
    named = [_named(column.label) for column in grid.columns]
    high_low = {head.last for head in named} >= _HIGH_LOW and _names_quotes(grid)
    return _Beside(any(head.any_price for head in named), high_low)


def _names_quotes(grid: Grid) -> bool:
    return _QUOTED.search(" ".join((grid.stub, *[column.label for column in grid.columns])).lower()) is not None


_HIGH_LOW = frozenset(("high", "low"))
_QUOTED = words("units", "quoted")
_QUOTED_HEAD = re.compile(r"(?:high|low|bid|ask)$|dividend")


class Named(NamedTuple):
    """What a column's head names, but for what it says of scales: `any_price` even there, `beside_price` shares where a
    price stands beside, `quoted` what is quoted of a share; and its `last` word."""

    price: bool
    shares: bool
    money: bool
    percent: bool
    number: bool
    other: bool
    beside_price: bool
    any_price: bool
    quoted: bool
    last: str


@lru_cache(maxsize=4096)
def _named(label: str) -> Named:
    """What a head names; heads are the same from table to table."""
    lower = label.lower()
    head = _ASIDE.sub("", _EXCEPT.sub("", lower))

    def has(sort: Words) -> bool:
        return sort.search(head) is not None

    return Named(
        price=has(_HEAD_PRICE),
        shares=has(_HEAD_SHARES),
        money=has(_HEAD_MONEY),
        percent=has(_HEAD_PERCENT),
        number=has(_HEAD_NUMBER),
        other=has(_HEAD_OTHER),
        beside_price=has(_HEAD_SHARES_BESIDE),
        any_price=_HEAD_PRICE.search(lower) is not None,
        quoted=_QUOTED_HEAD.search(head) is not None,
        last=(lower.split() or [""])[-1],
    )


class Standing(NamedTuple):
    """A column of which it is asked what it counts: what its head names, its figures, whether one bears a currency sign, how
    many are small, as a share, whether it is the first of percentages beside a money column, and what the heads beside it
    name."""

    head: Named
    cells: Sequence[GridCell]
    money: bool
    small: float
    beside_money: bool
    beside: _Beside


def _years(column: Standing) -> Unit | None:
    return Unit.NUMBER if all(_YEAR.fullmatch(cell.text) for cell in column.cells) else None


def _percentages(column: Standing) -> Unit | None:
    signed = [cell.unit for cell in column.cells].count(_PERCENT_SIGN)
    first = column.beside_money and column.small == 1
    return Unit.PERCENT if not column.money and (2 * signed >= len(column.cells) or first) else None


def _prices(column: Standing) -> Unit | None:
    return Unit.PER_SHARE if 2 * column.small >= 1 and column.head.price else None


def _high_low(column: Standing) -> Unit | None:
    """The highest and the lowest price, and the dividends beside them: all with cents or eighths."""
    if not column.beside.high_low or column.small < 1 or not column.head.quoted:
        return None
    return Unit.PER_SHARE if all("." in cell.text or "/" in cell.text for cell in column.cells) else None


def _numbers(column: Standing) -> Unit | None:
    if column.money or _names_shares(column):
        return None
    return Unit.NUMBER if column.head.number else None


def _rates(column: Standing) -> Unit | None:
    return Unit.PERCENT if column.small == 1 and not column.money and column.head.percent else None


def _amounts_of(column: Standing) -> Unit | None:
    return Unit.MONEY if column.head.money else None


def _numbers_of_shares(column: Standing) -> Unit | None:
    if column.money or not _names_shares(column):
        return None
    return Unit.SHARES if not column.head.other else None


def _names_shares(column: Standing) -> bool:
    return column.head.shares or (column.beside.price and column.head.beside_price)


COLUMN_UNIT: Recogniser[Standing, Unit] = Recogniser(
    "column-unit",
    "What does a column count?",
    (
        Rule("years", 9.0, "all its figures are years", _years),
        Rule("percentages", 8.0, "most of its figures bear percent signs, or the first beside an amount", _percentages),
        Rule("prices", 7.0, "its head names a price, and most figures are small", _prices),
        Rule("high-low", 7.0, "it is the highest or lowest price of a share, or the dividend beside them", _high_low),
        Rule("numbers", 6.0, "its head names years, ages, pages or a number of something", _numbers),
        Rule("rates", 6.0, "its head names a rate, and all figures are small", _rates),
        Rule("amounts", 5.0, "its head names amounts or values", _amounts_of),
        Rule("shares", 5.0, "its head names shares or options", _numbers_of_shares),
    ),
)


def column_units(grid: Grid) -> tuple[Unit | None, ...]:
    """What the columns of a table count whose heads or figures say so; empty where none does."""
    cells: list[list[GridCell]] = [[] for _ in grid.columns]
    beside: set[int] = set()
    for row in grid.rows:
        for cell in row.cells:
            if cell.value or (cell.value is not None and "." in cell.text):
                inside = cells[cell.column]
                if cell.unit is _PERCENT_SIGN and not inside and is_money(row):
                    beside.add(cell.column)
                inside.append(cell)
    named = _beside(grid) if any(cells) else _NOTHING_BESIDE
    found = tuple(
        _column_unit(column, inside, named, beside_money=number in beside)
        for number, (column, inside) in enumerate(zip(grid.columns, cells, strict=True))
    )
    return found if any(found) else ()


def _column_unit(column: GridColumn, cells: Sequence[GridCell], named: _Beside, *, beside_money: bool) -> Unit | None:
    if not cells:
        return None
    money = _MONEY in [cell.unit for cell in cells]
    small = sum([BELOW_RATES < cell.value < ABOVE_RATES for cell in cells if cell.value is not None])
    return COLUMN_UNIT.decide(Standing(_named(column.label), cells, money, small / len(cells), beside_money, named))
