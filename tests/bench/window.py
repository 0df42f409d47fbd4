"""What the window's measures need: each run in a process of its own, so that one does not warm the next."""

import subprocess
import sys
from pathlib import Path

from tests.gui import measure

ROOT = Path(__file__).parent.parent.parent
GAP = "import sys; from pathlib import Path; from tests.gui.measure import largest_gap; print(largest_gap(Path(sys.argv[1])).gap)"


def first_paint(path: Path) -> float:
    """Milliseconds from the start of the process to the first paint of the window that opens this filing."""
    return measure.first_paint(path).window * 1000


def first_filing(path: Path) -> float:
    """Milliseconds from the start of the process to the first paint with the filing's first statement in it."""
    return measure.first_paint(path).filing * 1000


def longest_gap(path: Path) -> float:
    """Milliseconds of the longest time that the event loop did not answer while this filing loaded."""
    command = [sys.executable, "-c", GAP, str(path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=True)
    return float(done.stdout) * 1000
