"""A filing's tables as CSV: stacked as a reader sees them, or tidy with one figure a line."""

import csv
import io
from collections.abc import Iterable

from core.analysis import Analysis
from core.export.figures import FIELDS, rows
from core.export.heads import UNITS, about, amounts, head, line, tables, title
from core.formulas import guarded
from core.statements.statement import Figure, Row, Statement


def stacked(analysis: Analysis) -> str:
    """Every table under its title, one after another, an empty line between: caption, figures, unit, document, line."""
    written: list[list[str]] = [[name, value] for name, value in about(analysis)]
    for statement in tables(analysis):
        written += [[], [title(statement)], [amounts(statement)]]
        ends = [column.end.isoformat() if column.end else "" for column in statement.columns]
        if any(ends):
            written.append(["Period end", *ends])
        written.append(["", *(head(column) for column in statement.columns), "Unit", "Document", "Line"])
        written += [_row(analysis, statement, row) for row in statement.rows]
    return as_csv(written)


def _row(analysis: Analysis, statement: Statement, row: Row) -> list[str]:
    cells = [""] * len(statement.columns)
    for figure in row.figures:
        cells[figure.column] = _value(figure)
    caption = "  " * row.depth + row.label if row.label else ""
    unit = UNITS[row.unit] if row.unit else ""
    return [caption, *cells, unit, str(row.cite.document), str(line(analysis, row))]


def _value(figure: Figure) -> str:
    return figure.text if figure.value is None else f"{figure.value:f}"


def tidy(analysis: Analysis) -> str:
    """One figure a line, with everything that is known of it: the columns of `core.export.figures`."""
    return as_csv([[field.name for field in FIELDS], *rows(analysis)])


def as_csv(lines: Iterable[Iterable[str]]) -> str:
    """Rows of words and numbers as the text of a CSV file, in which no word can be taken for a formula."""
    written = io.StringIO()
    csv.writer(written).writerows([guarded(cell) for cell in row] for row in lines)
    return written.getvalue()
