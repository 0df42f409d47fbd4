"""In what money the tables of a filing are: what each says itself, and what the statements of its document agree on."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Protocol

from core.evidence import Verdict
from core.source import Span
from core.statements.lead_in import Above
from core.statements.scale import CURRENCY, SCALE, Printed
from core.statements.statement import PRIMARY, StatementKind, Unit
from core.tables.grid import Grid

_LEAD, _ROWS, _CAPTIONS = 240, 6, 3
"""Of a table: characters of the prose before it, rows at whose figures its signs are looked for, and its first headings."""


class Table(Protocol):
    """A table, or a part of one that goes on over pages."""

    @property
    def grid(self) -> Grid: ...

    @property
    def over(self) -> Above: ...

    @property
    def units(self) -> Sequence[Unit | None]: ...


class Moneys:
    """The scale and the currency of each table of a filing, with the rules by which they were told."""

    def __init__(self, form: str | None) -> None:
        self.form = form or ""
        self._scales: dict[int, set[int]] = defaultdict(set)
        self._currencies: dict[int, str] = {}
        self._printed: dict[tuple[int, Span], Printed] = {}

    def learn(self, kind: StatementKind, parts: Sequence[Table]) -> None:
        """Take in a table: what a statement says of its money holds for its document."""
        if kind not in PRIMARY:
            return
        document = parts[0].grid.document
        printed = [self._read(kind, part) for part in parts]
        if (scale := _first_scale(printed)) is not None:
            self._scales[document].add(scale.decided)
        if (currency := CURRENCY.first(printed[0])) is not None:
            self._currencies.setdefault(document, currency.decided)

    def scale(self, kind: StatementKind, parts: Sequence[Table], *, among: bool = False) -> Verdict[int] | None:
        """What the money of a table is multiplied by; `among`: it stands under the title of a statement."""
        scales = self._scales.get(parts[0].grid.document, set())
        common = next(iter(scales)) if len(scales) == 1 else None
        *before, last = [self._read(kind, part) for part in parts]
        last = last._replace(common_scale=common, last=True, among_statements=among)
        return _first_scale(before) or SCALE.first(last)

    def currency(self, kind: StatementKind, table: Table) -> Verdict[str] | None:
        """The currency of a table that counts money; None where nothing tells."""
        printed = self._read(kind, table)
        return CURRENCY.first(
            printed._replace(common_currency=self._currencies.get(table.grid.document), form=self.form)
        )

    def _read(self, kind: StatementKind, table: Table) -> Printed:
        """What a table says of its money, read once."""
        place = (table.grid.document, table.grid.span)
        found = self._printed.get(place)
        if found is None:
            found = self._printed[place] = _printed(kind, table)
        return found


def _first_scale(parts: Sequence[Printed]) -> Verdict[int] | None:
    return next((told for part in parts if (told := SCALE.first(part)) is not None), None)


def _printed(kind: StatementKind, table: Table) -> Printed:
    """What a table says of its money."""
    grid, over = table.grid, table.over
    return Printed(
        kind=kind,
        stub=grid.stub,
        head=_without_shares(table),
        titles=tuple(reversed(over.titles)),
        lead=over.lead[-_LEAD:],
        captions=tuple([row.label for row in grid.rows[:_CAPTIONS] if not row.cells]),
        signs=frozenset([cell.currency for row in grid.rows[:_ROWS] for cell in row.cells if cell.currency]),
    )


def shares_at(kind: StatementKind, table: Table) -> Printed:
    """The same of its shares: the words over their columns with it."""
    return _printed(kind, table)._replace(head=(table.grid.head, *table.over.head))


def _without_shares(table: Table) -> Sequence[str]:
    """The words of a table's head without those over columns of shares: what is in thousands there is no money."""
    grid, over, units = table.grid, table.over, table.units
    if Unit.SHARES not in units:
        return (grid.head, *over.head)
    columns = list(zip(grid.columns, units, strict=True))
    said = {words for column, unit in columns if unit is Unit.SHARES for words in column.heads}
    others = [column.label for column, unit in columns if unit is not Unit.SHARES]
    return [*others, *(line for line in over.head if line not in said)]
