"""The figures of the library asked in the window: a table and a chart, each figure one click from its filing."""

from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from core.analysis import analyse
from core.bulk import each
from core.library.answers import Point, Series, opened
from core.library.data import bring_up, place_beside
from core.library.shelf import opened as opened_library
from core.store.disk import Store
from gui.jobs import Jobs
from gui.models.answers import AnswersModel
from gui.session import Session
from gui.views.figures import NO_LIBRARY, NONE_YET, PAGE, STARRED, FiguresView
from tests.core.library.test_answers import filing


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three filings of two companies, and a place for a library that is not there yet."""
    monkeypatch.setenv("TIEOUT_LIBRARY", str(tmp_path / "library.sqlite"))
    monkeypatch.setenv("TIEOUT_STORE", "off")
    made = tmp_path / "in"
    made.mkdir()
    (made / "a96.txt").write_text(filing("NORTHFIELD ROPE CORP", 77, 1996, (90_000, 81_000), (60_000, 51_000)))
    (made / "a97.txt").write_text(filing("NORTHFIELD ROPE CORP", 77, 1997, (99_000, 93_000), (66_000, 63_000)))
    (made / "b97.txt").write_text(filing("TIDEWATER KETTLE CO", 88, 1997, (30_000, 27_000), (15_000, 12_000)))
    return made


@pytest.fixture
def library(folder: Path, tmp_path: Path) -> Path:
    """The library of them, whose figures are not read yet."""
    with opened_library(tmp_path / "library.sqlite", new=True) as shelf:
        shelf.add_folder(folder)
    return tmp_path / "library.sqlite"


@pytest.fixture
def read(library: Path) -> Path:
    """The same with its figures."""
    with opened_library(library) as shelf:
        bring_up(shelf, library, partial(each, store=Store(None), workers=1), lambda _done, _of: None)
    return library


@pytest.fixture
def view(bare_session: Session, jobs: Jobs, folder: Path, qtbot: QtBot) -> FiguresView:
    view = FiguresView(bare_session, jobs)
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.show()
    qtbot.waitUntil(lambda: not jobs.busy())
    return view


def ask(view: FiguresView, jobs: Jobs, qtbot: QtBot, question: int, line: str) -> list[list[str]]:
    """The answer as it is shown, with its heads."""
    view.question.setCurrentIndex(question)
    view.line.setText(line)
    view.ask()
    qtbot.waitUntil(lambda: not jobs.busy())
    model = view.model
    rows = [[str(model.index(row, at).data()) for at in range(model.columnCount())] for row in range(model.rowCount())]
    return [list(model.heads), *rows]


def click(view: FiguresView, index: QModelIndex, qtbot: QtBot) -> None:
    at = view.table.visualRect(index).center()
    qtbot.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_without_a_library_it_says_so(view: FiguresView) -> None:
    assert view.foot.text() == NO_LIBRARY
    assert not view.read.isEnabled()
    assert not view.export.isEnabled()


@pytest.mark.usefixtures("library")
def test_the_figures_are_read_when_asked_for(view: FiguresView, jobs: Jobs, qtbot: QtBot) -> None:
    assert view.foot.text() == NONE_YET
    view.read.click()
    qtbot.waitUntil(lambda: not jobs.busy(), timeout=60_000)
    assert view.foot.text() == "3 read, 0 as they were, 0 not read"
    assert len(ask(view, jobs, qtbot, 0, "net sales")) == 3


@pytest.mark.usefixtures("read")
def test_a_line_by_company_the_newest_year_first_and_the_largest(view: FiguresView, jobs: Jobs, qtbot: QtBot) -> None:
    assert ask(view, jobs, qtbot, 0, "net sales") == [
        ["Company", "1997", "1996", "1995"],
        ["Northfield Rope Corp", "99,000", "93,000 *", "81,000"],
        ["Tidewater Kettle Co", "30,000", "27,000", ""],
    ]
    assert view.foot.text() == f"2 rows · U.S. dollars in thousands · {STARRED}"
    assert "prints it otherwise" in str(view.model.index(0, 2).data(Qt.ItemDataRole.ToolTipRole))
    view.company.setText("tidewater")
    assert [row[0] for row in ask(view, jobs, qtbot, 0, "net sales")] == ["Company", "Tidewater Kettle Co"]
    view.years.setText("1997")
    assert ask(view, jobs, qtbot, 0, "net sales")[0] == ["Company", "1997"]


@pytest.mark.usefixtures("read")
def test_every_cell_is_the_figure_of_the_answer(view: FiguresView, jobs: Jobs, qtbot: QtBot, tmp_path: Path) -> None:
    ask(view, jobs, qtbot, 0, "net sales")
    with opened(place_beside(tmp_path / "library.sqlite")) as answers:
        from core.library.answers import Asked

        told = {one.name.casefold(): one.points for one in answers.line(Asked("net sales"))}
    for row in range(view.model.rowCount()):
        points = told[str(view.model.index(row, 0).data()).casefold()]
        for year, point in points.items():
            shown = str(view.model.place(row, str(year)).data()).removesuffix(" *").replace(",", "")
            assert int(shown) * view.model.scale == point.whole


@pytest.mark.usefixtures("read")
def test_parts_and_what_was_printed_otherwise(view: FiguresView, jobs: Jobs, qtbot: QtBot) -> None:
    view.company.setText("northfield")
    parts = ask(view, jobs, qtbot, 1, "net sales")
    assert parts[:2] == [["Part", "1997", "1996", "1995"], ["Total", "99,000", "93,000 *", "81,000"]]
    assert ask(view, jobs, qtbot, 2, "net sales") == [
        ["Company", "Line", "Period", "First printed", "Later", "Change"],
        ["Northfield Rope Corp", "Net sales", "year to 1996-12-31", "90,000", "93,000", "3,000"],
    ]
    assert view.table.isColumnHidden(0)
    assert view.statement is None


@pytest.mark.usefixtures("read")
def test_a_figure_leads_to_its_place_in_its_filing(
    view: FiguresView, bare_session: Session, jobs: Jobs, folder: Path, qtbot: QtBot
) -> None:
    ask(view, jobs, qtbot, 0, "net sales")
    with qtbot.waitSignal(view.arrival.open_asked) as asked:
        click(view, view.model.place(0, "1996"), qtbot)
    assert asked.args == [[folder / "a97.txt"]]
    bare_session.open(analyse(folder / "a97.txt"))
    bare_session.show(folder / "a97.txt")
    qtbot.waitUntil(lambda: bare_session.pointing is not None)
    assert bare_session.pointing is not None
    assert bare_session.pointing.path == folder / "a97.txt"
    source = bare_session.places(folder / "a97.txt").analysis.filing.document(1).source
    place = bare_session.pointing.cites[0]
    assert source.text[place.start : place.end] == "93,000"
    assert bare_session.page == PAGE


@pytest.mark.usefixtures("read")
def test_a_file_that_is_another_now_is_not_pointed_into(
    view: FiguresView, bare_session: Session, jobs: Jobs, folder: Path, qtbot: QtBot
) -> None:
    ask(view, jobs, qtbot, 0, "net sales")
    (folder / "b97.txt").write_text(filing("TIDEWATER KETTLE CO", 88, 1997, (31_000, 27_000), (15_000, 12_000)))
    click(view, view.model.place(1, "1997"), qtbot)
    bare_session.open(analyse(folder / "b97.txt"))
    bare_session.show(folder / "b97.txt")
    qtbot.waitUntil(lambda: "is not what the library read" in view.foot.text())
    assert bare_session.pointing is None


@pytest.mark.usefixtures("read")
def test_the_chart_draws_the_answer_and_leads_to_its_figures(view: FiguresView, jobs: Jobs, qtbot: QtBot) -> None:
    ask(view, jobs, qtbot, 0, "net sales")
    table = view.subject.statement
    assert table is not None
    assert [column.label for column in table.columns] == ["1995", "1996", "1997"]
    assert [int(figure.value or 0) for figure in table.rows[0].figures] == [81_000_000, 93_000_000, 99_000_000]
    assert view.subject.title == "net sales"
    with qtbot.waitSignal(view.arrival.open_asked) as asked:
        view.subject.point(0, table.rows[0].figures[0], ())
    assert asked.args[0][0].name == "a96.txt"
    view.table.selectAll()
    assert view.subject.rows == (0, 1)


@pytest.mark.usefixtures("read")
def test_what_cannot_be_asked_is_said(view: FiguresView, jobs: Jobs, qtbot: QtBot) -> None:
    view.years.setText("then")
    ask(view, jobs, qtbot, 0, "net sales")
    assert "year" in view.foot.text()
    view.years.clear()
    assert ask(view, jobs, qtbot, 0, "carloads") == [["Company"]]
    assert view.foot.text() == "Nothing was found"


@pytest.mark.usefixtures("read")
def test_lines_are_offered(view: FiguresView) -> None:
    offered = view.line.completer().model()
    assert "Net sales" in {offered.index(row, 0).data() for row in range(offered.rowCount())}


@pytest.mark.usefixtures("read")
def test_the_answer_is_exported(
    view: FiguresView, jobs: Jobs, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(view, jobs, qtbot, 0, "net sales")
    out = tmp_path / "answer.csv"
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *_: (str(out), ""))
    view.export.click()
    qtbot.waitUntil(lambda: not jobs.busy())
    assert view.foot.text() == "5 rows: answer.csv"
    assert out.read_text(encoding="utf-8-sig").count("\n") == 6


def test_escape_leaves(view: FiguresView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.leave_asked):
        qtbot.keyClick(view.table, Qt.Key.Key_Escape)


def test_other_currencies_stand_last_and_small_amounts_keep_figures() -> None:
    def series(name: str, currency: str, whole: str) -> Series:
        rest = ("", date(1997, 12, 31), "a.txt", "", "10-K", None, 1, 0, 1)
        return Series(name, {1997: Point(Decimal(whole), currency, "money", whole, *rest)})

    model = AnswersModel()
    model.show_years(
        "Assets",
        [series("A", "EUR", "90000000000"), series("B", "USD", "5000000"), series("C", "USD", "28604")],
        "Company",
    )
    shown = [[model.index(row, at).data() for at in (0, 1)] for row in range(3)]
    assert shown == [["B (USD)", "5"], ["C (USD)", "0.029"], ["A (EUR)", "90,000"]]
    assert (model.charted, model.scale) == ("USD", 1_000_000)
    assert model.statement is not None
    assert [row.label for row in model.statement.rows] == ["B", "C"]


@pytest.mark.usefixtures("read")
def test_what_is_typed_whole_is_not_offered_over_the_answer(
    view: FiguresView, jobs: Jobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    popup, put_away = view.line.completer().popup(), list[bool]()
    monkeypatch.setattr(popup, "hide", lambda: put_away.append(True))
    for typed, away in (("net sal", []), ("net sales", [True])):
        view.line.completer().setCompletionPrefix(typed)
        ask(view, jobs, qtbot, 0, typed)
        assert put_away == away
