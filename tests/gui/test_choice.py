"""A box to choose from, narrower than its words."""

import pytest
from PySide6.QtWidgets import QStylePainter
from pytestqt.qtbot import QtBot

from gui.choice import IN_SHORT, Choice


def test_words_without_room_end_in_an_ellipsis(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(
        QStylePainter, "drawControl", lambda _painter, _element, option: drawn.append(option.currentText)
    )
    box = Choice()
    qtbot.addWidget(box)
    box.addItem("10-K · Annual Report of a Lampwright")
    box.setFixedWidth(120)
    box.grab()
    assert drawn[0].startswith("10-K · ")
    assert drawn[0].endswith("…")
    box.setFixedWidth(600)
    box.grab()
    assert drawn[-1] == box.currentText()


def test_what_has_a_short_name_bears_it_where_there_is_no_room(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(
        QStylePainter, "drawControl", lambda _painter, _element, option: drawn.append(option.currentText)
    )
    box = Choice()
    qtbot.addWidget(box)
    box.addItem("10-K · Annual Report of a Lampwright")
    box.setItemData(0, "10-K", IN_SHORT)
    box.setFixedWidth(120)
    box.grab()
    box.setFixedWidth(600)
    box.grab()
    assert [drawn[0], drawn[-1]] == ["10-K", "10-K · Annual Report of a Lampwright"]
