"""`make fuzz`: a program that is killed while it writes leaves what was there, or what it wrote, whole."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from core.analysis import Analysis, analyse
from core.contract import as_json
from core.export.corpus_folder import opened as opened_corpus
from core.library.shelf import opened
from core.store.disk import Store
from core.years.by_hand import ByHand
from gui.remarks import Remarks
from tests.core.library.made import KETTLES, filing, refresh
from tests.core.library.test_update import sound
from tests.core.test_export_corpus import run as read_all
from tests.core.test_export_corpus import sound as sound_corpus

ROOT = Path(__file__).parent.parent.parent
KILLS = 200
LONGEST = 0.12
"""Seconds until the program is killed, counted from its first output."""
SIZE = 400_000

OUTPUTS = f"""
import sys
from pathlib import Path
from core.target import put
target = Path(sys.argv[1])
for turn in range(10**9):
    put(target, bytes([65 + turn % 26]) * {SIZE})
    if not turn:
        print("begun", flush=True)
"""
SETTINGS = """
import sys
from pathlib import Path
from gui.settings import Settings
settings = Settings(Path(sys.argv[1]))
for turn in range(10**9):
    for name in ("folder", "theme", "chart/size"):
        settings.set_text(name, chr(65 + turn % 26) * 20_000)
    settings.sync()
    if not turn:
        print("begun", flush=True)
"""
REMARKS = """
import sys
from pathlib import Path
from gui.remarks import Remarks
for turn in range(10**9):
    Remarks(Path(sys.argv[1])).accept(str(turn % 40), "a finding", chr(65 + turn % 26) * 5_000)
    if not turn:
        print("begun", flush=True)
"""
LINES = """
import sys
from pathlib import Path
from core.statements.statement import StatementKind
from core.years.by_hand import Anchor, ByHand, Ruling
for turn in range(10**9):
    row = Anchor(chr(65 + turn % 26) * 5_000, "a caption", "", turn)
    by_hand, company = ByHand(Path(sys.argv[1])), str(turn % 40)
    by_hand.add(company, Ruling(StatementKind.BALANCE_SHEET, (row,), (row,), joined=True))
    if len(by_hand.of(company)) > 2:
        by_hand.undo(company)
        by_hand.undo(company)
    if not turn:
        print("begun", flush=True)
"""
STORE = """
import sys
from pathlib import Path
from core.analysis import Analysis, analyse
from core.store.disk import Store
analyses = [analyse(path) for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
store = Store(Path(sys.argv[1]) / "store")
for turn in range(10**9):
    for analysis in analyses:
        store.keep(analysis)
    if not turn:
        print("begun", flush=True)
"""


def killed(script: str, target: Path, draw: random.Random) -> None:
    """Lets a script write for a moment, and kills it."""
    command = [sys.executable, "-c", script, str(target)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"begun\n"
        time.sleep(draw.random() * LONGEST)
        writer.kill()


@pytest.mark.fuzz
@pytest.mark.timeout(900)
def test_an_output_is_whole_after_every_kill(tmp_path: Path) -> None:
    target, draw, seen = tmp_path / "out.csv", random.Random(5), set[bytes]()
    for _ in range(KILLS):
        killed(OUTPUTS, target, draw)
        data = target.read_bytes()
        assert data == data[:1] * SIZE
        seen.add(data[:1])
    assert len(seen) > 2


@pytest.mark.fuzz
@pytest.mark.timeout(900)
def test_settings_are_whole_after_every_kill(tmp_path: Path) -> None:
    from gui.settings import Settings

    target, draw = tmp_path / "tieout.ini", random.Random(6)
    for _ in range(KILLS):
        killed(SETTINGS, target, draw)
        told = {name: Settings(target).text(name) for name in ("folder", "theme", "chart/size")}
        assert {len(text) for text in told.values()} == {20_000}
        assert len({text[0] for text in told.values()}) == 1
        assert all(text == text[0] * 20_000 for text in told.values())


@pytest.mark.fuzz
@pytest.mark.timeout(900)
def test_remarks_are_whole_and_none_is_lost_after_every_kill(tmp_path: Path) -> None:
    target, draw, known = tmp_path / "remarks.json", random.Random(8), set[str]()
    for _ in range(KILLS):
        killed(REMARKS, target, draw)
        told = {str(file): Remarks(target).of(str(file)).why("a finding") for file in range(40)}
        there = {file for file, why in told.items() if why is not None}
        assert known <= there
        assert all(why == why[0] * 5_000 for why in told.values() if why is not None)
        known = there
    assert not list(tmp_path.glob("*.damaged"))


@pytest.mark.fuzz
@pytest.mark.timeout(900)
def test_lines_by_hand_are_whole_and_none_is_lost_after_every_kill(tmp_path: Path) -> None:
    target, draw, known = tmp_path / "lines.json", random.Random(10), set[str]()
    for _ in range(KILLS):
        killed(LINES, target, draw)
        told = {company: ByHand(target).of(company) for company in map(str, range(40))}
        there = {company for company, rulings in told.items() if rulings}
        assert known <= there
        anchors = [one for rulings in told.values() for each in rulings for one in (*each.ones, *each.others)]
        assert all(one.filing == one.filing[0] * 5_000 and one.name == "a caption" for one in anchors)
        known = there
    assert len(known) > 2
    assert not list(tmp_path.glob("*.damaged"))


def said(analysis: Analysis) -> dict[str, object]:
    """All that is told of a filing, but for the time that it took."""
    return {key: value for key, value in as_json(analysis).items() if key != "seconds"}


@pytest.mark.fuzz
@pytest.mark.timeout(1800)
def test_what_the_store_gives_is_the_reading_after_every_kill(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(
            filing(KETTLES, "0000012345", 1990 + number, "In thousands", "  120", "iron")
        )
    paths, draw = sorted(tmp_path.glob("*.txt")), random.Random(9)
    right = {path: said(analyse(path)) for path in paths}
    for _ in range(KILLS):
        killed(STORE, tmp_path, draw)
        for path in paths:
            found = Store(tmp_path / "store").find(path)
            assert found is not None
            assert said(found) == right[path]


FILINGS = 24
"""Filings of a folder; every so many kills some of them change, so that there is something to do again."""
AGAIN = 10
WHOLE_RUN = 2.5
"""Seconds in which a run of these filings by two processes comes to its end, about."""
LIBRARY = """
import sys
from pathlib import Path
from core.library.shelf import opened
from core.library.update import update
from core.store.disk import Store
if __name__ == "__main__":
    with opened(Path(sys.argv[2]), new=True) as shelf:
        shelf.add_folder(Path(sys.argv[1]))
        print("begun", flush=True)
        update(shelf, Store(None), lambda _done, _of: None, workers=2)
"""
CORPUS = """
import sys
from functools import partial
from pathlib import Path
from core.bulk import each
from core.export import corpus
from core.export.corpus_folder import Asked
from core.folder import files
from core.store.disk import Store
if __name__ == "__main__":
    corpus.PART = 3
    folder = Path(sys.argv[1])
    print("begun", flush=True)
    reading = partial(each, store=Store(None), workers=2)
    corpus.read(Asked(tuple(files([folder])), folder), Path(sys.argv[2]), reading, lambda _done, _of: None)
"""


def change(folder: Path, turn: int) -> None:
    """Filings of a folder are others than before."""
    folder.mkdir(exist_ok=True)
    for number in range(FILINGS):
        if turn == 0 or number % 3 == turn % 3:
            text = filing(KETTLES, "0000012345", 1970 + number, "In thousands", "  120", f"iron{turn}")
            (folder / f"{number:02}.txt").write_text(text)


def killed_over(script: str, folder: Path, target: Path, draw: random.Random) -> None:
    """Lets a script go over a folder for a moment, and kills it; its processes end with it."""
    command = [sys.executable, "-c", script, str(folder), str(target)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as running:
        assert running.stdout is not None
        running.stdout.readline()
        time.sleep(draw.random() * WHOLE_RUN)
        running.send_signal(signal.SIGKILL)
        running.communicate(timeout=60)


@pytest.mark.fuzz
@pytest.mark.timeout(3600)
def test_a_library_is_whole_after_every_kill(tmp_path: Path) -> None:
    folder, target, draw = tmp_path / "in", tmp_path / "library.sqlite", random.Random(7)
    for turn in range(KILLS):
        if turn % AGAIN == 0:
            change(folder, turn // AGAIN)
        killed_over(LIBRARY, folder, target, draw)
        with opened(target) as shelf:
            sound(shelf)
            before = len(shelf.filings())
            if turn % AGAIN == AGAIN - 1:
                refresh(shelf)
                sound(shelf)
                assert len(shelf.filings()) == FILINGS >= before


@pytest.mark.fuzz
@pytest.mark.timeout(3600)
def test_a_corpus_is_whole_after_every_kill(tmp_path: Path) -> None:
    folder, target, draw = tmp_path / "in", tmp_path / "out", random.Random(8)
    for turn in range(KILLS):
        if turn % AGAIN == 0:
            change(folder, turn // AGAIN)
        killed_over(CORPUS, folder, target, draw)
        with opened_corpus(target):
            pass
        if any((target / "filings").iterdir()):
            sound_corpus(target)
        if turn % AGAIN == AGAIN - 1:
            done = read_all(folder, target)
            assert done.read + done.before == FILINGS
            sound_corpus(target)
