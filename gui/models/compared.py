"""What two filings have otherwise, as lists: the figures that are printed differently, and the sections by how much changed."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from core.compare.figures import Changed
from core.compare.filings import Pair, Tally
from core.search import titled
from core.years.arithmetic import in_words
from gui.format import number
from gui.models.rows import RowColumn
from gui.models.titles import calm, calm_place
from gui.models.years import DIFFERENCES


class Counted(NamedTuple):
    """A section in the list of all: its index among the pairs, and how much of it changed."""

    at: int
    pair: Pair
    tally: Tally


def figure_columns(secondary: Callable[[], QColor]) -> list[RowColumn[Changed]]:
    """The columns of figures printed otherwise; `secondary` is the colour of what is told beside."""
    grey = {int(Qt.ItemDataRole.ForegroundRole): lambda _one: secondary()}
    told = {int(Qt.ItemDataRole.ToolTipRole): lambda one: in_words(one.made) if one.made is not None else ""}
    return [
        RowColumn("Figure printed otherwise", lambda one: one.label),
        RowColumn("Period", lambda one: one.period, roles=grey),
        RowColumn("Was", lambda one: one.old.text, right=True),
        RowColumn("Is", lambda one: one.new.text, right=True),
        RowColumn("Change", _change, right=True),
        RowColumn("Kind", lambda one: DIFFERENCES[one.difference], roles={**grey, **told}),
        RowColumn("Statement", lambda one: calm(one.statement), roles=grey),
    ]


def section_columns(secondary: Callable[[], QColor]) -> list[RowColumn[Counted]]:
    """The columns of sections."""
    grey = {int(Qt.ItemDataRole.ForegroundRole): lambda _one: secondary()}
    return [
        RowColumn("Section", lambda one: named(one.pair)),
        RowColumn("Places", lambda one: _counted(one.tally.places - one.tally.rolled), right=True),
        RowColumn("Words added", lambda one: _counted(one.tally.inserted), right=True),
        RowColumn("Removed", lambda one: _counted(one.tally.deleted), right=True),
        RowColumn("Moved", lambda one: _counted(one.tally.moved), right=True, roles=grey),
        RowColumn("Dates and figures", lambda one: _counted(one.tally.rolled), right=True, roles=grey),
    ]


def _counted(count: int) -> str:
    return f"{count:,}" if count else "–"


def most_changed(one: Counted) -> tuple[int, int]:
    """By the words that came and went, and then by where it stands."""
    return -(one.tally.inserted + one.tally.deleted + one.tally.moved), one.at


def named(pair: Pair) -> str:
    """What a section is called, and which filing alone has it."""
    section = pair.new or pair.old
    words = calm_place(titled(section)) if section is not None else ""
    return words if pair.new and pair.old else f"{words}  (only in the {'newer' if pair.new else 'older'})"


def _change(one: Changed) -> str:
    """The difference as both figures are printed; in single units where one is in thousands and the other is not."""
    printed = one.old.value, one.new.value
    difference = one.new_value - one.old_value
    if None not in printed and printed[0] * one.new_value == printed[1] * one.old_value:  # type: ignore[operator]
        difference = printed[1] - printed[0]  # type: ignore[operator]
    exponent = difference.as_tuple().exponent
    return number(difference, max(0, -exponent) if isinstance(exponent, int) else 0, brackets=True)
