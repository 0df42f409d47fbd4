"""How long the window keeps a reader waiting: to its first paint, and while a large filing loads.

`python -m tests.gui.measure FILE ...` prints both for each file.
"""

import gc
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from gui.main_window import MainWindow

ROOT = Path(__file__).parent.parent.parent
EVERY = 5
"""Milliseconds between two ticks of the timer that measures."""


class Start(NamedTuple):
    """Seconds from the start of the process: to the window's first paint, and to that with the filing in it."""

    window: float
    filing: float


class Loading(NamedTuple):
    """The longest time in seconds that the event loop did not answer, when in the loading, how long it all took; and
    how much of the longest gap was the window's own work (the rest: other threads, other programs)."""

    gap: float
    at: float
    took: float
    own: float


def first_paint(path: Path) -> Start:
    """Starts a process of its own that opens the file, and ends when it is on the screen."""
    began = time.time()
    command = [sys.executable, "-m", "tests.gui.measure", "--child", str(began), str(path)]
    environment = {"QT_QPA_PLATFORM": "offscreen", "TIEOUT_STORE": "off", **os.environ}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=True)
    window, filing = done.stdout.split()
    return Start(float(window), float(filing))


def largest_gap(*paths: Path) -> Loading:
    """Opens these files in the real window in this process, and times the event loop's ticks until all are read and the
    chart is drawn, whose library comes in meanwhile."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("TIEOUT_STORE", "off")  # what is measured is reading
    from PySide6.QtCore import Qt, QTimer

    from gui.snapshot import settle, wait_until
    from gui.start import application, open_window

    application()
    hook = sys.excepthook
    folder = tempfile.TemporaryDirectory()
    window = open_window([], Path(folder.name) / "tieout.ini")
    settle(300)
    ticks: list[tuple[float, float]] = []
    timer = QTimer(interval=EVERY, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: ticks.append((time.perf_counter(), time.thread_time())))
    timer.start()
    _run_loop(200)
    began = time.perf_counter()
    window.opener.open(list(paths))
    wait = QTimer(interval=20)
    wait.timeout.connect(lambda: _leave() if not window.opener.loading else None)
    wait.start()
    _run_loop(0)
    took = time.perf_counter() - began
    wait.stop()
    _run_loop(700)
    wait.timeout.disconnect()
    wait.timeout.connect(lambda: _leave() if _is_drawn(window) else None)
    wait.start()
    _run_loop(0)
    wait.stop()
    _run_loop(100)
    timer.stop()
    gaps = [(later[0] - earlier[0], earlier[0] - began, later[1] - earlier[1]) for earlier, later in pairwise(ticks)]
    gap, at, own = max(gaps)
    window.close()
    window.deleteLater()
    wait_until(lambda: False, 0.05)
    sys.excepthook = hook
    folder.cleanup()
    return Loading(gap, at, took, own)


def _is_drawn(window: "MainWindow") -> bool:
    """Whether the chart is there: the plotting library comes last."""
    return bool(getattr(window.panes.parts.made("chart"), "ready", False))


def redraw(periods: int = 40, lines: int = 8, runs: int = 15) -> list[float]:
    """Seconds in which a chart of so many points is made anew and painted, each time with other figures."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from dataclasses import replace

    from gui.plot.canvas import Canvas
    from gui.plot.look import looks
    from gui.plot.plot import plot
    from gui.start import application
    from gui.theme import load
    from tests.gui.plot.tables import MONEY, table, year

    app, theme = application(), load("light")
    columns = [year(2024 - at) for at in range(periods)]
    rows = [(f"Line {line}", MONEY, [str(line * 1000 + at) for at in range(periods)]) for line in range(lines)]
    made, canvas = plot(table(columns, *rows), tuple(range(lines))), Canvas()
    canvas.resize(900, 400)
    canvas.show()
    taken = []
    for run in range(runs):
        began = time.perf_counter()
        canvas.show_chart(replace(made, title=str(run)), dict(enumerate(looks(theme, lines))), theme, app.font())
        canvas.grab()
        taken.append(time.perf_counter() - began)
    canvas.deleteLater()
    return taken


def filtering(filings: int = 100) -> list[float]:
    """Seconds in which the filter of the contents answers a keystroke, with so many filings open."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from gui.session import Session
    from gui.start import application
    from gui.theme import load
    from gui.views.outline import OutlineView
    from tests.gui import made_up

    application()
    session = Session()
    view = OutlineView(session, load("light"))
    view.resize(300, 900)
    view.show()
    for at in range(filings):
        session.open(made_up.analysis(Path(f"harbor-lamp-{at}.txt"), 1900 + at))
    gc.collect()
    gc.freeze()  # as the program does with what it read
    taken = []
    for words in ("s", "st", "bal", "zz", "note", "e", "i"):
        view.filter.setText(words)
        began = time.perf_counter()
        view.look()
        taken.append(time.perf_counter() - began)
    view.deleteLater()
    return taken


def _run_loop(milliseconds: int) -> None:
    """Runs the real event loop, for so long or until it is left."""
    from PySide6.QtCore import QCoreApplication, QTimer

    if milliseconds:
        QTimer.singleShot(milliseconds, _leave)
    app = QCoreApplication.instance()
    if app is not None:
        app.exec()


def _leave() -> None:
    from PySide6.QtCore import QCoreApplication

    QCoreApplication.exit()


def _child(began: float, path: Path) -> None:
    """In a process of its own: the program as it starts with a file, and ends when that is on the screen."""
    gc.disable()  # as the program itself begins
    import main as program
    from gui import start
    from gui.main_window import MainWindow

    gc.enable()
    opened = start.open_window

    def open_window(files: Sequence[Path]) -> MainWindow:
        window = opened(files, Path(folder) / "tieout.ini")
        _watch_paints(window, began)
        return window

    with tempfile.TemporaryDirectory() as folder:
        start.open_window = open_window  # type: ignore[assignment]
        program.main([str(path)])


def _watch_paints(window: "MainWindow", began: float) -> None:
    """Writes when the window was first painted and when with a filing in it, and closes it then."""
    from PySide6.QtCore import QTimer

    painted: list[float] = []

    def first() -> None:
        painted.append(time.time() - began)
        window.panes.fill()

    def look() -> None:
        if painted and window.session.current is not None and not window.panes.drawing:
            window.when_painted(last)
            window.update()
            poll.stop()

    def last() -> None:
        sys.stdout.write(f"{painted[0]:.3f} {time.time() - began:.3f}\n")
        window.close()

    window.when_painted(first)
    poll = QTimer(window, interval=1)
    poll.timeout.connect(look)
    poll.start()


def main(arguments: list[str]) -> None:
    """Prints the measures of some files, or is the child process that is measured."""
    if arguments[:1] == ["--child"]:
        _child(float(arguments[1]), Path(arguments[2]))
        return
    for name in arguments:
        start = min(first_paint(Path(name)) for _ in range(3))
        load = largest_gap(Path(name))
        sys.stdout.write(
            f"{Path(name).name}: first paint {start.window:.2f} s, with the filing {start.filing:.2f} s;"
            f" longest gap {load.gap * 1000:.0f} ms at {load.at:.2f} s of {load.took:.2f} s"
            f" ({load.own * 1000:.0f} ms its own work)\n"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
