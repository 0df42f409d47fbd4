"""Tables in small filings that show one fault of reading each: column heads with their days, and rows with their values."""

import pytest

from core.analysis import Analysis, analyse
from core.statements.statement import Statement
from tests.filings_dir import CASES, needs_cases

pytestmark = needs_cases

COLUMNS = {
    "34-head-and-body-colspans-differ.htm": ["2008 | ..2008-12-31", "2007 | ..2007-12-31"],
    "36-superscript-in-a-column-head.htm": [
        "Common Stock Shares | ..",
        "Common Stock Amount | ..",
        "Retained Earnings | ..",
        "Total | ..",
    ],
    "65-title-in-the-column-head-text.txt": [
        "Dec 31, 2008 | ..2008-12-31",
        "Three Month Change | ..",
        "Sept 30, 2008 | ..2008-09-30",
        "One Year Change | ..",
        "Dec 31, 2007 | ..2007-12-31",
    ],
    "74-two-halves-side-by-side.htm": ["2015 | ..2015-12-31", "2014 | ..2014-12-31"],
    "97-caption-abuts-the-first-figure.txt": [
        "2006 | 2006-10-01..2006-12-31",
        "2005 | 2005-10-01..2005-12-31",
        "Change | ..",
        "2006 | 2006-01-01..2006-12-31",
        "2005 | 2005-01-01..2005-12-31",
        "Change | ..",
    ],
    "104-two-blanks-in-a-column-head.txt": [
        "1998 | 1998-03-28..1998-06-26",
        "1997 | 1997-03-29..1997-06-27",
        "1998 | 1997-09-27..1998-06-26",
        "1997 | 1996-09-28..1997-06-27",
    ],
    "107-column-heads-beside-the-title.txt": ["1997 (unaudited) | ..1997-09-27", "1996 | ..1996-12-28"],
    "110-title-lines-in-the-column-heads.txt": [
        "1999 | 1999-10-01..1999-12-31",
        "1998 | 1998-10-01..1998-12-31",
        "1999 | 1999-07-01..1999-12-31",
        "1998 | 1998-07-01..1998-12-31",
    ],
}
"""The end of what each column's label says, and its days."""
ROWS = {
    "35-sparse-first-column-in-the-label.htm": [
        "Balance: Dec. 30, 2012: 324419, 567515, 7514858, -701141, -5355037, 189298, 2539912"
    ],
    "47-minus-signs.htm": [
        "Other income (expense): -30, -40",
        "Foreign exchange: -12, -15",
        "Interest: -12, -15",
    ],
    "49-several-figures-in-a-cell.htm": [
        "Net sales: 5400, 5100",
        "Cost of sales: 3900, 3750",
        "Gross profit: 1500, 1350",
    ],
    "51-european-figures.htm": [
        "Revenue: 1234567, 1100000",
        "Cost of sales: -934567, -850000",
        "Gross profit: 300000, 250000",
        "Earnings per share: 1.25, 1.10",
    ],
    "74-two-halves-side-by-side.htm": ["Cash: 1250, 1100", "Accounts payable: 900, 850"],
    "97-caption-abuts-the-first-figure.txt": [
        "Mill Earnings-Excluding Synfuels (See Notes): 0.25, 0.20, 0.05, 2.10, 2.03, 0.07"
    ],
}


@pytest.mark.parametrize("name", COLUMNS)
def test_columns_have_their_heads_and_days(name: str) -> None:
    columns = [column for table in _tables(name)[:1] for column in table.columns]
    found = [f"{column.label} | {column.start or ''}..{column.end or ''}" for column in columns]
    assert len(found) == len(COLUMNS[name])
    assert all(one.endswith(right) for one, right in zip(found, COLUMNS[name], strict=True)), found
    assert not any("STATEMENTS" in one or "Item" in one for one in found)


@pytest.mark.parametrize("name", ROWS)
def test_rows_have_their_values(name: str) -> None:
    found = [
        f"{row.label}: {', '.join(str(figure.value) for figure in row.figures)}"
        for table in _tables(name)
        for row in table.rows
    ]
    assert [row for row in ROWS[name] if row not in found] == []


def test_a_list_of_exhibits_is_no_table() -> None:
    name = "115-exhibit-numbers-as-figures.htm"
    assert _tables(name) == []
    assert _analysed(name).checks == ()


def _tables(name: str) -> list[Statement]:
    found = _analysed(name)
    return [*found.statements, *found.tables]


def _analysed(name: str) -> Analysis:
    return analyse(CASES / name)
