"""What a page says is what its tags say: every filing with tags read with and without them, figure by figure.

What is not known of a figure contradicts nothing; another last day, another unit or another amount for the same characters does.
"""

import re
from pathlib import Path

import pytest

from core.document.html import lay_out_html
from core.outline.build import drafted, settled
from core.read.submission import read
from core.statements.amount import whole
from core.statements.build import statements
from core.statements.judgement import judge, stands
from core.statements.statement import Figure, Period, Row, Statement, Unit
from core.tables.html.read import html_grids
from tests.filings_dir import FILINGS, needs_filings

pytestmark = needs_filings

MOST = 0.01
"""The share of the tagged figures of a filing that may be read otherwise, besides those whose tags are slips."""
SLIPS = {
    # The figures of 2021 are tagged as those of 2020; numbers of shares are tagged with a scale of a thousand.
    "RIOT_10-K_0001558370-24-001550.html": 25 + 7,
}
"""Figures whose tags contradict the page and the rest of the filing."""
ALL = 31
_TAG = re.compile(rb"</?ix:[^>]*>")
_HEADER = re.compile(rb"<ix:header>.*?</ix:header>", re.DOTALL)
_UNITS = {"USD": Unit.MONEY, "USD/shares": Unit.PER_SHARE, "shares": Unit.SHARES}


def tables(path: Path) -> tuple[Statement, ...]:
    """Every table of the first document of a filing, with its meaning."""
    filing = read(path)
    document = filing.documents[0]
    assert document.hypertext is not None
    assert len(filing.documents) == 1
    layout = lay_out_html(document.source, document.hypertext)
    layouts = (layout,)
    drafts = drafted(filing, layouts)
    grids = (html_grids(layout, document.hypertext),)
    judged = judge(layouts, drafts.sections, grids)
    return statements(filing, layouts, settled(filing, drafts, stands(judged)), judged)


def untagged(path: Path, folder: Path) -> Path:
    """The same filing without a tag."""
    bare = folder / f"{path.stem}.htm"
    bare.write_bytes(_TAG.sub(b"", _HEADER.sub(b"", path.read_bytes())))
    return bare


def figures(path: Path) -> dict[int, tuple[Statement, Row, Figure]]:
    """Every figure of the first document by where it begins."""
    return {
        figure.cite.start: (statement, row, figure)
        for statement in tables(path)
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


def shares(path: Path, folder: Path) -> tuple[int, int]:
    """How many tagged figures are read otherwise without their tags, and of how many."""
    there = figures(untagged(path, folder))
    tagged = [one for _, _, one in figures(path).values() if one.fact is not None and one.fact.value]
    found = [(one, there[one.cite.start]) for one in tagged if one.cite.start in there]
    assert len(found) >= len(tagged) * (1 - MOST)
    return sum(contradicted(one, *bare) for one, bare in found), len(tagged)


TAGGED = sorted(path for folder in FILINGS.glob("ixbrl-*") for path in folder.glob("*.html"))


def test_filings_with_tags_are_there() -> None:
    assert len(TAGGED) == ALL


@pytest.mark.parametrize("path", TAGGED, ids=lambda path: path.stem)
def test_page_says_what_its_tags_say(path: Path, tmp_path: Path) -> None:
    wrong, all_of = shares(path, tmp_path)
    assert wrong - SLIPS.get(path.name, 0) <= MOST * all_of
