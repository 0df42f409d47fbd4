"""Where and under what name things are saved: dialogs remember their folder and propose a name that says what it is."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from pytestqt.qtbot import QtBot

from core.analysis import Analysis
from gui.main_window import MainWindow
from gui.remarks import key_of_check
from gui.saving import file_words
from gui.settings import Settings
from tests.gui import made_up


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, analysis: Analysis) -> MainWindow:
    made = MainWindow(Settings(tmp_path / "tieout.ini"))
    qtbot.addWidget(made)
    made.session.open(analysis)
    made.session.show(analysis.path, statement="balance-sheet")
    return made


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """The names that the dialog proposed; every answer is a file of that name in one folder."""
    told: list[str] = []

    def answer(_window: object, _title: str, first: str, _pattern: str) -> tuple[str, str]:
        told.append(first)
        return str(tmp_path / "out" / Path(first).name), ""

    (tmp_path / "out").mkdir()
    monkeypatch.setattr("gui.saving.QFileDialog.getSaveFileName", answer)
    return told


def test_names_say_company_form_and_year_and_the_folder_is_kept(
    qtbot: QtBot, window: MainWindow, asked: list[str], tmp_path: Path
) -> None:
    window.settings.set_text("folder", str(tmp_path / "in"))
    window.desk.export("xlsx")
    qtbot.waitUntil((tmp_path / "out" / "Harbor Lamp Company 10-K 2003.xlsx").is_file)
    window.desk.export("json")
    assert [Path(name).name for name in asked] == [
        "Harbor Lamp Company 10-K 2003.xlsx",
        "Harbor Lamp Company 10-K 2003.json",
    ]
    assert [Path(name).parent.name for name in asked] == ["in", "out"]
    assert window.settings.text("folder") == str(tmp_path / "in")
    qtbot.waitUntil((tmp_path / "out" / "Harbor Lamp Company 10-K 2003.json").is_file)


def test_checks_are_written_with_what_the_reader_accepts(
    qtbot: QtBot, window: MainWindow, asked: list[str], analysis: Analysis, tmp_path: Path
) -> None:
    key = key_of_check(made_up.off(analysis)[0])
    window.session.note(analysis.path, lambda file: window.session.remarks.accept(file, key, "known to us"))
    window.commands.run(window.commands["export.checks"])
    written = tmp_path / "out" / "Harbor Lamp Company 10-K 2003 checks.xlsx"
    qtbot.waitUntil(written.is_file)
    row = [cell.value for cell in openpyxl.load_workbook(written)["Findings"][2]]
    assert (row[2], row[9]) == ("accepted", "known to us")


def test_a_name_of_a_file_has_no_signs_that_some_refuse(analysis: Analysis) -> None:
    odd = replace(analysis.filing, header=replace(analysis.filing.header, company="A/B: Lamps* & Sons?"))
    assert file_words(odd) == "A B Lamps & Sons 10-K 2003"
    unknown = replace(analysis.filing, header=replace(analysis.filing.header, company=None))
    assert file_words(unknown) == "harbor-lamp-2003"
