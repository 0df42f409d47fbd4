"""The rules for tables among prose, each alone: where it speaks and where it is silent."""

import pytest

from core.document.region_rules import HEAD_LINE, PROSE_BETWEEN, TABLE, Above, LineAbove, LineBetween, Run

EDGE = 40


def run(*rows: tuple[str, str], headless: bool = False, opens: bool = False, ruled: bool = False) -> Run:
    """Rows of a line and its first figure's digits; four digits that begin a century are a year."""
    digits = tuple(first for _, first in rows)
    years = tuple(len(first) == 4 and first[:2] in ("19", "20") for first in digits)
    return Run(tuple(line for line, _ in rows), digits, years, headless, opens, ruled)


LAMPS = ("Lamps            1,204     1,101", "1204")
OIL = ("Oil              2,305     2,257", "2305")
WICKS = ("Wicks              506       458", "506")


@pytest.mark.parametrize(
    ("subject", "rule", "table"),
    [
        (run(LAMPS, headless=True), "one-line", False),
        (run(LAMPS, opens=True), "one-line", False),
        (run(LAMPS), "few-bare-numbers", True),
        (run(("Lamps       12", "12"), ("Oil         15", "15")), "few-bare-numbers", False),
        (run(("Lamps       12", "12"), ("Oil         15", "15"), ruled=True), "few-bare-numbers", True),
        (run(("Lamps      $12", "12"), ("Oil         15", "15")), "few-bare-numbers", True),
        (run(LAMPS, OIL, WICKS), "large-numbers", True),
        (run(("a  1999", "1999"), ("b  2000", "2000"), ("c  2001", "2001")), "large-numbers", False),
        (run(("Item 1. Lamps  3", "3"), ("Item 2. Oil  7", "7"), ("Item 3. Wicks  9", "9")), "contents", False),
        (run(("Lamps .... 3", "3"), ("Oil ..... 7", "7"), ("Wicks ... 9", "9")), "contents", False),
        (run(*[(f"Chapter of lamps {page}", str(page)) for page in (3, 5, 9, 12, 15, 21)]), "contents", False),
        (run(("Lamps  3", "3"), ("Oil  7", "7"), ("Wicks  9", "9")), "small-numbers", True),
        (run(("Lamps  31", "31"), ("Oil  7", "7"), ("Wicks  9", "9"), ("Gas  2", "2")), "small-numbers", True),
    ],
)
def test_lines_with_figures_are_a_table_or_a_list(subject: Run, rule: str, table: bool) -> None:
    verdict = TABLE.first(subject)
    assert verdict is not None
    assert (verdict.clues[0].rule, verdict.decided) == (f"table-of-figures/{rule}", table)
    assert TABLE.decide(subject) is table


def above(text: str, *, over: bool = False, blanks: int = 0, gap: int = 0, before: str = "") -> LineAbove:
    return LineAbove(text, EDGE, over, blanks, gap, before)


RIGHT = " " * EDGE


@pytest.mark.parametrize(
    ("line", "rule", "said"),
    [
        (above(" " * 27 + "Balance at", over=True), "narrow-head", Above.OVER),
        (above("(In thousands)", over=True), "units-beside", Above.BESIDE),
        (above("(In thousands)", over=True, blanks=1), "units-beside", Above.BESIDE),
        (above("In thousands", over=True, blanks=1), "units-beside", Above.APART),
        (above("Balance at May 31,", before=RIGHT + "The lamps and the oil of both mills"), "caption", Above.BESIDE),
        (
            above("Balance at May 31,", before="(In thousands)     Lamps      Oil  and all the wicks of the mill"),
            "caption",
            Above.BESIDE,
        ),
        (above(" " * 24 + "First Lamp  Second  Third Lamp  Fourth"), "tight-columns", Above.OVER),
        (above("The lamp works", over=True), "units-beside", Above.APART),
        (above("and sold.", before="x" * 70), "prose", Above.APART),
        (above("It was sold to the harbor in the summer.."), "prose", Above.APART),
        (above("Lamps:", blanks=3), "prose", Above.APART),
        (above("Lamps:", blanks=2), "caption", Above.BESIDE),
        (above("Lamps:", before="x" * 60), "caption", Above.BESIDE),
        (above(" " * 20 + "Lamps of the Harbor and of Others", over=True, gap=1), "title", Above.APART),
        (above(RIGHT + "Year"), "over-figures", Above.OVER),
        (above(" " * 32 + "Lamps and more"), "over-figures", Above.OVER),
        (above("Harbor          Town of the Lamps of the Sea"), "over-figures", Above.OVER),
        (above(" " * 20 + "(dollars in thousands of the land)"), "units", Above.OVER),
        (above("(dollars in thousands, except for shares)"), "caption", Above.BESIDE),
        (above("(dollars in thousands, except for all shares)"), "units", Above.BESIDE),
        (above("All that the harbor has sold of its lamps in it"), "other-words", Above.APART),
    ],
)
def test_a_line_above_the_first_row_is_head_caption_or_apart(line: LineAbove, rule: str, said: Above) -> None:
    verdict = HEAD_LINE.first(line)
    assert verdict is not None
    assert (verdict.clues[0].rule, verdict.decided) == (f"head-line/{rule}", said)


@pytest.mark.parametrize(
    ("text", "units", "tells"),
    [
        ("(in thousands)", True, True),
        ("Years ended", True, True),
        ("Three months", False, True),
        ("1999", False, True),
        ("October", False, True),
        ("Harbor", False, False),
        ("in thousands " + "x" * 60, False, False),
    ],
)
def test_a_line_says_what_figures_count_or_tells_a_time(text: str, units: bool, tells: bool) -> None:
    line = above(text)
    assert (line.says_units, line.tells) == (units, tells)


def between(
    text: str, *, row_next: bool = False, alone: bool = False, other: str = "", begins: bool = False
) -> LineBetween:
    return LineBetween(text, EDGE, row_next, alone, other, begins)


LONG = "The lamps that the harbor bought in the year were all of brass"


@pytest.mark.parametrize(
    ("line", "rule", "prose"),
    [
        (between("Lamps and oil"), "no-sentence", False),
        (between("Lamps and oil of the harbor and of the town"), "no-sentence", False),
        (between(" " * 35 + LONG), "no-sentence", False),
        (between("Lamps of the harbor      oil of the town      gas of the land"), "no-sentence", False),
        (between(LONG + " and of iron:", row_next=True, begins=True), "heads-rows", False),
        (between(LONG + " and of iron:", row_next=True), "leads-to-row", True),
        (between(LONG + " and of iron", row_next=True, begins=True), "leads-to-row", True),
        (between("These lamps follow, as the harbor bought them:", row_next=True, begins=True), "leads-to-row", True),
        (between(LONG, row_next=True), "leads-to-row", False),
        (between(LONG + " and of iron", row_next=True), "leads-to-row", True),
        (between("The lamps of the harbor were as follows in it", row_next=True), "leads-to-row", True),
        (between("The lamps of the harbor were all of old brass", alone=True), "one-sentence", False),
        (between("The lamps of the harbor were all of old brass.", alone=True), "one-sentence", True),
        (between(LONG, alone=True), "one-sentence", True),
        (between(LONG + ":", alone=True), "one-sentence", False),
        (between(LONG), "long", True),
        (between("The lamps of the harbor were all of old brass"), "several", False),
        (between("The lamps of the harbor were all of old brass."), "several", True),
        (between("The lamps of the harbor were all of old brass", other="x" * 44), "several", True),
        (between("The lamps of the harbor were all of old brass", other="x" * 43), "several", False),
        (
            between("The lamps of the harbor were all of old brass", other="x" * 30 + "    " + "y" * 20),
            "several",
            False,
        ),
    ],
)
def test_a_line_between_rows_is_a_sentence_or_a_caption(line: LineBetween, rule: str, prose: bool) -> None:
    verdict = PROSE_BETWEEN.first(line)
    assert verdict is not None
    assert (verdict.clues[0].rule, verdict.decided) == (f"prose-between/{rule}", prose)
