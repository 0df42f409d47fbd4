"""Walks once over the elements of a document and writes down what a reader sees: lines, tables, page ends."""

import re
from typing import Any

from lxml import etree

from core.facts.inline import MOST_NESTED
from core.markup.boxes import Cell, Rows
from core.markup.css import CENTRED, DOUBLE, RAISED, RIGHT, TYPED, Look, look
from core.markup.flat import LONGEST_LINE, pieces
from core.markup.line import Element, Line, add, hard_indent, seen

_ALIGNED = CENTRED | RIGHT
_SOFT = re.compile(r"[ \t\n\r\f]+")
_LONGEST_STYLE = 2_000
"""Characters of a style attribute that are read."""


class Break:
    """The end of a page."""

    __slots__ = ()


class Mark:
    """A stretch of the text: an element and the lines and columns where its words begin and end."""

    __slots__ = ("element", "first", "last", "name")

    def __init__(self, element: Element, name: str = "") -> None:
        self.element = element
        self.name = name
        self.first: tuple[Line, int] | None = None
        self.last: tuple[Line, int] | None = None


class Verbatim:
    """Lines of preformatted text, as they stand."""

    __slots__ = ("lines",)

    def __init__(self) -> None:
        self.lines: list[Line] = []


Item = Line | Rows | Break | Verbatim


class Walked:
    """What one walk found, in the order of reading: `items`, tagged elements, links, and the targets that links name.

    `parted`: the first line that was too long and goes on in the next; `nested`: tags that lie too deep in each other.
    """

    def __init__(self) -> None:
        self.items: list[Any] = []
        self.tagged: list[Mark] = []
        self.links: list[Mark] = []
        self.targets: dict[str, tuple[Line, int]] = {}
        self.parted: Line | None = None
        self.nested = 0


def walk(root: Element) -> Walked:
    """Everything that a reader sees of the document under this element."""
    return _Walker(root).run()


class _Walker:
    """Where the walk is: the line it writes, the table and cell it is in, and how words are set there."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self.found = Walked()
        self.out: list[Any] = self.found.items
        self.line: Line | None = None
        self.blank = self.empty = False
        self.lead = ""
        self.gap = 1
        self.state = 0
        self.indent = 0.0
        self.stack: list[tuple[int, float, Look, Any]] = []
        self.waiting: list[Mark] = []
        self.marked = 0
        self.last: tuple[Line, int] | None = None
        self.rows: Rows | None = None
        self.cell: Cell | None = None
        self.verbatim: Verbatim | None = None
        self.outer = {
            up for table in root.iter("table") if (up := next(table.iterancestors("table"), None)) is not None
        }
        self.named = {name[1:] for name in root.xpath("//a/@href[starts-with(., '#')]")}
        self.calling: list[str] = []

    def run(self) -> Walked:
        events = etree.iterwalk(self.root, events=("start", "end"))
        for event, element in events:
            if event == "start":
                if self._start(element):
                    events.skip_subtree()
            else:
                self._end(element)
        self._flush()
        return self.found

    def _start(self, element: Element) -> bool:
        """Enters an element; whether nothing in it is seen."""
        tag, style = element.tag, element.get("style")
        if style is not None and len(style) > _LONGEST_STYLE:
            style = style[:_LONGEST_STYLE]
        how = look(tag, style, element.get("align"))
        opened = _OPEN.get(tag)
        self.stack.append((self.state, self.indent, how, None))
        if how.hidden:
            return True
        if self.named and (name := element.get("id") or (tag == "a" and element.get("name"))) in self.named:
            self.calling.append(name)
        if how.block:
            self._flush()
            self.gap = 1
            self.indent += how.indent
        elif how.indent and self.line is None:
            self.indent += how.indent
        if how.breaks and tag not in ("td", "tr"):
            self._page_end()
        self.state = (self.state & ~how.off) | how.on
        if opened is not None:
            opened(self, element, how)
        elif tag[:3] == "ix:":
            self._tag(element)
        if element.text:
            self._write(element.text, element, tail=False)
        return False

    def _end(self, element: Element) -> None:
        state, indent, how, mark = self.stack.pop()
        if not how.hidden:
            if mark is not None:
                self._close(mark)
            if how.block:
                self._flush()
                self.gap = 1
            if (closed := _SHUT.get(element.tag)) is not None:
                closed(self, element)
        self.state, self.indent = state, indent
        if element.tail:
            self._write(element.tail, element, tail=True)

    def _write(self, text: str, element: Element, *, tail: bool) -> None:
        """The words of a text node."""
        if self.verbatim is not None:
            self._write_verbatim(text, element, tail=tail)
        elif len(text) <= LONGEST_LINE:
            self._write_words(text, element, tail=tail)
        else:
            for piece in pieces(text):
                self._write_words(piece, element, tail=tail)

    def _write_words(self, text: str, element: Element, *, tail: bool) -> None:
        """Words on the line that is being written."""
        text = seen(text)
        if self.state & TYPED and self.cell is None:
            self._write_typed(text, element, tail=tail)
            return
        words = text.split()
        line = self.line
        if not words:
            if line is not None:
                self.blank = True
            else:
                self.indent += hard_indent(text)
            return
        if line is None:
            line = self.line = Line(self.gap, self.indent + hard_indent(text), self.state & _ALIGNED)
        elif text[0].isspace() or (self.state & RAISED and line.parts[-1][-1].isdigit()):
            self.blank = True
        add(line, words, self.blank, self.state, element, tail)
        self._written(line)
        self.blank = text[-1].isspace()

    def _write_typed(self, text: str, element: Element, *, tail: bool) -> None:
        """Words in a typewriter's font: hard blanks set them in columns."""
        text = _SOFT.sub(" ", text).replace("\xa0", " ")
        line = self.line
        if line is None:
            if not text.strip():
                self.empty = True
                self.lead += text
                return
            text = self.lead + text
            before = self.out[-1] if self.out else None
            apart = self.empty or not (isinstance(before, Line) and before.typed)
            line = self.line = Line(int(apart), 0.0, self.state & _ALIGNED)
            line.typed, self.lead, self.empty = True, "", False
        bare = text.lstrip()
        if not bare:
            line.parts.append(text)
            line.length += len(text)
            return
        if len(bare) < len(text):
            line.parts.append(text[: len(text) - len(bare)])
            line.length += len(text) - len(bare)
        add(line, [bare], False, self.state, element, tail)  # noqa: FBT003
        self._written(line)

    def _written(self, line: Line) -> None:
        """Words have been written: whatever waited for its first ones begins with them."""
        begun = line, line.runs[-1].at
        self.last = line, line.length
        if self.waiting or self.calling:
            self._begin(begun)
        if line.length >= LONGEST_LINE and self.verbatim is None:
            self._part(line)

    def _begin(self, begun: tuple[Line, int]) -> None:
        """Tells the stretches and targets that wait for their first word where it stands."""
        for mark in self.waiting:
            mark.first = begun
        for name in self.calling:
            self.found.targets.setdefault(name, begun)
        self.waiting, self.calling = [], []

    def _write_verbatim(self, text: str, element: Element, *, tail: bool) -> None:
        for number, row in enumerate(seen(text).expandtabs(8).split("\n")):
            for part, piece in enumerate(pieces(row) or [row]):
                self._verbatim_piece(piece, element, new=number > 0, goes_on=part > 0, tail=tail)

    def _verbatim_piece(self, piece: str, element: Element, *, new: bool, goes_on: bool, tail: bool) -> None:
        """Part of a line of preformatted text: on a line of its own if it is a `new` one or `goes_on` with a long one."""
        assert self.verbatim is not None  # noqa: S101
        lines = self.verbatim.lines
        if lines and (goes_on or (not new and lines[-1].length >= LONGEST_LINE)):
            self.found.parted = self.found.parted or lines[-1]
            new = True
        if new or not lines:
            lines.append(Line(0, 0.0, 0))
        line = lines[-1]
        if not piece.strip():
            line.parts.append(piece)
            line.length += len(piece)
            return
        add(line, [piece], False, self.state, element, tail)  # noqa: FBT003
        self._written(line)
        self.last = line, line.runs[-1].at + len(piece.rstrip())

    def _flush(self) -> None:
        """Ends the line."""
        if self.line is not None:
            self.out.append(self.line)
            self.line = None
            self.gap = 0
        self.blank, self.lead = False, ""

    def _part(self, line: Line) -> None:
        """Ends a line that is too long; its block goes on in the next."""
        self._flush()
        self.found.parted = self.found.parted or line

    def _page_end(self) -> None:
        if self.rows is None:
            self._flush()
            self.out.append(Break())
            self.gap = 1

    def _tag(self, element: Element) -> None:
        """An inline XBRL element: where its words begin and end is kept."""
        mark = Mark(element)
        if self._open_mark(mark):
            self.found.tagged.append(mark)

    def _open_mark(self, mark: Mark) -> bool:
        """Begins a stretch; whether its place is kept."""
        if self.marked == MOST_NESTED:
            self.found.nested += 1
            return False
        self.marked += 1
        state, indent, how, _ = self.stack[-1]
        self.stack[-1] = state, indent, how, mark
        self.waiting.append(mark)
        return True

    def _close(self, mark: Mark) -> None:
        self.marked -= 1
        if mark.first is None:
            self.waiting.pop()
        else:
            mark.last = self.last


def _link(walker: _Walker, element: Element, _: Look) -> None:
    target = element.get("href") or ""
    if target[:1] == "#" and len(target) > 1:
        mark = Mark(element, target[1:])
        if walker._open_mark(mark):
            walker.found.links.append(mark)
        if walker.cell is not None:
            walker.cell.linked = True


def _new_line(walker: _Walker, _: Element, __: Look) -> None:
    if walker.verbatim is not None:
        walker.verbatim.lines.append(Line(0, 0.0, 0))
        return
    if walker.line is None:
        walker.gap = 1
        walker.empty = True
    walker._flush()


def _rule(walker: _Walker, element: Element, how: Look) -> None:
    if walker.cell is not None:
        walker.cell.over = min(walker.cell.over + 1, DOUBLE)
    elif not how.breaks and element.get("width", "100%") in ("100%", "90%", "95%", "98%"):
        walker._page_end()


def _table(walker: _Walker, element: Element, _: Look) -> None:
    if element in walker.outer or walker.rows is not None:
        return
    walker.rows = Rows()
    walker.out = walker.rows.loose


def _row(walker: _Walker, _: Element, __: Look) -> None:
    if walker.rows is not None:
        walker.rows.row()


def _cell(walker: _Walker, element: Element, how: Look) -> None:
    if walker.rows is None:
        return
    walker.indent = how.indent
    walker.cell = walker.rows.cell(element.get("colspan"), element.get("rowspan"), how.over, how.under)
    walker.out = walker.cell.lines


def _preformatted(walker: _Walker, _: Element, __: Look) -> None:
    if walker.rows is None and walker.verbatim is None:
        walker.verbatim = Verbatim()
        walker.out.append(walker.verbatim)


def _end_preformatted(walker: _Walker, _: Element) -> None:
    walker.verbatim = None
    walker.gap = 1


def _end_cell(walker: _Walker, _: Element) -> None:
    if walker.rows is not None and walker.cell is not None:
        walker.cell.close()
        walker.cell = None
        walker.out = walker.rows.loose


def _end_row(walker: _Walker, _: Element) -> None:
    if walker.rows is not None:
        walker.rows.end_row()


def _end_table(walker: _Walker, element: Element) -> None:
    rows = walker.rows
    if rows is None or element in walker.outer:
        return
    walker.rows = None
    walker.out = walker.found.items
    walker.out += rows.loose
    walker.out.append(rows)
    walker.gap = 1


_OPEN = {
    "a": _link, "br": _new_line, "hr": _rule, "table": _table, "tr": _row, "td": _cell, "th": _cell,
    "pre": _preformatted, "listing": _preformatted, "xmp": _preformatted,
}  # fmt: skip
_SHUT = {
    "table": _end_table, "tr": _end_row, "td": _end_cell, "th": _end_cell,
    "pre": _end_preformatted, "listing": _end_preformatted, "xmp": _end_preformatted,
}  # fmt: skip
