"""A table of a note in the other filings of its company."""

from dataclasses import replace
from pathlib import Path

import pytest

from core.analysis import Analysis, analyse
from core.statements.statement import Statement
from core.years.series import Stitched, stitching_table
from core.years.tables import can_be_followed

SAMPLES = Path(__file__).parents[3] / "resources" / "samples"


@pytest.fixture(scope="module")
def both() -> tuple[Analysis, Analysis]:
    older, newer = (analyse(SAMPLES / f"pellwick-ladder-10k-{year}.txt") for year in (2002, 2003))
    return older, newer


def table(analysis: Analysis, ident: str) -> Statement:
    return next(one for one in analysis.tables if one.id == ident)


def over_years(both: tuple[Analysis, Analysis], ident: str) -> Stitched:
    *_, found = stitching_table(both, both[1], table(both[1], ident))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("ident", "years", "first"),
    [
        ("note-2-table-1", [2001, 2002, 2003], "Finished goods"),
        ("note-5-table-3", [2000, 2001, 2002, 2003], "Tax at the federal rate"),
        ("note-10-table-1", [2000, 2001, 2002, 2003], "Net sales:"),
    ],
)
def test_tables_of_notes_are_found_and_followed(
    both: tuple[Analysis, Analysis], ident: str, years: list[int], first: str
) -> None:
    found = over_years(both, ident)
    assert [path.name for path in found.paths] == ["pellwick-ladder-10k-2003.txt", "pellwick-ladder-10k-2002.txt"]
    assert [period.end.year for period in found.periods] == years
    assert found.rows[0].label == first
    complete = [row for row in found.rows if any(row.cells)]
    assert all(all(cell is not None for cell in row.cells) for row in complete[:2])


def test_each_of_several_tables_of_a_note_finds_its_own(both: tuple[Analysis, Analysis]) -> None:
    found = {ident: over_years(both, ident) for ident in ("note-5-table-1", "note-5-table-2", "note-5-table-4")}
    told = {ident: {cell.others[0].statement for row in one.rows for cell in row.cells if cell and cell.others}
            for ident, one in found.items()}  # fmt: skip
    assert told == {ident: {ident} for ident in found}


def test_a_table_that_no_other_filing_has(both: tuple[Analysis, Analysis]) -> None:
    without = replace(both[0], tables=tuple(one for one in both[0].tables if not one.id.startswith("note-2-")))
    alone = over_years((without, both[1]), "note-2-table-1")
    assert [path.name for path in alone.paths] == ["pellwick-ladder-10k-2003.txt"]


def test_what_can_be_followed(both: tuple[Analysis, Analysis]) -> None:
    assert can_be_followed(table(both[1], "note-2-table-1"))
    assert not any(can_be_followed(one) for one in both[1].statements if one.kind.value == "balance_sheet")
