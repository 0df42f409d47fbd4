"""Which runs of lines are tables with figures: from the first line of their head to their last row.

A line is a row where a figure stands apart from the words before it. Rows that no prose parts are one table; its head is
what stands over the figures above the first row. A contents page has figures too, but they are page numbers.
"""

import re
from typing import NamedTuple

from core.document.block import BLANK, FURNITURE, MARKUP, RULE, WORDS, Block, BlockKind
from core.document.continued import is_continued
from core.document.region_rules import HEAD_LINE, PROSE_BETWEEN, TABLE, WIDE, Above, LineAbove, LineBetween, Run
from core.figures import DASHES, LOOSE_END, LOOSE_FIGURE, NOTHING
from core.source import Source, Span

_FIGURE = rf"(?:[$£¥€] *+)?({LOOSE_FIGURE})(?={LOOSE_END}(?:  |$| [$(]|\.\.))"
_FIRST = re.compile(rf" *+{_FIGURE}")
_APART = re.compile(rf"   (?<! {{4}}) *+{_FIGURE}")
_LEADERS = r"\.(?<!\.\.)\.++ *+|\. (?<!\. \. )(?:\. )++ *+"
_LED = re.compile(rf"(?:  (?<! {{3}}) ++|{_LEADERS}){_FIGURE}")
"""A figure behind leader dots, which are gone through from where they begin only."""
_PAIR = re.compile(rf"  (?<=[\d)%-]  ) *+[$£¥€]?(?: *+)({LOOSE_FIGURE})(?={LOOSE_END}(?:  |$))")
"""A figure behind another; looked for by the gap between them, which prose seldom has."""
_NIL = re.compile(rf"    (?<! {{5}}) *+(?:\$ *+)?({NOTHING})(?=  |$)")
_OPENING = frozenset(f"0123456789.$£¥€(U{DASHES}")
"""What a line may begin with that begins with a figure, or with a dash for none."""
_SIGNS = f"$£¥€( {DASHES}"
_LETTERS = re.compile(r"[a-z]{3}")
_YEARS = re.compile(r"\s*+(?:(?:19|20)\d\d(?:[*+]| {0,2}\(\w{1,2}\)?)?+ *+)++$")
RULER = re.compile(r"(?i)(?:<[sc]> *+)++")
"""What marks the columns: `<S>   <C>   <C>`."""
_RULER_MARK = re.compile(r"(?i)<[sc]>")
_ENDS_HEAD = re.compile(r"(?i)/table|/fn|<table")
_BEGINS_TABLE = re.compile(r"(?i)\s*<table\b[^<>]*>\s*$")
_ENDS_IN_YEARS = re.compile(r"(?:  (?:19|20)\d\d\b\s*)$")
_OUTSIDE = 7
"""Lines down to the tag that begins a table, in which heads may stand outside of it."""
_LONGEST = 2000
"""A line of more characters than this is no line of a table."""
_FARTHEST_ROWS, _MOST_WORDS = 60, 16
"""Lines, and lines of words, between two rows of one table at most."""
_MOST_BLANKS, _TALLEST = 5, 14
"""Empty lines inside of a head at most, and lines from one of its parts to the next."""
_RULER_LINES = 16
"""Lines from the ruler to the first row at most."""
_REST_LINES, _REST_INDENT = 4, 12
"""Lines that the rest of the last caption may take, and where words of columns begin."""
_FIRST_COLUMN = 20
"""Characters. Years that begin farther left, with nothing behind them, are captions or a head of one column."""


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
            if self._heads_next(run):
                continue
            first = self._head(run, floor)
            last = min(self._tail(run), self.rows[at].line if at < len(self.rows) else len(self.lines))
            verdict = TABLE.first(self._run(run, first))
            if verdict is not None and verdict.decided:
                span = Span(self.source.starts[first], self.source.starts[last - 1] + len(self.lines[last - 1]))
                found.append(Block(BlockKind.TABLE, first, last, span, verdict))
                floor = last
        return tuple(found)

    def _heads_next(self, run: list[_Row]) -> bool:
        """Whether a run is one line that ends in years, over the tag that begins a table: heads that stand outside."""
        if len(run) > 1 or not _ENDS_IN_YEARS.search(self.lines[run[0].line]):
            return False
        below = range(run[0].line + 1, min(run[0].line + _OUTSIDE, len(self.lines)))
        return any(self.kinds[at] == MARKUP and _BEGINS_TABLE.match(self.lines[at]) for at in below)

    def _run(self, run: list[_Row], first: int) -> Run:
        """Rows as the rules look at them; `first` the first line of their head."""
        begin, end = run[0].line, run[-1].line + 2
        return Run(
            [self.lines[row.line] for row in run],
            [row.digits for row in run],
            [row.years for row in run],
            first == begin,
            run[0].opens,
            RULE in self.kinds[first:end],
        )

    def _together(self, before: _Row, row: _Row, top: _Row) -> bool:
        """Whether nothing between two rows parts them: prose, a table's end, a page with a head of its own."""
        if row.line - before.line > _FARTHEST_ROWS or self._new_head(before, row):
            return False
        edge = min(before.left, row.left, top.left)
        words, turned = 0, False
        for index in range(before.line + 1, row.line):
            kind = self.kinds[index]
            if kind == MARKUP and "TABLE" in self.lines[index].upper():
                return False
            turned |= kind == FURNITURE
            if kind == WORDS:
                words += 1
                new_page = turned and len(self.lines[index].rstrip()) > edge
                if words > _MOST_WORDS or new_page or self._prose(index, edge):
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
        if len(line) <= edge:
            return False
        above, below = self._words(index - 1), self._words(index + 1)
        row_next, begins = index + 1 in self.with_figures, not above or index - 1 in self.with_figures
        subject = LineBetween(line, edge, row_next, not (above or below), below or above, begins)
        return bool(PROSE_BETWEEN.decide(subject))

    def _words(self, index: int) -> str:
        """A line, if it is one of words; else nothing."""
        return self.lines[index].rstrip() if 0 <= index < len(self.kinds) and self.kinds[index] == WORDS else ""

    def _head(self, run: list[_Row], floor: int) -> int:
        """The first line of the table's head."""
        edge = min([row.left for row in run if not row.opens] or [row.left for row in run])
        begin = self._ruler(run[0].line, floor)
        climb = _Climb(self.lines, self.kinds, edge, begin, over=run[0].years and begin == run[0].line)
        return self._trimmed(climb.to(floor), run[0].line)

    def _ruler(self, row: int, floor: int) -> int:
        """The line of `<S>` and `<C>` shortly above a row, where the table's body begins; else the row's own."""
        for at in range(row - 1, max(floor - 1, row - _RULER_LINES, -1), -1):
            if self.kinds[at] == FURNITURE:
                break
            if self.kinds[at] == MARKUP:
                if _RULER_MARK.search(self.lines[at]):
                    return at
                if "TABLE" in self.lines[at].upper():
                    break
        return row

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
            elif kind == WORDS and not blanks and self._rest(line, edge) and at - last < _REST_LINES:
                last = at
            else:
                break
        return last

    def _rest(self, line: str, edge: int) -> bool:
        """Whether words right below a row may be the rest of its caption or of its words, and no title of the next page."""
        if is_continued(line):
            return False
        return len(line) <= edge or len(line) - len(line.lstrip()) >= _REST_INDENT or WIDE.search(line) is not None


class _Climb:
    """The way up from a table's first row to the first line of its head. Figures begin at `edge`; `over`: words over them
    were passed; `blanks` and `gap` empty lines since the last line of the head, and since the last words; `outside`: the
    tag that begins the table was passed, and only heads that tell a time or units belong to it there."""

    def __init__(self, lines: list[str], kinds: bytes | bytearray, edge: int, begin: int, *, over: bool) -> None:
        self.lines, self.kinds, self.edge = lines, kinds, edge
        self.first = self.at = begin
        self.over, self.outside = over, False
        self.blanks = self.gap = 0

    def to(self, floor: int) -> int:
        """The first line of the head, at `floor` at the highest."""
        while self.at > floor and self.blanks < _MOST_BLANKS and self.first - self.at < _TALLEST:
            self.at -= 1
            if not self._passes(self.kinds[self.at]):
                break
        return self.first

    def _passes(self, kind: int) -> bool:
        """Whether the way goes on past a line."""
        if kind == BLANK:
            self.blanks, self.gap = self.blanks + 1, self.gap + 1
            return True
        if kind == FURNITURE or (kind == WORDS and not self._words()):
            return False
        if kind == MARKUP:
            return self._markup(self.lines[self.at])
        self.blanks = 0
        if self.over or not self.outside:
            self.first = self.at
        return True

    def _markup(self, line: str) -> bool:
        if _BEGINS_TABLE.match(line) and not self.over:
            self.outside = True
        elif _ENDS_HEAD.search(line):
            return False
        self.blanks = 0
        if _RULER_MARK.search(line):
            self.first = self.at
        return True

    def _words(self) -> bool:
        above = self.at - 1
        before = self.lines[above].rstrip() if above >= 0 and self.kinds[above] == WORDS else ""
        line = LineAbove(self.lines[self.at].rstrip(), self.edge, self.over, self.blanks, self.gap, before)
        said = HEAD_LINE.decide(line)
        stray = self.outside and not self.over and not (said is Above.OVER and line.tells)
        if said is Above.APART or stray:
            return False
        self.over |= said is Above.OVER
        self.gap = 0
        return True


def _rows(lines: list[str], stripped: list[str], kinds: bytes | bytearray) -> list[_Row]:
    """Every line with a figure that stands apart. Most lines of prose are turned away by what they do not have."""
    found: list[_Row] = []
    words, opening, pair = WORDS, _OPENING, _PAIR.search
    for index, bare in enumerate(stripped):
        if kinds[index] != words:
            continue
        dotted = "." in bare and (".." in bare or ". ." in bare)
        opens = bare[0] in opening
        row = None
        if dotted or opens or "   " in bare:
            if len(lines[index]) <= _LONGEST:
                row = _wide_row(index, lines[index].rstrip(), bare, dotted=dotted, opens=opens)
        elif "  " in bare and len(lines[index]) <= _LONGEST and (match := pair(lines[index])) is not None:
            row = _row_from(index, match)
        if row is not None:
            found.append(row)
    return found


def _wide_row(index: int, line: str, bare: str, *, dotted: bool, opens: bool) -> _Row | None:
    """The row that a line is with leader dots or wide gaps, or one that begins with a figure; `bare` is the line stripped."""
    indented = len(line) > len(bare)
    spaced = dotted or "  " in bare
    if opens and (spaced or (indented and bare[-1].isdigit())) and (opening := _FIRST.match(line)):
        return _opened(index, line, opening, dotted=dotted)
    if not spaced and not (indented and bare[0] in DASHES):
        return None
    return _row_from(index, _next_figure(line, len(line) - len(bare), dotted=dotted))


def _row_from(index: int, found: re.Match[str] | None) -> _Row | None:
    """The row of a line with this first figure."""
    return _Row(index, found.start(1), found[1].lstrip(_SIGNS)) if found else None


def _next_figure(line: str, after: int, *, dotted: bool) -> re.Match[str] | None:
    """The first figure, or dash for none, that stands apart from what is before it."""
    found = (_LED if dotted else _APART).search(line, after)
    return found or _PAIR.search(line, after + 1) or _NIL.search(line)


def _opened(index: int, line: str, opening: re.Match[str], *, dotted: bool) -> _Row | None:
    """The row of a line that begins with a figure: a year or a number may be its caption."""
    end = len(line)
    found = _next_figure(line, opening.end(), dotted=dotted) or opening
    begins = not line[: found.start(1)].strip(" $")
    if found.end() < end and (begins or (found.end() < end - 2 and _LETTERS.search(line, found.end()))):
        return None
    all_years = _YEARS.match(line) is not None
    if found.end() == end and found.start(1) < _FIRST_COLUMN and all_years:
        return None
    digits = found[1].lstrip(_SIGNS)
    years = all_years and digits[:2] in ("19", "20")
    return _Row(index, found.start(1), digits, found.end() >= end - 2, years)
