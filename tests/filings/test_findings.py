"""Everything that was called off over all real filings at hand, each looked at by hand: true or a false alarm."""

import csv
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import pytest

from core.analysis import Analysis, analyse
from core.checks.check import Check, Status
from tests.filings_dir import FILINGS, SEED, needs_filings

pytestmark = needs_filings
LIST = Path(__file__).with_name("findings.tsv")
PRECISION = 0.97


class Known(NamedTuple):
    """A finding as it was looked at: where, what is printed, what should be."""

    place: str
    printed: str
    expected: str


def known() -> dict[str, list[Known]]:
    found: dict[str, list[Known]] = defaultdict(list)
    with LIST.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            found[row["file"]].append(Known(row["place"], row["printed"], row["expected"]))
    return found


def told(analysis: Analysis, check: Check) -> Known:
    """A finding of the program in the same form."""
    place = check.cites[0]
    line = analysis.filing.document(place.document).source.line_of(place.start)
    return Known(f"{place.document}:{line}", str(check.reported), str(check.expected))


def test_few_false_alarms() -> None:
    with LIST.open(encoding="utf-8", newline="") as lines:
        judged = [row["true"] == "yes" for row in csv.DictReader(lines, delimiter="\t")]
    assert sum(judged) >= PRECISION * len(judged)


@pytest.mark.parametrize("name", sorted(known()))
def test_what_is_off_is_what_was_looked_at(name: str) -> None:
    analysis = analyse(FILINGS / name)
    off = [told(analysis, check) for check in analysis.checks if check.status is Status.OFF]
    assert sorted(off) == sorted(known()[name])


def test_a_provision_that_the_schedule_does_not_have_is_worth_a_look() -> None:
    analysis = analyse(SEED)
    source = analysis.filing.document(1).source
    looks = [{source.line_of(cite.start) for cite in check.cites} for check in analysis.checks if check.worth_a_look]
    assert {1506, 2667} in looks
    assert sum(check.status is Status.TIES for check in analysis.checks) >= 230
