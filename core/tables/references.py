"""Columns that name the notes: `Note`, `Notes`. What stands in them refers to something; it is no amount."""

import re

from core.tables.grid import GridRow
from core.tables.heads import Head

_REFERS = re.compile(r"(?i)\W*(?:see )?(?:foot)?notes?(?: ?(?:no|nos|number|ref|reference)s?\.?)?\W*")
_SMALL = 100
"""No filing has as many notes."""


def without_references(rows: list[GridRow], head: Head) -> list[GridRow]:
    """The rows with the figures of columns headed `Note` as words."""
    named = {number for number, words in enumerate(head.heads) if words and _REFERS.fullmatch(" ".join(words))}
    if not named:
        return rows
    values = [cell.value for row in rows for cell in row.cells if cell.column in named and cell.value is not None]
    if len(named) == len(head.heads) or any(value != int(value) or not 0 <= value < _SMALL for value in values):
        return rows
    return [
        row._replace(cells=tuple([cell._replace(value=None) if cell.column in named else cell for cell in row.cells]))
        for row in rows
    ]
