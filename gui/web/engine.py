"""Starts Qt's web engine when the first page needs it, without a word on standard error; says why where it cannot start."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, Qt, qInstallMessageHandler

SCHEME = b"filing"
"""The scheme of the addresses under which a page and its pictures are served; they lead nowhere else."""

FLAGS = (
    "--disable-gpu",  # a page of text and rules is drawn as fast without one, and on every machine the same
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-pings",
    '--host-resolver-rules="MAP * ~NOTFOUND"',  # no name and no address can be reached, whatever asks for it
    "--log-level=3",
)
SHARED = Path("/dev/shm")  # noqa: S108
ENOUGH = 256 << 20
"""Bytes of shared memory that pages are drawn in; containers often have less, and then ordinary files serve."""


def flags() -> list[str]:
    """How the engine is started on this machine. As root it cannot have a sandbox of its own, and would not start."""
    chosen = list(FLAGS)
    if sys.platform == "linux":
        if os.geteuid() == 0:
            chosen += ("--no-sandbox", "--no-zygote")  # the one is begun for the other, and takes a tenth of a second
        if _shared_memory() < ENOUGH:
            chosen.append("--disable-dev-shm-usage")
    return chosen


def _shared_memory() -> int:
    try:
        told = os.statvfs(SHARED)
    except OSError:
        return 0
    return told.f_bavail * told.f_frsize


def prepare() -> None:
    """To be called before the application is made. The engine crashes at the end unless contexts are shared; and as nothing
    here is drawn with OpenGL, none is started: that would take its time at every start, whether a page is drawn or not."""
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    os.environ.setdefault("QT_XCB_GL_INTEGRATION", "none")


LIBRARIES = tuple(
    f"PySide6.Qt{name}"
    for name in (
        *("Network", "PrintSupport", "OpenGL", "Qml", "Quick", "QuickWidgets", "WebChannel"),
        *("WebEngineCore", "WebEngineWidgets"),
    )
)
"""What the engine is made of, in the order in which one needs the other; each takes 1 to 20 ms to load."""


def load(library: str) -> None:
    """Loads one of the libraries. That one is missing, `lacking` says."""
    with suppress(ImportError):
        import_module(library)


@cache
def lacking() -> str:
    """Why no page can be drawn here; empty where one can, and the engine is then ready. Must be called in the UI thread."""
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    own = os.environ.get("QTWEBENGINE_CHROMIUM_FLAGS", "")
    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = " ".join([own, *(flag for flag in flags() if flag not in own)]).strip()
    try:
        from PySide6 import QtWebEngineWidgets  # noqa: F401
        from PySide6.QtWebEngineCore import QWebEngineUrlScheme
    except ImportError as error:
        return _missing(error)
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.LibraryExecutablesPath))
    if sys.platform == "linux" and not (folder / "QtWebEngineProcess").is_file():
        return "a part of Qt's web engine is missing"
    if QWebEngineUrlScheme.schemeByName(SCHEME).name() != SCHEME:
        scheme = QWebEngineUrlScheme(SCHEME)
        scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
        QWebEngineUrlScheme.registerScheme(scheme)
    return ""


def _missing(error: ImportError) -> str:
    """`libnss3.so is missing`, as far as the loader names what it lacks."""
    if isinstance(error, ModuleNotFoundError):
        return "Qt's web engine is not installed"
    return f"{str(error).partition(':')[0]} is missing"


@contextmanager
def quiet() -> Iterator[None]:
    """Qt tells on standard error which ways of drawing it has tried; what comes of it is all that matters."""
    before = qInstallMessageHandler(lambda *_: None)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
