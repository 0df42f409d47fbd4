"""What holds for any lines whatever, and for tables that are shifted or sent with other line ends."""

import re
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from core.document.plain import lay_out
from core.read.submission import parse
from core.source import Source
from core.tables.grid import Grid
from core.tables.text.read import grids
from tests.core.tables.drawing import drawn

PIECES = [
    "Cash",
    "Total assets:",
    "less",
    "1999",
    "2,345",
    "(67)",
    "$",
    "$ 8.90",
    "-",
    "--",
    "----",
    "====",
    "12%",
    " " * 3,
]
PIECES += [
    " " * 9,
    "|",
    "(1)",
    "*",
    "December 31,",
    "...",
    "<S>",
    "<C>",
    "<TABLE>",
    "</TABLE>",
    "<PAGE>",
    "41 1/2",
    ".5",
    "é",
    "",
]
LINES = st.lists(st.lists(st.sampled_from(PIECES), max_size=7).map("  ".join), max_size=14)
FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?|\.\d+")


def _read(text: str) -> tuple[Grid, ...]:
    return grids(lay_out(Source(1, text)))


@settings(max_examples=150, deadline=None)
@given(LINES)
def test_any_lines_are_read_and_every_figure_reads_back_from_its_place(lines: list[str]) -> None:
    text = "\n".join(lines)
    for grid in _read(text):
        for row in grid.rows:
            columns = [cell.column for cell in row.cells]
            assert columns == sorted(set(columns))
            for cell in row.cells:
                shown = FIGURE.search(text[cell.cite.start : cell.cite.end])
                if cell.value is not None and "/" not in cell.text:
                    assert abs(cell.value) == (Decimal(shown[0].replace(",", "")) if shown else 0)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.sampled_from(" \n-=$().,%|0123456789abcXYZ<>/*é—"), max_size=400))
def test_any_text_is_read(text: str) -> None:
    _read(text)


TABLE = """
                                           December 31
                                        1999        1998
                                      --------------------
Cash                                  $ 1,200     $   900
Receivables, less allowance
  for doubtful accounts of $37          4,682       4,166
Prepaid taxes                               -        (234)
                                      --------------------
                                      $ 5,882     $ 4,832
                                      ====================
"""


@given(st.integers(min_value=0, max_value=40))
def test_a_table_further_right_is_the_same_table(shift: int) -> None:
    moved = "\n".join(" " * shift + line for line in TABLE.split("\n"))
    assert drawn("x\n" + moved) == drawn("x\n" + TABLE)


def test_line_ends_change_nothing() -> None:
    documents = [parse("a.txt", TABLE.replace("\n", end).encode()).documents[0] for end in ("\n", "\r\n", "\r")]
    found = [grids(lay_out(document.source)) for document in documents]
    assert found[0]
    assert found[0] == found[1] == found[2]
