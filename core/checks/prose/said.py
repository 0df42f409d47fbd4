"""The amounts that sentences say: dollars, percentages, ratios and numbers, with the words and the years around them."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from itertools import groupby
from typing import Any, NamedTuple

from core.document.block import BlockKind, Layout, Line
from core.figures import LONGEST_AMOUNT
from core.source import Cite, Source, Span
from core.statements.statement import Statement


class Counts(Enum):
    """What an amount of a sentence counts."""

    MONEY = "money"
    PERCENT = "percent"
    RATIO = "ratio"
    NUMBER = "number"


@dataclass(eq=False, slots=True)
class Mention:
    """An amount in a sentence. `value` in whole units (a percentage as it is printed), `unit` the rounding that its
    printed digits show, `years` those it may be of, the likeliest first; `said` its sentence and `at` where it begins in
    its passage, `around` the stems of the sentence with the headings over it; `sentence` its number."""

    value: Decimal
    unit: Decimal
    counts: Counts
    cite: Cite
    years: tuple[int, ...]
    said: "_Sentence"
    at: int
    around: frozenset[str]
    sentence: int
    passage: int
    text: str = ""
    """As it is printed, on one line."""
    cue: int = 0
    """1 where it is said to be an increase, -1 a decrease, 0 neither."""
    links: list[Cite] = field(default_factory=list)
    """The figures of tables that it was tied to."""
    lines: list[Any] = field(default_factory=list)
    """The rows that they stand in."""

    heading: int = 0
    """The number of the heading it stands under."""
    row: Cite | None = None
    """The row in whose caption it stands."""

    _before: frozenset[str] | None = None
    _digits: int | None = None

    @property
    def before(self) -> frozenset[str]:
        """The stems of the words before it in its clause."""
        if self._before is None:
            self._before = stems(self.said.clause(self.at))
        return self._before

    @property
    def telling(self) -> int:
        """How many of its digits are no zeros at the end."""
        return len(str(int(abs(self.value) / min(self.unit, _ONE))).rstrip("0"))

    @property
    def digits(self) -> int:
        """How many digits it says for certain."""
        if self._digits is None:
            self._digits = len(str(int(abs(self.value) / self.unit)))
        return self._digits


_MONEY = r"\s?(?P<money>\d+(?:,\d{3})*(?:\.\d+)?|\.\d+)(?:\s+(?P<word>[Tt]housand|[Mm]illion|[Bb]illion)\b)?"
_PERCENT = r"(?P<percent>\d*(?:\.\d+)?)\s?%"
_RATIO = r"(?P<ratio>\d*\.\d+)\s+to\s+1\b"
_NUMBER = r"(?<![\d,.$].)(?P<number>\d{0,2}(?:,\d{3})+)(?![\d%]|,\d|\.\d)"
_AMOUNT = re.compile(rf"[$\d](?:(?<=\$){_MONEY}|(?<=\d)(?:{_PERCENT}|{_RATIO}|{_NUMBER}))")
"""Its first character stands before the groups: so it is found quickly."""
_THOUSANDS, _TO_ONE = re.compile(r",\d\d\d"), re.compile(r"to\s+1\b")
_YEAR = re.compile(r"[12](?<![\d,$.].)(?:(?<=1)9|(?<=2)0)\d\d(?![\d%]|[,.]\d)")
_SENTENCE = re.compile(r"[.;:?!](?<=[a-z\d)%\"].)\s+(?=[\"(]?[A-Z])")
_WORD = re.compile(r"[a-z]{3,}")
_UP = r"(?P<up>increas\w*|grew|growth|rose|higher|gain\w*)"
_DOWN = r"(?:decreas\w*|declin\w*|fell|lower|reduc\w*|drop\w*)"
_UP_OR_DOWN = re.compile(rf"(?i)\b(?:{_UP}|{_DOWN})\b")
_FROM = re.compile(r"\b(?:from|to|over|than)\b")
_BY = re.compile(r"(?i)\b(?:of|by|or|approximately)\s*(?:approximately|about|or)?\s*(?:an?\s+)?\s*$")
_MORE = re.compile(r"(?i)\s*(?:increase|growth|gain)")
_LESS = re.compile(r"(?i)\s*(?:decrease|decline|reduction)")
_LISTED = frozenset({"", ",", "and", ", and", "or", ", or", ",and"})
"""What stands between the members of a list."""
_CLAUSE = re.compile(r"[;:]|,\s+(?:and|while|whereas|but|which)\s|\s(?:whereas|while|versus|compared)\s")
_WORDS = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
_EXACT = {"percent": Counts.PERCENT, "ratio": Counts.RATIO}
_ROUND, _THOUSAND = 3, Decimal(1000)
"""Zeros at an amount's end that show it is rounded, and to what."""
_ONE = Decimal(1)
_LONGEST_SAID = LONGEST_AMOUNT + len(" thousand")
"""Signs in an amount of a sentence, with its word; what is longer is none."""
_NEAR = 60
"""Characters in which a year, or a word for more or less, belongs to an amount."""
_RIGHT_BEHIND = 20
"""Characters in which a word for more or less stands right behind an amount."""
_STEM = 6
_COMMON_WORDS = """
the and for from with was were are its this that which other total net company companys their than over under been during year
years december ended approximately respectively compared versus fiscal million billion thousand primarily due also has have had
not amount amounts result
"""
_COMMON = frozenset([word.rstrip("s").rstrip("e")[:_STEM] for word in _COMMON_WORDS.split()])
"""What is said of everything tells nothing."""
_LONGEST, _MOST = 20_000, 60
"""Characters of a passage, and amounts of a sentence: what has more is no prose."""
_HEADING = 90
"""Characters of a heading at most."""


@lru_cache(maxsize=8192)
def stems(text: str) -> frozenset[str]:
    """The beginnings of the words that say something, without the endings of plurals."""
    return frozenset(map(_stem, _WORD.findall(text.lower()))) - _COMMON


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    return word.rstrip("s").rstrip("e")[:_STEM]


def _may_say(text: str, start: int, end: int) -> bool:
    """A quick look: whether anything stands there without which no amount is said."""
    return (
        text.find("$", start, end) >= 0
        or text.find("%", start, end) >= 0
        or _THOUSANDS.search(text, start, end) is not None
        or _TO_ONE.search(text, start, end) is not None
    )


def mentions(layout: Layout) -> Iterator[Mention]:
    """Every amount in the running words of a document, in order."""
    yield from _Reader(layout).read()


def in_captions(layout: Layout, statements: Iterable[Statement]) -> Iterator[Mention]:
    """Every amount in the captions of rows, a table a passage."""
    reader = _Reader(layout)
    text = layout.source.text
    for number, statement in enumerate(statements, 1):
        reader.passage = -number
        for row in statement.rows:
            if not row.figures or not any(map(str.isdigit, row.label)):
                continue
            start, end = row.cite.start, row.cite.end
            shown = [" "] * (end - start)
            for span in row.cite.spans:
                shown[span.start - start : span.end - start] = text[span.start : span.end].replace("\n", " ")
            reader.sentence += 1
            caption = "".join(shown)
            sentence = _Sentence(caption, reader, _amounts(caption), list(_YEAR.finditer(caption)))
            for mention in sentence.mentions(start):
                mention.row = row.cite
                yield mention


def _amounts(text: str) -> list[re.Match[str]]:
    """The amounts of a text, without what is too long for one."""
    return [each for each in _AMOUNT.finditer(text) if len(each[0]) <= _LONGEST_SAID]


class _Reader:
    """Goes through the blocks of words and remembers the headings."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.source: Source = layout.source
        self.headings: list[str] = ["", ""]
        self.sentence = 0
        self.passage = 0
        self.heading = 0
        self.last_years: list[int] = []

    def read(self) -> Iterator[Mention]:
        """The amounts of each passage."""
        for start, end in self._passages():
            if end - start > _LONGEST:
                continue
            if end - start >= _HEADING and not _may_say(self.source.text, start, end):
                self.passage += 1
                continue
            text = self._clean(start, end)
            if len(text) < _HEADING and text.rstrip()[-1:] not in ".;,":
                self._head(text)
                continue
            self.passage += 1
            if found := _amounts(text):
                yield from self._passage(text, start, found)

    def _head(self, text: str) -> None:
        compared = _YEAR.search(text) and re.search(r"(?i)compar|versus|\bvs\b", text)
        self.headings = [text, ""] if compared else [self.headings[0], text]
        self.heading += 1

    def _clean(self, start: int, end: int) -> str:
        """The text of a passage, blanks for the page furniture in it."""
        first, last = self.source.line_of(start) - 1, self.source.line_of(max(start, end - 1)) - 1
        kinds, lines = self.layout.kinds, self.source.lines
        shown = [lines[n] if kinds[n] == Line.WORDS else " " * len(lines[n]) for n in range(first, last + 1)]
        return "\n".join(shown)

    def _passages(self) -> Iterator[Span]:
        """The paragraphs and the headings of a document: blocks of words, parted at rules, joined over pages."""
        held: Span | None = None
        for block in self.layout.blocks:
            if block.kind is not BlockKind.WORDS:
                if held is not None:
                    yield held
                held = None
                continue
            for first, last in self._parts(block.first, block.last):
                span = Span(self.source.starts[first], self.source.starts[last - 1] + len(self.source.lines[last - 1]))
                if held is not None and self._goes_on(held, span):
                    held = Span(held.start, span.end)
                    continue
                if held is not None:
                    yield held
                held = span
        if held is not None:
            yield held

    def _parts(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """The lines of a block between its rules: a line that is ruled is a heading."""
        kinds = self.layout.kinds
        begin = first
        while (index := kinds.find(Line.RULE, begin, last)) >= 0:
            if index > begin:
                yield begin, index
            begin = index + 1
        if last > begin:
            yield begin, last

    def _goes_on(self, before: Span, after: Span) -> bool:
        text = self.source.text
        return text[before.end - 1] not in ".:;?!" and (
            text[after.start : after.end].lstrip()[:1].islower()
            or text[before.end - 1] == ","
            or before.end - before.start > 2 * _HEADING
        )

    def _passage(self, text: str, start: int, found: list[re.Match[str]]) -> Iterator[Mention]:
        """The amounts of a passage, sentence by sentence; `found` where they stand in its text."""
        line = self.source.starts[self.source.line_of(start) - 1]
        stops = [*(match.end() for match in _SENTENCE.finditer(text)), len(text)]
        years = list(_YEAR.finditer(text))
        first = self.sentence + 1
        self.last_years = []
        for at, inside in _by_stop(found, stops):
            begin, stop = stops[at - 1] if at else 0, stops[at]
            self.sentence = first + at
            said = [match for match in years if begin <= match.start() < stop]
            self.last_years = _last_said([match for match in years if match.start() < begin], stops)
            yield from _Sentence(text, self, inside, said, begin, stop).mentions(line)
        self.sentence = first + len(stops) - 1


def _by_stop(found: list[re.Match[str]], stops: list[int]) -> Iterator[tuple[int, list[re.Match[str]]]]:
    """The sentences that say amounts, by their numbers in the passage, each with its amounts."""
    for at, inside in groupby(found, key=lambda match: bisect_right(stops, match.start())):
        yield at, list(inside)


def _last_said(years: list[re.Match[str]], stops: list[int]) -> list[int]:
    """The years of the last of the sentences that say any."""
    if not years:
        return []
    last = bisect_right(stops, years[-1].start())
    return [int(match[0]) for match in years if last == 0 or match.start() >= stops[last - 1]]


class _Sentence:
    """One sentence of a passage: where it begins and ends in the passage, its amounts and its years."""

    def __init__(
        self,
        text: str,
        reader: _Reader,
        found: list[re.Match[str]],
        years: list[re.Match[str]],
        begin: int = 0,
        end: int | None = None,
    ) -> None:
        self.text = text
        self.reader = reader
        self.found = found
        self.years = years
        self.begin = begin
        self.end = len(text) if end is None else end
        self.clauses: list[int] | None = None

    def mentions(self, start: int) -> Iterator[Mention]:
        """The amounts of the sentence; `start` is where its passage begins in the document."""
        if not self.found or len(self.found) > _MOST:
            return
        around = stems(self.text[self.begin : self.end]) | stems(" ".join(self.reader.headings))
        in_order = self._in_order()
        cue = 0
        for number, match in enumerate(self.found):
            joined = number and self.text[self.found[number - 1].end() : match.start()].strip() == "or"
            cue = cue if joined else self._cue(number)
            years = in_order.get(number) or self._years(number)
            yield self._mention(match, start, around, years, cue)

    def _mention(
        self, match: re.Match[str], start: int, around: frozenset[str], years: tuple[int, ...], cue: int
    ) -> Mention:
        said = _value(match)
        at, end = match.start(), match.end("ratio") if said.counts is Counts.RATIO else match.end()
        reader = self.reader
        return Mention(
            said.value,
            said.unit,
            said.counts,
            Cite(reader.source.document, (Span(start + at, start + end),)),
            years,
            self,
            at,
            around,
            reader.sentence,
            reader.passage,
            " ".join(self.text[at:end].split()),
            cue,
            heading=reader.heading,
        )

    def clause(self, at: int) -> str:
        """What stands between the last sign of a new clause and this place."""
        if self.clauses is None:
            self.clauses = [match.end() for match in _CLAUSE.finditer(self.text, self.begin, self.end)]
        before = bisect_right(self.clauses, at)
        return self.text[self.clauses[before - 1] if before else self.begin : at]

    def _in_order(self) -> dict[int, tuple[int, ...]]:
        """The years of amounts that stand in a row, where as many years stand in a row."""
        found: dict[int, tuple[int, ...]] = {}
        if len(self.found) < 2 or len(self.years) < 2:
            return found
        runs = _runs([match.span() for match in self.years], self.text)
        groups = _runs([match.span() for match in self.found], self.text)
        for group in groups:
            if len(group) < 2:
                continue
            fit = [run for run in runs if len(run) == len(group)]
            if fit:
                run = min(fit, key=lambda run: abs(self.years[run[0]].start() - self.found[group[-1]].end()))
                for number, year in zip(group, run, strict=True):
                    found[number] = (int(self.years[year][0]),)
        return found

    def _years(self, number: int) -> tuple[int, ...]:
        """The years that an amount may be of: the one right behind it, the one before it, those of the heading."""
        at, end = self.found[number].span()
        behind = self._behind(number, end) if self.years and self.years[-1].start() >= end else ()
        if behind:
            return behind
        before = [int(match[0]) for match in self.years if match.start() < at]
        if before:
            return (before[-1], *[year for year in before[-2::-1] if year != before[-1]])
        every = [int(match[0]) for match in self.years] or self.reader.last_years
        return tuple(every or [int(year) for year in _YEAR.findall(self.reader.headings[0])])

    def _behind(self, number: int, end: int) -> tuple[int, ...]:
        """The year right behind an amount, or two with `and` between them."""
        limit = self.found[number + 1].start() if number + 1 < len(self.found) else self.end
        near = [match for match in self.years if end <= match.start() < min(limit, end + _NEAR)]
        if not near or not self._joined(end, near[0].start()):
            return ()
        both = len(near) > 1 and self.text[near[0].end() : near[1].start()].strip() == "and"
        return tuple([int(match[0]) for match in near[: 2 if both else 1]])

    def _joined(self, end: int, year: int) -> bool:
        """Whether nothing but a few words of time stand between an amount and a year."""
        between = self.text[end:year]
        return len(between) < _NEAR and not re.search(r"[.;]|,\s+(?!19|20)(?:compar|an?\b|versus|which)", between)

    def _cue(self, number: int) -> int:
        """Whether an amount is said to be an increase or a decrease: by the words right before it, or right behind."""
        at, end = self.found[number].span()
        begin = self.found[number - 1].end() if number else self.begin
        near = self.text[max(begin, at - _NEAR) : at]
        last, up = 0, False
        for match in _UP_OR_DOWN.finditer(near):
            last, up = match.end(), match.lastgroup is not None
        if last and self._is_of(near, last):
            return 1 if up else -1
        behind = self.text[end : min(end + _RIGHT_BEHIND, self.end)]
        return 1 if _MORE.match(behind) else -1 if _LESS.match(behind) else 0

    def _is_of(self, near: str, last: int) -> bool:
        """Whether a word for more or less that ends there speaks of the amount behind these words."""
        return last >= len(near.rstrip()) - 1 or (not _FROM.search(near, last) and _BY.search(near) is not None)


def _runs(spans: list[tuple[int, int]], text: str) -> list[list[int]]:
    """Places that stand in a row, with nothing but commas and `and` between them."""
    runs: list[list[int]] = []
    for number, (start, _) in enumerate(spans):
        between = text[spans[number - 1][1] : start] if number else ""
        if number and len(between) < _NEAR and between.strip(" \n$") in _LISTED:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


class _Value(NamedTuple):
    """What an amount says, what it is rounded to, and what it counts."""

    value: Decimal
    unit: Decimal
    counts: Counts


def _value(match: re.Match[str]) -> _Value:
    kind = "word" if match["word"] else match.lastgroup or ""
    digits = match["money"] or match.string[match.start() : match.end(kind)]
    if kind in _EXACT:
        return _Value(Decimal(digits), _last_digit(digits), _EXACT[kind])
    digits = digits.rstrip(",")
    bare = digits.replace(",", "")
    times = _WORDS[match["word"].lower()] if match["word"] else 1
    unit = _last_digit(bare) * times
    zeros = len(bare) - len(bare.rstrip("0")) if times == 1 else 0
    if zeros >= _ROUND and "." not in digits:
        unit = _THOUSAND
    return _Value(Decimal(bare) * times, unit, Counts.MONEY if match["money"] else Counts.NUMBER)


def _last_digit(digits: str) -> Decimal:
    return Decimal(1).scaleb(-len(digits.partition(".")[2]))
