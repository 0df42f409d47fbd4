"""Verdicts: what most weight speaks for, the next best, and how often each rule spoke."""

from core.evidence import Clue, Recogniser, Rule, Verdict, counted, judged, single

SIZES: Recogniser[int, str] = Recogniser(
    "size",
    "How large is it?",
    (
        Rule("huge", 5.0, "over a thousand is large", lambda n: "large" if n > 1_000 else None),
        Rule("odd", 2.0, "odd ones are small", lambda n: "small" if n % 2 else None),
        Rule("round", 1.5, "multiples of ten are large", lambda n: "large" if n % 10 == 0 else None),
    ),
)


def test_the_first_rule_that_speaks_decides() -> None:
    verdict = SIZES.first(2_001)
    assert verdict is not None
    assert (verdict.decided, verdict.score, [clue.rule for clue in verdict.clues]) == ("large", 5.0, ["size/huge"])
    assert SIZES.first(2) is None


def test_all_rules_together_decide_and_the_next_best_is_kept() -> None:
    verdict = SIZES.weigh(2_001)
    assert verdict is not None
    assert (verdict.decided, verdict.score) == ("large", 5.0)
    assert (verdict.alternative, verdict.alternative_score, verdict.margin) == ("small", 2.0, 3.0)
    assert not verdict.thin


def test_a_near_alternative_is_thin() -> None:
    verdict: Verdict[str] | None = judged((Clue("a", 2.0, "x"), Clue("b", 1.5, "y")))
    assert verdict is not None
    assert verdict.thin


def test_clues_against_count_too() -> None:
    verdict: Verdict[str] | None = judged((Clue("a", 2.0, "x"), Clue("b", -3.0, "x"), Clue("c", 0.5, "y")))
    assert verdict is not None
    assert (verdict.decided, verdict.alternative, verdict.margin) == ("y", "x", 1.5)


def test_no_clue_is_no_verdict() -> None:
    assert judged(()) is None
    assert SIZES.weigh(2) is None


def test_rules_are_counted_for_what_was_decided() -> None:
    verdicts = [verdict for verdict in map(SIZES.weigh, (2_000, 2_001, 3)) if verdict]
    assert counted(verdicts) == {"size/huge": 2, "size/round": 1, "size/odd": 1}
    assert counted([single("tag", 1)]) == {"tag": 1}
