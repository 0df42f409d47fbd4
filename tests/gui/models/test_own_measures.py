"""The file of the reader's own measures: begun once, read as it is written now, what is wrong with it said."""

from pathlib import Path

from core.years.measures import shipped
from gui.models.own_measures import OwnMeasures


def test_without_a_folder_there_are_none() -> None:
    own = OwnMeasures(None)
    assert own.wanted() is shipped()
    assert own.begun() is None


def test_begun_once_and_as_it_stands_it_adds_nothing(tmp_path: Path) -> None:
    own = OwnMeasures(tmp_path / "new")
    path = own.begun()
    assert path is not None
    assert "cost_of_revenue" in path.read_text()
    assert own.wanted().measures == shipped().measures
    lines = path.read_text().splitlines()
    begin = lines.index("# [[measures]]")
    path.write_text("\n".join(line.removeprefix("# ") for line in lines[begin : begin + 5]))
    assert own.begun() == path
    added = own.wanted().measures[-1]
    assert (added.name, added.fault) == ("Goodwill of assets", "")


def test_what_is_wrong_is_said_until_it_is_mended(tmp_path: Path) -> None:
    own = OwnMeasures(tmp_path)
    (tmp_path / "measures.toml").write_text("[[measures")
    assert own.wanted() is shipped()
    assert own.fault.startswith("measures.toml: ")
    (tmp_path / "measures.toml").write_text("")
    own.wanted()
    assert own.fault == ""


def test_a_folder_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    own = OwnMeasures(tmp_path / "file")
    assert own.begun() is None
    assert "cannot be written" in own.fault
