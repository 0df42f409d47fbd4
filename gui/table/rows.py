"""The look that lists share: rows chosen whole, no grid, figures of one width."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from gui.theme import tabular

AIR = 10
"""Pixels of a row above and below its words."""


def as_list(table: QTableView, name: str, height: int) -> None:
    """Makes a table a list of rows of this height in pixels, named for those who cannot see it."""
    table.setAccessibleName(name)
    table.setFont(tabular(table.font()))
    table.setShowGrid(False)
    table.setFrameShape(QTableView.Shape.NoFrame)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(height)
    table.horizontalHeader().setHighlightSections(False)


def list_of(
    model: QAbstractItemModel, name: str, parent: QWidget, widths: Mapping[int, int], wide: int, lines: int = 1
) -> QTableView:
    """A list of rows of so many lines; columns have these widths in pixels, the `wide` one takes the room that is left."""
    table = QTableView(parent)
    table.setModel(model)
    as_list(table, name, lines * table.fontMetrics().height() + AIR)
    table.horizontalHeader().setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
    for column, width in widths.items():
        table.setColumnWidth(column, width)
    return table
