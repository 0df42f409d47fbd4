"""Which section of one filing answers to which of another."""

from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from core.analysis import Analysis
from core.compare.sections import own, pairs
from core.outline.section import Section, SectionKind
from core.source import Span
from tests.gui import made_up

NUMBERS = count()
ITEM, NOTE, PART = SectionKind.ITEM, SectionKind.NOTE, SectionKind.PART


def section(kind: SectionKind, number: str | None, title: str, *children: Section, document: int = 1) -> Section:
    """A section that knows its kind, number and title, and has an id of its own."""
    ident = f"{kind.value}-{next(NUMBERS)}"
    return Section(ident, kind, number, title, document, Span(0, 99), Span(0, 1), children=children)


def filing(*outline: Section, form: str = "10-K") -> Analysis:
    """A filing of this form with this outline."""
    base = made_up.analysis(Path(f"{form}.txt"), 2003)
    header = replace(base.filing.header, form=form)
    return replace(base, outline=outline, filing=replace(base.filing, header=header))


def told(old: Analysis, new: Analysis) -> list[tuple[str | None, str | None]]:
    """The titles of the sections that answer to each other."""
    return [(pair.old and pair.old.title, pair.new and pair.new.title) for pair in pairs(old, new)]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (section(ITEM, "1", "Business"), section(ITEM, "1", "Our Business and Its Risks"), True),
        (section(ITEM, "1", "Business"), section(ITEM, "2", "Properties"), False),
        # notes are known by their title, since their numbers move
        (section(NOTE, "3", "Income Taxes"), section(NOTE, "4", "Income Taxes"), True),
        (section(NOTE, "3", "Income Taxes"), section(NOTE, "4", "Taxes on Income"), True),
        (section(NOTE, "3", "Income Taxes"), section(NOTE, "3", "Stock Options"), False),
        (section(NOTE, "3", "Income Taxes"), section(ITEM, "3", "Income Taxes"), False),
        (section(PART, "I", "Part I"), section(PART, "I", "Financial Information"), True),
        (section(PART, "I", "Part I"), section(PART, "II", "Part II"), False),
        (section(SectionKind.COVER, None, "Cover Page"), section(SectionKind.COVER, None, "Front"), True),
        (section(SectionKind.HEADING, None, "Risks"), section(SectionKind.HEADING, None, "Risks"), None),
    ],
)
def test_two_sections(one: Section, other: Section, found: bool | None) -> None:
    expected = (
        [(one.title, other.title)] if found else [] if found is None else [(None, other.title), (one.title, None)]
    )
    assert told(filing(one), filing(other)) == expected


def test_the_likest_of_several_and_each_once() -> None:
    old = filing(section(NOTE, "1", "Income Taxes"), section(NOTE, "2", "Income Taxes of Subsidiaries"))
    new = filing(section(NOTE, "1", "Income Taxes of Subsidiaries"), section(NOTE, "2", "Income Taxes"))
    assert told(old, new) == [
        ("Income Taxes of Subsidiaries", "Income Taxes of Subsidiaries"), ("Income Taxes", "Income Taxes"),
    ]  # fmt: skip


def test_of_equals_the_nearest() -> None:
    old = filing(*(section(NOTE, None, "Debt") for _ in range(3)))
    new = filing(*(section(NOTE, None, "Debt") for _ in range(3)))
    assert [pair.old for pair in pairs(old, new)] == list(old.outline)


QUARTER = filing(
    section(
        PART, "I", "One", section(ITEM, "1", "Financial Statements"), section(ITEM, "2", "Management's Discussion")
    ),
    section(PART, "II", "Two", section(ITEM, "1", "Legal Proceedings"), section(ITEM, "6", "Exhibits")),
    form="10-Q",
)
YEAR = filing(
    section(PART, "I", "One", section(ITEM, "1", "Business"), section(ITEM, "3", "Legal Proceedings of the Mill")),
    section(PART, "II", "Two", section(ITEM, "7", "Discussion"), section(ITEM, "8", "Statements")),
)


def test_the_items_of_a_quarter_are_known_by_what_they_are_about() -> None:
    found = dict(told(QUARTER, YEAR))
    assert found["Management's Discussion"] == "Discussion"
    assert found["Financial Statements"] == "Statements"
    assert found["Legal Proceedings"] == "Legal Proceedings of the Mill"
    assert found["Exhibits"] is None
    assert (None, "Business") in told(QUARTER, YEAR)


def test_the_order_is_the_newer_ones_and_what_went_is_last() -> None:
    old = filing(section(ITEM, "1", "Business"), section(ITEM, "5", "Market"), section(ITEM, "2", "Properties"))
    new = filing(section(ITEM, "2", "Properties"), section(ITEM, "1", "Business"), section(ITEM, "9", "Controls"))
    assert told(old, new) == [
        ("Properties", "Properties"), ("Business", "Business"), (None, "Controls"), ("Market", None),
    ]  # fmt: skip


def test_pairs_lie_in_each_other_as_the_newer_sections_do() -> None:
    new = filing(section(ITEM, "8", "Statements", section(NOTE, "1", "Wool"), section(NOTE, "2", "Yarn")))
    outer, wool, yarn = pairs(filing(section(ITEM, "8", "Statements")), new)
    assert outer.inside == (wool, yarn)
    assert (wool.inside, yarn.inside) == ((), ())


def test_an_annual_report_in_an_exhibit_is_held_against_the_item() -> None:
    report = section(
        SectionKind.DOCUMENT, "EX-13.1", "Annual Report",
        section(SectionKind.HEADING, None, "Management's Discussion of the Year", document=2), document=2,
    )  # fmt: skip
    old = filing(section(SectionKind.DOCUMENT, None, "10-K"), report)
    new = filing(section(ITEM, "7", "Management's Discussion and Analysis"))
    assert ("Management's Discussion of the Year", "Management's Discussion and Analysis") in told(old, new)


def test_documents_answer_by_their_number() -> None:
    def exhibit(number: str, title: str) -> Section:
        return section(SectionKind.DOCUMENT, number, title, document=2)

    assert told(filing(exhibit("EX-27", "Data")), filing(exhibit("EX-27", "Schedule"))) == [("Data", "Schedule")]
    assert told(filing(exhibit("EX-10.1", "Lease of the Mill")), filing(exhibit("EX-10.2", "Lease of the Mill"))) == [
        ("Lease of the Mill", "Lease of the Mill")
    ]
    assert told(filing(exhibit("EX-10.1", "Lease")), filing(exhibit("EX-10.1", "Bonus Plan"))) == [
        (None, "Bonus Plan"), ("Lease", None),
    ]  # fmt: skip
    assert told(filing(exhibit("EX-10", "Lease")), filing(exhibit("EX-3", "Lease"))) == [
        (None, "Lease"),
        ("Lease", None),
    ]


def at(start: int, end: int, document: int = 1) -> Section:
    return replace(section(NOTE, None, "x", document=document), span=Span(start, end))


@pytest.mark.parametrize(
    ("apart", "left"),
    [
        ([], [Span(0, 100)]),
        ([at(20, 40)], [Span(0, 20), Span(40, 100)]),
        ([at(60, 100), at(0, 20)], [Span(20, 60)]),
        ([at(20, 60), at(30, 40)], [Span(0, 20), Span(60, 100)]),
        ([at(20, 40, document=2)], [Span(0, 100)]),
        ([at(0, 100)], [Span(0, 100)]),
        ([at(90, 120)], [Span(0, 100)]),
    ],
)
def test_a_section_without_those_compared_apart(apart: list[Section], left: list[Span]) -> None:
    whole = at(0, 100)
    assert list(own(whole, [whole, *apart])) == left
