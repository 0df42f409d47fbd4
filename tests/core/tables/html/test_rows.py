"""The rows of a table of boxes: captions over two rows, marks behind figures, lines drawn through them."""

from textwrap import dedent

import pytest

from tests.core.tables.html.drawing import drawn, read, table

HEAD = """
       | 2003  | 2002
Lamps  | 1,204 | 1,101
"""
CASES = {
    "a caption that goes on in the next row": ("Less wool of the | | \nmill | 506 | 458", ["Less wool of the mill; 506; 458"]),
    "a heading is none": ("Wool: | | \nYarn | 506 | 458", ["Wool:", "Yarn; 506; 458"]),
    "a line above, and one below": (
        "Oil | [border-top:1px solid] 506 | [border-bottom:3px double] 458",
        ["---", "Oil; 506; 458", "==="],
    ),
    "words in a column": ("Oil | none | 458", ["Oil; 'none'; 458"]),
    "an empty cell": ("Oil | | 458", ["Oil; _; 458"]),
    "a line right across": ("Oil | 506 | 458\n=3 All of it is sold abroad", ["Oil; 506; 458", "All of it is sold abroad"]),
    "a mark behind a figure": ("Oil | 506* | 458<sup>(1)</sup>", ["Oil; 506*; 458(1)"]),
    "percent and money": ("Oil | $506 | 12%", ["Oil; 506$; 12%"]),
    "brackets": ("Oil | (506) | (12)%", ["Oil; -506; -12%"]),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_row(case: str) -> None:
    given, wanted = CASES[case]
    assert drawn(f"{HEAD}{given}").split("\n") == ["[] 2003 | 2002", "Lamps; 1204; 1101", *wanted]


def test_indentation_counts_empty_cells_and_style() -> None:
    rows = dedent("""
        <tr><td colspan=2>All</td><td>2003</td><td>2002</td></tr>
        <tr><td colspan=2>Lamps</td><td>1,204</td><td>1,101</td></tr>
        <tr><td></td><td>Oil</td><td>506</td><td>458</td></tr>
        <tr><td colspan=2 style="padding-left:12pt">Wicks</td><td>470</td><td>333</td></tr>
    """)
    _, (grid,) = read(f"<table>{table(rows)}</table>")
    lamps, oil, wicks = (row.indent for row in grid.rows)
    assert lamps == 0
    assert oil > 0
    assert wicks > 0


def test_cites_are_the_characters_of_captions_and_figures() -> None:
    source, (grid,) = read(f"<table>{table(HEAD + 'Less wool of the | | ' + chr(10) + 'mill | 506 | 458')}</table>")
    row = grid.rows[-1]
    assert row.label_cite is not None
    assert [source.text[span.start : span.end] for span in row.label_cite.spans] == ["Less wool of the", "mill"]
    assert [source.text[cell.cite.start : cell.cite.end] for cell in row.cells] == ["506", "458"]
