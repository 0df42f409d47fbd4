"""The one time that is said over a table: where it may stand, and when none is told."""

from datetime import date

import pytest

from core.source import Span, cite
from core.statements.column_heads import heads_of
from core.statements.lead_in import Above
from core.statements.statement import StatementKind
from core.statements.table_period import context, spoken
from core.tables.grid import Grid, GridCell, GridColumn, GridRow

CELL = GridCell(0, "1", None, cite(1, 0, 1))
NOWHERE = Above((), "", ())


def grid(*captions: str, stub: str = "", heads: tuple[str, ...] = ("Sold", "Lent")) -> Grid:
    """A table of rows; captions that end in a colon head others."""
    rows = tuple(
        GridRow(caption.rstrip(":"), None, 0, () if caption.endswith(":") else (CELL,), Span(0, 1))
        for caption in captions
    )
    columns = tuple(GridColumn(head, (head,), cite(1, 0, 1), at, at + 1) for at, head in enumerate(heads))
    return Grid(1, Span(0, 1), columns, rows, stub)


def told(table: Grid, over: Above = NOWHERE, titles: tuple[str, ...] = ()) -> str:
    """What is said of time: the day or the year, with `lasted` where it is one that lasted."""
    found = spoken(table, over, titles)
    if found is None:
        return ""
    said = found.time
    return f"{said.dates[-1] if said.dates else said.years[-1]}{' lasted' if found.lasted else ''}"


@pytest.mark.parametrize(
    ("table", "over", "titles", "time"),
    [
        (grid(stub="June 30, 1998"), NOWHERE, (), "1998-06-30"),
        (grid(stub="Year ended June 30, 1998"), NOWHERE, (), "1998-06-30 lasted"),
        (grid(stub="1998"), NOWHERE, (), "1998 lasted"),
        (grid(stub="Lamps of 1998"), NOWHERE, (), "1998"),
        (grid(stub="During 1998"), NOWHERE, (), "1998 lasted"),
        (grid(stub="At the end of 1998"), NOWHERE, (), "1998"),
        (grid("1998:", "Lamps"), NOWHERE, (), "1998 lasted"),
        (grid("1998:", "Lamps", "1997:", "Lamps"), NOWHERE, (), ""),
        (grid("1998:", "Lamps", "1998:", "Lamps"), NOWHERE, (), "1998 lasted"),
        (grid("1998", "Lamps"), NOWHERE, (), ""),
        (grid(), Above((), "", ("June 30, 1998",)), (), "1998-06-30"),
        (grid(), Above((), "", ("June 30, 1998", "May 31, 1998")), (), "1998-05-31"),
        (grid(), NOWHERE, ("June 30, 1998",), "1998-06-30"),
        (grid(), Above((), "", ("May 31, 1998",)), ("June 30, 1998",), "1998-05-31"),
        (grid(), Above((), "It was so. At June 30, 1998 it was:", ()), (), "1998-06-30"),
        (grid(), Above((), "At June 30, 1998 it was. They are:", ()), (), ""),
        (grid(stub="June 30, 1998 and 1997"), NOWHERE, (), ""),
        (grid(stub="1998 and 1997"), NOWHERE, (), ""),
        (grid(stub="1998 and 1997"), NOWHERE, ("June 30, 1998",), ""),
        (grid(stub="June 30"), NOWHERE, (), ""),
        (grid(stub="June 30, 1998, of fiscal 1998"), NOWHERE, (), "1998-06-30"),
        (grid(stub="June 30, 1998, of fiscal 1999"), NOWHERE, (), ""),
        (grid(stub="1998", heads=("Cost", "Fair value")), NOWHERE, (), "1998"),
        (grid("1999", "2000", "Thereafter", stub="Year ended June 30, 1998"), NOWHERE, (), "1998-06-30"),
    ],
)
def test_the_one_time_that_is_said(table: Grid, over: Above, titles: tuple[str, ...], time: str) -> None:
    assert told(table, over, titles) == time


NOTE = StatementKind.NOTE


@pytest.mark.parametrize(
    ("captions", "years"),
    [
        (("1999", "2000", "Thereafter"), (1999, 2000)),
        (("1999", "Thereafter"), ()),
        (("1999:", "2000"), ()),
        (("Fiscal year 1999", "Years 2000"), (1999, 2000)),
        (("1999%", "2000,1"), ()),
        (("Lamps of 1999", "Lamps of 2000"), ()),
    ],
)
def test_years_with_which_captions_begin(captions: tuple[str, ...], years: tuple[int, ...]) -> None:
    table = grid(*captions)
    assert context(table, NOWHERE, NOTE, heads_of(table.columns)).row_years == years


@pytest.mark.parametrize(
    ("titles", "head", "ends"),
    [
        (("May 31, 1998", "Balance Sheets", "June 30, 1998"), (), (date(1998, 6, 30),)),
        (("Balance Sheets", "May 31, 1998", "Balance Sheets", "June 30, 1998"), (), (date(1998, 6, 30),)),
        (("May 31, 1998", "June 30, 1998"), (), (date(1998, 5, 31), date(1998, 6, 30))),
        (("May 31, 1998",), ("Balance Sheets",), ()),
    ],
)
def test_dates_of_titles_from_the_statements_own_on(
    titles: tuple[str, ...], head: tuple[str, ...], ends: tuple[date, ...]
) -> None:
    table = grid("Lamps")
    over = Above(titles, "", head)
    assert context(table, over, StatementKind.BALANCE_SHEET, heads_of(table.columns)).ends == ends


@pytest.mark.parametrize(
    ("captions", "heads", "flows"),
    [
        (("Balance at beginning of year", "Lamps"), ("Sold", "Lent"), True),
        (("Net sales", "Lamps"), ("Sold", "Lent"), True),
        (("Total assets", "Lamps"), ("Sold", "Lent"), False),
        (("Net sales", "Total assets"), ("Sold", "Lent"), None),
        (("Lamps", "Oil"), ("Sold", "Lent"), None),
        (("Lamps", "Oil"), ("1998", "1997"), None),
        (("Lamps", "Oil"), ("1998", "1997", "1996"), True),
    ],
)
def test_whether_captions_speak_of_a_time_or_of_a_day(
    captions: tuple[str, ...], heads: tuple[str, ...], flows: bool | None
) -> None:
    table = grid(*captions, heads=heads)
    assert context(table, NOWHERE, NOTE, heads_of(table.columns)).flows is flows


@pytest.mark.parametrize(
    ("stub", "lead", "head", "day"),
    [
        ("June 30, 1998", "", (), date(1998, 6, 30)),
        ("", "", ("June 30, 1998",), date(1998, 6, 30)),
        ("", "They are so. At June 30, 1998 they were:", (), date(1998, 6, 30)),
        ("", "At June 30, 1998 they were. They are:", (), None),
        ("June 30, 1998", "", ("May 31, 1998",), None),
        ("", "At June 30, 1998 in 1997 they were:", (), None),
        ("", "", (), None),
    ],
)
def test_loans_by_the_years_in_which_they_began_are_of_one_printed_day(
    stub: str, lead: str, head: tuple[str, ...], day: date | None
) -> None:
    table = grid(
        "Loans", stub=stub, heads=("Term Loans by Origination Year 1998", "Term Loans by Origination Year 1997")
    )
    heads = heads_of(table.columns)
    assert all(each.origin for each in heads)
    found = context(table, Above((), lead, head), NOTE, heads).spoken
    assert (found.time.dates if found is not None else ()) == ((day,) if day is not None else ())
