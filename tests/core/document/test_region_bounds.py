"""The rules for tables among prose at their bounds: the last line of which each speaks, and the first of which it does not."""

import pytest

from core.document.region_rules import HEAD_LINE, PROSE_BETWEEN, TABLE, Above, LineAbove, LineBetween, Run
from tests.core.asked import asked

EDGE = 40
OVER, BESIDE, APART = Above.OVER, Above.BESIDE, Above.APART


def between(
    length: int, *, end: str = "w", indent: int = 2, flags: str = "", other: int = 0, words: str = ""
) -> LineBetween:
    """A line between rows that ends in this column, with these words at its end; one below it that ends in another."""
    text = " " * indent + words
    text += "w" * (length - len(text) - len(end)) + end
    told = {flag: flag in flags for flag in ("row_next", "alone", "begins")}
    return LineBetween(text, EDGE, other=" w" + "w" * (other - 2) if other else "", **told)


@pytest.mark.parametrize(
    ("rule", "line", "says"),
    [
        ("no-sentence", between(43), False),
        ("no-sentence", between(44), None),
        ("no-sentence", between(44, indent=4), None),
        ("no-sentence", between(44, indent=5), False),
        ("no-sentence", between(90, indent=30), None),
        ("no-sentence", between(90, indent=31), False),
        ("no-sentence", between(90, words="w   w"), False),
        ("heads-rows", between(50, end=":", flags="row_next begins"), False),
        ("heads-rows", between(50, flags="row_next begins"), None),
        ("heads-rows", between(50, end=":", flags="row_next"), None),
        ("heads-rows", between(50, end=":", flags="begins"), None),
        ("heads-rows", between(50, end=":", flags="row_next begins", words="follows"), None),
        ("leads-to-row", between(72, flags="row_next"), False),
        ("leads-to-row", between(73, flags="row_next"), True),
        ("leads-to-row", between(50, flags="row_next", words="follows"), True),
        ("leads-to-row", between(73), None),
        ("one-sentence", between(60, flags="alone"), False),
        ("one-sentence", between(61, flags="alone"), True),
        ("one-sentence", between(50, end=".", flags="alone"), True),
        ("one-sentence", between(50, flags="alone", words="follows"), True),
        ("one-sentence", between(72, end=":", flags="alone"), False),
        ("one-sentence", between(73, end=":", flags="alone"), True),
        ("one-sentence", between(61), None),
        ("long", between(55), None),
        ("long", between(56), True),
        ("several", between(50, other=43), False),
        ("several", between(50, other=44), True),
        ("several", between(50, end="."), True),
        ("several", between(50, end=":"), True),
        ("several", between(50)._replace(other=" w   w" + "w" * 60), False),
    ],
)
def test_a_line_between_rows(rule: str, line: LineBetween, says: bool | None) -> None:
    assert asked(PROSE_BETWEEN, rule, line) is says


UNITS = "(In thousands)"


def above(
    text: str, *, indent: int = 0, over: bool = False, blanks: int = 0, gap: int = 0, before: str = ""
) -> LineAbove:
    """A line above the first row."""
    return LineAbove(" " * indent + text, EDGE, over, blanks, gap, before)


COLUMNS = " " * 10 + "Sold   Lent   Kept"


@pytest.mark.parametrize(
    ("rule", "line", "says"),
    [
        ("narrow-head", above("Sold", indent=24, over=True), OVER),
        ("narrow-head", above("Sold", indent=23, over=True), None),
        ("narrow-head", above("W" * 13, indent=24, over=True), OVER),
        ("narrow-head", above("W" * 14, indent=24, over=True), None),
        ("narrow-head", above("Sold", indent=24), None),
        ("narrow-head", above("Sold", indent=24, over=True, blanks=1), None),
        ("narrow-head", above("Sold", indent=24, over=True, gap=1), None),
        ("narrow-head", above("(000s)", indent=24, over=True), OVER),
        ("narrow-head", above("Sold", indent=39, over=True), None),
        ("narrow-head", above("Sold", indent=38, over=True), OVER),
        ("units-beside", above(UNITS, over=True), BESIDE),
        ("units-beside", above(UNITS, over=True, blanks=1), BESIDE),
        ("units-beside", above(UNITS, over=True, blanks=2), APART),
        ("units-beside", above("In thousands", over=True), BESIDE),
        ("units-beside", above("In thousands", over=True, blanks=1), APART),
        ("units-beside", above("Lamps", over=True), APART),
        ("units-beside", above(UNITS), None),
        ("units-beside", above(UNITS, indent=29, over=True), None),
        ("prose", above("Lamps", before="w" * 61), APART),
        ("prose", above("Lamps", before="w" * 60), None),
        ("prose", above("Lamps", before=" " * 32 + "w" * 40), None),
        ("prose", above("L" * 40 + "."), APART),
        ("prose", above("L" * 39 + "."), None),
        ("prose", above("Lamps", blanks=3), APART),
        ("prose", above("Lamps", blanks=2), None),
        ("prose", above("L" * 43, blanks=3), None),
        ("caption", above("L" * 42), BESIDE),
        ("caption", above("L" * 43), None),
        ("long-caption", above("L" * 50, before=COLUMNS), BESIDE),
        ("long-caption", above("L" * 50, indent=8, before=COLUMNS), BESIDE),
        ("long-caption", above("L" * 50, indent=9, before=COLUMNS), None),
        ("long-caption", above("L" * 50, before=COLUMNS, blanks=1), None),
        ("long-caption", above("L" * 50, before=COLUMNS, over=True), None),
        ("long-caption", above("L" * 50, before="Sold and lent"), None),
        ("long-caption", above("L" * 50, before="Sold   Lent"), None),
        ("long-caption", above("L" * 50, before=" " * 8 + "Sold   Lent"), None),
        ("long-caption", above("L" * 50, before=" " * 9 + "Sold   Lent"), BESIDE),
        ("long-caption", above("L" * 50, before=" " * 32 + UNITS), BESIDE),
        ("long-caption", above("L" * 50, before=" " * 31 + UNITS), None),
        ("title", above("Lamps of brass", over=True, gap=1), APART),
        ("title", above("Lamps of brass", gap=1), None),
        ("title", above("Lamps of brass", over=True), None),
        ("title", above("Lamps", indent=40, over=True, gap=1), None),
        ("title", above("Lamps", indent=39, over=True, gap=1), APART),
        ("title", above(UNITS, over=True, gap=1), None),
        ("title", above("Lamps   Oil", over=True, gap=1), None),
        ("title", above("Lamps", over=True, gap=1, before="Sold   Lent"), None),
        ("over-figures", above("Lamps", indent=32), OVER),
        ("over-figures", above("Lamps", indent=31), None),
        ("over-figures", above("Lamps   Oil"), OVER),
        ("tight-columns", above("Sold  Lent  Kept", indent=20), OVER),
        ("tight-columns", above("Sold  Lent  Kept", indent=19), None),
        ("tight-columns", above("Sold  Lent", indent=20), None),
        ("units", above(UNITS, indent=9), OVER),
        ("units", above(UNITS, indent=8), BESIDE),
        ("units", above("In thousands", indent=8), None),
        ("units", above(UNITS, indent=9, blanks=1), None),
        ("units", above("Lamps", indent=9), None),
        ("units", above(f"{UNITS} of {'w' * 41}"), BESIDE),
        ("units", above(f"{UNITS} of {'w' * 42}"), None),
    ],
)
def test_a_line_above_the_first_row(rule: str, line: LineAbove, says: Above | None) -> None:
    assert asked(HEAD_LINE, rule, line) is says


def rows(*lines: tuple[str, str], flags: str = "") -> Run:
    """Rows of a line and its first figure's digits; four digits that begin a century are a year."""
    digits = tuple(first for _, first in lines)
    years = tuple(len(first) == 4 and first[:2] == "19" for first in digits)
    told = {flag: flag in flags for flag in ("headless", "opens", "ruled")}
    return Run(tuple(line for line, _ in lines), digits, years, **told)


def pages(*numbers: int, listed: int = 0, dotted: int = 0) -> Run:
    """Rows that end in small numbers; some of them entries of a list, some with leader dots."""
    lines = [f"Item {n}" if n <= listed else "Lamps" for n, _ in enumerate(numbers, 1)]
    return rows(
        *(
            (f"{line}{' ..' * (n > len(lines) - dotted)}  {page}", str(page))
            for n, (line, page) in enumerate(zip(lines, numbers, strict=True), 1)
        )
    )


ROW, YEAR = ("Lamps   1,204", "1204"), ("Lamps   1999", "1999")


@pytest.mark.parametrize(
    ("rule", "run", "says"),
    [
        ("one-line", rows(ROW, flags="headless"), False),
        ("one-line", rows(ROW, flags="opens"), False),
        ("one-line", rows(ROW), None),
        ("one-line", rows(ROW, ROW, flags="headless"), None),
        ("few-bare-numbers", rows(("Lamps  12", "12"), ("Oil  9", "9")), False),
        ("few-bare-numbers", rows(("Lamps  12", "12"), ("Oil  9", "9"), flags="ruled"), True),
        ("few-bare-numbers", rows(("Lamps  12", "12"), ("Oil  $9", "9")), True),
        ("few-bare-numbers", rows(("Lamps  12", "12"), ("Oil  9", "9"), ("Wicks  1", "1")), None),
        ("few-bare-numbers", rows(YEAR), None),
        ("few-bare-numbers", rows(("Lamps  1.5", "1.5")), None),
        ("large-numbers", pages(1, 2, 3), None),
        ("large-numbers", pages(1, 2, 1204), True),
        ("large-numbers", pages(1, 2, 999), None),
        ("large-numbers", pages(1, 2, 3, 4, 1204), None),
        ("large-numbers", pages(1, 2, 3, 1204, 1204), True),
        ("large-numbers", rows(YEAR, YEAR, YEAR), False),
        ("contents", pages(1, 2, 3, 4, 5, 6), False),
        ("contents", pages(1, 2, 3, 4, 5), None),
        ("contents", pages(1, 2, 3, 4, 5, listed=2), False),
        ("contents", pages(1, 2, 3, 4, 5, listed=1), None),
        ("contents", pages(1, 2, 3, 4, 5, listed=1, dotted=1), False),
        ("contents", pages(1, 1, 1, 1, 1, 1), False),
        ("contents", pages(2, 1, 2, 3, 4, 5, 6, 7), False),
        ("contents", pages(2, 1, 2, 3, 4, 5, 6), None),
    ],
)
def test_lines_with_figures(rule: str, run: Run, says: bool | None) -> None:
    assert asked(TABLE, rule, run) is says
