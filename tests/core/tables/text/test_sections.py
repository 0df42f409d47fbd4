"""Where the head of a table of lines ends, and where below rows another table begins: each rule alone, then together."""

import pytest

from core.document.block import Block, BlockKind
from core.document.plain import lay_out
from core.source import Source, Span
from core.tables.text.lines import LineKind, TableLine, read_lines, runs, segments, words_beside
from core.tables.text.sections import HEAD_OR_BODY, NEW_HEAD, LineOfTable, NewHead, over_figures, sections

EDGE = 30


def lines(text: str) -> list[TableLine]:
    """The lines of a text, all of them as a table's."""
    layout = lay_out(Source(1, text))
    return read_lines(layout, Block(BlockKind.TABLE, 0, len(layout.kinds), Span(0, len(layout.source.text))))


def of_table(text: str, at: int, cut: int = 0) -> LineOfTable:
    return LineOfTable(lines(text), at, cut, EDGE)


RULED = "Lamps\n" + " " * 32 + "--------\n"


@pytest.mark.parametrize(
    ("one", "rule", "head"),
    [
        (of_table(RULED, 1, 0), "rule", True),
        (of_table(RULED, 1, 1), "rule", True),
        (of_table("Lamps\n----------\n", 1, 0), "rule", True),
        (of_table("Lamps\n----------\n", 1, 1), "rule", False),
        (of_table("Lamps\n\nOil", 1), "no-words", False),
        (of_table(" " * 32 + "Harbor\nLamps", 0), "over-figures", True),
        (of_table("Lamps of the harbor, and wicks too", 0), "over-figures", True),
        (of_table("Lamps of the harbor", 0), "caption", False),
        (of_table("(In thousands)", 0), "bracketed-stub", True),
        (of_table(" " * 32 + "1999x\nIn thousands", 1, 1), "stub-below-head", True),
        (of_table(" " * 32 + "1999x\n\nIn thousands", 2, 1), "stub-below-head", False),
        (of_table("In thousands\nLamps", 0), "stub-below-head", False),
        (of_table(RULED + "In thousands", 2, 2), "stub-below-head", False),
    ],
)
def test_a_line_above_the_first_row_is_of_the_head_or_of_the_body(one: LineOfTable, rule: str, head: bool) -> None:
    verdict = HEAD_OR_BODY.first(one)
    assert verdict is not None
    assert (verdict.clues[0].rule, verdict.decided) == (f"head-or-body/{rule}", head)


def below(text: str, at: int, *, yearly: tuple[int, ...] = (), wordy: bool = False) -> NewHead:
    return NewHead(lines(text), at, EDGE, yearly, wordy)


YEARS = " " * 32 + "1999      1998"


@pytest.mark.parametrize(
    ("new", "rule", "begins"),
    [
        (below(" " * 32 + "1999", 0, yearly=(32,)), "one-more-year", False),
        (below(YEARS, 0), "years-alone", True),
        (below("Years ended" + YEARS[11:], 0), "years-alone", True),
        (below("December 31," + YEARS[12:], 0), "years-alone", True),
        (below("Lamps made in" + YEARS[13:], 0), "many-words", True),
        (below("Lamps made in" + YEARS[13:], 0, wordy=True), "words-are-cells", False),
        (below(" " * 30 + "Harbor    Town", 0), "many-words", True),
        (below(" " * 30 + "Harbor    Town", 0, wordy=True), "words-are-cells", False),
        (below("Lamps" + " " * 27 + "Town", 0), None, None),
        (below("\n" + " " * 26 + "Harbor\n" + " " * 26 + "--------\nx", 1), "ruled", True),
        (below("\n" + " " * 23 + "Harbor\n" + " " * 26 + "--------\nx", 1), None, None),
        (below("x\n" + " " * 26 + "Harbor\n" + " " * 26 + "--------\nx", 1), None, None),
        (below("\n" + " " * 26 + "Harbor\n\nx", 1), None, None),
        (below("Lamps", 0), None, None),
    ],
)
def test_a_line_below_rows_begins_another_table_or_not(new: NewHead, rule: str | None, begins: bool | None) -> None:
    verdict = NEW_HEAD.first(new)
    told = (verdict.clues[0].rule.rpartition("/")[2], verdict.decided) if verdict is not None else (None, None)
    assert told == (rule, begins)


def drawn(text: str) -> list[tuple[int, int]]:
    """How many lines of head and of body each table of a text has."""
    return [(len(section.head), len(section.body)) for section in sections(lines(text))]


ROWS = """Cash                              1,204     1,101
Lamps                             2,305     2,257
"""
HEAD = """                                   1999      1998
                                   ----      ----
"""


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (ROWS, [(0, 2)]),
        (HEAD + ROWS, [(2, 2)]),
        (HEAD + "Assets:\n" + ROWS, [(2, 3)]),
        (HEAD + ROWS + "\n" + HEAD + ROWS, [(2, 2), (2, 2)]),
        (HEAD + ROWS + "\nLamps of the harbor\n" + ROWS, [(2, 6)]),
        (HEAD + ROWS + "                                  =====     =====\n", [(2, 3)]),
        (HEAD + ROWS + "\n                                  =====     =====\n", [(2, 4)]),
        (HEAD + ROWS + "\n\n\n\n                                  =====     =====\n", [(2, 2)]),
        (HEAD + ROWS + "and their wicks\n\n", [(2, 3)]),
        (HEAD, []),
    ],
)
def test_a_run_of_lines_is_parted_into_heads_and_bodies(text: str, parts: list[tuple[int, int]]) -> None:
    assert drawn(text) == parts


def test_a_head_tells_why_each_of_its_lines_is_one() -> None:
    verdict = sections(lines(HEAD + ROWS))[0].verdict
    assert verdict is not None
    assert verdict.decided == 2
    assert [clue.rule for clue in verdict.clues] == ["head-or-body/over-figures", "head-or-body/rule"]


@pytest.mark.parametrize(("width", "over"), [(30, False), (31, False), (32, True)])
def test_words_stand_over_figures_one_character_past_their_edge(width: int, over: bool) -> None:
    assert over_figures(lines("x" * width)[0], EDGE) is over


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Lamps            1,204", LineKind.FIGURES),
        ("Lamps            1999      1998", LineKind.YEARS),
        ("1999      1998", LineKind.YEARS),
        ("Lamps of the harbor", LineKind.WORDS),
        ("(1)       (2)       (3)", LineKind.WORDS),
        ("(1)       (3)       (2)", LineKind.FIGURES),
        ("-----     -----", LineKind.RULE),
        ("=====     =====", LineKind.RULE),
        ("x" * 2001, LineKind.BLANK),
    ],
)
def test_kinds_of_lines(text: str, kind: LineKind) -> None:
    assert lines(text)[-1].kind is kind


def test_a_stroke_beside_words_is_a_rule_of_its_own() -> None:
    found = lines("Lamps             ------    ------\nOil               1,204     1,101")
    assert [line.kind for line in found] == [LineKind.RULE, LineKind.WORDS, LineKind.FIGURES]
    assert found[0].text.split() == ["------", "------"]
    assert found[1].text == "Lamps"


def test_bars_between_columns_are_blanks() -> None:
    found = lines("Lamps |  1,204 |  1,101 |\nOil   |  2,305 |  2,257 |")
    assert [line.text for line in found] == ["Lamps    1,204    1,101", "Oil      2,305    2,257"]
    assert all(line.kind is LineKind.FIGURES for line in found)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lamps of brass   1,204     1,101", ["Lamps of brass"]),
        ("Lamps    brass   1,204     1,101", ["Lamps", "brass"]),
        ("Lamps of brass   1,204     fine", ["Lamps of brass", "fine"]),
        ("Lamps .......... 1,204     1,101", ["Lamps .........."]),
        ("..........       1,204     1,101", []),
        ("Lamps of brass", ["Lamps of brass"]),
    ],
)
def test_words_beside_the_figures_of_a_line(text: str, words: list[str]) -> None:
    assert [part.text for part in words_beside(lines(text)[0])] == words


def test_segments_are_parted_by_two_blanks() -> None:
    assert [tuple(part) for part in segments("  Lamps of  brass   x")] == [
        (2, 10, "Lamps of"),
        (12, 17, "brass"),
        (20, 21, "x"),
    ]
    assert [part.text for part in segments("Lamps  brass", 3, 9)] == ["ps", "br"]


@pytest.mark.parametrize(
    ("rule", "strokes"),
    [
        ("----  ====", [(0, 4), (6, 10)]),
        ("- ----  ----", [(2, 6), (8, 12)]),
        ("-  -", [(0, 1), (3, 4)]),
        ("", []),
    ],
)
def test_the_strokes_of_a_rule(rule: str, strokes: list[tuple[int, int]]) -> None:
    assert runs(rule) == strokes
