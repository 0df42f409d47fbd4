"""The rows of five companies that are one line, as a person reads them."""

import pytest

from tests.filings.row_truth import companies, measured, truth
from tests.filings_dir import needs_filings

WRONG = 0.001
"""The part of all joins that may be wrong."""


@needs_filings
@pytest.mark.filings
def test_hardly_a_join_is_wrong_and_none_of_a_total() -> None:
    every = [measured(company) for company in companies()]
    assert not [what for one in every for what in one.wrong_totals]
    joined = sum(one.joined for one in every)
    assert sum(len(one.wrong) for one in every) <= WRONG * joined
    assert sum(one.found for one in every) >= 0.985 * sum(one.of for one in every)
    assert joined > 4_000
    assert sum(one.lost for one in every) <= 5


def test_every_row_is_told_of_once() -> None:
    for company in companies():
        names, rows = truth(company)
        assert {row.filing for row in rows} == set(names)
        assert len({(row.filing, row.kind, row.document, row.line) for row in rows}) == len(rows) > 150
