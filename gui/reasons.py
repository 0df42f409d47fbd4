"""Why a figure does or does not tie, in a sentence."""

from decimal import Decimal

from core.checks.check import Check, Status

WHY = "Why Is This Read So?"
"""What the reader asks, in menus."""


def slip(reported: Decimal, expected: Decimal) -> str:
    """The slip of a hand that would explain the difference, as a question; empty where none does."""
    digits, wanted = (str(abs(value)).replace(".", "").strip("0") for value in (reported, expected))
    if reported == -expected:
        return "Wrong sign?"
    if _one_more(digits, wanted):
        return "One digit too many?"
    if _one_more(wanted, digits):
        return "One digit missing?"
    if len(digits) == len(wanted):
        apart = [index for index, pair in enumerate(zip(digits, wanted, strict=True)) if pair[0] != pair[1]]
        if len(apart) == 1:
            return "One digit wrong?"
        if len(apart) == 2 and apart[1] == apart[0] + 1 and sorted(digits) == sorted(wanted):
            return "Two digits swapped?"
    return ""


def _one_more(longer: str, shorter: str) -> bool:
    if len(longer) != len(shorter) + 1 or len(shorter) < 2:
        return False
    return any(longer[:index] + longer[index + 1 :] == shorter for index in range(len(longer)))


def sentence(check: Check) -> str:
    """How a check came out, in a sentence, and what slip would explain it."""
    if check.probability is not None:
        return check.title
    if check.status is not Status.OFF or check.reported is None or check.expected is None:
        return check.title
    return f"{check.title} {slip(check.reported, check.expected)}".rstrip()
