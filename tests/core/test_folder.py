"""Many filings read at once."""

from pathlib import Path

import pytest

from core.folder import files, read_all
from tests.core.made_up import submission


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    below = tmp_path / "kettle" / "1999"
    below.mkdir(parents=True)
    for path in (tmp_path / "kettle" / "b.txt", below / "a.txt"):
        path.write_text(submission())
    (below / "picture.jpg").write_bytes(b"\xff\xd8")
    (below / "empty.txt").write_text("")
    return tmp_path


def test_folders_at_any_depth(folder: Path) -> None:
    named = [path.relative_to(folder).as_posix() for path in files([folder, folder / "kettle" / "b.txt"])]
    assert named == ["kettle/1999/a.txt", "kettle/1999/empty.txt", "kettle/b.txt"]


def test_what_is_no_filing_keeps_nothing_else_from_being_read(folder: Path) -> None:
    read = read_all(files([folder]))
    assert [one.path.name for one in read.analyses] == ["a.txt", "b.txt"]
    assert [(path.name, "empty" in why) for path, why in read.unreadable.items()] == [("empty.txt", True)]


def test_so_few_that_no_process_is_started(folder: Path) -> None:
    assert [one.filing.header.company for one in read_all([folder / "kettle" / "b.txt"]).analyses] == [
        "TIDEWATER KETTLE CO"
    ]
