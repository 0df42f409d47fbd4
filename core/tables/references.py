"""Columns that name the notes: `Note`, `Notes`. What stands in them refers to something; it is no amount."""

import re

from core.source import cite
from core.tables.grid import GridCell, GridRow
from core.tables.heads import Head

_REFERS = re.compile(r"(?i)\W*(?:see )?(?:foot)?notes?(?: ?(?:no|nos|number|ref|reference)s?\.?)?\W*")
_SMALL = 100
"""No filing has as many notes."""


def without_references(rows: list[GridRow], head: Head, text: str = "") -> list[GridRow]:
    """The rows with the figures of columns headed `Note` as words. `text` is the document's: what stands as a mark behind such
    a figure there, as in `1(a)`, is part of it."""
    named = {number for number, words in enumerate(head.heads) if words and _REFERS.fullmatch(" ".join(words))}
    if not named or len(named) == len(head.heads) or not _small(rows, named):
        return rows
    return [row._replace(cells=tuple([_as_words(cell, named, text) for cell in row.cells])) for row in rows]


def _small(rows: list[GridRow], columns: set[int]) -> bool:
    """Whether the figures of these columns could be numbers of notes."""
    values = (cell.value for row in rows for cell in row.cells if cell.column in columns and cell.value is not None)
    return all(value == int(value) and 0 <= value < _SMALL for value in values)


def _as_words(cell: GridCell, columns: set[int], text: str) -> GridCell:
    if cell.column not in columns:
        return cell
    first, end = cell.cite.spans[0].start, cell.cite.end
    if cell.mark and text.startswith(cell.mark, end):
        whole = cite(cell.cite.document, first, end + len(cell.mark))
        return cell._replace(value=None, text=text[first : whole.end], cite=whole, mark="")
    return cell._replace(value=None)
