"""What rounding explains: as much as the other sums of a filing show."""

from decimal import Decimal

import pytest

from core.checks.check import Rule, Status
from core.checks.equation import Equation, Kind, Term
from core.checks.rounding import rounded
from core.checks.tie_out import foot
from tests.core.checks.equations import term
from tests.core.drawn_statement import drawn

LINES = (4_211, 3_042, 1_977, 2_508, 6_120, 5_335, 1_204, 2_883)


def of_lines(off: int, digits: int = 1, slack: int = 4) -> Equation:
    """The sum of eight lines that misses by so many units."""
    values = [line * digits for line in LINES]
    rows = "\n".join(f"    Line {at}          {value:,}" for at, value in zip("abcdefgh", values, strict=True))
    table = drawn(f"                     2003\n{rows}\n    Total           {sum(values) + off:,}\n")
    parts = tuple(term(table, at) for at in range(len(LINES)))
    return Equation(Kind.SUM, Rule.FOOTING, term(table, len(LINES)), parts, slack, Decimal(1), 0.001, "Total, 2003")


def beside(one: Equation, exact: int, missed: int) -> list[Equation]:
    """An equation among others that come out exactly, and that miss by one."""
    return [one, *[of_lines(0)] * exact, *[of_lines(1)] * missed]


@pytest.mark.parametrize(
    ("off", "exact", "missed", "fails"),
    [
        pytest.param(3, 40, 0, True, id="nothing else misses"),
        pytest.param(-3, 40, 1, True, id="hardly anything else misses"),
        pytest.param(2, 40, 0, False, id="two units"),
        pytest.param(3, 30, 10, False, id="sums of the filing are rounded"),
        pytest.param(4, 30, 10, True, id="more than such sums miss by"),
        pytest.param(3, 0, 0, False, id="nothing else is known"),
    ],
)
def test_a_long_sum_may_miss_by_what_the_others_miss_by(off: int, exact: int, missed: int, fails: bool) -> None:
    assert not of_lines(off).off
    assert rounded(beside(of_lines(off), exact, missed))[0].off is fails


def test_a_table_is_exact_by_itself() -> None:
    own = of_lines(3)
    again = [own._replace(whole=Term(1, own.total, *own.whole[2:])) for _ in range(4)]
    assert rounded([own, *again])[0].off
    other = own._replace(whole=Term(1, own.total + 1, *own.whole[2:]))
    assert not rounded([own, *again, other])[0].off


def test_a_small_miss_is_seldom_a_wrong_reading() -> None:
    small, large = beside(of_lines(7, 10), 40, 0), beside(of_lines(70_000, 10), 40, 0)
    assert rounded(small)[0].misread < 0.3 * rounded(large)[0].misread
    assert rounded(large)[0].misread == 0.001


def test_hardly_more_than_rounding_is_doubted_where_sums_are_rounded() -> None:
    exact, loose = beside(of_lines(12, 10), 40, 0), beside(of_lines(12, 10), 30, 10)
    assert rounded(loose)[0].misread > 5 * rounded(exact)[0].misread


def test_what_is_no_sum_is_left_as_it_is() -> None:
    same = of_lines(3)._replace(kind=Kind.SAME)
    assert rounded(beside(same, 40, 0))[0] is same


EXACT = """
                                        2003        2002
    Cash                               1,211         913
    Receivables                        3,417       3,102
    Inventories                        2,056       2,604
    Prepaid expenses                     118         131
    Deferred taxes                       244         209
    Other                                 {}          83
                                      ------      ------
    Total current assets               7,137       7,042
    Land                                 500         512
    Buildings                          4,107       4,023
    Machines                           5,013       4,777
                                      ------      ------
    Total property                     9,620       9,312
    Patents                              331         347
    Goodwill                             800         812
    Other assets                          29          41
                                      ------      ------
    Total other assets                 1,160       1,200
"""


@pytest.mark.parametrize(("printed", "off"), [("91", 0), ("93", 0), ("94", 1), ("88", 1)])
def test_a_slip_in_the_last_digit(printed: str, off: int) -> None:
    checks = foot(drawn(EXACT.format(printed)))
    found = [check for check in checks if check.probability is not None]
    assert len(found) == off
    assert all(check.expected == Decimal(91) or "Total current assets" in check.title for check in found)
    assert Status.TIES in {check.status for check in checks}


def test_a_small_difference_between_two_tables_is_seldom_two_lines() -> None:
    said = drawn(
        "                 2003\n    One          512,345\n    Two          512,352\n    Three        532,345\n",
        scale=1000,
    )

    def again(row: int) -> Equation:
        whole, part = (term(said, at)._replace(value=term(said, at).value * 1000) for at in (0, row))
        return Equation(Kind.SAME, Rule.NOTE_TIE, whole, (part,), 1000, Decimal(1), 0.001, "One, 2003")

    assert rounded([again(1)])[0].misread < 0.0001
    assert rounded([again(2)])[0].misread == 0.001
