"""The one sentence for a reader on why a heading was taken for one. It is made of a verdict here, and read nowhere."""

from core.evidence import Clue, Verdict
from core.outline.item_rules import ITEM_HEADING, ITEMS_SENTENCE, PART_HEADING
from core.outline.reasons import ALL
from core.outline.section import SectionKind

_SENTENCES = {reason.rule: reason.knows for reason in ALL} | {
    f"{recogniser.name}/{rule.name}": rule.knows
    for recogniser in (PART_HEADING, ITEM_HEADING, ITEMS_SENTENCE)
    for rule in recogniser.rules
}


def why(verdict: Verdict[SectionKind]) -> str:
    """What the strongest rule for the decision knows; empty without a clue."""
    clues = verdict.clues
    if len(clues) == 1:
        return sentence(clues[0].rule)
    speaking = [clue for clue in clues if clue.weight > 0 and clue.says == verdict.decided]
    return sentence(max(speaking, key=_weight).rule) if speaking else ""


def _weight(clue: Clue) -> float:
    return clue.weight


def sentence(rule: str) -> str:
    """What a rule knows; of a rule that is not listed here, its own name in words."""
    return _SENTENCES.get(rule) or rule.rpartition("/")[2].replace("-", " ")
