"""What the figures of a row count: each rule by itself."""

from decimal import Decimal

import pytest

from core.source import Span, cite
from core.statements.statement import StatementKind, Unit
from core.statements.units import CAPTION_UNIT, OTHERWISE_UNIT, Captioned, Table
from core.tables.grid import CellUnit, GridCell, GridRow, Rule
from tests.core.asked import asked

MONEY, SHARES, PERCENT, NUMBER, PRICE = Unit.MONEY, Unit.SHARES, Unit.PERCENT, Unit.NUMBER, Unit.PER_SHARE
NOTE, CASH = StatementKind.NOTE, StatementKind.CASH_FLOW


def row(
    label: str,
    figures: str = "1.20 1.30",
    *,
    heading: str = "",
    above: Unit | None = None,
    kind: StatementKind = NOTE,
    usual: Unit | None = MONEY,
    flags: str = "",
) -> Captioned:
    """A row: its caption, its figures, the heading over it, what the row above counts."""
    cells = tuple(
        GridCell(at, text, Decimal(text.strip("$").replace(",", "")), cite(1, 0, 1), CellUnit.PLAIN)
        for at, text in enumerate(figures.split())
    )
    small = all(cell.value is not None and abs(cell.value) < 1000 for cell in cells)
    rule = Rule.SINGLE if "ruled" in flags else Rule.NONE
    table = Table(kind, usual, (), "whole" in flags)
    made = GridRow(label, None, 0, cells, Span(0, 1), rule)
    return Captioned(made, label.lower(), heading, above, table, small, "$" in figures)


@pytest.mark.parametrize(
    ("rule", "told", "unit"),
    [
        ("per-share", row("Earnings per share"), PRICE),
        ("per-share", row("Earnings per share", "1,204 1,305"), None),
        ("per-share", row("Earnings per share ($)", "12 13"), None),
        ("per-share", row("Earnings per share ($)"), PRICE),
        ("per-share", row("Earnings"), None),
        ("shares", row("Number of shares", "12"), SHARES),
        ("shares", row("Number of shares", "$12"), None),
        ("shares", row("Number of shares at a price", "12"), None),
        ("shares", row("Number of shares ($)", "12"), None),
        ("shares", row("Basic", "12", heading="shares outstanding:"), SHARES),
        ("shares", row("Basic", "12", heading="earnings"), None),
        ("shares-in-words", row("Weighted average shares outstanding", "12"), SHARES),
        ("shares-in-words", row("Weighted average shares outstanding", "$12"), None),
        ("shares-in-words", row("Purchase of shares outstanding", "12"), None),
        ("shares-in-words", row("Lamps", "12"), None),
        ("under-per-share", row("Basic", heading="earnings per share"), PRICE),
        ("under-per-share", row("Basic", "12", heading="earnings per share"), None),
        ("under-per-share", row("Basic", "0 0", heading="earnings per share"), PRICE),
        ("under-per-share", row("Basic", "1,204.5", heading="earnings per share"), None),
        ("under-per-share", row("Basic", heading="earnings"), None),
        ("under-per-share", row("Basic", heading="shares outstanding"), None),
        ("under-per-share", row("", heading="earnings per share"), None),
        ("under-per-share", row("Basic ($)", "0 0", heading="earnings per share"), None),
        ("under-per-share", row("Basic ($)", heading="earnings per share"), PRICE),
        ("number", row("Number of employees", "12"), NUMBER),
        ("number", row("Lives", "12", heading="lives (years)"), NUMBER),
        ("number", row("Lives", "1,204", heading="lives (years)"), None),
        ("number", row("Lives", "$12", heading="lives (years)"), None),
        ("number", row("Lives", "12"), None),
        ("cents", row("Dividends", "0.20 0.30", flags="whole"), PRICE),
        ("cents", row("Dividends", "0.20 0.30"), None),
        ("cents", row("Dividends", "20 30", flags="whole"), None),
        ("cents", row("Dividends", "0.2 0.3", flags="whole"), None),
        ("cents", row("Lamps", "0.20 0.30", flags="whole"), None),
        ("cents", row("Lamps", "$0.20 $0.30", flags="whole"), PRICE),
        ("cents", row("Lamps", "$1,204.20 0.30", flags="whole"), None),
        ("rate", row("Effective tax rate"), PERCENT),
        ("rate", row("Effective tax rate", "1,204"), None),
        ("rate", row("Effective tax rate", "$1.20"), None),
        ("rate", row("Effective tax rate", kind=CASH), None),
        ("rate", row("Interest rate", "12"), None),
        ("rate", row("Interest rate", "12", usual=None), PERCENT),
        ("rate", row("Lamps", heading="sold (%)"), PERCENT),
        ("rate", row("Lamps"), None),
    ],
)
def test_what_a_caption_says(rule: str, told: Captioned, unit: Unit | None) -> None:
    assert asked(CAPTION_UNIT, rule, told) is unit


@pytest.mark.parametrize(
    ("rule", "told", "unit"),
    [
        ("added-shares", row("Effect of options", "12", above=SHARES), SHARES),
        ("added-shares", row("Effect of options", "12", above=MONEY), None),
        ("added-shares", row("Effect of options", "$12", above=SHARES), None),
        ("added-shares", row("Effect of options ($)", "12", above=SHARES), None),
        ("added-shares", row("Lamps", "12", above=SHARES), None),
        ("sum-of-shares", row("Total", "12", above=SHARES, flags="ruled"), SHARES),
        ("sum-of-shares", row("Total", "12", above=SHARES), None),
        ("sum-of-shares", row("Total", "$12", above=SHARES, flags="ruled"), None),
        ("sum-of-shares", row("Lamps", "12", above=SHARES, flags="ruled"), None),
        ("sum-of-shares", row("Total", "12", above=MONEY, flags="ruled"), None),
        ("cents-below", row("Lamps", above=PRICE, flags="whole"), PRICE),
        ("cents-below", row("Lamps", above=MONEY, flags="whole"), None),
        ("cents-below", row("Lamps", above=PRICE), None),
        ("cents-below", row("Lamps", "1,204.20", above=PRICE, flags="whole"), None),
        ("cents-below", row("Lamps", above=PRICE, usual=None, flags="whole"), None),
        ("cents-below", row("Lamps", "12", above=PRICE, flags="whole"), None),
        ("cents-below", row("Lamps", "0.00 0.00", above=PRICE, flags="whole"), None),
        ("option-moves", row("Granted", "12"), SHARES),
        ("option-moves", row("Granted", "$12"), None),
        ("option-moves", row("Granted", "1.20"), None),
        ("option-moves", row("Granted ($)", "12"), None),
        ("option-moves", row("Lamps", "12"), None),
        ("as-its-table", row("Lamps"), MONEY),
        ("as-its-table", row("Lamps", usual=None), None),
    ],
)
def test_what_a_row_counts_otherwise(rule: str, told: Captioned, unit: Unit | None) -> None:
    assert asked(OTHERWISE_UNIT, rule, told) is unit
