"""The rules by which runs of lines with figures are tables or not, and by which lines above them are their heads."""

import re
from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from core.date_forms import YEAR, months_in_full
from core.evidence import Recogniser, Rule

WIDE = re.compile(r"\S {3,}(?=\S)")
"""A gap inside of a line: words or figures in columns."""
_TIGHT = re.compile(r"[^\s.:;,] {2,}(?=\S)")
"""A narrower gap, not one between two sentences."""
_QUARTERS_END = months_in_full(3, 6, 9, 12)
UNITS = re.compile(rf"(?i)thousand|million|except|dollar|unaudited|ended|{_QUARTERS_END}|fiscal|years?\b")
"""Words that say what the figures count, or of when they are."""
_TIMES = re.compile(rf"(?i)\b(?:months|quarters?|weeks|{YEAR}|{months_in_full(1, 2, 4, 5, 7, 8, 10, 11)})\b")
"""Words of time besides: a title does not have them, a head does."""
_AMOUNT = re.compile(r"[$%]|\d,\d{3}|\d\.\d")
_LISTING = re.compile(
    r"(?i)\s*(?:item|part|exhibit|note|schedule|signature|page|report|consolidated|\(?[a-z\d]{1,2}[.)])\b"
)
_FEW_ROWS = 3
"""Fewer rows with bare numbers only are no table without a sign of amounts."""
_PAGE_DIGITS = 3
"""Digits of a page number at most."""
_PAGES, _RISING, _LISTED = 0.8, 0.85, 0.4
"""Shares of the rows: with numbers as of pages; with numbers that rise; that name Items or have leader dots."""
_MANY_PAGES = 5
"""So many numbers that rise are page numbers whatever stands beside them."""
_OVERHANG = 2
"""Characters that captions may reach over where the figures begin."""
_NEAR_EDGE = 8
"""Characters left of the figures where words may begin that stand over them."""
_NARROW_HEAD = 16
"""Characters left of the figures where a head may begin that is wider than they are."""
_LONGEST_UNITS = 60
"""Characters. A line that says what the figures count is shorter."""
_PROSE_WIDTH = 60
"""Characters. A line of prose is longer."""
_SENTENCE = 40
"""Characters. A line with a stop at its end that is longer is a sentence."""
_INDENTED = 8
"""Characters. Words that begin farther in are centred."""


class Run(NamedTuple):
    """Lines with figures that nothing parts: the line of each, its first figure's digits and whether it is all years;
    `headless` whether nothing stands over them, `opens` whether the first begins with its figure; `ruled` whether a line
    is drawn through them."""

    lines: Sequence[str]
    digits: Sequence[str]
    years: Sequence[bool]
    headless: bool
    opens: bool
    ruled: bool


def _one_line(run: Run) -> bool | None:
    return False if len(run.lines) == 1 and (run.headless or run.opens) else None


def _few_bare_numbers(run: Run) -> bool | None:
    bare = all(digits.isdigit() and not years for digits, years in zip(run.digits, run.years, strict=True))
    if len(run.lines) >= _FEW_ROWS or not bare:
        return None
    return run.ruled or any(_AMOUNT.search(line) for line in run.lines)


def _pages(run: Run) -> list[int]:
    return [int(digits) for digits in run.digits if digits.isdecimal() and len(digits) <= _PAGE_DIGITS]


def _large_numbers(run: Run) -> bool | None:
    return not all(run.years) if len(_pages(run)) < max(_FEW_ROWS, _PAGES * len(run.lines)) else None


def _contents(run: Run) -> bool | None:
    pages = _pages(run)
    if sum(a <= b for a, b in pairwise(pages)) < _RISING * (len(pages) - 1):
        return None
    listed = sum(bool(_LISTING.match(line)) for line in run.lines)
    dotted = sum(".." in line or ". ." in line for line in run.lines)
    return False if listed + dotted >= _LISTED * len(run.lines) or len(pages) > _MANY_PAGES else None


TABLE: Recogniser[Run, bool] = Recogniser(
    "table-of-figures",
    "Are lines with figures a table, not a contents page, an address or a list?",
    (
        Rule("one-line", 3, "One line without a head is no table.", _one_line),
        Rule(
            "few-bare-numbers",
            3,
            "One or two bare numbers are a table only with a rule or an amount.",
            _few_bare_numbers,
        ),
        Rule(
            "large-numbers",
            5,
            "Numbers longer than those of pages are figures, unless they are years alone.",
            _large_numbers,
        ),
        Rule("contents", 4, "Small numbers that rise down the page are page numbers.", _contents),
        Rule("small-numbers", 2, "Small numbers that go up and down are figures.", lambda _: True),
    ),
)


class Above(StrEnum):
    """What a line above a table's first row is."""

    OVER = "over"
    """It stands over the figures."""
    BESIDE = "beside"
    """It belongs to the table and stands over the captions."""
    APART = "apart"
    """It is no part of the table."""


class LineAbove(NamedTuple):
    """A line above a table's first row, up to which all belongs to it. Figures begin at `edge`; `over`: a line below it
    stands over them; `blanks` empty lines are between, `gap` down to the next words; `before`: the line above it, empty
    where that is not words."""

    text: str
    edge: int
    over: bool
    blanks: int
    gap: int
    before: str

    @property
    def bare(self) -> str:
        """The line without its indentation."""
        return self.text.lstrip()

    @property
    def indent(self) -> int:
        """Where its words begin."""
        return len(self.text) - len(self.bare)

    @property
    def short(self) -> bool:
        """Whether it ends before the figures."""
        return len(self.text) <= self.edge + _OVERHANG

    @property
    def below_head(self) -> bool:
        """Whether the line above it stands over the figures, or in several columns; in two, if these begin farther in."""
        before = self.before.lstrip()
        indent, gaps = len(self.before) - len(before), len(WIDE.findall(before))
        return indent >= self.edge - _NEAR_EDGE or gaps > 1 or (gaps == 1 and indent > _INDENTED)

    @property
    def below_columns(self) -> bool:
        """Whether the line above it is a head beyond doubt: in columns, or it says what the figures count, or when."""
        return self.below_head and (WIDE.search(self.before.lstrip()) or UNITS.search(self.before)) is not None

    @property
    def says_units(self) -> bool:
        """Whether it says what the figures count, or when."""
        return len(self.bare) < _LONGEST_UNITS and UNITS.search(self.bare) is not None

    @property
    def tells(self) -> bool:
        """Whether it says what the figures count, or tells a time."""
        return self.says_units or _TIMES.search(self.bare) is not None


def _narrow_head(line: LineAbove) -> Above | None:
    if not (line.short and line.over) or line.blanks or line.gap or line.says_units:
        return None
    near = line.indent >= max(_INDENTED, line.edge - _NARROW_HEAD) and len(line.bare) < _NARROW_HEAD - 2
    return Above.OVER if near else None


def _units_beside(line: LineAbove) -> Above | None:
    if not (line.short and line.over):
        return None
    near = line.blanks == 0 or (line.bare[0] == "(" and line.blanks == 1)
    return Above.BESIDE if near and line.says_units else Above.APART


def _prose_above(line: LineAbove) -> Above | None:
    in_prose = len(line.before) > max(line.edge + _OVERHANG, _PROSE_WIDTH) and not line.below_head
    sentence = line.bare.endswith(".") and len(line.text) > _SENTENCE
    return Above.APART if line.short and (in_prose or sentence or line.blanks > 2) else None


def _caption_above(line: LineAbove) -> Above | None:
    return Above.BESIDE if line.short else None


def _long_caption(line: LineAbove) -> Above | None:
    first = not (line.over or line.blanks or line.indent > _INDENTED or WIDE.search(line.bare))
    return Above.BESIDE if first and line.below_columns else None


def _title_above(line: LineAbove) -> Above | None:
    if not (line.over and line.gap) or line.indent >= line.edge or line.says_units or _TIMES.search(line.bare):
        return None
    return None if WIDE.search(line.bare) or WIDE.search(line.before.strip()) else Above.APART


def _over_figures(line: LineAbove) -> Above | None:
    return Above.OVER if line.indent >= line.edge - _NEAR_EDGE or WIDE.search(line.bare) else None


def _in_tight_columns(line: LineAbove) -> Above | None:
    return Above.OVER if 2 * line.indent >= line.edge and len(_TIGHT.findall(line.bare)) > 1 else None


def _units_over(line: LineAbove) -> Above | None:
    if line.blanks or not line.says_units:
        return None
    if line.indent > _INDENTED:
        return Above.OVER
    return Above.BESIDE if line.bare[0] == "(" else None


HEAD_LINE: Recogniser[LineAbove, Above] = Recogniser(
    "head-line",
    "Does a line above a table's first row stand over its figures?",
    (
        Rule(
            "narrow-head", 4, "Words right above a head that end where figures begin are its first line.", _narrow_head
        ),
        Rule("units-beside", 4, "Beside a head stands only what the figures count.", _units_beside),
        Rule("prose", 4, "A sentence, or a short line at the end of one, is no part of a table.", _prose_above),
        Rule("caption", 3, "A short line right above the first row is one of the captions.", _caption_above),
        Rule(
            "long-caption",
            3,
            "A line right between a head in columns and the first row heads the rows, however long it is.",
            _long_caption,
        ),
        Rule("title", 3, "One line that begins over captions, an empty line above the head, is a title.", _title_above),
        Rule("over-figures", 3, "Words that begin over the figures, or in columns, are a head.", _over_figures),
        Rule("tight-columns", 3, "So are words in several columns that stand close together.", _in_tight_columns),
        Rule("units", 2, "So are words that say what the figures count.", _units_over),
        Rule("other-words", 1, "Other words are a title or a text.", lambda _: Above.APART),
    ),
)

_PAST_EDGE = 3
"""Characters that a caption may reach over where the figures begin, between rows."""
_SHORTEST_PROSE = 40
"""Characters. A shorter line between rows is no sentence."""
_OVER_CENTRE = 10
"""Characters left of the figures where a line must begin to be a sentence, not a head over them."""
_FAR, _FARTHER, _FARTHEST = 15, 20, 32
"""Characters past the figures' beginning that only a sentence reaches: one of several lines, one alone, one that leads to
a row or ends in a colon."""


class LineBetween(NamedTuple):
    """A line of words between two rows. Figures begin at `edge`; `row_next`: a row is right below; `alone`: no words are
    right above or below; `other`: the words right below, or else right above; `begins`: no words but a row's are above."""

    text: str
    edge: int
    row_next: bool
    alone: bool
    other: str
    begins: bool = False

    @property
    def bare(self) -> str:
        """The line without its indentation."""
        return self.text.lstrip()

    def reaches(self, past: int) -> bool:
        """Whether it reaches farther than so many characters past where the figures begin."""
        return len(self.text) > self.edge + past

    @property
    def announces(self) -> bool:
        """Whether it says that something follows."""
        return "follow" in self.text


def _no_sentence(line: LineBetween) -> bool | None:
    indent = len(line.text) - len(line.bare)
    short = not line.reaches(_PAST_EDGE) or len(line.bare) < _SHORTEST_PROSE
    return False if short or indent > line.edge - _OVER_CENTRE or WIDE.search(line.bare) else None


def _heads_rows(line: LineBetween) -> bool | None:
    """`Adjustments to reconcile net income to net cash from operating activities:`, in one line."""
    heads = line.row_next and line.begins and line.bare[-1] == ":" and not line.announces
    return False if heads else None


def _leads_to_row(line: LineBetween) -> bool | None:
    return line.reaches(_FARTHEST) or line.announces if line.row_next else None


def _one_sentence(line: LineBetween) -> bool | None:
    if not line.alone:
        return None
    return line.reaches(_FARTHEST if line.bare[-1] == ":" else _FARTHER) or line.bare[-1] == "." or line.announces


def _long(line: LineBetween) -> bool | None:
    return True if line.reaches(_FAR) else None


def _several(line: LineBetween) -> bool | None:
    goes_on = len(line.other) > line.edge + _PAST_EDGE and not WIDE.search(line.other.strip())
    return goes_on or line.bare[-1] in ".:"


PROSE_BETWEEN: Recogniser[LineBetween, bool] = Recogniser(
    "prose-between",
    "Is a line without figures between two rows a sentence that parts two tables, not a caption or a head?",
    (
        Rule(
            "no-sentence", 4, "Short words, words over the figures and words in columns are no sentence.", _no_sentence
        ),
        Rule("heads-rows", 4, "One line that ends in a colon, between two rows, heads the lower.", _heads_rows),
        Rule(
            "leads-to-row",
            3,
            "A caption is as long as that only if the row right below is no part of it.",
            _leads_to_row,
        ),
        Rule(
            "one-sentence",
            3,
            "A line by itself is a sentence with a stop, or far under the figures.",
            _one_sentence,
        ),
        Rule("long", 3, "So is a line among others that runs under the figures.", _long),
        Rule("several", 2, "So are two lines that both reach the figures, or that end in a stop.", _several),
    ),
)
