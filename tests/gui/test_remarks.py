"""What the reader notes: kept by file and place, whole on disk at any time, never lost to a damaged file."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from core.kept import DAMAGED
from core.source import Cite, Span, cite
from gui.remarks import NOTHING, OwnSum, Remarks, key_of_check
from tests.gui import made_up

FILE, OTHER = "a" * 64, "b" * 64
SUM = OwnSum(cite(1, 40, 45), (cite(1, 10, 15), Cite(1, (Span(20, 21), Span(23, 27)))))

OTHER_SUM = OwnSum(cite(1, 60, 65), SUM.parts, frozenset(SUM.parts[1:]))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings" / "remarks.json"


def test_what_is_noted_is_there_at_the_next_start(path: Path) -> None:
    remarks = Remarks(path)
    remarks.accept(FILE, "footing@1:4-9", "a misprint – “known”")
    remarks.add(FILE, SUM)
    remarks.add(FILE, OTHER_SUM)
    again = Remarks(path).of(FILE)
    assert again.why("footing@1:4-9") == "a misprint – “known”"
    assert again.sums == (SUM, OTHER_SUM)
    assert Remarks(path).of(OTHER) == NOTHING
    assert [one.name for one in path.parent.iterdir()] == ["remarks.json"]


def test_it_is_taken_back(path: Path) -> None:
    remarks = Remarks(path)
    remarks.accept(FILE, "one", "why")
    remarks.accept(FILE, "one", "another why")
    remarks.accept(FILE, "two", "why")
    remarks.add(FILE, SUM)
    remarks.add(FILE, replace(SUM, parts=SUM.parts[:1]))
    assert len(remarks.of(FILE).accepted) == 2
    assert len(remarks.of(FILE).sums) == 1
    remarks.undo(FILE, "one")
    remarks.remove(FILE, SUM.total)
    assert Remarks(path).of(FILE).accepted == (("two", "why"),)
    remarks.undo(FILE, "two")
    assert json.loads(path.read_text())["files"] == {}


def test_two_windows_write_into_one_file(path: Path) -> None:
    one, other = Remarks(path), Remarks(path)
    assert one.of(FILE) == other.of(FILE) == NOTHING
    one.accept(FILE, "one", "why")
    other.accept(OTHER, "two", "why")
    assert Remarks(path).of(FILE).why("one") == "why"
    assert Remarks(path).of(OTHER).why("two") == "why"


@pytest.mark.parametrize(
    "told", ["{", "[]", '{"files": {"a": {}}}', '{"files": {"a": {"accepted": [], "sums": [{"total": "x"}]}}}']
)
def test_a_damaged_file_is_put_aside_and_never_written_over(path: Path, told: str) -> None:
    path.parent.mkdir()
    path.write_text(told)
    remarks = Remarks(path)
    assert remarks.of("a") == NOTHING
    remarks.accept(FILE, "one", "why")
    assert path.with_name(path.name + DAMAGED).read_text() == told
    assert Remarks(path).of(FILE).why("one") == "why"


def test_a_crash_in_writing_leaves_the_old_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    remarks = Remarks(path)
    remarks.accept(FILE, "one", "why")
    before = path.read_bytes()

    def fails(_: int) -> None:
        raise OSError("no space")

    monkeypatch.setattr("core.target.os.fsync", fails)
    with pytest.raises(OSError, match="no space"):
        remarks.accept(FILE, "two", "why")
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == ["remarks.json"]
    assert remarks.of(FILE).why("two") is None


def test_without_a_path_it_lasts_as_long_as_the_window() -> None:
    remarks = Remarks()
    remarks.accept(FILE, "one", "why")
    assert remarks.of(FILE).why("one") == "why"


def test_a_finding_is_known_by_its_rule_and_place() -> None:
    off = made_up.off(made_up.analysis())[0]
    reworded = replace(off, title="said otherwise", cites=off.cites[:2])
    assert key_of_check(off) == key_of_check(reworded)
    assert key_of_check(off) != key_of_check(replace(off, cites=off.cites[1:]))
