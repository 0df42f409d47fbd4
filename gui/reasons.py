"""Why a figure does or does not tie, in a sentence."""

from decimal import Decimal

from core.checks.check import Check, Status

COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def plain(value: Decimal | None) -> str:
    """An amount in a sentence: thousands parted, brackets where it is negative."""
    if value is None:
        return "nothing"
    text = f"{abs(value):,}"
    return f"({text})" if value < 0 else text


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


def lines(count: int) -> str:
    """How many lines a figure was added from, in words."""
    return f"{COUNTS[count] if count < len(COUNTS) else count} line{'' if count == 1 else 's'}"


def sentence(check: Check) -> str:
    """How a check came out, in a sentence: `Total assets, 2002: printed 17; its six lines add to 7.`"""
    what = check.title.rstrip(".:")
    if check.status is Status.NOT_CHECKED or check.reported is None or check.expected is None:
        return f"{what}: not checked"
    adds = check.rule.startswith("foot") and len(check.cites) > 1
    if check.status is Status.TIES:
        return f"{what}: ties with its {lines(len(check.cites) - 1)}" if adds else f"{what}: ties"
    printed = f"{what}: printed {plain(check.reported)}"
    if adds:
        text = f"{printed}; its {lines(len(check.cites) - 1)} add to {plain(check.expected)}."
    else:
        text = f"{printed}; elsewhere {plain(check.expected)}."
    return f"{text} {slip(check.reported, check.expected)}".rstrip()
