"""Lines that the reader joined or parted by hand: what they are known by in their filings, and how they are kept.

A row is known by its filing, its caption, the heading above it and its number among those of that name: whatever filings come
later, those that the reader looked at stay what they were.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from core import kept
from core.analysis import Analysis
from core.evidence import Clue
from core.read.filing import Header
from core.statements.statement import StatementKind
from core.years.company import plain_name
from core.years.joins import Join
from core.years.line import Line

VERSION = 1
NAME = "lines.json"
"""The file in which they are kept, beside the settings."""
_SURE = 1_000.0
"""The weight of what the reader says: more than all that a filing can say."""


class Anchor(NamedTuple):
    """A row of a filing: the accession number or hash of the filing, the caption and the heading above as they are compared, and
    which of the rows of this name it is, from 0."""

    filing: str
    name: str
    above: str
    number: int


@dataclass(frozen=True, slots=True)
class Ruling:
    """What the reader said of two lines of one kind of statement: that they are one (`joined`), or that they are two; each by
    its rows, latest filing first."""

    kind: StatementKind
    ones: tuple[Anchor, ...]
    others: tuple[Anchor, ...]
    joined: bool

    @property
    def words(self) -> str:
        """The captions of both, for saying which ruling it is."""
        return f"{self.ones[0].name or '(no caption)'} / {self.others[0].name or '(no caption)'}"


Rulings = Sequence[Ruling]


def filing_key(analysis: Analysis) -> str:
    """What a filing is known by, wherever its file lies."""
    return analysis.filing.header.accession or analysis.filing.sha256


def company_key(header: Header) -> str:
    """What a company is known by: its number with the SEC, else its name."""
    return (header.cik or "").lstrip("0") or plain_name(header.company or "")


def anchored(filing: str, lines: Sequence[Line]) -> Iterator[tuple[Anchor, Line]]:
    """The lines of a source with what they are known by."""
    often: Counter[tuple[str, str]] = Counter()
    for line in lines:
        key = (line.name, line.above)
        yield Anchor(filing, *key, often[key]), line
        often[key] += 1


class Said(NamedTuple):
    """What rulings come to for the lines of some sources: pairs that are one line, and pairs that are none, by identity."""

    joins: list[Join]
    apart: frozenset[frozenset[int]]


NOTHING = Said([], frozenset())


def said(rulings: Rulings, filings: Sequence[str], sources: Sequence[Sequence[Line]]) -> Said:
    """What rulings say of these lines, whose sources are of these filings, the later one where two contradict each other. What is
    not among them is not spoken of."""
    if not rulings:
        return NOTHING
    found = (anchored(filing, lines) for filing, lines in zip(filings, sources, strict=True))
    at = {anchor: line for some in found for anchor, line in some}
    joins: list[Join] = []
    apart: set[frozenset[int]] = set()
    for ruling in rulings:
        ones, others = _there(ruling.ones, at), _there(ruling.others, at)
        pairs = _pairs(ones, others)
        crossing = {pair.key for pair in pairs}
        if not ruling.joined:
            apart |= crossing
            joins = [one for one in joins if _Pair(one.one, one.other).key not in crossing]
        elif pairs:
            apart -= crossing
            joins += [Join(_SURE, one, other, _clues()) for one, other in _chain([*ones, *others], pairs[0])]
    return Said(joins, frozenset(apart))


def _there(anchors: Iterable[Anchor], at: Mapping[Anchor, Line]) -> list[Line]:
    return [at[one] for one in anchors if one in at]


def _pairs(ones: Sequence[Line], others: Sequence[Line]) -> list["_Pair"]:
    return [_Pair(one, other) for one in ones for other in others if one.source != other.source]


class _Pair(NamedTuple):
    """Two lines of different sources."""

    one: Line
    other: Line

    @property
    def key(self) -> frozenset[int]:
        """Which two they are, in whatever order."""
        return frozenset((id(self.one), id(self.other)))


def _chain(lines: Sequence[Line], joined: _Pair) -> Iterator[_Pair]:
    """The two that the reader joined, and every other line of either side with the first."""
    yield joined
    one = joined.one
    yield from (_Pair(one, line) for line in lines if line not in joined and line.source != one.source)


def _clues() -> tuple[Clue, ...]:
    return (Clue("same-line/by-hand", _SURE, says=True),)


# kept


class ByHand:
    """What the reader said of the lines of companies. Without a path it lasts as long as the window."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self._known: dict[str, tuple[Ruling, ...]] | None = None if path is not None else {}

    def of(self, company: str) -> tuple[Ruling, ...]:
        """What was said of a company's lines, in the order in which it was said."""
        if self._known is None:
            try:
                self._known = self._read()
            except OSError:
                self._known = {}
        return self._known.get(company, ())

    def add(self, company: str, ruling: Ruling) -> None:
        """Keeps a ruling. Raises OSError where that cannot be kept."""
        self._change(company, lambda known: (*known, ruling))

    def undo(self, company: str) -> None:
        """Takes back the last ruling. Raises OSError where that cannot be kept."""
        self._change(company, lambda known: known[:-1])

    def _change(self, company: str, change: Callable[[tuple[Ruling, ...]], tuple[Ruling, ...]]) -> None:
        """Changes what is on disk now: another window may have written meanwhile."""
        known = self._read() if self.path is not None else dict(self._known or {})
        known[company] = change(known.get(company, ()))
        if self.path is not None:
            self._write(self.path, {name: of for name, of in known.items() if of})
        self._known = known

    def _read(self) -> dict[str, tuple[Ruling, ...]]:
        """What is on disk. Raises OSError where that cannot be read: it is not written over."""
        if self.path is None:
            return {}
        return kept.read(
            self.path, lambda told: {name: tuple(map(_taken, of)) for name, of in told["companies"].items()}
        )

    @staticmethod
    def _write(path: Path, known: Mapping[str, Iterable[Ruling]]) -> None:
        kept.write(
            path, {"version": VERSION, "companies": {name: [_told(one) for one in of] for name, of in known.items()}}
        )


def _told(ruling: Ruling) -> dict[str, Any]:
    sides = {"ones": ruling.ones, "others": ruling.others}
    return {
        "kind": ruling.kind.value,
        "joined": ruling.joined,
        **{name: [one._asdict() for one in side] for name, side in sides.items()},
    }


def _taken(told: dict[str, Any]) -> Ruling:
    ones, others = (tuple(map(_anchor, told[name])) for name in ("ones", "others"))
    if not ones or not others:
        raise ValueError("a ruling is of two lines")
    return Ruling(StatementKind(told["kind"]), ones, others, joined=told["joined"] is True)


def _anchor(told: dict[str, Any]) -> Anchor:
    return Anchor(str(told["filing"]), str(told["name"]), str(told["above"]), int(told["number"]))
