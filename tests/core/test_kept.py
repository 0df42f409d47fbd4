"""Small files of what the reader said."""

from pathlib import Path

import pytest

from core import kept


def test_what_is_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "new" / "kept.json"
    assert kept.read(path, dict) == {}
    kept.write(path, {"a": "ä"})
    assert kept.read(path, dict) == {"a": "ä"}


@pytest.mark.parametrize("words", ["{", "[1]", "3", '{"b": 1}'])
def test_what_is_damaged_is_put_aside(tmp_path: Path, words: str) -> None:
    path = tmp_path / "kept.json"
    path.write_text(words)
    assert kept.read(path, lambda told: {"a": told["a"]}) == {}
    assert not path.exists()
    assert (tmp_path / f"kept.json{kept.DAMAGED}").read_text() == words


def test_what_cannot_be_read_is_neither_taken_nor_put_aside(tmp_path: Path) -> None:
    (tmp_path / "kept.json").mkdir()
    with pytest.raises(OSError, match=r"kept\.json"):
        kept.read(tmp_path / "kept.json", dict)
    assert (tmp_path / "kept.json").is_dir()
