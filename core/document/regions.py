"""Which runs of lines are tables with figures: from the first line of their head to their last row.

A line is a row where a figure stands apart from the words before it. Rows that no prose parts are one table; its head is
what stands over the figures above the first row. A contents page has figures too, but they are page numbers.
"""

import re
from itertools import pairwise
from typing import NamedTuple

from core.document.block import BLANK, FURNITURE, MARKUP, RULE, WORDS, Block, BlockKind
from core.figures import DASHES, LOOSE_END, LOOSE_FIGURE, NOTHING
from core.source import Source, Span

_FIGURE = rf"(?:[$£¥€] *+)?({LOOSE_FIGURE})(?={LOOSE_END}(?:  |$| [$(]|\.\.))"
_FIRST = re.compile(rf" *+{_FIGURE}")
_APART = re.compile(rf"   (?<! {{4}}) *+{_FIGURE}")
_LED = re.compile(rf"(?:  (?<! {{3}}) ++|\.(?<!\.\.)\.++ *+|\. (?<!\. \. )(?:\. )++ *+){_FIGURE}")
"""A figure behind leader dots, which are gone through from where they begin only."""
_OPENING = frozenset(f"0123456789.$£¥€(U{DASHES}")
"""What a line may begin with that begins with a figure, or with a dash for none."""
_SIGNS = f"$£¥€( {DASHES}"
_LONGEST = 2000
"""A line of more characters than this is no line of a table."""
_AMOUNT = re.compile(r"[$%]|\d,\d{3}|\d\.\d")
_LETTERS = re.compile(r"[a-z]{3}")
_YEARS = re.compile(r"\s*+(?:(?:19|20)\d\d(?:[*+]| {0,2}\(\w{1,2}\)?)?+ *+)++$")
RULER = re.compile(r"(?i)(?:<[sc]> *+)++")
"""What marks the columns: `<S>   <C>   <C>`."""
_PAIR = re.compile(rf"[\d)%-] {{2,}}+[$£¥€]?(?: *+)({LOOSE_FIGURE})(?={LOOSE_END}(?:  |$))")
_NIL = re.compile(rf"    (?<! {{5}}) *+(?:\$ *+)?({NOTHING})(?=  |$)")
_WIDE = re.compile(r"\S {3,}(?=\S)")
_UNITS = re.compile(r"(?i)thousand|million|except|dollar|unaudited|ended|december|june|september|march|fiscal|years?\b")
_LISTING = re.compile(
    r"(?i)\s*(?:item|part|exhibit|note|schedule|signature|page|report|consolidated|\(?[a-z\d]{1,2}[.)])\b"
)


class _Row(NamedTuple):
    """A line with figures: its index in the document, where its first figure begins (past the caption), that figure's
    digits, whether it begins the line, and whether years are all there is."""

    line: int
    left: int
    digits: str
    opens: bool = False
    years: bool = False


def table_blocks(source: Source, kinds: bytes | bytearray) -> tuple[Block, ...]:
    """The tables of a document, in order and apart. Takes a time proportional to the text."""
    return _Finder(source, kinds).run()


def without_bars(source: Source, kinds: bytes | bytearray) -> tuple[list[str], bytes | bytearray]:
    """The lines with blanks for the upright bars that some filers draw between columns, and what they are then for."""
    if "|" not in source.text:
        return source.lines, kinds
    lines, changed = list(source.lines), bytearray(kinds)
    for index, line in enumerate(lines):
        if "|" in line and kinds[index] in (WORDS, RULE):
            lines[index] = bare = line.replace("|", " ")
            left = bare.strip("-=_+ ").strip()
            if not left:
                changed[index] = RULE if bare.strip() else BLANK
            elif left[0] == "<" and RULER.fullmatch(left):
                changed[index] = MARKUP
    return lines, changed


class _Finder:
    """Goes down the rows once, and up from the first row of each table to its head."""

    def __init__(self, source: Source, kinds: bytes | bytearray) -> None:
        self.source = source
        self.lines, self.kinds = without_bars(source, kinds)
        bare = source.bare if self.lines is source.lines else list(map(str.strip, self.lines))
        self.rows = _rows(self.lines, bare, self.kinds)
        self.with_figures = {row.line for row in self.rows}

    def run(self) -> tuple[Block, ...]:
        """The tables."""
        found: list[Block] = []
        floor = begin = 0
        for at in range(1, len(self.rows) + 1):
            if at < len(self.rows) and self._together(self.rows[at - 1], self.rows[at], self.rows[begin]):
                continue
            run = self.rows[begin:at]
            begin = at
            first = self._head(run, floor)
            last = min(self._tail(run), self.rows[at].line if at < len(self.rows) else len(self.lines))
            if self._is_table(run, first):
                span = Span(self.source.starts[first], self.source.starts[last - 1] + len(self.lines[last - 1]))
                found.append(Block(BlockKind.TABLE, first, last, span))
                floor = last
        return tuple(found)

    def _together(self, before: _Row, row: _Row, top: _Row) -> bool:
        """Whether nothing between two rows parts them: prose, a table's end, a page with a head of its own."""
        words, edge = 0, min(before.left, row.left, top.left)
        turned = False
        if row.line - before.line > 60 or self._new_head(before, row):
            return False
        for index in range(before.line + 1, row.line):
            kind = self.kinds[index]
            if kind == MARKUP and "TABLE" in self.lines[index].upper():
                return False
            turned |= kind == FURNITURE
            if kind == WORDS:
                words += 1
                line = self.lines[index]
                if words > 16 or (turned and len(line.rstrip()) > edge) or self._prose(index, edge):
                    return False
        return True

    def _new_head(self, before: _Row, row: _Row) -> bool:
        """Whether a row of years is the head of another table, not one more row of a column of years."""
        if not row.years or before.years:
            return False
        return row.line - before.line > 1 or len(self.lines[row.line].split()) > 1

    def _prose(self, index: int, edge: int) -> bool:
        """Whether this line without figures is a sentence that runs under the figures, not a caption or a head."""
        line = self.lines[index].rstrip()
        bare = line.lstrip()
        if len(line) <= edge + 3 or len(bare) < 40 or len(line) - len(bare) > edge - 10:
            return False
        if _WIDE.search(bare):
            return False
        if index + 1 in self.with_figures:
            return len(line) > edge + 32 or "follow" in bare
        above = self.kinds[index - 1] == WORDS if index else False
        below = index + 1 < len(self.lines) and self.kinds[index + 1] == WORDS
        if not below and not above:
            room = 32 if bare.endswith(":") else 20
            return len(line) > edge + room or bare.endswith(".") or "follow" in bare
        if len(line) > edge + 15:
            return True
        other = self.lines[index + 1 if below else index - 1].rstrip()
        return (len(other) > edge + 3 and not _WIDE.search(other.strip())) or bare.endswith((".", ":"))

    def _head(self, run: list[_Row], floor: int) -> int:
        """The first line of the table's head."""
        edge = min(row.left for row in run)
        first = at = self._ruler(run[0].line, floor)
        over = run[0].years and at == run[0].line
        blanks = 0
        while at > floor and blanks < 5 and first - at < 14:
            at -= 1
            kind, line = self.kinds[at], self.lines[at].rstrip()
            if kind == BLANK:
                blanks += 1
            elif kind == RULE:
                first, blanks = at, 0
            elif kind == MARKUP:
                if "/TABLE" in line.upper() or "/FN" in line.upper():
                    break
                if "<TABLE" in line.upper():
                    break
                blanks = 0
                if "<S>" in line.upper() or "<C>" in line.upper():
                    first = at
            elif kind == FURNITURE:
                break
            else:
                part = self._above(at, line, edge, over, blanks)
                if part is None:
                    break
                over |= part
                first, blanks = at, 0
        return self._trimmed(first, run[0].line)

    def _ruler(self, row: int, floor: int) -> int:
        """The line of `<S>` and `<C>` shortly above a row, where the table's body begins; else the row's own."""
        for at in range(row - 1, max(floor - 1, row - 16, -1), -1):
            if self.kinds[at] == FURNITURE:
                break
            if self.kinds[at] == MARKUP:
                line = self.lines[at].upper()
                if "<S>" in line or "<C>" in line:
                    return at
                if "TABLE" in line:
                    break
        return row

    def _above(self, at: int, line: str, edge: int, over: bool, blanks: int) -> bool | None:
        """Whether a line above the first row stands over the figures; None where it is no part of the table."""
        bare = line.lstrip()
        indent = len(line) - len(bare)
        if len(line) <= edge + 2:
            if over:
                near = blanks == 0 or (bare.startswith("(") and blanks < 2)
                return False if near and len(bare) < 60 and _UNITS.search(bare) else None
            in_prose = at > 0 and self.kinds[at - 1] == WORDS and len(self.lines[at - 1].rstrip()) > max(edge + 2, 60)
            return None if in_prose or (bare.endswith(".") and len(line) > 40) or blanks > 2 else False
        if indent >= edge - 8 or _WIDE.search(bare):
            return True
        if _UNITS.search(bare) and len(bare) < 60 and blanks == 0 and (indent > 8 or bare[:1] == "("):
            return indent > 8
        return None

    def _trimmed(self, first: int, row: int) -> int:
        while first < row and self.kinds[first] in (BLANK, FURNITURE):
            first += 1
        return first

    def _tail(self, run: list[_Row]) -> int:
        """One past the table's last line: rules and a caption's last words below the last row belong to it."""
        at = last = run[-1].line + 1
        edge = min(row.left for row in run)
        blanks = 0
        while at < len(self.lines) and blanks < 2:
            kind, line = self.kinds[at], self.lines[at].rstrip()
            at += 1
            if kind == BLANK:
                blanks += 1
            elif kind == RULE:
                last, blanks = at, 0
            elif kind == WORDS and not blanks and self._rest(line, edge) and at - last < 4:
                last = at
            else:
                break
        return last

    def _rest(self, line: str, edge: int) -> bool:
        """Whether words right below a row may be the rest of its caption or of its words."""
        return len(line) <= edge or len(line) - len(line.lstrip()) >= 12 or _WIDE.search(line) is not None

    def _is_table(self, run: list[_Row], first: int) -> bool:
        """Whether rows are a table with figures, not a contents page, an address or a list."""
        if len(run) == 1 and (first == run[0].line or run[0].opens):
            return False
        if len(run) < 3 and all(row.digits.isdigit() and not row.years for row in run):
            return (
                any(_AMOUNT.search(self.lines[row.line]) for row in run) or RULE in self.kinds[first : run[-1].line + 2]
            )
        plain = [int(row.digits) for row in run if row.digits.isdigit() and len(row.digits) < 4]
        if len(plain) < max(3, 0.8 * len(run)):
            return any(not row.years for row in run)
        rising = sum(a <= b for a, b in pairwise(plain))
        listed = sum(bool(_LISTING.match(self.lines[row.line])) for row in run)
        dotted = sum(".." in self.lines[row.line] or ". ." in self.lines[row.line] for row in run)
        return not (rising >= 0.85 * (len(plain) - 1) and (listed + dotted >= 0.4 * len(run) or len(plain) > 5))


def _rows(lines: list[str], stripped: list[str], kinds: bytes | bytearray) -> list[_Row]:
    """Every line with a figure that stands apart. Most lines of prose are turned away by what they do not have."""
    found: list[_Row] = []
    words, opening = WORDS, _OPENING
    for index, bare in enumerate(stripped):
        if kinds[index] != words:
            continue
        dotted = "." in bare and (".." in bare or ". ." in bare)
        if ("  " in bare or dotted or bare[0] in opening) and len(lines[index]) <= _LONGEST:
            row = _row(index, lines[index], bare, dotted=dotted)
            if row is not None:
                found.append(row)
    return found


def _row(index: int, line: str, bare: str, *, dotted: bool) -> _Row | None:
    """The row that a line is; `bare` is the line stripped, `dotted` whether it has leader dots."""
    opens = bare[0] in _OPENING
    if not dotted and not opens and "   " not in bare:
        found = _PAIR.search(line)
        return _Row(index, found.start(1), found[1].lstrip(_SIGNS)) if found else None
    line = line.rstrip()
    indent = len(line) - len(bare)
    spaced = dotted or "  " in bare
    alone = indent > 0 and bare[-1].isdigit()
    opening = _FIRST.match(line) if opens and (alone or spaced) else None
    if opening is not None:
        return _opened(index, line, opening, dotted=dotted)
    found = _next_figure(line, indent, dotted=dotted) if spaced or (indent and bare[0] in DASHES) else None
    return _Row(index, found.start(1), found[1].lstrip(_SIGNS)) if found else None


def _next_figure(line: str, after: int, *, dotted: bool) -> re.Match[str] | None:
    """The first figure, or dash for none, that stands apart from what is before it."""
    found = (_LED if dotted else _APART).search(line, after)
    return found or _PAIR.search(line, after) or _NIL.search(line)


def _opened(index: int, line: str, opening: re.Match[str], *, dotted: bool) -> _Row | None:
    """The row of a line that begins with a figure: a year or a number may be its caption."""
    end = len(line)
    found = _next_figure(line, opening.end(), dotted=dotted) or opening
    begins = not line[: found.start(1)].strip(" $")
    if found.end() < end and (begins or (found.end() < end - 2 and _LETTERS.search(line, found.end()))):
        return None
    all_years = _YEARS.match(line) is not None
    if found.end() == end and found.start(1) < 20 and all_years:
        return None
    digits = found[1].lstrip(_SIGNS)
    years = all_years and digits[:2] in ("19", "20")
    return _Row(index, found.start(1), digits, found.end() >= end - 2, years)
