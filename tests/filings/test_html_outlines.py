"""Parts, Items, statements and notes of filings in HTML held against lists checked by hand in the filings.

`html_outlines.txt`: a filing a block, a heading a line; `html_contents.txt`: the Items of a filing's own contents page.
What is read counts as right where it stands in its order; precision and recall may only rise.
"""

import difflib
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from core.analysis import analyse
from core.outline.section import Section
from core.outline.titles import key
from tests.filings_dir import FILINGS, needs_filings

pytestmark = pytest.mark.filings

ITEMS_PRECISION, ITEMS_RECALL = 1.0, 1.0
NOTES_PRECISION, NOTES_RECALL = 1.0, 1.0
STATEMENTS_PRECISION, STATEMENTS_RECALL = 0.98, 1.0

PARTS_AND_ITEMS = ("part", "item")


class Row(NamedTuple):
    """A heading: kind, number (Items with their Part; `-` for a note without one), title as compared."""

    kind: str
    number: str
    title: str


class Score(NamedTuple):
    """How much of what was read is right, how much of what is true was read, and what is wrong."""

    right: int
    read: int
    true: int
    wrong: tuple[str, ...]

    @property
    def precision(self) -> float:
        """Right among what was read; 1 where nothing was read."""
        return self.right / self.read if self.read else 1.0

    @property
    def recall(self) -> float:
        """Right among what is true; 1 where there is nothing to read."""
        return self.right / self.true if self.true else 1.0

    def __str__(self) -> str:
        return "\n".join((f"precision {self.precision:.3f}, recall {self.recall:.3f}", *self.wrong))


@cache
def truth() -> dict[str, tuple[Row, ...]]:
    """The hand-checked rows of each filing."""
    text = Path(__file__).with_name("html_outlines.txt").read_text("utf-8")
    blocks = [block.strip().splitlines() for block in re.split(r"^== ", text, flags=re.MULTILINE)[1:]]
    return {name: tuple(_once(_true_row(line) for line in lines)) for name, *lines in blocks}


@cache
def contents() -> dict[str, list[str]]:
    """The Items that the contents page of each filing lists."""
    text = Path(__file__).with_name("html_contents.txt").read_text("utf-8")
    return {name: numbers.split() for name, numbers in re.findall(r"^(\S+/\S+): (.+)$", text, re.MULTILINE)}


@cache
def read(name: str) -> tuple[Row, ...]:
    """The same of a filing as analysed."""
    return tuple(_once(_rows(analyse(FILINGS / name).outline)))


def of_kind(rows: tuple[Row, ...], *kinds: str) -> list[Row]:
    """The rows of some kinds, in their order."""
    return [row for row in rows if row.kind in kinds]


def score(name: str, *kinds: str) -> Score:
    """How a filing was read: a row is right that is true, once, and in its order."""
    have, want = of_kind(read(name), *kinds), of_kind(truth()[name], *kinds)
    wrong: list[str] = []
    right = 0
    for what, begin, end, first, last in difflib.SequenceMatcher(None, have, want, autojunk=False).get_opcodes():
        if what == "equal":
            right += end - begin
            continue
        wrong += [f"{name}: not there: {' '.join(row)}" for row in have[begin:end]]
        wrong += [f"{name}: missed: {' '.join(row)}" for row in want[first:last]]
    return Score(right, len(have), len(want), tuple(wrong))


def score_of_all(*kinds: str) -> Score:
    """The same over all filings together."""
    each = [score(name, *kinds) for name in truth()]
    right, seen, true = (sum(part) for part in zip(*(one[:3] for one in each), strict=True))
    return Score(right, seen, true, tuple(line for one in each for line in one.wrong))


def items(rows: tuple[Row, ...]) -> list[str]:
    """The numbers of the Items without their Part, those under one heading apart (`10-13` as 10, 11, 12, 13)."""
    return [number for row in of_kind(rows, "item") for number in _apart(re.sub(r"^[IV]+-", "", row.number))]


def _apart(number: str) -> list[str]:
    first, _, last = number.partition("-")
    if last.isdigit():
        return [str(each) for each in range(int(first), int(last) + 1)]
    return [each.strip() for each in number.split(",")]


def _true_row(line: str) -> Row:
    head, _, title = line.partition("|")
    kind, _, number = head.strip().partition(" ")
    return Row(kind, number, _compared(kind, title))


def _rows(sections: tuple[Section, ...], part: str = "") -> Iterator[Row]:
    for section in sections:
        kind, number = str(section.kind), (section.number or "-").upper()
        if kind == "part":
            part = number
        if kind in (*PARTS_AND_ITEMS, "note", "statement"):
            shown = {"item": f"{part}-{number}", "statement": ""}.get(kind, number)
            yield Row(kind, shown, _compared(kind, section.title))
        yield from _rows(section.children, part)


def _compared(kind: str, title: str) -> str:
    """A title for comparing: its beginning; that of a statement without asides such as `(Unaudited)`."""
    return key(re.sub(r"\([^()]*\)", "", title) if kind == "statement" else title)[:40].strip()


def _once(rows: Iterator[Row]) -> Iterator[Row]:
    """The rows, without a statement's title said again on its next page."""
    before: Row | None = None
    for row in rows:
        if row.kind != "statement" or row != before:
            yield row
        before = row


@needs_filings
@pytest.mark.parametrize("name", truth())
def test_parts_and_items(name: str) -> None:
    found = score(name, *PARTS_AND_ITEMS)
    assert found.precision >= ITEMS_PRECISION, str(found)
    assert found.recall >= ITEMS_RECALL, str(found)


@needs_filings
@pytest.mark.parametrize("name", contents())
def test_every_item_of_the_contents_page(name: str) -> None:
    found = items(read(name))
    assert [number for number in found if number in contents()[name]] == contents()[name]


@needs_filings
@pytest.mark.timeout(600)
def test_notes() -> None:
    found = score_of_all("note")
    assert found.precision >= NOTES_PRECISION, str(found)
    assert found.recall >= NOTES_RECALL, str(found)


@needs_filings
@pytest.mark.timeout(600)
def test_statements() -> None:
    found = score_of_all("statement")
    assert found.precision >= STATEMENTS_PRECISION, str(found)
    assert found.recall >= STATEMENTS_RECALL, str(found)


def test_the_two_truths_agree() -> None:
    for name, listed in contents().items():
        assert [number for number in items(truth()[name]) if number in listed] == listed, name


def test_no_truth_leaves_out_the_number_of_a_note() -> None:
    for name, rows in truth().items():
        numbers = [row.number for row in of_kind(rows, "note")]
        gaps = [pair for pair in pairwise(["", *numbers]) if pair[1] not in ("1", "A", _following(pair[0]))]
        assert gaps == [], name


def _following(number: str) -> str:
    if number.isdigit():
        return str(int(number) + 1)
    return chr(ord(number) + 1) if number else ""
