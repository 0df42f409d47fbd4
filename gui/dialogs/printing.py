"""The shown table as it comes out on paper, to be printed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from gui.table.printing import paint_on, set_up

if TYPE_CHECKING:
    from core.export.one_table import OneTable

SIZE = (1080, 780)
"""The size of the preview, as far as the screen has room."""
CLOSE = "QToolBar QToolButton { padding: 2px; border: none; background: transparent; }"
"""Buttons of pictures alone stand close: the one that prints is the last."""


class PrintPreview(QPrintPreviewDialog):
    """The pages of a table, in a font of this family, on a printer that lives as long as this."""

    def __init__(self, table: "OneTable", family: str, window: QWidget) -> None:
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setDocName(" · ".join(part for part in (table.company, table.title) if part))
        set_up(self._printer, table, family)
        super().__init__(self._printer, window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Print This Table")
        self.setStyleSheet(CLOSE)
        self.paintRequested.connect(lambda device: paint_on(device, table, family))
        room = window.screen().availableGeometry().size()
        self.resize(min(SIZE[0], room.width()), min(SIZE[1], room.height()))
