"""What is said of equations, and of the figures that are off."""

from decimal import Decimal

import pytest

from core.checks.causes import Cause, causes
from core.checks.check import Status
from core.checks.equation import Kind
from core.checks.telling import fails, found, name, tied
from core.statements.statement import StatementKind
from tests.core.checks.equations import term, total
from tests.core.drawn_statement import drawn

RIGHT = drawn("""
                   2003      2002
    Wool         30,000    31,000
    Yarn         10,300     9,000
    Cloth             -         -
    Total        40,300    40,000
""")
WRONG = drawn("""
                   2003      2002
    Wool         30,000    31,000
    Yarn         10,300     9,000
    Cloth             -         -
    Total        40,800    40,000
""")


@pytest.mark.parametrize(
    ("kind", "held", "failed"),
    [
        (Kind.SUM, "Total, 2003: 40,300 is what its three lines come to.", "its three lines add to 40,300"),
        (
            Kind.ACROSS,
            "Total, 2003: 40,300 is what the three columns of its row add to.",
            "the three columns of its row add to 40,300",
        ),
        (
            Kind.ROLL,
            "Total, 2003: 40,300 is the balance before it and its one change.",
            "the balance before it and its one change come to 40,300",
        ),
        (Kind.BALANCE, "Total, 2003: 40,300 are the liabilities and equity.", "liabilities and equity come to 40,300"),
        (Kind.OPENING, "Total, 2003: 40,300 is what 2003 ended with.", "2003 ended with 40,300"),
        (
            Kind.SAME,
            "Total, 2003: 40,300 in the balance sheet and in the balance sheet.",
            "the balance sheet has 40,300",
        ),
        (Kind.YEAR, "Total, 2003: 40,300 is what the four quarters add to.", "the four quarters add to 40,300"),
    ],
)
def test_an_equation_in_words(kind: Kind, held: str, failed: str) -> None:
    check = tied(total(RIGHT, 3, kind=kind))
    assert (check.status, check.title, check.reported, check.difference) == (
        Status.TIES,
        held,
        Decimal(40_300),
        Decimal(0),
    )
    assert fails(total(WRONG, 3, kind=kind)) == f"Total, 2003: printed 40,800; {failed}."


def test_one_part_two_parts_and_parts_that_are_not_simply_added() -> None:
    equation = total(RIGHT, 3)
    two = equation._replace(parts=equation.parts[:2])
    one = equation._replace(kind=Kind.ACROSS, parts=equation.parts[:1])
    assert tied(two).title == "Total, 2003: 40,300 is what its two lines come to."
    assert tied(one).title == "Total, 2003: 40,300 is what the one column of its row comes to."
    assert fails(two._replace(plain=False)).endswith("its two come to 40,300.")


def test_the_places_of_a_check_begin_with_the_figure_in_question() -> None:
    check = tied(total(RIGHT, 3))
    assert check.cites == tuple(RIGHT.rows[at].figures[0].cite for at in (3, 0, 1, 2))
    assert check.subject == "Total, 2003"


@pytest.mark.parametrize(
    ("kind", "called"),
    [
        (StatementKind.CASH_FLOW, "the statement of cash flows"),
        (StatementKind.SELECTED_DATA, "the selected data"),
        (StatementKind.NOTE, "this table"),
    ],
)
def test_what_a_table_is_called(kind: StatementKind, called: str) -> None:
    assert name(drawn("        2003\nWool      5", kind)) == called


def one_cause(kind: Kind = Kind.SUM) -> Cause:
    """The cause of a total that is off, the total itself before all that may be."""
    (cause,) = causes([total(WRONG, 3, kind=kind)], [total(WRONG, 3, 1)], dict)
    whole = next(one for one in cause.suspects if one.term.row is WRONG.rows[3])
    return cause._replace(suspects=(whole,))


def test_a_total_that_is_off_by_a_digit() -> None:
    check = found(one_cause())
    assert check.title.startswith("Total, 2003: printed 40,800; its three lines add to 40,300 (one digit wrong).")
    assert (check.reported, check.expected, check.difference) == (Decimal(40_800), Decimal(40_300), Decimal(500))
    assert check.cites[0] == WRONG.rows[3].figures[0].cite
    assert check.explains == (fails(total(WRONG, 3)),)


def test_others_that_may_be_off_are_named_with_what_they_should_be() -> None:
    cause = one_cause()
    rival = cause.first._replace(term=term(WRONG, 1), wanted=Decimal(10_800))
    title = found(cause._replace(suspects=(cause.first, rival))).title
    assert title.endswith(" Or it is Yarn, 2003 (10,800 for 10,300).")
    same = one_cause(Kind.SAME)
    assert " Or it is " not in found(same._replace(suspects=(same.first, rival))).title


@pytest.mark.parametrize(("probability", "status"), [(0.979, Status.NOT_CHECKED), (0.98, Status.OFF)])
def test_what_is_less_than_certain_is_worth_a_look(probability: float, status: Status) -> None:
    check = found(one_cause()._replace(probability=probability))
    assert check.status is status
    assert check.probability == probability
    assert check.worth_a_look is (status is Status.NOT_CHECKED)


def test_a_part_that_is_off_is_told_by_what_would_add_up() -> None:
    cause = one_cause()
    asked = next(one for one in cause.first.asked)
    part = asked.equation.parts[1]
    suspect = cause.first._replace(term=part, wanted=Decimal(10_800), asked=(asked._replace(term=part),))
    title = found(cause._replace(suspects=(suspect,))).title
    assert title.startswith("Yarn, 2003: printed 10,300; with 10,800, Total, 2003 would add up")
    again = suspect._replace(asked=(*suspect.asked, asked._replace(term=part, equation=total(WRONG, 3, 1))))
    assert ", and only so Total, 2002 would add up" in found(cause._replace(suspects=(again,))).title
    seen = suspect._replace(witness=True)
    assert ", and that is printed elsewhere" in found(cause._replace(suspects=(seen,))).title
