"""A run of table lines as heads and bodies: where a head ends, and where a new head begins a new table."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from core.evidence import CERTAIN, Clue, Recogniser, Rule, Verdict
from core.figures import AT_BEGINNING, Token
from core.tables.heads import DATE, STUB_LINE
from core.tables.text.lines import BLANK, FIGURES, RULE, RULER, WORDS, YEARS, TableLine, segments

_STRAY_ROWS = 12
"""One row of so many may have a figure far left of where figures begin."""
_RULE_BELOW = 3
"""Lines below the last row in which a rule may end the table."""
_WORDY = 1 / 5
"""Where words stand right of the figures in so many of the rows, words there are cells."""
_LEFT, _FARTHER_LEFT, _FARTHEST_LEFT = 4, 6, 10
"""Characters left of the figures where heads may begin: one of several, one by itself, and the upper lines of one."""
_LEAST_INDENT = 16
"""Characters. A head by itself begins no farther left."""
_SPREAD_OVER = 2
"""Lines above a rule in which the words are that it is drawn under."""


class Section(NamedTuple):
    """One table's lines: its head, and its body; and why the head ends where it does."""

    head: list[TableLine]
    body: list[TableLine]
    verdict: Verdict[int] | None = None

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
        verdict = _head_end(part, edge)
        cut = verdict.decided
        if any(line.kind is FIGURES for line in part[cut:]):
            found.append(Section(part[:cut], part[cut : _body_end(part)], verdict))
            start = begin
    return found


def _body_end(lines: Sequence[TableLine]) -> int:
    """One past the body's last line: the last row, and what hangs below it without an empty line."""
    last = max(at for at, line in enumerate(lines) if line.kind is FIGURES)
    end = last + 1
    while end < len(lines) and lines[end].kind in (WORDS, RULE):
        end += 1
    rules = [at for at in range(end, min(end + _RULE_BELOW, len(lines))) if lines[at].kind is RULE]
    return rules[0] + 1 if rules and all(lines[at].kind is BLANK for at in range(end, rules[0])) else end


def _edge(lines: Sequence[TableLine]) -> int:
    """Where the figures begin, past the captions: the first figures of the rows, without a few that lie far left."""
    lefts = sorted([_first_left(line.figures) for line in lines if line.kind is FIGURES])
    return lefts[len(lefts) // _STRAY_ROWS] if lefts else 0


def _first_left(figures: Sequence[Token]) -> int:
    """Where the first figure of a row is that does not begin the line."""
    if figures[0].gap < AT_BEGINNING or len(figures) == 1:
        return figures[0].left
    return next((token.left for token in figures if token.gap < AT_BEGINNING), figures[0].left)


def over_figures(line: TableLine, edge: int) -> bool:
    """Whether a line without figures, or with years only, has words over the figures."""
    return len(line.text) > edge + 1


class LineOfTable(NamedTuple):
    """A line above a table's first row; the head reaches to line `cut` so far, and figures begin at `edge`."""

    lines: Sequence[TableLine]
    at: int
    cut: int
    edge: int

    @property
    def line(self) -> TableLine:
        """The line itself."""
        return self.lines[self.at]

    @property
    def bare(self) -> str:
        """Its words."""
        return self.line.text.strip()


def _rule(one: LineOfTable) -> bool | None:
    return not one.cut or len(one.line.text) > one.edge if one.line.kind is RULE else None


def _no_words(one: LineOfTable) -> bool | None:
    return False if one.line.kind < WORDS else None


def _over(one: LineOfTable) -> bool | None:
    return True if over_figures(one.line, one.edge) else None


def _caption_line(one: LineOfTable) -> bool | None:
    return None if one.line.kind is WORDS and STUB_LINE.match(one.bare) else False


def _bracketed_stub(one: LineOfTable) -> bool | None:
    return True if one.bare[0] == "(" else None


def _stub_below_head(one: LineOfTable) -> bool | None:
    return one.cut == one.at and one.at > 0 and one.lines[one.at - 1].kind is not RULE


HEAD_OR_BODY: Recogniser[LineOfTable, bool] = Recogniser(
    "head-or-body",
    "Does a line of text above a table's first row belong to its head?",
    (
        Rule(
            "rule",
            3,
            "A rule belongs to the head when it reaches over figures, or nothing of the head is above.",
            _rule,
        ),
        Rule("no-words", 5, "Empty lines and page furniture do not.", _no_words),
        Rule("over-figures", 4, "Words over the figures do.", _over),
        Rule(
            "caption",
            4,
            "Words over the captions do not, unless they say what the figures count, or when.",
            _caption_line,
        ),
        Rule("bracketed-stub", 3, "Such words do in brackets.", _bracketed_stub),
        Rule(
            "stub-below-head",
            2,
            "Without brackets they do right below the head, where no rule ends it.",
            _stub_below_head,
        ),
    ),
)


def _head_end(lines: Sequence[TableLine], edge: int) -> Verdict[int]:
    """The index of the first line of the body; the clues tell of each line of the head why it is one."""
    first = next((at for at, line in enumerate(lines) if line.kind is FIGURES), len(lines))
    cut = next((at + 1 for at in range(first) if lines[at].kind is RULER), 0)
    clues = [Clue("head-or-body/ruler", CERTAIN, says=True)] if cut else []
    for at in range(cut, first):
        verdict = HEAD_OR_BODY.first(LineOfTable(lines, at, cut, edge)) if lines[at].kind is not BLANK else None
        if verdict is not None and verdict.decided:
            cut = at + 1
            clues += verdict.clues
    return Verdict(cut, sum(clue.weight for clue in clues), tuple(clues))


def _new_heads(lines: Sequence[TableLine], edge: int) -> list[int]:
    """Where, below rows, a new head begins."""
    wordy = _wordy(lines)
    yearly = {line.figures[0].left for line in lines if line.kind is FIGURES and line.figures[0].year}
    found: list[int] = []
    rows = 0
    for at, line in enumerate(lines):
        if line.kind is FIGURES:
            rows += 1
        elif rows and line.kind >= WORDS and NEW_HEAD.decide(NewHead(lines, at, edge, yearly, wordy)):
            begin = _up(lines, at, edge)
            if begin > 0:
                found.append(begin)
            rows = 0
    return found


class NewHead(NamedTuple):
    """A line below rows; figures begin at `edge`, columns of years at `yearly`; `wordy`: words are cells."""

    lines: Sequence[TableLine]
    at: int
    edge: int
    yearly: Iterable[int]
    wordy: bool

    @property
    def line(self) -> TableLine:
        """The line itself."""
        return self.lines[self.at]


def _one_more_year(new: NewHead) -> bool | None:
    figures = new.line.figures
    return False if len(figures) == 1 and figures[0].left in new.yearly else None


def _years_alone(new: NewHead) -> bool | None:
    line = new.line
    if line.kind is not YEARS or not over_figures(line, new.edge):
        return None
    caption = line.text[: line.figures[0].start].strip()
    stub = len(line.figures) > 1 and STUB_LINE.search(caption) is not None
    return True if not caption or stub or caption.endswith(",") else None


def _words_are_cells(new: NewHead) -> bool | None:
    return False if new.wordy else None


def _many_words(new: NewHead) -> bool | None:
    if not over_figures(new.line, new.edge):
        return None
    return True if sum(part.left >= new.edge - _LEFT for part in segments(new.line.text)) > 1 else None


def _dates(new: NewHead) -> bool | None:
    """Whole dates end in years that stand after a word, and are no figures."""
    line = new.line
    if line.kind is not WORDS or len(line.weak) < 2 or not over_figures(line, new.edge):
        return None
    dated = [part for part in segments(line.text) if DATE.fullmatch(part.text)]
    stub = line.text[: dated[0].left].strip() if dated else ""
    return True if len(dated) > 1 and (not stub or STUB_LINE.match(stub)) else None


def _ruled(new: NewHead) -> bool | None:
    lines, at, line = new.lines, new.at, new.line
    if (
        line.kind is not WORDS
        or line.indent < max(new.edge - _FARTHER_LEFT, _LEAST_INDENT)
        or not 0 < at < len(lines) - 1
    ):
        return None
    return True if lines[at - 1].kind is BLANK and lines[at + 1].kind is RULE else None


NEW_HEAD: Recogniser[NewHead, bool] = Recogniser(
    "new-head",
    "Does a line below rows begin the head of another table?",
    (
        Rule("one-more-year", 4, "One more year in a column of years does not.", _one_more_year),
        Rule("years-alone", 4, "Years over the figures, with no caption but what goes with heads, do.", _years_alone),
        Rule(
            "words-are-cells", 3, "Words right of the figures are cells where other rows have such.", _words_are_cells
        ),
        Rule("dates", 3, "Whole dates side by side are heads, however far left of the figures they begin.", _dates),
        Rule("many-words", 3, "Words over several columns are heads.", _many_words),
        Rule("ruled", 2, "So are words over figures between an empty line and a rule.", _ruled),
    ),
)


def _wordy(lines: Sequence[TableLine]) -> bool:
    """Whether words stand right of the figures in many rows: words there are cells, not heads."""
    rows = [line for line in lines if line.kind is FIGURES]
    tails = [line.text[line.figures[-1].end :] for line in rows if len(line.text) > line.figures[-1].end]
    return sum(any(c.isalpha() for c in tail) for tail in tails) > _WORDY * len(rows)


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
            if not _goes_up(line, blanks, edge):
                break
            first, blanks = index, 0
        elif line.kind is RULE and _under_words(lines, index):
            first, blanks = index, 0
    return first


def _goes_up(line: TableLine, blanks: int, edge: int) -> bool:
    """Whether words belong to the head of which the lines below them are, that many empty lines away."""
    if not over_figures(line, edge) and (blanks or line.text.strip()[-1:] != ","):
        return False
    return line.indent >= edge - _FARTHEST_LEFT or len(segments(line.text)) > 1


def _under_words(lines: Sequence[TableLine], index: int) -> bool:
    """Whether a rule is drawn under words."""
    above = lines[max(0, index - _SPREAD_OVER) : index]
    return any(line.kind >= WORDS and line.kind is not FIGURES for line in above)
