"""How much of what a filing tags in its tables is read as it is tagged: `python -m tests.as_filed [--missed] [FILE or FOLDER …]`.

Per filing four shares: tagged figures whose whole amount some figure of the reading has (figures), with their last day (ends),
flows with both days (periods), and of the reading's figures with a tagged amount of three digits or more those whose last day
it is tagged for (times). The tags are kept: what is missed here, no rule for pages without tags can mend.
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple, TypeVar

from lxml import html
from lxml.html import HtmlElement

from core.analysis import Analysis, analyse
from core.statements.amount import whole
from core.statements.statement import Period
from tests.articulation import filings

GOAL = 0.995
"""What each share is to be at least."""
_TELLING = 3
"""Digits of an amount that is hardly another by chance."""
_NUMBER = re.compile(r"\d+(?:\.\d+)?|\.\d+")
_NO_NUMBER = re.compile(r"[^\d.]")
_FOOTNOTE = re.compile(r"\([a-z]{1,2}\)")
_WORD = re.compile(r"[A-Za-z]{2}")


class Told(NamedTuple):
    """An amount, without its sign, and when it is of."""

    amount: Decimal
    time: Period


class Share(NamedTuple):
    """How many of how many."""

    right: int
    of: int

    @property
    def part(self) -> float:
        """The share; one where there is nothing to be right of."""
        return self.right / self.of if self.of else 1.0


@dataclass(frozen=True)
class Shares:
    """What is read as tagged in one filing, and the tagged figures that are not: with their amounts, or with their times."""

    figures: Share
    ends: Share
    periods: Share
    times: Share
    unread: tuple[Told, ...]
    otherwise: tuple[Told, ...]

    @property
    def each(self) -> dict[str, Share]:
        """The four shares by name."""
        return {"figures": self.figures, "ends": self.ends, "periods": self.periods, "times": self.times}


# what is tagged


def tagged(path: Path) -> list[Told]:
    """Every figure other than nought that is tagged in a cell of a table without words, in the order of the page."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    root = html.fromstring(path.read_bytes(), parser=parser)
    times = _times(root)
    tables = (table for table in root.iter("table") if table.find(".//table") is None)
    found = (_told(fact, times) for table in tables for fact in table.iter("ix:nonfraction"))
    return [one for one in found if one is not None]


def _times(root: HtmlElement) -> dict[str, Period]:
    """When each context is of; contexts without a last day are left out."""
    found = {}
    for context in root.iter("xbrli:context", "context"):
        days = {_local(one): one.text.strip() for one in context.iter() if _local(one) in _DAYS and one.text}
        end = days.get("instant") or days.get("enddate")
        if end:
            start = days.get("startdate")
            begun = date.fromisoformat(start) if start else None
            found[context.get("id", "")] = Period(begun, date.fromisoformat(end))
    return found


_DAYS = frozenset({"instant", "startdate", "enddate"})


def _local(element: HtmlElement) -> str:
    return element.tag.rpartition(":")[2] if isinstance(element.tag, str) else ""


def _told(fact: HtmlElement, times: dict[str, Period]) -> Told | None:
    digits = _NO_NUMBER.sub("", fact.text_content()).rstrip(".")
    time = times.get(fact.get("contextref", ""))
    if time is None or not _NUMBER.fullmatch(digits) or not Decimal(digits) or _is_among_words(fact):
        return None
    return Told(Decimal(digits).scaleb(int(fact.get("scale") or 0)).normalize(), time)


def _is_among_words(fact: HtmlElement) -> bool:
    """Whether a figure is part of a caption or of a sentence in a cell."""
    cell = next(fact.iterancestors("td", "th"), None)
    return cell is not None and _WORD.search(_FOOTNOTE.sub("", cell.text_content())) is not None


# what is read


def read(analysis: Analysis) -> Iterator[Told]:
    """Every figure other than nought of the statements and tables."""
    for statement in (*analysis.statements, *analysis.tables):
        for row in statement.rows:
            for figure in row.figures:
                amount = whole(statement, row, figure)
                if amount:
                    yield Told(abs(amount).normalize(), Period(*statement.time(row, figure)))


def shares(wanted: Iterable[Told], found: Iterable[Told]) -> Shares:
    """How far what is read is what is tagged, one for one."""
    wanted, found = list(wanted), list(found)
    flows = [one for one in wanted if one.time.start is not None]
    ends: dict[Decimal, set[date | None]] = defaultdict(set)
    for one in wanted:
        ends[one.amount].add(one.time.end)
    telling = [one for one in found if one.amount in ends and len(one.amount.as_tuple().digits) >= _TELLING]
    amounts, ended = [one.amount for one in wanted], [_Ended(one.amount, one.time.end) for one in wanted]
    unread = _missed(amounts, (one.amount for one in found))
    otherwise = _missed(ended, (_Ended(one.amount, one.time.end) for one in found))
    no_flow = _missed(flows, found)
    return Shares(
        Share(len(wanted) - len(unread), len(wanted)),
        Share(len(wanted) - len(otherwise), len(wanted)),
        Share(len(flows) - len(no_flow), len(flows)),
        Share(sum(one.time.end in ends[one.amount] for one in telling), len(telling)),
        tuple(wanted[at] for at in unread),
        tuple(wanted[at] for at in otherwise),
    )


class _Ended(NamedTuple):
    amount: Decimal
    end: date | None


_T = TypeVar("_T", bound=Hashable)


def _missed(wanted: Iterable[_T], found: Iterable[_T]) -> list[int]:
    """Which of the wanted are not among what is found, each of which counts for one of them."""
    left = Counter(found)
    missed = []
    for at, one in enumerate(wanted):
        if left[one]:
            left[one] -= 1
        else:
            missed.append(at)
    return missed


def main(arguments: list[str]) -> int:
    """Prints the shares of each filing that tags figures, and of all; 1 where one of all is below the goal."""
    sums: Counter[str] = Counter()
    of: Counter[str] = Counter()
    for path in filings([one for one in arguments if one != "--missed"]):
        wanted = tagged(path) if b"ix:nonFraction" in path.read_bytes() else []
        if not wanted:
            continue
        found = shares(wanted, read(analyse(path)))
        print(f"{path.stem:<40.40}", *(f"{name} {share.part:.4f}" for name, share in found.each.items()))
        for name, share in found.each.items():
            sums[name] += share.right
            of[name] += share.of
        for one in found.otherwise if "--missed" in arguments else ():
            what = "not read" if one in found.unread else "of another time"
            print(f"    {one.amount:>20,f}  {one.time.start or '':>10} {one.time.end}  {what}")
    for name in of:
        print(f"{name:<8} {sums[name]:>6} of {of[name]:>6}  {sums[name] / of[name]:.4f}")
    return int(any(sums[name] < GOAL * of[name] for name in of))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
