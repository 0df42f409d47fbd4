"""The store on disk: what is found again, what is not, how much is kept, and a writer that is killed."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from core.contract import as_json
from core.read.unreadable import UnreadableError
from core.store.disk import Store, folder_of, own_store
from tests.core.made_up import submission

ROOT = Path(__file__).parents[3]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "readings")


@pytest.fixture
def filing(tmp_path: Path) -> Path:
    path = tmp_path / "kettle.txt"
    path.write_text(submission())
    return path


def entries(store: Store) -> list[Path]:
    assert store.folder is not None
    return sorted(store.folder.glob("*")) if store.folder.exists() else []


def test_what_was_read_is_found_again(store: Store, filing: Path) -> None:
    assert store.find(filing) is None
    first = store.reading(filing)
    found = store.find(filing)
    assert found is not None
    assert found.path == filing
    assert as_json(found) == as_json(first)
    assert len(entries(store)) == 1


def test_a_copy_of_the_same_name_is_found_at_its_own_path(store: Store, filing: Path) -> None:
    store.reading(filing)
    other = filing.parent / "below" / filing.name
    other.parent.mkdir()
    other.write_bytes(filing.read_bytes())
    found = store.find(other)
    assert found is not None
    assert found.path == other


def test_a_changed_file_is_read_anew(store: Store, filing: Path) -> None:
    store.reading(filing)
    stamp = filing.stat()
    filing.write_text(submission().replace("KETTLE", "KITTEN"))
    os.utime(filing, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert store.find(filing) is None
    assert store.reading(filing).filing.header.company == "TIDEWATER KITTEN CO"


@pytest.mark.parametrize("content", [b"", b"Tieout", b"\0" * 5000])
def test_a_damaged_entry_is_read_anew_and_mended(store: Store, filing: Path, content: bytes) -> None:
    first = store.reading(filing)
    entries(store)[0].write_bytes(content)
    assert store.find(filing) is None
    assert as_json(store.reading(filing))["outline"] == as_json(first)["outline"]
    assert store.find(filing) is not None


def test_an_entry_under_another_name_is_not_believed(store: Store, filing: Path) -> None:
    store.reading(filing)
    own = entries(store)[0]
    own.rename(own.with_name("0" * 64 + ".reading"))
    filing.write_text(submission() + "\n")
    store.reading(filing)
    other = next(path for path in entries(store) if not path.name.startswith("0000"))
    own.with_name("0" * 64 + ".reading").replace(other)
    assert store.find(filing) is None


def test_what_was_not_used_for_longest_goes_first(store: Store, filing: Path) -> None:
    paths = [filing.with_name(f"kettle-{number}.txt") for number in range(4)]
    for number, path in enumerate(paths):
        path.write_text(submission())
        if number < 3:
            before = set(entries(store))
            store.reading(path)
            (new,) = set(entries(store)) - before
            os.utime(new, (1000 + number, 1000 + number))
    assert store.find(paths[0]) is not None  # the oldest, but used: now the latest
    small = Store(store.folder, most=3 * entries(store)[0].stat().st_size + 100)
    small.reading(paths[3])
    assert [small.find(path) is not None for path in paths] == [True, False, True, True]


def test_what_was_never_finished_goes_after_a_while(store: Store, filing: Path) -> None:
    assert store.folder is not None
    store.folder.mkdir()
    old, new = store.folder / "old.part", store.folder / "new.part"
    old.write_bytes(b"half")
    new.write_bytes(b"half")
    os.utime(old, (time.time() - 7200, time.time() - 7200))
    store.reading(filing)
    assert new in entries(store)
    assert old not in entries(store)
    assert [path.suffix for path in entries(store)].count(".reading") == 1


def test_a_folder_that_cannot_be_is_no_store(filing: Path) -> None:
    store = Store(filing / "readings")
    assert store.reading(filing).filing.name == "kettle.txt"
    assert store.find(filing) is None


def test_a_full_disk_costs_nothing_but_the_entry(store: Store, filing: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert store.reading(filing).outline
    assert entries(store) == []


def test_without_a_folder_nothing_is_kept(filing: Path) -> None:
    store = Store(None)
    assert store.reading(filing).outline
    assert store.find(filing) is None


def test_what_is_no_filing_is_told_as_ever(store: Store, filing: Path) -> None:
    filing.write_bytes(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    with pytest.raises(UnreadableError, match="a PDF"):
        store.reading(filing)
    with pytest.raises(UnreadableError, match="no such file"):
        store.reading(filing.with_name("gone.txt"))
    assert entries(store) == []


@pytest.mark.parametrize(
    ("environment", "platform", "folder"),
    [
        ({}, "linux", "/people/ann/.cache/tieout/readings"),
        ({"XDG_CACHE_HOME": "/var/c"}, "linux", "/var/c/tieout/readings"),
        ({}, "darwin", "/people/ann/Library/Caches/tieout/readings"),
        ({"LOCALAPPDATA": "/local"}, "win32", "/local/tieout/readings"),
        ({}, "win32", "/people/ann/AppData/Local/tieout/readings"),
        ({"TIEOUT_STORE": "/other"}, "linux", "/other"),
        ({"TIEOUT_STORE": "off"}, "linux", None),
    ],
)
def test_where_readings_are_kept(environment: dict[str, str], platform: str, folder: str | None) -> None:
    found = folder_of(environment, platform, lambda: Path("/people/ann"))
    assert found == (Path(folder) if folder else None)


def test_someone_without_a_home_keeps_nothing() -> None:
    def none() -> Path:
        raise RuntimeError("no home")

    assert folder_of({}, "linux", none) is None


def test_tests_have_a_store_of_their_own(tmp_path: Path) -> None:
    assert own_store().folder == tmp_path / "readings"


KILLS = """
import os, random, signal, sys, time
from pathlib import Path
from core.analysis import analyse
from core.store.disk import Store
from core.store.entry import key_of, pack

folder, tries = Path(sys.argv[1]), int(sys.argv[2])
samples = sorted(Path("resources/samples").glob("pellwick*.txt"))
readings = [analyse(path) for path in samples]
made = [(key_of(one.filing.name, one.filing.sha256), pack(one)) for one in readings]
store, drawn = Store(folder), random.Random(tries)
found = halves = wrong = 0
for number in range(tries):
    for path in folder.glob("*"):
        path.unlink()
    writer = os.fork()
    if writer == 0:
        while True:
            for key, entry in made:
                store.put(key, entry)
    time.sleep(drawn.uniform(0, 0.008))
    os.kill(writer, signal.SIGKILL)
    os.waitpid(writer, 0)
    halves += any(folder.glob("*.part"))
    for path, one, (key, entry) in zip(samples, readings, made):
        again = store.find(path)
        if again is not None:
            found += 1
            same = again.outline == one.outline and (folder / f"{key.hex()}.reading").read_bytes() == entry
            wrong += not same
print(found, halves, wrong)
"""


def killed(folder: Path, tries: int) -> tuple[int, ...]:
    """Of so many writers killed: entries found whole, tries that left a half one behind, and wrong readings."""
    command = [sys.executable, "-c", KILLS, str(folder), str(tries)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=280, check=True)
    return tuple(int(word) for word in done.stdout.split())


@pytest.mark.skipif(not hasattr(os, "fork"), reason="writers are forked")
def test_a_writer_that_is_killed_leaves_nothing_wrong(tmp_path: Path) -> None:
    assert killed(tmp_path / "readings", 20)[2] == 0


@pytest.mark.fuzz
@pytest.mark.timeout(300)
@pytest.mark.skipif(not hasattr(os, "fork"), reason="writers are forked")
def test_two_hundred_writers_that_are_killed_leave_nothing_wrong(tmp_path: Path) -> None:
    found, halves, wrong = killed(tmp_path / "readings", 200)
    assert found > 0
    assert halves > 0
    assert wrong == 0
