"""A table's lines as the eye takes them in: words, figures and rules, each at its columns."""

import re
from enum import IntEnum
from typing import NamedTuple

from core.document.block import Block, Layout, Line
from core.document.regions import RULER as RULED
from core.figures import Token, common, has_minus_behind, tokens
from core.tables.grid import Rule

_YEAR_DIGITS = 4
LONGEST = 2000
"""A line of more characters than this is no line of a table."""
_SEGMENT = re.compile(r"\S++(?: \S++)*+")
_RULER = re.compile(r"(?i)<[sc]>")
_STROKE = re.compile(r"(?<![^ ])[-=_]{5,}(?![^ ])")
_LETTER = re.compile(r"[^\W\d_]|\(\d")
_RUN = re.compile(r"[-=_]+")


class LineKind(IntEnum):
    """What a line of a table is."""

    BLANK = 0
    RULE = 1
    RULER = 2
    """`<S>   <C>   <C>`"""
    PAGE = 3
    """Page furniture within the table."""
    WORDS = 4
    """No figure stands apart."""
    YEARS = 5
    """Its figures are years only: a head, or a caption."""
    FIGURES = 6


BLANK, RULE, RULER, PAGE, WORDS, YEARS, FIGURES = LineKind
"""By short names too: an enumeration looks its members up slowly."""
_WORDS, _RULE, _FURNITURE, _MARKUP = int(Line.WORDS), int(Line.RULE), int(Line.FURNITURE), int(Line.MARKUP)
_new = tuple.__new__


class Segment(NamedTuple):
    """Words with single blanks between them, in columns of their line."""

    left: int
    right: int
    text: str


class TableLine(NamedTuple):
    """A line of a table: `at` its index in the document, where it starts in the text, its words, its figures that stand
    apart, and those that stand after a word (`weak`), its first column that is not blank; `loose`: it has words beside it;
    `aside`: it is words of the margin.
    """

    at: int
    offset: int
    kind: LineKind
    text: str
    figures: tuple[Token, ...] = ()
    weak: tuple[Token, ...] = ()
    indent: int = 0
    loose: bool = False
    aside: bool = False

    @property
    def rule(self) -> Rule:
        """Which rule this line draws."""
        return Rule.DOUBLE if "=" in self.text else Rule.SINGLE


def read_lines(layout: Layout, block: Block) -> list[TableLine]:
    """The lines of a table block."""
    source, kinds = layout.source, layout.kinds
    lines, starts = source.lines, source.starts
    bars = "|" in source.text
    behind = has_minus_behind(source.text[slice(*block.span)])
    found: list[TableLine] = []
    for index in range(block.first, block.last):
        text, kind = lines[index].rstrip(), kinds[index]
        if kind == _WORDS and len(text) <= LONGEST:
            if "-----" in text or "=====" in text:
                found += _with_strokes(index, starts[index], text)
            elif bars and "|" in text:
                found.append(_without_bars(index, starts[index], text))
            else:
                found.append(_spoken(index, starts[index], text, behind=behind))
        elif not text:
            found.append(_new(TableLine, (index, starts[index], BLANK, "", (), (), 0, False, False)))
        elif kind == _RULE and len(text) <= LONGEST:
            found.append(_new(TableLine, (index, starts[index], RULE, text, (), (), 0, False, False)))
        else:
            found.append(_silent(index, starts[index], text, kind))
    return found


def _with_strokes(index: int, offset: int, text: str) -> list[TableLine]:
    """A line of words that has strokes too, right of them: as a rule and a line of words."""
    strokes = [match.span() for match in _STROKE.finditer(text)]
    drawn, words = [" "] * len(text), list(text)
    for left, right in strokes:
        drawn[left:right] = text[left:right]
        words[left:right] = " " * (right - left)
    rule = [TableLine(index, offset, RULE, "".join(drawn).rstrip())] if strokes else []
    return [*rule, _without_bars(index, offset, "".join(words).rstrip())]


def _without_bars(index: int, offset: int, text: str) -> TableLine:
    """A line with blanks for the upright bars drawn between columns."""
    text = text.replace("|", " ").rstrip()
    left = text.strip("-=_+ ")
    if left[:1] == "<" and RULED.fullmatch(left):
        return TableLine(index, offset, RULER, text)
    if left:
        return _spoken(index, offset, text)
    return TableLine(index, offset, RULE, text) if text.strip() else TableLine(index, offset, BLANK, "")


def _silent(index: int, offset: int, text: str, kind: int) -> TableLine:
    """A line without words of the table."""
    if len(text) <= LONGEST:
        if kind == _FURNITURE:
            return TableLine(index, offset, PAGE, text)
        if kind == _MARKUP and _RULER.search(text):
            return TableLine(index, offset, RULER, text)
    return TableLine(index, offset, BLANK, "")


def _spoken(index: int, offset: int, text: str, *, behind: bool = False) -> TableLine:
    """A line of words, or of words and figures."""
    if not text:
        return TableLine(index, offset, BLANK, "")
    indent = len(text) - len(text.lstrip())
    found = common(text)
    if found is None:
        figures, weak = _apart(text, tokens(text, behind=behind))
    elif found and found[0].gap < 2:
        figures, weak = _gapped(found)
    else:
        figures, weak = tuple(found), ()
    if not figures:
        return _new(TableLine, (index, offset, WORDS, text, (), weak, indent, "  " in text[indent:], False))
    first = figures[0].start
    loose = "  " in text[indent:first].rstrip() or (found is None and _LETTER.search(text, first) is not None)
    kind = FIGURES
    if first == indent or len(figures[0].digits) == _YEAR_DIGITS:
        kind = _kind(figures, opens=first == indent)
    if kind is WORDS:
        figures = ()
    return _new(TableLine, (index, offset, kind, text, figures, weak, indent, loose, False))


def _kind(figures: tuple[Token, ...], *, opens: bool) -> LineKind:
    """What a line with figures is; `opens`: it begins with one."""
    first = figures[0]
    if len(first.digits) == _YEAR_DIGITS and all(token.year or token.marks for token in figures):
        return YEARS
    return WORDS if opens and first.mark_like and _numbered(figures) else FIGURES


def _numbered(figures: tuple[Token, ...]) -> bool:
    """Whether figures only number the columns: `(1)   (2)   (3)`."""
    numbers = [int(token.digits) for token in figures if token.mark_like]
    return len(numbers) == len(figures) > 1 and numbers == list(range(1, len(numbers) + 1))


class Parted(NamedTuple):
    """The figures of a line: those that stand apart from words, and those that do not."""

    standing: tuple[Token, ...]
    weak: tuple[Token, ...]


def _gapped(found: list[Token]) -> Parted:
    """Common figures: those that stand apart, and those before them that stand after a word."""
    for at, token in enumerate(found):
        if token.gap >= 2:
            return Parted(tuple(found[at:]), tuple(found[:at]))
    return Parted((), tuple(found))


def _apart(text: str, found: list[Token]) -> Parted:
    """The figures that stand apart from words: after two blanks, dots or a figure; and those that do not, but end where a
    gap begins: these are figures only if a column of figures is there."""
    standing, weak, end = [], [], -1
    for token in found:
        closed = text[token.end : token.end + 2].strip() == ""
        if (token.gap >= 2 or (end >= 0 and token.start - token.gap == end)) and (closed or _figure_next(text, token)):
            standing.append(token)
            end = token.end
        elif closed and token.gap < 2:
            weak.append(token)
    return Parted(tuple(standing), tuple(weak))


def _figure_next(text: str, token: Token) -> bool:
    """Whether what follows after one blank is a figure too, not words: `5 years`."""
    return not text[token.end + 1 : token.end + 2].isalpha()


def words_beside(line: TableLine) -> list[Segment]:
    """The words of a line that are no figures, parted where two blanks or a figure stand: its caption first, if any."""
    text, figures = line.text, line.figures
    if not line.loose:
        caption = text[line.indent : figures[0].start].rstrip() if figures else text[line.indent :]
        return [Segment(line.indent, line.indent + len(caption), caption)] if caption.strip(".$ ") else []
    found: list[Segment] = []
    at = 0
    for token in figures:
        if text[at : token.start].strip(".$ "):
            found += segments(text, at, token.start)
        at = token.end
    if text[at:]:
        found += segments(text, at)
    return [part for part in found if part.text.strip(".$ ")]


def segments(text: str, start: int = 0, end: int | None = None) -> list[Segment]:
    """The words of a line between two columns, parted where two blanks are."""
    found = _SEGMENT.finditer(text, start, len(text) if end is None else end)
    return [_new(Segment, (*match.span(), match[0])) for match in found]


def runs(rule: str) -> list[tuple[int, int]]:
    """The strokes of a rule, without the dashes that escape it: `- - ------`."""
    strokes = [match.span() for match in _RUN.finditer(rule)]
    return [stroke for stroke in strokes if stroke[1] - stroke[0] > 1] or strokes
