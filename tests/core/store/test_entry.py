"""Readings as bytes: the same reading comes back, and nothing but that."""

import json
import os
import pickle
import random
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from core.analysis import FAULT, Analysis, analyse
from core.contract import as_json
from core.finding import Finding, Severity
from core.source import cite
from core.store import entry
from core.store.entry import DamagedError, key_of, pack, unpack, worth_keeping
from core.store.version import version
from tests.core.made_up import submission

ROOT = Path(__file__).parents[3]
SAMPLES = sorted((ROOT / "resources" / "samples").glob("pellwick*"))


def key(analysis: Analysis) -> bytes:
    return key_of(analysis.filing.name, analysis.filing.sha256)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Analysis:
    path = tmp_path_factory.mktemp("made") / "kettle.txt"
    path.write_text(submission())
    return analyse(path)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_the_same_reading_comes_back(path: Path) -> None:
    first = analyse(path)
    again = unpack(pack(first), key(first), path)
    assert json.dumps(as_json(again)) == json.dumps(as_json(first))
    assert again.seconds == first.seconds
    for old, new, layout in zip(first.filing.documents, again.filing.documents, again.layouts, strict=True):
        assert new.raw == old.raw
        assert layout is not None
        assert layout.source is new.source
        assert layout.markup is new.hypertext
        if old.hypertext is not None:
            assert new.hypertext is not None
            assert all(getattr(new.hypertext, name) == getattr(old.hypertext, name) for name in entry._FIELDS)
    assert [layout and (layout.kinds, layout.blocks, layout.pages) for layout in again.layouts] == [
        layout and (layout.kinds, layout.blocks, layout.pages) for layout in first.layouts
    ]


def test_a_reading_tells_its_verdicts_too(made: Analysis) -> None:
    again = unpack(pack(made), key(made), made.path)
    assert [section.verdict for section in again.outline] == [section.verdict for section in made.outline]
    assert [one.verdict for one in again.statements] == [one.verdict for one in made.statements]
    assert [one.columns for one in again.statements] == [one.columns for one in made.statements]


def test_most_of_it_is_made_when_it_is_looked_at(made: Analysis) -> None:
    again = unpack(pack(made), key(made), made.path)
    assert again.outline
    assert not {"tables", "layouts", "checks", "facts"} & set(vars(again))
    assert again.checks == made.checks
    assert again.checks is again.checks


def test_a_stored_reading_goes_on_as_any_other(made: Analysis) -> None:
    again = unpack(pack(made), key(made), made.path)
    elsewhere = pickle.loads(pickle.dumps(again))  # noqa: S301 - made here
    assert type(elsewhere) is Analysis
    assert as_json(elsewhere) == as_json(made)
    assert replace(again, path=Path("b.txt")).tables is again.tables


@pytest.mark.parametrize("seed", range(4))
def test_what_is_damaged_anywhere_is_not_believed(made: Analysis, seed: int) -> None:
    whole, drawn = pack(made), random.Random(seed)
    for _ in range(60):
        damaged = bytearray(whole)
        damaged[drawn.randrange(len(whole))] ^= 1 << drawn.randrange(8)
        with pytest.raises(DamagedError):
            unpack(bytes(damaged), key(made), made.path)
        with pytest.raises(DamagedError):
            unpack(whole[: drawn.randrange(len(whole))], key(made), made.path)
    with pytest.raises(DamagedError):
        unpack(whole + b"\0", key(made), made.path)


def test_another_file_and_another_program_are_not_believed(made: Analysis, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = pack(made)
    with pytest.raises(DamagedError, match="another program or file"):
        unpack(whole, key_of("other.txt", made.filing.sha256), made.path)
    monkeypatch.setattr(entry, "version", lambda: b"\1" * 32)
    with pytest.raises(DamagedError, match="another program or file"):
        unpack(whole, key(made), made.path)


def forged(made: Analysis, at: int, layer: bytes) -> bytes:
    """An entry with a right head and a right checksum, of whose pickles one is another."""
    own = entry._layers(pack(made), key(made))
    layers = [bytes(own.near), *own.later]
    layers[at] = layer
    sizes, payload = [len(each) for each in layers], b"".join(layers)
    head = entry._HEAD.pack(entry._KIND, version(), key(made), entry._checksum(sizes, payload), *sizes)
    return head + payload


class Calls:
    """Pickles as a call of something."""

    def __init__(self, called: Callable[..., object], *given: object) -> None:
        self.called, self.given = called, given

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return self.called, self.given


@pytest.mark.parametrize(
    "called",
    [os.system, os.mkdir, eval, print, getattr, subprocess.Popen, Path, analyse, pickle.loads, dict, type],
    ids=lambda called: called.__name__,
)
def test_nothing_is_run(made: Analysis, tmp_path: Path, called: Callable[..., object]) -> None:
    evil = pickle.dumps(Calls(called, str(tmp_path / "made")), 4)
    with pytest.raises(DamagedError):
        unpack(forged(made, 0, evil), key(made), made.path)
    for at, name in ((1, "tables"), (2, "checks")):
        again = unpack(forged(made, at, evil), key(made), made.path)
        assert len(getattr(again, name)) == len(getattr(made, name))  # read anew
    assert list(tmp_path.iterdir()) == []


def test_a_part_that_is_none_is_read_anew_while_the_file_is_the_same(tmp_path: Path) -> None:
    path = tmp_path / "kettle.txt"
    path.write_text(submission())
    first = analyse(path)
    other = forged(first, 2, pickle.dumps({"checks": ()}, 4))
    assert unpack(other, key(first), path).checks == first.checks
    path.write_text(submission() + " ")
    with pytest.raises(DamagedError, match="not what it was"):
        _ = unpack(other, key(first), path).checks


def test_a_reading_with_a_fault_of_ours_is_not_kept(made: Analysis) -> None:
    assert worth_keeping(made)
    fault = Finding(Severity.ERROR, "Fault in Tieout", (cite(1, 0, 0),), FAULT)
    assert not worth_keeping(replace(made, findings=(fault,)))


OPENS = """
import sys
from pathlib import Path
from core.store import entry
path, key = Path(sys.argv[1]), bytes.fromhex(sys.argv[2])
def never(path): raise SystemExit("read anew")
entry.analyse = never
found = entry.unpack(sys.stdin.buffer.read(), key, path)
print(len(found.tables), len(found.layouts), len(found.checks), len(found.facts), found.filing.documents[0].hypertext.flat)
"""


def test_a_process_that_has_read_nothing_yet_opens_it() -> None:
    path = SAMPLES[-1]
    first = analyse(path)
    command = [sys.executable, "-c", OPENS, str(path), key(first).hex()]
    done = subprocess.run(command, cwd=ROOT, input=pack(first), capture_output=True, timeout=60, check=False)
    told = (len(first.tables), len(first.layouts), len(first.checks), len(first.facts), False)
    assert done.stdout.decode().split() == [str(each) for each in told], done.stderr.decode()
