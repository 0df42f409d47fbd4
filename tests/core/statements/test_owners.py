"""Whose a statement is, where one filing holds those of several companies."""

import pytest

from core.statements.lead_in import Above
from core.statements.owners import owner_of
from tests.core.statements.drawn import read_statements

TITLE = "STATEMENTS OF INCOME"
TABLE = """
                                   1998       1997
                                 -------    -------
Net revenues                     $ 8,460    $ 9,750
Cost of revenues                   5,394      6,067
Interest expense                      75         94
Income before income taxes         1,000        900
Provision for income taxes           300        270
Net income                       $   700    $   630
"""


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("BROOK MILLS COMPANY", "BROOK MILLS COMPANY"),
        ("Brook Mills, Inc. and Subsidiaries", "Brook Mills, Inc. and Subsidiaries"),
        ("Financial Statements", None),
        ("Brook Mills", None),
    ],
)
def test_the_line_above_the_title(line: str, owner: str | None) -> None:
    assert owner_of(Above((line, TITLE, "(in thousands)"), "", ()), TITLE) == owner


def test_no_line_above_the_title() -> None:
    assert owner_of(Above((TITLE, "BROOK MILLS COMPANY"), "", ()), TITLE) is None


def _titles(*owners: str) -> list[str | None]:
    pages = [f"                    {owner}\n\n                 {TITLE}\n\n{TABLE}\n" for owner in owners]
    return [one.title for one in read_statements("\n".join(pages))]


def test_statements_of_several_companies_say_whose_they_are() -> None:
    assert _titles("BROOK MILLS COMPANY", "HOLLOW GAS COMPANY") == [
        f"BROOK MILLS COMPANY - {TITLE}",
        f"HOLLOW GAS COMPANY - {TITLE}",
    ]


def test_whose_a_statement_is_stands_beside_its_title() -> None:
    pages = [
        f"                    {name} GAS COMPANY\n\n                 {TITLE}\n\n{TABLE}\n" for name in ("BROOK", "HULL")
    ]
    assert [one.owner for one in read_statements("\n".join(pages))] == ["BROOK GAS COMPANY", "HULL GAS COMPANY"]


def test_those_of_one_company_do_not() -> None:
    assert _titles("BROOK MILLS COMPANY", "BROOK MILLS COMPANY") == [TITLE, TITLE]
