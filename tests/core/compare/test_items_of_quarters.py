"""Every Item of a quarterly report and the one of an annual report that it answers to."""

import pytest

from core.outline.section import Section
from tests.core.compare.test_sections import ITEM, PART, filing, section, told

NUMBERS = ("1", "1A", "2", "3", "4", "5", "6", "7", "7A", "8", "9A", "9B", "15")
YEAR = filing(section(PART, "I", "Part", *(section(ITEM, number, f"Year {number}") for number in NUMBERS)))


def _quarter(part: str, number: str) -> Section:
    return section(PART, part, "Part of a quarter", section(ITEM, number, "Wicks of brass"))


@pytest.mark.parametrize(
    ("part", "number", "answer"),
    [
        ("I", "1", "8"),
        ("I", "2", "7"),
        ("I", "3", "7A"),
        ("I", "4", "9A"),
        ("I", "5", None),
        ("II", "1", "3"),
        ("II", "1A", "1A"),
        ("II", "2", "5"),
        ("II", "3", None),
        ("II", "4", "4"),
        ("II", "5", "9B"),
        ("II", "6", "15"),
        ("II", "7", None),
    ],
)
def test_an_item_of_a_quarter_answers_to_that_of_its_subject(part: str, number: str, answer: str | None) -> None:
    found = dict(told(filing(_quarter(part, number), form="10-Q"), YEAR))
    assert found["Wicks of brass"] == (f"Year {answer}" if answer else None)


@pytest.mark.parametrize("form", ["10-Q", "10-Q/A", "10-QSB"])
def test_two_quarters_answer_by_part_and_number(form: str) -> None:
    old, new = (filing(_quarter("I", "1"), _quarter("II", "1"), form=kind) for kind in ("10-Q", form))
    assert len(told(old, new)) == 2 * 2
    assert all(before == after for before, after in told(old, new))
