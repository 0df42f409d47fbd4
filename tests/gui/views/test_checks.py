"""The list of checks: what is off first, ties when asked for; a row points at its figures, a figure selects its row."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from core.analysis import Analysis
from core.checks.check import Status
from core.places import Places
from gui.session import Session
from gui.views.checks import ChecksView, Group, lines
from tests.gui import judged, made_up

OFF = "Total liabilities and equity, {}: printed 17,900; its three lines add to 7,900."


@pytest.fixture
def view(session: Session, qtbot: QtBot) -> ChecksView:
    session.show(made_up.PATH)
    view = ChecksView(session)
    qtbot.addWidget(view)
    view.resize(900, 400)
    view.show()
    return view


def drawn(view: ChecksView) -> list[str]:
    """The list as text, a line a row."""
    model = view.model
    rows = ([str(model.data(model.index(row, at))) for at in range(6)] for row in range(model.rowCount()))
    return [" | ".join(cells) for cells in rows]


def test_building_it_changes_nothing(session: Session, qtbot: QtBot) -> None:
    told: list[object] = []
    for signal in (session.shown, session.pointed, session.options_changed, session.rows_selected):
        signal.connect(told.append)
    view = ChecksView(session)
    qtbot.addWidget(view)
    view.show()
    assert told == []


def test_what_is_off_is_listed_and_ties_when_asked_for(view: ChecksView) -> None:
    off = f"▲ | {OFF.format(2002)} | 17,900 | 7,900 | 10,000 | Balance Sheets"
    assert drawn(view) == [off]
    assert view.filters[Group.TIES].text() == "✓ 15 tie"
    view.filters[Group.TIES].click()
    assert drawn(view)[0] == off
    assert len(drawn(view)) == 16
    assert all(line.startswith("✓") for line in drawn(view)[1:])


def test_words_filter(view: ChecksView, qtbot: QtBot) -> None:
    view.filters[Group.TIES].click()
    qtbot.keyClicks(view.words, "gross 2001")
    gross = "Gross profit, 2001: ties with its two lines."
    assert drawn(view) == [f"✓ | {gross} | 3,800 | 3,800 | 0 | Statements of Income"]


def test_enter_points_at_the_figure_and_its_lines(view: ChecksView, session: Session, qtbot: QtBot) -> None:
    told: list[object] = []
    session.pointed.connect(told.append)
    view.table.selectRow(0)
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert len(told) == 1
    assert session.pointing is not None
    source = session.places(made_up.PATH).analysis.filing.document(1).source
    assert [source.read(cite) for cite in session.pointing.cites] == ["$17,900", "3,500", "1,000", "3,400"]
    assert session.statement is not None
    assert session.statement.id == "balance-sheet"


def test_a_figure_pointed_at_elsewhere_selects_its_row(view: ChecksView, session: Session, analysis: Analysis) -> None:
    session.point_at(made_up.PATH, made_up.off(analysis)[0].cites[0])
    assert [index.row() for index in view.table.selectionModel().selectedRows()] == [0]
    session.point_at(made_up.PATH, made_up.cite_of(analysis, "$1,200"))
    assert view.table.selectionModel().selectedRows() == []


def test_another_filing_has_its_own(view: ChecksView, session: Session, earlier: Analysis) -> None:
    session.open(earlier)
    session.show(earlier.path)
    assert drawn(view) == [f"▲ | {OFF.format(2001)} | 17,900 | 7,900 | 10,000 | Balance Sheets"]
    session.close(earlier.path)
    session.close(made_up.PATH)
    assert drawn(view) == []
    assert view.nothing.text() == "Nothing to check in this filing."


def test_the_model_keeps_its_word(view: ChecksView, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(view.model)


def test_what_is_open_is_listed_behind_what_is_off(qtbot: QtBot) -> None:
    session = Session()
    session.open(judged.analysis())
    session.show(made_up.PATH)
    view = ChecksView(session)
    qtbot.addWidget(view)
    view.resize(900, 400)
    view.show()
    assert view.filters[Group.FOUND].text() == "? 1 finding"
    assert drawn(view)[1].startswith("? | The time of column 1 is not known. |  |  |  | ")
    view.table.selectRow(1)
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert session.pointing is not None
    assert session.pointing.cites == (session.places(made_up.PATH).statements["inventories"].cite,)
    view.filters[Group.OFF].click()
    assert view.table.isColumnHidden(2)


def test_what_is_worth_a_look_is_listed_apart(session: Session) -> None:
    analysis = session.places(made_up.PATH).analysis
    off = next(check for check in analysis.checks if check.status is Status.OFF)
    looks = [replace(off, status=Status.NOT_CHECKED, probability=share, title=f"{share}") for share in (0.5, 0.9)]
    listed = lines(Places(replace(analysis, checks=(*looks, *analysis.checks))))
    assert [line.group for line in listed[:3]] == [Group.OFF, Group.LOOK, Group.LOOK]
    assert [line.words for line in listed[1:3]] == ["0.9", "0.5"]
