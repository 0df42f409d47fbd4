"""Notes in small filings that show one fault of reading each: number and title of every note."""

import pytest

from core.analysis import analyse
from core.outline.section import SectionKind
from core.places import walk
from tests.filings_dir import CASES, needs_cases

pytestmark = needs_cases

FIVE = ["1 Basis of Presentation", "2 Inventories", "3 Income Taxes", "4 Leases", "5 Segments"]
READ = {
    "23-note-number-without-blank.htm": [note.upper() for note in FIVE],
    "24-note-blank-before-the-dot.htm": FIVE,
    "26-note-titles-run-in-first.htm": [
        "1 BASIS OF PRESENTATION AND SUMMARY OF SIGNIFICANT POLICIES",
        "2 LOOMS HELD FOR SALE AND DISCONTINUED OPERATIONS",
        "3 INVESTMENT SECURITIES",
        "4 CURRENT AND LONG-TERM RECEIVABLES",
        "5 INVENTORIES",
        "6 DEBT",
    ],
    "29-note-number-as-word-or-roman.htm": FIVE,
    "30-note-title-on-two-lines.htm": [
        "1 SUMMARY OF SIGNIFICANT ACCOUNTING POLICIES",
        "2 PROPERTY, PLANT AND EQUIPMENT",
        "3 COMMITMENTS AND CONTINGENCIES",
    ],
    "112-numbered-notes-without-titles.txt": [
        "1 The accompanying interim consolidated condensed financial ...",
        "2 As of the second quarter of 1998, the Company adopted a new ...",
        "3 Interest and other income includes (in millions)",
        "4 Inventories are stated at the lower of cost or market and ...",
    ],
    "113-lettered-notes-without-titles.txt": [
        "A The results of operations for the six months ended December ...",
        "B The Board of Directors declared a two-for-one common stock ...",
        "C A reconciliation of the income and weighted average shares ...",
    ],
    "122-note-heading-in-the-cell-of-its-table.htm": [
        "1 ACCOUNTING POLICIES",
        "2 INVENTORIES",
        "3 PROPERTY AND EQUIPMENT",
        "4 ACQUISITIONS",
    ],
}


@pytest.mark.parametrize("name", READ)
def test_notes(name: str) -> None:
    sections = walk(analyse(CASES / name).outline)
    assert [f"{each.number} {each.title}" for each in sections if each.kind is SectionKind.NOTE] == READ[name]
