"""How the checks of a filing came out, with what the reader accepts left aside; small, for the window begins with it."""

from collections.abc import Iterable
from dataclasses import dataclass

from core.checks.check import Check, Status
from core.places import Places
from gui.remarks import OfFiling, key_of_check


@dataclass(frozen=True, slots=True)
class Counts:
    """How many checks tie, do not tie, do not tie but are accepted by the reader, and are not certain but worth a look."""

    ties: int
    off: int
    accepted: int
    look: int


def counts(places: Places, noted: OfFiling) -> Counts:
    """The checks of a filing by how they came out."""
    checks = places.analysis.checks
    off = [check for check in checks if check.status is Status.OFF]
    accepted = sum(noted.why(key_of_check(check)) is not None for check in off)
    ties, look = sum(check.status is Status.TIES for check in checks), sum(check.worth_a_look for check in checks)
    return Counts(ties, len(off) - accepted, accepted, look)


def still_off(checks: Iterable[Check], noted: OfFiling) -> list[Check]:
    """Those that do not tie and are not accepted."""
    return [check for check in checks if check.status is Status.OFF and noted.why(key_of_check(check)) is None]
