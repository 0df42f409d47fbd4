"""The drawn page under the mouse: places are lit where they are, and a click says which character it was on."""

import os
import signal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from pytestqt.qtbot import QtBot

from core.markup.page_markup import filed
from core.source import Span
from gui.text.monospace_view import Lit
from gui.theme import load
from gui.web.page_view import RenderedPage
from gui.web.watch import memory
from tests.gui.web.conftest import Opened
from tests.gui.web.hands import PATIENCE, answer, click, is_painted, middle, turn_wheel
from tests.gui.web.made_up import as_filed, lines_as_page, table

ROWS = [(f"Line 😀 number {number}", f"${number},250") for number in range(200)]
TEXT, HTML = table(ROWS)
CITE = load("light").cite


def lit(page: RenderedPage, qtbot: QtBot, name: str) -> object:
    """The words that a mark lies on, white space folded."""
    words = (
        "[...(CSS.highlights.get('{}') ?? [])].map(range => range.toString().split(/\\s+/).join(' ').trim()).join('|')"
    )
    return answer(page, qtbot, words.format(name))


def drawn(page: RenderedPage, colour: QColor) -> bool:
    image = page.grab().toImage()
    return any(
        image.pixelColor(x, y) == colour for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)
    )


def test_a_figure_is_lit_and_scrolled_to(opened: Opened, qtbot: QtBot) -> None:
    page = opened(as_filed(TEXT, HTML))
    at = TEXT.index("$150,250")
    assert not drawn(page, CITE)
    page.set_lit((Lit(Span(at, at + 8), strong=True), Lit(Span(0, 6), strong=False)))
    page.reveal(Span(at, at + 8))
    qtbot.waitUntil(lambda: page.sees(at), timeout=PATIENCE)
    qtbot.waitUntil(lambda: drawn(page, CITE), timeout=PATIENCE)
    assert lit(page, qtbot, "strong") == "$150,250"
    assert lit(page, qtbot, "soft") == "Line 😀"
    assert 100 < middle(page, qtbot, "150,250").y() < 300


def test_what_is_asked_before_the_page_is_there_is_done_when_it_is(opened: Opened, qtbot: QtBot) -> None:
    page = opened(as_filed("nothing\n"))
    at = TEXT.index("Line 😀 number 120")
    page.open(as_filed(TEXT, HTML))
    assert not page.ready
    page.set_lit((Lit(Span(at, at + 17), strong=True),))
    page.set_matches([Span(at, at + 4)], 0)
    page.reveal_all([Span(at, at + 17)])
    qtbot.waitUntil(lambda: page.sees(at), timeout=PATIENCE)
    assert lit(page, qtbot, "strong") == "Line 😀 number 120"
    assert lit(page, qtbot, "current") == "Line"


@pytest.mark.parametrize("words", ["Line", "😀", "number", "1,250", ",250"])
def test_a_click_says_which_character_it_was_on(opened: Opened, qtbot: QtBot, words: str) -> None:
    page = opened(as_filed(TEXT, HTML))
    with qtbot.waitSignal(page.clicked, timeout=PATIENCE) as said:
        click(page, qtbot, words)
    assert said.args == [TEXT.index(words)] or TEXT[said.args[0] :].startswith(words)


def test_selecting_words_is_no_click_and_they_can_be_copied(opened: Opened, qtbot: QtBot) -> None:
    page = opened(as_filed(TEXT, HTML))
    is_painted(page, qtbot)
    clicks: list[int] = []
    page.clicked.connect(clicks.append)
    target, button = page.view.focusProxy(), Qt.MouseButton.LeftButton
    qtbot.mousePress(target, button, Qt.KeyboardModifier.NoModifier, middle(page, qtbot, "Line"))
    qtbot.mouseMove(target, middle(page, qtbot, "number"))
    qtbot.mouseRelease(target, button, Qt.KeyboardModifier.NoModifier, middle(page, qtbot, "number"))
    qtbot.waitUntil(lambda: page.selected_words().split() != [], timeout=PATIENCE)
    page.select_all()
    qtbot.waitUntil(lambda: "$199,250" in page.selected_words(), timeout=PATIENCE)
    QGuiApplication.clipboard().clear()
    page.copy()
    qtbot.waitUntil(lambda: "$199,250" in QGuiApplication.clipboard().text(), timeout=PATIENCE)
    assert clicks == []


def title(page: RenderedPage, qtbot: QtBot) -> object:
    return answer(page, qtbot, "document.querySelector('[title]')?.title ?? ''")


def test_a_link_is_underlined_and_named_while_the_pointer_is_on_it(opened: Opened, qtbot: QtBot) -> None:
    page = opened(as_filed(TEXT, HTML))
    figure = Span(TEXT.index("$0,250"), TEXT.index("$0,250") + 6)
    page.link = lambda offset: figure if figure.start <= offset < figure.end else None
    page.tip = lambda _offset: "Line, 2003"
    is_painted(page, qtbot)
    qtbot.mouseMove(page.view.focusProxy(), middle(page, qtbot, "0,250"))
    qtbot.waitUntil(lambda: lit(page, qtbot, "hover") == "$0,250", timeout=PATIENCE)
    assert title(page, qtbot) == "Line, 2003"
    qtbot.mouseMove(page.view.focusProxy(), middle(page, qtbot, "number"))
    qtbot.waitUntil(lambda: lit(page, qtbot, "hover") == "", timeout=PATIENCE)
    assert title(page, qtbot) == ""


def test_the_place_at_the_top_follows_the_reader(opened: Opened, qtbot: QtBot) -> None:
    page = opened(as_filed(TEXT, HTML))
    at = TEXT.index("Line 😀 number 90")
    page.reveal(Span(at, at + 5), near_top=True)
    qtbot.waitUntil(lambda: abs(page.top_offset() - at) < 60, timeout=PATIENCE)


def test_a_wide_page_is_made_small_enough_and_zooming_is_from_there(opened: Opened, qtbot: QtBot) -> None:
    page = opened(as_filed("wide\n", b'<body style="margin:0"><div style="width:800px" data-at="0">wide</div></body>'))
    fitted = page.view.zoomFactor()
    assert fitted == pytest.approx(600 / 800, abs=0.03)
    page.zoom(1)
    assert page.view.zoomFactor() > fitted
    page.zoom(0)
    assert page.view.zoomFactor() == fitted
    page.resize(900, 400)
    qtbot.waitUntil(lambda: page.view.zoomFactor() == 1.0, timeout=PATIENCE)


def test_the_wheel_zooms_with_ctrl_and_scrolls_without(opened: Opened, qtbot: QtBot) -> None:
    page = opened(as_filed(TEXT, HTML))
    turn_wheel(page, qtbot, -1, Qt.KeyboardModifier.NoModifier)
    qtbot.waitUntil(lambda: page.top_offset() > 0, timeout=PATIENCE)
    assert page.view.zoomFactor() == 1.0
    turn_wheel(page, qtbot, 1, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.view.zoomFactor() > 1.0, timeout=PATIENCE)
    turn_wheel(page, qtbot, -1, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.view.zoomFactor() == 1.0, timeout=PATIENCE)


def test_another_size_keeps_the_place(opened: Opened, qtbot: QtBot) -> None:
    words = "".join(f"Passage {number} " + "and on and on it goes " * 12 + "\n" for number in range(120))
    lines = lines_as_page(words).replace(b"white-space:pre", b"")
    page = opened(as_filed(words, lines))
    at = words.index("Passage 90")
    page.reveal(Span(at, at + 10), near_top=True)
    qtbot.waitUntil(lambda: at <= page.top_offset() < at + 60, timeout=PATIENCE)
    page.resize(330, 300)
    qtbot.wait(400)
    assert at <= page.top_offset() < at + 60
    page.zoom(3)
    qtbot.wait(400)
    assert at <= page.top_offset() < at + 60
    page.resize(700, 500)
    qtbot.wait(400)
    assert abs(page.top_offset() - at) < 120


def test_a_place_without_signs_is_where_the_next_one_stands(opened: Opened, qtbot: QtBot) -> None:
    page = opened(as_filed(TEXT, HTML))
    at = TEXT.index("Line 😀 number 120")
    page.reveal(Span(at, at), near_top=True)
    qtbot.waitUntil(lambda: abs(page.top_offset() - at) < 60, timeout=PATIENCE)


def test_links_within_the_page_scroll_and_those_to_other_documents_are_told(opened: Opened, qtbot: QtBot) -> None:
    rows = "<br>" * 200
    html = f'<a href="#end" data-at="0">down</a> <a href="ex13.htm" data-at="5">exhibit</a>{rows}<p id="end" data-at="13">end</p>'
    page = opened(as_filed("down exhibit\nend\n", html.encode()))
    with qtbot.waitSignal(page.linked, timeout=PATIENCE) as said:
        click(page, qtbot, "exhibit")
    assert said.args == ["ex13.htm"]
    click(page, qtbot, "down")
    qtbot.waitUntil(lambda: page.top_offset() == 13, timeout=PATIENCE)
    assert page.page.refused.addresses == set()


def test_pictures_of_the_submission_are_shown(opened: Opened, qtbot: QtBot) -> None:
    red = (
        b"BM:\x00\x00\x00\x00\x00\x00\x006\x00\x00\x00(\x00\x00\x00\x01\x00\x00\x00\x01\x00\x00\x00\x01\x00\x18\x00"
        b"\x00\x00\x00\x00\x04\x00\x00\x00" + b"\x00" * 16 + b"\x00\x00\xff\x00"
    )
    html = b'<body><img src="Logo.BMP" width="100" height="100"><img src="gone.gif"></body>'
    page = opened(as_filed("", html, {"logo.bmp": red}))
    qtbot.waitUntil(lambda: drawn(page, QColor("#ff0000")), timeout=PATIENCE)
    assert page.page.refused.addresses == set()


def test_a_page_whose_process_ends_has_failed(opened: Opened, qtbot: QtBot) -> None:
    page = opened(as_filed(TEXT, HTML))
    with qtbot.waitSignal(page.failed, timeout=PATIENCE):
        os.kill(page.page.renderProcessPid(), signal.SIGKILL)
    assert not page.ready


BOMB = b"".join(
    b'<g id="a%d">%s</g>' % (at, b'<use xlink:href="#a%d"/>' % (at - 1) * 10 if at else b'<rect width="1" height="1"/>')
    for at in range(9)
)


def test_a_drawing_that_repeats_itself_without_end_is_not_drawn(opened: Opened, qtbot: QtBot) -> None:
    markup = f'<p>Before</p><svg xmlns="http://www.w3.org/2000/svg">{BOMB.decode()}<use xlink:href="#a8"/></svg>'
    html = filed(f"<html><body>{markup}<p>After</p></body></html>")
    assert html is not None
    page = opened(as_filed("Before\n\nAfter", html))
    assert (page.ready, memory(page.page.renderProcessPid()) < 500 << 20) == (True, True)


def test_nothing_moves(opened: Opened, qtbot: QtBot) -> None:
    page = opened(
        as_filed("x", b"<style>@keyframes k{to{top:9px}} p{animation:k 1s infinite}</style><p data-at=0>x</p>")
    )
    said = answer(page, qtbot, "document.getAnimations().length")
    assert said == 0


def test_a_page_that_is_cleared_is_gone(opened: Opened, qtbot: QtBot) -> None:
    page = opened(as_filed(TEXT, HTML))
    page.clear()
    qtbot.waitUntil(lambda: answer(page, qtbot, "document.body.textContent") == "", timeout=PATIENCE)
