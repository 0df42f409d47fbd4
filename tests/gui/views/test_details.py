"""The details under the source: what they follow, where they lead, what they copy."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.analysis import Analysis
from core.source import Cite, Span
from gui.session import Session
from gui.table.named import ROW
from gui.theme import Theme
from gui.views.details import STRIP, DetailsView
from tests.gui import made_up

PATH = made_up.PATH


@pytest.fixture
def analysis() -> Analysis:
    """The made-up filing with some of its figures tagged."""
    return made_up.with_tags()


@pytest.fixture
def view(qtbot: QtBot, session: Session) -> DetailsView:
    """The details, unfolded; nothing is pointed at."""
    view = DetailsView(session)
    qtbot.addWidget(view)
    view.resize(520, 360)
    view.fold(folded=False)
    view.show()
    return view


def place(session: Session, statement: str, row: int, column: int) -> Cite:
    """The place of a figure."""
    return session.places(PATH).statements[statement].rows[row].figures[column].cite


def lines(view: DetailsView) -> list[str]:
    """What the list shows."""
    model = view.lines.lines
    return [f"{model.index(row, 0).data()}: {model.index(row, 1).data()}" for row in range(model.rowCount())]


def row_of(view: DetailsView, name: str) -> int:
    """The row of a line."""
    return next(row for row, line in enumerate(view.lines.lines.values) if line.name == name)


def middle(view: DetailsView, name: str) -> QPoint:
    """A point on a line's value."""
    rect = view.lines.visualRect(view.lines.lines.index(row_of(view, name), 1))
    return QPoint(rect.left() + 20, rect.center().y())


def test_building_changes_nothing(qtbot: QtBot, session: Session) -> None:
    session.point_at(PATH, place(session, "balance-sheet", 3, 0))
    heard: list[object] = []
    for signal in (session.shown, session.pointed, session.rows_selected, session.options_changed):
        signal.connect(heard.append)
    view = DetailsView(session)
    qtbot.addWidget(view)
    view.resize(520, 100)
    view.show()
    assert heard == []
    assert view.summary.text() == "$1,500,000 · Inventory Net"


def test_a_hint_till_something_is_pointed_at(view: DetailsView, session: Session) -> None:
    assert view.hint.isVisible()
    assert not view.copies.isEnabled()
    session.point_at(PATH, place(session, "balance-sheet", 3, 0))
    assert not view.hint.isVisible()
    assert lines(view)[:3] == ["Line: Inventories", "Table: Balance Sheets · 2003", "Concept: Inventory Net"]
    session.point_at(PATH)
    assert view.hint.isVisible()
    assert lines(view) == []


def test_it_follows_a_number_in_prose(view: DetailsView, session: Session) -> None:
    session.point_at(PATH, made_up.cite_of(session.places(PATH).analysis, "41"))
    assert lines(view)[1] == "Tag: hl:NumberOfEmployees"


def test_a_click_leads_to_the_other_place(qtbot: QtBot, view: DetailsView, session: Session) -> None:
    here, there = place(session, "balance-sheet", 3, 0), place(session, "inventories", 2, 0)
    session.point_at(PATH, here)
    heard: list[object] = []
    session.pointed.connect(heard.append)
    qtbot.mouseClick(view.lines.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, "Also at"))
    assert session.pointing is not None
    assert session.pointing.cites == (there,)
    assert session.statement is session.places(PATH).statements["inventories"]
    assert len(heard) == 1
    assert view.lines.lines.values[row_of(view, "Also at")].cite == here


def test_a_click_on_words_leads_nowhere(qtbot: QtBot, view: DetailsView, session: Session) -> None:
    session.point_at(PATH, place(session, "balance-sheet", 3, 0))
    before = session.pointing
    qtbot.mouseClick(view.lines.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, "Tag"))
    assert session.pointing is before


def test_enter_on_the_own_place_points_there_anew(qtbot: QtBot, view: DetailsView, session: Session) -> None:
    session.point_at(PATH, place(session, "balance-sheet", 3, 0))
    heard: list[object] = []
    session.pointed.connect(heard.append)
    view.lines.setCurrentIndex(view.lines.lines.index(row_of(view, "Place"), 0))
    qtbot.keyClick(view.lines, Qt.Key.Key_Return)
    assert heard == [None, session.pointing]
    assert session.pointing is not None
    assert session.pointing.cites == (place(session, "balance-sheet", 3, 0),)


def test_what_is_copied(qtbot: QtBot, view: DetailsView, session: Session) -> None:
    session.point_at(PATH, place(session, "balance-sheet", 1, 0))
    clipboard = QApplication.clipboard()
    view.lines.selectRow(row_of(view, "Tag"))
    qtbot.keyClick(view.lines, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == "us-gaap:CashAndCashEquivalentsAtCarryingValue"
    clipboard.setText("")
    concept, everything = view.copies.menu().actions()
    concept.trigger()
    assert clipboard.text() == "us-gaap:CashAndCashEquivalentsAtCarryingValue"
    everything.trigger()
    assert clipboard.text().splitlines()[5:7] == ["Value\t$1,200,000", "Printed\t$1,200"]
    view.select_all()
    view.copy()
    assert len(clipboard.text().splitlines()) == len(lines(view))


def wrapped(view: DetailsView) -> list[str]:
    """The names of the lines that take more than one line of words."""
    lines = enumerate(view.lines.lines.values)
    return [line.name for row, line in lines if view.lines.rowHeight(row) > ROW]


def test_long_values_wrap_at_the_width_there_is(qtbot: QtBot, view: DetailsView, session: Session) -> None:
    session.point_at(PATH, place(session, "balance-sheet", 1, 0))
    qtbot.waitUntil(lambda: wrapped(view) == [])
    view.resize(300, 360)
    qtbot.waitUntil(lambda: wrapped(view) == ["Concept", "Tag"])
    view.resize(520, 360)
    qtbot.waitUntil(lambda: wrapped(view) == [])


def test_folded_it_says_the_most_in_a_line(qtbot: QtBot, view: DetailsView, session: Session) -> None:
    asked: list[bool] = []
    view.fold_asked.connect(lambda: asked.append(True))
    session.point_at(PATH, place(session, "inventories", 1, 0))
    assert view.summary.text() == ""
    qtbot.mouseClick(view.button, Qt.MouseButton.LeftButton)
    assert asked == [True]
    view.fold(folded=True)
    assert view.maximumHeight() == STRIP
    assert not view.lines.isVisible()
    assert view.summary.text().startswith("$600,000 · Lamps In Stock")
    assert view.button.accessibleName() == "Details: $600,000 · Lamps In Stock · the filer's own"


def test_hidden_it_waits(qtbot: QtBot, view: DetailsView, session: Session) -> None:
    view.hide()
    session.point_at(PATH, place(session, "inventories", 1, 0))
    assert lines(view) == []
    view.show()
    assert lines(view)[0] == "Line: Finished lamps"


def test_a_closed_filing_leaves_nothing(view: DetailsView, session: Session) -> None:
    session.point_at(PATH, place(session, "inventories", 1, 0))
    session.close(PATH)
    assert lines(view) == []


def test_words_without_any_tag(view: DetailsView, session: Session) -> None:
    session.point_at(PATH, Cite(1, (Span(0, 0),)))
    assert lines(view) == ["Concept: not tagged", "Place: Cover · page 2 · line 1"]


def test_it_draws_in_both_themes(view: DetailsView, session: Session, theme: Theme) -> None:
    session.point_at(PATH, place(session, "balance-sheet", 3, 0))
    view.set_theme(theme)
    drawn = view.grab().toImage()
    assert drawn.pixelColor(drawn.width() - 40, drawn.height() - 8) == theme.ground
    assert drawn.pixelColor(drawn.width() // 2, 4) == theme.panel


def test_an_amount_is_never_cut(qtbot: QtBot, session: Session) -> None:
    session.point_at(PATH, place(session, "balance-sheet", 3, 0))
    view = DetailsView(session)
    qtbot.addWidget(view)
    view.show()
    whole = "$1,500,000 · Inventory Net"
    said = set()
    for width in range(700, 200, -10):
        view.resize(width, 100)
        qtbot.wait(1)
        view._tell()
        said.add(view.summary.text())
    assert all(each in ("", "$1,500k", "$1,500,000") or each.startswith("$1,500,000 ") for each in said), said
    assert {"", "$1,500k", whole} <= said


def test_a_long_caption_is_cut_where_it_has_no_room(qtbot: QtBot, session: Session) -> None:
    view = DetailsView(session)
    qtbot.addWidget(view)
    view.resize(400, 100)
    view.show()
    view.summary.setFixedWidth(100)
    assert view._cut("Earnings per common share before extraordinary items").endswith("…")
    assert view._cut("$12,000,000,001,234") == ""
