"""Which rows of a table that print no figures are headings, and which are only words."""

from collections.abc import Iterator, Sequence

from core.statements.statement import Role, Row


def bare_rows(rows: Sequence[Row]) -> Iterator[int]:
    """Rows without figures that head nothing: at the end of a table, or with another such row right below that is no
    deeper (`Commitments and contingencies` above `Shareholders' equity:`). Capitals and a colon are a heading's."""
    for at, row in enumerate(rows):
        if row.role is not Role.HEADING or _is_set_apart(row):
            continue
        below = rows[at + 1] if at + 1 < len(rows) else None
        if below is None or (below.role is Role.HEADING and below.depth <= row.depth):
            yield at


def _is_set_apart(row: Row) -> bool:
    return row.label.isupper() or row.label.rstrip().endswith(":")
