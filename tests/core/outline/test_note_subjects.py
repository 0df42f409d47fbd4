"""What notes are about, by their titles."""

import pytest

from core.outline.note_subjects import (
    fields_of,
    has_topic,
    holds_policies,
    names_policies,
    shares_single_field,
    within_field,
)


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        ("Income Taxes", True),
        ("INCOME TAXES", True),
        ("Leases", True),
        ("Segment Information", True),
        ("Earnings Per Share", True),
        ("The Harbor Master's Dog", False),
        ("", False),
    ],
)
def test_titles_name_what_notes_are_about(title: str, topic: bool) -> None:
    assert has_topic(title) is topic


@pytest.mark.parametrize(
    ("title", "names", "holds"),
    [
        ("Summary of Significant Accounting Policies", True, True),
        ("ACCOUNTING POLICIES", True, True),
        ("Use of Accounting Estimates", False, True),
        ("Income Taxes", False, False),
    ],
)
def test_the_note_of_the_policies(title: str, names: bool, holds: bool) -> None:
    assert (names_policies(title), holds_policies(title)) == (names, holds)


@pytest.mark.parametrize(
    ("title", "note", "single", "within"),
    [
        ("Deferred Income Taxes", "Income Taxes", True, True),
        ("Operating Leases", "Leases", True, True),
        ("Leases", "Income Taxes", False, False),
        ("The Harbor Master's Dog", "Income Taxes", False, True),
    ],
)
def test_a_heading_is_within_the_note_that_is_about_the_same(title: str, note: str, single: bool, within: bool) -> None:
    assert (shares_single_field(title, note), within_field(title, note)) == (single, within)


def test_earnings_a_share_are_a_field_of_their_own() -> None:
    assert fields_of("Stock Options and Earnings Per Share") == frozenset({"per_share"})
