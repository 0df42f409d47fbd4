"""Where the window is drawn in tests: offscreen, but for the journeys, which get a virtual screen of their own. And what is
built before them all. And the sockets: nothing reaches another machine, and nothing this one but in tests of a server."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.dates import said, without_time
from core.figures import cell_figure, tokens
from gui.web import engine
from tests.watched.sitecustomize import watch

SCREEN, DEPTH = os.environ.get("TIEOUT_SCREEN", "1400x900"), 24
"""Pixels of the virtual screen as the window counts them, however many of the screen's own stand for one
(`QT_SCALE_FACTOR`); and bits of each."""
WATCHED = Path(__file__).parent / "watched"


_reached: list[str] = []
"""Addresses that something reached for which it should not have."""
_serving = False
"""Whether the test that runs has a server of its own."""


def pytest_configure(config: pytest.Config) -> None:
    """Chooses the platform before any application is made, and watches the sockets, those of the processes begun too."""
    watch(lambda: _serving, _reached.append)
    os.environ["TIEOUT_SOCKETS_WATCHED"] = "yes"
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(WATCHED), os.environ.get("PYTHONPATH", "")]))
    engine.prepare()
    if config.getoption("-m") != "journey":
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        return
    if shutil.which("Xvfb") is None or (config.getoption("numprocesses", None) and not hasattr(config, "workerinput")):
        return  # of several processes each has a screen of its own, but for the one that only hands out the tests
    read, write = os.pipe()
    scale = float(os.environ.get("QT_SCALE_FACTOR", "1"))
    screen_size = "x".join(str(round(side * scale)) for side in map(int, SCREEN.split("x"))) + f"x{DEPTH}"
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", screen_size, "-nolisten", "tcp"]
    screen = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as answer:
        number = answer.readline().strip()
    os.environ.update(DISPLAY=f":{number}", QT_QPA_PLATFORM="xcb")
    os.environ.pop("WAYLAND_DISPLAY", None)
    processes = [screen]
    if shutil.which("openbox"):
        processes.append(subprocess.Popen(["openbox"], stderr=subprocess.DEVNULL))
    config.stash[_processes] = processes


def pytest_unconfigure(config: pytest.Config) -> None:
    """Ends the virtual screen that this run began."""
    processes: list[subprocess.Popen[bytes]] = config.stash.get(_processes, [])
    for process in reversed(processes):
        process.terminate()
        process.wait(10)


_processes = pytest.StashKey[list["subprocess.Popen[bytes]"]]()


@pytest.fixture(autouse=True, scope="session")
def _patterns() -> None:
    """Patterns that are built when they are first asked for are there before the time of any test is taken."""
    said("1997")
    without_time("1997")
    tokens("1,234")
    cell_figure("1,234")


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the settings of the person who runs it, or the readings that are kept for them."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("TIEOUT_STORE", str(tmp_path / "readings"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """A test marked `server` may reach this machine, and so may what is built for it and taken down after it."""
    global _serving  # noqa: PLW0603 - the hook of the interpreter knows no test
    _serving = item.get_closest_marker("server") is not None
    try:
        return (yield)
    finally:
        _serving = False


@pytest.fixture(autouse=True)
def _watched_sockets(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A test that reaches for anything fails, but for one marked `server`, which may reach this machine."""
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    _reached.clear()
    yield
    assert not _reached, f"reached for {_reached}"
