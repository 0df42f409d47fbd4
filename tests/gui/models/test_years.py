"""The sheet of a stitched table: its heads, its restated figures, what it says on hover."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from core.analysis import Analysis, analyse
from core.places import Places
from core.statements.statement import StatementKind
from core.years.series import stitch
from core.years.stitched import Across, across, groups
from gui.models.sheet import SheetModel, Tone
from gui.models.shown_table import years_table
from gui.models.years import YearsModel, described
from gui.options import Scale, Share, SheetOptions

BALANCE, INCOME = StatementKind.BALANCE_SHEET, StatementKind.INCOME_STATEMENT


def stitched(analyses: list[Analysis], kind: StatementKind) -> Across:
    """The first group of periods of a stitched table."""
    table = stitch(analyses, kind)
    return across(table, groups(table)[0])


def drawn(model: SheetModel) -> str:
    """A sheet as text: heads, the filings under them, and a line a row."""
    columns = range(model.columnCount())
    heads = ["".join(model.head(at).ljust(12)) for at in columns], [model.under(at).ljust(12) for at in columns]
    rows = [[model.cell(row, at).text.ljust(12) for at in columns] for row in range(model.rowCount())]
    return "\n".join("|".join(line).rstrip(" |") for line in (*heads, *rows))


@pytest.fixture
def model(qapp: object, analysis: Analysis, earlier: Analysis) -> YearsModel:
    """The balance sheets of both made-up filings."""
    model = YearsModel()
    filings = {one.path: Places(one) for one in (analysis, earlier)}
    model.show_across(stitched([analysis, earlier], BALANCE), filings, SheetOptions())
    return model


def test_model(qapp: object, model: YearsModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)


def test_heads_say_their_filings(model: YearsModel) -> None:
    assert drawn(model).splitlines()[:2] == [
        "            |2001        |2002        |2003        |Change      |%",
        "            |10-K 2002   |10-K 2003   |10-K 2003   |2002–03     |2002–03",
    ]


def test_a_restated_figure(model: YearsModel) -> None:
    """The made-up 10-K for 2003 misprints total assets of 2002, which the one for 2002 prints otherwise."""
    restated = [
        (row, column) for row in range(model.rowCount()) for column in range(4) if model.is_restated(row, column)
    ]
    assert restated
    row, column = restated[0]
    told = model.told(row, column)
    assert len({one.path for one in told}) == 2
    assert model.hover(row, column).startswith(f"Restated: {told[0].figure.text} in the 10-K 2003, ")
    assert model.cell(row, column).tone in (Tone.RESTATED, Tone.WARNING)


def test_a_reclassified_figure_tells_how_it_came_about(qapp: object) -> None:
    """The sample 10-K for 2003 takes research and development out of the expenses of the years before."""
    samples = Path(__file__).parents[3] / "resources" / "samples"
    analyses = [analyse(samples / f"pellwick-ladder-10k-{year}.txt") for year in (2002, 2003)]
    model = YearsModel()
    model.show_across(stitched(analyses, INCOME), {one.path: Places(one) for one in analyses}, SheetOptions())
    told = [model.hover(row, column) for row in range(model.rowCount()) for column in range(1, 5)]
    assert any(
        one.startswith("Reclassified: 7,217 in the 10-K 2003, 7,643 in the 10-K 2002\n7,643 = 7,217 + 426 Research")
        for one in told
    )
    assert sum(" = " in one for one in told) == 2


def test_a_figure_is_found_from_any_of_its_filings(model: YearsModel, analysis: Analysis, earlier: Analysis) -> None:
    for one in (analysis, earlier):
        statement = next(each for each in one.statements if each.kind is BALANCE)
        for number, row in enumerate(statement.rows):
            for figure in row.figures:
                place = model.place_of(one.path, figure)
                assert place is not None, row.label
                assert figure.cite in [told.figure.cite for told in model.told(*place) if told.path == one.path], number
    assert model.place_of(Path("other.txt"), figure) is None


def test_scale_and_common_size(analysis: Analysis, earlier: Analysis, model: YearsModel) -> None:
    filings = {one.path: Places(one) for one in (analysis, earlier)}
    table = stitched([analysis, earlier], BALANCE)
    model.show_across(table, filings, SheetOptions(scale=Scale.MILLIONS, changes=False))
    cash = next(row for row in range(model.rowCount()) if model.row(row).label.startswith("Cash"))
    assert model.cell(cash, 3).text == "1.2"
    model.show_across(table, filings, SheetOptions(share=Share.COMMON_SIZE, changes=False))
    assert model.cell(cash, 3).text == "15.0%"


def test_described(model: YearsModel) -> None:
    assert described(model).startswith("December 31 · 2 filings · U.S. dollars, in thousands, as filed · ")


def test_nothing_to_show(qapp: object) -> None:
    model = YearsModel()
    model.show_across(None, {}, SheetOptions())
    assert (model.rowCount(), model.columnCount(), described(model)) == (0, 0, "")


def test_pair(model: YearsModel, analysis: Analysis) -> None:
    """The columns that are compared are the latest two, or those that the reader chose."""
    assert model.pair == (2, 1)
    options = replace(SheetOptions(), compare=(2, 0))
    model.show_across(model.across, {analysis.path: Places(analysis)}, options)
    assert model.headerData(4, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole) == "2003 against 2001"


def test_on_paper_it_names_the_filings_and_prints_what_is_shown(model: YearsModel) -> None:
    table = years_table(model, "Harbor Lamp Company")
    assert table is not None
    assert table.heads[:3] == ("2001 10-K 2002", "2002 10-K 2003", "2003 10-K 2003")
    assert (table.company, table.source) == ("Harbor Lamp Company", "10-K 2002, 10-K 2003")
    assert len(table.lines) == model.rowCount()
    for row, line in enumerate(table.lines):
        assert [cell.value for cell in line.cells] == [model.cell(row, at).raw for at in range(1, model.columnCount())]
    assert years_table(YearsModel(), "") is None
