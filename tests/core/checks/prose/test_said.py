"""The amounts that sentences say: what they count, how they are rounded, the years and the direction told of them."""

from decimal import Decimal
from pathlib import Path

import pytest

from core.analysis import analyse
from core.checks.prose.said import Counts, Mention, in_captions, mentions, stems
from core.document.plain import lay_out
from core.source import Source

END = "  The mill has told of it before, and will tell of it again in a later report."


def said(text: str) -> list[Mention]:
    """The amounts of a paragraph."""
    return list(mentions(lay_out(Source(1, f"\n{text}{END}\n"))))


@pytest.mark.parametrize(
    ("text", "value", "unit", "counts", "printed"),
    [
        ("Sales were $1,234,000 then.", "1234000", "1000", Counts.MONEY, "$1,234,000"),
        ("Sales were $1,234,567 then.", "1234567", "1", Counts.MONEY, "$1,234,567"),
        ("Sales were $1.2 million then.", "1200000", "100000", Counts.MONEY, "$1.2 million"),
        ("Sales were $3 billion then.", "3000000000", "1000000000", Counts.MONEY, "$3 billion"),
        ("Sales were $12 thousand then.", "12000", "1000", Counts.MONEY, "$12 thousand"),
        ("Sales a share were $.45 then.", "0.45", "0.01", Counts.MONEY, "$.45"),
        ("Sales rose by 12% then.", "12", "1", Counts.PERCENT, "12%"),
        ("Sales rose by 12.5 % then.", "12.5", "0.1", Counts.PERCENT, "12.5 %"),
        ("The current ratio was 2.7 to 1 then.", "2.7", "0.1", Counts.RATIO, "2.7"),
        ("There were 12,345 shares then.", "12345", "1", Counts.NUMBER, "12,345"),
    ],
)
def test_an_amount(text: str, value: str, unit: str, counts: Counts, printed: str) -> None:
    (found,) = said(text)
    assert (found.value, found.unit, found.counts, found.text) == (Decimal(value), Decimal(unit), counts, printed)
    source = f"\n{text}{END}\n"
    assert " ".join(source[found.cite.start : found.cite.end].split()) == printed


@pytest.mark.parametrize("text", ["There were 12 men in 1998.", "See page 12,3 of it.", "It was 1998 then."])
def test_what_is_no_amount(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Sales were $1,234,000 in 2003.", [(2003,)]),
        ("In 2003, sales were $1,234,000.", [(2003,)]),
        ("Sales were $1,234,000 in 2003 and $1,111,000 in 2002.", [(2003,), (2002,)]),
        ("Sales were $1,234,000 and $1,111,000 in 2003 and 2002, respectively.", [(2003,), (2002,)]),
        ("In 2003, 2002 and 2001 sales were $3,000,000, $2,000,000 and $1,000,000.", [(2003,), (2002,), (2001,)]),
    ],
)
def test_the_years_of_amounts(text: str, years: list[tuple[int, ...]]) -> None:
    assert [found.years[:1] for found in said(text)] == years


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Sales rose by $1,000,000 then.", 1),
        ("Sales fell by $1,000,000 then.", -1),
        ("There was an increase of $1,000,000 then.", 1),
        ("There was a decline of approximately $1,000,000 then.", -1),
        ("There was a $1,000,000 increase then.", 1),
        ("There was a $1,000,000 reduction then.", -1),
        ("Sales were $1,000,000 then.", 0),
        ("Sales increased to $1,000,000 then.", 0),
    ],
)
def test_whether_an_amount_is_more_or_less(text: str, cue: int) -> None:
    assert [found.cue for found in said(text)] == [cue]


def test_the_digits_that_an_amount_says() -> None:
    (rounded,), (exact,) = said("Sales were $1,200,000 then."), said("Sales were $1,234,567 then.")
    assert (rounded.digits, rounded.telling) == (4, 2)
    assert (exact.digits, exact.telling) == (7, 7)


def test_words_around_and_before_in_the_clause() -> None:
    (found,) = said("The wool was sold, while the yarn cost $1,000,000 then.")
    assert {"wool", "sold", "yarn", "cost"} <= found.around
    assert "yarn" in found.before
    assert "wool" not in found.before


@pytest.mark.parametrize(("one", "other"), [("sales", "sale"), ("inventories", "inventory"), ("expenses", "expense")])
def test_plurals_have_one_stem(one: str, other: str) -> None:
    assert stems(one) == stems(other) != frozenset()
    assert stems("the total of the company for the year") == frozenset()


def test_the_amounts_of_captions_but_none_that_is_too_long(tmp_path: Path) -> None:
    text = f"""Notes to Consolidated Financial Statements

Note 1.  Details

                                                        1998           1997
                                                    ------------   ------------
Receivables, less $12,500 that are not paid                1,200          1,100
Stock of $.{"9" * 30} each                 4,000          3,900
"""
    file = tmp_path / "filing.txt"
    file.write_text(text)
    filing = analyse(file)
    found = in_captions(lay_out(filing.filing.documents[0].source), (*filing.statements, *filing.tables))
    assert [mention.text for mention in found] == ["$12,500"]
