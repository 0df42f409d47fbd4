"""The status bar."""

from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from core.checks.check import Status
from gui.session import Session
from gui.theme import load
from gui.views.status import LONGEST_NAME, SELDOM, StatusBar
from tests.gui import made_up


def test_what_is_worth_a_look_is_told_beside_what_ties(qtbot: QtBot) -> None:
    session, analysis = Session(), made_up.analysis()
    bar = StatusBar(session, load("light"))
    qtbot.addWidget(bar)
    session.open(analysis)
    session.show(analysis.path)
    assert not bar.look.isVisibleTo(bar)
    off = next(check for check in analysis.checks if check.status is Status.OFF)
    unsure = replace(off, status=Status.NOT_CHECKED, probability=0.9)
    session.open(replace(analysis, checks=tuple(unsure if check is off else check for check in analysis.checks)))
    session.show(analysis.path)
    assert (bar.look.isVisibleTo(bar), bar.look.text()) == (True, "1 worth a look")
    assert not bar.off.isVisibleTo(bar)


def test_a_long_name_that_is_read_does_not_widen_the_window(qtbot: QtBot) -> None:
    bar = StatusBar(Session(), load("light"))
    qtbot.addWidget(bar)
    bar.show()
    name = f"{'a' * 120}.txt"
    bar.reads(Path(name), 0, 9)
    assert bar.reading.sizeHint().width() <= LONGEST_NAME + 40
    assert bar.reading.text().endswith("txt")
    assert name in bar.reading.toolTip()


def test_of_counts_that_come_close_together_the_last_is_shown(qtbot: QtBot) -> None:
    bar = StatusBar(Session(), load("light"))
    qtbot.addWidget(bar)
    bar.counts(1, 100)
    assert bar.reading.text() == "Reading filing 2 of 100"
    for read in range(2, 41):
        bar.counts(read, 100)
    assert bar.bar.value() == 1
    qtbot.waitUntil(lambda: bar.bar.value() == 40)
    assert bar.reading.text() == "Reading filing 41 of 100"
    bar.counts(41, 100)
    bar.not_reading()
    qtbot.wait(SELDOM + 20)
    assert bar.reading.isHidden()
