"""The list of checks: what is off first, ties when asked for; a row points at its figures, a figure selects its row."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from core.analysis import Analysis
from core.checks.check import Status
from core.places import Places
from gui.models.checks import Group, lines
from gui.remarks import NOTHING, OfFiling, OwnSum, Remarks, key_of_check
from gui.session import Session
from gui.views.checks import ChecksView
from tests.gui import judged, made_up

PLACE = "Item 8 · line 46"
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
    rows = ([str(model.data(model.index(row, at))) for at in range(5)] for row in range(model.rowCount()))
    return [" | ".join(cells).replace("\n", " / ") for cells in rows]


def test_building_it_changes_nothing(session: Session, qtbot: QtBot) -> None:
    told: list[object] = []
    for signal in (session.shown, session.pointed, session.options_changed, session.rows_selected):
        signal.connect(told.append)
    view = ChecksView(session)
    qtbot.addWidget(view)
    view.show()
    assert told == []


def test_what_is_off_is_listed_and_ties_when_asked_for(view: ChecksView) -> None:
    off = f"▲ | {OFF.format(2002)} / {PLACE} | 17,900 | 7,900 | 10,000"
    assert drawn(view) == [" | Balance Sheets / ▲ 1 |  |  | ", off]
    assert view.filters[Group.TIES].text() == "✓ 15 tie"
    view.filters[Group.TIES].click()
    listed = [line for line in drawn(view) if line.startswith(("✓", "▲"))]
    assert listed[0] == off
    assert len(listed) == 16
    assert all(line.startswith("✓") for line in listed[1:])


def test_lines_stand_under_what_they_are_about_the_worst_first(view: ChecksView) -> None:
    view.filters[Group.TIES].click()
    heads = [line.split(" / ")[0] for line in drawn(view) if line.startswith(" | ")]
    assert heads == [" | Balance Sheets", " | Statements of Income", " | Note 2  Inventories"]
    rows = [row for row, line in enumerate(view.model.values) if line.head]
    assert not view.model.index(rows[1], 0).flags() & Qt.ItemFlag.ItemIsSelectable
    assert all(view.table.columnSpan(row, 1) == 4 for row in rows)


def test_words_filter(view: ChecksView, qtbot: QtBot) -> None:
    view.filters[Group.TIES].click()
    qtbot.keyClicks(view.words, "gross 2001")
    gross = "Gross profit, 2001: ties with its two lines."
    assert [line.replace(f" / {line.split(' / ')[-1].split(' | ')[0]}", "") for line in drawn(view)[1:]] == [
        f"✓ | {gross} | 3,800 | 3,800 | 0"
    ]
    assert " · line " in drawn(view)[1]


def test_enter_points_at_the_figure_and_its_lines(view: ChecksView, session: Session, qtbot: QtBot) -> None:
    told: list[object] = []
    session.pointed.connect(told.append)
    left: list[bool] = []
    view.leave_asked.connect(lambda: left.append(True))
    view.table.selectRow(1)
    assert len(told) == 1
    assert left == []
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert len(told) == 1
    assert left == [True]
    assert session.pointing is not None
    source = session.places(made_up.PATH).analysis.filing.document(1).source
    assert [source.read(cite) for cite in session.pointing.cites] == ["$17,900", "3,500", "1,000", "3,400"]
    assert session.statement is not None
    assert session.statement.id == "balance-sheet"


def test_a_figure_pointed_at_elsewhere_selects_its_row(view: ChecksView, session: Session, analysis: Analysis) -> None:
    session.point_at(made_up.PATH, made_up.off(analysis)[0].cites[0])
    assert [index.row() for index in view.table.selectionModel().selectedRows()] == [1]
    session.point_at(made_up.PATH, made_up.cite_of(analysis, "$1,200"))
    assert view.table.selectionModel().selectedRows() == []


def test_another_filing_has_its_own(view: ChecksView, session: Session, earlier: Analysis) -> None:
    session.open(earlier)
    session.show(earlier.path)
    assert drawn(view)[1:] == [f"▲ | {OFF.format(2001)} / {PLACE} | 17,900 | 7,900 | 10,000"]
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
    assert drawn(view)[3].startswith("? | The time of column 1 is not known. / ")
    view.table.selectRow(3)
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


def test_a_finding_is_accepted_with_a_word_why_and_that_is_taken_back(
    view: ChecksView, session: Session, qtbot: QtBot
) -> None:
    told: list[object] = []
    session.remarked.connect(told.append)
    view.table.selectRow(1)
    view.foot.accept.click()
    assert not view.foot.sure.isEnabled()
    qtbot.keyClicks(view.foot.why, "The company says so")
    qtbot.keyClick(view.foot.why, Qt.Key.Key_Return)
    assert told == [made_up.PATH]
    assert drawn(view)[1] == (
        f"☑ | {OFF.format(2002)} / {PLACE} / Accepted: The company says so | 17,900 | 7,900 | 10,000"
    )
    assert view.filters[Group.ACCEPTED].text() == "☑ 1 accepted"
    assert view.filters[Group.OFF].isHidden()
    view.foot.undo.click()
    assert drawn(view)[1].startswith("▲")


def test_escape_leaves_the_word_why_and_not_the_page(view: ChecksView, qtbot: QtBot) -> None:
    left: list[bool] = []
    view.leave_asked.connect(lambda: left.append(True))
    view.table.selectRow(1)
    view.foot.accept.click()
    qtbot.keyClick(view.foot.why, Qt.Key.Key_Escape)
    assert view.foot.stack.currentIndex() == 0
    assert left == []
    assert drawn(view)[1].startswith("▲")


def test_what_cannot_be_kept_is_told(analysis: Analysis, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("no folder")
    session = Session(remarks=Remarks(tmp_path / "folder" / "remarks.json"))
    session.open(analysis)
    session.show(made_up.PATH)
    view = ChecksView(session)
    qtbot.addWidget(view)
    view.show()
    view.table.selectRow(1)
    with qtbot.waitSignal(view.failed) as failed:
        view._accept("why")
    assert "could not be kept" in failed.args[0]
    assert drawn(view)[1].startswith("▲")


def test_a_sum_of_ones_own_is_listed_first_and_let_go(view: ChecksView, session: Session, analysis: Analysis) -> None:
    cites = [made_up.cite_of(analysis, words) for words in ("$1,200", "2,300", "1,500", "5,000")]
    session.note(made_up.PATH, lambda file: session.remarks.add(file, OwnSum(cites[3], tuple(cites[:3]))))
    assert drawn(view)[2] == " | Your own sums / Σ 1 |  |  | "
    assert drawn(view)[3].startswith("Σ | Total current assets, 2003: 5,000 is what the 3 figures you chose come to.")
    view.table.selectRow(3)
    view.foot.undo.click()
    assert len(drawn(view)) == 2


def test_narrow_the_sentence_has_the_room(view: ChecksView, qtbot: QtBot) -> None:
    view.resize(500, 400)
    qtbot.waitUntil(lambda: view.table.isColumnHidden(2))
    assert not view.table.isColumnHidden(4)
    assert view.table.columnWidth(1) > 300
    assert view.table.rowHeight(1) >= view.painter.height_of(
        view.model.values[1], view.table.font(), view.table.columnWidth(1)
    )
    labels = [button.text() for button in view.filters.values() if button.isVisible()]
    assert labels == ["▲ 1 does not tie", "✓ 15 tie"]
    view.setMinimumWidth(1)
    view.setFixedWidth(180)
    qtbot.waitUntil(lambda: view.filters[Group.OFF].text() == "▲ 1")


def test_what_is_accepted_is_another_group(session: Session) -> None:
    places = session.places(made_up.PATH)
    key = key_of_check(made_up.off(places.analysis)[0])
    assert lines(places, OfFiling(((key, "why"),)))[0].group is Group.ACCEPTED
    assert lines(places, NOTHING)[0].group is Group.OFF
