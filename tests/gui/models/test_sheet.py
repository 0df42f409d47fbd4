"""The sheet's model, drawn as text."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from core.analysis import Analysis
from core.places import Places
from core.statements.statement import StatementKind, Unit
from core.tagged import Rows
from gui.models.sheet import SheetModel, Tone
from gui.options import Scale, Share, SheetOptions
from tests.gui import made_up


def sheet(analysis: Analysis, number: int = 0, options: SheetOptions | None = None) -> SheetModel:
    """The model of one of the made-up filing's statements."""
    model = SheetModel()
    statement = (*analysis.statements, *analysis.tables)[number]
    model.show(statement, Places(analysis), options or SheetOptions())
    return model


def drawn(model: SheetModel, rows: slice = slice(None)) -> str:
    """The sheet as text: heads, then rows, cells parted by bars."""
    columns = range(model.columnCount())
    cells = [[model.cell(row, column).text for column in columns] for row in range(model.rowCount())[rows]]
    return "\n".join(" | ".join(line).rstrip() for line in [[model.head(column) for column in columns], *cells])


def test_a_balance_sheet(qapp: object, analysis: Analysis) -> None:
    assert drawn(sheet(analysis)) == (
        " | 2003 | 2002 | Change | %\n"
        "Current assets: |  |  |  |\n"
        "Cash and cash equivalents | 1,200 | 1,100 | 100 | 9.1\n"
        "Accounts receivable, less allowance of $40 | 2,300 | 2,250 | 50 | 2.2\n"
        "Inventories | 1,500 | 1,450 | 50 | 3.4\n"
        "Total current assets | 5,000 | 4,800 | 200 | 4.2\n"
        "Equipment | 3,000 | 3,100 | (100) | −3.2\n"
        "Total assets | 8,000 | 7,900 | 100 | 1.3\n"
        "Liabilities: |  |  |  |\n"
        "Accounts payable | 900 | 1,000 | (100) | −10.0\n"
        "Long-term debt | 2,100 | 2,500 | (400) | −16.0\n"
        "(no caption) | 3,000 | 3,500 | (500) | −14.3\n"
        "Common stock, $1 par value | 1,000 | 1,000 | – | –\n"
        "Retained earnings | 4,000 | 3,400 | 600 | 17.6\n"
        "Total liabilities and equity | 8,000 | ▲ 17,900 | ? | ?"
    )


def test_a_loss_that_becomes_a_profit_has_no_percent(qapp: object, analysis: Analysis) -> None:
    assert drawn(sheet(analysis, 1), slice(4, 6)) == (
        " | 2003 | 2002 | 2001 | Change | %\n"
        "Net income (loss) | 600 | (150) | 300 | 750 | n/m\n"
        "Income (loss) per share | 0.60 | (0.15) | 0.30 | 0.75 | n/m"
    )


def test_any_two_columns(qapp: object, analysis: Analysis) -> None:
    model = sheet(analysis, 1, SheetOptions(compare=(0, 2)))
    assert drawn(model, slice(0, 1)) == (
        " | 2003 | 2002 | 2001 | Change | %\nNet sales | 12,000 | 11,000 | 10,000 | 2,000 | 20.0"
    )
    assert model.headerData(4, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole) == "2003 against 2001"


def test_a_pair_that_is_not_there_falls_back(qapp: object, analysis: Analysis) -> None:
    assert sheet(analysis, 0, SheetOptions(compare=(0, 7))).pair == (0, 1)
    assert sheet(analysis, 0, SheetOptions(changes=False)).columnCount() == 3


def test_common_size(qapp: object, analysis: Analysis) -> None:
    model = sheet(analysis, 1, SheetOptions(share=Share.COMMON_SIZE))
    assert drawn(model, slice(3, 6)) == (
        " | 2003 | 2002 | 2001 | Points\n"
        "Selling and administrative | 36.7% | 36.8% | 35.0% | −0.2\n"
        "Net income (loss) | 5.0% | (1.4%) | 3.0% | 6.4\n"
        "Income (loss) per share | 0.60 | (0.15) | 0.30 |"
    )
    assert model.hover(3, 1) == "4,400 as filed"


def test_a_note_without_a_base_keeps_its_amounts(qapp: object, analysis: Analysis) -> None:
    common = sheet(analysis, 2, SheetOptions(share=Share.COMMON_SIZE))
    assert drawn(common) == drawn(sheet(analysis, 2))


def test_scale_and_minus(qapp: object, analysis: Analysis) -> None:
    model = sheet(analysis, 0, SheetOptions(scale=Scale.UNITS, brackets=False))
    assert drawn(model, slice(5, 6)) == (
        " | 2003 | 2002 | Change | %\nEquipment | 3,000,000 | 3,100,000 | −100,000 | −3.2"
    )


def test_equity_has_no_changes(qapp: object, analysis: Analysis) -> None:
    model = SheetModel()
    model.show(replace(analysis.statements[0], kind=StatementKind.EQUITY), Places(analysis), SheetOptions())
    assert model.columnCount() == 3


def test_a_figure_that_does_not_tie_says_why(qapp: object, analysis: Analysis) -> None:
    model = sheet(analysis)
    why = "Total liabilities and equity, 2002: printed 17,900; its three lines add to 7,900. One digit too many?"
    assert model.hover(13, 2) == why
    assert model.hover(13, 3) == f"2002: $17,900\n2003: $8,000\n{why}"
    assert model.hover(4, 1) == "Total current assets, 2003: ties with its three lines."
    assert (model.cell(13, 2).tone, model.cell(13, 1).tone) == (Tone.WARNING, Tone.PLAIN)
    assert model.data(model.index(13, 2), Qt.ItemDataRole.AccessibleTextRole) == (
        "Total liabilities and equity, 2002: does not tie: 17,900"
    )


def test_an_undefined_percent_says_why(qapp: object, analysis: Analysis) -> None:
    assert sheet(analysis, 1).hover(4, 5).splitlines()[-1] == "n/m: a percent is not meaningful across signs"


def test_what_a_cell_points_at(qapp: object, analysis: Analysis) -> None:
    model = sheet(analysis)
    cash = analysis.statements[0].rows[1]
    later, earlier = (figure.cite for figure in cash.figures)
    assert model.cites(1, 0) == (cash.cite,)
    assert model.cites(1, 2) == (earlier,)
    assert model.cites(1, 3) == model.cites(1, 4) == (later, earlier)
    assert model.cites(0, 2) == (analysis.statements[0].rows[0].cite,)


@pytest.mark.parametrize("number", [0, 1, 2])
def test_qt_finds_no_fault(qapp: object, analysis: Analysis, number: int) -> None:
    model = SheetModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    statement = (*analysis.statements, *analysis.tables)[number]
    model.show(statement, Places(analysis), SheetOptions())
    model.light(frozenset({statement.rows[-1].figures[0].cite}))
    model.show(None, None, SheetOptions())
    assert (model.rowCount(), model.columnCount()) == (0, 0)
    assert tester.model() is model


def test_no_index_has_no_data(qapp: object, analysis: Analysis) -> None:
    model = sheet(analysis)
    assert model.data(QModelIndex()) is None
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.headerData(99, Qt.Orientation.Horizontal) is None


@pytest.mark.parametrize(
    ("rows", "shown"),
    [
        (Rows.TAGGED, "Current Cash Inventories"),
        (
            Rows.UNTAGGED,
            "Current Accounts Total Equipment Total Liabilities: Accounts Long-term (no Common Retained Total",
        ),
    ],
)
def test_only_some_rows(qapp: object, rows: Rows, shown: str) -> None:
    model = sheet(made_up.with_tags(), 0, SheetOptions(rows=rows))
    assert " ".join(model.cell(row, 0).text.split()[0] for row in range(model.rowCount())) == shown
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_cells_and_places_of_only_some_rows(qapp: object) -> None:
    analysis = made_up.with_tags()
    model = sheet(analysis, 0, SheetOptions(rows=Rows.TAGGED))
    assert drawn(model, slice(2, 3)).splitlines()[1] == "Inventories | 1,500 | 1,450 | 50 | 3.4"
    rows = analysis.statements[0].rows
    assert model.cites(2, 1) == (rows[3].figures[0].cite,)
    index = model.where(3, rows[3].figures[1])
    assert (index.row(), index.column()) == (2, 2)
    assert not model.where(2, rows[2].figures[0]).isValid()


def test_a_filing_without_tags_shows_every_row(qapp: object, analysis: Analysis) -> None:
    assert sheet(analysis, 0, SheetOptions(rows=Rows.TAGGED)).rowCount() == len(analysis.statements[0].rows)


def test_a_percentage_in_a_row_of_money_is_not_scaled_nor_compared(qapp: object, analysis: Analysis) -> None:
    whole = analysis.statements[0]
    at = next(n for n, row in enumerate(whole.rows) if len(row.figures) > 1 and row.unit is Unit.MONEY)
    row = whole.rows[at]
    figures = (row.figures[0], row.figures[1]._replace(text="47%", value=Decimal(47), unit=Unit.PERCENT))
    rows = (*whole.rows[:at], row._replace(figures=figures), *whole.rows[at + 1 :])
    changed = replace(analysis, statements=(replace(whole, rows=rows), *analysis.statements[1:]))
    model = sheet(changed, 0, SheetOptions(scale=Scale.UNITS))
    shown = [model.cell(at, column).text for column in range(model.columnCount())]
    assert shown[1].endswith(",000")
    assert shown[2:] == ["47%", "", ""]
