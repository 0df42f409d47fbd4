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
    """How a check came out, in a sentence, and what slip would explain it. A title that only names the figure is made
    one: `Total assets, 2002: printed 17; its six lines add to 7.`"""
    told = ": " in check.title or check.title.endswith(".")
    text = f"{check.title.rstrip('.')}." if told else _told(check)
    if check.status is not Status.OFF or check.reported is None or check.expected is None:
        return text
    return f"{text} {slip(check.reported, check.expected)}".rstrip()


def _told(check: Check) -> str:
    parts = f"its {lines(len(check.cites) - 1)}"
    adds = check.rule == "footing" and len(check.cites) > 1
    if check.reported is None or check.expected is None:
        return f"{check.title}: not checked."
    if check.status is Status.TIES:
        return f"{check.title}: ties with {parts if adds else 'the other figures'}."
    held = f"{parts} add to" if adds else "the others say"
    return f"{check.title}: printed {plain(check.reported)}; {held} {plain(check.expected)}."
