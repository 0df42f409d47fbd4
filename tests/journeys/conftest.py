"""A real mouse and keyboard, and a real file manager, on the virtual screen that tests/conftest.py began."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.start import open_window

FileManager = Callable[[Path], "subprocess.Popen[bytes]"]

SAMPLES = Path(__file__).parent.parent.parent / "resources" / "samples"
EARLIER, LATER = SAMPLES / "pellwick-ladder-10k-2002.txt", SAMPLES / "pellwick-ladder-10k-2003.txt"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test in this folder is a journey, and says so where the machine has no virtual screen."""
    here = Path(__file__).parent
    tools = [tool for tool in ("Xvfb", "xdotool", "openbox") if shutil.which(tool) is None]
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.journey)
            if tools:
                item.add_marker(pytest.mark.skip(reason=f"no {', '.join(tools)} on this machine"))


class Hand:
    """The reader's hand: real events through the X server, never through Qt."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot

    def _run(self, *arguments: str) -> str:
        with tempfile.TemporaryFile("w+") as answer:
            process = subprocess.Popen(["xdotool", *arguments], stdout=answer)
            self._qtbot.waitUntil(lambda: process.poll() is not None, timeout=10_000)
            answer.seek(0)
            words = answer.read().strip()
        self._qtbot.wait(60)
        return words

    def key(self, *keys: str) -> None:
        """Presses keys, by their X names (`ctrl+k`, `Return`)."""
        self._run("key", "--delay", "30", *keys)

    def type(self, text: str) -> None:
        """Types a text."""
        self._run("type", "--delay", "15", text)

    def move(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Moves the mouse to a point of a widget (its centre where none is given)."""
        point = widget.mapToGlobal(at if at is not None else widget.rect().center())
        ratio = widget.devicePixelRatioF()
        self._place(round(point.x() * ratio), round(point.y() * ratio))

    def _place(self, x: int, y: int) -> None:
        """Moves the mouse to a place of the screen; waiting for a move that is none would have no end."""
        if not self._run("getmouselocation").startswith(f"x:{x} y:{y} "):
            self._run("mousemove", "--sync", str(x), str(y))

    def click(self, widget: QWidget, at: QPoint | None = None, button: int = 1) -> None:
        """Clicks on a point of a widget."""
        self.move(widget, at)
        self._run("click", str(button))

    def wheel(self, steps: int) -> None:
        """Turns the wheel where the mouse is, forward or back."""
        self._run("click", "--repeat", str(abs(steps)), "--delay", "30", "4" if steps > 0 else "5")

    def twice(self) -> None:
        """Clicks twice where the mouse is."""
        self._run("click", "--repeat", "2", "--delay", "40", "1")

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Drags from one point of the screen to another, slowly enough for the programs on both sides."""
        self._place(*start)
        self._run("mousedown", "1")
        for part in range(1, 13):
            x = start[0] + (end[0] - start[0]) * part // 12
            y = start[1] + (end[1] - start[1]) * part // 12
            self._run("mousemove", str(x), str(y))
        self._qtbot.wait(300)
        self._run("mouseup", "1")

    def window_named(self, name: str) -> str:
        """The id of a visible window of another program by its title, waiting until it is there."""
        found = ""
        for _ in range(60):
            found = self._run("search", "--onlyvisible", "--name", f"^{name}$")
            if found:
                break
            self._qtbot.wait(100)
        self._qtbot.wait(500)  # until its window manager has put it in a frame
        return found.splitlines()[-1]

    def place(self, window: str, x: int, y: int, width: int, height: int) -> None:
        """Moves and sizes a window of another process."""
        self._run("windowsize", "--sync", window, str(width), str(height))
        self._run("windowmove", window, str(x), str(y))


@pytest.fixture
def hand(qtbot: QtBot) -> Hand:
    """A real mouse and keyboard."""
    return Hand(qtbot)


@pytest.fixture
def file_manager(tmp_path: Path) -> Iterator[FileManager]:
    """Opens pcmanfm on a folder; what was opened is ended with the test."""
    if shutil.which("pcmanfm") is None:
        pytest.skip("no pcmanfm on this machine")
    begun: list[subprocess.Popen[bytes]] = []

    def show(folder: Path) -> "subprocess.Popen[bytes]":
        environment = {**os.environ, "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "manager")}
        command = ["pcmanfm", "--no-desktop", str(folder)]
        begun.append(subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        return begun[-1]

    yield show
    for process in begun:
        process.terminate()
        process.wait(10)


BESIDE, FRAME, EDGE = 420, 40, 20
"""Pixels of the screen at the left of the window, where the file manager is; above and below it; and at its right."""


@pytest.fixture
def window(request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    """The real window, nothing open: at the right of the screen, or where no file manager is wanted and another screen is
    asked for, all over it."""
    window = open_window([], tmp_path / "tieout.ini")
    screen = window.screen().geometry()
    beside = "file_manager" in request.fixturenames or "TIEOUT_SCREEN" not in os.environ
    left = BESIDE if beside else 0
    window.setGeometry(left, FRAME, screen.width() - left - EDGE, screen.height() - 2 * FRAME)
    qtbot.waitExposed(window)
    qtbot.waitUntil(window.isActiveWindow, timeout=5000)
    yield window
    window.close()
    window.deleteLater()
    qtbot.wait(50)


def opened(qtbot: QtBot, window: MainWindow, *paths: Path) -> None:
    """Waits until all of these are open and one is shown."""
    qtbot.waitUntil(lambda: all(window.session.is_open(path) for path in paths), timeout=15_000)
    qtbot.waitUntil(lambda: window.session.statement is not None, timeout=5000)
    qtbot.wait(300)


def sheet(window: MainWindow) -> QAbstractItemView:
    """The table of the shown statement."""
    views = window.panes.parts.view("sheet").findChildren(QAbstractItemView)
    return max((view for view in views if view.isVisible()), key=lambda view: view.width() * view.height())
