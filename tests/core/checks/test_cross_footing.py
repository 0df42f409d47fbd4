"""From left to right."""

from core.checks.amounts import amounts
from core.checks.cross_footing import across
from core.statements.statement import StatementKind
from tests.core.checks.equations_told import told
from tests.core.drawn_statement import drawn

TABLE = """
                  East     West     Total
    Sales         500      300      800
    Costs         200      150      350
    Taxes         90       40       130
    Income        210      110      320
    Assets        900      700      1,600
    Debt          300      250      550
"""


def crossed(text: str) -> list[tuple[str, str]]:
    statement = drawn(text)
    return told(across(statement, amounts(statement)))


def test_every_row_adds_up_to_its_last_column() -> None:
    found = crossed(TABLE)
    assert [status for status, _ in found] == ["ties"] * 6
    assert found[0][1] == "Sales, total: 800 is what the two columns of its row add to."


def test_a_column_that_is_like_another_one_is_no_sum_of_it() -> None:
    lines = [line.split() for line in TABLE.strip().split("\n")[1:]]
    alike = [f"    {name}        {east}      {west}      {east}" for name, east, west, _ in lines]
    assert crossed("\n".join(["                  East     West     Total", *alike])) == []


def test_one_row_in_seven_may_be_off() -> None:
    found = crossed(TABLE + "    Equity        600      450      1,150\n")
    assert found[-1] == ("off", "Equity, total: printed 1,150; the two columns of its row add to 1,050.")
    assert [status for status, _ in crossed(TABLE.replace("1,600", "1,700"))] == ["ties"] * 5 + ["off"]
    assert crossed(TABLE.replace("1,600", "1,700").replace("550", "650")) == []


def test_a_first_column_may_be_the_total() -> None:
    flipped = TABLE.replace("East     West     Total", "Total    East     West")
    assert crossed(flipped) == []
    lines = [line.split() for line in TABLE.strip().split("\n")[1:]]
    moved = [f"    {name}        {total}      {east}      {west}" for name, east, west, total in lines]
    found = crossed("\n".join(["                  Total    East     West", *moved]))
    assert [status for status, _ in found] == ["ties"] * 6
    assert found[0][1] == "Sales, total: 800 is what the two columns of its row add to."


def test_without_a_total_nothing_is_asked() -> None:
    assert crossed(TABLE.replace("Total", "North")) == []
    assert (
        crossed("""
                  East     Total
    Sales         500      500
    Costs         200      200
    Taxes         90       90
    Income        210      210
    """)
        == []
    )


def test_three_rows_are_too_few() -> None:
    assert crossed("\n".join(TABLE.split("\n")[:5])) == []


def test_a_row_without_one_of_its_columns_is_not_called_off() -> None:
    found = crossed(TABLE + "    Equity        600      .        1,150\n")
    assert [status for status, _ in found] == ["ties"] * 6


def test_numbers_of_shares_are_no_part_of_the_total() -> None:
    shares = TABLE.replace("East     West     Total", "Shares   East     Total")
    assert [status for status, _ in crossed(shares)] == ["ties"] * 6  # called shares, and added all the same
    apart = "\n".join(
        line if at < 2 else f"{line[:18]}77       {line[18:]}" for at, line in enumerate(TABLE.split("\n"))
    )
    apart = apart.replace("East     West     Total", "Shares   East     West     Total")
    assert [status for status, _ in crossed(apart)] == ["ties"] * 6


QUARTERS = """
                             First    Second     Third    Fourth      Year
    Net revenues               983     1,129     1,244     1,293     4,649
    Gross profit               812       930     1,015     1,041     3,798
    Operating income           343       415       480       488     {}
    Net income                 239       289       256       362     1,146
    Taxes                      104       126       224       126       580
    High                       144       143       144       154       154
"""


def test_the_year_beside_its_quarters() -> None:
    table = drawn(QUARTERS.format("1,726"), StatementKind.QUARTERLY)
    assert [one.off for one in across(table, amounts(table))] == [False] * 5
    slipped = drawn(QUARTERS.format("1,762"), StatementKind.QUARTERLY)
    assert sum(one.off for one in across(slipped, amounts(slipped))) == 1


def test_five_columns_of_a_note_are_no_quarters() -> None:
    table = drawn(QUARTERS.format("1,726"), StatementKind.NOTE)
    assert list(across(table, amounts(table))) == []
