"""A reading that the reader begins: told of while it goes on, stopped by its button, and over in each of three ways."""

from threading import Event

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.jobs import EVERY, Jobs, Step
from gui.plain import PlainLabel
from gui.under_way import LOOKING, UnderWay


class Page:
    """What a page has of it."""

    def __init__(self, jobs: Jobs, qtbot: QtBot) -> None:
        self.begin, self.stop, self.foot = QPushButton(), QPushButton(), PlainLabel()
        for widget in (self.begin, self.stop, self.foot):
            qtbot.addWidget(widget)
        self.begin.show()
        self.way = UnderWay(jobs, "read", (self.begin,), self.stop, self.foot, self.begin)
        self.heard: list[str] = []
        self.way.stopped.connect(lambda: self.heard.append("stopped"))

    @property
    def buttons(self) -> str:
        """Which of the two is there."""
        return f"{'begin' if not self.begin.isHidden() else ''}{'stop' if not self.stop.isHidden() else ''}"


@pytest.fixture
def page(jobs: Jobs, qtbot: QtBot) -> Page:
    return Page(jobs, qtbot)


def test_it_is_told_of_and_ends_with_its_answer(page: Page, qtbot: QtBot) -> None:
    go = Event()

    def work(step: Step) -> str:
        while not go.wait(2 * EVERY):
            step(3, 1200)
        return "read"

    assert (page.buttons, page.way.goes_on) == ("begin", False)
    page.way.begin(work, page.heard.append, lambda error: page.heard.append(str(error)))
    assert (page.buttons, page.way.goes_on, page.foot.text()) == ("stop", True, LOOKING)
    qtbot.waitUntil(lambda: page.foot.text() == "3 of 1,200 filings read")
    go.set()
    qtbot.waitUntil(lambda: page.heard == ["read"])
    assert (page.buttons, page.way.goes_on) == ("begin", False)


def test_an_error_ends_it_too(page: Page, qtbot: QtBot) -> None:
    def work(_step: Step) -> str:
        raise ValueError("no room")

    page.way.begin(work, page.heard.append, lambda error: page.heard.append(str(error)))
    qtbot.waitUntil(lambda: page.heard == ["no room"])
    assert page.buttons == "begin"


def test_the_button_stops_it_and_its_answer_is_not_heard(page: Page, jobs: Jobs, qtbot: QtBot) -> None:
    go = Event()
    page.way.begin(lambda _: go.wait(5), lambda _: page.heard.append("read"), lambda _: page.heard.append("failed"))
    page.stop.click()
    go.set()
    assert (page.buttons, page.heard, page.way.goes_on) == ("begin", ["stopped"], False)
    qtbot.waitUntil(lambda: jobs.ended)
    assert page.heard == ["stopped"]
