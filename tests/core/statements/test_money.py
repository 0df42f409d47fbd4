"""Money is claimed only where something says so: signs, heads, scales, captions, a tie to a statement."""

import pytest

from core.statements.scale import CURRENCY, SCALE, Printed
from core.statements.statement import Statement, StatementKind, Unit
from tests.core.statements.drawn import read_statements

NOTE = """Notes to Consolidated Financial Statements

Note 1.  Details

{lead}

                                      1998         1997
                                    ------       ------
{rows}"""
MILES = """Locomotives                          1,200        1,100
Freight cars                         4,400        4,390
"""
DEBT = """Notes payable                        1,200        1,100
Bonds payable                        4,400        4,390
"""
BALANCE = """CONSOLIDATED BALANCE SHEETS
(In thousands)

                                      1998         1997
                                    ------       ------
Assets
Cash                              $  1,200     $  1,100
Looms                                4,400        4,390
                                    ------       ------
Total assets                      $  5,600     $  5,490
                                    ======       ======
Liabilities and stockholders' equity
Accounts payable                  $  1,000     $    900
Stockholders' equity                 4,600        4,590
                                    ------       ------
Total liabilities and equity      $  5,600     $  5,490
                                    ======       ======
"""


def _note(rows: str, lead: str = "The mill has the following:") -> Statement:
    return read_statements(NOTE.format(rows=rows, lead=lead))[-1]


def _units(statement: Statement) -> set[Unit | None]:
    return {row.unit for row in statement.rows if row.figures}


def test_nothing_says_what_is_counted() -> None:
    found = _note(MILES)
    assert (_units(found), found.currency, found.currency_verdict) == ({None}, None, None)


def test_captions_of_amounts_are_money_in_dollars_on_a_domestic_form() -> None:
    found = _note(DEBT)
    assert (_units(found), found.currency) == ({Unit.MONEY}, "USD")
    assert found.currency_verdict is not None
    assert found.currency_verdict.clues[0].rule == "currency/domestic-form"


def test_a_sign_is_money() -> None:
    assert _units(_note(MILES.replace("     1,200", "   $ 1,200"))) == {Unit.MONEY}


def test_what_stands_behind_the_scale_is_counted() -> None:
    rows = "Residential                          1,200        1,100\nSales to others     4,400        4,390\n"
    found = read_statements(
        NOTE.format(rows=rows, lead="x").replace("Note 1.  Details", "Energy\n(In millions of therms)")
    )[-1]
    assert _units(found) == {Unit.NUMBER}


def test_a_table_that_ties_to_a_statement_is_money() -> None:
    same = MILES.replace("4,400        4,390", "5,600        5,490")
    statements = read_statements(BALANCE + "\n\n" + NOTE.format(rows=same, lead="As of December 31:"))
    found = statements[-1]
    assert found.kind is StatementKind.NOTE
    assert (_units(found), found.currency) == ({Unit.MONEY}, "USD")
    assert {row.unit_verdict.clues[0].rule for row in found.rows if row.unit_verdict} == {
        "table-unit/ties-to-a-statement"
    }


@pytest.mark.parametrize(
    ("printed", "rule", "scale"),
    [
        (Printed(StatementKind.NOTE, stub="(In thousands)", titles=("(In millions)",)), "stub", 1_000),
        (
            Printed(StatementKind.EQUITY, stub="(In thousands)", titles=("(In millions)",)),
            "titles-of-equity",
            1_000_000,
        ),
        (Printed(StatementKind.NOTE, lead="is as follows (in millions):"), "lead-in", 1_000_000),
        (Printed(StatementKind.NOTE, common_scale=1_000), "document", 1_000),
    ],
)
def test_a_scale_names_its_rule(printed: Printed, rule: str, scale: int) -> None:
    verdict = SCALE.first(printed)
    assert verdict is not None
    assert (verdict.clues[0].rule, verdict.decided) == (f"scale/{rule}", scale)


def test_an_other_table_does_not_take_the_scale_of_the_statements() -> None:
    assert SCALE.first(Printed(StatementKind.OTHER, common_scale=1_000)) is None


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        (Printed(StatementKind.NOTE, head=("RMB",), signs=frozenset({"USD"}), form="20-F"), "CNY"),
        (Printed(StatementKind.NOTE, signs=frozenset({"EUR"}), form="10-K"), "EUR"),
        (Printed(StatementKind.NOTE, titles=("(Dollars in millions)",), form="10-K"), "USD"),
        (Printed(StatementKind.NOTE, titles=("(Dollars in millions)",), form="20-F"), None),
        (Printed(StatementKind.NOTE, form="20-F"), None),
        (Printed(StatementKind.NOTE, common_currency="EUR", form="10-K"), "EUR"),
    ],
)
def test_a_currency(printed: Printed, code: str | None) -> None:
    verdict = CURRENCY.first(printed)
    assert (verdict.decided if verdict is not None else None) == code
