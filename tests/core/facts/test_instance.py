"""Facts of separate instances, hand-made, hostile and real."""

import time
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.facts.fact import Dimension, Fact, Period
from core.facts.instance import read_instance
from core.read.parts import split
from tests.filings_dir import FILINGS, needs_filings

HEAD = """<xbrl xmlns="http://www.xbrl.org/2003/instance" xmlns:xbrldi="http://xbrl.org/2006/xbrldi"
 xmlns:us-gaap="http://g" xmlns:n="http://n" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<context id="y"><entity><identifier scheme="s">1</identifier></entity>
<period><startDate>2010-01-01</startDate><endDate>2010-12-31</endDate></period></context>
<context id="e"><entity><identifier scheme="s">1</identifier><segment>
<xbrldi:explicitMember dimension="us-gaap:EquityAxis">n:TreasuryMember</xbrldi:explicitMember></segment></entity>
<period><instant>2010-12-31</instant></period></context>
<unit id="usd"><measure>iso4217:USD</measure></unit>"""
YEAR = Period(date(2010, 1, 1), date(2010, 12, 31))


def facts(body: str) -> tuple[Fact, ...]:
    return read_instance(f"{HEAD}{body}</xbrl>")


def test_numbers_and_words() -> None:
    assert facts(
        '<us-gaap:Assets id="a" contextRef="e" unitRef="usd" decimals="-3">-1234000</us-gaap:Assets>'
        '<n:Word contextRef=" y ">  two\n words </n:Word><n:DebtTextBlock contextRef="y">&lt;p&gt;</n:DebtTextBlock>'
    ) == (
        Fact(
            "us-gaap:Assets", Decimal(-1234000), "-1234000", Period(None, date(2010, 12, 31)), "USD", 0, "-3",
            (Dimension("us-gaap:EquityAxis", "n:TreasuryMember"),), id="a",
        ),
        Fact("n:Word", None, "two words", YEAR, numeric=False),
        Fact("n:DebtTextBlock", None, "", YEAR, numeric=False),
    )  # fmt: skip


def test_nil_and_what_is_no_number() -> None:
    found = facts(
        '<n:A contextRef="y" unitRef="usd" xsi:nil="true"/><n:B contextRef="y" unitRef="usd">n/a</n:B>'
        '<n:C contextRef="gone" unitRef="gone">1.5E3</n:C>'
    )
    assert [(fact.value, fact.nil, fact.unit, fact.period) for fact in found] == [
        (None, True, "USD", YEAR),
        (None, False, "USD", YEAR),
        (Decimal(1500), False, None, None),
    ]


def test_a_fraction() -> None:
    (found,) = facts('<n:R contextRef="y" unitRef="usd"><numerator>3</numerator><denominator>4</denominator></n:R>')
    assert found.value == Decimal("0.75")


def test_facts_in_tuples() -> None:
    assert [found.concept for found in facts('<n:T><n:A contextRef="y">a</n:A></n:T>')] == ["n:A"]


def test_a_prefix_is_the_documents_own() -> None:
    (found,) = facts('<g:Cash xmlns:g="http://g" contextRef="y" unitRef="usd">1</g:Cash>')
    assert found.concept == "g:Cash"


def test_a_broken_instance_gives_what_could_be_read() -> None:
    assert [found.value for found in read_instance(HEAD + '<n:A contextRef="y" unitRef="usd">1</n:A><n:B')] == [
        Decimal(1)
    ]
    assert read_instance("") == read_instance(b"\xff\xfe\x00") == read_instance("<html/>") == ()


def test_entities_that_multiply_are_not_expanded() -> None:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 30))
    body = '<n:A id="&l29;" contextRef="y" unitRef="usd">&l29;</n:A><n:B contextRef="y" unitRef="usd">2</n:B>'
    begin = time.process_time()
    found = read_instance(f'<?xml version="1.0"?><!DOCTYPE xbrl [<!ENTITY l0 "lol">{levels}]>{HEAD}{body}</xbrl>')
    assert time.process_time() - begin < 5
    assert [(fact.text, fact.value) for fact in found] == [("", None), ("2", Decimal(2))]


@pytest.mark.parametrize("kind", ["entity", "parameter", "subset"])
def test_nothing_is_fetched(tmp_path: Path, kind: str) -> None:
    secret = tmp_path / "secret.dtd"
    secret.write_text("<!ENTITY x 'secret'>" if kind != "entity" else "secret")
    types = {
        "entity": f'<!DOCTYPE xbrl [<!ENTITY x SYSTEM "{secret.as_uri()}">]>',
        "parameter": f'<!DOCTYPE xbrl [<!ENTITY % p SYSTEM "{secret.as_uri()}"> %p;]>',
        "subset": f'<!DOCTYPE xbrl SYSTEM "{secret.as_uri()}">',
    }
    found = read_instance(f'{types[kind]}{HEAD}<n:A id="&x;" contextRef="y">&x;</n:A></xbrl>')
    assert [fact.text for fact in found] == [""]
    assert "secret" not in str(found)


def test_nothing_is_included() -> None:
    body = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/hostname" parse="text"/>'
    assert facts(f'<n:A contextRef="y">{body}</n:A>')[0].text == ""


@given(st.one_of(st.text(), st.binary()))
def test_whatever_it_is_given_it_does_not_raise(document: str | bytes) -> None:
    assert read_instance(document) == ()


@given(st.integers(0, 1500), st.text(max_size=20))
def test_whatever_is_broken_into_it_it_does_not_raise(at: int, junk: str) -> None:
    whole = HEAD + '<n:A contextRef="y" unitRef="usd">1</n:A></xbrl>'
    assert len(read_instance(whole[:at] + junk + whole[at:])) <= 2


def exhibit(path: Path, kind: str) -> str:
    """The text of a submission's exhibit."""
    text = path.read_text(encoding="latin-1")
    return next(text[part.start : part.end] for part in split(text).documents if part.fields.get("TYPE") == kind)


# Facts, numbers among them, and the net income of the year.
SUBMISSIONS = {
    "AAPL_10-K_20090926_0001193125-09-214859.txt": (286, 262, 5_704_000_000),
    "NFLX_10-K_20091231_0001193125-10-036181.txt": (383, 359, 115_860_000),
    "NFLX_10-K_20101231_0001193125-11-040217.txt": (353, 327, 160_853_000),
}


@needs_filings
@pytest.mark.filings
@pytest.mark.parametrize("name", SUBMISSIONS)
def test_the_instances_of_real_submissions(name: str) -> None:
    document = exhibit(FILINGS / "html-xbrl-2009-2011" / name, "EX-101.INS")
    found = read_instance(document)
    whole, numbers, income = SUBMISSIONS[name]
    assert (len(found), sum(fact.numeric for fact in found)) == (whole, numbers)
    assert len(found) == document.count("contextRef=")
    _complete(found)
    incomes = [
        fact for fact in found if fact.concept == "us-gaap:NetIncomeLoss" and fact.period and not fact.dimensions
    ]
    latest = max(fact.period.end for fact in incomes if fact.period)
    assert income in [fact.value for fact in incomes if fact.period and fact.period.end == latest]


@needs_filings
@pytest.mark.filings
def test_the_instance_of_a_railway() -> None:
    found = read_instance((FILINGS / "edgartools-misc" / "UNP_10-K_2012_instance.xml").read_bytes())
    assert (len(found), sum(fact.numeric for fact in found)) == (1526, 1375)
    _complete(found)
    year = Period(date(2012, 1, 1), date(2012, 12, 31))
    whole = {fact.concept: fact.value for fact in found if fact.period == year and not fact.dimensions}
    assert whole["us-gaap:Revenues"] == 20_926_000_000
    assert whole["us-gaap:NetIncomeLoss"] == 3_943_000_000


def _complete(found: tuple[Fact, ...]) -> None:
    """Every number has its value and unit, every fact its period and prefix."""
    assert [fact for fact in found if fact.numeric and not fact.nil and (fact.value is None or fact.unit is None)] == []
    assert [fact for fact in found if fact.period is None or ":" not in fact.concept] == []
