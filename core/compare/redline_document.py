"""What changed between two filings as a document of Word: each change is a revision that can be accepted or turned down.

Accepting all of them leaves the newer text of the passages that changed, turning all down the older one. Dates and figures
that roll on are of another author than the rest, so that Word can leave them out.
"""

import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple, cast

from docx import Document
from docx.document import Document as Package
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from core.compare.change import ROLLED, Aligned, Change, ChangeKind, Tally
from core.compare.export import is_line, told, whose
from core.compare.filings import Comparison, Pair
from core.search import label

_WORDS, _ROLLED = "Tieout", "Tieout: dates and figures"
"""Authors of revisions."""
_WIDTH, _CAPTION, _LEAST = 8_640, 3_600, 900
"""Twentieths of a point: a line, the caption of a table's row, and a column of figures at least."""
_LIST = (4_640, 1_000, 1_000, 1_000, 1_000)
"""Widths of the columns of the list of sections, in the same."""
_SMALL = 16
"""Half points: letters of a table's row."""
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML may hold."""
_BLANKS = re.compile(r"[^\S\t]*\n\s*")
_GAP = "⋯"
_HEADS = ("Section", "Words added", "Removed", "Moved", "Dates, figures")


class _Piece(NamedTuple):
    """Text that stayed, went or came: `change` is None for what stayed."""

    text: str
    change: Change | None
    newer: bool


def as_docx(comparison: Comparison, only: Pair | None = None) -> bytes:
    """A document with the list of sections, most changed first, and what changed in each (or in one)."""
    found = [one for one in told(comparison, only) if one.counts.places]
    names = [label(one.analysis) for one in (comparison.old, comparison.new)]
    document = Document()
    document.core_properties.title = _legal(f"{names[0]} – {names[1]}")
    document.core_properties.author = _WORDS
    document.add_heading(_legal(f"{names[0]} – {names[1]}"), 0)
    _add_list(document, [(pair, counts) for pair, counts, _ in found])
    header = comparison.new.analysis.filing.header
    writer = _Writer(header.filed or header.period_end)
    for number, (pair, _, rows) in enumerate(found):
        heading = document.add_heading(_legal(whose(pair)), 2)._p
        _bookmark(heading, number)
        for element in writer.section(number, rows):
            document.element.body.insert_element_before(element, "w:sectPr")
    _add_footer(document)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _element(tag: str, attributes: dict[str, str] | None = None, *children: BaseOxmlElement) -> BaseOxmlElement:
    made = cast(BaseOxmlElement, OxmlElement(tag, {qn(name): value for name, value in (attributes or {}).items()}))
    made.extend(children)
    return made


def _legal(text: str) -> str:
    """A text as XML can hold it."""
    return _FORBIDDEN.sub("", text)


# the frame


def _bookmark(heading: BaseOxmlElement, number: int) -> None:
    ident = {"w:id": str(number)}
    heading.append(_element("w:bookmarkStart", {**ident, "w:name": f"section{number}"}))
    heading.append(_element("w:bookmarkEnd", ident))


def _add_list(document: Package, found: Sequence[tuple[Pair, Tally]]) -> None:
    """The sections, each a link to its place, with how much of it changed."""
    grid = _element("w:tblGrid", None, *(_element("w:gridCol", {"w:w": str(width)}) for width in _LIST))
    properties = _element("w:tblPr", None, _element("w:tblStyle", {"w:val": "TableGrid"}))
    rows = [_list_row([_run(head, bold=True) for head in _HEADS], head=True)]
    for number, (pair, counts) in enumerate(found):
        link = _element("w:hyperlink", {"w:anchor": f"section{number}"}, _run(whose(pair)))
        amounts = (counts.inserted, counts.deleted, counts.moved, counts.rolled)
        rows.append(_list_row([link, *(_run(f"{one:,}") for one in amounts)]))
    document.element.body.insert_element_before(_element("w:tbl", None, properties, grid, *rows), "w:sectPr")


def _list_row(cells: Sequence[BaseOxmlElement], *, head: bool = False) -> BaseOxmlElement:
    """A row of the list; its head stands on every page."""
    kept = [_element("w:cantSplit"), *([_element("w:tblHeader")] if head else [])]
    made = [_element("w:trPr", None, *kept)]
    for at, (width, content) in enumerate(zip(_LIST, cells, strict=True)):
        size = _element("w:tcPr", None, _element("w:tcW", {"w:w": str(width), "w:type": "dxa"}))
        spacing = _element("w:spacing", {"w:after": "0"})
        layout = _element("w:pPr", None, spacing, _element("w:jc", {"w:val": "right" if at else "left"}))
        made.append(_element("w:tc", None, size, _element("w:p", None, layout, content)))
    return _element("w:tr", None, *made)


def _add_footer(document: Package) -> None:
    field = _element("w:fldSimple", {"w:instr": "PAGE"}, _run("1"))
    document.sections[0].footer.paragraphs[0]._p.extend([_run("Page "), field])


# the words


def _run(text: str, *, gone: bool = False, bold: bool = False, small: bool = False) -> BaseOxmlElement:
    """A stretch of text, tabs as Word's own."""
    look = [*([_element("w:b")] if bold else []), *([_element("w:sz", {"w:val": str(_SMALL)})] if small else [])]
    run = _element("w:r", None, *([_element("w:rPr", None, *look)] if look else []))
    for at, part in enumerate(_BLANKS.sub(" ", _legal(text)).split("\t")):
        if at:
            run.append(_element("w:tab"))
        if part:
            words = _element("w:delText" if gone else "w:t", {"xml:space": "preserve"})
            words.text = part
            run.append(words)
    return run


class _Writer:
    """Writes rows as paragraphs, each revision with a number of its own."""

    def __init__(self, day: date | None) -> None:
        self._day, self._number = day, 0
        self._section = 0
        self._whole_moves: frozenset[int] = frozenset()

    def section(self, number: int, rows: Sequence[Aligned]) -> Iterator[BaseOxmlElement]:
        """The rows of a section that changed, and a mark for those between. Moves are counted section by section."""
        self._section, self._whole_moves = number, _whole_moves(rows)
        for changed, group in groupby(rows, key=lambda row: row.changed):
            if changed:
                yield from map(self._paragraph, group)
            else:
                yield _element("w:p", None, _run(_GAP))

    def _paragraph(self, row: Aligned) -> BaseOxmlElement:
        small = is_line(row)
        layout = _layout(row) if small else _element("w:pPr")
        paragraph = _element("w:p", None, layout)
        for piece in (one for one in _pieces(row) if one.text):
            paragraph.extend(self._revision(piece, small=small))
        alone = [one for one in row.changes if row.old is None or row.new is None]
        if alone:  # the paragraph itself came or went
            mark = _element("w:del" if row.new is None else "w:ins", self._said(alone[0]))
            layout.append(_element("w:rPr", None, mark))
        return paragraph

    def _revision(self, piece: _Piece, *, small: bool) -> list[BaseOxmlElement]:
        change = piece.change
        if change is None:
            return [_run(piece.text, small=small)]
        if change.kind is ChangeKind.MOVED and change.move in self._whole_moves:
            return self._moved(piece, change, small=small)
        run = _run(piece.text, gone=not piece.newer, small=small)
        return [_element("w:ins" if piece.newer else "w:del", self._said(change), run)]

    def _moved(self, piece: _Piece, change: Change, *, small: bool) -> list[BaseOxmlElement]:
        """A stretch that went from here or came here, by a name that both places share."""
        tag, said = ("w:moveTo" if piece.newer else "w:moveFrom"), self._said(change)
        begin = _element(f"{tag}RangeStart", {**said, "w:name": f"move{self._section}.{change.move}"})
        revision = _element(tag, self._said(change), _run(piece.text, small=small))
        return [begin, revision, _element(f"{tag}RangeEnd", {"w:id": said["w:id"]})]

    def _said(self, change: Change) -> dict[str, str]:
        """Number, author and day of a revision: the day on which the newer filing was filed."""
        self._number += 1
        said = {"w:id": str(self._number), "w:author": _ROLLED if change.kind in ROLLED else _WORDS}
        return {**said, "w:date": f"{self._day.isoformat()}T00:00:00Z"} if self._day is not None else said


def _whole_moves(rows: Iterable[Aligned]) -> frozenset[int]:
    """The numbers of moves that have one stretch where they went from and one where they came to; others are told as words
    that went and came."""
    gone: Counter[int] = Counter()
    come: Counter[int] = Counter()
    for change in (one for row in rows for one in row.changes if one.kind is ChangeKind.MOVED):
        gone[change.move] += change.old_end > change.old_start
        come[change.move] += change.new_end > change.new_start
    return frozenset(number for number in gone if gone[number] == come[number] == 1)


def _layout(row: Aligned) -> BaseOxmlElement:
    """How a table's row is laid out: its figures under one another at the right."""
    columns = max(side.text.count("\t") for side in (row.old, row.new) if side is not None)
    step = max(_LEAST, (_WIDTH - _CAPTION) // max(1, columns))
    stops = [_element("w:tab", {"w:val": "right", "w:pos": str(_CAPTION + step * (at + 1))}) for at in range(columns)]
    tabs = [_element("w:tabs", None, *stops)] if stops else []
    return _element("w:pPr", None, *tabs, _element("w:spacing", {"w:after": "0"}))


def _pieces(row: Aligned) -> Iterator[_Piece]:
    """The text of a row in the order of the newer side, what went before what came in its place."""
    new, old = _Side(row, newer=True), _Side(row, newer=False)
    removed: Change | None = None
    for change in row.changes:
        gone, come = old.words(change.old_start, change.old_end), new.words(change.new_start, change.new_end)
        if change.kind is ChangeKind.EQUAL:
            if removed is not None and gone.gap and not come.gap:
                yield _Piece(gone.gap, removed, newer=False)
            yield _Piece(come.gap + come.text, None, newer=True)
        elif gone.text and come.text:
            yield _Piece(come.gap, None, newer=True)
            yield _Piece(gone.text, change, newer=False)
            yield _Piece(come.text, change, newer=True)
        else:
            one, newer = (come, True) if come.text else (gone, False)
            yield _Piece(one.gap + one.text, change, newer=newer)
        removed = change if gone.text and not come.text else None
    if row.new is not None:
        yield _Piece(row.new.text[new.at :], None, newer=True)


class _Stretch(NamedTuple):
    """Words of a side as they stand, and what stands between them and those before."""

    gap: str
    text: str


class _Side:
    """One side of a row, read from its beginning."""

    def __init__(self, row: Aligned, *, newer: bool) -> None:
        passage = row.new if newer else row.old
        self._text = passage.text if passage is not None else ""
        self._words = row.new_words if newer else row.old_words
        self.at = 0

    def words(self, start: int, end: int) -> _Stretch:
        """The words from one number to another."""
        if start == end:
            return _Stretch("", "")
        first, last = self._words[start].at, self._words[end - 1].end
        gap, self.at = self._text[self.at : first], last
        return _Stretch(gap, self._text[first:last])
