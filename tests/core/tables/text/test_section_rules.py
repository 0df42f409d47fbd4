"""Where the head of a table in text ends, and where below rows a new one begins: each rule by itself."""

import pytest

from core.tables.text.sections import HEAD_OR_BODY, NEW_HEAD, LineOfTable, NewHead
from tests.core.asked import asked
from tests.core.tables.text.made import table_lines

EDGE = 30
ROW = "Lamps                               12        11"


@pytest.mark.parametrize(
    ("rule", "text", "at", "cut", "says"),
    [
        ("rule", "-" * 31, 0, 0, True),
        ("rule", f"Year\n{'-' * 30}", 1, 1, False),
        ("rule", f"Year\n{'-' * 31}", 1, 1, True),
        ("rule", "Year", 0, 0, None),
        ("no-words", "-" * 31, 0, 0, False),
        ("no-words", "Year", 0, 0, None),
        ("over-figures", "W" * 31, 0, 0, None),
        ("over-figures", "W" * 32, 0, 0, True),
        ("caption", "(In thousands)", 0, 0, None),
        ("caption", "Lamps", 0, 0, False),
        ("bracketed-stub", "(In thousands)", 0, 0, True),
        ("bracketed-stub", "In thousands", 0, 0, None),
        ("stub-below-head", "Head\nIn thousands", 1, 1, True),
        ("stub-below-head", "Head\nIn thousands", 1, 0, False),
        ("stub-below-head", "In thousands", 0, 0, False),
        ("stub-below-head", f"{'-' * 31}\nIn thousands", 1, 1, False),
    ],
)
def test_a_line_above_the_first_row(rule: str, text: str, at: int, cut: int, says: bool | None) -> None:
    lines = table_lines(text)
    assert len(lines) > at
    assert asked(HEAD_OR_BODY, rule, LineOfTable(lines, at, cut, EDGE)) is says


def years(left: int, caption: str = "") -> str:
    """A line with a caption and two years, from this column on."""
    return f"{caption:<{left}}1999      1998"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (years(36), True),
        (years(36, "Fiscal year"), True),
        (years(36, "Lamps"), None),
        (years(36, "Lamps,"), True),
        (f"{'Fiscal year':<36}1999", None),
        (f"{'':<36}1999", True),
        (f"{'':<16}1999      1998", None),
        (f"{'':<17}1999      1998", None),
        (f"{'':<18}1999      1998", True),
        (ROW, None),
    ],
)
def test_years_alone_begin_a_head(line: str, says: bool | None) -> None:
    lines = table_lines(f"{ROW}\n{line}")
    assert asked(NEW_HEAD, "years-alone", NewHead(lines, 1, EDGE, (), wordy=False)) is says


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (f"{'':<36}Sold      Lent", True),
        (f"{'':<36}Sold and lent", None),
        (f"{'':<26}Sold      Lent", True),
        (f"{'':<25}Sold      Lent", None),
        (f"{'':<10}Sold      Lent", None),
    ],
)
def test_words_over_several_columns_begin_a_head(line: str, says: bool | None) -> None:
    lines = table_lines(f"{ROW}\n{line}")
    assert asked(NEW_HEAD, "many-words", NewHead(lines, 1, EDGE, (), wordy=False)) is says


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (f"{'':<20}June 30, 1999   June 30, 1998", True),
        (f"{'Fiscal year':<20}June 30, 1999   June 30, 1998", True),
        (f"{'Lamps':<20}June 30, 1999   June 30, 1998", None),
        (f"{'':<20}June 30, 1999   July, 1998", None),
        (f"{'':<20}June 30, 1999", None),
        ("June 30, 1999  June 30, 1998", None),
    ],
)
def test_dates_side_by_side_begin_a_head(line: str, says: bool | None) -> None:
    lines = table_lines(f"{ROW}\n{line}")
    assert asked(NEW_HEAD, "dates", NewHead(lines, 1, EDGE, (), wordy=False)) is says


@pytest.mark.parametrize(
    ("text", "at", "says"),
    [
        (f"{ROW}\n\n{'':<24}Sold\n{'-' * 40}", 2, True),
        (f"{ROW}\n\n{'':<23}Sold\n{'-' * 40}", 2, None),
        (f"{ROW}\n{'':<24}Sold\n{'-' * 40}", 1, None),
        (f"{ROW}\n\n{'':<24}Sold\n{ROW}", 2, None),
        (f"{ROW}\n\n{'':<24}Sold", 2, None),
        (f"{ROW}\n\n{'':<24}1999\n{'-' * 40}", 2, None),
    ],
)
def test_words_between_an_empty_line_and_a_rule_begin_a_head(text: str, at: int, says: bool | None) -> None:
    assert asked(NEW_HEAD, "ruled", NewHead(table_lines(text), at, EDGE, (), wordy=False)) is says


@pytest.mark.parametrize(("edge", "left", "says"), [(20, 16, True), (20, 15, None), (22, 16, True), (23, 16, None)])
def test_words_over_figures_stand_near_them(edge: int, left: int, says: bool | None) -> None:
    lines = table_lines(f"{ROW}\n\n{'':<{left}}Sold\n{'-' * 40}")
    assert asked(NEW_HEAD, "ruled", NewHead(lines, 2, edge, (), wordy=False)) is says


def test_one_more_year_and_cells_of_words_begin_none() -> None:
    lines = table_lines(f"{ROW}\n{'':<36}1999\n{years(36)}")
    assert asked(NEW_HEAD, "one-more-year", NewHead(lines, 1, EDGE, (36,), wordy=False)) is False
    assert asked(NEW_HEAD, "one-more-year", NewHead(lines, 1, EDGE, (37,), wordy=False)) is None
    assert asked(NEW_HEAD, "one-more-year", NewHead(lines, 2, EDGE, (36,), wordy=False)) is None
    assert asked(NEW_HEAD, "words-are-cells", NewHead(lines, 1, EDGE, (), wordy=True)) is False
    assert asked(NEW_HEAD, "words-are-cells", NewHead(lines, 1, EDGE, (), wordy=False)) is None
