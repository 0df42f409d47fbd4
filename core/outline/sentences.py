"""The one sentence for a reader on why a heading was taken for one. It is made of a verdict here, and read nowhere."""

from core.evidence import Verdict
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
    speaking = [clue for clue in verdict.clues if clue.says == verdict.decided]
    if not speaking:
        return ""
    return sentence(max(speaking, key=lambda clue: clue.weight).rule)


def sentence(rule: str) -> str:
    """What a rule knows; of a rule that is not listed here, its own name in words."""
    return _SENTENCES.get(rule) or rule.rpartition("/")[2].replace("-", " ")
