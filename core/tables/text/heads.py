"""The head of a table in text: over which columns words stand, by where they stand on the page."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from core.date_forms import FULL_MONTH
from core.evidence import Recogniser, Rule
from core.source import Span
from core.tables.heads import YEAR, Head, Over, Placed, says_units, without_mark
from core.tables.lexicon import Lexicon
from core.tables.text.columns import Reach
from core.tables.text.lines import BLANK, RULE, WORDS, Segment, TableLine, runs, segments
from core.vocabulary import words as vocabulary

_PERIOD = re.compile(rf"(?i)\b(?:years?|months?|quarters?|weeks?|period|fiscal|ended|ending|as of|at|{FULL_MONTH})\b")
_TIMES = re.compile(rf"{YEAR.pattern}(?:,[^,]{{4,20}}){{0,4}},? and (?:[A-Z][a-z.]+ \d{{1,2}}, ?)?{YEAR.pattern}")
"""Several times in a row, as they are named in the title of a table: `June 30, 1999 and 1998`."""
_COUNT = re.compile(r"(?i)(?:one|two|three|six|nine|twelve|\d\d?)$")
_COUNTED = re.compile(r"(?i)(?:months?|weeks?|quarters?)\b")
_DAY = re.compile(r"\d{1,2},?(?: |$)")
_MONTH = vocabulary("months")
_WORD = re.compile(r"\S+")
_SPREAD = 2
"""Blanks between two words of one phrase at most, where the words tell that they are one."""
_STUB_LEFT, _STUB_OVER, _STUB_APART = 15, 3, 2
"""Columns: words that begin so far left of the figures are of the stub even if they reach a little over them; others must
begin at least the last left of them."""
_COMPLETE_LEFT = 16
"""Columns left of the figures within which as many words as columns are a full row of heads."""
_RULE_BELOW = 2
"""Lines below a head's line in which a rule may be drawn."""
_LEAST_YEAR = 4
"""Digits of a year."""
_CLOSE, _FLUSH = 3, 1
"""Columns between words that stand close together; by which words begin or end alike."""
_NEAR_MIDDLE = 12
"""Columns from the middle of the whole head within which one phrase is of all columns."""
_SQUARE, _OFF, _RIGHT, _LEFT = 3, 2, 2, 8
"""Columns by which the middle of words may lie off that of their column, at which a lone one is over several, by which
the right ends may differ, and by which the words may reach out at the left."""
_STACKED = 3
"""Columns by which the middles of two lines of one phrase may differ, and that of a lone one from the head's."""
_PER_COLUMN = 1.5
"""Columns of misfit that words may have less for each further column they are taken to stand over."""


class Columns(NamedTuple):
    """The columns that words stand over, from the first to the last."""

    first: int
    last: int


class _Below(NamedTuple):
    """Words of the line right below, and their columns."""

    part: Segment
    first: int
    last: int


class HeadWords(NamedTuple):
    """Words of a head's line that are to be placed over columns `reaches`, and what there is to tell by: `low` and `high`
    the columns that no neighbour is nearer to; the strokes under them; the words right below; whether they are alone in
    their line (`lone`), with a stroke of another head (`beside`), over one stroke that reaches `across` all columns, in the
    `lowest` line, over a line of years (`yearly`); `shared` the columns right under them; `turn` which of as many words as there
    are columns they are, where these cannot all stand over the nearest; `group` the columns that are theirs because the heads
    below are the same again under each of the times in the line."""

    part: Segment
    reaches: Sequence[Reach]
    low: int
    high: int
    strokes: Sequence[tuple[int, int]]
    below: Sequence[_Below]
    lone: bool
    beside: bool
    across: bool
    lowest: bool
    yearly: bool
    shared: Sequence[int]
    turn: int | None = None
    group: Columns | None = None

    @property
    def middle(self) -> float:
        """The middle of the words."""
        return (self.part.left + self.part.right) / 2

    @property
    def off(self) -> float:
        """How far they stand from the middle of the whole head."""
        return abs((self.reaches[0].left + self.reaches[-1].right) / 2 - self.middle)

    @property
    def near(self) -> int:
        """The column under them, or the one whose middle is nearest."""
        if self.shared:
            return self.shared[0]
        return min(range(self.low, self.high + 1), key=lambda n: abs(self.reaches[n].middle - self.middle))

    @property
    def own(self) -> bool:
        """Whether they stand beside a stroke of another head, and over no more than their column."""
        return self.beside and _inside(self.part, self.reaches[self.near])

    @property
    def spanning(self) -> bool:
        """Whether they are alone, with a stroke under them, off the middle of any column."""
        return self.lone and bool(self.strokes) and abs(self.reaches[self.near].middle - self.middle) > _OFF

    @property
    def touched(self) -> list["_Below"]:
        """The heads of the line below that stand, in part at least, right under them."""
        part = self.part
        return [below for below in self.below if below.part.left < part.right and part.left < below.part.right]

    @property
    def year_of_all(self) -> bool:
        """Whether they are a year in the middle of all columns, none of which has another year below it."""
        year = YEAR.fullmatch(self.part.text) is not None and self.off < _NEAR_MIDDLE
        return year and not any(YEAR.search(below.part.text) for below in self.below)


def _over_stroke(words: HeadWords) -> Columns | None:
    """The columns over a stroke that is drawn under words, and is wider than they are."""
    part = words.part
    if len(words.strokes) < 2 and (not words.lone or words.lowest):
        return None
    for left, right in words.strokes:
        if right - left > part.right - part.left and left <= part.left and part.right <= right:
            under = [n for n, reach in enumerate(words.reaches) if left - 1 <= reach.middle <= right + 1]
            if under:
                return Columns(under[0], under[-1])
    return None


def _stacked(words: HeadWords) -> Columns | None:
    """The columns of words right below that these words are the upper line of."""
    part, found = words.part, words.touched
    if len(found) != 1 or found[0].first == found[0].last or (words.lone and words.off <= _STACKED):
        return None
    other = found[0].part
    centred = abs(other.left + other.right - part.left - part.right) <= 2 * _STACKED
    return Columns(found[0].first, found[0].last) if centred or other.left == part.left else None


def _flush(words: HeadWords) -> Columns | None:
    """The column of the only head right below, which ends or begins where these words do: `As previously` / `reported`."""
    part, found = words.part, words.touched
    if len(found) != 1 or found[0].first != found[0].last or words.strokes or _is_time(part):
        return None
    other = found[0].part
    return Columns(found[0].first, found[0].first) if part.right == other.right or part.left == other.left else None


def _period_of_all(words: HeadWords) -> Columns | None:
    alone = words.lone and not words.lowest and len(words.reaches) > 1
    if not alone or not (words.yearly or words.year_of_all or _PERIOD.search(words.part.text)):
        return None
    every = Columns(0, len(words.reaches) - 1)
    if len(words.shared) != 1 or words.across:
        return every
    return every if words.off < _NEAR_MIDDLE and not words.own else None


def _times_of_all(words: HeadWords) -> Columns | None:
    alone = words.lone and not words.lowest and len(words.reaches) > 1
    return Columns(0, len(words.reaches) - 1) if alone and _TIMES.search(words.part.text) else None


def _several(words: HeadWords) -> Columns | None:
    shared = words.shared
    return Columns(shared[0], shared[-1]) if len(shared) > 1 else None


def _by_groups(words: HeadWords) -> Columns | None:
    return words.group


def _in_turn(words: HeadWords) -> Columns | None:
    return Columns(words.turn, words.turn) if words.turn is not None else None


def _lowest(words: HeadWords) -> Columns | None:
    return Columns(words.near, words.near) if words.lowest else None


def _square(words: HeadWords) -> Columns | None:
    near = words.near
    return Columns(near, near) if not words.spanning and _fits(words.part, words.reaches[near]) else None


def _best_fit(words: HeadWords) -> Columns | None:
    near = words.near
    spans = [Columns(a, b) for a in range(words.low, near + 1) for b in range(near, words.high + 1)]
    if words.spanning and words.low < words.high:
        spans.remove(Columns(near, near))
    return min(spans, key=lambda span: _misfit(words.middle, words.reaches, span))


COLUMNS_UNDER: Recogniser[HeadWords, Columns] = Recogniser(
    "columns-under",
    "Over which columns do words of a head stand?",
    (
        Rule("stroke", 5, "A stroke under words, wider than they are, reaches over their columns.", _over_stroke),
        Rule(
            "groups",
            4,
            "Where the heads below are the same again under each of several times, each stands over one such group.",
            _by_groups,
        ),
        Rule(
            "in-turn",
            4,
            "As many words as columns stand over one each, where the figures were pushed aside by long captions.",
            _in_turn,
        ),
        Rule("times-of-all", 4, "Several times named in a line of their own are of all columns.", _times_of_all),
        Rule("stacked", 4, "Words over words are the upper line of one head.", _stacked),
        Rule(
            "period-of-all",
            3,
            "A period alone in its line, over years or in the middle, is of all columns.",
            _period_of_all,
        ),
        Rule("flush", 4, "Words that end or begin with the only head below them stand over its column.", _flush),
        Rule("several", 3, "Words stand over every column that they reach over.", _several),
        Rule("lowest", 3, "In the lowest line words stand over one column, the nearest.", _lowest),
        Rule("square", 2, "Words in the middle of a column, or flush with it, stand over that one.", _square),
        Rule("best-fit", 1, "Other words stand over the columns whose middle is nearest to theirs.", _best_fit),
    ),
)


def read_head(lines: Sequence[TableLine], columns: Sequence[Reach], edge: int, lexicon: Lexicon) -> Head:
    """The head of a table. `columns` are all of its columns, those of words too; captions end before `edge`."""
    reader = _Reader(lines, columns, edge)
    spoken = [at for at, line in enumerate(lines) if line.kind >= WORDS]
    placed = []
    for at in spoken:
        reader.placed.words[at] = lines[at].text.split()
        if _says_units(lines[at].text, columns, top=at != spoken[-1]):
            reader.placed.stubs[at] = [lines[at].text.strip()]
        else:
            placed.append(at)
    for number, at in enumerate(reversed(placed)):
        reader.read(at, lowest=number == 0)
    return reader.placed.head(len(columns), lexicon)


def _says_units(text: str, columns: Sequence[Reach], *, top: bool) -> bool:
    """Whether a line is only what the figures count: `(In thousands)`."""
    if ")" not in text:
        return False
    left = len(text) - len(text.lstrip())
    over = sum([reach.left < len(text) and left < reach.right for reach in columns])
    middle = len(columns) > 2 and abs(columns[0].left + columns[-1].right - left - len(text.rstrip())) <= 2 * _SQUARE
    return says_units(text, over, len(columns), top=top, middle=middle)


class _Reader:
    """Reads a head's lines from the lowest up, since what stands lower tells more of the columns."""

    def __init__(self, lines: Sequence[TableLine], columns: Sequence[Reach], edge: int) -> None:
        self.lines, self.columns, self.edge = lines, columns, edge
        self.reaches = _with_strokes(list(columns), lines)
        self.stroked = self.reaches != list(columns)
        self.placed = Placed()
        self.yearly = self.years_below = False
        self.below: dict[int, list[_Below]] = {}

    def read(self, at: int, *, lowest: bool) -> None:
        """Places the words of one line over their columns, or over the captions."""
        line = self.lines[at]
        right = self._over_columns(at, lowest=lowest)
        self.yearly = self.yearly or (not lowest and self.years_below)
        self.years_below = len(right) == len(self.reaches) and all(YEAR.search(part.text) for part in right)
        here = self.below[at] = []
        for words in self._words(at, right, lowest=lowest):
            first, last = COLUMNS_UNDER.decide(words) or Columns(words.near, words.near)
            part = words.part
            span = Span(line.offset + part.left, line.offset + part.right)
            text = without_mark(" ".join(part.text.split()))
            self.placed.over.append(Over(at, first, last, text, span))
            here.append(_Below(part, first, last))
            if first == last:
                self.reaches[first] = _widened(self.reaches[first], part.left, part.right)

    def _over_columns(self, at: int, *, lowest: bool) -> list[Segment]:
        """The words of a line that stand over columns; those over the captions are put down."""
        parts = [part for segment in _spoken(self.lines[at]) for part in self._split(segment, at, lowest=lowest)]
        if self._complete(parts):
            return parts
        if lowest and self._complete(parts[1:]) and (_are_years(parts[1:]) or self._is_stub(parts[0])):
            aside = parts[:1]
        else:
            aside = [part for part in parts if self._is_stub(part)]
        if aside:
            self.placed.stubs[at] = [part.text for part in aside]
        return [part for part in parts if part not in aside]

    def _complete(self, parts: Sequence[Segment]) -> bool:
        """Whether words are a full row of heads, one for each column."""
        return len(parts) == len(self.reaches) > 1 and parts[0].left > self.edge - _COMPLETE_LEFT

    def _is_stub(self, part: Segment) -> bool:
        """Whether words stand over the captions."""
        first = self.columns[0].left
        if part.left < first - _STUB_LEFT and part.right <= first + _STUB_OVER:
            return True
        return part.right <= max(self.edge, first) and part.left < first - _STUB_APART

    def _words(self, at: int, parts: Sequence[Segment], *, lowest: bool) -> Iterator[HeadWords]:
        """The words of a line with what there is to tell by; what is told of one counts for the next."""
        under = _under(self.lines, at) if parts else []
        strokes = [stroke for stroke in under if _over_one(stroke, parts)]
        first, last = self.reaches[0].middle, self.reaches[-1].middle
        across = len(under) == 1 and under[0][0] <= first and last <= under[0][1]
        beside = at > 0 and self.lines[at - 1].at == self.lines[at].at
        below = self.below.get(at + 1, [])
        in_turn = self._in_turn(parts, lowest=lowest)
        groups = self._groups(parts)
        for number, part in enumerate(parts):
            low, high = _free(parts, number, self.reaches)
            lone, shared = len(parts) == 1, _shared(part, self.reaches, low, high)
            told = HeadWords(
                part, self.reaches, low, high, strokes, below, lone, beside, across, lowest, self.yearly, shared
            )
            if groups:
                yield told._replace(group=groups[number])
            else:
                yield told._replace(turn=number) if in_turn else told

    def _groups(self, parts: Sequence[Segment]) -> list[Columns]:
        """The columns under each of several times, where what stands below is the same again under each; else none."""
        size, rest = divmod(len(self.reaches), len(parts) or 1)
        if size < 2 or rest or len(parts) < 2 or not (self.placed.over and all(map(_is_time, parts))):
            return []
        if not _repeats(self.placed.words_over(len(self.reaches)), size):
            return []
        found = [Columns(begin, begin + size - 1) for begin in range(0, len(self.reaches), size)]
        over = [
            self.reaches[first].left < part.right and part.left < self.reaches[last].right
            for part, (first, last) in zip(parts, found, strict=True)
        ]
        return found if all(over) else []

    def _in_turn(self, parts: Sequence[Segment], *, lowest: bool) -> bool:
        """Whether a full row of heads stands for the columns in turn: years do that have no heads below them, and others where
        two are nearest to the same column, so that the figures do not stand under them."""
        if self.placed.over or not self._complete(parts):
            return False
        if _are_years(parts) or not lowest:
            return _are_years(parts)
        near = {_nearest((part.left + part.right) / 2, self.reaches) for part in parts}
        return len(near) < len(parts)

    def _split(self, segment: Segment, at: int, *, lowest: bool) -> list[Segment]:
        """Words that stand each over a column of its own, with one blank between them only."""
        if " " not in segment.text:
            return [segment]
        under = [reach for reach in self.reaches if reach.left < segment.right and segment.left < reach.right]
        if len(under) < 2:
            return [segment]
        if self.stroked and not lowest and (parts := _at_strokes(segment, under)):
            return parts
        if parts := _on_words(segment, [below.part for below in self.below.get(at + 1, [])]):
            return parts
        return _by_word(segment, under, lowest=lowest)


def _spoken(line: TableLine) -> list[Segment]:
    """The phrases of a head line, without strokes that stand between them."""
    found: list[Segment] = []
    for part in segments(line.text):
        if part.text[0] == "<" or not part.text.strip("-=_ "):
            continue
        if found and part.left - found[-1].right == _SPREAD and _one_phrase(found[-1].text, part.text):
            part = Segment(found[-1].left, part.right, line.text[found.pop().left : part.right])
        found.append(part)
    return found


def _one_phrase(before: str, after: str) -> bool:
    """Whether words are one phrase whatever the blanks between them: `NINE  MONTHS`, `June  30,`."""
    if _COUNTED.match(after):
        return _COUNT.search(before) is not None
    return _DAY.match(after) is not None and _MONTH.fullmatch(before.rsplit(" ", 1)[-1].rstrip(".")) is not None


def _with_strokes(reaches: list[Reach], lines: Sequence[TableLine]) -> list[Reach]:
    """The columns as wide as the strokes drawn under their heads, where each has a stroke of its own."""
    for line in reversed(lines):
        strokes = runs(line.text) if line.kind is RULE else []
        homes = [_crossed(stroke, reaches) for stroke in strokes]
        if len(strokes) >= len(reaches) > 1 and all(len(home) < 2 for home in homes):
            for (left, right), home in zip(strokes, homes, strict=True):
                for number in home:
                    reaches[number] = _widened(reaches[number], left, right)
            break
    return reaches


def _crossed(stroke: tuple[int, int], reaches: Sequence[Reach]) -> list[int]:
    """The columns that a stroke is drawn over or under."""
    left, right = stroke
    return [number for number, reach in enumerate(reaches) if reach.left < right and left < reach.right]


def _widened(reach: Reach, left: int, right: int) -> Reach:
    """A column that reaches over this stretch too."""
    if reach.left <= left and right <= reach.right:
        return reach
    return Reach(min(left, reach.left), max(right, reach.right), reach.filled)


def _are_years(parts: Sequence[Segment]) -> bool:
    """Whether each of these words names a year."""
    return all(YEAR.search(part.text) for part in parts)


def _repeats(heads: Sequence[tuple[str, ...]], size: int) -> bool:
    """Whether heads of so many columns, not all alike, are the same again over the next ones, up to the last."""
    alike = all(one == other for one, other in zip(heads, heads[size:], strict=False))
    return alike and all(heads) and len(set(heads[:size])) > 1


def _is_time(part: Segment) -> bool:
    """Whether words are a time, or a part of one."""
    return YEAR.search(part.text) is not None or _PERIOD.search(part.text) is not None


def _by_word(segment: Segment, under: Sequence[Reach], *, lowest: bool) -> list[Segment]:
    """The words of a segment where each stands over a column of its own; else the segment."""
    words = _words(segment)
    homes = [_home(word, under) for word in words]
    if len(set(homes)) != len(under) or None in homes:
        return [segment]
    years = all(word.text.strip("*,()").isdigit() and len(word.text) >= _LEAST_YEAR for word in words)
    return words if len(words) == len(under) and (lowest or years) else [segment]


def _words(segment: Segment) -> list[Segment]:
    return [
        Segment(segment.left + match.start(), segment.left + match.end(), match[0])
        for match in _WORD.finditer(segment.text)
    ]


def _on_words(segment: Segment, below: list[Segment]) -> list[Segment]:
    """The words of a segment where each begins or ends as one of the words close together right below."""
    under = [part for part in below if part.left < segment.right and segment.left < part.right]
    tight = len(under) > 1 and all(other.left - one.right <= _CLOSE for one, other in pairwise(under))
    words = _words(segment) if tight else []
    if len(words) != len(under):
        return []
    flush = (
        abs(w.left - u.left) <= _FLUSH or abs(w.right - u.right) <= _FLUSH for w, u in zip(words, under, strict=True)
    )
    return words if all(flush) else []


def _at_strokes(segment: Segment, under: Sequence[Reach]) -> list[Segment]:
    """The parts of a segment that fills the strokes of several columns, parted where these are: `Month Ended Year Ended`."""
    if segment.left > under[0].left + 1 or segment.right < under[-1].right - 1:
        return []
    cuts = [segment.left - 1]
    for one, other in pairwise(under):
        gap = range(max(one.right - 1, segment.left), min(other.left + 1, segment.right))
        cut = next((at for at in gap if segment.text[at - segment.left] == " "), None)
        if cut is None:
            return []
        cuts.append(cut)
    cuts.append(segment.right)
    parts = [
        Segment(begin + 1, end, segment.text[begin + 1 - segment.left : end - segment.left])
        for begin, end in pairwise(cuts)
    ]
    return parts if all(_inside(part, reach) for part, reach in zip(parts, under, strict=True)) else []


def _home(word: Segment, under: Sequence[Reach]) -> int | None:
    """The one column that a word stands over."""
    shared = [min(word.right, reach.right) - max(word.left, reach.left) for reach in under]
    most = max(shared)
    return shared.index(most) if most > 0 else None


def _under(lines: Sequence[TableLine], at: int) -> list[tuple[int, int]]:
    """The strokes of the rule below the head line at an index."""
    for other in lines[at + 1 : at + 1 + _RULE_BELOW]:
        if other.kind is RULE:
            return runs(other.text)
        if other.kind is not BLANK:
            break
    return []


def _over_one(stroke: tuple[int, int], parts: Sequence[Segment]) -> bool:
    """Whether a stroke is drawn under one head; under several it only ends the head."""
    return sum(stroke[0] <= part.left and part.right <= stroke[1] for part in parts) == 1


def _shared(part: Segment, reaches: Sequence[Reach], low: int, high: int) -> list[int]:
    """The columns from `low` to `high` that words stand right over."""
    return [n for n in range(low, high + 1) if reaches[n].left < part.right and part.left < reaches[n].right]


def _nearest(middle: float, reaches: Sequence[Reach]) -> int:
    """The column whose middle is nearest to a place."""
    return min(range(len(reaches)), key=lambda n: abs(reaches[n].middle - middle))


def _free(parts: Sequence[Segment], at: int, reaches: Sequence[Reach]) -> Columns:
    """The columns that words may stand over: up to those that their neighbours are nearer to."""
    part = parts[at]
    low, high = 0, len(reaches) - 1
    if at:
        border = parts[at - 1].right + part.left
        while low < high and reaches[low].left + reaches[low].right <= border:
            low += 1
    if at + 1 < len(parts):
        border = part.right + parts[at + 1].left
        while high > low and reaches[high].left + reaches[high].right >= border:
            high -= 1
    return Columns(low, high)


def _inside(part: Segment, reach: Reach) -> bool:
    """Whether words reach over no more than their column."""
    return part.left >= reach.left - 1 and part.right <= reach.right + 1


def _fits(part: Segment, reach: Reach) -> bool:
    """Whether words stand squarely over one column."""
    return (
        abs((part.left + part.right) / 2 - reach.middle) <= _SQUARE
        or (abs(part.right - reach.right) <= _RIGHT and part.left > reach.left - _LEFT)
        or _inside(part, reach)
    )


def _misfit(middle: float, reaches: Sequence[Reach], span: Columns) -> float:
    first, last = span
    return abs((reaches[first].left + reaches[last].right) / 2 - middle) + _PER_COLUMN * (last - first)
