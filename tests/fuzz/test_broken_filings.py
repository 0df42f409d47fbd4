"""`make fuzz`: filings broken in every way that transport and hands break them. Nothing may raise, every law must hold."""

import random
from pathlib import Path

import pytest

from core.analysis import analyse
from core.contract import as_json
from core.export.tables import stacked, tidy
from core.read.unreadable import UnreadableError
from core.terminal import checked, drawn
from tests.filings_dir import FILINGS
from tests.fuzz.laws import broken
from tests.fuzz.mutations import MUTATIONS, Mutation

SAMPLES = Path(__file__).parent.parent.parent / "resources" / "samples"
ROUNDS = 5
LARGEST = 6_000_000
"""Bytes of a broken filing; what is over it is cut off."""
LONGEST_REFUSAL = 400
SMALL = 150_000
"""Bytes of a filing that is read within a moment."""
KINDS = (".txt", ".htm", ".html")


def inputs() -> list[Path]:
    """The samples, and some real filings where there are any: text, HTML with tags and without, old and new."""
    texts = sorted(FILINGS.glob("text-*/*"), key=_size)[::12]
    return [*sorted(SAMPLES.glob("pellwick*")), *texts, *_of_each_kind()]


def small_inputs() -> list[Path]:
    """The samples, the smallest real filing of each kind, and all others that are read within a moment: many kinds for the
    time that a long run has."""
    small = (path for path in FILINGS.rglob("*.*") if path.suffix in KINDS and _size(path) <= SMALL)
    return sorted({*SAMPLES.glob("pellwick*"), *small, *_of_each_kind()})


def _of_each_kind() -> list[Path]:
    groups = ("ixbrl-2025", "ixbrl-2019", "html-10k-golden", "html-2000-2010", "html-xbrl-2009-2011")
    found = (sorted((FILINGS / group).glob("*"), key=_size) for group in groups)
    return [paths[0] for paths in found if paths]


def _size(path: Path) -> int:
    return path.stat().st_size


def faults(data: bytes, path: Path) -> list[str]:
    """What is wrong with the reading of these bytes; nothing where it is refused with a reason of one line."""
    path.write_bytes(data)
    try:
        analysis = analyse(path)
    except UnreadableError as error:
        words = str(error)
        return [] if "\n" not in words and len(words) < LONGEST_REFUSAL else [f"a refusal of many words: {words}"]
    as_json(analysis)
    for written in (stacked, tidy, drawn, checked):
        written(analysis)
    return broken(analysis)


def mutated(data: bytes, draw: random.Random, mutation: Mutation) -> bytes:
    """The bytes broken in this way; never fewer than two, which can be broken again, never too many."""
    return mutation(data, draw)[:LARGEST].ljust(2, b"x")


@pytest.mark.fuzz
@pytest.mark.timeout(900)
@pytest.mark.parametrize("path", inputs(), ids=lambda path: path.name)
@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.__name__)
def test_broken_filings_are_read_as_far_as_they_go(path: Path, mutation: Mutation, tmp_path: Path) -> None:
    draw, data = random.Random(f"{path.name} {mutation.__name__}"), path.read_bytes()
    for _ in range(ROUNDS):
        assert faults(mutated(data, draw, mutation), tmp_path / f"broken{path.suffix}") == []
