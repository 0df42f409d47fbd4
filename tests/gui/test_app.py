"""Starting where there is no screen, and drawing the window to a picture: each in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from gui.app import PACKAGES
from tests.gui.test_opening import TEXT

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def filing(tmp_path: Path) -> Path:
    path = tmp_path / "lamp.txt"
    path.write_text(TEXT)
    return path


def start(*arguments: str | Path, **variables: str) -> "subprocess.CompletedProcess[str]":
    """Runs the program without a screen of its own."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {key: value for key, value in os.environ.items() if key not in hidden} | variables
    command = [sys.executable, str(ROOT / "main.py"), *map(str, arguments)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=100, check=False)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
@pytest.mark.parametrize(
    "screen",
    [{}, {"DISPLAY": ":9999"}, {"QT_QPA_PLATFORM": "xcb"}, {"DISPLAY": ":9999", "QT_QPA_PLATFORM": "xcb"}],
)
def test_without_a_screen_one_line_says_what_works(filing: Path, screen: dict[str, str]) -> None:
    done = start(filing, **screen)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "inspect FILE" in done.stderr
    assert done.stdout == ""


def test_a_snapshot_is_the_window_as_a_picture(filing: Path, tmp_path: Path) -> None:
    out = tmp_path / "pictures" / "out.png"
    done = start("snapshot", filing, "--theme", "dark", "--size", "1000x700", "--to", out)
    assert (done.returncode, done.stderr) == (0, "")
    assert out.read_bytes()[:4] == b"\x89PNG"


def test_a_snapshot_of_what_cannot_be_read_says_why(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    done = start("snapshot", empty, "--to", tmp_path / "out.png")
    assert done.returncode == 2
    assert "empty.txt" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_picture_never_takes_the_place_of_its_filing(filing: Path, tmp_path: Path) -> None:
    link = tmp_path / "picture.png"
    link.symlink_to(filing)
    for target in (filing, link):
        done = start("snapshot", filing, "--to", target, QT_QPA_PLATFORM="xcb")
        assert (done.returncode, filing.read_text()) == (2, TEXT)
        assert done.stderr == f"tieout: {target.name} is a file that this is read from; choose another name\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_a_picture_for_which_there_is_no_room_is_told(filing: Path) -> None:
    done = start("snapshot", filing, "--to", "/dev/full")
    assert (done.returncode, done.stderr) == (2, "tieout: /dev/full cannot be written: No space left on device\n")


def test_a_view_that_is_none_is_told(filing: Path, tmp_path: Path) -> None:
    done = start("snapshot", filing, "--view", "nothing", "--to", tmp_path / "out.png")
    assert done.returncode == 2
    assert "there is no view nothing" in done.stderr


def test_the_libraries_that_are_named_are_those_that_are_installed() -> None:
    script = (ROOT / ".ci" / "system-libraries").read_text()
    installed = script.partition("packages=(")[2].partition(")")[0].split()
    assert [name for name in installed if name.startswith("lib")] == PACKAGES.split()


def test_the_self_test_passes() -> None:
    done = start("--self-test")
    assert (done.returncode, done.stderr) == (0, "")


FAULT = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from gui.start import application, open_window
application()
window = open_window([], Path(sys.argv[1]))
def fault():
    raise ValueError("too much")
QTimer.singleShot(0, fault)
QTimer.singleShot(50, lambda: (print(window.panes.notices.words), window.close()))
sys.exit(application().exec())
"""


def test_an_exception_that_nobody_caught_is_told_and_the_window_lives(tmp_path: Path) -> None:
    command = [sys.executable, "-c", FAULT, str(tmp_path / "tieout.ini")]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0
    assert "Something went wrong in Tieout: ValueError: too much" in done.stdout
    assert "Traceback" in done.stderr


ENDLESS = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
import gui.opening
from gui import app
def endless(*_):
    while True:
        time.sleep(0.05)
gui.opening.read = endless
import gui.start
made = gui.start.open_window
def opened(files):
    window = made(files, Path(sys.argv[2]))
    QTimer.singleShot(1000, window.close)
    return window
gui.start.open_window = opened
sys.exit(app.run([Path(sys.argv[1])]))
"""


def test_a_reading_that_does_not_end_does_not_hold_the_program(filing: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", ENDLESS, str(filing), str(tmp_path / "tieout.ini")]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=30, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "tieout.ini").exists()
