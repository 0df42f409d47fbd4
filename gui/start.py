"""Makes the application and its window, and tells of faults that nobody caught."""

import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from gui import theme
from gui.icon import app_icon
from gui.main_window import MainWindow
from gui.settings import Settings
from gui.system_files import DockFiles
from gui.web import engine

UNTOLD = ("propagateSizeHints", "GPUInfo not initialized")


def application() -> QApplication:
    """The one QApplication, made where there is none yet, with name, icon and font."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        return app
    _fall_back()
    engine.prepare()
    qInstallMessageHandler(lambda *_: None)  # on platforms that do not start: we say it in a line of our own
    app = QApplication(sys.argv[:1])
    qInstallMessageHandler(_pass_on)
    app.setApplicationName("Tieout")
    app.setDesktopFileName("tieout")
    app.setWindowIcon(app_icon())
    app.setStyle("Fusion")
    app.setFont(theme.interface_font())
    return app


def open_window(files: Sequence[Path], settings_path: Path | None = None) -> MainWindow:
    """Shows a window that opens these files; what is not needed for its first paint comes after it."""
    window = MainWindow(Settings(settings_path))
    window.apply_theme()
    watch_for_faults(window)
    if sys.platform == "darwin":  # nowhere else is a running program handed files; a filter costs time with every event
        application().installEventFilter(DockFiles(window.opener, window))
    if files:
        window.opener.open(files)
    window.show()
    window.panes.restore()
    window.when_painted(window.panes.fill if files else window.resume)
    return window


def watch_for_faults(window: MainWindow) -> None:
    """Tells the reader of exceptions that nobody caught, in the window and on standard error; never silent."""

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        details = "".join(traceback.format_exception(kind, error, trace))
        sys.stderr.write(details)
        if issubclass(kind, KeyboardInterrupt):
            window.close()
        else:
            window.report(f"{kind.__name__}: {error}".strip(": "), details)

    sys.excepthook = tell


def _fall_back() -> None:
    """On Linux, names the platforms to try; offscreen last, so that a screen that fails is told and not a crash."""
    if sys.platform != "linux":
        return
    asked = os.environ.get("QT_QPA_PLATFORM")
    if not asked:
        wanted = [name for name, key in (("wayland", "WAYLAND_DISPLAY"), ("xcb", "DISPLAY")) if os.environ.get(key)]
        os.environ["QT_QPA_PLATFORM"] = ";".join([*wanted, "offscreen"])
    elif any(asked.startswith(screen) for screen in ("xcb", "wayland")) and "offscreen" not in asked:
        os.environ["QT_QPA_PLATFORM"] = f"{asked};offscreen"


def _pass_on(kind: QtMsgType, context: object, message: str) -> None:  # noqa: ARG001
    """Qt's own words, on standard error; but for those that only say what an offscreen window or a drawn page is."""
    if not any(words in message for words in UNTOLD):
        sys.stderr.write(f"{message}\n")
