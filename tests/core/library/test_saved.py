"""Searches kept by name: as they were typed, and never lost to a damaged file."""

from pathlib import Path

import pytest

from core.library import saved
from core.library.saved import Question, SearchesError, keep_search, own_searches, searches

ASKED = Question('"going concern"', form="10-K", years="1995-2003")


def test_they_are_kept_by_name(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "searches.json"
    assert searches(path) == {}
    keep_search(path, "b", ASKED)
    assert keep_search(path, "a", Question("hemp")) == {"b": ASKED, "a": Question("hemp")}
    assert list(searches(path)) == ["a", "b"]
    assert searches(path)["b"] == ASKED
    assert keep_search(path, "a", None) == {"b": ASKED}
    assert keep_search(path, "nobody", None) == {"b": ASKED}
    assert searches(path) == {"b": ASKED}


@pytest.mark.parametrize(
    "words", ["", "{", "[]", '{"a": 1}', '{"a": {}}', '{"a": {"query": 3}}', '{"a": {"query": "x", "form": 1}}']
)
def test_a_damaged_file_is_told_and_stays(words: str, tmp_path: Path) -> None:
    path = tmp_path / "searches.json"
    path.write_text(words)
    with pytest.raises(SearchesError, match="holds no searches"):
        searches(path)
    with pytest.raises(SearchesError):
        keep_search(path, "a", ASKED)
    assert path.read_text() == words


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SearchesError):
        keep_search(tmp_path / "file" / "searches.json", "a", ASKED)


def test_where_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", "/settings")
    assert own_searches() == Path("/settings/tieout/searches.json")

    def nobody(*_: object) -> Path:
        raise RuntimeError

    monkeypatch.setattr(saved, "settings_of", nobody)
    with pytest.raises(SearchesError, match="no home"):
        own_searches()
