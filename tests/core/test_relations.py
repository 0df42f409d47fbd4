"""What figures have to do with one another, by the checks that were made."""

from decimal import Decimal

from core.checks.check import Check, Rule, Status
from core.relations import Related
from core.source import Cite, cite

TOTAL, ONE, TWO, THREE, AGAIN, SAID = (cite(1, at, at + 5) for at in (100, 10, 20, 30, 200, 300))


def check(rule: Rule, *cites: Cite, status: Status = Status.TIES, probability: float | None = None) -> Check:
    return Check(rule, status, "", Decimal(1), Decimal(1), Decimal(0), cites, probability=probability)


RELATED = Related(
    [
        check(Rule.FOOTING, TOTAL, ONE, TWO),
        check(Rule.NOTE_TIE, AGAIN, TOTAL),
        check(Rule.PROSE_TIE, SAID, AGAIN),
        check(Rule.PROSE_TIE, THREE, SAID, status=Status.OFF),
        check(Rule.TAG_TIE, TOTAL, ONE, THREE),
        check(Rule.FOOTING, ONE, THREE, status=Status.NOT_CHECKED),
    ],
    {ONE: Decimal(4), TWO: Decimal(6), TOTAL: Decimal(10), AGAIN: Decimal(10)}.get,
)


def test_a_total_is_made_of_its_parts_and_they_go_into_it() -> None:
    assert [one.cite for one in RELATED.of(TOTAL).parts] == [ONE, TWO]
    assert [one.cite for one in RELATED.of(ONE).totals] == [TOTAL]
    assert RELATED.of(ONE).parts == ()


def test_where_a_figure_stands_again_is_followed_from_place_to_place() -> None:
    assert [one.cite for one in RELATED.of(TOTAL).same] == [AGAIN, SAID, THREE]
    assert [one.off for one in RELATED.of(TOTAL).same] == [False, False, True]


def test_but_not_on_from_a_place_that_prints_another_figure() -> None:
    assert [one.cite for one in RELATED.of(THREE).same] == [SAID]


def test_every_relation_leads_back() -> None:
    for here in (TOTAL, ONE, TWO, AGAIN, SAID):
        found = RELATED.of(here)
        assert all(here in {back.cite for back in RELATED.of(one.cite).totals} for one in found.parts)
        assert all(here in {back.cite for back in RELATED.of(one.cite).parts} for one in found.totals)
        assert all(here in {back.cite for back in RELATED.of(one.cite).same} for one in found.same if not one.off)


def test_an_amount_is_found_by_a_place_in_it() -> None:
    assert RELATED.at(1, 304) == SAID
    assert RELATED.at(1, 305) is None
    assert RELATED.at(2, 304) is None
    assert RELATED.at(1, 2) is None


def test_what_is_worth_a_look_is_a_relation_too() -> None:
    look = Related([check(Rule.NOTE_TIE, ONE, TWO, status=Status.NOT_CHECKED, probability=0.5)], lambda _: None)
    assert [(one.cite, one.off) for one in look.of(ONE).same] == [(TWO, True)]
    assert not look.of(THREE)
    assert look.of(ONE)


def test_figures_that_only_bear_a_finding_out_are_no_parts_of_it() -> None:
    off = Check(Rule.FOOTING, Status.OFF, "", Decimal(19), Decimal(10), Decimal(9), (TOTAL, ONE, TWO, AGAIN, SAID))
    found = Related([off], {ONE: Decimal(4), TWO: Decimal(6), AGAIN: Decimal(77), SAID: Decimal(80)}.get)
    assert [(one.cite, one.off) for one in found.of(TOTAL).parts] == [(ONE, True), (TWO, True)]
    assert not found.of(AGAIN)
    unknown = Related([off], {ONE: Decimal(5), TWO: Decimal(6)}.get)
    assert not unknown.of(TOTAL)
