"""Items and notes of filings of different shapes held against lists checked by hand in the filings.

`outlines.txt`: a filing a block, a section a line: kind, number (Items with their Part), beginning of the title; no title where
a note has none and is told by its first words. Precision and recall may only rise.
"""

import re
from collections import Counter
from pathlib import Path

import pytest

from core.outline.section import Section
from core.outline.titles import key
from tests.filings.test_outline_seed import outlined
from tests.filings_dir import needs_filings

pytestmark = [needs_filings, pytest.mark.filings]

Row = tuple[str, str, str]

PRECISION, RECALL = 0.995, 0.979


def truth() -> dict[str, Counter[Row]]:
    """The hand-checked rows of each filing."""
    found: dict[str, Counter[Row]] = {}
    text = Path(__file__).with_name("outlines.txt").read_text("utf-8")
    for block in re.split(r"^== ", text, flags=re.MULTILINE)[1:]:
        name, *lines = block.strip().splitlines()
        found[name] = Counter(row(line) for line in lines)
    return found


def row(line: str) -> Row:
    """A line of the truth."""
    head, _, title = line.partition("|")
    kind, number = head.split()
    return kind, number, key(title)[:40]


def read_rows(found: list[Section], wanted: Counter[Row]) -> Counter[Row]:
    """The same of a reading; a note whose title the truth leaves out stands without one."""
    rows: Counter[Row] = Counter()
    part = ""
    for section in found:
        if section.kind == "document":
            part = ""
        elif section.kind == "part":
            part = section.number or ""
        elif section.kind in ("item", "note"):
            number = section.number or "-"
            shown = f"{part}-{number}" if section.kind == "item" and part else number
            untitled = (str(section.kind), shown, "")
            rows[untitled if untitled in wanted else (str(section.kind), shown, key(section.title)[:40])] += 1
    return rows


def test_items_and_notes() -> None:
    right = read = true = 0
    wrong = []
    for name, wanted in truth().items():
        rows = read_rows(outlined(name)[1], wanted)
        right += (rows & wanted).total()
        read += rows.total()
        true += wanted.total()
        wrong += [f"{name}: not there: {each}" for each in rows - wanted]
        wrong += [f"{name}: missed: {each}" for each in wanted - rows]
    assert right / read >= PRECISION, "\n".join(wrong)
    assert right / true >= RECALL, "\n".join(wrong)
