"""The rules that tell a heading by themselves, each with its weight and what it knows.

Rules that are weighed against each other stand in recognisers (`core.outline.item_rules`). Programs compare kinds and rules; the
sentence for a reader is made in `core.outline.sentences` alone.
"""

from dataclasses import dataclass
from functools import cache

from core.evidence import CERTAIN, Verdict, single
from core.outline.section import SectionKind


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule that tells headings alone: its whole name, its weight on the scale of `core.evidence`, and what it knows."""

    rule: str
    weight: float
    knows: str

    def of(self, kind: SectionKind) -> Verdict[SectionKind]:
        """The verdict that this is a heading of a kind, one value for all of them."""
        return _verdict(self.rule, kind, self.weight)


@cache
def _verdict(rule: str, kind: SectionKind, weight: float) -> Verdict[SectionKind]:
    return single(rule, kind, weight)


DOCUMENT = Reason("document/of-the-submission", CERTAIN, "a document of the submission")
BEFORE_ALL = Reason("cover/before-the-first-heading", 3.0, "what stands before the first heading")
CONTENTS_TITLE = Reason("contents/title", 5.0, "the title of a contents page")
CONTENTS_LISTS = Reason("contents/lists-what-comes-again", 5.0, "lists Parts and Items that come again later")
PART_IN_ORDER = Reason("part/in-order", 2.0, "its number is in the best order of those of the Parts")
ITEM_IN_ORDER = Reason("item/in-order", 2.0, "its number is in the best order of those of the Items")
ITEM_OUT_OF_ORDER = Reason(
    "item/out-of-order", 1.0, "the word Item and its title, out of the order of the form: its number comes nowhere else"
)
PART_UNPRINTED = Reason(
    "part/unprinted", 3.0, "the Items that follow are those of this Part, before its heading or without one"
)
ITEMS_IN_A_SENTENCE = Reason("item/several-in-a-sentence", 4.0, "several Items told of in one sentence")
ITEMS_NAMED = Reason("item/named-in-a-sentence", 4.0, "a sentence names these Items and says where they are answered")
SIGNATURES_TITLE = Reason("signatures/title", 5.0, "the word Signatures alone on its line")
SIGNATURES_SENTENCE = Reason("signatures/sentence", 4.0, "the sentence by which a report is signed, without a title")
EXHIBIT_TITLE = Reason("exhibit-index/title", 5.0, "the title of an index to exhibits")
EXHIBIT_ENTRY = Reason("exhibit-index/entry", 3.0, "an entry of the exhibit index")
SCHEDULE_NUMBERED = Reason("schedule/numbered", 5.0, "the word Schedule and a number")
STATEMENT_TITLE = Reason("statement/title", 5.0, "the title of a statement above a table of figures")
STATEMENT_NAME_ALONE = Reason("statement/name-alone", 3.0, "the name of a statement alone above its table")
STATEMENT_NAME_BESIDE = Reason(
    "statement/name-beside-heads", 4.0, "the name of a statement at the left of its column heads"
)
STATEMENT_TABLE = Reason("statement/table", 4.0, "a table below is a primary statement")
OTHER_TABLE = Reason("heading/other-table", 6.0, "the title of a statement above a table that is none")
NOTES_TITLE = Reason("notes/title", 5.0, "the title of the notes as a whole")
NOTE_TAGGED = Reason("note/tagged", CERTAIN, "a note that is tagged as one block of text")
NOTE_SEQUENCE = Reason("note/in-sequence", 5.0, "next in a sequence of numbers set alike, set as a title")
NOTE_PARAGRAPH = Reason(
    "note/paragraph-in-sequence", 3.0, "next in a sequence of numbered paragraphs below the title of the notes"
)
NOTE_SET_ALIKE = Reason("note/set-like-the-first", 3.0, "set like the first heading of notes that have no numbers")
SECTION_SEQUENCE = Reason(
    "heading/numbered-in-sequence", 4.0, "next in a sequence of numbered sections, set as a title"
)
ARTICLE = Reason("heading/article", 4.0, "the word Article or Section and a number")
HEADLINE = Reason("heading/headline", 4.0, "the headline of a press release")
LOOKS = {
    how: Reason(f"heading/{how.replace(' ', '-')}", weight, f"a line set as a heading: {how}")
    for how, weight in (
        ("underlined capitals", 6.0), ("centred capitals", 5.0), ("capitals", 4.0), ("underlined", 3.0), ("centred", 2.0),
        ("alone", 1.0), ("first line", 0.5), ("bold capitals", 6.0), ("bold centred", 5.0), ("bold underlined", 5.0),
        ("bold", 4.0), ("bold italic", 3.0), ("underlined italic", 2.0), ("italic", 1.0),
    )
}  # fmt: skip
"""Ways in which lines are set as headings, by their names."""
ALL = (
    DOCUMENT, BEFORE_ALL, CONTENTS_TITLE, CONTENTS_LISTS, PART_IN_ORDER, PART_UNPRINTED, ITEM_IN_ORDER, ITEM_OUT_OF_ORDER,
    ITEMS_IN_A_SENTENCE, ITEMS_NAMED,
    SIGNATURES_TITLE,
    SIGNATURES_SENTENCE, EXHIBIT_TITLE, EXHIBIT_ENTRY, SCHEDULE_NUMBERED, STATEMENT_TITLE, STATEMENT_NAME_ALONE,
    STATEMENT_NAME_BESIDE, STATEMENT_TABLE, OTHER_TABLE,
    NOTES_TITLE, NOTE_TAGGED, NOTE_SEQUENCE, NOTE_PARAGRAPH, NOTE_SET_ALIKE, SECTION_SEQUENCE, ARTICLE,
    HEADLINE, *LOOKS.values(),
)  # fmt: skip
