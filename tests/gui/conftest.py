"""What every test of the window gets: a made-up filing in a session, and a check that no thread is left behind."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtGui import QGuiApplication

from core.analysis import Analysis
from gui.jobs import Jobs
from gui.session import Session
from gui.theme import Theme, load
from tests.gui import made_up


@pytest.fixture
def analysis() -> Analysis:
    """Harbor Lamp Company's 10-K for 2003 (see made_up.py); one of its sums is off."""
    return made_up.analysis()


@pytest.fixture
def earlier() -> Analysis:
    """The same company's 10-K for 2002."""
    return made_up.analysis(Path("harbor-lamp-2002.txt"), 2002)


@pytest.fixture
def session(qapp: object, analysis: Analysis) -> Session:
    """A session with the made-up filing open, and nothing shown yet."""
    session = Session()
    session.open(analysis)
    return session


@pytest.fixture
def bare_session(qapp: object) -> Session:
    """A session in which nothing is open yet."""
    return Session()


@pytest.fixture
def jobs(qapp: object) -> Iterator[Jobs]:
    """Threads for work, which end with the test."""
    made = Jobs()
    yield made
    made.shut()


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> Theme:
    """Both themes, one after the other."""
    return load(request.param)


@pytest.fixture(scope="session", autouse=True)
def _clipboard_empty_at_the_end() -> Iterator[None]:
    """The offscreen clipboard lives longer than Python: what Python made must not be left on it."""
    yield
    if QGuiApplication.instance() is not None:
        QGuiApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def _no_thread_left() -> Iterator[None]:
    """A test may not leave a thread running."""
    before = set(threading.enumerate())
    yield
    pool = QThreadPool.globalInstance()
    assert pool.waitForDone(2000), "the thread pool is still busy"
    until = time.monotonic() + 2
    while (left := set(threading.enumerate()) - before) and time.monotonic() < until:
        time.sleep(0.01)
    left = {thread for thread in left if not thread.name.startswith("Dummy")}
    assert not left, f"threads left running: {left}"
