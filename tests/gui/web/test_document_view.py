"""Text and page of a document: which of them is shown, that the page follows when it is ready, and what if it cannot be."""

import os
import signal
import sys
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.analysis import Analysis
from core.read.filing import Document, Format
from gui.jobs import Jobs
from gui.session import Session
from gui.theme import load
from gui.views.source import SourceView
from gui.web import drawn_document, engine
from tests.gui import made_up
from tests.gui.web.hands import PATIENCE, answer, click, middle
from tests.gui.web.made_up import lines_as_page
from tests.gui.web.test_page_view import CITE, drawn, lit


@pytest.fixture(autouse=True)
def _markup(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every document has a page: its lines as paragraphs."""
    monkeypatch.setattr(drawn_document, "filed", lambda document: lines_as_page(document.source.text))


def in_html(analysis: Analysis) -> Analysis:
    """The made-up filing as if it had been written in HTML, with an exhibit."""
    first = replace(analysis.filing.documents[0], format=Format.HTML)
    second = Document(2, "EX-13", "ex13.htm", None, Format.HTML, replace(first.source, document=2))
    filing = replace(analysis.filing, documents=(first, second))
    return replace(analysis, filing=filing, layouts=(*analysis.layouts, None))


@pytest.fixture
def view(qtbot: QtBot, jobs: Jobs) -> Iterator[SourceView]:
    session = Session()
    session.open(in_html(made_up.analysis()))
    session.show(made_up.PATH)
    view = SourceView(session, jobs)
    view.resize(600, 500)
    view.show()
    yield view
    view.close()
    view.deleteLater()
    qtbot.wait(20)


def is_drawn(view: SourceView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: view.paper.as_filed and not view.waiting, timeout=PATIENCE)


def place(view: SourceView, words: str) -> int:
    return view.page.source.text.index(words)


def test_the_page_comes_over_the_text_and_the_head_has_a_switch(view: SourceView, qtbot: QtBot) -> None:
    is_drawn(view, qtbot)
    assert view.bar.sides.isVisible()
    assert view.bar.as_filed.isChecked()
    assert not view.page.isVisible()
    qtbot.mouseClick(view.bar.as_text, Qt.MouseButton.LeftButton)
    assert view.page.isVisible()
    assert not view.paper.as_filed
    qtbot.mouseClick(view.bar.as_filed, Qt.MouseButton.LeftButton)
    assert view.paper.as_filed


def test_the_text_stays_in_sight_till_the_page_is_at_its_place(view: SourceView, qtbot: QtBot) -> None:
    paper = view.paper
    qtbot.waitUntil(lambda: paper.as_filed, timeout=PATIENCE)
    page = paper.page
    assert page is not None
    assert paper._cover.isVisible() is not page.settled
    if not page.settled:
        view.resize(500, 420)  # as where the bar above gets its buttons, or the reader draws at the edge
        assert paper._cover.isVisible()
        assert paper._cover.size() == paper.text.size() == paper._cover.pixmap().deviceIndependentSize().toSize()
    is_drawn(view, qtbot)
    assert not paper._cover.isVisible()


def test_what_is_pointed_at_is_lit_on_the_page_and_seen_on_the_text_after_the_switch(
    view: SourceView, qtbot: QtBot
) -> None:
    is_drawn(view, qtbot)
    page = view.paper.page
    assert page is not None
    figure = made_up.cite_of(view._session.analyses[0], "$17,900")
    view._session.point_at(made_up.PATH, figure)
    qtbot.waitUntil(
        lambda: lit(page, qtbot, "strong") == "$17,900" or lit(page, qtbot, "soft") == "$17,900", timeout=PATIENCE
    )
    qtbot.waitUntil(lambda: view.place.text().startswith("Item 8 · line "), timeout=PATIENCE)
    view.paper.show_as_filed(wanted=False)
    assert view.page.is_comfortable(view.page.lit[0].span)
    assert view.place.text().startswith("Item 8 · line ")


def test_a_click_on_a_figure_of_the_page_selects_its_cell(view: SourceView, qtbot: QtBot) -> None:
    is_drawn(view, qtbot)
    page, session = view.paper.page, view._session
    assert page is not None
    figure = made_up.cite_of(session.analyses[0], "2,250")
    page.reveal(figure.spans[0])
    qtbot.waitUntil(lambda: 0 < middle(page, qtbot, "2,250").y() < page.height(), timeout=PATIENCE)
    with qtbot.waitSignal(session.pointed, timeout=PATIENCE):
        click(page, qtbot, "2,250")
    assert session.pointing is not None
    assert session.pointing.figure is not None
    assert session.pointing.figure.figure.text == "2,250"
    assert session.current is not None
    assert session.current.statement == "balance-sheet"


def test_the_page_and_its_word_find_as_the_text_does(view: SourceView, qtbot: QtBot) -> None:
    is_drawn(view, qtbot)
    page = view.paper.page
    assert page is not None
    view.open_find()
    qtbot.keyClicks(view.find_bar.line, "inventories")
    qtbot.waitUntil(lambda: view.finder.done, timeout=PATIENCE)
    assert view.find_bar.count.text() == "1 of 2"
    qtbot.waitUntil(lambda: str(lit(page, qtbot, "current")).lower() == "inventories", timeout=PATIENCE)
    view.find_next()
    assert view.find_bar.count.text() == "2 of 2"
    assert str(lit(page, qtbot, "found")).lower() == "inventories|inventories"
    view.find_bar.leave()
    qtbot.waitUntil(lambda: lit(page, qtbot, "found") == "", timeout=PATIENCE)


def test_a_page_that_ends_leaves_the_text_and_a_word(view: SourceView, qtbot: QtBot) -> None:
    is_drawn(view, qtbot)
    page, offset = view.paper.page, place(view, "2,250")
    assert page is not None
    view._session.point_at(made_up.PATH, made_up.cite_of(view._session.analyses[0], "2,250"))
    os.kill(page.page.renderProcessPid(), signal.SIGKILL)
    qtbot.waitUntil(view.page.isVisible, timeout=PATIENCE)
    assert view.paper.word.text() == "Shown as text: the page cannot be drawn here (it ended by itself)."
    assert view.page.sees(offset)
    assert not view.bar.sides.isVisible()


def test_a_page_that_ended_is_drawn_again_with_the_next_document(view: SourceView, qtbot: QtBot) -> None:
    is_drawn(view, qtbot)
    assert view.paper.page is not None
    os.kill(view.paper.page.page.renderProcessPid(), signal.SIGKILL)
    qtbot.waitUntil(view.page.isVisible, timeout=PATIENCE)
    view.show_document(2)
    is_drawn(view, qtbot)
    assert not view.paper.word.isVisible()


def test_where_the_engine_is_missing_the_text_says_so(
    qtbot: QtBot, jobs: Jobs, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    engine.lacking.cache_clear()
    request.addfinalizer(engine.lacking.cache_clear)
    monkeypatch.setitem(sys.modules, "PySide6.QtWebEngineCore", None)
    view: SourceView = request.getfixturevalue("view")
    qtbot.waitUntil(view.paper.word.isVisible, timeout=PATIENCE)
    assert view.page.isVisible()
    assert view.paper.word.text() == "Shown as text: the page cannot be drawn here (Qt's web engine is not installed)."


def test_requests_that_were_refused_are_told_in_a_quiet_line(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    html = b'<body data-at="0">words<img src="http://127.0.0.1:9/one.png"><img src="http://127.0.0.1:9/two.png">'
    monkeypatch.setattr(drawn_document, "filed", lambda _: html)
    view: SourceView = request.getfixturevalue("view")
    is_drawn(view, qtbot)
    words = "2 requests to other places were refused."
    qtbot.waitUntil(lambda: view.paper.word.text() == words, timeout=PATIENCE)
    view.paper.show_as_filed(wanted=False)
    assert not view.paper.word.isVisible()


def test_a_link_to_a_document_of_the_submission_shows_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.setattr(drawn_document, "filed", lambda _: b'<a data-at="0" href="EX13.htm">exhibit</a>')
    view: SourceView = request.getfixturevalue("view")
    is_drawn(view, qtbot)
    assert view.paper.page is not None
    click(view.paper.page, qtbot, "exhibit")
    qtbot.waitUntil(lambda: view.document is not None and view.document.sequence == 2, timeout=PATIENCE)


def test_in_the_dark_the_paper_stays_white(view: SourceView, qtbot: QtBot) -> None:
    is_drawn(view, qtbot)
    page = view.paper.page
    assert page is not None
    view.set_theme(load("dark"))
    view._session.point_at(made_up.PATH, made_up.cite_of(view._session.analyses[0], "2,250"))
    qtbot.waitUntil(lambda: drawn(page, CITE), timeout=PATIENCE)
    assert drawn(page, CITE.fromString("#ffffff"))
    assert answer(page, qtbot, "getComputedStyle(document.body).colorScheme") == "normal"
