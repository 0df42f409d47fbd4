"""Items that only point elsewhere, and where they point."""

import pytest

from core.outline.incorporated import INCORPORATED, Answer, exhibit_meant
from core.outline.section import Extent
from core.read.filing import Document, Format
from core.source import Source

PROXY = "The information about directors is in the Company's proxy statement and is incorporated herein by reference."


@pytest.mark.parametrize(
    ("body", "points"),
    [
        (PROXY, True),
        ("See page 12 of the annual report to shareholders.", True),
        ("", False),
        ("   \n ", False),
        ("The Company owns three mills and leases two.", False),
        (f"{PROXY} {'It owns three mills and leases two others. ' * 4}", True),
        (f"{PROXY} {'It owns three mills and leases two others. ' * 6}", False),
        (PROXY * 20, False),
    ],
)
def test_a_third_of_the_words_must_point(body: str, points: bool) -> None:
    verdict = INCORPORATED.first(Answer(body, ""))
    assert (verdict is not None and verdict.decided is Extent.WHOLE) is points


def test_a_footnote_points_for_an_item_without_words() -> None:
    assert (verdict := INCORPORATED.first(Answer("", PROXY))) is not None
    assert verdict.decided is Extent.WHOLE
    assert (verdict := INCORPORATED.first(Answer("It owns three mills. " * 40, PROXY))) is not None
    assert verdict.decided is Extent.PART
    assert INCORPORATED.first(Answer("", "Not applicable.")) is None


def documents(*told: tuple[str | None, str | None, str]) -> tuple[Document, ...]:
    return tuple(
        Document(number, kind, None, description, Format.TEXT, Source(number, text))
        for number, (kind, description, text) in enumerate(told, 1)
    )


REPORT = documents(
    ("10-K", None, ""), ("EX-13", "Selected data", ""), ("EX-13.2", "Market for common stock", ""), ("EX-21", None, "")
)


@pytest.mark.parametrize(
    ("body", "title", "sequence"),
    [
        ("See Exhibit 21.", "Properties", 4),
        ("See Exhibit 13.2 hereto.", "Properties", 3),
        ("Set forth in Exhibit No. (13).", "Selected Data", 2),
        ("Found in the annual report to shareholders.", "Market for Common Stock", 3),
        ("Found in the annual report to shareholders.", "Selected Data", 2),
        ("Found in the annual report to shareholders.", "Legal Proceedings", 2),
        ("See Exhibit 99.", "Properties", None),
        ("See the proxy statement.", "Directors", None),
        ("", "Business", None),
    ],
)
def test_the_exhibit_that_is_meant(body: str, title: str, sequence: int | None) -> None:
    assert exhibit_meant(body, title, REPORT) == sequence


def test_a_part_of_the_annual_report_is_told_by_its_first_words_too() -> None:
    parts = documents(
        ("10-K", None, ""), ("EX-13", None, "Letter"), ("EX-13", None, "Quantitative data on market risk")
    )
    assert exhibit_meant("In Exhibit 13.7.", "Market Risk", parts) is None
    assert exhibit_meant("In the annual report.", "Market Risk", parts) == 3


def test_without_an_annual_report_it_points_nowhere() -> None:
    assert exhibit_meant("In the annual report.", "Market Risk", documents(("10-K", None, ""))) is None
