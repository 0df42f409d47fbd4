"""How a line is known again in the next year's filing."""

from decimal import Decimal

import pytest

from core.statements.statement import Role, Unit
from core.years.following import Amount, Line, caption_key, digits, lines, paired
from tests.core.drawn_statement import drawn


def line(name: str, *amounts: tuple[int, int], unit: Unit | None = Unit.MONEY, concept: str | None = None) -> Line:
    """A line with an amount for each year."""
    made = Line(caption_key(name), Role.LINE, unit, 0, concept=concept)
    made.amounts = {year: Amount(Decimal(value), Decimal(value), len(str(abs(value)))) for year, value in amounts}
    return made


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("Cash", "cash"),
        ("Receivables, less allowance of $334", "receivables"),
        ("Receivables, net of allowance", "receivables"),
        ("Common stock, par value $.10 per share", "common stock"),
        ("Debt (Note 4)", "debt"),
        ("Net cash provided by operating activities", "net cash operating activities"),
        ("Net cash used in operating activities", "net cash operating activities"),
        ("(Loss) income", "income"),
    ],
)
def test_what_changes_every_year_is_no_part_of_a_caption(label: str, key: str) -> None:
    assert caption_key(label) == key


def test_a_caption_of_years_alone_is_kept() -> None:
    assert caption_key("2003") == caption_key("2003")
    assert caption_key("2003") != ""


@pytest.mark.parametrize(("value", "shown"), [("154", 3), ("1.54", 3), ("0.28", 2), ("-20", 2), ("0", 1), ("1000", 4)])
def test_digits_that_a_figure_shows(value: str, shown: int) -> None:
    assert digits(Decimal(value)) == shown


def test_lines_know_the_heading_they_stand_under() -> None:
    found = lines(
        drawn(
            """
                            2003    2002
        Assets:
          Current:
            Cash            12      25
          Land              30      41
        Debt                42      66
        """,
            concepts={"Cash": "us-gaap:Cash", "Land": "us-gaap:Land"},
        )
    )
    assert [(one.name, one.heading.name if one.heading else None, one.above) for one in found] == [
        ("assets", None, ""),
        ("current", "assets", "assets"),
        ("cash", "current", "current"),
        ("land", "assets", "current"),
        ("debt", None, "current"),
    ]
    assert [one.concept for one in found] == [None, None, "us-gaap:Cash", "us-gaap:Land", None]
    assert found[2].full == "current cash"
    assert found[0].full == "assets"


def test_a_concept_of_two_lines_tells_neither() -> None:
    found = lines(
        drawn(
            """
                            2003
        Cash                12
        Land                30
        """,
            concepts={"Cash": "us-gaap:Cash", "Land": "us-gaap:Cash"},
        )
    )
    assert [one.concept for one in found] == [None, None]


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        (line("Cash", (2002, 120)), line("Cash", (2003, 999)), True),
        (line("Cash", (2002, 120)), line("Debt", (2003, 120)), False),
        (line("Cash", (2002, 1234)), line("Cash and deposits", (2002, 1234)), True),
        (line("Cash", (2002, 12345)), line("Marketable paper", (2002, 12345)), True),
        (line("Cash", (2002, 12)), line("Marketable paper", (2002, 12)), False),
        (line("Cash", (2002, 120)), line("Cash", (2002, 999)), True),
        (line("Cash", (2002, 120)), line("Cash", (2002, 999), unit=Unit.SHARES), False),
        (line("A", (2002, 5), concept="us-gaap:Cash"), line("B", (2003, 7), concept="us-gaap:Cash"), True),
        (line("Other income", (2002, 7)), line("Income other", (2003, 8)), True),
        (line("", (2002, 7)), line("", (2003, 8)), False),
    ],
)
def test_a_pair_is_one_line(old: Line, new: Line, same: bool) -> None:
    assert paired([old], [new]) == ({0: 0} if same else {})


def test_each_line_is_taken_once_the_surest_first() -> None:
    old = [line("Other", (2002, 4321)), line("Other", (2002, 77))]
    new = [line("Other", (2002, 77)), line("Other", (2002, 4321))]
    assert paired(old, new) == {0: 1, 1: 0}


def test_headings_follow_what_stands_under_them() -> None:
    old_head, new_head = line("Current assets"), line("Short term assets")
    old, new = line("Cash", (2002, 12345)), line("Cash", (2002, 12345))
    old.heading, new.heading = old_head, new_head
    assert paired([old_head, old], [new_head, new]) == {1: 1, 0: 0}


def test_a_heading_without_anything_in_common_is_new() -> None:
    assert paired([line("Current assets")], [line("Property")]) == {}
    assert paired([line("Property")], [line("Property")]) == {0: 0}
