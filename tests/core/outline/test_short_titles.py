"""Statements that are named by a word or two alone."""

import pytest

from core.document.plain import lay_out
from core.outline.lines import Lines
from core.outline.short_titles import kind_named_alone, named_alone
from core.source import Source

CASH = """
{title}

                                       1998         1997
Operating activities:                  {sales:>4}          120
Investing activities:                   90           80
"""
ASSETS = """
{title}

                                       1998         1997
Total assets                           100          120
Current assets                          90           80
"""


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Cash Flows", "cash_flow"),
        ("Consolidated Cash Flows", "cash_flow"),
        ("Income", "income_statement"),
        ("Cash Flows of the Mill", None),
        ("Wool", None),
    ],
)
def test_the_statement_that_is_named(title: str, kind: str | None) -> None:
    assert kind_named_alone(title) == kind


def named(text: str) -> list[str]:
    """The titles found in a text, every line of which may begin one."""
    lines = Lines(lay_out(Source(1, text)))
    begun = [at for at in range(lines.count) if lines.words(at)]
    return [heading.title for heading in named_alone(lines, begun, [])]


def test_two_names_alone_bear_each_other_out_and_one_does_not() -> None:
    cash, assets = CASH.format(title="Cash Flows", sales=100), ASSETS.format(title="Financial Position")
    assert named(cash) == []
    assert named(cash + assets) == ["Cash Flows", "Financial Position"]
    assert named(cash + ASSETS.format(title="Wool and Yarn")) == []


def test_a_name_without_the_lines_of_its_statement_is_none() -> None:
    assert named(CASH.format(title="Cash Flows", sales=100) + CASH.format(title="Financial Position", sales=100)) == []


def test_a_name_beside_the_years_is_enough() -> None:
    beside = """
Cash Flows                             1998         1997
--------------------------------------------------------
Operating activities:                  100          120
Investing activities:                   90           80
"""
    assert named(beside) == ["Cash Flows"]
    assert named(beside.replace("1998 ", "wool ")) == []
    assert named(beside.replace("-", " ")) == []
