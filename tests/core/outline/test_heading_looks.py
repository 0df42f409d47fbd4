"""In what way a line is set as a heading, and how far each way reaches: the last text that is one, and the first that is none."""

from collections.abc import Callable

import pytest

from core.document.html import lay_out_html
from core.document.plain import lay_out
from core.outline.heading_looks import Look, last_of, look_of
from core.outline.lines import Lines
from core.read.submission import parse
from core.source import Source
from tests.core.made_up import COVER

PROSE = "The mill spins cotton and wool for weavers in four states, and sells what is left over."


def titled(length: int) -> str:
    """A title of so many characters."""
    return ("Lamps " * length)[:length].rstrip().ljust(length, "s")


def spoken(length: int) -> str:
    """A line of so many characters that is set in small letters but for its first."""
    return "L" + ("amps are made of " * length)[: length - 1].rstrip().ljust(length - 1, "s")


def lines_of(text: str) -> Lines:
    return Lines(lay_out(Source(1, text)))


def look(text: str, line: str, count: int = 1) -> Look | None:
    """How the `count` lines from `line` on are set."""
    lines = lines_of(text)
    first = lines.bare.index(line.strip())
    return look_of(lines, first, first + count)


def _alone(length: int) -> tuple[str, str]:
    return f"{PROSE}\n\n{titled(length)}\n\n{PROSE}\n", titled(length)


def _indented(columns: int) -> tuple[str, str]:
    return f"{PROSE}\n\n{' ' * columns}Lamps of Brass\n\n{PROSE}\n", "Lamps of Brass"


def _indented_capitals(columns: int) -> tuple[str, str]:
    return f"{PROSE}\n\n{' ' * columns}LAMPS OF BRASS\n\n{PROSE}\n", "LAMPS OF BRASS"


def _lettered(letters: int) -> tuple[str, str]:
    title = "LMNOPQ"[:letters] + " 1-2"
    return f"{PROSE}\n\n{title}\n\n{PROSE}\n", title


def _underlined_sentence(length: int) -> tuple[str, str]:
    return f"{PROSE}\n\n{spoken(length)}\n{'-' * length}\n\n{PROSE}\n", spoken(length)


def _rule_under_short(length: int) -> tuple[str, str]:
    return f"{PROSE}\n\n{titled(12)}\n{'-' * length}\n\n{PROSE}\n", titled(12)


def _rule_under_long(length: int) -> tuple[str, str]:
    return f"{PROSE}\n\n{titled(40)}\n{'-' * length}\n\n{PROSE}\n", titled(40)


def _rule_across(length: int) -> tuple[str, str]:
    return f"{PROSE}\n\n{titled(30)}\n{'-' * length}\n\n{PROSE}\n", titled(30)


def _above_its_text(length: int) -> tuple[str, str]:
    return f"{PROSE}\n\n{titled(length)}\n{PROSE}\n{PROSE}\n", titled(length)


def _room_left(room: int) -> tuple[str, str]:
    """A title so far from the margin that the first word of the next line (3 letters) leaves this much."""
    body = PROSE[: 45 + room + 4].rstrip().ljust(45 + room + 4, "s")
    return f"{PROSE}\n\n{titled(45)}\n{body}\n{PROSE}\n", titled(45)


@pytest.mark.parametrize(
    ("made", "last", "there", "beyond"),
    [
        (_alone, 84, Look.ALONE, None),
        (_indented, 11, Look.ALONE, None),
        (_indented_capitals, 7, Look.CAPITALS, Look.CENTRED_CAPITALS),
        (_lettered, 2, None, Look.ALONE),
        (_lettered, 3, Look.ALONE, Look.CAPITALS),
        (_underlined_sentence, 59, Look.UNDERLINED, None),
        (_rule_under_short, 7, Look.ALONE, Look.UNDERLINED),
        (_rule_under_short, 16, Look.UNDERLINED, Look.ALONE),
        (_rule_under_long, 29, Look.ALONE, Look.UNDERLINED),
        (_rule_under_long, 50, Look.UNDERLINED, Look.ALONE),
        (_rule_across, 55, Look.ALONE, Look.UNDERLINED),
        (_above_its_text, 50, Look.FIRST_LINE, None),
        (_room_left, 6, None, Look.FIRST_LINE),
    ],
)
def test_how_far_a_way_of_being_set_reaches(
    made: Callable[[int], tuple[str, str]], last: int, there: Look | None, beyond: Look | None
) -> None:
    assert (look(*made(last)), look(*made(last + 1))) == (there, beyond)


@pytest.mark.parametrize(
    ("columns", "length", "centred"), [(7, 50, False), (8, 50, True), (30, 32, True), (30, 33, False), (12, 39, False)]
)
def test_a_line_in_the_middle_of_its_page(columns: int, length: int, *, centred: bool) -> None:
    found = look(f"{PROSE}\n\n{' ' * columns}{titled(length)}\n\n{PROSE}\n", titled(length))
    assert (found is Look.CENTRED) is centred


def test_columns_are_not_centred() -> None:
    line = f"{' ' * 20}Lamps of Brass   Lamps of Tin"
    assert look(f"{PROSE}\n\n{line}\n\n{PROSE}\n", line) is None


@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
def test_a_rule_across_the_page_ends_the_document(end: str) -> None:
    assert look(f"{PROSE}\n\nLamps of Brass\n{'-' * 70}{end}", "Lamps of Brass") is Look.UNDERLINED


def test_a_rule_across_the_page_over_a_table_is_the_tables() -> None:
    rows = "".join(f"{name:<40}{figure:>12}{figure:>12}\n" for name, figure in (("Brass", "1,204"), ("Tin", "880")))
    table = f"Lamps of Brass\n{'-' * 70}\n{rows}"
    assert look(f"{PROSE}\n\n{table}\n", "Lamps of Brass") is Look.ALONE


@pytest.mark.parametrize(
    ("rule", "found"),
    [("- --------------", Look.UNDERLINED), ("-------  -------", Look.ALONE), ("- -------  -----", Look.ALONE)],
)
def test_a_rule_of_several_pieces_is_that_of_columns(rule: str, found: Look) -> None:
    assert look(f"{PROSE}\n\nLamps of Brass\n{rule}\n\n{PROSE}\n", "Lamps of Brass") is found


CENTRED = " " * 30


@pytest.mark.parametrize(
    ("block", "count"),
    [
        (["LAMPS OF BRASS"], 1),
        (["LAMPS OF BRASS", "AND OF TIN"], 2),
        (["LAMPS OF BRASS", "AND OF TIN", "AND OF IRON"], 3),
        (["LAMPS OF BRASS", "AND OF TIN", "AND OF IRON", "AND OF LEAD"], 3),
        (["LAMPS OF BRASS", "Lamps of Tin"], 1),
        (["LAMPS OF BRASS", "(AND OF TIN)"], 1),
        (["LAMPS OF BRASS", "LAMPS OF TIN          1,204"], 1),
        ([f"{CENTRED}Lamps of Brass", f"{CENTRED}Lamps of Tin"], 2),
        ([f"{CENTRED}Lamps of Brass", f"{CENTRED}lamps of tin"], 1),
        ([f"{CENTRED}Lamps of Brass", "Lamps of Tin"], 1),
        (["Lamps of Brass", f"{CENTRED}Lamps of Tin"], 1),
    ],
)
def test_a_heading_goes_on_over_lines_set_like_it(block: list[str], count: int) -> None:
    lines = lines_of("\n".join([PROSE, "", *block, "", PROSE]))
    first = lines.bare.index(block[0].strip())
    assert last_of(lines, bytearray(lines.count + 1), first) == first + count


def test_a_heading_does_not_go_on_into_another() -> None:
    lines = lines_of(f"{PROSE}\n\nLAMPS OF BRASS\nAND OF TIN\n\n{PROSE}")
    taken = bytearray(lines.count + 1)
    taken[3] = 1
    assert last_of(lines, taken, 2) == 3


STYLED = "".join(f"<p><b>Hall {name}</b></p><p>{PROSE}</p>" for name in ("One", "Two", "Three", "Four", "Five"))


def styled(markup: str, line: str) -> Look | None:
    """How a line of an HTML document is set that sets its headings apart."""
    filing = parse("mills.htm", f"<html><body>{COVER}{STYLED}{markup}<p>{PROSE}</p></body></html>".encode())
    document = filing.documents[0]
    assert document.hypertext is not None
    lines = Lines(lay_out_html(document.source, document.hypertext))
    first = lines.bare.index(line)
    return look_of(lines, first, first + 1)


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("<p>", "</p>", None),
        ("<p><b>", "</b></p>", Look.BOLD),
        ("<p align=center><b>", "</b></p>", Look.BOLD_CENTRED),
        ("<p><b><i>", "</i></b></p>", Look.BOLD_ITALIC),
        ("<p><b><u>", "</u></b></p>", Look.BOLD_UNDERLINED),
        ("<p><u>", "</u></p>", Look.UNDERLINED),
        ("<p><u><i>", "</i></u></p>", Look.UNDERLINED_ITALIC),
        ("<p><i>", "</i></p>", Look.ITALIC),
        ("<p align=center><i>", "</i></p>", Look.ITALIC),
    ],
)
def test_the_ways_of_html(before: str, after: str, found: Look | None) -> None:
    assert styled(f"{before}Lamps of Brass{after}", "Lamps of Brass") is found


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ("<p><b>LAMPS OF BRASS</b></p>", Look.BOLD_CAPITALS),
        ("<p align=center>LAMPS OF BRASS</p>", Look.CENTRED_CAPITALS),
        ("<p>LAMPS OF BRASS</p>", Look.CAPITALS),
    ],
)
def test_capitals_of_html(markup: str, found: Look) -> None:
    assert styled(markup, "LAMPS OF BRASS") is found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (spoken(70), Look.BOLD),
        (spoken(71), None),
        (titled(71), Look.BOLD),
        (spoken(40) + ".", None),
        (spoken(40) + ":", None),
        ("Lamps of Brass:", Look.BOLD),
    ],
)
def test_bold_words_in_small_letters_are_a_heading_while_short(line: str, found: Look | None) -> None:
    assert styled(f"<p><b>{line}</b></p>", line) is found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Report of Independent Registered Public Accounting Firm", Look.ALONE),
        ("Report of independent registered public accounting firm", None),
        ("Lamps of Brass", None),
    ],
)
def test_the_title_of_a_report_needs_no_style(line: str, found: Look | None) -> None:
    assert styled(f"<p>{line}</p>", line) is found
