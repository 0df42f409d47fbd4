"""Companies by ticker, name or number; their filings by form and year, the older pages too."""

import os
import time
from typing import Any

import pytest

from core.edgar.listing import Company, Wanted, company, history, named
from core.edgar.settings import Places
from core.edgar.trouble import AnswerError, UnknownError
from tests.core.edgar.conftest import Connect
from tests.core.edgar.server import Archive, Fault

pytestmark = pytest.mark.server

KNOWN = [
    Company(1, "Apple Inc.", "AAPL"),
    Company(2, "Apple Hospitality REIT, Inc.", "APLE"),
    Company(3, "BERKSHIRE HATHAWAY INC", "BRK-B"),
    Company(3, "BERKSHIRE HATHAWAY INC", "BRK-A"),
    Company(4, "O'Reilly Automotive", "ORLY"),
]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("aapl", [1]),
        ("Apple Inc", [1]),
        ("apple", [1, 2]),
        ("Apple REIT", [2]),
        ("brk.b", [3]),
        ("berkshire", [3]),
        ("oreilly", [4]),
        ("nobody", []),
        ("", []),
    ],
)
def test_companies_by_their_words(words: str, found: list[int]) -> None:
    assert [each.cik for each in named(words, KNOWN)] == found


def test_a_company_is_found_by_ticker_and_the_list_is_asked_for_once_a_day(
    archive: Archive, connect: Connect, own: Places
) -> None:
    archive.add(7, "MADE", "Made Up Co", range(1999, 2000))
    client = connect()
    assert company(client, "made") == company(client, "Made up co.") == Company(7, "Made Up Co", "MADE")
    assert len(archive.asked) == 1
    day_ago = time.time() - 90_000
    os.utime(own.cache / "company_tickers.json", (day_ago, day_ago))
    company(client, "MADE")
    assert len(archive.asked) == 2


def test_a_damaged_list_is_asked_for_anew(archive: Archive, connect: Connect, own: Places) -> None:
    archive.add(7, "MADE", "Made Up Co", range(1999, 2000))
    own.cache.mkdir(parents=True)
    (own.cache / "company_tickers.json").write_text("[1, 2")
    assert company(connect(), "MADE").cik == 7


def test_a_number_needs_no_list(archive: Archive, connect: Connect) -> None:
    assert company(connect(), "0000000007").cik == 7
    assert not archive.asked


def test_none_and_more_than_one_are_told(archive: Archive, connect: Connect) -> None:
    archive.add(7, "MADE", "Made Up Co", range(0))
    archive.add(8, "MUP", "Made Up Partners", range(0))
    with pytest.raises(UnknownError, match=r"Made Up Co \(MADE, 7\), Made Up Partners \(MUP, 8\)"):
        company(connect(), "made up")
    with pytest.raises(UnknownError, match="by their CIK"):
        company(connect(), "nobody")


def test_filings_by_form_and_year(archive: Archive, connect: Connect) -> None:
    kept = archive.add(7, "MADE", "Made Up Co", range(1994, 2004))
    archive.add(7, "MADE", "Made Up Co", range(1994, 2004), form="10-Q")
    told = history(connect(), Company(7, "CIK 7"), Wanted(("10-k",), (1996, 1999)))
    assert told.company.name == "Made Up Co"
    assert [each.filing for each in told.filings] == kept[2:6]
    assert {each.form for each in told.filings} == {"10-K"}
    both = history(connect(), Company(7, ""), Wanted(("10-*",), (1996, 1996)))
    assert [each.form for each in both.filings] == ["10-K", "10-Q"]


def test_older_pages_are_asked_for_as_far_as_they_are_needed(archive: Archive, connect: Connect) -> None:
    kept = archive.add(7, "MADE", "Made Up Co", range(1990, 2010))
    archive.recent = 5
    assert [each.filing for each in history(connect(), Company(7, ""), Wanted()).filings] == kept
    assert len(archive.asked) == 4
    archive.asked.clear()
    told = history(connect(), Company(7, ""), Wanted(years=(1992, 1993)))
    assert [each.filing for each in told.filings] == kept[2:4]
    assert [asked.path[-8:] for asked in archive.asked] == ["007.json", "003.json"]


def test_what_was_filed_since_a_day(archive: Archive, connect: Connect) -> None:
    kept = archive.add(7, "MADE", "Made Up Co", range(1990, 2010))
    archive.recent = 5
    told = history(connect(), Company(7, ""), Wanted(since="2008-01-01"))
    assert [each.filing for each in told.filings] == kept[18:]
    assert len(archive.asked) == 1


def test_there_is_no_such_company(connect: Connect) -> None:
    with pytest.raises(UnknownError, match="no company with the CIK 9"):
        history(connect(), Company(9, ""), Wanted())


RECENT: dict[str, list[Any]] = {
    "accessionNumber": ["0000000007-99-000001"],
    "form": ["10-K"],
    "filingDate": ["1999-03-01"],
    "reportDate": [""],
    "size": [0],
}


@pytest.mark.parametrize(
    "said",
    [
        [],
        {},
        {"name": "A", "filings": {}},
        {"name": "A", "filings": {"recent": RECENT | {"form": []}}},
        {"name": "A", "filings": {"recent": RECENT | {"accessionNumber": ["../../here"]}}},
        {"name": "A", "filings": {"recent": RECENT | {"filingDate": ["yesterday"]}}},
        {"name": "A", "filings": {"recent": RECENT | {"size": ["large"]}}},
        {"name": "A", "filings": {"recent": RECENT, "files": [{"name": "x.json"}]}},
        {
            "name": "A",
            "filings": {
                "recent": RECENT,
                "files": [{"name": "../../x.json", "filingFrom": "1990-01-01", "filingTo": "1999-01-01"}],
            },
        },
    ],
)
def test_a_list_that_is_not_as_it_should_be_is_not_read(said: object, archive: Archive, connect: Connect) -> None:
    archive.lists["/submissions/CIK0000000007.json"] = said
    with pytest.raises(AnswerError, match=r"not as it should be|is no page"):
        history(connect(), Company(7, "Made Up Co"), Wanted())


def test_a_list_that_comes_damaged_is_asked_for_again(archive: Archive, connect: Connect) -> None:
    archive.add(7, "MADE", "Made Up Co", range(1999, 2001))
    faults = [Fault.CUT, Fault.SHORT, Fault.DEAD, Fault.NONE]
    archive.fault = lambda _, before: faults[before]
    assert len(history(connect(), Company(7, ""), Wanted()).filings) == 2
    archive.lists["/submissions/CIK0000000008.json"] = b"<html>"
    archive.fault = lambda _, __: Fault.NONE
    with pytest.raises(AnswerError, match="damaged"):
        history(connect(), Company(8, ""), Wanted())
