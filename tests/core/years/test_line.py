"""What a row is known by in another year's filing."""

from dataclasses import replace
from decimal import Decimal

import pytest

from core.evidence import Verdict
from core.statements.statement import Role, StatementKind, Unit
from core.years.line import Issue, caption_key
from tests.core.drawn_statement import drawn
from tests.core.years.test_joins import read

TOTAL = Role.TOTAL


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("Inventories", "inventories"),
        ("Cash at end of period", "cash at end of year"),
        ("Receivables, less allowances of $120 and $90", "receivables"),
        ("Plant, net of depreciation", "plant"),
        ("Common stock, par $1", "common stock"),
        ("Common stock, $1 par value", "common stock"),
        ("Common stock; 1,000 shares", "common stock"),
        ("Wool - at cost", "wool"),
        ("Loss (income) on sales", "loss on sales"),
        ("Sales (in thousands", "sales"),
        ("Net cash provided by operating activities", "net cash operating activities"),
        ("Net cash used in operating activities", "net cash operating activities"),
        ("Due in 2003", "due in"),
        ("1998", "1998"),
        ("(a)", ""),
        ("On, less it", "on less it"),
    ],
)
def test_a_caption_without_what_changes_every_year(label: str, key: str) -> None:
    assert caption_key(label) == key


SHEET = """
                        2003      2002
Current assets
  Cash                   120        90
  Wool                   880       910
  ---
                       1,000     1,000
Land                     500       500
---
                       1,500     1,500
Debt                     700       700
Equity                   800       800
---
                       1,500     1,500
"""


def test_totals_without_a_caption() -> None:
    (found,) = read(drawn(SHEET))
    assert [line.name for line in found] == [
        "current assets", "cash", "wool", "current assets", "land", "total assets", "debt", "equity",
        "total liabilities and stockholders equity",
    ]  # fmt: skip
    assert found[5].concept == "us-gaap:Assets"
    assert found[-1].concept == "us-gaap:LiabilitiesAndStockholdersEquity"
    (flows,) = read(drawn(SHEET, StatementKind.CASH_FLOW))
    assert "total assets" not in [line.name for line in flows]


def test_headings_and_what_stands_above() -> None:
    (found,) = read(drawn(SHEET))
    cash, land = found[1], found[4]
    assert cash.heading is found[0]
    assert land.heading is None
    assert (cash.full, land.full) == ("current assets cash", "current assets land")
    assert (cash.is_total, found[5].is_total) == (False, True)
    assert [line.index for line in found] == list(range(9))


def test_a_concept_that_two_rows_have_tells_neither() -> None:
    concepts = {"Cash": "us-gaap:Cash", "Wool": "us-gaap:Cash", "Land": "us-gaap:Land"}
    (found,) = read(drawn(SHEET, concepts=concepts))
    assert [line.concept for line in found][1:5] == [None, None, None, "us-gaap:Land"]


def test_what_a_row_prints_of_each_period_in_whole_amounts() -> None:
    (found,) = read(drawn("              2003    2002\nCash           120     -\nWool             9     8", scale=1000))
    assert [one.whole for one in found[0].printed.values()] == [Decimal(120_000), Decimal(0)]
    (period, *_) = found[0].printed
    assert found[0].in_unit(period, Unit.MONEY).whole == 120_000
    assert found[0].in_unit(period, Unit.SHARES).whole == 120


def test_a_row_that_names_its_own_multiple_prints_in_that() -> None:
    text = "                              2003    2002\nCash                             120     110\nPaid (in millions)                 9       8"
    (found,) = read(drawn(text, scale=1000))
    assert [[one.whole for one in line.printed.values()] for line in found] == [
        [Decimal(120_000), Decimal(110_000)],
        [Decimal(9_000_000), Decimal(8_000_000)],
    ]
    (period, *_) = found[1].printed
    assert found[1].in_unit(period, Unit.MONEY).whole == 9_000_000


FLAT = """
                        2003      2002
Property
Land                     500       500
Mills                    900       800
---
                       1,400     1,300
Depreciation            (400)     (300)
---
                       1,000     1,000
Total property         1,000     1,000
"""


def test_a_total_is_that_of_the_heading_whose_total_has_not_come_yet() -> None:
    """No row is set in under the heading; the second total has none of its own; a caption may say that it is a total."""
    rows = drawn(FLAT).rows
    flat = (*(row._replace(depth=0) for row in rows[:-1]), rows[-1]._replace(role=TOTAL))
    (found,) = read(replace(drawn(FLAT, StatementKind.CASH_FLOW), rows=flat))
    assert [line.name for line in found if line.is_total] == ["property", "", "property"]


def test_a_total_from_which_something_is_taken_is_the_gross_one() -> None:
    text = """
                            2003      2002
    Property
        Land                 500       500
        Mills                900       800
        ---
                           1,400     1,300
        Less depreciation    400       300
        ---
                           1,000     1,000
    """
    (found,) = read(drawn(text))
    assert [line.name for line in found if line.is_total] == ["property gross", "property"]


@pytest.mark.parametrize(
    ("label", "concept", "known"),
    [
        ("Earnings per share", "us-gaap:EarningsPerShareBasic", False),
        ("Earnings per share - basic", "us-gaap:EarningsPerShareBasic", True),
        ("Primary", "us-gaap:EarningsPerShareBasic", True),
        ("Basic, before accounting change", "us-gaap:EarningsPerShareBasic", False),
        ("Common stock and capital in excess of par", "us-gaap:CommonStockValue", False),
        ("Common stock, $1 par value", "us-gaap:CommonStockValue", True),
    ],
)
def test_a_concept_that_says_more_than_the_caption_is_not_what_a_line_is_known_by(
    label: str, concept: str, known: bool
) -> None:
    sheet = drawn(f"              2003    2002\n{label}           1.20     1.10", concepts={label: concept})
    told = replace(sheet, rows=tuple(row._replace(concept_verdict=Verdict(concept, 1.0)) for row in sheet.rows))
    assert [line.concept for line in read(told)[0]] == [concept if known else None]
    assert [line.concept for line in read(sheet)[0]] == [concept]  # a tag says it


@pytest.mark.parametrize(
    ("label", "issue"),
    [
        ("4 1/4% convertible subordinated notes due 2001", Issue("41/4", "2001")),
        ("9.125% debentures, due in 2016", Issue("9.125", "2016")),
        ("7% notes due 1996 to 2005", None),
        ("Notes payable, average rate 5.2%", None),
        ("Notes due 2001", None),
    ],
)
def test_an_issue_of_debt(label: str, issue: Issue | None) -> None:
    (found,) = read(drawn(f"              2003    2002\n{label}           120     110"))
    assert found[0].issue == issue
