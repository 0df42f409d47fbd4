"""Starts the window: application, theme, error report; says in one line what is missing where there can be none."""

import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QObject, QtMsgType
    from PySide6.QtWidgets import QApplication

    from gui.main_window import MainWindow

NO_SCREEN = (
    "tieout: no display to open a window on. Without one: main.py inspect FILE, text FILE, export FILE --to out.xlsx,"
    " check FILE, snapshot FILE --to out.png"
)
PACKAGES = (
    "libgl1 libegl1 libopengl0 libxkbcommon0 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libxcb-cursor0 libxcb-icccm4"
    " libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0 libxcb-xkb1"
)
DRAWN = Path("build") / "tieout.png"


def run(paths: Sequence[Path], *, or_draw: bool = False, samples: bool = False) -> int:
    """Opens the window on these files; the exit code. Without a display: 2, or, `or_draw`, a picture of the window."""
    try:
        from PySide6 import QtWidgets  # noqa: F401 - loads the system's libraries, or says which one is missing
    except ImportError as error:
        return _missing(str(error))
    files = list(paths)
    if samples:
        from gui.views.welcome import samples as bundled

        files += bundled()
    if not _wants_screen():
        return _draw(files) if or_draw else _fail(NO_SCREEN)
    app = application()
    if app.platformName() == "offscreen" and os.environ.get("QT_QPA_PLATFORM") != "offscreen":
        library = _missing_library()
        if or_draw:
            return _draw(files)
        return _missing(library) if library else _fail(NO_SCREEN)
    window = open_window(files)
    code = app.exec()
    window.deleteLater()
    return code


def open_window(files: Sequence[Path], settings_path: Path | None = None) -> "MainWindow":
    """Shows a window that opens these files; what is not needed for its first paint comes after it."""
    from gui.main_window import MainWindow
    from gui.settings import Settings

    window = MainWindow(Settings(settings_path))
    window.apply_theme()
    watch_for_faults(window)
    application().installEventFilter(_file_opener(window))
    if files:
        window.opener.open(files)
    window.show()
    window.panes.restore()
    window.when_painted(window.panes.fill)
    return window


def application() -> "QApplication":
    """The one QApplication, made where there is none yet, with name, icon and font."""
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    from gui import theme
    from gui.icon import app_icon

    app = QApplication.instance()
    if isinstance(app, QApplication):
        return app
    _fall_back()
    qInstallMessageHandler(lambda *_: None)  # on platforms that do not start: we say it in a line of our own
    app = QApplication(sys.argv[:1])
    qInstallMessageHandler(_pass_on)
    app.setApplicationName("Tieout")
    app.setDesktopFileName("tieout")
    app.setWindowIcon(app_icon())
    app.setStyle("Fusion")
    app.setFont(theme.interface_font())
    return app


def watch_for_faults(window: "MainWindow") -> None:
    """Tells the reader of exceptions that nobody caught, in the window and on standard error; never silent."""

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        details = "".join(traceback.format_exception(kind, error, trace))
        sys.stderr.write(details)
        if issubclass(kind, KeyboardInterrupt):
            window.close()
        else:
            window.report(f"{kind.__name__}: {error}".strip(": "), details)

    sys.excepthook = tell


def _file_opener(window: "MainWindow") -> "QObject":
    """Opens what is dropped on the program's icon in the dock (macOS)."""
    from gui.dock import DockFiles

    return DockFiles(window.opener, window)


def _wants_screen() -> bool:
    """Whether there may be a screen: off Linux always; on it where a display is named."""
    if sys.platform != "linux":
        return True
    if os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _fall_back() -> None:
    """On Linux, names the platforms to try; offscreen last, so that a screen that fails is told and not a crash."""
    if sys.platform == "linux" and not os.environ.get("QT_QPA_PLATFORM"):
        wanted = [name for name, key in (("wayland", "WAYLAND_DISPLAY"), ("xcb", "DISPLAY")) if os.environ.get(key)]
        os.environ["QT_QPA_PLATFORM"] = ";".join([*wanted, "offscreen"])


def _pass_on(kind: "QtMsgType", context: object, message: str) -> None:  # noqa: ARG001
    """Qt's own words, on standard error; but for one that only says what an offscreen window is."""
    if "propagateSizeHints" not in message:
        sys.stderr.write(f"{message}\n")


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
