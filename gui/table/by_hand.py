"""The part of a menu in which the reader says of the selected lines that they are one, or two."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QMenu

from core.statements.statement import StatementKind
from core.years.by_hand import Ruling
from gui.models.lines_by_hand import offers
from gui.models.years import YearsModel
from gui.table.choices import selected_rows
from gui.table.frozen import Table


class Said(NamedTuple):
    """Which kind of statement it is, what was said before, and who hears of more (None takes the last back)."""

    kind: StatementKind
    before: Sequence[Ruling]
    rule: Callable[[Ruling | None], None]


def add_rulings(menu: QMenu, table: Table, model: YearsModel, said: Said) -> None:
    """What can be said of the selected lines, and what was said last."""
    index = table.currentIndex()
    if not index.isValid():
        return
    lines = [model.line(row) for row in selected_rows(table)]
    chosen = [line for line in lines if line is not None and line.anchors]
    at = model.part_at(index.row(), index.column())
    for offer in offers(said.kind, chosen, at, model.filings_by_key()):
        menu.addAction(offer.words, partial(said.rule, offer.ruling)).setEnabled(offer.ruling is not None)
    if said.before:
        last = said.before[-1]
        menu.addAction(f"Undo: {'Joined' if last.joined else 'Parted'} {last.words}", partial(said.rule, None))
    menu.addSeparator()
