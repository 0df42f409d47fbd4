"""What is tagged at a place, where else a fact stands, and which rows a filter keeps."""

from datetime import date
from decimal import Decimal

import pytest

from core.analysis import analyse
from core.facts.fact import Dimension, Fact, Period, PlacedFact
from core.places import Places
from core.source import Cite, Span, cite
from core.statements.statement import Role, Row
from core.tagged import Rows, Tagged, rows_of
from tests.filings_dir import FILINGS, needs_filings
from tests.gui import made_up

END = Period(None, date(2024, 12, 31))


def placed(name: str, start: int, end: int, document: int = 1, **more: object) -> PlacedFact:
    """A fact over these characters."""
    return PlacedFact(Fact(f"us-gaap:{name}", Decimal(1), "1", END, **more), cite(document, start, end))  # type: ignore[arg-type]


def found(tagged: Tagged, document: int, offset: int) -> str | None:
    """The concept at an offset, without its prefix."""
    one = tagged.at(document, offset)
    return one.fact.concept.partition(":")[2] if one else None


def test_the_innermost_of_nested_tags_is_found() -> None:
    tagged = Tagged([placed("Note", 0, 100), placed("A", 10, 20), placed("B", 12, 14), placed("C", 30, 31)])
    said = [found(tagged, 1, offset) for offset in (0, 10, 13, 14, 19, 20, 30, 31, 99, 100)]
    assert said == ["Note", "A", "B", "A", "A", "Note", "C", "Note", "Note", None]


def test_tags_that_cross_and_other_documents() -> None:
    tagged = Tagged([placed("Long", 0, 20), placed("Cross", 10, 30), placed("Other", 5, 8, document=2)])
    assert [found(tagged, 1, offset) for offset in (5, 15, 25, 30)] == ["Long", "Cross", "Cross", None]
    assert [found(tagged, 2, offset) for offset in (4, 5, 8)] == [None, "Other", None]
    assert found(tagged, 3, 0) is None


def test_nothing_is_tagged() -> None:
    assert not Tagged([])
    assert Tagged([]).at(1, 0) is None


def test_the_same_fact_elsewhere_whatever_the_order_of_its_dimensions() -> None:
    one, other = Dimension("a:Axis", "a:Member"), Dimension("b:Axis", "b:Member")
    here = placed("Assets", 0, 5, dimensions=(one, other))
    tagged = Tagged(
        [
            here,
            placed("Assets", 50, 55, dimensions=(other, one)),
            placed("Assets", 20, 25, dimensions=(other, one)),
            placed("Assets", 30, 35),
            placed("Assets", 40, 45, dimensions=(one, other), unit="USD"),
        ]
    )
    assert tagged.elsewhere(here.fact, here.cite) == (cite(1, 20, 25), cite(1, 50, 55))


def test_a_figure_with_its_sign_is_the_place_of_its_own_fact() -> None:
    here = placed("Assets", 3, 5)
    assert Tagged([here]).elsewhere(here.fact, Cite(1, (Span(1, 2), Span(3, 5)))) == ()


def test_what_a_click_points_at() -> None:
    analysis = made_up.with_tags()
    places = Places(analysis)
    employees, inventories = made_up.cite_of(analysis, "41"), made_up.cite_of(analysis, "Inventories\n")
    assert places.cite_at(1, employees.start) == employees
    assert places.cite_at(1, inventories.start) is None
    assert found(places.tagged, 1, inventories.start) == "InventoryDisclosureTextBlock"
    figure = analysis.statements[0].rows[1].figures[0]
    assert places.cite_at(1, figure.cite.start) == figure.cite


def row(label: str, depth: int, tags: str) -> Row:
    """A row whose figures are tagged (`t`) or not (`-`)."""
    base = made_up.with_tags().statements[0].rows[1].figures[0]
    figures = tuple(base._replace(column=at, fact=base.fact if tag == "t" else None) for at, tag in enumerate(tags))
    return Row(label, depth, Role.LINE if figures else Role.HEADING, None, None, base.cite, figures)


ROWS = (
    row("Assets", 0, ""),
    row("Current", 1, ""),
    row("Cash", 2, "t-"),
    row("Mixed bag", 2, "--"),
    row("Fixed", 1, ""),
    row("Land", 2, "-"),
    row("Flat", 0, ""),
    row("Shares", 0, "t"),
    row("Empty", 0, ""),
    row("Owners", 0, ""),
    row("Stock", 1, "-"),
    row("Total", 0, "t"),
)


@pytest.mark.parametrize(
    ("wanted", "kept"),
    [
        (Rows.TAGGED, "Assets, Current, Cash, Flat, Shares, Total"),
        (Rows.UNTAGGED, "Assets, Current, Mixed bag, Fixed, Land, Owners, Stock"),
    ],
)
def test_headings_stay_that_hold_a_shown_row(wanted: Rows, kept: str) -> None:
    assert ", ".join(ROWS[at].label for at in rows_of(ROWS, wanted)) == kept
    assert rows_of(ROWS, Rows.ALL) == tuple(range(len(ROWS)))


def test_rows_without_tags_leave_nothing_tagged() -> None:
    assert rows_of(tuple(one._replace(figures=()) for one in ROWS), Rows.TAGGED) == ()


@needs_filings
@pytest.mark.filings
def test_of_overlapping_tags_of_a_real_filing_the_shortest_is_found() -> None:
    analysis = analyse(FILINGS / "ixbrl-2025" / "ko-10-k-2025-02-20.html")
    tagged = Places(analysis).tagged
    for offset in range(0, len(analysis.filing.document(1).source.text), 997):
        holding = [one.cite for one in analysis.facts if one.cite.start <= offset < one.cite.end]
        shortest = min((place.end - place.start for place in holding), default=None)
        one = tagged.at(1, offset)
        assert (one.cite.end - one.cite.start if one else None) == shortest


@needs_filings
@pytest.mark.filings
def test_cash_stands_in_the_statement_and_in_the_notes() -> None:
    analysis = analyse(FILINGS / "ixbrl-2025" / "ko-10-k-2025-02-20.html")
    places = Places(analysis)
    sheet = next(one for one in analysis.statements if one.id == "balance-sheet")
    cash = next(one for one in sheet.rows if one.label == "Cash and cash equivalents").figures[0]
    assert cash.fact is not None
    others = places.tagged.elsewhere(cash.fact, cash.cite)
    source = analysis.filing.document(1).source
    assert {source.read(place) for place in others} == {"10,828"}
    assert len(others) > 1
