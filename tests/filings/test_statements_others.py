"""Statements of filings of other shapes against the truth written by hand from them: every cell."""

from functools import cache
from pathlib import Path

import pytest

from core.document.plain import lay_out
from core.outline.build import drafted, settled
from core.read.filing import Format
from core.read.submission import read
from core.statements.build import statements
from core.statements.judgement import judge, stands
from core.statements.statement import Statement
from core.tables.text.read import grids
from tests.filings.truth import TrueTable, nearest, read_cells, tables, true_cells
from tests.filings_dir import FILINGS, needs_filings

pytestmark = needs_filings
FILES = {
    "exhibit_13_statements.txt": "text-10k/MSFT_10-K_19960630_0000891020-96-001130.txt",
    "quarter_statements.txt": "text-10q/AAPL_10-Q_19970627_0000320193-97-000014.txt",
}
CASES = [
    pytest.param(file, table, id=f"{file.split('_')[0]}-{table.kind}")
    for truth, file in FILES.items()
    for table in tables(truth)
]


@cache
def _read(path: Path) -> tuple[Statement, ...]:
    filing = read(path)
    layouts = tuple(lay_out(d.source) if d.format is Format.TEXT else None for d in filing.documents)
    found = tuple(grids(layout) if layout is not None else () for layout in layouts)
    drafts = drafted(filing, layouts)
    tables = judge(layouts, drafts.sections, found)
    return statements(filing, layouts, settled(filing, drafts, stands(tables)), tables)


@pytest.mark.parametrize(("file", "table"), CASES)
def test_every_cell(file: str, table: TrueTable) -> None:
    statement = nearest([one for one in _read(FILINGS / file) if one.kind.value == table.kind], table)
    assert statement is not None
    have, want = read_cells(statement, table), true_cells(table)
    assert sorted((have - want).elements()) == sorted((want - have).elements()) == []
    assert (statement.currency, statement.scale, statement.title) == (table.currency, table.scale, table.title)


def test_each_truth_holds_at_least_sixty_cells() -> None:
    assert all(sum(true_cells(table).total() for table in tables(name)) >= 60 for name in FILES)
