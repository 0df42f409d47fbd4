"""Small filings in which a sum was called off that is none, or that ties."""

import pytest

from core.analysis import analyse
from core.checks.check import Status
from tests.filings_dir import CASES, needs_cases

pytestmark = needs_cases

TIES = {
    "01-percent-column-slack.htm": 2,
    "02-eps-column-slack.htm": 2,
    "03-outstanding-amount-column.htm": 14,
    "05-mezzanine-in-row-sum.htm": 7,
    "07-small-total-by-chance.htm": 0,
    "70-sum-by-chance-in-one-column.htm": 1,
    "72-rowspan-lines-as-a-sum.htm": 2,
    "98-loss-printed-without-parentheses.txt": 4,
    "116-unnamed-sum-in-equity.txt": 10,
    "118-net-income-and-comprehensive-income.htm": 11,
    "119-pension-obligations-as-a-sum.txt": 0,
    "121-sum-of-five-lines-by-chance.txt": 9,
}
"""How many sums tie at least; none is off."""


@pytest.mark.parametrize("name", TIES)
def test_no_false_alarm(name: str) -> None:
    checks = analyse(CASES / name).checks
    assert [check.title for check in checks if check.status is Status.OFF] == []
    assert sum(check.status is Status.TIES for check in checks) >= TIES[name]
