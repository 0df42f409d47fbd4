"""How amounts of sentences come of one another: to the last digit, and not one digit further."""

from decimal import Decimal

import pytest

from core.checks.prose.additions import left, of_rows, summed
from core.checks.prose.around import Around
from core.checks.prose.printed import Tables
from core.checks.prose.relations import change, difference, rounds_to, said_again
from core.checks.prose.said import Mention, mentions
from core.document.plain import lay_out
from core.source import Source

NO_TABLES = Tables(())


def said(text: str) -> list[Mention]:
    """The amounts of a passage."""
    return list(mentions(lay_out(Source(1, f"RESULTS\n\n     {text}\n"))))


def amount(text: str, printed: str) -> tuple[Mention, Around, list[Mention]]:
    """The amount of a passage that is printed so, those around it, and all."""
    every = said(text)
    one = next(each for each in every if each.text == printed)
    return one, Around(one, every, []), every


@pytest.mark.parametrize(
    ("exact", "told", "unit", "fits"),
    [
        (12_499, 12_000, 1_000, True),
        (12_500, 12_000, 1_000, True),
        (12_500, 13_000, 1_000, True),
        (12_999, 12_000, 1_000, True),
        (12_499, 13_000, 1_000, False),
        (13_000, 12_000, 1_000, False),
        (11_999, 12_000, 1_000, True),
        (11_000, 12_000, 1_000, False),
        (-12_500, 13_000, 1_000, True),
        (12_500, -13_000, 1_000, True),
        (12_001, 12_000, 1, False),
        (12_000, 12_000, 1, True),
    ],
)
def test_rounded_or_cut_off_at_a_unit(exact: int, told: int, unit: int, fits: bool) -> None:
    assert rounds_to(Decimal(exact), Decimal(told), Decimal(unit)) is fits


@pytest.mark.parametrize(
    ("text", "printed", "relation"),
    [
        ("In 2003 wages cost $151,000, freight $82,000, together $233,000.", "$233,000", "sum"),
        ("In 2003 wages cost $151,000, freight $82,000, together $234,000.", "$234,000", None),
        ("In 2003 wages cost $151,000, freight $82,000, rent $31,000, together $264,000.", "$264,000", "sum"),
        ("In 2003 we paid $150,000, $82,000, $31,000 and $13,000, which is $276,000.", "$276,000", None),
        ("In 2003 wages cost $3 million, freight $1.4 million, together $4.4 million.", "$4.4 million", None),
    ],
)
def test_sums_of_two_or_three_amounts_that_are_not_round(text: str, printed: str, relation: str | None) -> None:
    one, around, _ = amount(text, printed)
    link = summed(one, around)
    assert (link.relation if link is not None else None) == relation


def test_a_sum_tells_its_parts_in_order_of_nearness() -> None:
    one, around, every = amount("In 2003 wages cost $151,000, freight $82,000, together $233,000.", "$233,000")
    link = summed(one, around)
    assert link is not None
    assert (link.value, link.cites) == (Decimal(233_000), (every[0].cite, every[1].cite))


SALES = "Net sales were ${new} in 2003 compared with ${old} in 2002, {cue} of {grew}."


@pytest.mark.parametrize(
    ("new", "old", "cue", "grew", "value"),
    [
        ("45,210", "41,800", "an increase", "$3,410", 3_410),
        ("45,210", "41,800", "a decrease", "$3,410", None),
        ("41,800", "45,210", "a decrease", "$3,410", 3_410),
        ("45,210", "41,800", "an increase", "$3,411", None),
    ],
)
def test_a_rise_or_fall_between_two_years(new: str, old: str, cue: str, grew: str, value: int | None) -> None:
    one, _, every = amount(SALES.format(new=new, old=old, cue=cue, grew=grew), grew)
    link = difference(one, every, NO_TABLES)
    assert (link.value if link is not None else None) == value
    assert change(one, every, NO_TABLES) is None


@pytest.mark.parametrize(
    ("new", "old", "cue", "grew", "fits"),
    [
        ("45,210", "41,800", "an increase", "8.2%", True),
        ("45,210", "41,800", "an increase", "8.1%", True),
        ("45,210", "41,800", "an increase", "8.3%", False),
        ("45,210", "41,800", "a decrease", "8.2%", False),
        ("41,800", "45,210", "a decrease", "7.5%", True),
        ("41,800", "45,210", "a decrease", "8.2%", False),
    ],
)
def test_a_rise_or_fall_in_percent_of_the_earlier_year(new: str, old: str, cue: str, grew: str, fits: bool) -> None:
    one, _, every = amount(SALES.format(new=new, old=old, cue=cue, grew=grew), grew)
    assert (change(one, every, NO_TABLES) is not None) is fits
    assert difference(one, every, NO_TABLES) is None


def test_the_same_amount_again_is_not_itself() -> None:
    text = (
        "Interest expense on the notes was $612,345 in 2003. Interest expense on the notes of $612,345 in 2003 is high."
    )
    every = said(text)
    first, second = (each for each in every if each.text == "$612,345")
    link = said_again(first, every)
    assert link is not None
    assert (link.relation, link.value, link.cites[0]) == ("again", Decimal(612_345), second.cite)
    assert said_again(first, [first]) is None


def test_nothing_is_left_of_a_line_that_no_table_prints() -> None:
    one, around, _ = amount("In 2003 of $500,123 we spent $120,023 and $80,100, and $300,000 is left.", "$300,000")
    assert left(one, around) is None
    assert of_rows(one, NO_TABLES) is None
