"""How deep each row of a table lies: under the heading that its total closes, else by indentation."""

from bisect import bisect_right
from collections import defaultdict
from functools import lru_cache

from core.statements.concepts import fold
from core.tables.grid import GridRow

_TOTAL = "total "
_FLOWS = ("operating activities", "investing activities", "financing activities")


@lru_cache(maxsize=16384)
def closes(label: str) -> str | None:
    """The heading that a total closes: `Total current assets` closes `current assets`; None where it is no total."""
    lower = label.lower()
    if "total" not in lower and "cash" not in lower:
        return None
    key = fold(label)
    if key.startswith(_TOTAL):
        return key.removeprefix(_TOTAL)
    if key.startswith(("net cash", "cash ")):
        return next((flow for flow in _FLOWS if flow in key), None)
    return None


def _opens(label: str) -> str:
    """What a heading would be closed by: `Cash flows from operating activities:` opens `operating activities`."""
    key = fold(label)
    return next((flow for flow in _FLOWS if key.endswith(flow)), key)


def _closers(rows: tuple[GridRow, ...]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for index, row in enumerate(rows):
        if row.cells and row.label and (key := closes(row.label)) is not None:
            found[key].append(index)
    return found


def depths(rows: tuple[GridRow, ...]) -> list[int]:
    """The depth of every row, from 0; a row without caption lies as deep as the one before it."""
    closers = _closers(rows)
    stack: list[tuple[int, int | None]] = []
    found: list[int] = []
    for index, row in enumerate(rows):
        if stack:
            _leave(stack, index, row)
        if not row.label:
            found.append(found[-1] if found else 0)
            continue
        found.append(len(stack))
        if not row.cells:
            stack.append((row.indent, _closer(closers, row, index, stack)))
    return found


def _leave(stack: list[tuple[int, int | None]], index: int, row: GridRow) -> None:
    """Take from the stack the headings that this row no longer lies under."""
    for level, (_, end) in enumerate(stack):
        if end is not None and index >= end:
            del stack[level:]
            break
    while row.label and stack and stack[-1][1] is None and row.indent <= stack[-1][0]:
        stack.pop()


def _closer(closers: dict[str, list[int]], row: GridRow, index: int, stack: list[tuple[int, int | None]]) -> int | None:
    """The row that closes this heading, if it lies inside what holds the heading."""
    ends = closers.get(_opens(row.label)) if closers else None
    if not ends:
        return None
    at = bisect_right(ends, index)
    if at == len(ends):
        return None
    outer = [end for _, end in stack if end is not None]
    return ends[at] if not outer or ends[at] < min(outer) else None
