"""Sixty marks of differences that were drawn and looked at: hardly one is called what it is not."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from core.folder import read_all
from core.years.differences import Difference
from core.years.history import history
from tests.filings_dir import FILINGS, needs_filings

JUDGED = Path(__file__).with_name("marks.tsv")
RIGHT, OF = 57, 60


class Mark(NamedTuple):
    """A figure that an older filing prints otherwise: where the latest prints it, and what a person calls the difference."""

    filing: str
    document: int
    place: int
    caption: str
    kind: Difference


def judged() -> list[Mark]:
    """All that were looked at."""
    lines = (line.split("\t") for line in JUDGED.read_text("utf-8").splitlines() if not line.startswith("#"))
    return [
        Mark(filing, int(document), int(place), caption, Difference(kind))
        for filing, document, place, caption, _, _, _, kind, _ in lines
    ]


@cache
def marks(company: str) -> dict[tuple[str, int, int], Difference | None]:
    """What the program calls every figure of a company's series, by filing, document and place."""
    whole = history(read_all(sorted(FILINGS.glob(f"text-10*/{company}_*"))).analyses)
    return {
        (cell.told.path.name, cell.told.cite.document, cell.told.cite.start): cell.difference
        for series in whole.series
        for row in series.rows
        for cell in row.cells
        if cell is not None
    }


def wrong(some: list[Mark]) -> list[tuple[Mark, Difference | None]]:
    """The marks that the program calls something else, with what it calls them."""
    told = ((mark, marks(mark.filing.partition("_")[0])[mark.filing, mark.document, mark.place]) for mark in some)
    return [(mark, said) for mark, said in told if said is not mark.kind]


@needs_filings
@pytest.mark.filings
def test_marks_of_two_companies_are_called_what_they_are() -> None:
    some = [mark for mark in judged() if mark.filing.startswith(("ADSK_", "MSFT_"))]
    assert len(some) == 10
    assert not wrong(some)


@needs_filings
@pytest.mark.filings
@pytest.mark.fuzz
@pytest.mark.timeout(1800)
def test_marks_are_called_what_they_are() -> None:
    assert len(found := wrong(judged())) <= OF - RIGHT, found


def test_as_many_were_looked_at() -> None:
    found = judged()
    assert len(set(found)) == OF
    assert len({mark.kind for mark in found}) >= 4
