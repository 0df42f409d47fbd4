"""Every rule of every recogniser: found where they stand, asked for by name, counted over filings."""

import importlib
import pkgutil
from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

from core.evidence import Recogniser, Rule, Verdict, counted

READERS = ("markup", "read", "document", "facts", "outline", "tables", "statements")
"""The packages of `core` that recognise something."""
_Rule = Rule[Any, Any]
_Recogniser = Recogniser[Any, Any]


class Named(NamedTuple):
    """A rule with its whole name (`note-heading/numbered`) and its recogniser."""

    name: str
    rule: _Rule
    recogniser: _Recogniser


class Spoken(NamedTuple):
    """How often a rule spoke for what was decided."""

    named: Named
    times: int


@cache
def recognisers() -> tuple[_Recogniser, ...]:
    """Every public Recogniser constant of the packages that read, in the order of their names, each once."""
    found: dict[int, _Recogniser] = {}
    for package in READERS:
        home = importlib.import_module(f"core.{package}")
        for module in pkgutil.walk_packages(home.__path__, f"core.{package}."):
            for name, value in vars(importlib.import_module(module.name)).items():
                if isinstance(value, Recogniser) and not name.startswith("_"):
                    found[id(value)] = value
    return tuple(sorted(found.values(), key=lambda one: one.name))


@cache
def rules() -> dict[str, Named]:
    """Every rule by its whole name, in the order in which each recogniser asks them."""
    return {
        name: Named(name, rule, recogniser)
        for recogniser in recognisers()
        for rule in recogniser.rules
        for name in (f"{recogniser.name}/{rule.name}",)
    }


def silent(verdict: Verdict[Any]) -> tuple[Named, ...]:
    """The rules of the recognisers that spoke here which did not themselves speak, in order."""
    spoke = {clue.rule for clue in verdict.clues}
    asked = {name.partition("/")[0] for name in spoke}
    return tuple(named for name, named in rules().items() if named.recogniser.name in asked and name not in spoke)


def spoken(verdicts: Iterable[Verdict[Any]]) -> tuple[Spoken, ...]:
    """Every rule with how often it spoke for what was decided in these verdicts."""
    times = Counter(counted(verdicts))
    return tuple(Spoken(named, times[name]) for name, named in rules().items())
