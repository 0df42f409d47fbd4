"""The look that lists share: rows chosen whole, no grid, figures of one width."""

from PySide6.QtWidgets import QAbstractItemView, QTableView

from gui.theme import tabular


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
