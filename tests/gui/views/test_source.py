"""The source view follows the session, and leads it: two ways, without an echo."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.analysis import Analysis
from core.read.filing import Document, Format
from core.source import Cite, Source, Span
from gui.session import Session
from gui.views.source import SourceView
from tests.gui import made_up


@pytest.fixture
def view(session: Session, qtbot: QtBot) -> SourceView:
    return source_of(session, qtbot)


def source_of(session: Session, qtbot: QtBot) -> SourceView:
    """The made-up filing of this session in a window."""
    session.show(made_up.PATH)
    view = SourceView(session)
    qtbot.addWidget(view)
    view.resize(600, 360)
    view.show()
    qtbot.wait(1)
    return view


def lit(view: SourceView) -> str:
    """What is lit, as text: `*strong*` and soft."""
    marks = ((view.page.source.text[one.span.start : one.span.end], one.strong) for one in view.page.lit)
    return " ".join(f"*{words}*" if strong else words for words, strong in marks)


def click(view: SourceView, qtbot: QtBot, words: str) -> None:
    offset = view.page.source.text.index(words)
    view.page.reveal(Span(offset, offset + 1))
    qtbot.mouseClick(
        view.page.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, view.page.point_of(offset)
    )


def test_building_it_changes_nothing(session: Session, qtbot: QtBot) -> None:
    told: list[object] = []
    for signal in (session.shown, session.pointed, session.options_changed, session.rows_selected):
        signal.connect(told.append)
    view = SourceView(session)
    qtbot.addWidget(view)
    qtbot.wait(1)
    assert told == []


def test_a_sum_that_is_off_is_lit_with_its_lines(view: SourceView, session: Session, analysis: Analysis) -> None:
    (check,) = made_up.off(analysis)
    session.point_at(made_up.PATH, *check.cites)
    assert lit(view) == "*$17,900* 3,500 1,000 3,400"
    assert view.page.is_comfortable(view.page.lit[0].span)
    assert view.place.text().startswith("Item 8 · line ")


def test_a_click_on_a_figure_reaches_the_others(view: SourceView, session: Session, qtbot: QtBot) -> None:
    told: list[object] = []
    session.pointed.connect(told.append)
    click(view, qtbot, "2,250")
    assert len(told) == 1
    assert session.pointing is not None
    assert session.pointing.figure is not None
    assert session.pointing.figure.figure.text == "2,250"
    assert session.current is not None
    assert session.current.statement == "balance-sheet"
    assert lit(view) == "*2,250*"


def test_a_click_in_prose_chooses_the_section_and_lights_nothing(
    view: SourceView, session: Session, qtbot: QtBot
) -> None:
    click(view, qtbot, "square feet")
    assert session.current is not None
    assert session.current.section == "part-1/item-2"
    assert lit(view) == ""


def test_a_click_does_not_scroll_the_page_from_under_the_pointer(view: SourceView, qtbot: QtBot) -> None:
    bar = view.page.verticalScrollBar()
    bar.setValue(300)
    offset = view.page.top_offset()
    qtbot.mouseClick(
        view.page.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, view.page.point_of(offset)
    )
    qtbot.wait(5)
    assert bar.value() == 300


def test_a_chosen_section_is_scrolled_to(view: SourceView, session: Session, analysis: Analysis, qtbot: QtBot) -> None:
    session.show(made_up.PATH, "part-2/item-8/note-1")
    qtbot.wait(5)
    heading = made_up.cite_of(analysis, "1. Significant").start
    assert 0 <= view.page.point_of(heading).y() <= view.page.viewport().height() // 3
    assert "Note 1" in view.place.text()


def test_figures_one_after_another(view: SourceView, session: Session, analysis: Analysis) -> None:
    session.point_at(made_up.PATH, made_up.cite_of(analysis, "$1,200"))
    view.step_figure(1)
    assert lit(view) == "*$1,100*"
    view.step_figure(1)
    view.step_figure(-1)
    assert lit(view) == "*$1,100*"
    view.step_figure(-1)
    view.step_figure(-1)
    assert lit(view) == "*$1,200*"


def test_finding_goes_round_and_counts(view: SourceView, qtbot: QtBot) -> None:
    view.open_find()
    qtbot.keyClicks(view.find_bar.line, "INVENTORIES")
    qtbot.waitUntil(lambda: view.finder.done)
    assert view.find_bar.count.text() == "1 of 2"
    qtbot.keyClick(view.find_bar.line, Qt.Key.Key_Return)
    assert view.find_bar.count.text() == "2 of 2"
    qtbot.keyClick(view.find_bar.line, Qt.Key.Key_Return)
    assert view.find_bar.count.text() == "1 of 2"
    qtbot.keyClicks(view.find_bar.line, "x")
    assert view.find_bar.count.text() == "not found"
    qtbot.keyClick(view.find_bar.line, Qt.Key.Key_Escape)
    assert not view.find_bar.isVisible()
    assert view.finder.matches == []


def test_the_tip_names_the_line_and_why_it_is_off(view: SourceView, analysis: Analysis) -> None:
    tip = view.page.tip(made_up.cite_of(analysis, "$17,900").start)
    assert tip.splitlines()[:2] == ["Total liabilities and equity, 2002", "Balance Sheets"]
    assert len(tip.splitlines()) == 3
    assert view.page.tip(0) == ""


def submission() -> Analysis:
    """The filing with a second document of text and an attachment."""
    whole = made_up.analysis(Path("submission.txt"))
    first = whole.filing.documents[0]
    second = Document(
        2, "EX-99", None, "Letter with 😀", Format.TEXT, Source(2, "Dear reader 😀,\nall is 1,234 well.\n")
    )
    third = Document(3, "GRAPHIC", "logo.jpg", None, Format.BINARY, Source(3, ""))
    filing = replace(whole.filing, documents=(first, second, third))
    return replace(whole, filing=filing, layouts=(*whole.layouts, None, None))


def test_the_document_of_what_is_pointed_at_is_shown(view: SourceView, session: Session) -> None:
    session.open(submission())
    letter = Cite(2, (Span(22, 27),))
    session.point_at(Path("submission.txt"), letter)
    assert view.document is not None
    assert view.document.type == "EX-99"
    assert view.documents.isVisible()
    assert view.documents.currentText() == "Exhibit 99 · Letter with 😀"
    assert view.page.source.read(letter) == "1,234"
    assert lit(view) == "1,234"


def test_an_attachment_is_named_and_not_shown(view: SourceView, session: Session) -> None:
    session.open(submission())
    view.show_document(3, Path("submission.txt"))
    assert view.notice.isVisible()
    assert view.notice.text() == "logo.jpg\nan attachment, listed, not shown"


def test_closing_and_reloading(view: SourceView, session: Session) -> None:
    session.open(made_up.analysis())
    assert view.page.source.text.startswith("HARBOR")
    session.close(made_up.PATH)
    assert view.page.source.text == ""
    assert view.place.text() == ""


def test_a_click_on_a_tagged_number_in_prose_points_at_it(qtbot: QtBot) -> None:
    session = Session()
    analysis = made_up.with_tags()
    session.open(analysis)
    view = source_of(session, qtbot)
    click(view, qtbot, "41 employees")
    assert session.pointing is not None
    assert session.pointing.cites == (made_up.cite_of(analysis, "41"),)
    assert session.pointing.figure is None
    assert lit(view) == "41"
    assert view.page.tip(view.page.source.text.index("41 employees")) == "Number Of Employees"
    click(view, qtbot, "Inventories\n")
    assert lit(view) == ""
