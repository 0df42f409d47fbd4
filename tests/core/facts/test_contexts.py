"""Contexts and units, of XML and of HTML."""

from datetime import date

import lxml.etree
import lxml.html
import pytest
from lxml.etree import _Element

from core.facts.contexts import Resources, local, named_concept, read_resources
from core.facts.fact import Dimension, Period

XBRLI = "http://www.xbrl.org/2003/instance"
SPACES = 'xmlns:xbrldi="http://xbrl.org/2006/xbrldi" xmlns:us-gaap="http://fasb.org/us-gaap/2024" xmlns:ko="http://ko.com/2024"'
RESOURCES = """
<!-- a comment -->
<{p}context id="year"><{p}entity><{p}identifier scheme="s">1</{p}identifier></{p}entity>
  <{p}period><{p}startDate>2024-01-01</{p}startDate><{p}endDate>2024-12-31</{p}endDate></{p}period></{p}context>
<{p}context id="instant"><{p}entity><{p}identifier scheme="s">1</{p}identifier></{p}entity>
  <{p}period><{p}instant> 2024-12-31 </{p}instant></{p}period></{p}context>
<{p}context id="midnight"><{p}period><{p}startDate>2024-01-01T00:00:00</{p}startDate>
  <{p}endDate>2025-01-01T00:00:00</{p}endDate></{p}period></{p}context>
<{p}context id="forever"><{p}period><{p}forever></{p}forever></{p}period></{p}context>
<{p}context id="broken"><{p}period><{p}startDate>soon</{p}startDate><{p}endDate>2024-12-31</{p}endDate></{p}period></{p}context>
<{p}context id="empty"></{p}context>
<{p}context id="year"><{p}period><{p}instant>1999-12-31</{p}instant></{p}period></{p}context>
<{p}context id="split"><{p}entity><{p}segment>
  <xbrldi:explicitMember dimension="us-gaap:SegmentAxis"> ko:EuropeMember</xbrldi:explicitMember>
  <xbrldi:explicitMember dimension="srt:ProductAxis">ko:TeaMember</xbrldi:explicitMember>
  <xbrldi:typedMember dimension="us-gaap:StartAxis"><ko:start.domain> 2025-01-01 </ko:start.domain></xbrldi:typedMember>
  </{p}segment></{p}entity><{p}period><{p}instant>2024-12-31</{p}instant></{p}period></{p}context>
<{p}context id="scenario"><{p}scenario>
  <xbrldi:explicitMember dimension="us-gaap:ScenarioAxis">us-gaap:ForecastMember</xbrldi:explicitMember>
  </{p}scenario><{p}period><{p}instant>2024-12-31</{p}instant></{p}period></{p}context>
<{p}context id="own"><{p}entity><{p}segment><ko:region>Europe</ko:region></{p}segment></{p}entity>
  <{p}period><{p}instant>2024-12-31</{p}instant></{p}period></{p}context>
<{p}unit id="usd"><{p}measure>iso4217:USD</{p}measure></{p}unit>
<{p}unit id="shares"><{p}measure> {p}shares </{p}measure></{p}unit>
<{p}unit id="pure"><{p}measure>xbrli:pure</{p}measure></{p}unit>
<{p}unit id="eps"><{p}divide><{p}unitNumerator><{p}measure>iso4217:USD</{p}measure></{p}unitNumerator>
  <{p}unitDenominator><{p}measure>xbrli:shares</{p}measure></{p}unitDenominator></{p}divide></{p}unit>
<{p}unit id="product"><{p}measure>utr:MW</{p}measure><{p}measure>utr:h</{p}measure></{p}unit>
"""


def as_xml(prefix: str) -> _Element:
    colon = f"{prefix}:" if prefix else ""
    space = f'xmlns{":" if prefix else ""}{prefix}="{XBRLI}"'
    return lxml.etree.fromstring(f"<{colon}xbrl {space} {SPACES}>{RESOURCES.format(p=colon)}</{colon}xbrl>")


def as_html(prefix: str) -> _Element:
    colon = f"{prefix}:" if prefix else ""
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    body = f"<html><body><ix:resources>{RESOURCES.format(p=colon)}</ix:resources></body></html>"
    return next(lxml.html.document_fromstring(body.encode(), parser=parser).iter("ix:resources"))


@pytest.fixture(params=["xml", "html"])
def trees(request: pytest.FixtureRequest) -> object:
    return as_xml if request.param == "xml" else as_html


@pytest.fixture(params=["xbrli", "", "other"])
def resources(request: pytest.FixtureRequest, trees: object) -> Resources:
    assert callable(trees)
    return read_resources((trees(request.param),))


def test_periods(resources: Resources) -> None:
    periods = {name: period for name, (period, dimensions) in resources.contexts.items() if not dimensions}
    assert periods == {
        "year": Period(date(2024, 1, 1), date(2024, 12, 31)),
        "instant": Period(None, date(2024, 12, 31)),
        "midnight": Period(date(2024, 1, 1), date(2024, 12, 31)),
        "forever": None,
        "broken": None,
        "empty": None,
    }


def test_dimensions_are_sorted(resources: Resources) -> None:
    dimensions = {name: found for name, (_, found) in resources.contexts.items() if found}
    assert dimensions == {
        "split": (
            Dimension("srt:ProductAxis", "ko:TeaMember"),
            Dimension("us-gaap:SegmentAxis", "ko:EuropeMember"),
            Dimension("us-gaap:StartAxis", "2025-01-01"),
        ),
        "scenario": (Dimension("us-gaap:ScenarioAxis", "us-gaap:ForecastMember"),),
        "own": (Dimension("ko:region", "Europe"),),
    }


def test_units(resources: Resources) -> None:
    assert resources.units == {
        "usd": "USD",
        "shares": "shares",
        "pure": "pure",
        "eps": "USD/shares",
        "product": "MW*h",
    }


def test_local_names() -> None:
    assert [local("{http://a}Context"), local("xbrli:context"), local("context"), local(len)] == [*["context"] * 3, ""]


def test_a_concept_has_the_prefix_that_the_document_declares() -> None:
    root = lxml.etree.fromstring(
        '<x xmlns:us-gaap="http://g"><us-gaap:Assets/><Cash xmlns="http://g"/><Own xmlns="http://o"/><Bare/></x>'
    )
    assert [named_concept(child) for child in root] == ["us-gaap:Assets", "us-gaap:Cash", "Own", "Bare"]


@pytest.mark.parametrize("day", ["0001-01-01", "1066-10-14", "9999-12-31", "2024-02-30", "", "0001-01-01T00:00:00"])
def test_a_day_that_no_filing_can_mean_is_none(day: str) -> None:
    text = f'<xbrl><context id="c"><period><instant>{day}</instant></period></context></xbrl>'
    assert read_resources((lxml.etree.fromstring(text),)).contexts["c"].period is None
