"""The message bar."""

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
