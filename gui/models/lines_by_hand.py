"""What the reader can say of the lines of a table over all years: that two are one, that one is two; and why lines are joined."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from core.analysis import Analysis
from core.statements.statement import StatementKind
from core.years.by_hand import ByHand, Ruling, company_key
from core.years.series import Joined, StitchedRow

_WHY = {
    "by-hand": "by hand",
    "values-agree": "amounts of the same years agree",
    "values-split": "amounts differ by the factor of a split",
    "caption-equal": "the same caption",
    "caption-alike": "nearly the same caption",
    "caption-part": "one caption has all words of the other",
    "caption-akin": "many words in common",
    "concept-equal": "the same concept",
    "milestone-equal": "the one such line of either statement",
}
"""What speaks for a join, in words; what only speaks against one is not said."""
_SAID, _NAMES = 2, 3
"""How many reasons are said of a join, and how many captions."""


class Offer(NamedTuple):
    """What can be done: its words, and the ruling; None where it cannot be, and the words say why."""

    words: str
    ruling: Ruling | None


def offers(
    kind: StatementKind, chosen: Sequence[StitchedRow], at: int | None, names: Mapping[str, str]
) -> Iterator[Offer]:
    """What can be said of the chosen lines; `at` is the number of the row, among those of the one line, that is pointed at;
    `names` of filings by their keys."""
    if len(chosen) == 2:
        yield _joining(kind, chosen[0], chosen[1], names)
    elif len(chosen) == 1 and len(chosen[0].anchors) > 1 and at is not None:
        at, anchors = max(1, at), chosen[0].anchors
        name = names.get(anchors[at].filing, "earlier filings")
        words = f"Part This Line: the {name}{' and Earlier' if at + 1 < len(anchors) else ''} by Itself"
        yield Offer(words, Ruling(kind, anchors[:at], anchors[at:], joined=False))


def _joining(kind: StatementKind, one: StitchedRow, other: StitchedRow, names: Mapping[str, str]) -> Offer:
    both = {anchor.filing for anchor in one.anchors} & {anchor.filing for anchor in other.anchors}
    if both:
        return Offer(f"Two Lines of the {names.get(min(both), 'Same Filing')} Cannot Be One", None)
    return Offer("Join These Two Lines", Ruling(kind, one.anchors, other.anchors, joined=True))


def joined_words(row: StitchedRow, names: Mapping[Path, str]) -> str:
    """The captions of a line, and what speaks for its rows being one: of every filing and the one before it."""
    captions = [one for one in row.names[1:] if one][:_NAMES]
    also = [f"Also: {'; '.join(captions)}"] if captions else []
    return "\n".join([*also, *_reasons(row.joins, names)])


def _reasons(joins: Iterable[Joined], names: Mapping[Path, str]) -> Iterator[str]:
    seen: set[Path] = set()
    for one in joins:
        newer, older = one.paths
        if older in seen:
            continue
        seen.add(older)
        clues = sorted(one.clues, key=lambda clue: -clue.weight)
        why = [words for clue in clues if (words := _WHY.get(clue.rule.partition("/")[2])) and clue.weight > 0]
        if why:
            yield f"{names.get(newer, newer.name)} – {names.get(older, older.name)}: {', '.join(why[:_SAID])}"


class LinesByHand:
    """What the reader says of the lines of a company, whose filings are given each time."""

    def __init__(self, kept: ByHand) -> None:
        self._kept = kept

    @staticmethod
    def _key(filings: Sequence[Analysis]) -> str:
        return company_key(filings[-1].filing.header) if filings else ""

    def can_rule(self, filings: Sequence[Analysis]) -> bool:
        """Whether it is known whose lines they are."""
        return bool(self._key(filings))

    def of(self, filings: Sequence[Analysis]) -> tuple[Ruling, ...]:
        """What was said of this company's lines."""
        key = self._key(filings)
        return self._kept.of(key) if key else ()

    def rule(self, filings: Sequence[Analysis], ruling: Ruling | None) -> str:
        """Keeps what the reader says (None takes the last back); why it is not kept, where it is not."""
        try:
            if ruling is not None:
                self._kept.add(self._key(filings), ruling)
            else:
                self._kept.undo(self._key(filings))
        except OSError as error:
            return f"Not kept: {error.strerror or error}"
        return ""
