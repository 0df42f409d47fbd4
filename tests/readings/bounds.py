"""Where readings tip over: the least texts of all rules, stretched step by step until something else is read in them.

Each bound is a pair of texts of which one step tells them apart: a caption a letter longer, a line a column further in, one more
blank line above, a figure higher by one. What is read on either side is held in `held/bounds.txt`, with the first difference.
"""

import hashlib
import re
from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import cache, partial
from itertools import groupby, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from core.analysis import analyse
from tests.core.spoken import pairs, spoken
from tests.readings.drawn import drawn_parts

LADDER = (0, 1, 2, 4, 8, 16, 32, 64, 128)
"""Steps between which a bound is looked for."""
LENGTH = 6
"""Digits of a digest."""
SHOWN = 100
"""Characters of the first difference, at most."""
SEPARATOR = " | "
_PLACES = re.compile(r"\b\d+-\d+(?:\+\d+-\d+)*|\(\d+, \d+\)")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?(?:E[-+]?\d+)?")
_FILLER = re.compile(r"[qQ]+")
_FIGURE = re.compile(r"\d[\d,]*")
_CAPTION = re.compile(r"\S+(?: \S+)*")
"""The first words of a line, up to its columns."""
_GAP = re.compile(r"(?<=\S) {2,}")
_BETWEEN_TAGS = re.compile(r"(?<=>)[^<>\s][^<>\n]*")
_RUNNING = "Qqq qqq of qqqq qqq qqqqq qqq qq and qqqq of qqq qqqqq qqq.\n"
"""A line of running text."""

Change = Callable[[str, int], str]


class Bound(NamedTuple):
    """Of the least text of a rule, the part with this number changed in one way: by `steps`, and by one more."""

    rule: str
    part: int
    way: str
    steps: int

    def __str__(self) -> str:
        return SEPARATOR.join(map(str, self))


def _longer(part: str, steps: int) -> str:
    """More letters at the end of the caption, in its own case."""
    found = _CAPTION.search(part)
    if found is None:
        return part
    letter = "Q" if found[0].isupper() else "q"
    at = found.end() - (not found[0][-1].isalnum())
    return part[:at] + letter * steps + part[at:]


def _shorter(part: str, steps: int) -> str:
    """Fewer letters at the end of the caption."""
    found = _CAPTION.search(part)
    return part if found is None else part[: max(found.start() + 1, found.end() - steps)] + part[found.end() :]


def _worded(part: str, steps: int, word: str) -> str:
    """More words at the end of the caption."""
    found = _CAPTION.search(part)
    if found is None:
        return part
    at = found.end() - (not found[0][-1].isalnum())
    return part[:at] + (word.upper() if found[0].isupper() else word) * steps + part[at:]


def _further_in(part: str, steps: int) -> str:
    return " " * steps + part


def _further_out(part: str, steps: int) -> str:
    return part[min(steps, len(part) - len(part.lstrip(" "))) :]


def _wider(part: str, steps: int) -> str:
    """The columns further from the caption."""
    found = _GAP.search(part)
    return part if found is None else part[: found.end()] + " " * steps + part[found.end() :]


def _narrower(part: str, steps: int) -> str:
    """The columns nearer to the caption, by a blank at least."""
    found = _GAP.search(part)
    return part if found is None else part[: max(found.start() + 1, found.end() - steps)] + part[found.end() :]


def _higher(part: str, steps: int, which: int) -> str:
    """The first figure, or the last, higher by so many units."""
    found = list(_FIGURE.finditer(part))
    if not found:
        return part
    figure = found[which]
    number = int(figure[0].replace(",", "")) + steps
    printed = f"{number:,}" if "," in figure[0] else f"{number:0{len(figure[0])}}"
    return part[: figure.start()] + printed + part[figure.end() :]


def _lower(part: str, steps: int, which: int) -> str:
    found = list(_FIGURE.finditer(part))
    return part if not found else _higher(part, -min(steps, int(found[which][0].replace(",", ""))), which)


def _after_blanks(part: str, steps: int) -> str:
    return "\n" * steps + part


def _after_text(part: str, steps: int) -> str:
    return _RUNNING * steps + part


def _again(part: str, steps: int) -> str:
    return part + ("" if part.endswith("\n") else "\n") * bool(steps) + part * steps


IN_WORDS: dict[str, Change] = {
    "longer": _longer,
    "shorter": _shorter,
    "more words": partial(_worded, word=" qqqq"),
    "more titled words": partial(_worded, word=" Qqqq"),
    "first figure higher": partial(_higher, which=0),
    "last figure higher": partial(_higher, which=-1),
    "first figure lower": partial(_lower, which=0),
    "last figure lower": partial(_lower, which=-1),
}
IN_LINES: dict[str, Change] = {
    "further in": _further_in,
    "further out": _further_out,
    "wider": _wider,
    "narrower": _narrower,
    "after blanks": _after_blanks,
    "after text": _after_text,
    "again": _again,
}
"""The ways in which a part of a text is changed; those of lines only in plain text."""
STRETCHED = frozenset(("longer", "further in", "wider"))
"""The ways in which lines get longer: these go on to the end of the ladder."""
WAYS = {**IN_WORDS, **IN_LINES}


class Text(NamedTuple):
    """A text by its parts; those at odd places are changed: lines of plain text, words between tags."""

    pieces: tuple[str, ...]
    suffix: str

    @property
    def parts(self) -> range:
        """How many parts can be changed."""
        return range(len(self.pieces) // 2)

    def changed(self, part: int, way: str, steps: int) -> str:
        """The whole text with one part changed."""
        pieces = list(self.pieces)
        pieces[2 * part + 1] = WAYS[way](pieces[2 * part + 1], steps)
        return "".join(pieces)


def texts() -> dict[str, Text]:
    """The least text of each rule."""
    return {pair.rule: text_of(pair.text, pair.suffix) for pair in pairs()}


def text_of(text: str, suffix: str) -> Text:
    """A text by its parts."""
    pattern = re.compile(r".*\S.*\n?") if suffix == ".txt" else _BETWEEN_TAGS
    pieces, at = [], 0
    for part in pattern.finditer(text):
        pieces += [text[at : part.start()], part[0]]
        at = part.end()
    return Text((*pieces, text[at:]), suffix)


class Reader:
    """Reads texts by way of a file in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.texts = texts()

    def sides(self, bound: Bound) -> tuple[list[str], list[str]]:
        """What is read on either side of a bound."""
        first, second = (self.read(bound, bound.steps + more) for more in (0, 1))
        return first, second

    def read(self, bound: Bound, steps: int) -> list[str]:
        """What is read in a text with one part changed so far."""
        text = self.texts[bound.rule]
        path = self.folder / f"text{text.suffix}"
        path.write_text(text.changed(bound.part, bound.way, steps), encoding="utf-8")
        return _kinds(drawn_parts(analyse(path)))

    def bounds(self, rule: str, part: int, way: str, known: set[Hashable]) -> Iterator[Bound]:
        """Where other rules speak, as one part of a text is changed in one way; those alike that are `known` are left out."""
        text = self.texts[rule]

        def changed(steps: int) -> str:
            return text.changed(part, way, steps)

        @cache
        def said(steps: int) -> frozenset[str]:
            return frozenset(spoken(changed(steps), text.suffix, self.folder))

        def alike(low: int, high: int) -> Hashable:
            return way, said(low) ^ said(high)

        yield from (Bound(rule, part, way, steps) for steps in tips(way, changed, said, alike, known))


def tips(
    way: str,
    changed: Callable[[int], str],
    read: Callable[[int], Hashable],
    alike: Callable[[int, int], Hashable],
    known: set[Hashable],
) -> Iterator[int]:
    """The steps after which something else is read, one for each stretch of the ladder; of such as are alike the first."""
    for low, high in pairwise(LADDER if way in STRETCHED else LADDER[:-1]):
        if changed(low) == changed(high):
            return
        if read(low) != read(high) and (kind := alike(low, high)) not in known:
            known.add(kind)
            while high - low > 1:
                middle = (low + high) // 2
                low, high = (low, middle) if read(low) != read(middle) else (middle, high)
            yield low


def _kinds(parts: list[tuple[str, str]]) -> list[str]:
    """What is read, without places, numbers and the letters that were added; what is read several times once."""
    lines = {}
    for name, drawn in parts:
        for line in drawn.splitlines():
            if name != "layout" or line.startswith("block"):
                lines[kind_of(line)] = 0
            elif line.startswith("lines"):
                lines["".join(mark for mark, _ in groupby(line))] = 0
    return list(lines)


def kind_of(line: str) -> str:
    """A line without places, numbers and the letters that were added."""
    plain = _NUMBER.sub("#", _PLACES.sub("", _FILLER.sub("", line)))
    return " ".join(plain.replace("'", " ").split())


def found(reader: Reader, rules: Iterable[str]) -> Iterator[Bound]:
    """The bounds of the texts of these rules, once each way and for the same rules."""
    known: set[Hashable] = set()
    for rule in rules:
        text = reader.texts[rule]
        ways = WAYS if text.suffix == ".txt" else IN_WORDS
        for part in text.parts:
            for way in ways:
                yield from reader.bounds(rule, part, way, known)


def _difference(first: list[str], second: list[str]) -> tuple[str, ...]:
    return (
        *(f"- {line}" for line in first if line not in second),
        *(f"+ {line}" for line in second if line not in first),
    )


def told(reader: Reader, bound: Bound) -> str:
    """A bound as it is held: what is read on either side as digests, and the first difference."""
    first, second = reader.sides(bound)
    difference = next(iter(_difference(first, second)), "otherwise ordered")
    return f"{bound}{SEPARATOR}{digest(first)} {digest(second)} {difference[:SHOWN]}"


def digest(lines: list[str]) -> str:
    """A few digits that stand for all lines."""
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:LENGTH]


def parsed(line: str) -> Bound:
    """The bound that a line tells of."""
    rule, part, way, steps = line.split(SEPARATOR)[:4]
    return Bound(rule, int(part), way, int(steps))


def held_again(lines: list[str]) -> Iterator[str]:
    """The same bounds as they are now: where one has moved, those of its text, part and way."""
    with TemporaryDirectory() as folder:
        reader = Reader(Path(folder))
        for bound in map(parsed, lines):
            if bound.rule not in reader.texts or bound.part not in reader.texts[bound.rule].parts:
                continue
            first, second = reader.sides(bound)
            if first != second:
                yield told(reader, bound)
            else:
                yield from (told(reader, each) for each in reader.bounds(bound.rule, bound.part, bound.way, set()))
