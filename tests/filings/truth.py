"""Hand-written truth of a filing's tables, drawn as text, and how a reading is held against it."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from core.figures import parse
from core.statements.statement import Statement

HERE = Path(__file__).parent
ANY = "?"


class TrueColumn(NamedTuple):
    """A column as the filing has it; a part of `?` is not said by the filing."""

    label: str
    start: str
    end: str
    member: str


class TrueRow(NamedTuple):
    """A row: caption, depth, own date, and value by column."""

    label: str
    depth: int
    date: str
    values: tuple[Decimal | None, ...]


class TrueTable(NamedTuple):
    """A table as the filing has it."""

    kind: str
    title: str
    currency: str
    scale: int
    columns: tuple[TrueColumn, ...]
    rows: tuple[TrueRow, ...]


def tables(name: str) -> list[TrueTable]:
    """The tables of a truth file."""
    found: list[TrueTable] = []
    text = (HERE / name).read_text("utf-8")
    for block in re.split(r"^== ", text, flags=re.MULTILINE)[1:]:
        first, *lines = [line for line in block.splitlines() if line.strip()]
        kind, title, currency, scale = (part.strip() for part in first.split(" | "))
        columns = tuple(TrueColumn(*(part.strip() for part in line[1:].split("|"))) for line in lines if line[0] == "@")
        rows = tuple(_row(line, len(columns)) for line in lines if line[0] != "@")
        found.append(TrueTable(kind, title, currency, int(scale), columns, rows))
    return found


def _row(line: str, width: int) -> TrueRow:
    label, *cells = line.split("|")
    depth = (len(label) - len(label.lstrip())) // 2
    own = re.search(r" \{(.*)\}\s*$", label)
    values = tuple(parse(cell) if cell.strip() else None for cell in cells) or (None,) * width
    assert len(values) == width, line
    return TrueRow((label[: own.start()] if own else label).strip(), depth, own[1] if own else "", values)


Cell = tuple[str, str, str, str, str, str, Decimal]


def true_cells(table: TrueTable) -> Counter[Cell]:
    """Every cell with all that is to be right about it: caption, row date, column label, start, end, member, value."""
    return Counter(
        (row.label, row.date, column.label, column.start, column.end, column.member, value)
        for row in table.rows
        for column, value in zip(table.columns, row.values, strict=True)
        if value is not None
    )


def read_cells(statement: Statement, like: TrueTable) -> Counter[Cell]:
    """The same of a statement as read; what the truth leaves open is left open."""
    found: Counter[Cell] = Counter()
    labels = [row.label for row in like.rows if row.label.endswith("...")]
    for row in statement.rows:
        label = next((own for own in labels if row.label.startswith(own[:-3])), row.label)
        for figure in row.figures:
            if figure.value is None:
                continue
            column = statement.columns[figure.column]
            told = next((true for true in like.columns if true.label == column.label), None)
            start, end, member = _day(column.start), _day(column.end), column.member or ""
            if told is not None:
                start = ANY if told.start == ANY else start
                end = ANY if told.end == ANY else end
                member = told.member if told.member == "..." else member
                member = "" if told.end == ANY else member
            found[label, _day(row.date), column.label, start, end, member, figure.value] += 1
    return found


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def nearest(statements: Iterable[Statement], table: TrueTable) -> Statement | None:
    """The statement that shares most values with the table."""
    wanted = Counter(value for row in table.rows for value in row.values if value is not None)

    def shared(statement: Statement) -> int:
        have = Counter(figure.value for row in statement.rows for figure in row.figures if figure.value is not None)
        return sum((have & wanted).values()) * 1000 - sum((have - wanted).values())

    return max(statements, key=shared, default=None)


def drawn(statement: Statement) -> list[str]:
    """The captions as nested, two blanks a level: for comparing with `drawn_truth`."""
    return ["  " * row.depth + row.label for row in statement.rows]


def drawn_truth(table: TrueTable) -> list[str]:
    """The captions as nested in the filing."""
    return ["  " * row.depth + row.label for row in table.rows]
