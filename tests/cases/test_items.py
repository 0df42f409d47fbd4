"""Small inputs whose Parts and Items were read wrongly once, by kind of fault; they stand beside the real filings.

What is read is drawn as `Part: Items` in the order of the document; `->` marks an Item that only points elsewhere.
"""

from pathlib import Path

import pytest

from core.analysis import analyse
from core.outline.section import Section, SectionKind
from core.places import walk

CASES = Path(__file__).parent.parent.parent.parent / "shared" / "cases"
pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason="no cases on this machine")

ITEMS = {
    "09-parts-from-the-contents.txt": "I: 1 2; II: 7 8; III: 10; IV: 15",
    "10-part-openers.htm": "I: 1 1A 1B 2 3; II: 5 6 7 7A",
    "11-part-two-without-its-head.htm": "I: 1 2 3 4; II: 1 1A 2 5 6",
    "12-items-out-of-order.htm": "1 1A 1C 7 7A 8 9 9A 9B 1B 2 3 4 5 10 11 15",
    "14-spaced-letters.htm": "I: 1 1A 2 3",
    "15-spaced-letters-text.txt": "I: 1 2",
    "16-item-one-and-item-two.htm": "I: 1-2 3",
    "19-8k-two-items-one-heading.htm": "2.02-7.01 9.01",
    "20-8k-item-glued-to-a-rule.txt": "4.02 8.01",
    "21-part-three-in-one-sentence.htm": "II: 9B; III: 10-14->; IV: 15",
    "22-cross-reference-index.htm": "I: 1 1A; II: 7 7A 8 9A; IV: 15",
    "79-item-9a-t-set-apart.htm": "II: 8 9 9A(T) 9B",
    "80-item-4t.htm": "I: 1 2 3 4T; II: 6",
    "82-item-number-roman.htm": "I: 1 2; II: 1 6",
    "83-item-1-and-item-2-numbers-first.htm": "I: 1-2 3",
    "85-part-comma-item.htm": "I: 1 1B 2; II: 7A",
    "86-part-item-and-text-on-one-line.txt": "I: 1 2",
    "88-contents-with-items-the-body-lacks.txt": "I: 1 2 3; II: 5",
    "89-items-of-regulation-ab.txt": "II: 9B 1112(b) 1114(b)(2) 1117 1119 1122 1123; IV: 15",
    "91-running-head-from-the-second-page.htm": "I: 1 1A 2 3; II: 5 7 7A 8 9A; III: 10; IV: 15",
    "92-incorporated-by-asterisk.htm": "III: 10-> 11-> 12-> 13->; IV: 15",
    "100-sub-item-in-parentheses.htm": "II: 1 2 6",
    "125-letter-glued-to-the-title.htm": "I: 1 1A 2 3",
    "127-financial-section-behind-item-16.htm": "II: 7 8; IV: 15 16",
}
TITLES = {
    "14-spaced-letters.htm": ["BUSINESS", "RISK FACTORS", "PROPERTIES", "LEGAL PROCEEDINGS"],
    "16-item-one-and-item-two.htm": ["Business and Properties", "Legal Proceedings"],
    "86-part-item-and-text-on-one-line.txt": ["Business", "Properties"],
    "100-sub-item-in-parentheses.htm": [
        "Legal Proceedings",
        "Changes in Securities and Use of Proceeds",
        "Reports on Form 8-K",
    ],
    "125-letter-glued-to-the-title.htm": ["Business", "Risk Factors", "Properties", "Legal Proceedings"],
}
LENGTHS = {
    "10-part-openers.htm": (1_000, 1_200),
    "12-items-out-of-order.htm": (700, 850),
    "91-running-head-from-the-second-page.htm": (2_700, 3_000),
}
"""Characters of every Item of a case."""


REFERS = {
    "22-cross-reference-index.htm": {
        "1A": "Risk Factors",
        "7": "Management\u2019s Discussion and Analysis of Financial Condition and Results of Operations",
        "9A": "Controls and Procedures",
    },
    "127-financial-section-behind-item-16.htm": {
        "7": "MANAGEMENT\u2019S DISCUSSION AND ANALYSIS OF FINANCIAL CONDITION AND RESULTS OF OPERATIONS",
        "8": "FINANCIAL SECTION",
    },
}
"""The titles of the sections that Items point to, by their numbers."""


def sections_of(name: str) -> list[Section]:
    """All sections of a case."""
    return list(walk(analyse(CASES / name).outline))


def drawn(name: str) -> str:
    """The Items of a case by Part."""
    parts: list[str] = []
    for section in sections_of(name):
        if section.kind is SectionKind.PART:
            parts.append(f"{section.number}:")
        elif section.kind is SectionKind.ITEM:
            shown = f" {section.number}{'->' if section.incorporated else ''}"
            parts = [*parts[:-1], parts[-1] + shown] if parts else [shown.strip()]
    return "; ".join(parts)


def items_of(name: str) -> list[Section]:
    return [section for section in sections_of(name) if section.kind is SectionKind.ITEM]


@pytest.mark.parametrize("name", ITEMS)
def test_items(name: str) -> None:
    assert drawn(name) == ITEMS[name]


@pytest.mark.parametrize("name", TITLES)
def test_titles(name: str) -> None:
    assert [item.title for item in items_of(name)] == TITLES[name]


@pytest.mark.parametrize("name", LENGTHS)
def test_lengths(name: str) -> None:
    least, most = LENGTHS[name]
    lengths = [item.span.end - item.span.start for item in items_of(name)]
    assert [length for length in lengths if not least <= length <= most] == []


@pytest.mark.parametrize("name", REFERS)
def test_what_items_point_to(name: str) -> None:
    sections = {section.id: section for section in sections_of(name)}
    found = {item.number: sections[item.refers_in].title for item in items_of(name) if item.refers_in}
    assert found == REFERS[name]


def test_a_section_behind_the_last_item_ends_it() -> None:
    last = items_of("127-financial-section-behind-item-16.htm")[-1]
    assert last.span.end - last.span.start < 50
