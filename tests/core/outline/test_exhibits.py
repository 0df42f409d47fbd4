"""The entries of an exhibit index."""

import pytest

from core.document.plain import lay_out
from core.outline.candidates import CHAPTER, ITEM, PART, Heading
from core.outline.exhibits import entries_of, exhibit_index
from core.outline.headings import scan
from core.outline.lines import Lines
from core.outline.reasons import EXHIBIT_ENTRY
from core.outline.section import SectionKind
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


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("110     Lease of the Mill", ["110"]),
        ("10 Filed herewith", ["10"]),
        ("1       Lease of the Mill", ["1"]),
        ("(10(a)) Lease of the Mill", ["10(a)"]),
    ],
)
def test_numbers_at_their_bounds(line: str, found: list[str]) -> None:
    assert [number for number, *_ in entries(f"\n{line}\n\n")] == found


@pytest.mark.parametrize(("columns", "whole"), [(-7, False), (-6, True), (0, True), (6, True), (7, False)])
def test_a_description_goes_on_near_the_column_it_began_in(columns: int, whole: bool) -> None:
    text = f"\n10.1            Lease of the Mill and of\n{' ' * (16 + columns)}the land beside it\n\n"
    assert [title for _, title, *_ in entries(text)] == [
        "Lease of the Mill and of the land beside it" if whole else "Lease of the Mill and of"
    ]


def test_a_long_description_is_cut() -> None:
    words = "Lease of the Mill and of all the land that lies beside it"
    text = f"\n10.1    {words}\n" + f"        {words}\n" * 7 + "\n"
    ((_, title, first, last),) = entries(text)
    assert (len(title), first, last) == (300, 1, 7)


FAR = 50
"""Blank lines that end a list."""


def index_of(*lists: tuple[str, int], items: tuple[int, ...] = (), apart: int = FAR) -> list[tuple[str, int, int]]:
    """The title of the index and its entries, in a document with lists of exhibits, each with its title and so many entries,
    and with Items on these lines."""
    listed = [
        "\n".join([title, "", *(f"10.{at}    Lease of the Mill no. {at}" for at in range(1, count + 1)), *[""] * apart])
        for title, count in lists
    ]
    lines = Lines(lay_out(Source(1, "\n".join(listed))))
    told = EXHIBIT_ENTRY.of(SectionKind.ITEM)
    known = [Heading(SectionKind.ITEM, "15", "Exhibits", at, at + 1, ITEM, told) for at in items]
    return [(one.title, one.first, one.level) for one in exhibit_index(lines, scan(lines), known, 0)]


@pytest.mark.parametrize(
    ("lists", "first"),
    [
        ([("EXHIBIT INDEX", 2)], 0),
        ([("EXHIBIT INDEX", 1)], None),
        ([("EXHIBITS", 3), ("EXHIBIT INDEX", 20)], 55),
        ([("EXHIBITS", 30), ("EXHIBIT INDEX", 15)], 82),
        ([("EXHIBITS", 30), ("EXHIBIT INDEX", 14)], 0),
        ([("EXHIBITS", 97), ("EXHIBITS", 97)], 0),
        ([("EXHIBITS", 98), ("EXHIBITS", 98)], 150),
        ([("EXHIBITS", 97), ("LIST OF EXHIBITS", 97)], 149),
    ],
)
def test_the_index_is_the_last_list_that_is_not_much_shorter(lists: list[tuple[str, int]], first: int | None) -> None:
    found = index_of(*lists)
    assert (found[0][1] if found else None) == first


@pytest.mark.parametrize(
    ("titles", "apart", "first"),
    [
        (("EXHIBIT INDEX", "EXHIBITS"), 10, 0),
        (("EXHIBIT INDEX", "EXHIBITS"), 11, 15),
        (("EXHIBITS", "EXHIBIT INDEX"), 10, 14),
    ],
)
def test_a_title_right_below_that_of_an_index_begins_its_next_page(
    titles: tuple[str, str], apart: int, first: int
) -> None:
    assert index_of((titles[0], 2), (titles[1], 3), apart=apart)[0][1] == first


def test_a_list_ends_above_an_item() -> None:
    assert len(index_of(("EXHIBIT INDEX", 9), items=(6,))) == 5


@pytest.mark.parametrize(
    ("title", "items", "level"),
    [("EXHIBITS", (0,), CHAPTER), ("EXHIBIT INDEX", (0,), PART), ("EXHIBITS", (), PART), ("EXHIBITS", (90,), PART)],
)
def test_a_list_inside_an_item_is_part_of_it(title: str, items: tuple[int, ...], level: int) -> None:
    assert index_of(("The Mill", 0), (title, 9), items=items, apart=1)[0][2] == level
