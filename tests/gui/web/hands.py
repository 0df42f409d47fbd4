"""What a reader's eyes and hands do to a drawn page: what is asked of it, and the mouse on it."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.web.page import APART
from gui.web.page_view import RenderedPage

PATIENCE = 25_000
"""Milliseconds that the page's own process may take for an answer, on a machine that does much else besides."""
PAINTED = "performance.getEntriesByName('first-contentful-paint').length"
NOTCH = 120
"""What a wheel turns by one notch, in eighths of a degree."""


def answer(page: RenderedPage, qtbot: QtBot, script: str) -> object:
    """What our own script says on the page."""
    said: list[object] = []
    page.page.runJavaScript(script, APART, said.append)
    qtbot.waitUntil(lambda: bool(said), timeout=PATIENCE)
    return said[0]


def is_painted(page: RenderedPage, qtbot: QtBot) -> None:
    """Waits for the first frame: before it the engine drops what hands do, as nobody sees yet what they would meet."""
    qtbot.waitUntil(lambda: answer(page, qtbot, PAINTED) == 1, timeout=PATIENCE)


def middle(page: RenderedPage, qtbot: QtBot, words: str) -> QPoint:
    """The middle of the first sign of some words that are found as they stand in one run."""
    script = """(() => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const index = walker.currentNode.data.indexOf("%s");
            if (index < 0) continue;
            const range = new Range();
            range.setStart(walker.currentNode, index);
            range.setEnd(walker.currentNode, index + 1);
            const box = range.getBoundingClientRect();
            return `${Math.round(box.left + box.width / 2)} ${Math.round(box.top + box.height / 2)}`;
        }
    })()"""
    x, y = str(answer(page, qtbot, script % words)).split()
    zoom = page.view.zoomFactor()
    return QPoint(round(int(x) * zoom), round(int(y) * zoom))


def click(page: RenderedPage, qtbot: QtBot, words: str) -> None:
    """Clicks on the first sign of some words."""
    is_painted(page, qtbot)
    at = middle(page, qtbot, words)
    qtbot.mouseClick(page.view.focusProxy(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def turn_wheel(page: RenderedPage, qtbot: QtBot, notches: int, modifiers: Qt.KeyboardModifier) -> None:
    """Turns the wheel in the middle of the page; upwards is more than 0."""
    is_painted(page, qtbot)
    target = page.view.focusProxy()
    assert target is not None
    at = QPointF(target.rect().center())
    none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    upright = False
    turn = QPoint(0, NOTCH * notches)
    event = QWheelEvent(at, target.mapToGlobal(at), QPoint(), turn, none, modifiers, phase, upright)
    QApplication.sendEvent(target, event)
