"""The tables of a real 10-K against the truth written by hand from it: precision and recall, cell by cell."""

import pytest

from core.document.plain import lay_out
from core.outline.build import drafted, settled
from core.read.submission import read
from core.source import Source
from core.statements.build import statements
from core.statements.judgement import judge, stands
from core.statements.statement import Statement, Unit
from core.tables.text.read import grids
from tests.filings.truth import TrueTable, drawn, drawn_truth, nearest, read_cells, tables, true_cells
from tests.filings_dir import FILINGS, needs_filings

pytestmark = needs_filings
PRIMARY = tables("seed_statements.txt")
OTHERS = tables("seed_tables.txt")


@pytest.fixture(scope="module")
def seed() -> tuple[Source, tuple[Statement, ...]]:
    filing = read(next((FILINGS / "seed").glob("001_*.txt")))
    layouts = tuple(lay_out(document.source) for document in filing.documents)
    drafts = drafted(filing, layouts)
    tables = judge(layouts, drafts.sections, tuple(grids(layout) for layout in layouts))
    found = statements(filing, layouts, settled(filing, drafts, stands(tables)), tables)
    return filing.documents[0].source, found


def _name(table: TrueTable) -> str:
    return f"{table.kind}-{table.title}-{table.rows[0].label[:20]}"


def test_truth_holds_all_cells_of_the_statements() -> None:
    counts = {table.kind: true_cells(table).total() for table in PRIMARY}
    assert counts == {"balance_sheet": 70, "income_statement": 42, "equity": 129, "cash_flow": 90}


@pytest.mark.parametrize("table", [*PRIMARY, *OTHERS], ids=_name)
def test_every_cell(seed: tuple[Source, tuple[Statement, ...]], table: TrueTable) -> None:
    statement = nearest([one for one in seed[1] if one.kind.value == table.kind], table)
    assert statement is not None
    have, want = read_cells(statement, table), true_cells(table)
    assert sorted((have - want).elements()) == sorted((want - have).elements()) == []
    counted = {row.counts(figure) for row in statement.rows for figure in row.figures}
    currency = table.currency if counted & {Unit.MONEY, Unit.PER_SHARE} else None
    assert (statement.currency, statement.scale) == (currency, table.scale)
    assert statement.title == table.title


@pytest.mark.parametrize("table", PRIMARY, ids=_name)
def test_nesting(seed: tuple[Source, tuple[Statement, ...]], table: TrueTable) -> None:
    statement = nearest([one for one in seed[1] if one.kind.value == table.kind], table)
    assert statement is not None
    assert drawn(statement) == drawn_truth(table)


def test_one_statement_of_each_kind(seed: tuple[Source, tuple[Statement, ...]]) -> None:
    ids = [one.id for one in seed[1]]
    assert [name for name in ids if name.startswith(("balance", "income", "equity", "cash"))] == [
        "balance-sheet",
        "income-statement",
        "equity",
        "cash-flow",
    ]
    assert len(set(ids)) == len(ids)


def test_figures_stand_where_they_are_cited(seed: tuple[Source, tuple[Statement, ...]]) -> None:
    source, found = seed
    for statement in found:
        for row in statement.rows:
            for figure in (one for one in row.figures if one.value is not None):
                shown = "".join(source.read(figure.cite).split())
                assert shown.strip("()-$%") in "".join(figure.text.split()), (statement.id, row.label, figure)
