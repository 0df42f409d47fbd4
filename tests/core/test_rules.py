"""Every rule is listed: all Recogniser constants of core are found, wherever they stand, and no name is borne twice."""

import importlib
import pkgutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import core
from core import rules as rules_module
from core import rules_report
from core.evidence import Recogniser, Rule, Verdict, counted, hearing, single
from core.rules import Spoken, recognisers, rules, silent
from tests.core.made_up import submission

KETTLES: Recogniser[str, str] = Recogniser(
    "kettle",
    "Is it a kettle?",
    (
        Rule("whistles", 5.0, "a kettle whistles", lambda heard: "kettle" if "whistle" in heard else None),
        Rule("boils", 2.0, "what boils is a pot or a kettle", lambda heard: "pot" if "boil" in heard else None),
        Rule("rings", 3.0, "what rings is a bell", lambda heard: "bell" if "ring" in heard else None),
    ),
)


@pytest.fixture
def kettles(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A house that knows kettles alone."""
    monkeypatch.setattr(rules_module, "homes", lambda: {"kitchen.KETTLES.kettle": KETTLES})
    rules.cache_clear()
    yield
    rules.cache_clear()


def everywhere() -> Iterator[tuple[str, str, Recogniser[object, str]]]:
    """Every Recogniser that any module of core holds: the module, its name there, and itself."""
    for module in pkgutil.walk_packages(core.__path__, "core."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, Recogniser):
                yield module.name, name, value


def test_every_recogniser_of_core_is_listed() -> None:
    listed = {id(recogniser) for recogniser in recognisers()}
    assert [f"{module}.{name}" for module, name, value in everywhere() if id(value) not in listed] == []


def test_no_two_rules_and_no_two_recognisers_have_one_name() -> None:
    names = Counter(recogniser.name for recogniser in recognisers())
    assert [name for name, times in names.items() if times > 1] == []
    for recogniser in recognisers():
        own = Counter(rule.name for rule in recogniser.rules)
        assert [f"{recogniser.name}/{name}" for name, times in own.items() if times > 1] == []


def test_every_rule_says_what_it_knows_and_every_recogniser_what_it_asks() -> None:
    assert [name for name, named in rules().items() if not named.rule.knows or not named.recogniser.asks] == []


def test_all_verdicts_are_heard_while_somebody_listens() -> None:
    with hearing() as heard:
        KETTLES.weigh("boil whistle")
        KETTLES.first("whistle")
        KETTLES.decide("ring")
        KETTLES.weigh("nothing")
    KETTLES.weigh("whistle")
    assert counted(heard) == {"kettle/whistles": 2, "kettle/rings": 1}


def test_rules_are_counted_over_filings(tmp_path: Path) -> None:
    """Of what is kept (the kind of a statement) and of what is not (the head of a table)."""
    path = tmp_path / "kettle.txt"
    path.write_text(submission())
    counts = {each.named.name: each.times for each in rules_report.counts([path, path])}
    assert counts["statement-kind/title-above"] == 2
    assert sum(times for name, times in counts.items() if name.startswith("columns-under/")) > 0


@pytest.mark.usefixtures("kettles")
def test_the_silent_rules_are_those_of_the_recogniser_that_spoke() -> None:
    verdict: Verdict[str] | None = KETTLES.weigh("whistle")
    assert verdict is not None
    assert [named.name for named in silent(verdict)] == ["kettle/boils", "kettle/rings"]
    assert silent(single("elsewhere/said", "kettle")) == ()


@pytest.mark.usefixtures("kettles")
def test_the_list_in_words() -> None:
    from core.rules_report import as_json, as_text

    counted = tuple(Spoken(named, times) for times, named in enumerate(rules().values(), 1))
    assert as_text(counted).splitlines()[:3] == [
        "kettle: Is it a kettle?",
        "       1  whistles     +5  a kettle whistles (nearly enough by itself)",
        "       2  boils        +2  what boils is a pot or a kettle (a sign)",
    ]
    assert as_text(None).splitlines()[3] == "  rings        +3  what rings is a bell (a good sign)"
    assert [rule["decided"] for rule in as_json(counted)["rules"]] == [1, 2, 3]
    assert [rule["decided"] for rule in as_json(None)["rules"]] == [None, None, None]
