"""Starts the program with its window; says in one line what is missing where there can be none."""

import contextlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from core import collector

NO_SCREEN = (
    "tieout: no display to open a window on. Without one: main.py inspect FILE, text FILE, export FILE --to out.xlsx,"
    " check FILE, snapshot FILE --to out.png"
)
PACKAGES = (
    "libglib2.0-0 libgl1 libegl1 libopengl0 libxkbcommon0 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libx11-xcb1"
    " libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0"
    " libxcb-sync1 libxcb-xfixes0 libxcb-xinerama0 libxcb-xkb1 libwayland-cursor0"
    " libasound2 libgbm1 libnspr4 libnss3 libudev1 libxcb-dri3-0 libxcomposite1 libxdamage1 libxext6 libxfixes3"
    " libxkbfile1 libxrandr2 libxtst6"
)
"""What `.ci/system-libraries` installs, but for fonts."""
DRAWN = Path("build") / "tieout.png"
SETTLED = 1500
"""Milliseconds after which a start is over."""


def run(paths: Sequence[Path], *, or_draw: bool = False, samples: bool = False) -> int:
    """Opens the window on these files; the exit code. Without a display: 2, or, `or_draw`, a picture of the window."""
    collector.rest()  # till the window is there: nothing that a start makes is rubbish
    if code := lacking():
        return code
    files = list(paths)
    if samples:
        from gui.views.welcome import samples as bundled

        files += bundled()
    if not _wants_screen():
        return _draw(files) if or_draw else _fail(NO_SCREEN)
    from PySide6.QtCore import QTimer

    from gui.start import application, open_window

    app = application()
    if app.platformName() == "offscreen" and os.environ.get("QT_QPA_PLATFORM") != "offscreen":
        library = _missing_library()
        if or_draw:
            return _draw(files)
        return _missing(library) if library else _fail(NO_SCREEN)
    window = open_window(files)
    QTimer.singleShot(SETTLED, collector.wake)
    code = app.exec()
    if not window.jobs.ended:  # settings are kept and outputs are whole or not there: nothing is lost
        _leave(code)
    window.deleteLater()
    return code


def _leave(code: int) -> NoReturn:
    """Ends the program at once, threads that cannot be stopped with it."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(code)


def lacking() -> int:
    """0 where Qt's libraries load; else 2, and a line that says which one of the system's is missing."""
    try:
        from PySide6 import QtWidgets  # noqa: F401
    except ModuleNotFoundError as error:
        return _fail(f"tieout: {error.name} is not installed for this Python; type: make install")
    except ImportError as error:
        return _missing(str(error))
    return 0


def _wants_screen() -> bool:
    """Whether there may be a screen: off Linux always; on it where a display is named."""
    if sys.platform != "linux":
        return True
    if os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _missing_library() -> str:
    """The system library that the X11 plugin lacks, as the loader names it; empty where it lacks none."""
    import ctypes

    import PySide6

    plugin = Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        return str(error)
    return ""


def _missing(what: str) -> int:
    return _fail(f"tieout: a system library is missing ({what}). On Debian and Ubuntu: apt-get install {PACKAGES}")


def _fail(line: str) -> int:
    sys.stderr.write(line + "\n")
    return 2


def _draw(files: Sequence[Path]) -> int:
    """No screen: the same window as a picture, and in words the tree and the statements."""
    from core import cli
    from gui.snapshot import snapshot

    code = snapshot(files, out=DRAWN)
    if code == 0:
        sys.stdout.write(f"no display: drew the window to {DRAWN}\n")
        for file in files:
            sys.stdout.flush()
            code = cli.run(["inspect", str(file)]) or code
    return code
