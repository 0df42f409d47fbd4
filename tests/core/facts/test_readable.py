"""Facts in words."""

from datetime import date

import pytest

from core.facts.fact import Period
from core.facts.readable import (
    axis_words,
    concept_words,
    member_words,
    period_words,
    rounding_words,
    scale_words,
    whose,
)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("us-gaap:AccountsReceivableNetCurrent", "Accounts Receivable Net Current"),
        ("ko:IRSNoticeIncomeReallocation", "IRS Notice Income Reallocation"),
        ("us-gaap:FairValueInputsLevel1Member", "Fair Value Inputs Level 1 Member"),
        ("dei:Security12bTitle", "Security 12b Title"),
        ("x:cash_on_hand", "cash on hand"),
        ("Assets", "Assets"),
    ],
)
def test_a_concept_in_words(name: str, words: str) -> None:
    assert concept_words(name) == words


def test_axes_and_members_without_their_kind() -> None:
    assert axis_words("us-gaap:StatementBusinessSegmentsAxis") == "Statement Business Segments"
    assert member_words("ko:EuropeMember") == "Europe"
    assert member_words("2027-2030 Notes") == "2027-2030 Notes"


def test_whose_a_concept_is() -> None:
    assert [whose(name) for name in ("us-gaap:Assets", "ifrs-full:Assets", "dei:DocumentType", "ko:Assets")] == [
        *("standard",) * 3,
        "the filer's own",
    ]


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (None, date(2024, 12, 31), "at December 31, 2024"),
        (date(2024, 1, 1), date(2024, 12, 31), "year ended December 31, 2024 (2024-01-01 to 2024-12-31)"),
        (date(2023, 9, 3), date(2024, 8, 31), "year ended August 31, 2024 (2023-09-03 to 2024-08-31)"),
        (date(2024, 4, 1), date(2024, 6, 30), "three months ended June 30, 2024 (2024-04-01 to 2024-06-30)"),
        (date(2024, 1, 1), date(2024, 9, 27), "nine months ended September 27, 2024 (2024-01-01 to 2024-09-27)"),
        (date(2024, 1, 1), date(2024, 2, 18), "49 days ended February 18, 2024 (2024-01-01 to 2024-02-18)"),
        (date(2024, 5, 2), date(2024, 5, 2), "on May 2, 2024"),
    ],
)
def test_a_period_in_words(start: date | None, end: date, words: str) -> None:
    assert period_words(Period(start, end)) == words


def test_scales_and_rounding() -> None:
    assert [scale_words(scale) for scale in (0, 6, -2, -5)] == [
        *("in units", "in millions", "in percent"),
        "times ten to the power −5",
    ]
    assert [rounding_words(told) for told in ("INF", "-6", "-1", "0", "1", "2", "odd")] == [
        *("exact", "rounded to millions", "rounded to tens", "rounded to units"),
        *("rounded to 1 decimal", "rounded to 2 decimals", "odd"),
    ]
