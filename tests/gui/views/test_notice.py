"""The message bar."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.theme import Theme
from gui.views.notice import MOST, NoticeBar, Weight


@pytest.fixture
def notices(qtbot: QtBot, theme: Theme) -> NoticeBar:
    made = NoticeBar(theme)
    qtbot.addWidget(made)
    return made


def test_it_is_there_only_when_something_is_said(notices: NoticeBar) -> None:
    assert notices.isHidden()
    notices.say("one", "lamp.txt: the file is empty", Weight.ERROR)
    assert not notices.isHidden()
    notices.put_away("one")
    notices.put_away("one")
    assert notices.isHidden()


def test_a_newer_word_takes_the_older_ones_place(notices: NoticeBar) -> None:
    notices.say("file", "changed on disk")
    notices.say("file", "gone")
    assert notices.words == ("gone",)


def test_there_are_never_more_than_a_few(notices: NoticeBar) -> None:
    for at in range(MOST + 3):
        notices.say(str(at), f"word {at}")
    assert len(notices.words) == MOST
    assert notices.words[-1] == f"word {MOST + 2}"


def test_an_action_runs_and_puts_the_notice_away(notices: NoticeBar) -> None:
    done: list[str] = []
    notices.say("file", "changed on disk", Weight.WARNING, ("Reload", lambda: done.append("reloaded")))
    bar = notices.bar("file")
    assert bar is not None
    bar.buttons[0].click()
    assert done == ["reloaded"]
    assert notices.words == ()


def test_words_are_never_taken_for_markup(notices: NoticeBar) -> None:
    notices.say("file", "<b>lamp</b>.txt")
    assert notices.words == ("<b>lamp</b>.txt",)


def test_return_presses_a_notices_button(qtbot: QtBot, notices: NoticeBar) -> None:
    pressed: list[str] = []
    notices.say("file", "changed on disk", Weight.WARNING, ("Reload", lambda: pressed.append("Reload")))
    bar = notices.bar("file")
    assert bar is not None
    qtbot.keyClick(bar.buttons[0], Qt.Key.Key_Return)
    assert pressed == ["Reload"]
    assert notices.words == ()


def test_a_long_notice_takes_one_line_till_it_is_clicked(qtbot: QtBot, notices: NoticeBar) -> None:
    words = "lamp.txt is not what it seems to be, " * 20
    notices.resize(500, 60)
    notices.say("file", words)
    bar = notices.bar("file")
    assert bar is not None
    notices.adjustSize()
    notices.resize(500, notices.sizeHint().height())
    qtbot.waitUntil(lambda: bar.label.cut)
    low = bar.sizeHint().height()
    assert low < 3 * bar.fontMetrics().height()
    assert bar.label.toolTip() == words
    assert notices.words == (words,)
    qtbot.mouseClick(bar.label, Qt.MouseButton.LeftButton)
    assert bar.heightForWidth(500) > 2 * low


def test_what_a_tip_says_of_a_file_is_plain_text(qtbot: QtBot, notices: NoticeBar) -> None:
    notices.resize(200, 60)
    notices.say("file", "<img src='http://lamp/'> " * 20)
    bar = notices.bar("file")
    assert bar is not None
    qtbot.waitUntil(lambda: bool(bar.label.toolTip()))
    assert "<img" not in bar.label.toolTip()


def test_all_notices_are_put_away_at_once(notices: NoticeBar) -> None:
    notices.say("one", "first")
    first = notices.bar("one")
    assert first is not None
    assert first.every.isHidden()
    notices.say("two", "second")
    second = notices.bar("two")
    assert second is not None
    assert first.every.isHidden()
    second.every.click()
    assert notices.words == ()
    assert notices.isHidden()


def test_notices_of_a_filing_go_with_it(notices: NoticeBar) -> None:
    notices.say("one", "changed", of=Path("lamp.txt"))
    notices.say("two", "kept", Weight.HINT, of=Path("lamp.txt"))
    notices.say("three", "written", Weight.HINT)
    notices.put_away_of(Path("lamp.txt"))
    assert notices.words == ("written",)
