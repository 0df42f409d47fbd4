"""What a column and a table count: each rule by itself, at its bounds."""

from decimal import Decimal

import pytest

from core.source import Span, cite
from core.statements.column_units import COLUMN_UNIT, TABLE_UNIT, Counting, Standing, _Beside, _named
from core.statements.statement import StatementKind, Unit
from core.tables.grid import CellUnit, Grid, GridCell, GridColumn, GridRow
from tests.core.asked import asked

NOTE, EQUITY, BALANCE = StatementKind.NOTE, StatementKind.EQUITY, StatementKind.BALANCE_SHEET
MONEY, SHARES, PERCENT, NUMBER, PRICE = Unit.MONEY, Unit.SHARES, Unit.PERCENT, Unit.NUMBER, Unit.PER_SHARE
SIGNS = {"%": CellUnit.PERCENT, "$": CellUnit.MONEY}


def cell(text: str, column: int = 0) -> GridCell:
    """A cell: a figure, with its sign at either end, or words."""
    bare = text.strip("$%").replace(",", "")
    value = Decimal(bare) if bare.lstrip("-").replace(".", "", 1).isdigit() else None
    sign = next((unit for mark, unit in SIGNS.items() if mark in text), CellUnit.PLAIN)
    return GridCell(column, text.strip("$%"), value, cite(1, 0, 1), sign)


def column(head: str, figures: str, flags: str = "") -> Standing:
    """A column under this head, with these figures."""
    cells = [cell(text) for text in figures.split()]
    small = sum(one.value is not None and -1000 < one.value < 1000 for one in cells)
    beside = _Beside(price="price" in flags, high_low="high_low" in flags)
    money, share = any("$" in text for text in figures.split()), small / len(cells)
    return Standing(_named(head), cells, money, share, "beside_money" in flags, beside)


@pytest.mark.parametrize(
    ("rule", "told", "unit"),
    [
        ("years", column("", "1998 1999"), NUMBER),
        ("years", column("", "1998 12"), None),
        ("percentages", column("", "1.2% 3.4"), PERCENT),
        ("percentages", column("", "1.2% 3.4 5.6"), None),
        ("percentages", column("", "1.2% $3.4"), None),
        ("percentages", column("", "1.2% 3.4 5.6", "beside_money"), PERCENT),
        ("percentages", column("", "1.2% 3.4 5,600", "beside_money"), None),
        ("prices", column("Exercise price", "1.2 3.4"), PRICE),
        ("prices", column("Exercise price", "1.2 3,400"), PRICE),
        ("prices", column("Exercise price", "1.2 3,400 4,500"), None),
        ("prices", column("Sold", "1.2 3.4"), None),
        ("high-low", column("High", "1.2 3.4", "high_low"), PRICE),
        ("high-low", column("High", "1.2 3/4", "high_low"), None),
        ("high-low", column("High", "1.2 3", "high_low"), None),
        ("high-low", column("High", "1.2 3.4"), None),
        ("high-low", column("Sold", "1.2 3.4", "high_low"), None),
        ("high-low", column("High", "1.2 3,400.5", "high_low"), None),
        ("numbers", column("Number of stores", "12 13"), NUMBER),
        ("numbers", column("Number of stores", "$12 13"), None),
        ("numbers", column("Number of shares", "12 13"), None),
        ("numbers", column("Sold", "12 13"), None),
        ("rates", column("Interest rate", "1.2 3.4"), PERCENT),
        ("rates", column("Interest rate", "$1.2 3.4"), None),
        ("rates", column("Interest rate", "1.2 3,400"), None),
        ("rates", column("Sold", "1.2 3.4"), None),
        ("amounts", column("Amount", "12"), MONEY),
        ("amounts", column("Sold", "12"), None),
        ("shares", column("Shares", "12"), SHARES),
        ("shares", column("Shares", "$12"), None),
        ("shares", column("Sold", "12"), None),
        ("shares", column("Number", "12", "price"), SHARES),
        ("shares", column("Number", "12"), None),
    ],
)
def test_what_a_column_counts(rule: str, told: Standing, unit: Unit | None) -> None:
    assert asked(COLUMN_UNIT, rule, told) is unit


def table(
    rows: dict[str, str] | None = None,
    *,
    kind: StatementKind = NOTE,
    stub: str = "",
    heads: tuple[str, ...] = ("", ""),
    titles: tuple[str, ...] = (),
    lead: str = "",
) -> Counting:
    """A table of rows: their captions with their figures."""
    made = tuple(
        GridRow(label, None, 0, tuple(cell(text, at) for at, text in enumerate(figures.split())), Span(0, 1))
        for label, figures in (rows or {"Lamps": "1,204 1,101"}).items()
    )
    columns = tuple(GridColumn(head, (head,), None, 0, 1) for head in heads)
    grid = Grid(1, Span(0, 1), columns, made, stub, " ".join(heads).strip())
    return Counting(kind, grid, "", titles, lead, tuple(each for row in made for each in row.cells))


SALES = {"Sales": "1,204 1,101", "Lamps": "12 13"}


@pytest.mark.parametrize(
    ("rule", "told", "unit"),
    [
        ("share-activity", table(kind=EQUITY, stub="(In thousands of dollars)"), None),
        ("share-activity", table(kind=EQUITY, stub="(In thousands of shares)"), SHARES),
        ("share-activity", table({"Lamps": "$1,204 1,101"}, kind=EQUITY, stub="(In thousands of shares)"), None),
        ("share-activity", table(stub="(In thousands of shares)"), None),
        ("share-activity", table(kind=EQUITY), None),
        ("statement", table(kind=BALANCE), MONEY),
        ("statement", table(), None),
        ("signs", table({"Lamps": "$1,204 1,101"}), MONEY),
        ("signs", table(), None),
        ("signs", table({"Lamps": "$12 1,101"}, heads=("Exercise price", "Sold")), None),
        ("signs", table({"Lamps": "$12 $1,101"}, heads=("Exercise price", "Sold")), MONEY),
        ("shares", table(stub="Number of shares"), SHARES),
        ("shares", table(lead="The shares are these:"), None),
        ("shares", table({"Net income": "12 13"}, stub="Number of shares"), None),
        ("things", table(stub="(In thousands of barrels)"), NUMBER),
        ("things", table(stub="(In thousands of dollars)"), None),
        ("things", table(stub="(In thousands of pounds)"), None),
        ("things", table(stub="Number of stores"), NUMBER),
        ("things", table(titles=("Number of stores",)), None),
        ("percent-signs", table({"Lamps": "1.2% 1.3%"}), PERCENT),
        ("percent-signs", table({"Lamps": "1.2% 1.3"}), None),
        ("percent-signs", table({"Lamps": "1.2% 1.3%", "Oil": "1.1 1.4"}), PERCENT),
        ("percent-signs", table({"Lamps": "1.2% 0"}), PERCENT),
        ("percent-signs", table({"Lamps": "1.2% 1,300%"}), None),
        ("percent-signs", table({"Lamps": "1.2 1.3"}, stub="Percent"), PERCENT),
        ("percent-signs", table({"Lamps": "1.2 1.3"}), None),
        ("named-money", table(stub="(Dollars in thousands)"), MONEY),
        ("named-money", table(titles=("In thousands of yen",)), MONEY),
        ("named-money", table(), None),
        ("scaled-amounts", table(SALES, stub="(In thousands)"), MONEY),
        ("scaled-amounts", table(SALES), None),
        ("scaled-amounts", table(stub="(In thousands)"), None),
        ("amounts", table(SALES), MONEY),
        ("amounts", table({**SALES, "Oil": "12 13"}), None),
        ("amounts", table({"Sales": "12 13"}), None),
        ("amounts", table({"Sales": "-12 13"}), MONEY),
        ("amounts", table({"Sales": "1,204 Weir"}), None),
        ("amounts", table({"Sales": "1,204 Weir", "Income": "1,305 13"}), MONEY),
        ("amounts", table({"Sales": "1,204 (a)"}), None),
    ],
)
def test_what_a_table_counts(rule: str, told: Counting, unit: Unit | None) -> None:
    assert asked(TABLE_UNIT, rule, told) is unit
