"""Lines joined and parted in the table over all years: what the menu offers, what it does, undone, remembered."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from core.analysis import Analysis
from core.statements.statement import StatementKind
from gui.session import Session
from gui.views.chart import ChartView
from gui.views.years import YearsView

BALANCE = StatementKind.BALANCE_SHEET


@pytest.fixture
def view(qtbot: QtBot, analysis: Analysis, earlier: Analysis, tmp_path: Path) -> YearsView:
    return page(qtbot, Session(folder=tmp_path), analysis, earlier)


def page(qtbot: QtBot, session: Session, analysis: Analysis, earlier: Analysis) -> YearsView:
    """The page, with the balance sheets of both filings."""
    session.open(analysis)
    session.open(replace(earlier, filing=replace(earlier.filing, sha256="1" * 64)))
    session.show(analysis.path, None, next(one.id for one in analysis.statements if one.kind is BALANCE))
    view = YearsView(session)
    view.hold_chart(ChartView(session, subject=view.subject))
    qtbot.addWidget(view)
    view.show()
    qtbot.waitUntil(lambda: view.across is not None)
    return view


def rows_of(view: YearsView, label: str) -> list[int]:
    return [row for row in range(view.model.rowCount()) if view.model.row(row).label == label]


def select(view: YearsView, *rows: int, column: int = 0) -> None:
    chosen = QItemSelection()
    for row in rows:
        chosen.select(view.model.index(row, column), view.model.index(row, column))
    model = view.table.selectionModel()
    model.setCurrentIndex(view.model.index(rows[0], column), QItemSelectionModel.SelectionFlag.NoUpdate)
    model.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def offered(view: YearsView) -> dict[str, QAction]:
    view.menu = view.menu_of_cells()  # type: ignore[attr-defined]
    return {action.text(): action for action in view.menu.actions() if action.text()}  # type: ignore[attr-defined]


def does(view: YearsView, qtbot: QtBot, begins: str) -> None:
    next(action for words, action in offered(view).items() if words.startswith(begins)).trigger()
    qtbot.waitUntil(lambda: not view.waiting)


def test_parted_undone_and_joined(
    view: YearsView, qtbot: QtBot, analysis: Analysis, earlier: Analysis, tmp_path: Path
) -> None:
    (row,) = rows_of(view, "Inventories")
    select(view, row, column=1)
    does(view, qtbot, "Part This Line: the 10-K 2002 by Itself")
    assert len(rows_of(view, "Inventories")) == 2
    again = page(qtbot, Session(folder=tmp_path), analysis, earlier)
    assert len(rows_of(again, "Inventories")) == 2
    select(view, *rows_of(view, "Inventories"))
    does(view, qtbot, "Join These Two Lines")
    assert len(rows_of(view, "Inventories")) == 1
    assert "by hand" in view.model.hover(rows_of(view, "Inventories")[0], 0)
    does(view, qtbot, "Undo: Joined")
    assert len(rows_of(view, "Inventories")) == 2
    does(view, qtbot, "Undo: Parted")
    assert len(rows_of(view, "Inventories")) == 1
    assert not any(words.startswith("Undo") for words in offered(view))


def test_two_lines_of_one_filing_cannot_be_one(view: YearsView) -> None:
    rows = [row for row in range(view.model.rowCount()) if (line := view.model.line(row)) and line.anchors]
    select(view, *rows[:2])
    actions = [action for words, action in offered(view).items() if words.endswith("Cannot Be One")]
    assert len(actions) == 1
    assert not actions[0].isEnabled()


def test_why_rows_are_one_line_is_said(view: YearsView) -> None:
    (row,) = rows_of(view, "Inventories")
    assert "10-K 2003 – 10-K 2002: " in view.model.hover(row, 0)
    assert "caption" in view.model.hover(row, 0)


def test_what_cannot_be_kept_is_said(view: YearsView, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "lines.json").mkdir()
    (row,) = rows_of(view, "Inventories")
    select(view, row, column=1)
    does(view, qtbot, "Part This Line")
    assert view.facts.text().startswith("Not kept: ")
    assert len(rows_of(view, "Inventories")) == 1
