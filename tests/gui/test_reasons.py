"""Sentences about sums, and the slips of a hand that would explain them."""

from decimal import Decimal

import pytest

from core.checks.check import Check, Rule, Status
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


def test_what_slip_would_explain_a_figure_that_is_off() -> None:
    (off,) = made_up.off(made_up.analysis())
    assert sentence(off) == (
        "Total liabilities and equity, 2002: printed 17,900; its three lines add to 7,900. One digit too many?"
    )


def test_what_ties_is_told_as_it_is() -> None:
    title = "Inventories: 5 in note 3 and in the balance sheet."
    assert sentence(Check(Rule.NOTE_TIE, Status.TIES, title, Decimal(5), Decimal(5), None, ())) == title


def test_without_both_amounts_no_slip_is_guessed() -> None:
    title = "Total: no lines above it add up to it in any column."
    assert sentence(Check(Rule.FOOTING, Status.NOT_CHECKED, title, Decimal(5), None, None, (cite(1, 0, 1),))) == title
