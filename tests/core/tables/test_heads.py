"""What the words of a head say of columns, wherever they were placed."""

import pytest

from core.source import Span
from core.tables.heads import STUB, STUB_LINE, Over, Placed, says_units, without_mark
from core.tables.lexicon import Lexicon

LEXICON = Lexicon("")


def over(line: int, first: int, last: int, text: str) -> Over:
    return Over(line, first, last, text, Span(line * 10 + first, line * 10 + first + 1))


def test_spanners_and_wrapped_heads() -> None:
    placed = Placed(
        [over(2, 0, 0, "1998"), over(1, 0, 1, "June 30,"), over(2, 1, 1, "1997"), over(1, 2, 2, "Per"), over(2, 2, 2, "cent")],
        {1: ["(In"], 2: ["thousands)"]},
        {2: ["1998", "1997"], 1: ["June 30,"]},
    )  # fmt: skip
    head = placed.head(4, LEXICON)
    assert head.heads == (("June 30,", "1998"), ("June 30,", "1997"), ("Per cent",), ())
    assert head.spans == ((Span(10, 11), Span(20, 21)), (Span(10, 11), Span(21, 22)), (Span(12, 13), Span(22, 23)), ())
    assert (head.stub, head.words) == ("(In thousands)", "June 30, 1998 1997")


def test_words_over_the_same_columns_are_one_phrase_and_others_are_not() -> None:
    placed = Placed([over(1, 0, 1, "Year"), over(2, 0, 1, "ended"), over(3, 0, 0, "May"), over(4, 0, 1, "both")])
    assert placed.head(2, LEXICON).heads == (("Year ended", "May", "both"), ("Year ended both",))


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("1998 (1)", "1998 (1)"),
        ("Restated (1)", "Restated"),
        ("Restated(12)", "Restated"),
        ("Restated*", "Restated"),
        ("Restated ***", "Restated"),
        ("Restated [2]", "Restated"),
        ("Restated (123)", "Restated (123)"),
        ("(1)", "(1)"),
        ("Restated", "Restated"),
        ("", ""),
    ],
)
def test_the_footnote_mark_behind_a_head(text: str, bare: str) -> None:
    assert without_mark(text) == bare


@pytest.mark.parametrize(
    ("text", "over", "columns", "top", "middle", "units"),
    [
        ("(In thousands)", 3, 3, False, False, True),
        ("(In thousands)", 1, 3, False, False, False),
        ("(In thousands)", 1, 3, True, False, True),
        ("(In thousands)", 1, 3, False, True, True),
        ("(In thousands)", 1, 1, False, False, True),
        ("(In thousands)", 0, 3, False, False, True),
        ("(Unaudited)", 2, 3, False, False, True),
        ("($000's)", 2, 3, False, False, True),
        ("(Restated)", 3, 3, True, True, False),
        ("In thousands", 3, 3, True, True, False),
        ("(In thousands)  (Unaudited)", 3, 3, True, True, False),
        ("Shares (In thousands)", 3, 3, True, True, False),
    ],
)
def test_units_of_the_whole_table(text: str, over: int, columns: int, top: bool, middle: bool, units: bool) -> None:
    assert says_units(text, over, columns, top=top, middle=middle) is units


@pytest.mark.parametrize(
    ("text", "beside", "line"),
    [
        ("(In thousands)", True, True),
        ("Dollars in millions", True, True),
        ("(thousands of dollars)", True, True),
        ("Years ended June 30", True, True),
        ("For the year", True, False),
        ("(Unaudited)", True, True),
        ("Audited", True, False),
        ("Twelve months", True, False),
        ("December 31, 1998", True, True),
        ("As of June 30", True, True),
        ("As of then", True, False),
        ("June 30 and more", True, False),
        ("$", True, False),
        ("Cash", False, False),
        ("Assets in thousands", False, False),
        ("(In dollars)", True, True),
        ("(Expressed in U.S. dollars)", True, True),
        ("In dollars per share", False, False),
    ],
)
def test_words_that_go_with_heads(text: str, beside: bool, line: bool) -> None:
    assert (STUB.match(text) is not None, STUB_LINE.match(text) is not None) == (beside, line)
