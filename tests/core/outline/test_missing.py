"""Items that a contents page lists and the text lacks."""

from core.document.plain import lay_out
from core.outline.build import candidates_of, outline
from core.outline.missing import missing_items
from core.outline.section import SectionKind
from tests.core.outline.drawn import filing_of, sections

TEXT = "\n".join(["The mill spins cotton and wool for weavers in four states, and sells what is left over."] * 6)


def report(listed: list[tuple[str, str]], told: list[tuple[str, str]]) -> str:
    """A report with a contents page and Items."""
    page = "\n".join(f"Item {number}.  {title} .......... {number}" for number, title in listed)
    body = "\n\n".join(f"Item {number}.  {title}\n\n{TEXT}" for number, title in told)
    return f"CONTENTS\n\nPART I\n{page}\n\nPART I\n\n{body}\n"


BUSINESS, PROPERTIES, LEGAL, VOTES = (
    ("1", "Business"),
    ("2", "Properties"),
    ("3", "Legal Proceedings"),
    ("4", "Submission of Matters to a Vote"),
)


def test_an_item_that_only_the_contents_have() -> None:
    text = report([BUSINESS, PROPERTIES, LEGAL, VOTES], [BUSINESS, PROPERTIES, LEGAL])
    missing = missing_items(sections(("", text)))
    assert [(item.part, item.number, item.title) for item in missing] == [(1, "4", "Submission of Matters to a Vote")]
    assert text[missing[0].cite.start : missing[0].cite.end].startswith("Item 4.  Submission")


def test_nothing_is_missing_that_is_told_together_or_reserved() -> None:
    listed = [BUSINESS, PROPERTIES, LEGAL, ("4", "[Reserved]")]
    text = report(listed, [("1 and 2", "Business and Properties"), LEGAL])
    assert missing_items(sections(("10-K", text))) == ()


def test_without_a_contents_page_nothing_is_missing() -> None:
    assert missing_items(sections(("", f"Item 1. Business\n\n{TEXT}"))) == ()


def test_lines_that_were_not_taken_can_be_looked_at() -> None:
    text = f"{report([BUSINESS, LEGAL], [BUSINESS, LEGAL])}\nItem 3. (continued)\n\n{TEXT}\n"
    filing = filing_of(("", text))
    layout = lay_out(filing.documents[0].source)
    looked = candidates_of(filing, filing.documents[0], layout)
    assert [(each.kind, each.number, each.taken) for each in looked] == [
        (SectionKind.PART, "I", True),
        (SectionKind.ITEM, "1", True),
        (SectionKind.ITEM, "3", True),
        (SectionKind.ITEM, "3", False),
    ]
    last = looked[-1]
    assert last.verdict.score < 0
    assert "item-heading/continued" in [clue.rule for clue in last.verdict.clues]
    assert layout.source.bare[last.line] == "Item 3. (continued)"
    taken = [each.verdict for each in looked if each.taken]
    told = [part.verdict for part in outline(filing, (layout,)) if part.kind is SectionKind.PART]
    assert told[0] is not None
    assert told[0].clues[0] == taken[0].clues[0]


def test_a_part_without_its_head_hides_no_item() -> None:
    page = "CONTENTS\n\nPART I\nItem 1.  Business .... 2\nItem 3.  Legal Proceedings .... 4\nPART IV\nItem 15.  Exhibits .... 9\n"
    body = (
        f"PART I\n\nItem 1.  Business\n\n{TEXT}\n\nItem 3.  Legal Proceedings\n\n{TEXT}\n\nItem 15.  Exhibits\n\n{TEXT}"
    )
    assert missing_items(sections(("", f"{page}\n{body}"))) == ()


def test_numbers_that_begin_anew_in_each_part_are_missed_by_part() -> None:
    page = "PART I\nItem 1.  Financial Statements .... 2\nItem 2.  Management's Discussion .... 4\n"
    page += "PART II\nItem 1.  Legal Proceedings .... 9\nItem 6.  Exhibits .... 9\n"
    body = f"PART I\n\nItem 1.  Financial Statements\n\n{TEXT}\n\nItem 2.  Management's Discussion\n\n{TEXT}\n\n"
    body += f"PART II\n\nItem 6.  Exhibits\n\n{TEXT}"
    missing = missing_items(sections(("", f"{page}\n{body}"), form="10-Q"))
    assert [(item.part, item.number) for item in missing] == [(2, "1")]
