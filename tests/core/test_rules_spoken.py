"""Every rule speaks of the least text that shows what it knows, and is silent without the words that it goes by.

The texts stand in `rules_spoken/`, a file for each package of core; no line of a text can be left out. A new rule gets a pair.
"""

from pathlib import Path

import pytest

from core.rules import rules
from tests.core.spoken import TABLES, Pair, pairs, spoken

UNPAIRED = TABLES / "unpaired.txt"
"""The rules that have no pair yet: a list that only gets shorter."""


@pytest.mark.parametrize("pair", list(pairs()), ids=lambda pair: pair.rule)
def test_a_rule_speaks_of_what_it_knows_and_not_without(pair: Pair, tmp_path: Path) -> None:
    assert pair.without in pair.text
    assert spoken(pair.text, pair.suffix, tmp_path).get(pair.rule) == pair.says
    assert pair.rule not in spoken(pair.silent, pair.suffix, tmp_path)


def test_every_rule_has_a_pair() -> None:
    assert sorted(rules().keys() - {pair.rule for pair in pairs()}) == UNPAIRED.read_text(encoding="utf-8").splitlines()
