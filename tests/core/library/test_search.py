"""Queries over made-up filings, whose right answers are known, in their right order."""

from collections.abc import Iterator

import pytest

from core.analysis import analyse
from core.library.query import QueryError
from core.library.search import Hit, Limits, search
from core.library.shelf import Shelf
from tests.core.library.made import KETTLES, ROPES, fill, library


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    folder = tmp_path_factory.mktemp("library")
    fill(folder / "in")
    with library(folder / "library.sqlite", folder / "in") as opened:
        yield opened


def names(hits: list[Hit]) -> set[str]:
    """The files of hits."""
    return {hit.path.stem for hit in hits}


ALL = {"kettle-1998", "kettle-1999", "rope-1999"}
K98, K99, R99 = {"kettle-1998"}, {"kettle-1999"}, {"rope-1999"}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("copper", K98 | K99),
        ("COPPER", K98 | K99),
        ("copper tin", K99),
        ("copper AND tin", K99),
        ("tin OR hemp", K99 | R99),
        ("copper NOT tin", K98),
        ("demand NOT (tin OR hemp)", K98),
        ("hem*", R99),
        ("hem", set()),
        ('"copper and tin"', K99),
        ('"tin and copper"', set()),
        ('"copper and t*"', K99),
        ('"hard to learn"', ALL),
        ("hard NEAR/1 learn", ALL),
        ("hard NEAR/0 learn", set()),
        ("learn NEAR/1 hard", ALL),
        ('"copper and" NEAR/3 demand', K99),
        ("cash NEAR/1 120", ALL),
        ("cash NEAR/1 1,000", set()),
        ("cash NEAR/3 100,000..130,000", K98 | K99),
        ("cash NEAR/3 100k..130k", K98 | K99),
        ("cash NEAR/3 100m..130m", R99),
        ("cash NEAR/3 $100..130m", R99),
        ("cash NEAR/0 90,000..90,000", set()),
        ("cash NEAR/1 90,000..90,000", K98 | K99),
        ("cash NEAR/1 90,001..95,000", set()),
        ("cash NEAR/1 85,000..89,999", set()),
        ("revenue NEAR/5 1.4m..1.6m", ALL),
        ("revenue NEAR/5 1..2", set()),
        ("revenue NEAR/5 1.5", ALL),
        ("900,000", ALL),
        ("900", ALL),
        ("899,999", set()),
        ("9..9", set()),
        ("hemp 2004", set()),
        ("leases 2004", K99 | R99),
        ("leases 2003..2003", K98),
        ("wharf NOT 2000..2003", K99 | R99),
        ('"june 30, 1998"', K98),
        ("nowhere", set()),
    ],
)
def test_who_answers(shelf: Shelf, query: str, expected: set[str]) -> None:
    assert names(search(shelf, query)) == expected


@pytest.mark.parametrize(
    ("query", "limits", "expected"),
    [
        ("demand", Limits(company="kettle"), K98 | K99),
        ("demand", Limits(company="67890"), R99),
        ("demand", Limits(company="nobody"), set()),
        ("demand", Limits(form="10-k"), ALL),
        ("demand", Limits(form="10-Q"), set()),
        ("demand", Limits(years=(1999, 2001)), K99 | R99),
        ("demand", Limits(company="kettle", years=(1998, 1998)), K98),
        ("demand", Limits(item="1"), ALL),
        ("demand", Limits(item="7"), set()),
        ("revenue", Limits(item="7", company="rope"), R99),
        ("company", Limits(note="2"), ALL),
        ("inventories", Limits(note="2"), set()),
        ("inventories", Limits(note="1"), ALL),
        ("cash", Limits(statement="balance_sheet"), ALL),
        ("cash", Limits(statement="cash_flow"), set()),
        ("market", Limits(statement="balance_sheet"), set()),
    ],
)
def test_limits(shelf: Shelf, query: str, limits: Limits, expected: set[str]) -> None:
    assert names(search(shelf, query, limits)) == expected


def test_a_hit_says_where_it_is(shelf: Shelf) -> None:
    hit = search(shelf, "cash NEAR/3 100k..130k", Limits(years=(1998, 1998)))[0]
    assert (hit.company, hit.form, hit.fiscal_year) == (KETTLES, "10-K", 1998)
    assert hit.section.endswith("CONSOLIDATED BALANCE SHEETS")
    assert hit.sentence == "Cash $ 120 $ 90"
    source = analyse(hit.path).filing.document(hit.document).source
    assert source.text[hit.start : hit.end].split() == ["Cash", "$", "120"]
    assert source.line_of(hit.start) == hit.line


def test_the_sentence_of_a_hit(shelf: Shelf) -> None:
    (hit,) = search(shelf, "seasonal", Limits(company=ROPES))
    assert hit.sentence == "Demand for them is seasonal."
    assert "1 BUSINESS" in hit.section


def test_every_place_reads_back(shelf: Shelf) -> None:
    for word in ("inventories", "revenue", "wharf", "total"):
        hits = search(shelf, word)
        assert hits
        for hit in hits:
            source = analyse(hit.path).filing.document(hit.document).source
            assert source.text[hit.start : hit.end].lower() == word
            assert source.line_of(hit.start) == hit.line


def test_the_best_first_and_the_newest_of_what_is_alike(shelf: Shelf) -> None:
    found = [hit.path.stem for hit in search(shelf, "wharf")]
    assert found == ["kettle-1999", "rope-1999", "kettle-1998"]
    assert search(shelf, "revenue")[0].section.startswith("I > 7") or "7 " in search(shelf, "revenue")[0].section


def test_no_more_than_wanted(shelf: Shelf) -> None:
    assert len(search(shelf, "company", most=2)) == 2


@pytest.mark.parametrize(
    "query",
    ["", "  ", "NOT a", "a OR", "(a", "a)", "a NEAR/5", "(a b) NEAR/5 c", "2..1", "0..1", "1x..2", '""', "...",
     "(" * 30 + "a" + ")" * 30,
     '"1 2 3 4 5"', "AND"],
)  # fmt: skip
def test_what_cannot_be_understood_is_said(shelf: Shelf, query: str) -> None:
    with pytest.raises(QueryError):
        search(shelf, query)


@pytest.mark.parametrize(
    "query", ["a:b", 'a"b', "said:x", "^a", "a-b", "it's", "{a}", "a + b", "é", "*", "1.5%", "£5", "\x00a", "' OR 1"]
)
def test_no_sign_reaches_the_index_as_its_own_language(shelf: Shelf, query: str) -> None:
    try:
        search(shelf, query)
    except QueryError:
        return


def test_what_most_passages_say_is_not_weighed(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    ranked = search(shelf, "copper")
    assert len(ranked) > 1
    monkeypatch.setattr("core.library.search._COMMON", 2)
    assert {(hit.path, hit.start) for hit in search(shelf, "copper")} == {(hit.path, hit.start) for hit in ranked}
    assert len(search(shelf, "copper", most=1)) == 1
