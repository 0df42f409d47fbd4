"""What numbers of shares are multiplied by, and what a figure then comes to."""

from decimal import Decimal

import pytest

from core.statements.amount import whole
from core.statements.share_scale import SHARE_SCALE, Shares, multiple_in
from core.statements.statement import Statement
from tests.core.statements.drawn import read_statements

MANY, FEW = Decimal(1_200), Decimal("0.5")


def shares(*texts: str, own: int | None = None, largest: Decimal = MANY, fractions: bool = False) -> Shares:
    """Shares under these words, in a table whose money is in millions, of a company with two billion."""
    return Shares(texts, own, 1_000_000, largest, fractions, None, Decimal(2_000_000_000))


@pytest.mark.parametrize(
    ("asked", "scale", "rule"),
    [
        (shares("(In millions, except number of shares, which are reflected in thousands)"), 1_000, "said-of-shares"),
        (shares("Dollars in millions; shares in thousands"), 1_000, "said-of-shares"),
        (shares("Dollars and share amounts in millions, except per share"), 1_000_000, "said-of-shares"),
        (shares("(in thousands, except share and per share data)", own=1_000), 1, "excepted"),
        (shares("(in thousands, except for shares)", own=1_000), 1, "excepted"),
        (shares("(in millions, except per share amounts)", own=1_000_000), 1_000_000, "as-money"),
        (shares("Shares in millions; dollars in thousands", own=1_000), 1_000_000, "said-of-shares"),
        (shares("(options in thousands, value in millions)", own=1_000_000), 1_000, "said-of-shares"),
        (shares("(in millions, except per share) Options Units", own=1_000_000), 1_000_000, "as-money"),
        (shares("(in millions, except units of digital assets)", own=1_000_000), 1, "excepted"),
        (shares("(in millions)", own=1_000_000, largest=Decimal(280_020)), 1, "as-printed"),
        (shares("Average shares", largest=FEW, fractions=True), 1_000_000, "fractions"),
        (shares("Average shares"), 1, "as-printed"),
    ],
)
def test_the_multiple_of_shares(asked: Shares, scale: int, rule: str) -> None:
    verdict = SHARE_SCALE.first(asked)
    assert verdict is not None
    assert (verdict.decided, verdict.clues[0].rule) == (scale, f"share-scale/{rule}")


def test_a_head_or_a_caption_names_its_own_multiple() -> None:
    assert multiple_in("Number of awards (in thousands)") == 1_000
    assert multiple_in("Options (thous.)") == 1_000
    assert multiple_in("Average shares (millions of shares)") == 1_000_000
    assert multiple_in("Aggregate value (in billions)") == 1_000_000_000
    assert [multiple_in(text) for text in ("Revenue (M's)", "Sales ($M)", "Net sales (\u20ac million)")] == [
        1_000_000
    ] * 3
    assert [multiple_in(text) for text in ("EBITDA in 000s", "Sales ($000)", "Premiums (in $000s)")] == [1_000] * 3
    assert multiple_in("Earnings per share ($)") is None
    assert multiple_in("Shares") is None
    assert multiple_in("Sales of thousands of parts") is None


INCOME = """CONSOLIDATED STATEMENTS OF INCOME
(In millions, except per share amounts)

                                    Years ended December 31,
                                      1998           1997
                                   ---------      ---------
Net sales                           $ 12,000       $ 11,000
Cost of sales                          8,000          7,500
                                   ---------      ---------
Gross profit                           4,000          3,500
Income taxes                             900            800
                                   ---------      ---------
Net income                          $  3,100       $  2,700
                                   =========      =========
Earnings per share                  $   2.07       $   1.80
Average shares outstanding             1,500          1,498
Tax rate                               29.0%          29.6%
"""


def wholes(statement: Statement) -> dict[str, list[str]]:
    """What the figures of each row come to."""
    return {
        row.label: [f"{amount:f}" for figure in row.figures if (amount := whole(statement, row, figure)) is not None]
        for row in statement.rows
        if row.figures
    }


def test_what_the_figures_of_a_statement_come_to() -> None:
    told = wholes(read_statements(INCOME)[0])
    assert told["Net sales"] == ["12000000000", "11000000000"]
    assert told["Earnings per share"] == ["2.07", "1.80"]
    assert told["Average shares outstanding"] == ["1500000000", "1498000000"]
    assert told["Tax rate"] == ["0.290", "0.296"]


def test_shares_that_are_excepted_are_as_printed() -> None:
    text = INCOME.replace("except per share amounts", "except shares and per share amounts").replace(
        "   1,500          1,498", "1,500,200      1,498,000"
    )
    assert wholes(read_statements(text)[0])["Average shares outstanding"] == ["1500200", "1498000"]
