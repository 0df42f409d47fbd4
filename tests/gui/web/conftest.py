"""A page drawn by the web engine, and words on what a machine lacks for one."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from gui.web import engine
from gui.web.drawn_document import Filed
from gui.web.page_view import RenderedPage
from tests.gui.web.hands import PATIENCE

Opened = Callable[[Filed], RenderedPage]


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Opened]:
    """Shows a page and waits until it is there."""
    assert engine.lacking() == ""
    page = RenderedPage()
    page.resize(600, 400)
    page.show()

    def open_page(filed: Filed) -> RenderedPage:
        page.open(filed)
        qtbot.waitUntil(lambda: page.ready, timeout=PATIENCE)
        return page

    yield open_page
    page.close()
    page.deleteLater()
    qtbot.wait(20)
