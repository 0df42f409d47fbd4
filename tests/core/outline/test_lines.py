"""How the outline looks at lines: what is beside them, and whether their words look like a title, a row or a page."""

from textwrap import dedent

import pytest

from core.document.plain import lay_out
from core.outline.lines import Lines, has_figures, has_page, is_title, title_of
from core.source import Source


def lines(text: str, company: str | None = None) -> Lines:
    return Lines(lay_out(Source(1, dedent(text).strip("\n"))), company)


@pytest.mark.parametrize(
    ("line", "has"),
    [
        ("Lamps            1,204", True),
        ("Lamps           (1,204)", True),
        ("Lamps           $1,204", True),
        ("Lamps $1,204", True),
        ("Lamps ......... 1,204", True),
        ("Margin            12.5%", True),
        ("Lamps            $ (204)", True),
        ("Lamps 1,204", False),
        ("Lamps            1,204 pieces", False),
        ("Section            12A3", False),
        ("Lamps            (a)", False),
        ("", False),
        ("    ", False),
        ("1,204", False),
        ("of 1999.", False),
    ],
)
def test_a_row_ends_in_a_column_of_figures(line: str, has: bool) -> None:
    assert has_figures(line) is has


@pytest.mark.parametrize(
    ("line", "has"),
    [
        ("Item 1. Business ............ 3", True),
        ("Item 1. Business              3", True),
        ("Item 1. Business . . . . . . F-3", True),
        ("Item 1. Business ............", True),
        ("Item 1. Business              xii", True),
        ("Item 1. Business              3*", True),
        ("Item 1. Business ........ 12-14", True),
        ("Item 1. Business", False),
        ("Item 1. Business 3", False),
        ("Item 1. Business of 1,204", False),
        ("The year ended in 1999. 3", True),
        ("Section 16", False),
        ("", False),
    ],
)
def test_a_line_of_a_contents_page_ends_in_a_page(line: str, has: bool) -> None:
    assert has_page(line) is has


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("LAMPS OF THE HARBOR", True),
        ("Lamps of the Harbor", True),
        ("Lamps", True),
        ("3. Lamps of the Harbor", True),
        ("(Unaudited)", True),
        ('"Lamps"', True),
        ("Lamps of the Harbor, Wicks, Oil and their ropes", True),
        ("Lamps of the Harbor and Their oil", False),
        ("Lamps of the harbor", False),
        ("lamps Of The Harbor", False),
        ("Lamps bought and sold by the harbor", False),
        ("", False),
        ("- Lamps", False),
        ("12", False),
    ],
)
def test_a_title_begins_its_words_with_capitals(words: str, title: bool) -> None:
    assert is_title(words) is title


@pytest.mark.parametrize(("share", "title"), [(0.5, True), (0.51, False)])
def test_how_many_words_of_a_title_begin_with_capitals_can_be_asked(share: float, title: bool) -> None:
    assert is_title("Lamps sold", share) is title


@pytest.mark.parametrize(
    ("line", "owned"),
    [
        ("HARBOR LAMP COMPANY", True),
        ("Harbor Lamp Co.", True),
        ("The Harbor Lamp Company, Inc.", True),
        ("HARBOR LAMP COMPANY AND SUBSIDIARIES", True),
        ("Harbor Lamp Company Annual Report", True),
        ("Harbor Lamp Company sells oil", False),
        ("Harbor Oil Company", False),
        ("Harbor", False),
        ("Harbor Lamp Company" + " and Subsidiaries" * 6, False),
    ],
)
def test_a_line_that_is_only_the_companys_name(line: str, owned: bool) -> None:
    assert lines(line, "Harbor Lamp Company").company(line) is owned


def test_without_a_name_no_line_is_the_companys() -> None:
    assert not lines("HARBOR LAMP COMPANY").company("HARBOR LAMP COMPANY")


TEXT = """
    Lamps

    The lamps of the harbor are all of brass, and were bought in the years when the
    harbor was built, of which this report tells in its notes.


    Oil

    More words
"""


def test_what_stands_beside_a_line() -> None:
    found = lines(TEXT)
    assert [found.words(at) for at in range(-1, 10)] == [
        False,
        True,
        False,
        True,
        True,
        False,
        False,
        True,
        False,
        True,
        False,
    ]
    assert found.apart(0)
    assert found.apart(2)
    assert not found.apart(3)
    assert found.alone(0, 1)
    assert found.alone(2, 4)
    assert not found.alone(2, 3)


@pytest.mark.parametrize(
    ("index", "within", "after"), [(0, 12, 0), (1, 12, 2), (4, 12, 6), (4, 2, None), (4, 3, 6), (9, 12, None)]
)
def test_the_next_line_with_words(index: int, within: int, after: int | None) -> None:
    assert lines(TEXT).next_words(index, within) == after


@pytest.mark.parametrize(
    ("index", "within", "before"), [(0, 12, None), (1, 12, 0), (2, 12, 0), (6, 2, None), (6, 3, 3), (3, 12, 2)]
)
def test_the_last_line_with_words_before(index: int, within: int, before: int | None) -> None:
    assert lines(TEXT).words_before(index, within) == before


def test_prose_is_long_and_mostly_in_small_letters() -> None:
    found = lines(TEXT)
    assert [at for at in range(found.count) if found.prose(at)] == [2, 3]
    assert not lines("THE LAMPS OF THE HARBOR ARE ALL OF BRASS AND WERE BOUGHT EARLY").prose(0)
    assert not lines("the lamps of the harbor are      all of brass, and were bought").prose(0)


def test_lines_that_hold_words_are_found_in_any_letters() -> None:
    text = "Lamps and LAMPS\noil\nof the lAmPs\nof Harbors\nno oil"
    assert lines(text).holding(("lamps",)) == {0, 2}
    assert lines(text).holding(("oil", "harbor")) == {1, 3, 4}
    assert lines(text).holding(("gas",)) == set()


def test_a_title_goes_on_to_the_line_before_its_end() -> None:
    found = lines("Item 1.  LAMPS OF\nTHE HARBOR\nAND OIL")
    assert title_of(found, 0, 2, "LAMPS OF") == "LAMPS OF THE HARBOR"
    assert title_of(found, 0, 1, "LAMPS OF") == "LAMPS OF"


ROWS = """
    BALANCE SHEETS

                                 1999      1998
    Cash                        1,204     1,101
    Lamps                       2,305     2,257
    Oil                           506       458

    The lamps of the harbor are all of brass, and were bought in the years before.
"""


def test_rows_of_figures_after_a_title_are_counted() -> None:
    found = lines(ROWS)
    assert found.figures_after(0, found.count) == 4
    assert found.figures_after(0, 5) == 3
    assert found.figures_after(0, found.count, words=2) == 2
    assert found.figures_after(5, found.count) == 0


def test_far_below_a_title_no_rows_are_its_own() -> None:
    words = "\n".join(["Words of the harbor that are no rows"] * 19)
    near = "\n".join(["Words of the harbor that are no rows"] * 17)
    row = "\nCash                        1,204     1,101\n"
    assert lines(f"TITLE\n{words}{row}").figures_after(0, 99) == 0
    assert lines(f"TITLE\n{near}{row}").figures_after(0, 99) == 1


def test_first_lines_of_paragraphs_lead_but_not_those_set_like_the_rest() -> None:
    found = lines(TEXT)
    assert found.leads == [0, 6, 8]


def test_a_line_with_a_rule_below_leads_wherever_it_stands() -> None:
    found = lines("The lamps of the harbor are of brass\nOil\n---\nof the town that was bought in the year by it.")
    assert 1 in found.leads
