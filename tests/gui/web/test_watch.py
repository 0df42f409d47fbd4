"""A page's process that takes too long or too much is ended, it alone; nobody looks at one that is drawn and at rest."""

import subprocess
import sys
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from gui.web import watch as limits
from gui.web.watch import TOO_LONG, TOO_MUCH, Watch, memory

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory of another process is told on Linux only")


@pytest.fixture
def process() -> Iterator["subprocess.Popen[bytes]"]:
    """A process that does nothing till it is ended."""
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]) as begun:
        yield begun
        begun.kill()


def watching(process: "subprocess.Popen[bytes]", monkeypatch: pytest.MonkeyPatch, **those: float) -> Watch:
    """Looks often, with these limits."""
    for name, value in {"LOOK": 10, "SLOWEST": 60.0, "CALM": 60.0, "MOST": 1 << 40, **those}.items():
        monkeypatch.setattr(limits, name, value)
    return Watch(lambda: process.pid)


@pytest.mark.parametrize(("limit", "words"), [({"SLOWEST": 0.1}, TOO_LONG), ({"MOST": 1 << 20}, TOO_MUCH)])
def test_what_takes_too_much_is_ended(
    process: "subprocess.Popen[bytes]",
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    limit: dict[str, float],
    words: str,
) -> None:
    watch = watching(process, monkeypatch, **limit)
    with qtbot.waitSignal(watch.ended, timeout=5000) as told:
        watch.begin()
    assert told.args == [words]
    assert process.wait(5) != 0
    assert not watch.looks


def test_a_page_that_is_drawn_is_left_alone(
    process: "subprocess.Popen[bytes]", monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    watch = watching(process, monkeypatch, SLOWEST=0.2, CALM=0.3)
    watch.begin()
    watch.drawn()
    qtbot.waitUntil(lambda: not watch.looks, timeout=5000)
    assert process.poll() is None


def test_a_page_that_is_gone_is_not_looked_after(
    process: "subprocess.Popen[bytes]", monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    watch = watching(process, monkeypatch, SLOWEST=0.05)
    watch.begin()
    watch.stop()
    qtbot.wait(150)
    assert process.poll() is None


def test_a_process_that_is_none_holds_nothing() -> None:
    assert memory(0) == 0
    assert memory(2**31 - 1) == 0
