"""A run of table lines as heads and bodies: where a head ends, and where a new head begins a new table."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from core.figures import Token
from core.tables.text.lines import BLANK, FIGURES, RULE, RULER, WORDS, YEARS, TableLine, segments

_STUB = re.compile(
    r"(?i)\(?(?:dollars |amounts )?in (?:thousands|millions)|\(unaudited|years? ended|ended|december 31|june 30|fiscal year"
)


class Section(NamedTuple):
    """One table's lines: its head, and its body."""

    head: list[TableLine]
    body: list[TableLine]

    @property
    def lines(self) -> list[TableLine]:
        """All of them."""
        return self.head + self.body


def sections(lines: list[TableLine]) -> list[Section]:
    """The tables in a run of lines: a new one begins where, below rows, a new head stands over the figures."""
    edge = _edge(lines)
    found: list[Section] = []
    start = 0
    for begin in [*_new_heads(lines, edge), len(lines)]:
        part = lines[start:begin]
        cut = _head_end(part, edge)
        if any(line.kind is FIGURES for line in part[cut:]):
            found.append(Section(part[:cut], part[cut : _body_end(part)]))
            start = begin
    return found


def _body_end(lines: Sequence[TableLine]) -> int:
    """One past the body's last line: the last row, and what hangs below it without an empty line."""
    last = max(at for at, line in enumerate(lines) if line.kind is FIGURES)
    end = last + 1
    while end < len(lines) and lines[end].kind in (WORDS, RULE):
        end += 1
    rules = [at for at in range(end, min(end + 3, len(lines))) if lines[at].kind is RULE]
    return rules[0] + 1 if rules and all(lines[at].kind is BLANK for at in range(end, rules[0])) else end


def _edge(lines: Sequence[TableLine]) -> int:
    """Where the figures begin, past the captions: the first figures of the rows, without a few that lie far left."""
    lefts = sorted([_first_left(line.figures) for line in lines if line.kind is FIGURES])
    return lefts[len(lefts) // 12] if lefts else 0


def _first_left(figures: Sequence[Token]) -> int:
    """Where the first figure of a row is that does not begin the line."""
    if figures[0].gap < 99 or len(figures) == 1:
        return figures[0].left
    return next((token.left for token in figures if token.gap < 99), figures[0].left)


def over_figures(line: TableLine, edge: int) -> bool:
    """Whether a line without figures, or with years only, has words over the figures."""
    return len(line.text) > edge + 1


def _is_head(line: TableLine, edge: int) -> bool:
    """Whether a line is a head by itself: years alone over the figures."""
    if line.kind is not YEARS or not over_figures(line, edge):
        return False
    first = line.figures[0]
    caption = line.text[: first.start].strip()
    return not caption or (len(line.figures) > 1 and bool(_STUB.search(caption))) or caption.endswith(",")


def _head_end(lines: Sequence[TableLine], edge: int) -> int:
    """The index of the first line of the body."""
    first = next((at for at, line in enumerate(lines) if line.kind is FIGURES), len(lines))
    cut = next((at + 1 for at in range(first) if lines[at].kind is RULER), 0)
    for at in range(cut, first):
        if _heads(lines, at, cut, edge):
            cut = at + 1
    return cut


def _heads(lines: Sequence[TableLine], at: int, cut: int, edge: int) -> bool:
    """Whether a line above the first row belongs to the head, which reaches to line `cut` so far."""
    line = lines[at]
    if line.kind is RULE:
        return not cut or len(line.text) > edge
    if line.kind < WORDS:
        return False
    if over_figures(line, edge):
        return True
    bare = line.text.strip()
    if line.kind is not WORDS or _STUB.match(bare) is None:
        return False
    return bare[0] == "(" or (cut == at and at > 0 and lines[at - 1].kind is not RULE)


def _new_heads(lines: Sequence[TableLine], edge: int) -> list[int]:
    """Where, below rows, a new head begins."""
    wordy = _wordy(lines)
    yearly = {line.figures[0].left for line in lines if line.kind is FIGURES and line.figures[0].year}
    found: list[int] = []
    rows = 0
    at = 0
    while at < len(lines):
        line = lines[at]
        if line.kind is FIGURES:
            rows += 1
        elif rows and len(line.figures) == 1 and line.figures[0].left in yearly:
            pass  # one more year of a column of years
        elif rows and (_is_head(line, edge) or (not wordy and (_many_words(line, edge) or _ruled(lines, at, edge)))):
            begin = _up(lines, at, edge)
            if begin > 0:
                found.append(begin)
            rows = 0
        at += 1
    return found


def _wordy(lines: Sequence[TableLine]) -> bool:
    """Whether words stand right of the figures in many rows: words there are cells, not heads."""
    rows = [line for line in lines if line.kind is FIGURES]
    tails = [line.text[line.figures[-1].end :] for line in rows if len(line.text) > line.figures[-1].end]
    return sum(any(c.isalpha() for c in tail) for tail in tails) * 5 > len(rows)


def _many_words(line: TableLine, edge: int) -> bool:
    """Whether a line has words over more than one column, and no figure."""
    if line.kind < WORDS or not over_figures(line, edge):
        return False
    return sum(1 for part in segments(line.text) if part.left >= edge - 4) > 1


def _ruled(lines: Sequence[TableLine], at: int, edge: int) -> bool:
    """Whether a line is a head by what is around it: words right of the captions, an empty line above, a rule below."""
    line = lines[at]
    if line.kind is not WORDS or line.indent < max(edge - 6, 16) or not 0 < at < len(lines) - 1:
        return False
    return lines[at - 1].kind is BLANK and lines[at + 1].kind is RULE


def _up(lines: Sequence[TableLine], at: int, edge: int) -> int:
    """The first line of a head, from one of its lines upwards to the rows before."""
    first = at
    blanks = 0
    for index in range(at - 1, -1, -1):
        line = lines[index]
        if line.kind is FIGURES:
            break
        if line.kind is BLANK:
            blanks += 1
        elif line.kind >= WORDS:
            if not over_figures(line, edge) and (blanks or line.text.strip()[-1:] != ","):
                break
            if line.indent < edge - 10 and len(segments(line.text)) == 1:
                break
            first, blanks = index, 0
        elif line.kind is RULE and any(
            other.kind >= WORDS and other.kind is not FIGURES for other in lines[max(0, index - 2) : index]
        ):
            first, blanks = index, 0
    return first
