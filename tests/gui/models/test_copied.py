"""What copying puts on the clipboard."""

from dataclasses import replace
from decimal import Decimal

from core.analysis import Analysis
from core.contract import as_json
from core.places import Places
from gui.models.copied import copied, words
from gui.models.sheet import SheetModel
from gui.options import Scale, Share, SheetOptions
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


def test_html_goes_with_it_with_number_formats_and_units(qapp: object, analysis: Analysis) -> None:
    model = sheet(analysis)
    html = copied(model, [model.index(2, 0), model.index(2, 1)]).html()
    assert "<caption>Balance Sheets (U.S. dollars, in thousands, as filed)</caption>" in html
    style = "mso-number-format:'#,##0;(#,##0)'"
    cell = f'<td align="right" sdval="2300" sdnum="1033;0;#,##0;(#,##0)" style="{style}">2300</td>'
    assert f"<td>Accounts receivable, less allowance of $40</td>{cell}" in html


def test_totals_are_bold_and_percent_is_percent(qapp: object, analysis: Analysis) -> None:
    model = sheet(analysis)
    html = copied(model, [model.index(4, column) for column in range(5)]).html()
    assert "<b>Total current assets</b>" in html
    shares = sheet(analysis, 1, SheetOptions(share=Share.COMMON_SIZE))
    html = copied(shares, [shares.index(4, 0), shares.index(4, 1)]).html()
    assert 'sdval="0.05" sdnum="1033;0;0.0%"' in html
    assert "<b>5.00%</b>" in html


def test_every_copied_number_is_the_figures_own(qapp: object, analysis: Analysis) -> None:
    for at in range(len(analysis.statements)):
        model = sheet(analysis, at)
        for row in range(model.rowCount()):
            for column in range(1, len(model.heads) + 1):
                figure = model.figure(row, column)
                if figure is not None and figure.value is not None:
                    assert Decimal(tabs(model, (row, column)).rstrip("%")) == figure.value


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


def test_with_its_place_it_says_filing_page_and_lines(qapp: object, analysis: Analysis) -> None:
    model = sheet(analysis)
    one = copied(model, [model.index(13, 2)], cited=True).text()
    assert one == "17900 (Harbor Lamp Company · 10-K 2003, line 46)"
    block = copied(model, [model.index(row, 1) for row in (1, 2)], cited=True)
    assert block.text().splitlines()[-1] == "Source: Harbor Lamp Company · 10-K 2003, lines 28–29"
    assert "<p>Source: Harbor Lamp Company" in block.html()
    assert "Source" not in copied(model, [model.index(row, 1) for row in (1, 2)]).text()


def test_every_number_that_is_copied_is_that_of_the_json(qapp: object, analysis: Analysis) -> None:
    model = sheet(analysis, 0, SheetOptions(scale=Scale.UNITS))
    told = [Decimal(cell["whole"]) for row in as_json(analysis)["statements"][0]["rows"] for cell in row["cells"]]
    indexes = [model.index(row, column) for row in range(model.rowCount()) for column in (1, 2)]
    cells = [cell for line in copied(model, indexes).text().splitlines()[1:] for cell in line.split("\t")[1:]]
    assert [Decimal(cell) for cell in cells if cell] == told
