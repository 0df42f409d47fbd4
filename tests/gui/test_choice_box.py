"""A box to choose from, narrower than its words."""

import pytest
from PySide6.QtWidgets import QStylePainter
from pytestqt.qtbot import QtBot

from gui.choice_box import IN_SHORT, Choice


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The words of every box drawn, in order."""
    words: list[str] = []
    monkeypatch.setattr(
        QStylePainter, "drawControl", lambda _painter, _element, option: words.append(option.currentText)
    )
    return words


@pytest.fixture
def box(qtbot: QtBot) -> Choice:
    choice = Choice()
    qtbot.addWidget(choice)
    choice.addItem("10-K · Annual Report of a Lampwright")
    return choice


def test_words_without_room_end_in_an_ellipsis(box: Choice, drawn: list[str]) -> None:
    box.setFixedWidth(120)
    box.grab()
    assert drawn[0].startswith("10-K · ")
    assert drawn[0].endswith("…")
    box.setFixedWidth(600)
    box.grab()
    assert drawn[-1] == box.currentText()


def test_what_has_a_short_name_bears_it_where_there_is_no_room(box: Choice, drawn: list[str]) -> None:
    box.setItemData(0, "10-K", IN_SHORT)
    box.setFixedWidth(120)
    box.grab()
    box.setFixedWidth(600)
    box.grab()
    assert [drawn[0], drawn[-1]] == ["10-K", "10-K · Annual Report of a Lampwright"]
