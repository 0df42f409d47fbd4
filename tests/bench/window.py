"""What the window's measures need: each run in a process of its own, so that one does not warm the next."""

import subprocess
import sys
from pathlib import Path

from tests.gui import measure

ROOT = Path(__file__).parent.parent.parent
GAP = """
import sys
from pathlib import Path
from tests.gui.measure import largest_gap
loading = largest_gap(*map(Path, sys.argv[1:]))
print(loading.gap, loading.own)
"""


def first_paint(path: Path) -> tuple[float, float]:
    """Milliseconds from the start of the process to the first paint of the window that opens this filing, and to the
    first with the filing's first statement in it."""
    start = measure.first_paint(path)
    return start.window * 1000, start.filing * 1000


def longest_gap(*paths: Path) -> tuple[float, float]:
    """Milliseconds of the longest time that the event loop did not answer while these filings loaded and the chart's library
    came in, and how much of it was the window's own work."""
    command = [sys.executable, "-c", GAP, *map(str, paths)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=True)
    gap, own = (float(word) * 1000 for word in done.stdout.split())
    return gap, own


REDRAW = """
from tests.gui.measure import redraw
print(*redraw())
"""


def redraws() -> list[float]:
    """Milliseconds in which a chart of 40 periods and 8 lines is made anew and painted."""
    command = [sys.executable, "-c", REDRAW]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=True)
    return [float(word) * 1000 for word in done.stdout.split()[1:]]


def filters() -> list[float]:
    """Milliseconds in which the filter of the contents answers with a hundred filings open."""
    command = [sys.executable, "-c", "from tests.gui.measure import filtering\nprint(*filtering())"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=True)
    return [float(word) * 1000 for word in done.stdout.split()]
