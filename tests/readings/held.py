"""What is held of readings: of small inputs every word (`held/*.read`), of drawn filings a digest of each part
(`held/drawn.txt`), one of everything that is made of filings (`held/outputs.txt`); what is made of single phrases; and where
readings tip over (`bounds.py`, `phrase_bounds.py`, `edges.py`)."""

import hashlib
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from core.analysis import Analysis, analyse
from tests.core.spoken import pairs
from tests.readings import outputs
from tests.readings.drawn import drawn_parts
from tests.readings.spoiled import FEW, MANY, spoiled
from tests.typeset.draw import draw
from tests.typeset.traits import Medium

HERE = Path(__file__).parent
INPUTS, HELD = HERE / "inputs", HERE / "held"
DIGESTS, OUTPUTS = HELD / "drawn.txt", HELD / "outputs.txt"
PHRASES, RULES, LEAST = HELD / "phrases.txt", HELD / "rules.txt", HELD / "least.txt"
BOUNDS, PHRASE_BOUNDS, EDGES = HELD / "bounds.txt", HELD / "phrase_bounds.txt", HELD / "edges.txt"
SEEDS = range(1000, 1150)
"""Of each medium; from every second one a filing with faults strewn in."""
SPOILED_MUCH = 4
"""Of so many seeds one gives a filing of which much is lost."""
SAMPLES = HERE.parents[1] / "resources" / "samples"
FORMS = HERE.parent / "core" / "forms"
SPOILED_FORMS = 6
"""Of each of the written filings, with faults strewn in."""
FILES = frozenset({".txt", ".htm"})
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
    """The filings in order: all, or of so many batches one."""
    every = [partial(_drawn, seed, medium) for seed in SEEDS for medium in (Medium.TEXT, Medium.HTML)]
    written = [*sorted(SAMPLES.glob("pellwick*")), *sorted(path for path in FORMS.iterdir() if path.suffix in FILES)]
    every += [partial(_written, path, faults) for path in written for faults in range(SPOILED_FORMS)]
    for made in every[batch::batches]:
        yield made()


def least_texts() -> Iterator[Sample]:
    """Of each rule the least text of which it speaks, and the same text without what it goes by."""
    for pair in pairs():
        yield Sample(f"{pair.rule} speaks", pair.suffix, pair.text.encode())
        yield Sample(f"{pair.rule} is silent", pair.suffix, pair.silent.encode())


def _drawn(seed: int, medium: Medium) -> Sample:
    filing = draw(seed, medium=medium)
    text = filing.data.decode()
    data = filing.data if seed % 2 else spoiled(seed, text, FEW if seed % SPOILED_MUCH else MANY).encode()
    return Sample(f"{seed} {medium.name}", filing.suffix, data)


def _written(path: Path, faults: int) -> Sample:
    """A filing that is written by hand, as it is or with faults."""
    data = path.read_bytes()
    return Sample(f"{path.stem} {faults}", path.suffix, spoiled(faults, data.decode()).encode() if faults else data)


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


class Version(NamedTuple):
    """A filing to make outputs of: a sample by its name, or what is drawn of a seed; with faults where `faults` is not 0."""

    of: str | tuple[int, Medium]
    faults: int = 0

    def written(self, folder: Path, number: int) -> Path:
        """The filing in a folder."""
        if isinstance(self.of, str):
            suffix, data = Path(self.of).suffix, (SAMPLES / self.of).read_bytes()
        else:
            filing = draw(self.of[0], medium=self.of[1])
            suffix, data = filing.suffix, filing.data
        path = folder / f"filing-{number}{suffix}"
        path.write_bytes(spoiled(self.faults, data.decode()).encode() if self.faults else data)
        return path


OF_2002, OF_2003, OF_2024 = (f"pellwick-ladder-10k-{name}" for name in ("2002.txt", "2003.txt", "2024.htm"))
SETS = {
    "years": (Version(OF_2002), Version(OF_2002, 3), Version(OF_2003, 1), Version(OF_2003)),
    "tagged": (Version(OF_2024, 5), Version(OF_2024)),
    "text": (Version((1002, Medium.TEXT), 7), Version((1002, Medium.TEXT))),
    "html": (Version((1003, Medium.HTML), 8), Version((1003, Medium.HTML))),
    "spoiled text": (Version((1005, Medium.TEXT)), Version((1005, Medium.TEXT), 9)),
    "spoiled html": (Version((1006, Medium.HTML)), Version((1006, Medium.HTML), 10)),
}
"""Filings of one company each, of which outputs are made together."""


def output_digests(name: str) -> list[str]:
    """A line for each output of a set: its name and its digest."""
    with TemporaryDirectory() as folder:
        paths = [version.written(Path(folder), number) for number, version in enumerate(SETS[name])]
        return [f"{name}: {output} {_digest(text)}" for output, text in outputs.of([analyse(path) for path in paths])]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]
