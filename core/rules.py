"""Every rule of every recogniser: found where they stand, asked for by name, counted over filings."""

import importlib
import pkgutil
from functools import cache
from typing import Any, NamedTuple

from core.evidence import Recogniser, Rule, Verdict

READERS = ("markup", "read", "document", "facts", "outline", "tables", "statements")
"""The packages of `core` that recognise something."""
_Rule = Rule[Any, Any]
_Recogniser = Recogniser[Any, Any]


class Named(NamedTuple):
    """A rule with its whole name (`note-heading/numbered`), its recogniser, and the package that the recogniser is of."""

    name: str
    rule: _Rule
    recogniser: _Recogniser
    package: str


class Spoken(NamedTuple):
    """How often a rule spoke for what was decided."""

    named: Named
    times: int


@cache
def homes() -> dict[str, _Recogniser]:
    """Every public Recogniser constant of the packages that read, by the module and the name it is defined with."""
    found: dict[str, _Recogniser] = {}
    known: set[int] = set()
    for package in READERS:
        home = importlib.import_module(f"core.{package}")
        for module in pkgutil.walk_packages(home.__path__, f"core.{package}."):
            for name, value in vars(importlib.import_module(module.name)).items():
                if isinstance(value, Recogniser) and not name.startswith("_") and id(value) not in known:
                    known.add(id(value))
                    found[f"{package}.{name}.{value.name}"] = value
    return found


def recognisers() -> tuple[_Recogniser, ...]:
    """The same in the order of their own names, each once."""
    return tuple(sorted(homes().values(), key=lambda one: one.name))


@cache
def rules() -> dict[str, Named]:
    """Every rule by its whole name, recognisers in the order of their names, rules as they are asked."""
    packages = {id(recogniser): home.partition(".")[0] for home, recogniser in homes().items()}
    return {
        name: Named(name, rule, recogniser, packages.get(id(recogniser), ""))
        for recogniser in recognisers()
        for rule in recogniser.rules
        for name in (f"{recogniser.name}/{rule.name}",)
    }


def silent(verdict: Verdict[Any]) -> tuple[Named, ...]:
    """The rules of the recognisers that spoke here which did not themselves speak, in order."""
    spoke = {clue.rule for clue in verdict.clues}
    asked = {name.partition("/")[0] for name in spoke}
    return tuple(named for name, named in rules().items() if named.recogniser.name in asked and name not in spoke)
