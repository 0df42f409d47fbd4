"""A table in a reader's hands: rows pinned, sums with figures taken away, the table written to a file, its font chosen."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QTableView
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.table.frozen import Table
from tests.journeys.conftest import LATER, Hand, opened
from tests.journeys.test_working import popup


@pytest.fixture
def table(qtbot: QtBot, window: MainWindow) -> Table:
    """The balance sheet of a sample."""
    window.opener.open([LATER])
    opened(qtbot, window, LATER)
    window.session.show(LATER, None, "balance-sheet")
    qtbot.wait(300)
    made = window.panes.parts.view("sheet").table  # type: ignore[attr-defined]
    assert isinstance(made, Table)
    return made


def cell(table: QTableView, row: int, column: int) -> QPoint:
    """The middle of a cell."""
    return table.visualRect(table.model().index(row, column)).center()


def row_of(table: Table, label: str) -> int:
    """The row of this caption."""
    return next(row for row in range(table.sheet.rowCount()) if table.sheet.row(row).label == label)


def test_a_pinned_row_stays_in_sight(qtbot: QtBot, window: MainWindow, hand: Hand, table: Table) -> None:
    window.resize(960, 560)
    qtbot.wait(300)
    row = row_of(table, "Inventories")
    hand.click(table.viewport(), cell(table, row, 1))
    hand.click(table.viewport(), cell(table, row, 1), button=3)
    menu = popup(qtbot)
    pin = next(action for action in menu.actions() if action.text() == "Pin This Row to the Top")
    hand.click(menu, menu.actionGeometry(pin).center())
    qtbot.waitUntil(lambda: table.sheet.row(0).label == "Inventories", timeout=3000)
    hand.move(table.viewport())
    hand.wheel(-12)
    qtbot.waitUntil(table.pinned.isVisible, timeout=3000)
    down = table.verticalScrollBar().value()
    assert down > 0
    hand.click(table.pinned.viewport(), cell(table.pinned, 0, 1))
    qtbot.waitUntil(lambda: table.currentIndex().row() == 0, timeout=3000)
    assert table.verticalScrollBar().value() == down
    pointing = window.session.pointing
    assert pointing is not None
    assert pointing.figure is not None
    assert pointing.figure.statement.rows[pointing.figure.row].label == "Inventories"
    hand.wheel(-2)  # over what is pinned the table turns
    qtbot.waitUntil(lambda: table.verticalScrollBar().value() > down or down == table.verticalScrollBar().maximum())


def test_figures_are_taken_away_by_key(qtbot: QtBot, window: MainWindow, hand: Hand, table: Table) -> None:
    row = row_of(table, "Inventories")
    hand.click(table.viewport(), cell(table, row, 1))
    hand.key("ctrl+Down")
    hand.key("minus")
    figures = [table.sheet.figure(at, 1) for at in (row, row + 1)]
    one, other = (figure.value for figure in figures if figure is not None)
    assert one is not None
    assert other is not None
    rest = (one - other) * table.sheet.statement.scale
    sign = "−" if rest < 0 else ""
    qtbot.waitUntil(lambda: window.status.figures.text() == f"Sum {sign}${abs(rest):,}   1 subtracted   Count 2")
    hand.key("plus")
    qtbot.waitUntil(
        lambda: window.status.figures.text().startswith(f"Sum ${(one + other) * table.sheet.statement.scale:,}")
    )


def test_the_shown_table_is_written_to_a_workbook(
    qtbot: QtBot, window: MainWindow, hand: Hand, table: Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "table.xlsx"
    monkeypatch.setattr("gui.saving.QFileDialog.getSaveFileName", lambda *_: (str(target), ""))
    hand.key("ctrl+shift+e")
    qtbot.waitUntil(target.is_file, timeout=10_000)
    sheet = openpyxl.load_workbook(target).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[5 + row_of(table, "Inventories")][:2] == ("Inventories", 7283)
    qtbot.waitUntil(lambda: any("Wrote" in words for words in window.panes.notices.words), timeout=5000)


def test_the_font_of_tables_is_chosen(qtbot: QtBot, window: MainWindow, hand: Hand, table: Table) -> None:
    hand.click(table.viewport(), cell(table, 2, 1))
    hand.key("ctrl+comma")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QDialog), timeout=5000)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    fonts = dialog.findChildren(QComboBox)[0]
    hand.click(fonts)
    hand.key("Down", "Return")
    qtbot.waitUntil(lambda: window.session.options.table_font == fonts.itemText(1), timeout=3000)
    assert table.cells.font.families()[0] == fonts.itemText(1)
    hand.key("Escape")
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None, timeout=3000)
