"""The sample in inline XBRL: its tree and statements as drawn in `sample_2024.txt`, its tags, and the one slip in them."""

from collections import Counter
from pathlib import Path

import pytest

from core.analysis import Analysis, analyse
from core.checks.check import Status
from core.markup.hypertext import Hypertext
from tests.core.outline.drawn import draw as draw_tree
from tests.core.statements.drawn import draw

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
PATH = SAMPLES / "pellwick-ladder-10k-2024.htm"
DRAWN = Path(__file__).with_name("sample_2024.txt")


@pytest.fixture(scope="module")
def sample() -> Analysis:
    return analyse(PATH)


def markup(sample: Analysis) -> Hypertext:
    found = sample.filing.document(1).hypertext
    assert found is not None
    return found


def test_tree_and_statements(sample: Analysis) -> None:
    parts = [draw_tree(sample.outline), *(f"{draw(statement)}\n" for statement in sample.statements)]
    assert "\n".join(parts) == DRAWN.read_text("utf-8")


def test_company_and_period(sample: Analysis) -> None:
    header = sample.filing.header
    assert (header.form, header.company, header.cik) == ("10-K", "PELLWICK LADDER COMPANY", "0009990417")
    assert (str(header.period_end), header.fiscal_year_end) == ("2024-12-31", (12, 31))
    assert sample.findings == ()


def test_everything_ties_but_the_slip_that_the_readme_names(sample: Analysis) -> None:
    off = [check for check in sample.checks if check.status is Status.OFF]
    concept = "us-gaap:DepreciationDepletionAndAmortization"
    said = f"{concept} is tagged as 4,265,000 in one place and as 4,058,000 in another, for the same period."
    assert [check.title for check in off] == [said]
    source = sample.filing.document(1).source
    assert [source.read(span) for cite in off[0].cites for span in cite.spans] == ["4,058", "4,265"]
    (slip,) = [placed.fact for placed in sample.facts if placed.cite == off[0].cites[0]]
    readme = (SAMPLES / "README.md").read_text("utf-8")
    assert f"`{slip.id}`" in readme
    assert sum(1 for check in sample.checks if check.status is Status.TIES) > 250


def test_every_amount_of_the_statements_is_tagged(sample: Analysis) -> None:
    untagged = [
        (statement.id, row.label, figure.text)
        for statement in sample.statements
        for row in statement.rows
        for figure in row.figures
        if figure.fact is None and figure.value
    ]
    assert untagged == []


def test_what_is_tagged(sample: Analysis) -> None:
    facts = [placed.fact for placed in sample.facts]
    assert Counter(fact.unit for fact in facts if fact.numeric) == {
        "USD": 709,
        "USD/shares": 20,
        "shares": 26,
        "pure": 6,
    }
    own = {fact.concept for fact in facts if not fact.standard}
    assert "plwk:PlantConsolidationCosts" in own
    assert all(name.startswith("plwk:") for name in own)
    members = {dimension.member for fact in facts for dimension in fact.dimensions}
    assert {"plwk:LaddersMember", "plwk:PlatformsMember", "plwk:RentalsMember"} <= members
    assert {fact.concept for fact in markup(sample).hidden} >= {"dei:EntityCentralIndexKey", "dei:AmendmentFlag"}


def test_notes_are_tagged_as_wholes_over_page_ends(sample: Analysis) -> None:
    notes = {placed.fact.concept: placed for placed in sample.facts if placed.fact.block}
    assert "us-gaap:InventoryDisclosureTextBlock" in notes
    continued = {name: len(placed.cite.spans) - 1 for name, placed in notes.items() if placed.fact.continued}
    assert continued["us-gaap:SegmentReportingDisclosureTextBlock"] == 1
    assert all(continued.values())
