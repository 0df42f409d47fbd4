"""Words in the margin of a table: each rule by itself, and each at its bound."""

from collections import Counter
from types import SimpleNamespace

import pytest

from core.tables.text.margins import MARGIN
from tests.core.asked import asked


def line(text: str, *figures: int) -> SimpleNamespace:
    """A line with words, and figures that begin at these columns."""
    return SimpleNamespace(
        text=text, indent=len(text) - len(text.lstrip()), figures=[SimpleNamespace(start=at) for at in figures]
    )


def margin(
    *lines: SimpleNamespace, inside: dict[int, int] | None = None, start: int = 12, left: int = 0, beside: int = 3
) -> SimpleNamespace:
    """A table's body whose captions may begin at `start`."""
    counted = Counter(inside or {12: 2})
    edge = min(start, *counted)
    return SimpleNamespace(spoken=lines, left=left, inside=counted, start=start, beside=beside, set_out=4, edge=edge)


CAPTION = line(" " * 12 + "Sold")


@pytest.mark.parametrize(
    ("rule", "told", "says"),
    [
        ("few-inside", margin(*[CAPTION] * 6, inside={12: 1, 14: 1}), None),
        ("few-inside", margin(*[CAPTION] * 7, inside={12: 1, 14: 1}), False),
        ("few-beside", margin(), None),
        ("few-beside", margin(beside=2), False),
        ("few-beside", margin(inside={12: 1}), False),
        ("few-beside", margin(left=4), None),
        ("few-beside", margin(left=5), False),
        ("few-beside", margin(start=28, inside={28: 2}), None),
        ("few-beside", margin(start=29, inside={29: 2}), False),
        ("captions-left", margin(inside={12: 2, 8: 1}), None),
        ("captions-left", margin(inside={12: 2, 7: 1}), False),
        ("names-rows", margin(line("SOLD            9", 16)), False),
        ("names-rows", margin(line("SOLD        Wool  9", 18)), None),
        ("names-rows", margin(line("SOLD          $ 9", 16)), False),
        ("names-rows", margin(line("SOLD      9", 10)), None),
        ("names-rows", margin(line(" " * 16 + "9", 16)), None),
        ("small-letters", margin(line("SOLD        Wool")), None),
        ("small-letters", margin(line("Sold        Wool")), False),
        ("small-letters", margin(*[line("SOLD        Wool")] * 4, line("Sold        Wool")), None),
        ("small-letters", margin(*[line("SOLD        Wool")] * 3, line("Sold        Wool")), False),
        ("small-letters", margin(line("SOLD        Wool"), line("Sold and lent it")), None),
        ("words-cross", margin(*[line("SOLD        Wool")] * 9, line("Sold and lent it")), None),
        ("words-cross", margin(*[line("SOLD        Wool")] * 8, line("Sold and lent it")), False),
        ("words-cross", margin(*[line("SOLD        Wool")] * 8, line("SOLD ANDYE  Wool")), None),
        ("words-cross", margin(*[line("SOLD        Wool")] * 8, line("SOLD ANDYET Wool")), False),
    ],
)
def test_what_speaks_against_a_margin(rule: str, told: SimpleNamespace, says: bool | None) -> None:
    assert asked(MARGIN, rule, told) is says
