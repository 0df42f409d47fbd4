"""Measures on the page of all years: chosen, pointing at what they are computed from, left again; the reader's own."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.analysis import Analysis
from core.statements.statement import StatementKind
from gui.session import Session
from gui.table.years_bar import MEASURES
from gui.views.chart import ChartView
from gui.views.years import YearsView

BALANCE, INCOME = StatementKind.BALANCE_SHEET, StatementKind.INCOME_STATEMENT


def choose(view: YearsView, words: str, qtbot: QtBot) -> None:
    at = view.kinds.findText(words)
    view.kinds.setCurrentIndex(at)
    view.kinds.activated.emit(at)
    qtbot.waitUntil(lambda: not view.waiting)


@pytest.fixture
def view(qtbot: QtBot, analysis: Analysis, earlier: Analysis, tmp_path: Path) -> YearsView:
    """The page, with the measures of both filings."""
    session = Session(folder=tmp_path)
    session.open(analysis)
    session.open(earlier)
    statement = next(one for one in analysis.statements if one.kind is BALANCE)
    session.show(analysis.path, None, statement.id)
    view = YearsView(session)
    view.hold_chart(ChartView(session, subject=view.subject))
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show()
    qtbot.waitUntil(lambda: view.across is not None)
    choose(view, MEASURES, qtbot)
    return view


def row_of(view: YearsView, name: str) -> int:
    return next(row for row in range(view.model.rowCount()) if view.model.row(row).label == name)


def test_the_table(view: YearsView) -> None:
    assert view.across is not None
    assert view.across.statement.title == MEASURES
    assert not view.own.isHidden()
    assert view.lengths.isHidden()
    row = row_of(view, "Net margin")
    figures = view.model.row(row).figures
    assert figures
    assert "net_income / revenue" in view.model.hover(row, 0)
    said = view.model.hover(row, figures[-1].column + 1).splitlines()
    assert said[0] == "net_income / revenue"
    assert len(said) == 3
    assert "in the 10-K 2003" in said[1]


def test_what_is_missing_is_said(view: YearsView) -> None:
    empty = [
        (row, column)
        for row in range(view.model.rowCount())
        for column in range(1, 4)
        if view.across and (row, column - 1) in view.across.computed and view.model.figure(row, column) is None
    ]
    assert empty
    for cell in empty:
        assert "Not computed: " in view.model.hover(*cell)
        assert view.model.told(*cell) == ()


def test_a_value_points_at_what_it_is_computed_from_and_stays_in_sight(view: YearsView, qtbot: QtBot) -> None:
    row = row_of(view, "Net margin")
    column = view.model.row(row).figures[-1].column + 1
    told = view.model.told(row, column)
    view.table.setCurrentIndex(view.model.index(row, column))
    pointed = view.session.pointing
    assert pointed is not None
    assert pointed.cites == tuple(one.cite for one in told if one.path == told[0].path)
    assert len(pointed.cites) == 2
    assert not view.waiting
    assert view.across is not None
    assert view.across.statement.title == MEASURES
    view.hide()
    view.show()
    qtbot.waitUntil(lambda: not view.waiting)
    assert view.across.statement.title == MEASURES
    assert view.kinds.currentText() == MEASURES


def test_a_statement_that_is_chosen_takes_its_place(view: YearsView, qtbot: QtBot, analysis: Analysis) -> None:
    income = next(one for one in analysis.statements if one.kind is INCOME)
    view.session.show(analysis.path, None, income.id)
    qtbot.waitUntil(lambda: view.across is not None and view.across.statement.kind is INCOME)
    assert view.own.isHidden()
    choose(view, MEASURES, qtbot)
    choose(view, "Income", qtbot)
    assert view.across is not None
    assert view.across.statement.kind is INCOME


def test_the_readers_own_are_computed_when_the_window_comes_to_the_front(
    view: YearsView, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    view.own.click()
    assert opened == [str(tmp_path / "measures.toml")]
    (tmp_path / "measures.toml").write_text('[[measures]]\nname = "Twice"\nformula = "assets * 2"\ncounts = "money"\n')
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    qtbot.waitUntil(lambda: not view.waiting)
    assert view.model.row(row_of(view, "Twice")).figures
    (tmp_path / "measures.toml").write_text("[[")
    view.renew_measures()
    qtbot.waitUntil(lambda: not view.waiting)
    assert "measures.toml: " in view.facts.text()


def test_they_are_charted(view: YearsView) -> None:
    row = row_of(view, "Net margin")
    view.table.selectRow(row)
    assert isinstance(view.chart, ChartView)
    assert [series.name for series in view.chart.chart.series] == ["Net margin"]
    assert any("measures" in words for words in view.subject.credit if isinstance(words, str))
