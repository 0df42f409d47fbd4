"""The list of commands: whole, without clashes, and each in a menu."""

from collections import Counter

from PySide6.QtGui import QKeySequence

from gui.commands import COMMANDS
from gui.menus import MENUS


def test_ids_and_shortcuts_are_given_once() -> None:
    assert [ident for ident, times in Counter(command.id for command in COMMANDS).items() if times > 1] == []
    keys = Counter(key for command in COMMANDS for key in command.keys)
    assert [key for key, times in keys.items() if times > 1] == []


def test_every_shortcut_is_one(qapp: object) -> None:
    assert [key for command in COMMANDS for key in command.keys if QKeySequence(key).toString() == ""] == []


def test_every_command_stands_in_a_menu() -> None:
    menus = {title.replace("&", "") for title in MENUS}
    assert {command.menu.partition("/")[0] for command in COMMANDS} == menus


def test_mnemonics_are_given_once_a_menu() -> None:
    for menu in {command.menu for command in COMMANDS}:
        letters = [
            command.title[command.title.index("&") + 1].lower()
            for command in COMMANDS
            if command.menu == menu and "&" in command.title
        ]
        assert [letter for letter, times in Counter(letters).items() if times > 1] == [], menu
