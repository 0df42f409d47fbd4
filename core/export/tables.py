"""A filing's tables as CSV: stacked as a reader sees them, or tidy with one figure a line."""

import csv
import io
from collections.abc import Iterable

from core.analysis import Analysis
from core.export.heads import KINDS, UNITS, about, amounts, head, line, tables, title
from core.formulas import guarded
from core.statements.amount import scale_of, whole
from core.statements.members import headings_of, members_of
from core.statements.statement import Figure, Row, Statement


def stacked(analysis: Analysis) -> str:
    """Every table under its title, one after another, an empty line between: caption, figures, unit, document, line."""
    rows: list[list[str]] = [[name, value] for name, value in about(analysis)]
    for statement in tables(analysis):
        rows += [[], [title(statement)], [amounts(statement)]]
        ends = [column.end.isoformat() if column.end else "" for column in statement.columns]
        if any(ends):
            rows.append(["Period end", *ends])
        rows.append(["", *(head(column) for column in statement.columns), "Unit", "Document", "Line"])
        rows += [_row(analysis, statement, row) for row in statement.rows]
    return as_csv(rows)


def _row(analysis: Analysis, statement: Statement, row: Row) -> list[str]:
    cells = [""] * len(statement.columns)
    for figure in row.figures:
        cells[figure.column] = _value(figure)
    caption = "  " * row.depth + row.label if row.label else ""
    unit = UNITS[row.unit] if row.unit else ""
    return [caption, *cells, unit, str(row.cite.document), str(line(analysis, row))]


def _value(figure: Figure) -> str:
    return figure.text if figure.value is None else f"{figure.value:f}"


_TIDY = (
    "company", "form", "period_end", "table", "kind", "title", "row", "caption", "depth", "role", "unit", "concept", "column",
    "head", "start", "end", "member", "printed", "value", "scale", "currency", "document", "line", "begin", "finish",
    "whole", "members",
)  # fmt: skip


_BETWEEN = " | "
"""What parts the members of a figure, from the outside in."""


def tidy(analysis: Analysis) -> str:
    """One figure a line, with everything that is known of it; `value` is what is printed after its multiple, `whole` what
    that comes to: as it is tagged, and a percentage as a fraction."""
    header = analysis.filing.header
    ends = header.period_end.isoformat() if header.period_end else ""
    filing = [header.company or "", header.form or "", ends]
    rows: list[list[str]] = [list(_TIDY)]
    for statement in tables(analysis):
        kind = KINDS[statement.kind]
        headings = headings_of(statement)
        for number, row in enumerate(statement.rows, 1):
            for figure in row.figures:
                left = [
                    *filing,
                    statement.id,
                    kind,
                    title(statement),
                    str(number),
                    row.label,
                    str(row.depth),
                ]
                members = members_of(statement, figure, headings[number - 1])
                rows.append([*left, *_figure(analysis, statement, row, figure), _BETWEEN.join(members)])
    return as_csv(rows)


def _figure(analysis: Analysis, statement: Statement, row: Row, figure: Figure) -> list[str]:
    column = statement.columns[figure.column]
    counted = row.counts(figure)
    unit = UNITS[counted] if counted else ""
    scale = scale_of(statement, row, figure) if counted is not None else 1
    value = "" if figure.value is None else f"{figure.value * scale:f}"
    comes_to = whole(statement, row, figure)
    start, end = (day.isoformat() if day else "" for day in statement.time(row, figure))
    source = analysis.filing.document(figure.cite.document).source
    place = [figure.cite.document, source.line_of(figure.cite.start), figure.cite.start, figure.cite.end]
    said = [
        row.role.value,
        unit,
        row.concept or row.line or "",
        str(figure.column + 1),
        head(column),
        start,
        end,
    ]
    printed = [column.member or "", figure.text, value, str(scale), statement.currency or ""]
    return [*said, *printed, *map(str, place), "" if comes_to is None else f"{comes_to:f}"]


def as_csv(rows: Iterable[Iterable[str]]) -> str:
    """Rows of words and numbers as the text of a CSV file, in which no word can be taken for a formula."""
    written = io.StringIO()
    csv.writer(written).writerows([guarded(cell) for cell in row] for row in rows)
    return written.getvalue()
