"""Sentences about sums, and the slips of a hand that would explain them."""

from decimal import Decimal

import pytest

from core.checks.check import Check, Status
from core.source import cite
from gui.reasons import sentence, slip
from tests.gui import made_up


@pytest.mark.parametrize(
    ("reported", "expected", "said"),
    [
        ("44737864", "4737864", "One digit too many?"),
        ("4737864", "44737864", "One digit missing?"),
        ("1234", "1243", "Two digits swapped?"),
        ("1234", "1934", "One digit wrong?"),
        ("100", "-100", "Wrong sign?"),
        ("1234", "5678", ""),
        ("12.5", "1.25", ""),
    ],
)
def test_slips(reported: str, expected: str, said: str) -> None:
    assert slip(Decimal(reported), Decimal(expected)) == said


def test_a_title_that_names_the_figure_becomes_a_sentence() -> None:
    (off,) = made_up.off(made_up.analysis())
    assert sentence(off) == (
        "Total liabilities and equity, 2002: printed 17,900; its three lines add to 7,900. One digit too many?"
    )


def test_a_title_that_is_a_sentence_is_kept() -> None:
    check = Check("note_tie", Status.TIES, "Inventories: 5 in note 3 and in the balance sheet.", None, None, None, ())
    assert sentence(check) == "Inventories: 5 in note 3 and in the balance sheet."


def test_what_was_not_checked_says_so() -> None:
    check = Check("footing", Status.NOT_CHECKED, "Total", Decimal(5), None, None, (cite(1, 0, 1),))
    assert sentence(check) == "Total: not checked."


def test_a_title_that_ends_as_a_sentence_is_kept() -> None:
    title = "us-gaap:Assets is tagged as 175 in one place and as 75 in another, for the same period."
    off = Check("tag_tie", Status.OFF, title, Decimal(75), Decimal(175), None, ())
    assert sentence(off) == f"{title} One digit missing?"
