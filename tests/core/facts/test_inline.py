"""Facts inside of HTML, hand-made and real."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.etree import _Element

from core.facts.fact import Dimension, Fact, Period
from core.facts.inline import Inline, inline_resources
from core.markup.line import seen
from core.markup.read import hypertext
from core.markup.tree import tree
from tests.filings_dir import FILINGS, needs_filings

HEADER = """
<div style="display:none"><ix:header><ix:hidden>
<ix:nonNumeric contextRef="fy" name="dei:AmendmentFlag" format="ixt:fixed-false" id="h1">False</ix:nonNumeric>
<ix:nonFraction contextRef="end" name="dei:EntityNumberOfEmployees" unitRef="pure" decimals="INF" id="h2">7</ix:nonFraction>
</ix:hidden><ix:references/><ix:resources>
<xbrli:context id="fy"><xbrli:entity><xbrli:identifier>1</xbrli:identifier></xbrli:entity><xbrli:period>
<xbrli:startDate>2024-01-01</xbrli:startDate><xbrli:endDate>2024-12-31</xbrli:endDate></xbrli:period></xbrli:context>
<xbrli:context id="end"><xbrli:entity><xbrli:identifier>1</xbrli:identifier><xbrli:segment>
<xbrldi:explicitMember dimension="us-gaap:SegmentAxis">ko:EuropeMember</xbrldi:explicitMember></xbrli:segment>
</xbrli:entity><xbrli:period><xbrli:instant>2024-12-31</xbrli:instant></xbrli:period></xbrli:context>
<xbrli:unit id="usd"><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unit>
<xbrli:unit id="pure"><xbrli:measure>xbrli:pure</xbrli:measure></xbrli:unit>
</ix:resources></ix:header></div>
"""
FY = Period(date(2024, 1, 1), date(2024, 12, 31))
END = Period(None, date(2024, 12, 31))
EUROPE = (Dimension("us-gaap:SegmentAxis", "ko:EuropeMember"),)


def page(body: str, header: str = HEADER) -> _Element:
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    return lxml.html.document_fromstring(f"<html><body>{header}{body}</body></html>".encode(), parser=parser)


def facts(body: str) -> list[Fact]:
    """The facts of a page but for the hidden ones."""
    root = page(body)
    return [fact for fact in Inline(root).facts(root) if not (fact.id or "").startswith("h")]


def fact(body: str) -> Fact:
    (only,) = facts(body)
    return only


def test_a_number_with_all_that_belongs_to_it() -> None:
    assert fact(
        '<ix:nonFraction id="f1" name="us-gaap:Revenues" contextRef="end" unitRef="usd" decimals="-6" scale="6" sign="-" '
        'format="ixt:num-dot-decimal">1,234.5</ix:nonFraction>'
    ) == Fact(
        "us-gaap:Revenues", Decimal("-1234500000"), "1,234.5", END, "USD", 6, "-6", EUROPE, "num-dot-decimal", id="f1",
    )  # fmt: skip


def test_a_number_without_format_or_scale() -> None:
    found = fact('<ix:nonFraction name="ko:Rate" contextRef="fy" unitRef="pure" decimals="INF">12.5</ix:nonFraction>')
    assert (found.value, found.period, found.unit, found.scale, found.format) == (Decimal("12.5"), FY, "pure", 0, None)


def test_an_unknown_context_and_unit_leave_the_value() -> None:
    found = fact('<ix:nonFraction name="ko:Rate" contextRef="gone" unitRef="gone">12</ix:nonFraction>')
    assert (found.value, found.period, found.unit, found.dimensions) == (Decimal(12), None, None, ())


def test_a_fact_without_a_name_is_none() -> None:
    body = "<ix:nonFraction>1</ix:nonFraction><ix:nonNumeric>a</ix:nonNumeric><ix:fraction>1</ix:fraction>"
    assert facts(body) == []


def test_another_element_is_no_fact() -> None:
    root = page("<p>1</p>")
    assert [Inline(root).fact_of(element) for element in root.iter("p", "ix:header")] == [None, None]


@pytest.mark.parametrize("scale", ["six", "1e3", "1000000", "99999"])
def test_a_scale_that_cannot_be_read_gives_no_value(scale: str) -> None:
    found = fact(f'<ix:nonFraction name="a:b" contextRef="fy" scale="{scale}">1</ix:nonFraction>')
    assert found.value is None


@pytest.mark.parametrize("tag", ["ix:nonFraction", "ix:nonNumeric", "ix:fraction"])
def test_nil_has_no_value(tag: str) -> None:
    found = fact(f'<{tag} name="a:b" contextRef="fy" unitRef="usd" xsi:nil="true"/>')
    assert (found.nil, found.value, found.text) == (True, None, "")


def test_a_number_inside_a_number_gives_both() -> None:
    said = 'contextRef="fy" unitRef="usd" scale="3" format="ixt:num-dot-decimal"'
    inner = f'<ix:nonFraction name="a:inner" {said}>1,200</ix:nonFraction>'
    outer = f'<ix:nonFraction name="a:outer" {said}>{inner}</ix:nonFraction>'
    assert {found.concept: found.value for found in facts(outer)} == {"a:outer": 1_200_000, "a:inner": 1_200_000}


def test_a_number_inside_words() -> None:
    body = (
        '<ix:nonNumeric name="a:Words" contextRef="fy">some '
        '<ix:nonFraction name="a:Number" contextRef="fy" unitRef="pure" format="ixt-sec:numwordsen">three</ix:nonFraction>'
        " plants</ix:nonNumeric>"
    )
    assert [(found.text, found.value, found.numeric) for found in facts(body)] == [
        ("some three plants", None, False),
        ("three", Decimal(3), True),
    ]


def test_what_is_excluded_is_no_part_of_a_number() -> None:
    body = '<ix:nonFraction name="a:b" contextRef="fy" unitRef="usd">12<ix:exclude>[1]</ix:exclude>3</ix:nonFraction>'
    assert fact(body).value == Decimal(123)


def test_a_fraction_is_one_number_through_another() -> None:
    body = (
        '<ix:fraction name="a:Ratio" contextRef="fy" unitRef="pure" id="r"><ix:numerator format="ixt:num-dot-decimal" '
        'scale="1" sign="-">1.5</ix:numerator> for <ix:denominator>4</ix:denominator></ix:fraction>'
    )
    found = fact(body)
    assert (found.value, found.text, found.unit, found.numeric) == (Decimal("-3.75"), "1.5 for 4", "pure", True)


@pytest.mark.parametrize(
    "denominator", ["", "<ix:denominator>0</ix:denominator>", "<ix:denominator>x</ix:denominator>"]
)
def test_half_a_fraction_has_no_value(denominator: str) -> None:
    inside = f"<ix:numerator>1</ix:numerator>{denominator}"
    assert fact(f'<ix:fraction name="a:b" contextRef="fy">{inside}</ix:fraction>').value is None


def test_words_and_where_they_go_on() -> None:
    found = fact(
        '<ix:nonNumeric id="f1" name="dei:DocumentPeriodEndDate" contextRef="fy" continuedAt="c1" '
        'format="ixt:date-monthname-day-year-en">December\n31, <b>2024</b></ix:nonNumeric>'
    )
    assert found == Fact(
        "dei:DocumentPeriodEndDate", None, "December 31, 2024", FY, format="date-monthname-day-year-en", id="f1",
        continued="c1", numeric=False,
    )  # fmt: skip


def test_a_text_block_keeps_no_text() -> None:
    found = fact(
        '<ix:nonNumeric name="us-gaap:DebtTextBlock" contextRef="fy" escape="true"><p>Note</p></ix:nonNumeric>'
    )
    assert (found.block, found.text) == (True, "")


def test_hidden_facts() -> None:
    root = page('<ix:nonFraction name="a:b" contextRef="fy">1</ix:nonFraction>')
    assert [(found.concept, found.value, found.text) for found in Inline(root).hidden(root)] == [
        ("dei:AmendmentFlag", None, "False"),
        ("dei:EntityNumberOfEmployees", Decimal(7), "7"),
    ]


def test_contexts_of_another_document() -> None:
    root = page('<ix:nonFraction name="a:b" contextRef="end" unitRef="usd">1</ix:nonFraction>', header="")
    (found,) = Inline(root, inline_resources(page(""))).facts(root)
    assert (found.period, found.unit, found.dimensions) == (END, "USD", EUROPE)


@given(st.text(), st.text(), st.text(), st.text(), st.text())
def test_whatever_the_attributes_say_nothing_raises(text: str, form: str, scale: str, context: str, sign: str) -> None:
    root = page("<ix:nonFraction/><ix:nonNumeric/><ix:fraction><ix:numerator/><ix:denominator/></ix:fraction>")
    said = {"name": "a:b", "format": form, "scale": scale, "contextref": context, "sign": sign}
    for element in root.iter("ix:nonfraction", "ix:nonnumeric", "ix:fraction", "ix:numerator", "ix:denominator"):
        for name, value in said.items():
            element.set(name, _storable(value))
        if element.tag != "ix:fraction":
            element.text = _storable(text)
    assert len(list(Inline(root).facts(root))) == 5


def _storable(text: str) -> str:
    """What a tree can hold: no control characters."""
    return "".join(each for each in text if each.isprintable())


def inline_filings() -> list[Path]:
    return sorted(FILINGS.glob("ixbrl-*/*.html"))


@needs_filings
@pytest.mark.filings
@pytest.mark.parametrize("path", inline_filings(), ids=lambda path: path.name)
def test_every_number_of_a_real_filing_has_its_value_period_and_unit(path: Path) -> None:
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    root = lxml.html.document_fromstring(path.read_bytes(), parser=parser)
    found = list(Inline(root).facts(root))
    assert found
    assert [fact for fact in found if fact.numeric and fact.value is None and fact.text and not fact.nil] == []
    assert [fact for fact in found if fact.period is None or (fact.numeric and fact.unit is None)] == []


@needs_filings
@pytest.mark.filings
@pytest.mark.parametrize("path", inline_filings(), ids=lambda path: path.name)
def test_every_continuation_with_words_belongs_to_one_text(path: Path) -> None:
    root = tree(path.read_text("utf-8")).root
    assert root is not None
    continuations = {element.get("id"): element for element in root.iter("ix:continuation")}
    texts = [element for element in root.iter("ix:nonnumeric") if element.get("continuedat")]
    with_words = sum(_says_something(part) for text in texts for part in _with_continuations(text, continuations))
    continued = [placed for placed in hypertext(1, path.read_text("utf-8")).facts if placed.fact.continued]
    assert with_words > len(texts) / 2
    assert sum(len(placed.cite.spans) for placed in continued) == with_words


def _with_continuations(text: _Element, continuations: dict[str | None, _Element]) -> Iterator[_Element]:
    """A tagged text and all in which it goes on. Continuations of footnotes belong to none."""
    part: _Element | None = text
    while part is not None:
        yield part
        part = continuations.get(part.get("continuedat"))


def _says_something(element: _Element) -> bool:
    return bool(seen("".join(map(str, element.itertext()))).strip())


@needs_filings
@pytest.mark.filings
def test_the_numbers_of_coca_cola() -> None:
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    path = FILINGS / "ixbrl-2025" / "ko-10-k-2025-02-20.html"
    root = lxml.html.document_fromstring(path.read_bytes(), parser=parser)
    numbers = [fact for fact in Inline(root).facts(root) if fact.numeric]
    assert len(numbers) == 2530
    whole = {fact.concept: fact.value for fact in numbers if fact.period == FY and not fact.dimensions}
    assert whole["us-gaap:Revenues"] == 47_061_000_000
    assert whole["us-gaap:EarningsPerShareDiluted"] == Decimal("2.46")
    assert whole["us-gaap:PaymentsOfDividends"] == 8_359_000_000
