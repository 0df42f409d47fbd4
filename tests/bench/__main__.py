"""`make bench`: how fast and how lean Tieout is. Medians of several runs; machines differ, so ratios matter more.

    python -m tests.bench [FOLDER OF REAL FILINGS]

Without real filings the bundled samples are measured and the output says so.
"""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SAMPLES = ROOT / "resources" / "samples"
RUNS = 9


def median_of(run: Callable[[], float], runs: int = RUNS) -> tuple[float, float, float]:
    """Smallest, median and largest of several runs, after one that is not counted."""
    run()
    taken = sorted(run() for _ in range(runs))
    return taken[0], statistics.median(taken), taken[-1]


def row(name: str, taken: tuple[float, float, float], unit: str = "ms", bound: str = "") -> None:
    """Prints one figure."""
    low, middle, high = taken
    print(f"{name:<58} {middle:9.1f} {unit:<5} ({low:.1f} to {high:.1f})  {bound}", flush=True)


def text_filings(folder: Path) -> list[Path]:
    """The plain-text filings of a folder of real ones."""
    groups = ("seed", "text-10k", "text-10q", "text-8k", "text-10k-doc-only", "text-20f")
    return sorted(path for group in groups for path in (folder / group).glob("*") if path.is_file())


def analysis_time(path: Path) -> float:
    """Milliseconds of wall clock from bytes on disk to a full analysis."""
    from core.analysis import analyse

    begun = time.perf_counter()
    analyse(path)
    return (time.perf_counter() - begun) * 1000


def throughput(paths: Sequence[Path]) -> float:
    """Megabytes a second of one core's time over all these filings."""
    from core.analysis import analyse

    begun = time.process_time()
    for path in paths:
        analyse(path)
    return sum(path.stat().st_size for path in paths) / 1e6 / (time.process_time() - begun)


PEAK = """
import resource, sys
from pathlib import Path
from core.analysis import analyse
import core.cli
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
analysis = analyse(Path(sys.argv[1]))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


def memory_ratio(path: Path) -> float:
    """Peak memory of an analysis, less what the program takes before it, over the file's size."""
    done = subprocess.run([sys.executable, "-c", PEAK, str(path)], cwd=ROOT, capture_output=True, text=True, check=True)
    return int(done.stdout) * 1024 / path.stat().st_size


def measure_core(paths: Sequence[Path], first: Path, largest: Path) -> None:
    """The analysis alone, without a window."""
    row(f"{first.name}: bytes to analysis", median_of(lambda: analysis_time(first)), bound="at most 60")
    row(f"{largest.name}: bytes to analysis", median_of(lambda: analysis_time(largest), 5))
    row(f"all {len(paths)} text filings, one core", median_of(lambda: throughput(paths), 3), "MB/s", "at least 3")
    row(f"{largest.name}: memory over file size", median_of(lambda: memory_ratio(largest), 3), "x", "below 20")


def measure_window(first: Path, largest: Path) -> None:
    """The window: first paint, and the longest moment in which it does not answer while a filing loads."""
    from tests.bench.window import first_filing, first_paint, longest_gap

    row("first paint of the window", median_of(lambda: first_paint(first), 5), bound="at most 1200")
    row("first paint with the filing's statement in it", median_of(lambda: first_filing(first), 5))
    row(f"{largest.name}: longest gap while it loads", median_of(lambda: longest_gap(largest), 5), bound="at most 50")


def main(arguments: Sequence[str]) -> int:
    """Measures all of it and prints a line a figure."""
    folder = Path(arguments[0]) if arguments else None
    if folder is not None and folder.is_dir():
        paths = text_filings(folder)
        first = next(path for path in paths if path.parent.name == "seed" and path.stat().st_size > 100_000)
    else:
        print("no folder of real filings given: measuring the bundled samples")
        paths = sorted(SAMPLES.glob("*.txt"))
        first = paths[-1]
    largest = max(paths, key=lambda path: path.stat().st_size)
    print(
        f"python {sys.version.split()[0]}, {os.cpu_count()} cores, {largest.name} is {largest.stat().st_size:,} bytes"
    )
    measure_core(paths, first, largest)
    measure_window(first, largest)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
