"""What copying puts on the clipboard."""

from dataclasses import replace

from core.analysis import Analysis
from core.places import Places
from gui.models.copied import copied, words
from gui.models.sheet import SheetModel
from gui.options import Scale, SheetOptions
from tests.gui.models.test_sheet import sheet


def tabs(model: SheetModel, *cells: tuple[int, int]) -> str:
    """The copied text of some cells, tabs as bars."""
    return copied(model, [model.index(row, column) for row, column in cells]).text().replace("\t", "|")


def test_a_block_of_cells_is_a_table(qapp: object, analysis: Analysis) -> None:
    cells = [(row, column) for row in (1, 5) for column in range(5)]
    assert tabs(sheet(analysis), *cells) == (
        "|2003|2002|Change|%\nCash and cash equivalents|1200|1100|100|9.090909\nEquipment|3000|3100|-100|-3.225806\n"
    )


def test_captions_come_along(qapp: object, analysis: Analysis) -> None:
    assert tabs(sheet(analysis), (1, 2), (3, 2)) == "|2002\nCash and cash equivalents|1100\nInventories|1450\n"


def test_one_cell_is_copied_bare(qapp: object, analysis: Analysis) -> None:
    assert tabs(sheet(analysis), (5, 3)) == "-100"
    assert tabs(sheet(analysis), (13, 2)) == "17900"
    assert tabs(sheet(analysis), (1, 0)) == "Cash and cash equivalents"


def test_figures_are_copied_in_the_scale_shown(qapp: object, analysis: Analysis) -> None:
    assert tabs(sheet(analysis, 0, SheetOptions(scale=Scale.UNITS)), (1, 1)) == "1200000"


def test_html_goes_with_it(qapp: object, analysis: Analysis) -> None:
    model = sheet(analysis)
    html = copied(model, [model.index(2, 0), model.index(2, 1)]).html()
    assert "<caption>Balance Sheets</caption>" in html
    assert '<td>Accounts receivable, less allowance of $40</td><td align="right">2300</td>' in html


def test_captions_cannot_become_formulas(qapp: object, analysis: Analysis) -> None:
    assert [words(text) for text in ("=1+1", "- basic", "@x", "Net\nsales")] == [
        "'=1+1",
        "'- basic",
        "'@x",
        "Net sales",
    ]
    statement = analysis.statements[0]
    rows = (statement.rows[1]._replace(label="=cmd()"), *statement.rows[2:])
    model = SheetModel()
    model.show(replace(statement, rows=rows), Places(analysis), SheetOptions())
    assert tabs(model, (0, 0), (0, 1)) == "|2003\n'=cmd()|1200\n"
