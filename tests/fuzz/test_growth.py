"""`make fuzz`: the time of a reading grows as its file does, whatever the file is made of."""

import time
from pathlib import Path

import pytest

from core.analysis import FAULT, analyse
from core.contract import as_json
from core.read.unreadable import UnreadableError
from tests.fuzz.baits import BAITS, Bait

SIZE, DOUBLINGS = 150_000, 2
"""Bytes of the smallest file, and how often it is doubled."""
DOUBLED = 2.3
"""Times as long as before that a file of twice the size may take."""
LEAST, MOST = 0.4, 10.0
"""Seconds: what the largest takes less than is all noise, and what none may take."""
TRIES = 3


def seconds(bait: Bait, size: int, path: Path) -> float:
    """Process time of reading a bait of this size, and of telling what was read."""
    path.write_bytes(bait(size))
    began = time.process_time()
    try:
        analysis = analyse(path)
    except UnreadableError:
        return time.process_time() - began
    assert not [finding.message for finding in analysis.findings if finding.kind == FAULT]
    as_json(analysis)
    return time.process_time() - began


def growth(bait: Bait, path: Path) -> tuple[float, float]:
    """How many times longer the largest takes than the smallest, and how long it takes."""
    largest = seconds(bait, SIZE << DOUBLINGS, path)
    if largest < LEAST:
        return 0.0, largest
    smallest = seconds(bait, SIZE, path)
    return largest / max(smallest, LEAST / (1 << 2 * DOUBLINGS)), largest


@pytest.mark.fuzz
@pytest.mark.timeout(300)
@pytest.mark.parametrize("name", BAITS)
def test_time_grows_as_the_file_does(name: str, tmp_path: Path) -> None:
    path = tmp_path / ("bait.htm" if name.startswith(("markup", "one")) else "bait.txt")
    told = [growth(BAITS[name], path)]
    while len(told) < TRIES and min(told)[0] > DOUBLED**DOUBLINGS:  # a machine that others use too
        told.append(growth(BAITS[name], path))
    times, largest = min(told)
    assert times <= DOUBLED**DOUBLINGS, f"{times:.1f} times as long for {1 << DOUBLINGS} times the size"
    assert largest < MOST
