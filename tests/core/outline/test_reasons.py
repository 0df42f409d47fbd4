"""Every heading has a verdict, and one sentence is made of it."""

from core.evidence import Clue, Verdict
from core.outline.reasons import ALL, EXHIBIT_ENTRY, PART_IN_ORDER
from core.outline.section import Section, SectionKind
from core.outline.sentences import sentence, why
from tests.core.outline.drawn import sections

TEXT = """
PART I

ITEM 1.  BUSINESS

The mill spins cotton and wool for weavers in four states, and sells what is left over.

WEAVING

The mill weaves as well, in two halls by the river, where it has done so since 1881.
"""


def every(tree: tuple[Section, ...]) -> list[Section]:
    """All sections of a tree."""
    return [each for section in tree for each in (section, *every(section.children))]


def test_each_section_says_by_which_rule_it_was_told() -> None:
    told = [(each.kind, each.verdict.clues[0].rule, each.why) for each in every(sections(("", TEXT))) if each.verdict]
    assert told == [
        (SectionKind.PART, "part-heading/number", "the word Part and a number, alone on the line or before a title"),
        (SectionKind.ITEM, "item-heading/number", "the form gives an Item of this number such a title"),
        (SectionKind.HEADING, "heading/capitals", "a line set as a heading: capitals"),
    ]


def test_rules_have_names_of_their_own() -> None:
    assert len({reason.rule for reason in ALL}) == len(ALL)


def test_the_strongest_clue_for_the_decision_is_told() -> None:
    clues = (
        Clue("item/against", 9.0, None),
        Clue(PART_IN_ORDER.rule, 1.0, SectionKind.ITEM),
        Clue(EXHIBIT_ENTRY.rule, 2.0, SectionKind.ITEM),
    )
    assert why(Verdict(SectionKind.ITEM, 3.0, clues)) == EXHIBIT_ENTRY.knows
    assert why(Verdict(SectionKind.ITEM, 0.0)) == ""


def test_a_rule_that_is_not_listed_is_told_by_its_name() -> None:
    assert sentence("item/mark-behind-the-number") == "mark behind the number"
