"""The library searched in the window: what is typed is looked for in another thread, and a hit leads to its place."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.analysis import analyse
from core.library import update as library_update
from gui.jobs import Jobs
from gui.models.arrival import CHANGED
from gui.models.hits import COMPANY, HitsModel, place_of
from gui.session import Session
from gui.theme import Theme
from gui.views import search as page
from gui.views.search import NONE_YET, SearchView
from tests.core.library.made import KETTLES, ROPES, fill, library


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Filings, and a place for a library that is not there yet."""
    monkeypatch.setenv("TIEOUT_LIBRARY", str(tmp_path / "library.sqlite"))
    monkeypatch.setenv("TIEOUT_STORE", "off")
    fill(tmp_path / "in")
    return tmp_path / "in"


@pytest.fixture
def filled(folder: Path, tmp_path: Path) -> Path:
    """The same with a library of them."""
    with library(tmp_path / "library.sqlite", folder):
        return folder


@pytest.fixture
def view(bare_session: Session, jobs: Jobs, folder: Path, qtbot: QtBot) -> SearchView:
    view = SearchView(bare_session, jobs)
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.show()
    return view


def ask(view: SearchView, jobs: Jobs, qtbot: QtBot, query: str) -> list[str]:
    """What is listed for a question: file and sentence."""
    view.query.setText(query)
    view.look()
    qtbot.waitUntil(lambda: not jobs.busy())
    return [f"{hit.path.name}: {hit.sentence}" for hit in view.model.values]


def click(view: SearchView, row: int, qtbot: QtBot) -> None:
    """A click on a row of the list."""
    index = view.model.index(row, 0)
    qtbot.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=view.table.visualRect(index).center())


def test_without_a_library_it_says_how_one_is_made(view: SearchView, jobs: Jobs, qtbot: QtBot) -> None:
    assert ask(view, jobs, qtbot, "hemp") == []
    assert view.foot.text() == NONE_YET
    assert not view.update_all.isEnabled()


@pytest.mark.usefixtures("filled")
def test_hits_are_listed_with_their_filing(view: SearchView, jobs: Jobs, qtbot: QtBot) -> None:
    assert ask(view, jobs, qtbot, "hemp") == ["rope-1999.txt: The Company makes things of hemp."]
    shown = [view.model.index(0, at).data() for at in range(view.model.columnCount())]
    assert shown[1:] == [ROPES, "10-K", "1999"]
    assert view.foot.text() == "1 hit"
    assert len(ask(view, jobs, qtbot, "copper")) == 2
    assert view.foot.text() == "2 hits"
    assert ask(view, jobs, qtbot, "zinc") == []
    assert view.foot.text() == "Nothing was found"


@pytest.mark.usefixtures("filled")
def test_limits(view: SearchView, jobs: Jobs, qtbot: QtBot) -> None:
    view.company.setText("rope")
    assert [line[:4] for line in ask(view, jobs, qtbot, "seasonal")] == ["rope"]
    view.company.clear()
    view.years.setText("1998-1998")
    assert [line[:11] for line in ask(view, jobs, qtbot, "seasonal")] == ["kettle-1998"]
    view.years.clear()
    view.statement.setCurrentText("Balance sheet")
    assert ask(view, jobs, qtbot, "seasonal") == []
    assert len(ask(view, jobs, qtbot, "inventories")) == 3
    view.statement.setCurrentText("Anywhere")
    view.note.setText("2")
    assert len(ask(view, jobs, qtbot, "wharf")) == 3
    view.note.setText("1")
    assert ask(view, jobs, qtbot, "wharf") == []


@pytest.mark.usefixtures("filled")
def test_what_cannot_be_understood_is_said(view: SearchView, jobs: Jobs, qtbot: QtBot) -> None:
    assert ask(view, jobs, qtbot, "(hemp") == []
    assert "bracket" in view.foot.text()
    view.years.setText("98")
    assert ask(view, jobs, qtbot, "hemp") == []
    assert view.foot.text().startswith("98 is no year")


@pytest.mark.usefixtures("filled")
def test_what_is_typed_is_looked_for_after_a_moment(view: SearchView, qtbot: QtBot) -> None:
    qtbot.keyClicks(view.query, "hemp")
    assert view.model.rowCount() == 0
    qtbot.waitUntil(lambda: view.model.rowCount() == 1)


def test_a_hit_opens_its_filing_at_its_place(
    view: SearchView, bare_session: Session, jobs: Jobs, filled: Path, qtbot: QtBot
) -> None:
    ask(view, jobs, qtbot, "hemp")
    with qtbot.waitSignal(view.arrival.open_asked) as asked:
        click(view, 0, qtbot)
    path = filled / "rope-1999.txt"
    assert asked.args == [[path]]
    bare_session.open(analyse(path))
    bare_session.show(path)
    qtbot.waitUntil(lambda: bare_session.pointing is not None)
    assert bare_session.pointing is not None
    place = bare_session.pointing.cites[0]
    text = bare_session.places(path).analysis.filing.document(place.document).source.text
    assert text[place.start : place.end] == "hemp"
    assert bare_session.page == page.PAGE
    other = ask(view, jobs, qtbot, "wharf NEAR/9 2004")
    at = next(row for row, line in enumerate(other) if line.startswith("rope"))
    view.table.activated.emit(view.model.index(at, 0))
    assert bare_session.pointing.cites[0] != place
    assert bare_session.page == ""
    bare_session.go(-1)
    assert bare_session.page == page.PAGE


def test_a_file_that_changed_is_not_pointed_into(
    view: SearchView, bare_session: Session, jobs: Jobs, filled: Path, qtbot: QtBot
) -> None:
    ask(view, jobs, qtbot, "hemp")
    path = filled / "rope-1999.txt"
    path.write_text(path.read_text().replace("hemp", "sisal"))
    bare_session.open(analyse(path))
    bare_session.show(path)
    click(view, 0, qtbot)
    assert bare_session.pointing is None
    assert view.foot.text() == CHANGED.format("rope-1999.txt")
    assert place_of(view.model.values[0], bare_session.places(path)) is None


def test_a_folder_is_added_and_brought_up_to_date(view: SearchView, jobs: Jobs, folder: Path, qtbot: QtBot) -> None:
    view.build(folder)
    assert view.stop.isVisible()
    qtbot.waitUntil(lambda: not jobs.busy(), timeout=60_000)
    assert view.foot.text() == "3 read, 0 as they were, 0 gone, 1 not read"
    assert not view.stop.isVisible()
    assert ask(view, jobs, qtbot, "hemp")
    (folder / "rope-1999.txt").unlink()
    view.update_all.click()
    qtbot.waitUntil(lambda: not jobs.busy(), timeout=60_000)
    assert "1 gone" in view.foot.text()
    assert ask(view, jobs, qtbot, "hemp") == []


def test_it_can_be_stopped(
    view: SearchView, jobs: Jobs, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library_update, "update", lambda _shelf, _store, told: [told(at, 10**9) for at in range(10**9)])
    view.build(folder)
    qtbot.waitUntil(lambda: "filings read" in view.foot.text())
    view.stop.click()
    qtbot.waitUntil(lambda: not jobs.busy())
    assert view.add.isVisible()
    assert not view.stop.isVisible()


def test_keys(view: SearchView, qtbot: QtBot, theme: Theme) -> None:
    view.set_theme(theme)
    view.activateWindow()
    view.begin()
    qtbot.keyClick(view.query, Qt.Key.Key_Down)
    assert view.table.hasFocus()
    with qtbot.waitSignal(view.leave_asked):
        qtbot.keyClick(view.query, Qt.Key.Key_Escape)


def test_a_narrow_page_leaves_the_company_out(view: SearchView) -> None:
    assert not view.table.isColumnHidden(COMPANY)
    view.resize(400, 500)
    assert view.table.isColumnHidden(COMPANY)


@pytest.mark.usefixtures("filled")
def test_the_whole_is_told_where_there_is_no_room(view: SearchView, jobs: Jobs, qtbot: QtBot) -> None:
    ask(view, jobs, qtbot, "tin")
    model: HitsModel = view.model
    told = str(model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole))
    assert "ITEM 1" in told.upper() or "1 " in told
    assert "kettle-1999.txt, line" in told
    assert model.values[0].company == KETTLES


@pytest.mark.usefixtures("filled")
def test_all_hits_are_written_with_the_filings_without_one(
    view: SearchView, jobs: Jobs, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.views.search.QFileDialog.getSaveFileName", lambda *_: (str(tmp_path / "out.xlsx"), ""))
    ask(view, jobs, qtbot, "nothing-like-it")
    assert not view.export.isEnabled()
    ask(view, jobs, qtbot, "hemp")
    view.export.click()
    qtbot.waitUntil(lambda: not jobs.busy())
    assert "filings without one: out.xlsx" in view.foot.text()
    assert (tmp_path / "out.xlsx").exists()
    monkeypatch.setattr("gui.views.search.QFileDialog.getSaveFileName", lambda *_: (str(tmp_path / "out.txt"), ""))
    view.export.click()
    qtbot.waitUntil(lambda: not jobs.busy())
    assert "must end in" in view.foot.text()


def _lines(view: SearchView) -> list[str]:
    view.list_saved()
    return [action.text() for action in view.kept.menu().actions() if action.text()]


@pytest.mark.usefixtures("filled")
def test_searches_are_kept_by_name(
    view: SearchView, jobs: Jobs, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    monkeypatch.setattr("gui.views.search.QInputDialog.getText", lambda *_, **__: ("Rope & twine", True))
    assert _lines(view) == ["Save This Search…", "Forget"]
    view.form.setText("10-K")
    first = ask(view, jobs, qtbot, "hemp")
    view.list_saved()
    next(action for action in view.kept.menu().actions() if action.text().startswith("Save")).trigger()
    assert _lines(view) == ["Rope && twine", "Save This Search…", "Forget"]
    view.form.clear()
    ask(view, jobs, qtbot, "kettle")
    view.list_saved()
    view.kept.menu().actions()[0].trigger()
    qtbot.waitUntil(lambda: not jobs.busy())
    assert (view.query.text(), view.form.text()) == ("hemp", "10-K")
    assert [f"{hit.path.name}: {hit.sentence}" for hit in view.model.values] == first
    (tmp_path / "settings" / "tieout" / "searches.json").write_text("{")
    assert _lines(view) == ["Save This Search…", "Forget"]
    assert "holds no searches" in view.foot.text()
