"""What a page says is what its tags say: filings read with and without their tags, figure by figure.

What is not known of a figure contradicts nothing; another last day, another unit or another amount for the same characters does.
"""

import re
from pathlib import Path

import pytest

from core.analysis import Analysis, analyse
from core.statements.amount import whole
from core.statements.statement import Figure, Period, Row, Statement, Unit
from tests.filings_dir import FILINGS, needs_filings

pytestmark = needs_filings

MOST = 0.01
"""The share of the tagged figures of these filings that may be read otherwise."""
MOST_IN_ONE = 0.06
"""The same in a single filing: the worst prints figures whose tags are a slip."""
NAMES = [
    "ixbrl-2019/GME_10-K_2024_0001326380-24-000012.html",
    "ixbrl-2019/TXN_10-Q_2023_0000097476-23-000035.html",
    "ixbrl-2023/ABBV_10-Q_0001551152-23-000033.html",
    "ixbrl-2023/KHC_10-K_0001637459-24-000018.html",
    "ixbrl-2023/TRV_10-Q_0000086312-23-000063.html",
    "ixbrl-2025/aapl-10-q-2025-08-01.html",
    "ixbrl-2025/wmt-10-k-2025-03-14.html",
]
_TAG = re.compile(rb"</?ix:[^>]*>")
_HEADER = re.compile(rb"<ix:header>.*?</ix:header>", re.DOTALL)
_UNITS = {"USD": Unit.MONEY, "USD/shares": Unit.PER_SHARE, "shares": Unit.SHARES}


def untagged(path: Path, folder: Path) -> Analysis:
    """The same filing without a tag."""
    bare = folder / f"{path.stem}.htm"
    bare.write_bytes(_TAG.sub(b"", _HEADER.sub(b"", path.read_bytes())))
    return analyse(bare)


def figures(analysis: Analysis) -> dict[int, tuple[Statement, Row, Figure]]:
    """Every figure of the first document by where it begins."""
    return {
        figure.cite.start: (statement, row, figure)
        for statement in (*analysis.statements, *analysis.tables)
        for row in statement.rows
        for figure in row.figures
        if figure.cite.document == 1
    }


def contradicted(tagged: Figure, statement: Statement, row: Row, bare: Figure) -> bool:
    """Whether the page is read otherwise than it is tagged."""
    fact = tagged.fact
    assert fact is not None
    assert fact.value is not None
    counted, amount = row.counts(bare), whole(statement, row, bare)
    unit = _UNITS.get(fact.unit or "")
    end = Period(*statement.time(row, bare)).end
    return (
        (counted is not None and amount is not None and abs(amount) != abs(fact.value))
        or (counted is not None and unit is not None and counted is not unit)
        or (end is not None and fact.period is not None and end != fact.period.end)
    )


def shares(name: str, folder: Path) -> tuple[int, int]:
    """How many tagged figures are read otherwise without their tags, and of how many."""
    there = figures(untagged(FILINGS / name, folder))
    tagged = [one for _, _, one in figures(analyse(FILINGS / name)).values() if one.fact is not None and one.fact.value]
    found = [(one, there[one.cite.start]) for one in tagged if one.cite.start in there]
    assert len(found) >= len(tagged) * (1 - MOST)
    return sum(contradicted(one, *bare) for one, bare in found), len(tagged)


def test_pages_seldom_contradict_their_tags(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = {name: shares(name, tmp_path) for name in NAMES}
    with capsys.disabled():
        for name, (wrong, all_of) in told.items():
            print(f"\n{name}: {wrong} of {all_of} read otherwise than tagged ({wrong / all_of:.2%})", end="")
    assert sum(wrong for wrong, _ in told.values()) <= MOST * sum(all_of for _, all_of in told.values())
    assert all(wrong <= MOST_IN_ONE * all_of for wrong, all_of in told.values())
