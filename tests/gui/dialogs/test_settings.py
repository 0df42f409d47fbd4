"""Fonts and density: what is chosen is seen at once, kept, and taken back."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QSpinBox
from pytestqt.qtbot import QtBot

from core.analysis import Analysis
from gui.choice_box import Choice
from gui.dialogs.settings import SettingsDialog, families
from gui.main_window import MainWindow
from gui.options import SheetOptions
from gui.settings import Settings
from gui.theme import pixels_of


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, analysis: Analysis) -> MainWindow:
    made = MainWindow(Settings(tmp_path / "tieout.ini"))
    qtbot.addWidget(made)
    made.session.open(analysis)
    made.session.show(analysis.path, statement="balance-sheet")
    made.resize(1200, 800)
    made.show()
    return made


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow) -> SettingsDialog:
    made = SettingsDialog(window.session, window)
    made.show()
    return made


def fields(dialog: SettingsDialog) -> tuple[list[Choice], list[QSpinBox], list[QCheckBox]]:
    """Fonts, sizes and boxes, those of tables first."""
    kinds = (Choice, QSpinBox, QCheckBox)
    return tuple([field for field in dialog.fields if isinstance(field, kind)] for kind in kinds)  # type: ignore[return-value]


def choose(fonts: Choice, name: str) -> None:
    """Chooses a font as a click in the list does."""
    fonts.setCurrentIndex(fonts.findData(name))
    fonts.activated.emit(fonts.currentIndex())


def test_tables_and_text_have_fonts_sizes_and_density_of_their_own(
    qtbot: QtBot, window: MainWindow, dialog: SettingsDialog
) -> None:
    fonts, sizes, boxes = fields(dialog)
    name, table = families()[-1], window.panes.parts.view("sheet").table  # type: ignore[attr-defined]
    row = table.rowHeight(1)
    choose(fonts[0], name)
    assert table.cells.font.families()[0] == table.head.bold().families()[0] == name
    boxes[0].setChecked(True)
    assert table.rowHeight(1) < row
    sizes[0].setValue(pixels_of("table") + 3)
    assert QFontInfo(table.font()).pixelSize() == pixels_of("table") + 3
    reader = window.panes.parts.view("text")
    before = reader.browser.document().defaultFont()  # type: ignore[attr-defined]
    assert before.families()[0] != name or len(families()) == 1
    choose(fonts[1], name)
    sizes[1].setValue(pixels_of("text") + 2)
    boxes[1].setChecked(True)
    now = reader.browser.document().defaultFont()  # type: ignore[attr-defined]
    assert (now.families()[0], now.pixelSize()) == (name, before.pixelSize() + 2)
    assert reader.flow.close  # type: ignore[attr-defined]


def test_it_is_kept_for_the_next_start(window: MainWindow, dialog: SettingsDialog, qtbot: QtBot) -> None:
    fonts, _, boxes = fields(dialog)
    for box in fonts:
        choose(box, families()[0])
    for tick in boxes:
        tick.setChecked(True)
    again = MainWindow(Settings(Path(window.settings.beside("tieout.ini"))))
    qtbot.addWidget(again)
    options = again.session.options
    assert (options.table_font, options.text_font) == (families()[0],) * 2
    assert options.compact
    assert options.close_text


def test_all_is_as_it_was_at_first(window: MainWindow, dialog: SettingsDialog, qtbot: QtBot) -> None:
    fonts, sizes, boxes = fields(dialog)
    for box in fonts:
        choose(box, families()[0])
    for size in sizes:
        size.setValue(size.value() + 4)
    for tick in boxes:
        tick.setChecked(True)
    dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.RestoreDefaults).click()  # type: ignore[union-attr]
    assert window.session.options == SheetOptions()
