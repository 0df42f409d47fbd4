"""Writes the words of a document down line by line, as they are come upon, and keeps where what waits for them begins."""

import re
from typing import Any

from core.markup.css import CENTRED, RAISED, RIGHT, SIGNS, TYPED
from core.markup.dingbats import shown
from core.markup.flat import LONGEST_LINE, pieces
from core.markup.line import Element, Line, add, hard_indent, seen

_ALIGNED = CENTRED | RIGHT
_A_BLANK = 2.5
"""Points between two words on a line that look like a blank."""
_HARD = "\xa0"
_SOFT = re.compile(r"[ \t\n\r\f]+")


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


class Walked:
    """What one walk found, in the order of reading: `items`, tagged elements, links, and the targets that links name.

    `parted`: the first line that was too long and goes on in the next; `nested`: tags that lie too deep in each other;
    `unstyled`: whether style sheets were too much to be read for all elements.
    """

    def __init__(self) -> None:
        self.items: list[Any] = []
        self.tagged: list[Mark] = []
        self.links: list[Mark] = []
        self.targets: dict[str, tuple[Line, int]] = {}
        self.parted: Line | None = None
        self.nested = 0
        self.unstyled = False


class Writer:
    """The line that is being written, where it goes (`out`), and how the next words are set (`state`, `indent`).

    `gap`: whether the next line stands apart from the one before; `typing`: whether blanks of a typewriter's font count;
    `down` and `hard`: how many lines were ended since a cell began, and whether the one that is begun holds but a hard blank;
    `waiting` and `calling`: stretches and targets that begin with the next word; `last`: where the last word ended.
    """

    def __init__(self, found: Walked) -> None:
        self.found = found
        self.out: list[Any] = found.items
        self.state = 0
        self.indent = 0.0
        self.gap = 1
        self.typing = True
        self.down = 0
        self.hard = False
        self.verbatim: Verbatim | None = None
        self.waiting: list[Mark] = []
        self.calling: list[str] = []
        self.last: tuple[Line, int] | None = None
        self._line: Line | None = None
        self._blank = self._empty = False
        self._lead = ""

    def set_in(self, points: float) -> None:
        """Room at the left: the line begins further to the right, or, where it is begun, a blank comes."""
        if self._line is None:
            self.indent += points
        elif points >= _A_BLANK:
            self._blank = True

    def apart(self) -> None:
        """Ends the line; the next one stands apart."""
        self.flush()
        self.gap = 1

    def break_line(self) -> None:
        """Ends the line where the next one stands right below; an empty one parts."""
        if self.verbatim is not None:
            self.verbatim.lines.append(Line(0, 0.0, 0))
            return
        if self._line is None:
            self.gap = 1
            self._empty = True
            self.down, self.hard = self.down + 1, False
        self.flush()

    def write(self, text: str, element: Element, *, tail: bool) -> None:
        """The words of a text node."""
        if self.state & SIGNS:
            text = shown(text, element, tail=tail)
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
        if self.state & TYPED and self.typing:
            self._write_typed(text, element, tail=tail)
            return
        words = text.split()
        line = self._line
        if not words:
            if line is not None:
                self._blank = True
            else:
                self.indent += hard_indent(text)
                self.hard = self.hard or _HARD in text
            return
        if line is None:
            line = self._line = Line(self.gap, self.indent + hard_indent(text), self.state & _ALIGNED)
            line.down = self.down
        elif text[0].isspace() or (self.state & RAISED and line.parts[-1][-1].isdigit()):
            self._blank = True
        add(line, words, self._blank, self.state, element, tail)
        self._written(line)
        self._blank = text[-1].isspace()

    def _write_typed(self, text: str, element: Element, *, tail: bool) -> None:
        """Words in a typewriter's font: hard blanks set them in columns."""
        text = _SOFT.sub(" ", text).replace("\xa0", " ")
        line = self._line
        if line is None:
            if not text.strip():
                self._empty = True
                self._lead += text
                return
            text = self._lead + text
            before = self.out[-1] if self.out else None
            apart = self._empty or not (isinstance(before, Line) and before.typed)
            line = self._line = Line(int(apart), 0.0, self.state & _ALIGNED)
            line.typed, self._lead, self._empty = True, "", False
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

    def flush(self) -> None:
        """Ends the line."""
        if self._line is not None:
            self.out.append(self._line)
            self._line = None
            self.gap = 0
            self.down, self.hard = self.down + 1, False
        self._blank, self._lead = False, ""

    def _part(self, line: Line) -> None:
        """Ends a line that is too long; its block goes on in the next."""
        self.flush()
        self.found.parted = self.found.parted or line
