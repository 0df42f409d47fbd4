"""The lines of a table: which are figures, years, words or rules, and where words beside them begin."""

import pytest

from core.document.block import Block, BlockKind
from core.document.plain import lay_out
from core.source import Source, Span
from core.tables.grid import Rule
from core.tables.text.lines import (
    BLANK,
    FIGURES,
    PAGE,
    RULE,
    RULER,
    WORDS,
    YEARS,
    LineKind,
    TableLine,
    read_lines,
    runs,
    segments,
    words_beside,
)  # fmt: skip


def lines(text: str) -> list[TableLine]:
    """All lines of a text as those of a table."""
    layout = lay_out(Source(1, text))
    count = len(layout.kinds)
    return read_lines(layout, Block(BlockKind.TABLE, 0, count, Span(0, len(text))))


@pytest.mark.parametrize(
    ("text", "kind", "figures", "weak"),
    [
        ("Cash               1,234     5,678", FIGURES, ["1,234", "5,678"], []),
        ("Cash of the mill", WORDS, [], []),
        ("               1998      1997", YEARS, ["1998", "1997"], []),
        ("1998           1,234     5,678", FIGURES, ["1998", "1,234", "5,678"], []),
        ("               (1)       (2)       (3)", WORDS, [], []),
        ("               (1)       (3)       (2)", FIGURES, ["1", "3", "2"], []),
        ("Cash ........ 1,234", FIGURES, ["1,234"], []),
        ("Notes due in 5 years      1,234", FIGURES, ["1,234"], []),
        ("Received in 1998     1,234", FIGURES, ["1,234"], ["1998"]),
        ("Received in 1998", WORDS, [], ["1998"]),
        ("", BLANK, [], []),
        ("          ------    ------", RULE, [], []),
        ("<S>            <C>       <C>", RULER, [], []),
        ("</TABLE>", BLANK, [], []),
        ("<PAGE>", PAGE, [], []),
        ("| Cash |   1,234 |   5,678 |", FIGURES, ["1,234", "5,678"], []),
        ("|      |         |         |", BLANK, [], []),
    ],
)
def test_a_line(text: str, kind: LineKind, figures: list[str], weak: list[str]) -> None:
    found = lines(f"{text}\nend   1|2" if "|" in text else text)[0]
    assert found.kind is kind
    assert [token.digits for token in found.figures] == figures
    assert [token.digits for token in found.weak] == weak


def test_a_line_too_long_is_none() -> None:
    assert lines(f"Cash{' ' * 1990}1,234")[0].kind is FIGURES
    assert lines(f"Cash{' ' * 1994}1,234")[0].kind is BLANK


def test_strokes_beside_words_are_a_rule_of_their_own() -> None:
    rule, words = lines("Total assets        ------  =====")
    assert (rule.kind, rule.text, rule.rule) == (RULE, f"{'':20}------  =====", Rule.DOUBLE)
    assert (words.kind, words.text) == (WORDS, "Total assets")
    assert lines("  ------")[0].rule is Rule.SINGLE


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("Cash               1,234     5,678", [(0, "Cash")]),
        ("  Cash of  mine      1,234  then  5,678   end", [(2, "Cash of"), (11, "mine"), (28, "then"), (42, "end")]),
        ("     $ 1,234", []),
        ("Cash ....... 1,234", [(0, "Cash .......")]),
        ("Only words  in two parts", [(0, "Only words"), (12, "in two parts")]),
    ],
)
def test_the_words_beside_figures(text: str, beside: list[tuple[int, str]]) -> None:
    assert [(part.left, part.text) for part in words_beside(lines(text)[0])] == beside


def test_parts_of_a_line() -> None:
    assert segments("  a b   c  d e ") == [(2, 5, "a b"), (8, 9, "c"), (11, 14, "d e")]
    assert segments("  a b   c  d e ", 4, 9) == [(4, 5, "b"), (8, 9, "c")]
    assert runs("  - - ------  ====") == [(6, 12), (14, 18)]
    assert runs(" - -") == [(1, 2), (3, 4)]
