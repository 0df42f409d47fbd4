"""Another company's statements beside those of the company on the page of all years: chosen, pointing, left, closed."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.analysis import Analysis
from core.statements.statement import StatementKind
from gui.options import ChartKind, Share
from gui.plot.chart import Mark
from gui.session import Session
from gui.table.years_bar import MEASURES
from gui.views.chart import ChartView
from gui.views.years import YearsView
from tests.gui import made_up

INCOME = StatementKind.INCOME_STATEMENT


@pytest.fixture
def other() -> Analysis:
    """A filing of another company, which prints the same."""
    made = made_up.analysis(Path("alder-mills-2003.txt"), 2003)
    header = replace(made.filing.header, company="ALDER MILLS INC", cik="0000000008")
    return replace(made, filing=replace(made.filing, header=header))


@pytest.fixture
def view(qtbot: QtBot, session: Session, analysis: Analysis, earlier: Analysis, other: Analysis) -> YearsView:
    session.open(earlier)
    session.open(other)
    session.show(analysis.path, None, next(one.id for one in analysis.statements if one.kind is INCOME))
    view = YearsView(session)
    view.hold_chart(ChartView(session, subject=view.subject))
    qtbot.addWidget(view)
    view.resize(1000, 700)
    view.show()
    qtbot.waitUntil(lambda: view.across is not None)
    return view


def choose(view: YearsView, qtbot: QtBot, at: int) -> None:
    view.companies.setCurrentIndex(at)
    view.companies.activated.emit(at)
    qtbot.waitUntil(lambda: not view.waiting)


def test_side_by_side_and_back(view: YearsView, qtbot: QtBot, other: Analysis) -> None:
    assert [view.companies.itemText(at) for at in range(view.companies.count())] == [
        "This company",
        "Beside Alder Mills Inc",
    ]
    assert not view.companies.isHidden()
    choose(view, qtbot, 1)
    count = view.model.columnCount()
    heads = [(view.model.head(column).split()[-1], view.model.under(column)) for column in range(1, count)]
    assert ("2003", "Alder Mills") in heads
    assert heads[0][1] != heads[1][1] == "Alder Mills"
    assert view.known.isHidden()
    row = next(row for row in range(view.model.rowCount()) if view.model.figure(row, 2))
    view.table.setCurrentIndex(view.model.index(row, 2))
    assert view.session.pointing is not None
    assert view.session.pointing.path == other.path
    choose(view, qtbot, 0)
    assert view.subject.statement is not None
    assert not view.known.isHidden()


def test_two_companies_are_charted_a_line_each(view: YearsView, qtbot: QtBot, other: Analysis) -> None:
    choose(view, qtbot, 1)
    table, subject = view.subject.statement, view.subject
    assert table is not None
    assert view.across is not None
    assert len(table.columns) * 2 == len(view.across.statement.columns)
    assert not subject.bases
    assert not subject.in_shares
    assert subject.pair is not None
    charted = [table.rows[row].label for row in subject.rows]
    assert len(charted) == 2
    assert charted[0].partition(" · ")[0] == charted[1].partition(" · ")[0]
    assert charted[1].endswith("Alder Mills Inc")
    assert subject.credit.company == view.across.statement.title
    figure = table.rows[subject.rows[1]].figures[-1]
    assert subject.mark(subject.rows[1], figure) is Mark.NONE
    subject.point(subject.rows[1], figure, subject.rows)
    assert view.session.pointing is not None
    assert view.session.pointing.path == other.path
    subject.choose(subject.rows, (0,))
    chosen = {index.column() for index in view.table.selectionModel().selectedIndexes()}
    assert chosen == {1, 2}
    view.session.set_options(chart=ChartKind.INDEX)
    assert len(view.subject.rows) == 2


def test_lines_of_two_companies_are_not_ruled_and_shares_are_their_own(view: YearsView, qtbot: QtBot) -> None:
    choose(view, qtbot, 1)
    view.table.selectRow(0)
    menu = view.menu_of_cells()
    assert not any("Line" in action.text() for action in menu.actions())
    view.session.set_options(share=Share.COMMON_SIZE)
    assert view.others == ()


def test_measures_are_of_one_company(view: YearsView, qtbot: QtBot) -> None:
    choose(view, qtbot, 1)
    at = view.kinds.findText(MEASURES)
    view.kinds.setCurrentIndex(at)
    view.kinds.activated.emit(at)
    qtbot.waitUntil(lambda: not view.waiting)
    assert view.companies.isHidden()
    assert view.across is not None
    assert view.across.computed


def test_a_company_that_is_closed_is_beside_no_more(view: YearsView, qtbot: QtBot, other: Analysis) -> None:
    choose(view, qtbot, 1)
    view.session.close(other.path)
    qtbot.waitUntil(lambda: not view.waiting)
    assert view.companies.isHidden()
    assert view.across is not None
    assert not any(column.member for column in view.across.statement.columns)
