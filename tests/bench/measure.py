"""How a figure is taken and printed: a median of several runs beside a fixed loop of plain Python."""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
RUNS = 9


def reference() -> float:
    """Milliseconds of a fixed loop of plain Python."""
    began = time.process_time()
    total = 0
    for number in range(500_000):
        total += number * number % 7
    return (time.process_time() - began) * 1000


def row(name: str, values: Sequence[float], unit: str = "ms", bound: str = "", loop: float = 0) -> None:
    """Prints the median of some runs, with the smallest and the largest, and its ratio to the reference loop."""
    low, middle, high = min(values), statistics.median(values), max(values)
    ratio = f"{middle / loop:6.2f} loops" if loop else ""
    print(f"{name:<62} {middle:8.1f} {unit:<4} ({low:.1f} to {high:.1f}) {bound:<14} {ratio}", flush=True)


def runs_of(run: Callable[[], float], runs: int) -> tuple[list[float], float]:
    """Several runs, and the reference loop's median between them."""
    taken, loops = [], []
    for _ in range(runs):
        loops.append(reference())
        taken.append(run())
    return taken, statistics.median(loops)


def analysis_time(path: Path) -> float:
    """Milliseconds of wall clock from bytes on disk to a full analysis."""
    from core.analysis import analyse

    began = time.perf_counter()
    analyse(path)
    return (time.perf_counter() - began) * 1000


def core_time(path: Path) -> float:
    """Milliseconds of one core's time for the same."""
    from core.analysis import analyse

    began = time.process_time()
    analyse(path)
    return (time.process_time() - began) * 1000


def throughput(paths: Sequence[Path]) -> float:
    """Megabytes a second of one core's time over all these filings."""
    from core.analysis import analyse

    began = time.process_time()
    for path in paths:
        analyse(path)
    return sum(path.stat().st_size for path in paths) / 1e6 / (time.process_time() - began)


PEAK = """
import resource, sys
from pathlib import Path
from core.analysis import analyse
import core.cli

def peak():
    status = Path("/proc/self/status")
    if status.exists():  # the other figure is the parent's where that was larger
        return int(status.read_text().partition("VmHWM:")[2].split()[0])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform == "darwin" else 1)

before = peak()
analysis = analyse(Path(sys.argv[1]))
print(peak() - before)
"""


def memory_ratio(path: Path) -> float:
    """Peak memory of an analysis, less what the program takes before it, over the file's size."""
    done = subprocess.run([sys.executable, "-c", PEAK, str(path)], cwd=ROOT, capture_output=True, text=True, check=True)
    return int(done.stdout) * 1024 / path.stat().st_size
