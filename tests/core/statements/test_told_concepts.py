"""Concepts of rows without tags, and what concepts were called when."""

import tomllib
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from core.statements.statement import Column, StatementKind
from core.statements.told_concepts import as_of, last_day, usual_name, with_concepts
from tests.core.drawn_statement import drawn
from tests.core.statements.drawn import read_statements

DATA = tomllib.loads((Path(__file__).parents[3] / "resources/concepts/renamed.toml").read_text("utf-8"))
UNTIL = [(name, one["day"], one["name"]) for name, one in DATA["until"].items() if name not in DATA["since"]]
SINCE = [(name, one["day"], one["name"]) for name, one in DATA["since"].items() if name not in DATA["until"]]
A_DAY = timedelta(days=1)


@pytest.mark.parametrize(("usual", "day", "before"), UNTIL)
def test_a_name_that_a_concept_had_until_a_day(usual: str, day: date, before: str) -> None:
    assert (as_of(usual, day - A_DAY), as_of(usual, day), as_of(usual, None)) == (before, usual, usual)
    assert usual_name(usual, day) == usual


@pytest.mark.parametrize(("usual", "day", "after"), SINCE)
def test_a_name_that_a_concept_has_since_a_day(usual: str, day: date, after: str) -> None:
    assert (as_of(usual, day - A_DAY), as_of(usual, day), as_of(usual, None)) == (usual, after, usual)
    assert as_of(usual_name(after, day), day) == after


def test_names_of_today_are_their_own() -> None:
    assert usual_name("Assets", date(2003, 12, 31)) == as_of("Assets", date(2003, 12, 31)) == "Assets"


def test_the_last_day_of_a_statement() -> None:
    statement = drawn("          2002      2003\nCash        1         2")
    assert last_day(statement) == date(2003, 12, 31)
    assert last_day(replace(statement, columns=(Column("Total"),))) is None


SHEET = """
                      2003      2002
Inventories          7,283     7,641
Total assets         7,283     7,641
"""


def test_rows_of_statements_are_named_and_no_others() -> None:
    told = with_concepts([drawn(SHEET), drawn(SHEET, StatementKind.NOTE)])
    assert [row.concept for row in told[0].rows] == ["us-gaap:InventoryNet", "us-gaap:Assets"]
    assert [row.concept for row in told[1].rows] == [None, None]


def test_a_tag_is_not_overruled() -> None:
    (told,) = with_concepts([drawn(SHEET, concepts={"Inventories": "own:Wool"})])
    assert [row.concept for row in told.rows] == ["own:Wool", "us-gaap:Assets"]


SUMS = """                          CONSOLIDATED BALANCE SHEETS

                                               December 31,
                                             1998        1997
                                         --------    --------
ASSETS
CURRENT
Cash                                        2,126       1,866
Inventories                                 1,294       1,055
                                         --------    --------
                                            3,420       2,921
PROPERTY
Land                                          385         217
Buildings                                   2,332       1,812
                                         --------    --------
                                            2,717       2,029
                                         --------    --------
{total:38}    6,137       4,950
                                         ========    ========
"""


@pytest.mark.parametrize("total", ["TOTAL ASSETS", ""])
def test_sums_without_a_caption_are_not_all_of_what_their_heading_names(total: str) -> None:
    (told,) = read_statements(SUMS.format(total=total))
    assert told.kind is StatementKind.BALANCE_SHEET
    wholes = [row.figures[0].text for row in told.rows if row.concept == "us-gaap:Assets"]
    assert wholes == (["6,137"] if total else [])
