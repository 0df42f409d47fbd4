"""Walks once over the elements of a document and has written down what a reader sees: lines, tables, page ends."""

from collections import defaultdict
from typing import Any

from lxml import etree

from core.facts.inline import MOST_NESTED
from core.markup.boxes import Cell, Rows
from core.markup.css import DOUBLE, SIGNS, Look, Spot, face, look
from core.markup.line import Element
from core.markup.placed_words import Board
from core.markup.style_sheet import style_sheet
from core.markup.writer import Break, Mark, Verbatim, Walked, Writer

_LONGEST_STYLE = 2_000
"""Characters of a style attribute that are read."""


def walk(root: Element) -> Walked:
    """Everything that a reader sees of the document under this element."""
    return _Walker(root).run()


class _Walker:
    """Where the walk is: the elements it is in, and the table and cell; `around`: where what follows on the table goes;
    the `board` of words that are placed one by one."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self.found = Walked()
        self.writer = Writer(self.found)
        self.stack: list[tuple[int, float, Look, Any]] = []
        self.marked = 0
        self.rows: Rows | None = None
        self.around: list[Any] = self.found.items
        self.cell: Cell | None = None
        self.board: Board | None = None
        met: dict[str, list[Element]] = defaultdict(list)
        for element in root.iter("table", "style", "a"):
            met[element.tag].append(element)
        self.outer = {up for table in met["table"] if (up := next(table.iterancestors("table"), None)) is not None}
        self.sheet = style_sheet(met["style"])
        self.named = {link[1:] for each in met["a"] if (link := each.get("href", "")).startswith("#")}

    def run(self) -> Walked:
        events = etree.iterwalk(self.root, events=("start", "end"))
        for event, element in events:
            if event == "start":
                if self._start(element):
                    events.skip_subtree()
            else:
                self._end(element)
        self.writer.flush()
        self._close_board()
        self.found.unstyled = self.sheet is not None and self.sheet.given_up
        return self.found

    def _start(self, element: Element) -> bool:
        """Enters an element; whether nothing in it is seen."""
        tag, style = element.tag, (element.get("style") or "")[:_LONGEST_STYLE]
        if self.sheet is not None:
            style = self.sheet.style(element, style)
        how = look(tag, style, element.get("align"))
        writer = self.writer
        self.stack.append((writer.state, writer.indent, how, None))
        if how.hidden:
            return True
        if self.named and (name := element.get("id") or (tag == "a" and element.get("name"))) in self.named:
            writer.calling.append(name)  # the next words are the target of links
        self._begin(tag, how)
        opened = _OPEN.get(tag)
        if opened is not None:
            opened(self, element, how)
        elif tag[:3] == "ix:":
            self._tag(element)
        if element.text:
            if self.board is not None:
                self._flow(element.text)
            writer.write(element.text, element, tail=False)
        return False

    def _begin(self, tag: str, how: Look) -> None:
        """Words are set from here on as the element says."""
        writer = self.writer
        if how.spot is not None and self.rows is None:
            self._place(how.spot)
        elif how.block:
            writer.apart()
        writer.set_in(how.indent)
        if how.breaks and tag not in ("td", "tr"):
            self._page_end()
        writer.state = (writer.state & ~how.off) | how.on

    def _flow(self, text: str) -> None:
        """Words of a text node that flow between placed ones end the board: what is placed stands before."""
        if self.board is not None and not self.board.open and not text.isspace():
            self._close_board()

    def _place(self, spot: Spot) -> None:
        """Begins a piece that is placed apart from the flow."""
        self.writer.apart()
        if self.board is None:
            self.board = Board(len(self.stack) - 1, self.writer.out)
        self.writer.out = self.board.begin(spot).items
        self.writer.indent = 0.0

    def _close_board(self) -> None:
        if self.board is not None:
            self.board.close()
            self.board = None
            self.writer.gap = 1

    def _end(self, element: Element) -> None:
        state, indent, how, mark = self.stack.pop()
        writer = self.writer
        if not how.hidden:
            if mark is not None:
                self._close(mark)
            if how.block or how.spot is not None:
                writer.apart()
            if (closed := _SHUT.get(element.tag)) is not None:
                closed(self, element)
            if self.board is not None:
                self._end_in_board(self.board, how)
        writer.state, writer.indent = state, indent
        if element.tail:
            if self.board is not None:
                self._flow(element.tail)
            writer.write(element.tail, element, tail=True)

    def _end_in_board(self, board: Board, how: Look) -> None:
        """The end of a placed piece, or of the element in which they lie."""
        if how.spot is not None and board.open and self.rows is None:
            self.writer.out = board.end()
        if len(self.stack) < board.depth:
            self._close_board()

    def _page_end(self) -> None:
        if self.rows is None:
            self.writer.flush()
            self.writer.out.append(Break())
            self.writer.gap = 1

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
        self.writer.waiting.append(mark)
        return True

    def _close(self, mark: Mark) -> None:
        self.marked -= 1
        if mark.first is None:
            self.writer.waiting.pop()
        else:
            mark.last = self.writer.last


def _font(walker: _Walker, element: Element, _: Look) -> None:
    if name := element.get("face"):
        walker.writer.state = (walker.writer.state & ~SIGNS) | face(name)


def _link(walker: _Walker, element: Element, _: Look) -> None:
    target = element.get("href") or ""
    if target[:1] == "#" and len(target) > 1:
        mark = Mark(element, target[1:])
        if walker._open_mark(mark):
            walker.found.links.append(mark)
        if walker.cell is not None:
            walker.cell.linked = True


def _new_line(walker: _Walker, _: Element, __: Look) -> None:
    walker.writer.break_line()


def _rule(walker: _Walker, element: Element, how: Look) -> None:
    if walker.cell is not None:
        walker.cell.over = min(walker.cell.over + 1, DOUBLE)
    elif not how.breaks and element.get("width", "100%") in ("100%", "90%", "95%", "98%"):
        walker._page_end()


def _table(walker: _Walker, element: Element, _: Look) -> None:
    if element in walker.outer or walker.rows is not None:
        return
    walker.rows, walker.around = Rows(), walker.writer.out
    walker.writer.out = walker.rows.loose


def _row(walker: _Walker, _: Element, __: Look) -> None:
    if walker.rows is not None:
        walker.rows.row()


def _cell(walker: _Walker, element: Element, how: Look) -> None:
    if walker.rows is None:
        return
    walker.writer.indent = how.indent
    walker.cell = walker.rows.cell(element.get("colspan"), element.get("rowspan"), how.over, how.under)
    writer = walker.writer
    writer.out, writer.typing, writer.down, writer.hard = walker.cell.lines, False, 0, False


def _preformatted(walker: _Walker, _: Element, __: Look) -> None:
    if walker.rows is None and walker.writer.verbatim is None:
        walker.writer.verbatim = Verbatim()
        walker.writer.out.append(walker.writer.verbatim)


def _end_preformatted(walker: _Walker, _: Element) -> None:
    walker.writer.verbatim = None
    walker.writer.gap = 1


def _end_cell(walker: _Walker, _: Element) -> None:
    if walker.rows is not None and walker.cell is not None:
        walker.cell.high = walker.writer.down + walker.writer.hard
        walker.cell.close()
        walker.cell = None
        walker.writer.out, walker.writer.typing = walker.rows.loose, True


def _end_row(walker: _Walker, _: Element) -> None:
    if walker.rows is not None:
        walker.rows.end_row()


def _end_table(walker: _Walker, element: Element) -> None:
    rows = walker.rows
    if rows is None or element in walker.outer:
        return
    walker.rows = None
    walker.writer.out = walker.around
    walker.writer.out += rows.loose
    walker.writer.out.append(rows)
    walker.writer.gap = 1


_OPEN = {
    "a": _link, "font": _font, "br": _new_line, "hr": _rule, "table": _table, "tr": _row, "td": _cell, "th": _cell,
    "pre": _preformatted, "listing": _preformatted, "xmp": _preformatted,
}  # fmt: skip
_SHUT = {
    "table": _end_table, "tr": _end_row, "td": _end_cell, "th": _end_cell,
    "pre": _end_preformatted, "listing": _end_preformatted, "xmp": _end_preformatted,
}  # fmt: skip
