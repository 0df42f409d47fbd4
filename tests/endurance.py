"""Hours of work with the window in one go: `python -m tests.endurance [--minutes N] [--seed S] [--to FILE] FILING ...`.

Filings drawn from a seed are opened, looked at, compared and closed, as a reader would. Every so often it is written down
what the program holds (memory, files, threads, widgets) and how long an action takes; at the end, how each of them changed
with the actions over the second half. What it holds must stay as it was, within the noise. `--to` keeps the rows as CSV.
"""

import argparse
import csv
import os
import random
import statistics
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from core.places import walk

if TYPE_CHECKING:
    from gui.main_window import MainWindow

MOST_OPEN = 10
"""Filings open at a time; of these all but LEFT_OPEN are closed then."""
LEFT_OPEN = 2
EVERY = 25
"""Actions between two rows."""
LONGEST = 60.0
"""Seconds that a filing may take to be read."""
PAGES = ("table", "text", "checks", "compare", "years")
SAMPLES = Path(__file__).parent.parent / "resources" / "samples"
HANDLES = Path("/proc/self/fd")
"""A name for each file that a program holds open, where the system tells."""
MEGABYTE = 1 << 20


class Row(NamedTuple):
    """What the program held after so many actions: megabytes, open files, threads, widgets; and how many milliseconds the
    middle one of the last actions took, without what was read."""

    actions: int
    minutes: float
    megabytes: float
    files: int
    threads: int
    widgets: int
    milliseconds: float


class Reader:
    """Does what a reader does, at random."""

    def __init__(self, window: "MainWindow", filings: Sequence[Path], chance: random.Random) -> None:
        self.window, self.session, self.filings, self.chance = window, window.session, filings, chance
        self.done: Counter[str] = Counter()
        self._acts: dict[Callable[[], object], int] = {
            self.open: 2,
            self.look: 8,
            self.turn: 3,
            self.point: 3,
            self.go: 2,
            self.find: 1,
        }

    @property
    def open_ones(self) -> list[Path]:
        """The open filings."""
        return [analysis.path for analysis in self.session.analyses]

    def act(self) -> float:
        """Does one thing; seconds it took till the window had nothing left to do."""
        if len(self.open_ones) >= MOST_OPEN:
            act: Callable[[], object] = self.close
        elif not self.open_ones:
            act = self.open
        else:
            act = self.chance.choices(list(self._acts), list(self._acts.values()))[0]
        self.done[act.__name__] += 1
        began = time.perf_counter()
        act()
        self._settle()
        return 0.0 if act == self.open else time.perf_counter() - began

    def open(self) -> None:
        """Opens one to four filings."""
        self.window.opener.open(self.chance.sample(self.filings, min(len(self.filings), self.chance.randint(1, 4))))
        until = time.monotonic() + LONGEST
        while self.window.opener.loading and time.monotonic() < until:
            self._settle()

    def close(self) -> None:
        """Closes all but a few."""
        paths = self.open_ones
        for path in self.chance.sample(paths, len(paths) - LEFT_OPEN):
            self.session.close(path)

    def look(self) -> None:
        """Looks at a section or a statement."""
        analysis = self.chance.choice(self.session.analyses)
        if analysis.statements and self.chance.random() < 0.5:
            statement = self.chance.choice(analysis.statements)
            self.session.show(analysis.path, statement.section, statement.id)
        elif sections := list(islice(walk(analysis.outline), 500)):
            self.session.show(analysis.path, self.chance.choice(sections).id)

    def turn(self) -> None:
        """Turns to another page."""
        self.window.panes.show_page(self.chance.choice(PAGES))

    def point(self) -> None:
        """Points at a figure, and lets its place be shown."""
        statement, current = self.session.statement, self.session.current
        figures = [figure for row in statement.rows for figure in row.figures] if statement is not None else []
        if figures and current is not None:
            self.session.follow(current.path, self.chance.choice(figures).cite)

    def go(self) -> None:
        """Goes back or forward."""
        steps = self.chance.choice((-1, 1))
        if self.session.can_go(steps):
            self.session.go(steps)

    def find(self) -> None:
        """Filters the contents by a letter, and takes it back."""
        outline = self.window.panes.outline
        outline.filter.setText(self.chance.choice("abcdefghinst"))
        self._settle()
        outline.filter.clear()

    def _settle(self) -> None:
        from gui.snapshot import wait_until

        wait_until(lambda: not self.window.jobs.busy() and not self.window.panes.drawing, 5.0)
        wait_until(lambda: False, 0.02)


def work(filings: Sequence[Path], minutes: float, seed: int) -> tuple[list[Row], Counter[str], Counter[str]]:
    """The rows, how often what was done, and what was warned of, with how often."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import qInstallMessageHandler

    from gui.snapshot import settle
    from gui.start import application, open_window

    warned: Counter[str] = Counter()
    qInstallMessageHandler(lambda _, __, words: warned.update([str(words)]))
    app = application()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TIEOUT_STORE"] = str(Path(folder) / "store")
        window = open_window([], Path(folder) / "tieout.ini")
        settle(300)
        reader = Reader(window, filings, random.Random(seed))
        rows: list[Row] = []
        took: list[float] = []
        began = time.monotonic()
        while (so_far := (time.monotonic() - began) / 60) < minutes:
            took.append(reader.act())
            if len(took) == EVERY:
                rows.append(_row((len(rows) + 1) * EVERY, so_far, len(app.allWidgets()), took))
                print(*rows[-1], sep="\t", flush=True)
                took.clear()
        window.close()
        settle(200)
    return rows, reader.done, warned


def _row(actions: int, minutes: float, widgets: int, took: Sequence[float]) -> Row:
    from gui.web.watch import memory

    return Row(
        actions,
        round(minutes, 2),
        round(memory(os.getpid()) / MEGABYTE, 1),
        sum(1 for _ in HANDLES.iterdir()) if HANDLES.is_dir() else 0,
        threading.active_count(),
        widgets,
        round(statistics.median([seconds for seconds in took if seconds] or [0]) * 1000, 1),
    )


def _told(rows: Sequence[Row]) -> None:
    """Prints how each measure changed over the second half, in a thousand actions, and how far its rows lie apart."""
    half = rows[len(rows) // 2 :]
    if len(half) < 3:  # no line goes through two
        print("too short a time for slopes")
        return
    actions = [row.actions for row in half]
    for name in Row._fields[2:]:
        values = [float(getattr(row, name)) for row in half]
        slope = statistics.linear_regression(actions, values).slope * 1000
        print(f"{name:13} {slope:+9.2f} in 1,000 actions; {min(values):.1f} to {max(values):.1f}")


def main() -> int:
    """The exit code: 1 where something was warned of."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("filings", nargs="*", type=Path)
    parser.add_argument("--minutes", type=float, default=120)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--to", type=Path)
    told = parser.parse_args()
    given = told.filings or [SAMPLES]
    filings = sorted(path for one in given for path in (one.rglob("*") if one.is_dir() else (one,)) if path.is_file())
    print(*Row._fields, sep="\t")
    rows, done, warned = work([path.resolve() for path in filings if path.suffix != ".md"], told.minutes, told.seed)
    _told(rows)
    print("done:", ", ".join(f"{name} {times:,}" for name, times in done.most_common()))
    print("warned of:", ", ".join(f"{words} ({times})" for words, times in warned.most_common()) or "nothing")
    if told.to is not None:
        with told.to.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows((Row._fields, *rows))
    return 1 if warned else 0


if __name__ == "__main__":
    sys.exit(main())
