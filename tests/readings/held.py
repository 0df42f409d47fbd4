"""What is held of readings: of small inputs every word (`held/*.read`), of drawn filings a digest of each part (`held/drawn.txt`)."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from core.analysis import Analysis, analyse
from tests.readings.drawn import drawn_parts
from tests.readings.spoiled import spoiled
from tests.typeset.draw import draw
from tests.typeset.traits import Medium

HERE = Path(__file__).parent
INPUTS, HELD = HERE / "inputs", HERE / "held"
DIGESTS = HELD / "drawn.txt"
SEEDS = range(1000, 1040)
"""Of each medium; from every second one a filing with faults strewn in."""
LENGTH = 8
"""Digits of a digest: enough that no change of a reading is overlooked."""


class Sample(NamedTuple):
    """A drawn filing: its name, by which it can be drawn again, and its bytes."""

    name: str
    suffix: str
    data: bytes


def inputs() -> list[Path]:
    """The small inputs."""
    return sorted(INPUTS.iterdir())


def whole(path: Path) -> str:
    """The whole reading of a small input."""
    return "".join(text for _, text in drawn_parts(analyse(path)))


def held(path: Path) -> Path:
    """Where the reading of a small input is held."""
    return HELD / f"{path.stem}.read"


def samples(batch: int = 0, batches: int = 1) -> Iterator[Sample]:
    """The drawn filings in order: all, or of so many batches one."""
    every = [(seed, medium) for seed in SEEDS for medium in (Medium.TEXT, Medium.HTML)]
    for seed, medium in every[batch::batches]:
        filing = draw(seed, medium=medium)
        data = filing.data if seed % 2 else spoiled(seed, filing.data.decode()).encode()
        yield Sample(f"{seed} {medium.name}", filing.suffix, data)


def read(sample: Sample, folder: Path) -> Analysis:
    """The reading of a drawn filing, by way of a file in a folder."""
    path = folder / f"filing{sample.suffix}"
    path.write_bytes(sample.data)
    return analyse(path)


def digests(found: Iterable[Sample]) -> Iterator[str]:
    """A line for each filing: its name, and each part with its digest."""
    with TemporaryDirectory() as folder:
        for sample in found:
            parts = drawn_parts(read(sample, Path(folder)))
            yield f"{sample.name} {' '.join(f'{name}:{_digest(text)}' for name, text in parts)}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]
