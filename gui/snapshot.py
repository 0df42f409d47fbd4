"""Draws the real window offscreen to a picture, and tries every view: for documentation, servers and the self-test."""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from core.printable import one_line
from core.target import TargetError, put
from gui.options import ChartKind

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from core.analysis import Analysis
    from gui.main_window import MainWindow

SIZE = (1280, 800)
PAGES = ("table", "text", "checks", "compare", "years", "search", "figures", "welcome")
PATIENCE = 60.0
"""Seconds a filing may take."""


def snapshot(
    files: Sequence[Path],
    *,
    out: Path,
    select: str | None = None,
    view: str | None = None,
    size: tuple[int, int] = SIZE,
    theme: str = "light",
    why: str | None = None,
    chart: ChartKind = ChartKind.AUTO,
    act: "Callable[[MainWindow], object] | None" = None,
) -> int:
    """Draws the window with these files open to a PNG; the exit code, 2 (and a line) where a file cannot be read.

    `select` is the id of a section or table, or of a filing's name; `view` one of PAGES; `why` a
    place as `core.why` takes it, whose answer is shown; `chart` the kind of chart; `act` does with the window
    what a reader would do last.
    """
    window, done = _window(files, size, theme)
    try:
        failed = list(window.panes.notices.words)
        if failed:
            for words in failed:
                _fail(words)
            return 2
        if select is not None and not show(window, select):
            return _fail(f"nothing here has the id {select}")
        if view is not None and view not in PAGES:
            return _fail(f"there is no view {view}; there are {', '.join(PAGES)}")
        if view is not None:
            window.panes.show_page(view)
        window.session.set_options(chart=chart)
        settle_all(window)
        if why is not None and window.session.current is not None:
            window.session.ask(window.session.current.path, why)
            settle_all(window)
        if act is not None:
            act(window)
            settle_all(window)
        return _keep(window.grab(), out, files)
    finally:
        done()


def _keep(picture: "QPixmap", out: Path, files: Sequence[Path]) -> int:
    from PySide6.QtCore import QBuffer

    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        put(out, bytes(buffer.data().data()), files)
    except TargetError as error:
        return _fail(str(error))
    except OSError as error:
        return _fail(f"{out} cannot be written: {error.strerror or error}")
    return 0


def _fail(words: str) -> int:
    sys.stderr.write(f"tieout: {one_line(words)}\n")
    return 2


def self_test() -> int:
    """Opens the bundled filings and visits every view; 0 if all went well, else 1 with the fault."""
    from gui.views.welcome import samples

    faults: list[str] = []
    kept = sys.excepthook
    window, done = _window(samples(), SIZE, "light")
    try:
        sys.excepthook = lambda kind, error, _: faults.append(f"{kind.__name__}: {error}")
        faults += window.panes.notices.words
        faults += _visit(window)
    finally:
        done()
        sys.excepthook = kept
    sys.stderr.write("".join(f"tieout: {fault}\n" for fault in faults))
    return 1 if faults else 0


def show(window: "MainWindow", ident: str) -> bool:
    """Shows the section or table of this id in the first filing that has it; whether there is one."""
    return any(_show(window, analysis, ident) for analysis in window.session.analyses)


def _show(window: "MainWindow", analysis: "Analysis", ident: str) -> bool:
    """Shows the section or table of this id in one filing; whether it has one."""
    places = window.session.places(analysis.path)
    section = ident if ident in places.sections else None
    table = ident if ident in places.statements else None
    if section is None and table is None:
        return False
    window.session.show(analysis.path, section, table)
    return True


def settle(milliseconds: int = 150) -> None:
    """Lets the window do what it has put off."""
    wait_until(lambda: False, milliseconds / 1000)


def settle_all(window: "MainWindow") -> None:
    """Waits until every pane is made and has drawn what is shown, however busy the machine is."""
    from gui.view_factory import CHART, SHEET, SOURCE, YEARS

    settle()
    panes, views = window.panes, (SHEET, CHART, SOURCE) if window.session.analyses else ()
    wait_until(lambda: not panes.drawing and all(panes.parts.made(view) for view in views), PATIENCE)
    wait_until(lambda: not getattr(panes.parts.made(SOURCE), "waiting", False), PATIENCE)
    wait_until(lambda: not getattr(panes.parts.made(YEARS), "waiting", False), PATIENCE)
    over_years = getattr(panes.parts.made(YEARS), "chart", None) if panes.page == YEARS else None
    for chart in (panes.parts.made(CHART), over_years):
        wait_until(lambda chart=chart: getattr(chart, "ready", True), PATIENCE)  # type: ignore[misc]
    settle()


def wait_until(true: Callable[[], bool], seconds: float) -> bool:
    """Runs the event loop until something is true; False if it took too long."""
    from PySide6.QtCore import QCoreApplication, QEventLoop

    until = time.monotonic() + seconds
    while not true():
        if time.monotonic() > until:
            return False
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
        time.sleep(0.001)
    return True


def _window(files: Sequence[Path], size: tuple[int, int], theme: str) -> "tuple[MainWindow, Callable[[], None]]":
    """The real window, offscreen, with settings of its own, when it has read the files; and how to end it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from gui.start import application, open_window

    application()
    folder = tempfile.TemporaryDirectory()
    hook = sys.excepthook
    window = open_window([], Path(folder.name) / "tieout.ini")
    sys.excepthook = hook
    window.resize(*size)
    window.desk.choose_theme(theme)
    window.panes.restore()
    settle(20)
    window.opener.open(files)
    wait_until(lambda: not window.opener.loading, PATIENCE * max(1, len(files)))
    settle_all(window)

    def done() -> None:
        window.close()
        window.deleteLater()
        settle(20)
        folder.cleanup()

    return window, done


def _opens(window: "MainWindow", command: str) -> bool:
    """Whether a command brings up a box or dialog, which is closed again."""
    from PySide6.QtWidgets import QDialog, QWidget

    before = {box for box in window.findChildren(QWidget) if box.isVisible()}
    window.commands.run(window.commands[command])
    settle(20)
    new = [box for box in window.findChildren(QWidget) if box.isVisible() and box not in before]
    for box in new:
        if isinstance(box, QDialog):
            box.reject()
    return bool(new)


def _visit_filing(window: "MainWindow", analysis: "Analysis") -> list[str]:
    """Every table of a filing and a section of every kind, and its page as filed where one can be drawn; what is amiss."""
    from gui.view_factory import SOURCE
    from gui.views.source import SourceView

    places = window.session.places(analysis.path)
    one_of_a_kind = {section.kind: ident for ident, section in places.sections.items()}
    faults = []
    for ident in (*places.statements, *one_of_a_kind.values()):
        if not _show(window, analysis, ident):
            faults.append(f"{ident} is not shown")
        settle(1)
    settle_all(window)
    source = window.panes.parts.made(SOURCE)
    paper = source.paper if isinstance(source, SourceView) else None
    if paper is None or (paper.has_sides and not paper.as_filed):
        faults.append(f"{analysis.path.name} is not shown as filed")
    return faults


def _visit(window: "MainWindow") -> list[str]:
    """Every filing and every page; what is amiss."""
    from gui.view_factory import CHECKS, COMPARE, FIGURES, SEARCH, WELCOME, YEARS

    faults = [] if window.session.analyses else ["no sample was opened"]
    for analysis in window.session.analyses:
        faults += _visit_filing(window, analysis)
    for page in (CHECKS, COMPARE, YEARS, SEARCH, FIGURES, WELCOME):
        window.panes.show_page(page)
        settle(20)
        if window.panes.page != page:
            faults.append(f"the page {page} is not shown")
    boxes = ("palette", "shortcuts", "about", "get")
    faults += [f"{command} does not open" for command in boxes if not _opens(window, command)]
    for name in ("dark", "light"):
        window.desk.choose_theme(name)
        settle(20)
    if window.grab().isNull():
        faults.append("the window draws nothing")
    return faults
