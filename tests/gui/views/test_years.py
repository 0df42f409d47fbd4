"""The page of a statement over all years: what it follows, what a cell points at, its switches, its chart."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.analysis import Analysis, analyse
from core.statements.statement import StatementKind
from gui.models.years import RESTATED
from gui.options import ChartKind
from gui.plot.chart import Mark
from gui.session import Session
from gui.table.years_bar import FIRST, LATEST
from gui.views.chart import ChartView
from gui.views.years import ONCE, YearsView

BALANCE, INCOME = StatementKind.BALANCE_SHEET, StatementKind.INCOME_STATEMENT


def ident(analysis: Analysis, kind: StatementKind) -> str:
    """The id of a filing's statement of this kind."""
    return next(one.id for one in analysis.statements if one.kind is kind)


@pytest.fixture
def both(session: Session, analysis: Analysis, earlier: Analysis) -> Session:
    """Both filings open, the later one's balance sheet shown."""
    session.open(earlier)
    session.show(analysis.path, None, ident(analysis, BALANCE))
    return session


@pytest.fixture
def view(qtbot: QtBot, both: Session) -> YearsView:
    """The page, with the balance sheets stitched."""
    view = YearsView(both)
    view.hold_chart(ChartView(both, subject=view.subject))
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show()
    qtbot.waitUntil(lambda: view.across is not None)
    return view


def test_whose_figures_are_shown(view: YearsView, qtbot: QtBot) -> None:
    """The first filing's beside the latest one's; of a day only the filings that were there, with their columns."""
    restated = next(cell for cell in (view.across.cells.values() if view.across else ()) if cell.restated)
    chosen = [view.known.itemText(at) for at in range(view.known.count())]
    assert chosen[:2] == [LATEST, FIRST]
    view.known.setCurrentIndex(1)
    view.known.activated.emit(1)
    qtbot.waitUntil(lambda: not view.waiting)
    assert view.across is not None
    cell = next(one for one in view.across.cells.values() if one.others and one.others[-1] == restated.told)
    assert cell.told == restated.others[-1]
    view.known.setCurrentIndex(0)
    view.known.activated.emit(0)
    qtbot.waitUntil(lambda: not view.waiting)
    assert restated in view.across.cells.values()


def test_the_title_has_a_line_for_itself_where_it_does_not_fit_beside_the_switches(view: YearsView) -> None:
    view.resize(2400, 700)
    QApplication.processEvents()
    assert view.title.y() == view.bar.y() or view.title.geometry().right() < view.bar.x()
    view.resize(view.bar.sizeHint().width() + 60, 700)
    QApplication.processEvents()
    assert view.title.geometry().bottom() < view.bar.y()
    assert view.title.width() > view.bar.sizeHint().width() // 2


def heads(view: YearsView) -> list[str]:
    """The columns' heads with their filings."""
    return [f"{view.model.head(at)} {view.model.under(at)}".strip() for at in range(1, view.model.columnCount())]


def at(view: YearsView, caption: str, column: int) -> tuple[int, int]:
    """The cell of a caption's first row."""
    rows = (row for row in range(view.model.rowCount()) if view.model.row(row).label.startswith(caption))
    return next(rows), column


def pick(view: YearsView, cell: tuple[int, int]) -> None:
    """Makes a cell the current one, as a reader does."""
    view.table.setCurrentIndex(view.model.index(*cell))


def test_building_changes_nothing(qtbot: QtBot, both: Session) -> None:
    before = both.current, both.pointing, both.options, both.selected_rows
    view = YearsView(both)
    qtbot.addWidget(view)
    assert (both.current, both.pointing, both.options, both.selected_rows) == before


def test_years_of_both_filings(view: YearsView) -> None:
    assert heads(view)[:3] == ["2001 10-K 2002", "2002 10-K 2003", "2003 10-K 2003"]
    assert [view.kinds.itemText(one) for one in range(view.kinds.count())][:2] == ["Balance sheets", "Income"]
    assert view.lengths.isHidden()


def test_a_cell_points_into_its_own_filing(view: YearsView, analysis: Analysis, earlier: Analysis) -> None:
    for column, path in ((1, earlier.path), (3, analysis.path)):
        cell = at(view, "Cash", column)
        pick(view, cell)
        told = view.model.told(*cell)[0]
        pointed = view.session.pointing
        assert pointed is not None
        assert (pointed.path, pointed.cites) == (path, (told.cite,))


def test_pointing_elsewhere_selects_the_cell(view: YearsView, earlier: Analysis) -> None:
    statement = next(one for one in earlier.statements if one.kind is BALANCE)
    row = next(row for row in statement.rows if row.label == "Inventories")
    view.session.point_at(earlier.path, row.figures[1].cite)
    index = view.table.currentIndex()
    assert (view.model.row(index.row()).label, view.model.head(index.column())) == ("Inventories", "2001")
    assert view.session.current is not None
    assert view.session.current.path == earlier.path


def test_a_restated_figure_steps_through_its_places(view: YearsView) -> None:
    cells = [(row, column) for row in range(view.model.rowCount()) for column in (1, 2, 3)]
    cell = next(cell for cell in cells if view.model.is_restated(*cell))
    index, told = view.model.index(*cell), view.model.told(*cell)
    seen = []
    pick(view, cell)
    for _ in range(len(told) + 1):
        view.table.clicked.emit(index)
        assert view.session.pointing is not None
        seen.append((view.session.pointing.path, view.session.pointing.cites[0]))
    expected = [(one.path, one.cite) for one in told]
    assert seen == [*expected, expected[0]]
    assert view.table.currentIndex() == index


def test_follows_the_shown_statement(qtbot: QtBot, view: YearsView, analysis: Analysis) -> None:
    view.session.show(analysis.path, None, ident(analysis, INCOME))
    assert view.session.current is not None
    assert view.keeps(view.session.current)
    qtbot.waitUntil(lambda: view.across is not None and view.across.statement.kind is INCOME)
    assert view.kinds.currentText() == "Income"
    assert len(heads(view)) == 4 + 2


def test_choosing_a_statement_shows_it(qtbot: QtBot, view: YearsView, analysis: Analysis) -> None:
    view.kinds.setCurrentIndex(1)
    view.kinds.activated.emit(1)
    assert view.session.statement is not None
    assert view.session.statement.kind is INCOME
    qtbot.waitUntil(lambda: view.across is not None and view.across.statement.kind is INCOME)


def test_columns_that_are_compared(view: YearsView, analysis: Analysis) -> None:
    """They are the page's own: they stay where a cell of another filing is pointed at, and go with the page."""
    assert view.session.table is view.model.statement
    view.compare(2, 0)
    pick(view, at(view, "Cash", 1))
    assert view.model.pair == view.session.options.compare == (2, 0)
    titles = [action.text() for action in view.menu_of_head(0).actions() if action.isChecked()]
    assert titles[0] == "Compare 2003 with 2001"
    view.hide()
    assert view.session.table is view.session.statement
    assert view.session.options.compare is None


def test_rows_selected_are_charted(view: YearsView) -> None:
    chart = view.chart
    assert isinstance(chart, ChartView)
    assert [slot.label for slot in chart.chart.slots] == ["2001", "2002", "2003"]
    pick(view, at(view, "Inventories", 2))
    assert [series.name for series in chart.chart.series] == ["Inventories"]
    view.session.set_options(chart=ChartKind.LINES)
    assert view.selected_rows == (at(view, "Inventories", 2)[0],)


def test_a_click_in_the_chart_points(view: YearsView, earlier: Analysis) -> None:
    row, _ = at(view, "Inventories", 1)
    view.subject.point(row, view.model.row(row).figures[0], (row,))
    assert view.session.pointing is not None
    assert view.session.pointing.path == earlier.path
    assert view.selected_rows == (row,)


def test_years_chosen_in_the_chart_are_chosen_in_the_table(view: YearsView) -> None:
    view.subject.choose((0, 1), (1, 2))
    chosen = {(index.row(), index.column()) for index in view.table.selectionModel().selectedIndexes()}
    assert chosen == {(0, 2), (0, 3), (1, 2), (1, 3)}
    assert view.selected_rows == ()


def test_a_restated_figure_is_marked_in_the_chart_as_in_the_table(view: YearsView) -> None:
    assert view.across is not None
    restated = [(row, cell.told.figure) for (row, _), cell in view.across.cells.items() if cell.restated]
    assert restated
    marks = {
        view.subject.mark(row, view.across.statement.rows[row].at(figure.column) or figure) for row, figure in restated
    }
    assert Mark.RESTATED in marks
    assert view.subject.credit.company
    assert view.subject.credit.source.startswith("10-K 2002 to 10-K 2003")


def test_copied_as_a_table(view: YearsView) -> None:
    view.table.selectAll()
    view.copy()
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:4] == ["", "2001", "2002", "2003"]
    assert not any(RESTATED.strip() in line for line in lines)


def test_escape_leaves(qtbot: QtBot, view: YearsView) -> None:
    with qtbot.waitSignal(view.leave_asked):
        qtbot.keyClick(view.table, Qt.Key.Key_Escape)


def test_one_filing_alone(qtbot: QtBot, session: Session, analysis: Analysis) -> None:
    session.show(analysis.path, None, ident(analysis, BALANCE))
    view = YearsView(session)
    qtbot.addWidget(view)
    view.show()
    assert "another year" in view.empty.text()
    assert session.current is not None
    assert not view.keeps(session.current)


def test_closing_a_filing(qtbot: QtBot, view: YearsView, earlier: Analysis) -> None:
    view.session.close(earlier.path)
    assert view.across is None
    assert view.session.table is view.session.statement
    assert Path(earlier.path) not in {one.path for one in view.session.analyses}


@pytest.fixture
def samples(qtbot: QtBot) -> YearsView:
    """The page for a note's table of two samples."""
    session = Session()
    folder = Path(__file__).parents[3] / "resources" / "samples"
    analyses = [analyse(folder / f"pellwick-ladder-10k-{year}.txt") for year in (2002, 2003)]
    for one in analyses:
        session.open(one)
    session.show(analyses[1].path, None, "note-2-table-1")
    view = YearsView(session)
    view.hold_chart(ChartView(session, subject=view.subject))
    qtbot.addWidget(view)
    view.show()
    qtbot.waitUntil(lambda: view.across is not None)
    return view


def test_a_table_of_a_note_over_all_years(samples: YearsView, qtbot: QtBot) -> None:
    """It stands first among the statements, which can be chosen beside it, and comes back when it is shown again."""
    assert heads(samples)[:3] == ["2001 10-K 2002", "2002 10-K 2003", "2003 10-K 2003"]
    assert samples.kinds.itemText(0) == "Inventories"
    assert samples.model.cell(0, 0).text == "Finished goods"
    cash = samples.kinds.findText("Cash flows")
    samples._choose_kind(cash)
    qtbot.waitUntil(lambda: samples.across is not None and samples.across.statement.kind is StatementKind.CASH_FLOW)


def test_a_table_of_one_filing_alone_says_so(samples: YearsView, qtbot: QtBot) -> None:
    session = samples.session
    newer = next(one for one in session.analyses if one.path.name.endswith("2003.txt"))
    older = next(one for one in session.analyses if one is not newer)
    session.open(replace(older, tables=()))
    session.show(newer.path, None, "note-10-table-1")
    qtbot.waitUntil(lambda: samples.stack.currentIndex() == 1)
    assert samples.empty.text() == ONCE


def test_the_newest_years_stay_in_sight_until_the_reader_scrolls_away(view: YearsView) -> None:
    bar = view.table.horizontalScrollBar()
    for most in (300, 500, 200):
        bar.setRange(0, most)
        assert bar.value() == most
    bar.setValue(10)
    bar.setRange(0, 700)
    assert bar.value() == 10
