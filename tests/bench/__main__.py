"""`make bench`: how fast and how lean Tieout is. Medians of several runs; machines differ, so ratios matter more.

    python -m tests.bench [FOLDER OF REAL FILINGS]

Without real filings the bundled samples are measured and the output says so. The last column is a time over that of a
fixed loop of plain Python, measured in between, so that machines (and busy moments of one) can be compared.
"""

import os
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.bench.html import inline_filings, measure_html
from tests.bench.measure import ROOT, RUNS, analysis_time, core_time, memory_ratio, reference, row, runs_of, throughput

SAMPLES = ROOT / "resources" / "samples"
AT_ONCE, GAPS = 8, 9
"""Filings that are opened together, and how often a gap is looked for."""
LARGE = 1_400_000
"""Bytes of the large filing that is made of two."""


def text_filings(folder: Path) -> list[Path]:
    """The plain-text filings of a folder of real ones."""
    groups = ("seed", "text-10k", "text-10q", "text-8k", "text-10k-doc-only", "text-20f")
    return sorted(path for group in groups for path in (folder / group).glob("*") if path.is_file())


def joined(paths: Sequence[Path], into: Path) -> Path:
    """A filing of LARGE bytes with the documents of the largest submissions."""
    one, *others = sorted(paths, key=lambda path: -path.stat().st_size)
    data = one.read_bytes().replace(b"</SEC-DOCUMENT>", b"")
    for other in others:
        if len(data) >= LARGE:
            break
        data += other.read_bytes()[: LARGE - len(data)].partition(b"<DOCUMENT>")[2].join((b"\n<DOCUMENT>", b""))
    into.write_bytes(data)
    return into


def measure_core(paths: Sequence[Path], first: Path, largest: Path) -> None:
    """The analysis alone, without a window."""
    analysis_time(first)
    taken, loop = runs_of(lambda: analysis_time(first), RUNS)
    row(f"{first.name}: bytes to analysis", taken, bound="at most 60", loop=loop)
    taken, loop = runs_of(lambda: core_time(first), RUNS)
    row("  one core's time for it", taken, loop=loop)
    measure_stages(first)
    taken, loop = runs_of(lambda: analysis_time(largest), 3)
    row(f"{largest.name}: bytes to analysis", taken, loop=loop)
    taken, loop = runs_of(lambda: throughput(paths), 2)
    row(f"all {len(paths)} text filings, one core", taken, "MB/s", "at least 3")
    print(f"{'  the same, per reference loop':<62} {statistics.median(taken) * loop / 1000:8.3f} MB")
    row(f"{largest.name}: memory over file size", runs_of(lambda: memory_ratio(largest), 3)[0], "x", "below 20")


def measure_stages(path: Path) -> None:
    """What each stage takes of it."""
    from tests.bench.stages import stages

    runs = [stages(path) for _ in range(RUNS)]
    for at, stage in enumerate(runs[0]):
        row(f"  {stage.name}", [run[at].taken for run in runs])


def measure_window(first: Path, several: Sequence[Path], large: Sequence[Path]) -> None:
    """The window: first paint, and the longest moment in which it does not answer while filings load."""
    from tests.bench.window import filters, first_paint, redraws

    first_paint(first)
    loop = statistics.median(reference() for _ in range(5))
    starts = [first_paint(first) for _ in range(7)]
    row("first paint of the window", [start[0] for start in starts], loop=loop)
    row(
        "first paint with the filing's first statement in it",
        [start[1] for start in starts],
        "ms",
        "at most 1200",
        loop,
    )
    row("a chart of 40 periods and 8 lines, drawn anew", redraws(), bound="at most 16")
    row("the filter of the contents with a hundred filings", filters(), bound="at most 30")
    _gap(first.name, first)
    _gap(f"{len(several)} filings at once", *several)
    for path in large:
        _gap(f"{path.name} ({path.stat().st_size / 1e6:.1f} MB)", path)


def _gap(name: str, *paths: Path) -> None:
    """The longest gap while these are opened, and how much of it is the window's own work."""
    from tests.bench.window import longest_gap

    gaps = [longest_gap(*paths) for _ in range(GAPS)]
    row(f"{name}: longest gap", [gap[0] for gap in gaps], bound="at most 50")
    row("  the window's own work in it", [gap[1] for gap in gaps])


def main(arguments: Sequence[str]) -> int:
    """Measures all of it and prints a line a figure."""
    folder = Path(arguments[0]) if arguments else None
    if folder is not None and folder.is_dir():
        paths = text_filings(folder)
        first = max((path for path in paths if path.parent.name == "seed"), key=lambda path: path.stat().st_size)
    else:
        print("no folder of real filings given: measuring the bundled samples")
        paths = sorted(SAMPLES.glob("*.txt"))
        first = paths[-1]
    largest = max(paths, key=lambda path: path.stat().st_size)
    loops = [reference() for _ in range(RUNS)]
    print(f"python {sys.version.split()[0]}, {os.cpu_count()} cores")
    row("reference loop", loops)
    measure_core(paths, first, largest)
    if inline := inline_filings(folder) if folder is not None else []:
        measure_html(inline)
    tagged = [max(inline, key=lambda path: path.stat().st_size)] if inline else []
    with tempfile.TemporaryDirectory() as made:
        measure_window(first, paths[:AT_ONCE], (largest, joined(paths, Path(made) / "joined.txt"), *tagged))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
