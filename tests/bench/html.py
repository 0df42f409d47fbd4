"""What it takes to read HTML: from bytes to a full analysis, the tags alone, memory, and all of it beside a mere parse."""

import statistics
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.bench.measure import RUNS, analysis_time, memory_ratio, row, runs_of, throughput

INLINE = ("ixbrl-2025", "ixbrl-2019")


class Beside(NamedTuple):
    """Milliseconds of a full analysis, and of lxml's parse of the same bytes right before it."""

    analysis: float
    parse: float


def inline_filings(folder: Path) -> list[Path]:
    """The documents in inline XBRL of a folder of real filings."""
    return sorted(path for group in INLINE for path in (folder / group).glob("*") if path.is_file())


def parse_time(data: bytes) -> float:
    """Milliseconds in which lxml makes a tree of these bytes."""
    from lxml import html

    began = time.perf_counter()
    html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
    return (time.perf_counter() - began) * 1000


def facts_time(data: bytes) -> float:
    """Milliseconds in which every fact of a document is read from its tree, the tree not counted."""
    from core.facts.inline import Inline
    from core.markup.tree import tree

    root = tree(data.decode("utf-8", "replace")).root
    began = time.perf_counter()
    inline = Inline(root)
    list(inline.facts(root))
    return (time.perf_counter() - began) * 1000


def measure_html(paths: Sequence[Path]) -> None:
    """The largest document by itself, then all of them."""
    largest = max(paths, key=lambda path: path.stat().st_size)
    data = largest.read_bytes()
    analysis_time(largest)
    beside: list[Beside] = []

    def both() -> float:
        parse = parse_time(data)
        beside.append(Beside(analysis_time(largest), parse))
        return beside[-1].analysis

    taken, loop = runs_of(both, RUNS)
    row(f"{largest.name}: bytes to analysis", taken, loop=loop)
    row("  lxml's parse of the same bytes", [one.parse for one in beside])
    row("  the one over the other", [one.analysis / one.parse for one in beside], "x")
    row("  its facts alone", runs_of(lambda: facts_time(data), RUNS)[0])
    row("  memory over file size", runs_of(lambda: memory_ratio(largest), 3)[0], "x", "below 25")
    taken, loop = runs_of(lambda: throughput(paths), 3)
    row(f"all {len(paths)} documents in inline XBRL, one core", taken, "MB/s")
    print(f"{'  the same, per reference loop':<62} {statistics.median(taken) * loop / 1000:8.3f} MB")
