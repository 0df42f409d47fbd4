"""What is written is there whole or not at all, as the reader had it, and never in the place of what it was read from."""

import os
import secrets
import stat
from pathlib import Path

import pytest

from core.target import TargetError, filling, put


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file that is there already."""
    path = tmp_path / "old.csv"
    path.write_bytes(b"precious")
    return path


def alone(path: Path) -> bool:
    """Whether nothing else lies in the folder."""
    return [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_new_file_has_the_rights_that_the_mask_leaves(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        put(tmp_path / "new.csv", b"a")
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "new.csv").stat().st_mode) == 0o640
    assert alone(tmp_path / "new.csv")


@pytest.mark.parametrize("rights", [0o644, 0o600, 0o664])
def test_a_file_that_is_replaced_keeps_its_rights(old: Path, rights: int) -> None:
    old.chmod(rights)
    put(old, b"new")
    assert (old.read_bytes(), stat.S_IMODE(old.stat().st_mode), alone(old)) == (b"new", rights, True)


def test_a_file_that_nobody_may_write_is_not_replaced(old: Path) -> None:
    old.chmod(0o444)
    with pytest.raises(PermissionError, match="read-only"):
        put(old, b"new")
    assert (old.read_bytes(), alone(old)) == (b"precious", True)


def test_what_it_was_read_from_is_not_replaced_under_any_name(old: Path) -> None:
    link, hard = old.with_name("link.csv"), old.with_name("hard.csv")
    link.symlink_to(old)
    hard.hardlink_to(old)
    for path in (old, link, hard, old.parent / "." / old.name):
        with pytest.raises(TargetError, match=f"^{path.name} is a file that this is read from"):
            put(path, b"new", [Path("elsewhere.txt"), old])
    assert old.read_bytes() == b"precious"


def test_a_link_stays_and_what_it_names_is_written(old: Path) -> None:
    link = old.with_name("link.csv")
    link.symlink_to(old)
    put(link, b"new")
    assert (link.is_symlink(), old.read_bytes()) == (True, b"new")


def test_a_link_to_nothing_yet_makes_what_it_names(tmp_path: Path) -> None:
    (tmp_path / "link.csv").symlink_to(tmp_path / "named.csv")
    put(tmp_path / "link.csv", b"new")
    assert ((tmp_path / "link.csv").is_symlink(), (tmp_path / "named.csv").read_bytes()) == (True, b"new")


def test_a_device_is_written_to_and_stays_one() -> None:
    put(Path(os.devnull), b"new")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_a_full_device_is_said() -> None:
    with pytest.raises(OSError, match="No space left"):
        put(Path("/dev/full"), b"new")


def test_a_folder_is_no_target(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        put(tmp_path, b"new")


def test_a_failure_leaves_what_was_there_and_nothing_else(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        put(old, b"new")
    assert (old.read_bytes(), alone(old)) == (b"precious", True)


def test_no_link_that_was_laid_is_followed(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(secrets, "token_hex", lambda _: "guessed")
    victim = old.with_name("victim")
    victim.write_bytes(b"precious")
    old.with_name(".guessed.part").symlink_to(victim)
    with pytest.raises(FileExistsError):
        put(old, b"new")
    assert (old.read_bytes(), victim.read_bytes()) == (b"precious", b"precious")


def test_what_is_filled_is_put_in_its_place_when_it_is_whole(old: Path) -> None:
    old.chmod(0o640)
    with filling(old) as part:
        assert not part.exists()
        part.write_bytes(b"new")
        assert old.read_bytes() == b"precious"
    assert (old.read_bytes(), stat.S_IMODE(old.stat().st_mode), alone(old)) == (b"new", 0o640, True)


def test_what_is_not_filled_leaves_what_was_there(old: Path) -> None:
    def half() -> None:
        with filling(old) as part:
            part.write_bytes(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        half()
    assert (old.read_bytes(), alone(old)) == (b"precious", True)


@pytest.mark.parametrize("name", ["old.csv", "link.csv"])
def test_what_it_is_filled_from_is_not_replaced(old: Path, name: str) -> None:
    (old.parent / "link.csv").symlink_to(old)
    with pytest.raises(TargetError), filling(old.parent / name, [old]):
        pass
    assert old.read_bytes() == b"precious"


def test_only_files_are_filled(old: Path) -> None:
    with pytest.raises(TargetError), filling(Path(os.devnull)):
        pass
    with pytest.raises(IsADirectoryError), filling(old.parent):
        pass
    with pytest.raises(FileNotFoundError, match=r"none/out\.csv"), filling(old.parent / "none" / "out.csv"):
        pass
