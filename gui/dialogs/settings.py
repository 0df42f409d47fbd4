"""Fonts, their sizes and density of tables and text: what is chosen is seen at once."""

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from gui.choice_box import Choice
from gui.options import LARGER, SMALLER
from gui.session import Session
from gui.theme import pixels_of

OWN = "As in the rest of the window"
WIDTH = 440
"""Pixels that the dialog is wide at least."""


class _Tick(NamedTuple):
    """A box to tick: the option, and its words."""

    option: str
    words: str


class SettingsDialog(QDialog):
    """A form over the session's options; Escape closes it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Fonts and Density")
        self.setMinimumWidth(WIDTH)
        self._session = session
        self.fields: list[QWidget] = []
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(8)
        self._part("Tables", "table", _Tick("compact", "Compact rows"))
        self._part("Text", "text", _Tick("close_text", "Lines close together"))
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.RestoreDefaults | QDialogButtonBox.StandardButton.Close
        )
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults).clicked.connect(self._restore)
        kinds = QDialogButtonBox.StandardButton
        for kind in (kinds.RestoreDefaults, kinds.Close):
            buttons.button(kind).setAutoDefault(False)  # Enter is for what is being typed, and restores nothing
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(16)
        layout.addLayout(self._form)
        layout.addWidget(buttons)

    def _part(self, title: str, name: str, tick: _Tick) -> None:
        """The lines of tables or text: font, size, density."""
        head = QLabel(title)
        font = head.font()
        font.setBold(True)
        head.setFont(font)
        self._form.addRow(head)
        options, family = self._session.options, f"{name}_font"
        fonts = Choice()
        fonts.setAccessibleName(f"Font of {title.lower()}")
        fonts.addItem(OWN, "")
        for known in families():
            fonts.addItem(known, known)
        fonts.setCurrentIndex(max(0, fonts.findData(getattr(options, family))))
        fonts.activated.connect(lambda at: self._session.set_options(**{family: fonts.itemData(at)}))
        size = QSpinBox()
        size.setAccessibleName(f"Size of {title.lower()}")
        usual = pixels_of(name)
        size.setRange(usual + SMALLER, usual + LARGER)
        size.setSuffix(" px")
        size.setValue(usual + getattr(options, f"{name}_zoom"))
        size.valueChanged.connect(partial(self._resize, name))
        box = QCheckBox(tick.words)
        box.setChecked(getattr(options, tick.option))
        box.toggled.connect(lambda on: self._session.set_options(**{tick.option: on}))
        self._form.addRow("Font", fonts)
        self._form.addRow("Size", size)
        self._form.addRow("", box)
        self.fields += [fonts, size, box]

    def _resize(self, name: str, pixels: int) -> None:
        self._session.set_options(**{f"{name}_zoom": pixels - pixels_of(name)})

    def _restore(self) -> None:
        """Everything as it was at first."""
        for field in self.fields:
            if isinstance(field, Choice):
                field.setCurrentIndex(0)
            elif isinstance(field, QSpinBox):
                field.setValue(field.minimum() - SMALLER)
            elif isinstance(field, QCheckBox):
                field.setChecked(False)
        self._session.set_options(table_font="", text_font="")


def families() -> list[str]:
    """The fonts of this machine that have Latin letters in any size."""
    latin = QFontDatabase.WritingSystem.Latin
    return [name for name in QFontDatabase.families(latin) if QFontDatabase.isSmoothlyScalable(name)]
