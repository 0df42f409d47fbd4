"""The entries of an exhibit index."""

import pytest

from core.document.plain import lay_out
from core.outline.exhibits import entries_of
from core.outline.lines import Lines
from core.source import Source


def entries(text: str) -> list[tuple[str | None, str, int, int]]:
    """Number, description and lines of the exhibits that a text lists."""
    lines = Lines(lay_out(Source(1, text)))
    return [(one.number, one.title, one.first, one.last) for one in entries_of(lines, 0, lines.count)]


@pytest.mark.parametrize(
    ("line", "number", "title"),
    [
        ("3.1     Articles of the Mill", "3.1", "Articles of the Mill"),
        ("3(a)    Articles of the Mill", "3(a)", "Articles of the Mill"),
        ("3(ii)   Articles of the Mill", "3(ii)", "Articles of the Mill"),
        ("(10)    Lease of the Mill", "10", "Lease of the Mill"),
        ("10(a)(1) Lease of the Mill", "10(a)(1)", "Lease of the Mill"),
        ("10-2    Lease of the Mill", "10-2", "Lease of the Mill"),
        ("10A     Lease of the Mill", "10A", "Lease of the Mill"),
        ("*+10.2  Lease of the Mill", "10.2", "Lease of the Mill"),
        ("Exhibit 27  Data of the Mill", "27", "Data of the Mill"),
        ("EX-27   Data of the Mill", "27", "Data of the Mill"),
        ("27 -- Data of the Mill", "27", "Data of the Mill"),
        ("10.1    Lease of the Mill ......... 12", "10.1", "Lease of the Mill"),
        ("10.1    Lease of the Mill          Form 10-K of 1996", "10.1", "Lease of the Mill"),
        ('10.1    "Lease" of the Mill', "10.1", '"Lease" of the Mill'),
    ],
)
def test_an_entry(line: str, number: str, title: str) -> None:
    assert entries(f"\n{line}\n\n") == [(number, title, 1, 2)]


@pytest.mark.parametrize(
    "line",
    [
        "111     Lease of the Mill",
        "10.1    lease of the mill",
        "1. Filed herewith.",
        "5 Confidential treatment",
        "Lease 10.1",
        "",
    ],
)
def test_what_is_none(line: str) -> None:
    assert entries(f"\n{line}\n\n") == []


def test_a_description_goes_on_below_itself_and_not_in_other_columns() -> None:
    text = """
10.1    Lease of the Mill and of         Form 10-K
        the land beside it               of 1996
                                         by reference
10.2    Plan of the Mill
Page 12
"""
    assert entries(text) == [
        ("10.1", "Lease of the Mill and of the land beside it", 1, 4),
        ("10.2", "Plan of the Mill", 4, 5),
    ]


def test_one_blank_behind_a_number_is_enough_only_where_nothing_stands_above() -> None:
    assert entries("\nText of the Mill that stands above it\n10 Lease of the Mill\n\n") == []
    assert entries("\n\n10 Lease of the Mill\n\n") == [("10", "Lease of the Mill", 2, 3)]


def test_far_below_the_last_entry_the_list_has_ended() -> None:
    near, far = ("\n10.1    Lease of the Mill\n" + "\n" * count + "10.2    Plan of the Mill\n" for count in (40, 60))
    assert [len(entries(text)) for text in (near, far)] == [2, 1]
