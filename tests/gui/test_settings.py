"""What is kept between starts."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from gui.settings import RECENT, Settings, settings_path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "tieout.ini"


def test_what_is_set_is_there_at_the_next_start(qapp: object, file: Path) -> None:
    first = Settings(file)
    first.set_text("theme", "dark")
    first.set_flag("panes/chart", value=False)
    first.set_state("layout/columns", QByteArray(b"\x00\x01"))
    first.sync()
    again = Settings(file)
    assert again.text("theme") == "dark"
    assert not again.flag("panes/chart", default=True)
    assert again.state("layout/columns") == QByteArray(b"\x00\x01")


def test_what_is_missing_or_damaged_reads_as_its_default(qapp: object, file: Path) -> None:
    file.write_bytes(b"[General]\ntheme=\x00\xff\nrecent=@Invalid()\nstate=5\n")
    settings = Settings(file)
    assert settings.text("none", "default") == "default"
    assert settings.flag("none", default=True)
    assert settings.state("state") is None
    assert settings.recent == ()


def test_recent_files_are_the_latest_first_and_those_that_exist(qapp: object, file: Path, tmp_path: Path) -> None:
    paths = [tmp_path / f"{at}.txt" for at in range(RECENT + 3)]
    settings = Settings(file)
    for path in paths:
        path.write_text("10-K")
        settings.add_recent(path)
    settings.add_recent(paths[5])
    paths[-1].unlink()
    assert settings.recent[:2] == (paths[5], paths[-2])
    assert len(settings.recent) == RECENT - 1
    settings.clear_recent()
    assert settings.recent == ()


def test_one_recent_file_is_a_list_of_one(qapp: object, file: Path, tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text("10-K")
    first = Settings(file)
    first.add_recent(path)
    first.sync()
    assert Settings(file).recent == (path,)


def test_groups_are_forgotten(qapp: object, file: Path) -> None:
    settings = Settings(file)
    settings.set_text("layout/columns", "x")
    settings.forget("layout")
    assert settings.text("layout/columns") == ""


def test_settings_lie_where_the_system_keeps_them(qapp: object, tmp_path: Path) -> None:
    assert settings_path() == tmp_path / "config" / "tieout" / "tieout.ini"
