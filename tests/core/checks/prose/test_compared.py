"""Sentences that tell two amounts and the change between them, one of the three misprinted."""

import pytest

from core.checks.check import Check, Status
from core.checks.prose.tie import tie_prose
from core.document.plain import lay_out
from core.source import Source

SAID = (
    "Sales of kettles were ${one} million in 2003, compared with ${other} million in 2002, "
    "an increase of ${change} million{percent}."
)
AS_IT_IS = {"one": "52.43", "other": "41.12", "change": "11.31", "percent": ", or 27.5%"}


def off(**changed: str) -> list[Check]:
    """What is called off when some of the amounts are changed."""
    text = SAID.format(**{**AS_IT_IS, **changed})
    checks = tie_prose([lay_out(Source(1, f"\n{text}  The mill sold them all over the land, as it did before.\n"))], ())
    return [check for check in checks if check.status is Status.OFF]


def test_what_agrees_is_left_alone() -> None:
    assert off() == []


@pytest.mark.parametrize(
    ("which", "printed"),
    [("one", "62.43"), ("one", "54.23"), ("other", "44.12"), ("change", "14.31"), ("change", "13.11")],
)
def test_the_one_that_is_mended_by_a_slip_and_fits_the_percentage_is_named(which: str, printed: str) -> None:
    (check,) = off(**{which: printed})
    assert check.subject == f"${printed} million"
    assert check.expected is not None
    assert f"{check.expected / 10**6:.2f}" == AS_IT_IS[which]


def test_without_a_percentage_it_is_not_known_which_is_wrong() -> None:
    (check,) = off(one="62.43", percent="")
    assert check.expected is None
    assert len(check.cites) == 3
    assert "$62.43 million" in check.title
    assert check.title.endswith("the change is $11.31 million; that is 21,310,000.")


@pytest.mark.parametrize(
    "changed",
    [
        {"change": "39.68"},
        {"one": "52.4", "change": "11.3", "percent": ""},
        {"one": "52.44"},
    ],
    ids=["no slip", "rounded otherwise", "as far as it is rounded"],
)
def test_what_no_slip_explains_is_left_alone(changed: dict[str, str]) -> None:
    assert off(**changed) == []
