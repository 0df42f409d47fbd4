"""Each rule on lines of captions by itself: what it says, and where it says nothing."""

from dataclasses import replace

import pytest

from core.source import Span, cite
from core.tables.captions import LEADS_ON, REST_OF_ROW, SAME_CAPTION, SAME_ROW, Lines, Piece, Rows, asks_for_more
from core.tables.grid import GridCell
from tests.core.asked import asked

CELL = GridCell(0, "1", None, cite(1, 0, 1))


def piece(text: str, left: int = 2) -> Piece:
    """A line: words that stand at this column; behind `|` cells, with figures where these are digits; `^` above it a blank
    line; `<` in the margin."""
    words, bar, cells = text.partition("|")
    plain = words.strip("^< ")
    right = left + len(plain)
    made = Piece(plain, left, right, Span(left, right), Span(0, right), [CELL] if bar else [], cells.strip().isdigit())
    return replace(made, blank_above=words.startswith("^"), aside=words.startswith("<"))


def lines(
    upper: str, lower: str, after: str | None = None, lefts: tuple[int, ...] = (2, 2, 2), zone: int = 60
) -> Lines:
    """A line below another, and the line after it."""
    below = piece(after, lefts[2]) if after is not None else None
    return Lines([piece(upper, lefts[0])], piece(lower, lefts[1]), below, zone)


@pytest.mark.parametrize(
    ("rule", "upper", "lower", "says"),
    [
        ("no-words", "Cash", "", True),
        ("no-words", "Cash", "and bonds", None),
        ("figures-alone", "", "and bonds", False),
        ("figures-alone", "Cash", "and bonds", None),
        ("colon", "Cash", "Bonds:", False),
        ("colon", "Cash:", "Bonds", None),
        ("broken-date", "Balance at December", "31, 1998", True),
        ("broken-date", "Balance at December", "1998", True),
        ("broken-date", "Balance at December", "3 mills", None),
        ("broken-date", "Balance", "31, 1998", None),
        ("year-below", "Provision", "2024", False),
        ("year-below", "Provision and", "2024", None),
        ("year-below", "Provision", "Bonds of 2024", None),
        ("year-below", "Provision", "Bonds", None),
        ("unfinished", "Cash and", "Bonds", True),
        ("unfinished", "Cash,", "Bonds", True),
        ("unfinished", "Cash (held", "Bonds)", True),
        ("unfinished", "Stockholders'", "Equity", True),
        ("unfinished", "Cash", "Bonds", None),
        ("unfinished", "Cash and", "BONDS", None),
        ("unfinished", "Cash and", "USD", True),
        ("bracket", "Cash", "(held)", True),
        ("bracket", "Cash", "(a) Held", None),
        ("bracket", "Cash", "held", None),
        ("small-letter", "Cash", "and bonds", True),
        ("small-letter", "Cash", "Bonds", None),
    ],
)
def test_words_below_a_row_with_figures(rule: str, upper: str, lower: str, says: bool | None) -> None:
    assert asked(REST_OF_ROW, rule, lines(upper, lower)) is says


@pytest.mark.parametrize(
    ("rule", "lower", "after", "lefts", "says"),
    [
        ("small-letter", "less bonds and", "Loans | 1", (4, 2, 2), False),
        ("small-letter", "less bonds and", "Loans | 1", (4, 3, 2), True),
        ("small-letter", "less bonds", "Loans | 1", (4, 2, 2), True),
        ("small-letter", "less bonds and", "Loans", (4, 2, 2), True),
        ("small-letter", "less bonds and", "^Loans | 1", (4, 2, 2), True),
        ("small-letter", "less bonds and", None, (4, 2, 2), True),
        ("unfinished", "Bonds", None, (2, 1, 2), None),
        ("unfinished", "Bonds", None, (2, 3, 2), True),
        ("bracket", "(held)", "Loans", (2, 1, 2), None),
        ("bracket", "(held)", "Loans", (2, 2, 2), False),
        ("bracket", "(held)", "Loans", (2, 4, 2), True),
        ("bracket", "(held)", "^Loans", (2, 2, 2), True),
        ("hangs", "Bonds", "Loans", (2, 2, 2), None),
        ("hangs", "Bonds", "Loans", (2, 4, 2), True),
        ("hangs", "Bonds", "Loans", (2, 4, 4), None),
        ("hangs", "Bonds", "^Loans", (2, 4, 4), True),
        ("hangs", "Bonds", "| 1", (2, 4, 2), None),
        ("hangs", "Bonds", None, (2, 4, 2), True),
    ],
)
def test_words_below_a_row_by_where_they_stand(
    rule: str, lower: str, after: str | None, lefts: tuple[int, ...], says: bool | None
) -> None:
    assert asked(REST_OF_ROW, rule, lines("Cash and | 1", lower, after, lefts)) is says


@pytest.mark.parametrize(
    ("rule", "upper", "lower", "says"),
    [
        ("figures-below", "Cash", "| 1", True),
        ("figures-below", "Cash:", "| 1", True),
        ("figures-below", "Cash:", "", False),
        ("figures-below", "Cash", "", True),
        ("figures-below", "Cash", "Bonds", None),
        ("colon", "Cash:", "Bonds", False),
        ("colon", "", "Bonds", False),
        ("colon", "Cash", "Bonds:", None),
        ("small-letter", "Cash", "and bonds", True),
        ("small-letter", "Cash", "Bonds", None),
        ("time-alone", "Year ended December 31, 2023", "Cash", False),
        ("time-alone", "Year ended December 31, 2023 and", "Cash", None),
        ("time-alone", "Year ended December 31", "Cash", None),
        ("time-alone", "Bonds of 2023", "Cash", None),
        ("carried", "Cash", "AND BONDS", True),
        ("carried", "Cash", "- bonds", True),
        ("carried", "Cash", "& Bonds", True),
        ("carried", "Cash", "(Held)", True),
        ("carried", "Cash", "(a) Held", None),
        ("carried", "Cash", "ANDES", None),
        ("unfinished", "Cash and", "Bonds", True),
        ("unfinished", "Cash", "Bonds", None),
        ("other-case", "CASH", "Bonds", False),
        ("other-case", "Cash", "BONDS", False),
        ("other-case", "CASH", "BONDS", False),
        ("other-case", "Cash of Mills", "Bonds", None),
        ("other-case", "Cash of Mills held", "Bonds", False),
        ("other-case", "Cash of mills Held Here", "Bonds", None),
        ("other-case", "Cash of The", "Bonds", False),
        ("other-case", "Cash of Them", "Bonds", None),
    ],
)
def test_words_below_words(rule: str, upper: str, lower: str, says: bool | None) -> None:
    assert asked(LEADS_ON, rule, lines(upper, lower)) is says


@pytest.mark.parametrize(
    ("rule", "upper", "lower", "lefts", "says"),
    [
        ("centred-capitals", "CASH OF MILLS", "CASH", (10, 16, 0), True),
        ("centred-capitals", "CASH OF MILLS", "CASH", (9, 12, 0), True),
        ("centred-capitals", "CASH OF MILLS", "CASH", (9, 11, 0), None),
        ("centred-capitals", "CASH OF MILLS", "CASH", (9, 15, 0), True),
        ("centred-capitals", "CASH OF MILLS", "CASH", (9, 16, 0), None),
        ("centred-capitals", "CASH OF MILLS", "CASH", (8, 12, 0), None),
        ("centred-capitals", "CASH OF MILLS", "CASH | 1", (10, 14, 0), None),
        ("centred-capitals", "CASH OF MILLS", "Cash", (10, 14, 0), None),
        ("centred-capitals", "Cash of mills", "CASH", (10, 14, 0), None),
        ("one-deeper", "Cash", "Bonds", (2, 3, 0), True),
        ("one-deeper", "Cash", "Bonds", (2, 4, 0), None),
        ("one-deeper", "CASH", "Bonds", (2, 3, 0), None),
        ("full", "Cash", "Bonds", (2, 2, 0), True),
        ("full", "Cash", "Bonds", (2, 1, 0), False),
        ("full", "Cash", "Bonds", (2, 4, 0), True),
    ],
)
def test_words_below_words_by_where_they_stand(
    rule: str, upper: str, lower: str, lefts: tuple[int, ...], says: bool | None
) -> None:
    assert asked(LEADS_ON, rule, lines(upper, lower, None, lefts)) is says


@pytest.mark.parametrize(("left", "says"), [(2, True), (3, None)])
def test_one_deeper_and_full_ask_whether_the_next_line_returns(left: int, says: bool | None) -> None:
    assert asked(LEADS_ON, "one-deeper", lines("Cash", "Bonds", "Loans", (2, 3, left))) is says
    assert asked(LEADS_ON, "full", lines("Cash", "Bonds", "Loans", (2, 4, left))) is bool(says)


@pytest.mark.parametrize(
    ("length", "lower", "left", "zone", "says"),
    [
        (30, "Bonds", 2, 38, False),
        (30, "Bonds", 2, 37, None),
        (24, "Bonds", 2, 30, False),
        (25, "Bonds", 2, 30, None),
        (15, "Bonds", 4, 20, None),
        (10, "Bonds", 4, 17, None),
        (8, "Bonds", 4, 15, None),
        (7, "Bonds", 4, 14, None),
        (6, "Bonds", 4, 13, False),
        (7, "Bonds:", 4, 14, False),
    ],
)
def test_a_caption_that_had_room_for_the_next_word_is_whole(
    length: int, lower: str, left: int, zone: int, says: bool | None
) -> None:
    assert asked(LEADS_ON, "has-room", lines("C" * length, lower, None, (2, left, 0), zone)) is says


@pytest.mark.parametrize(
    ("rule", "upper", "lower", "says"),
    [
        ("margin", "<Note", "<Page", True),
        ("margin", "<Note", "Page", False),
        ("margin", "Note", "<Page", False),
        ("margin", "Note", "Page", None),
        ("below-figures", "Cash | 1", "and bonds", True),
        ("below-figures", "Cash | 1", "and bonds | 2", False),
        ("below-figures", "Cash | 1", "Bonds:", False),
        ("below-figures", "Cash", "and bonds", None),
        ("figures-below-words", "Cash | held", "| 1", True),
        ("figures-below-words", "Cash | held", "and bonds | 1", True),
        ("figures-below-words", "Cash: | held", "Bonds | 1", False),
        ("figures-below-words", "Cash | held", "and bonds | held", None),
        ("figures-below-words", "Cash", "| 1", None),
        ("words-alone", "Cash | held", "| here", True),
        ("words-alone", "Cash", "| here", False),
        ("words-alone", "Cash | held", "Bonds | here", None),
        ("words-alone", "Cash | held", "| 1", None),
        ("leads-on", "Cash", "and bonds", True),
        ("leads-on", "Cash:", "Bonds", None),
        ("counts-shares", "Common stock, $1 par value", "Issued 9", True),
        ("counts-shares", "Common stock, $1 par value", "9,000 shares", True),
        ("counts-shares", "Common stock", "Issued 9", None),
        ("counts-shares", "Common stock, $1 par value", "Surplus", None),
    ],
)
def test_a_line_below_others(rule: str, upper: str, lower: str, says: bool | None) -> None:
    assert asked(SAME_ROW, rule, lines(upper, lower)) is says


def test_shares_are_counted_below_the_name_and_not_left_of_it() -> None:
    assert asked(SAME_ROW, "counts-shares", lines("Stock, $1 par value", "Issued 9", None, (2, 1, 0))) is None


def rows(upper: str, lower: str) -> Rows:
    """Two rows whose captions stand in cells; those that end in `|` have figures."""
    one, other = (text.rstrip("|") for text in (upper, lower))
    return Rows(one, other, upper_cells=one != upper, lower_cells=other != lower)


@pytest.mark.parametrize(
    ("rule", "upper", "lower", "says"),
    [
        ("whole", "Cash|", "Bonds|", False),
        ("whole", "Cash", "|", False),
        ("whole", "", "Bonds|", False),
        ("whole", "C" * 399, "Bonds|", None),
        ("whole", "C" * 400, "Bonds|", False),
        ("whole", "C", "Bonds|", None),
        ("small-in-bracket", "Net increase", "(decrease)|", True),
        ("small-in-bracket", "Net increase", "(a) decrease|", None),
        ("small-in-bracket", "Net increase", "(Decrease)|", None),
        ("small-in-bracket", "Net increase", "decrease|", None),
        ("unfinished", "Cash and", "Bonds|", True),
        ("unfinished", "Cash and", "Bonds", None),
        ("unfinished", "Cash", "Bonds|", None),
        ("unfinished", "Income, net", "Bonds|", None),
    ],
)
def test_captions_in_cells(rule: str, upper: str, lower: str, says: bool | None) -> None:
    assert asked(SAME_CAPTION, rule, rows(upper, lower)) is says


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("Cash and", True),
        ("Cash -", True),
        ("Cash (", True),
        ("stockholders'", True),
        ("Cash (held)", False),
        ("", False),
    ],
)
def test_what_asks_for_more_words(text: str, more: bool) -> None:
    assert asks_for_more(text) == more
