"""What changed between two filings, as a person reads it in a terminal: restated figures, and words by section."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from textwrap import wrap

from core.analysis import Analysis
from core.compare.figures import Changed, changed_figures
from core.compare.filings import Aligned, ChangeKind, Comparison, Pair, tally
from core.compare.words import Word
from core.document.prose import Passage
from core.places import Places
from core.search import label, titled
from core.years.arithmetic import in_words
from core.years.company import strangers

WIDTH = 100
AROUND = 8
"""Equal words that are shown on either side of a change."""


class NoSectionError(LookupError):
    """Neither filing has the section that is asked for. Its message is one line."""


def in_order(one: Analysis, other: Analysis) -> tuple[Analysis, Analysis]:
    """The older filing first, by the periods they are for; as they come where those do not tell."""
    ends = one.filing.header.period_end, other.filing.header.period_end
    return (other, one) if ends[0] and ends[1] and ends[0] > ends[1] else (one, other)


def summary(old: Analysis, new: Analysis) -> str:
    """Restated figures, and for every Item, note and schedule how many words came and went."""
    figures = () if strangers(old.filing.header, new.filing.header) else changed_figures(old, new)
    lines = [f"older: {label(old)}", f"newer: {label(new)}", "", *_figures(figures), ""]
    lines.append(f"{'words added':>12}{'removed':>10}{'places':>8}{'moved':>7}{'rolled':>8}  section")
    comparison = Comparison(Places(old), Places(new))
    told = [(tally(row for rows in comparison.own(pair) for row in rows), pair) for pair in comparison.pairs]
    for counts, pair in sorted(told, key=lambda one: -(one[0].inserted + one[0].deleted + one[0].moved)):
        section = pair.new or pair.old
        if section is not None and (counts.places or not pair.inside):
            places = f"{counts.places - counts.rolled:>8,}{counts.moved:>7,}{counts.rolled:>8,}"
            changed = f"{counts.inserted:>12,}{counts.deleted:>10,}{places}"
            lines.append(f"{changed}  {titled(section)}{_alone(pair)}  [{section.id}]")
    return "\n".join(lines) + "\n"


def _alone(pair: Pair) -> str:
    if pair.old and pair.new:
        return ""
    return f" (only in the {'newer' if pair.new else 'older'})"


def _figures(found: tuple[Changed, ...]) -> list[str]:
    if not found:
        return ["no figure is printed otherwise"]
    lines = [f"{len(found):,} {'figure is' if len(found) == 1 else 'figures are'} printed otherwise:"]
    for statement, group in groupby(found, key=lambda one: one.statement):
        lines.append(f"  {' '.join(statement.split())}")
        lines += [
            f"    {one.label}, {one.period}: {one.old.text} became {one.new.text} ({_kind(one)})" for one in group
        ]
    return lines


def _kind(one: Changed) -> str:
    """What kind of difference it is, and how it came about, where that can be told."""
    return f"{one.difference}: {in_words(one.made)}" if one.made is not None else str(one.difference)


def wanted(old: Analysis, new: Analysis, ident: str | None) -> tuple[Comparison, Pair | None]:
    """The comparison of two filings, and the pair of a section that is asked for by its id in either (None for all).

    Raises NoSectionError where neither has it.
    """
    comparison = Comparison(Places(old), Places(new))
    return comparison, _pair(comparison.pairs, ident) if ident else None


def _pair(every: Iterable[Pair], ident: str) -> Pair:
    for pair in every:
        if ident in {one.id for one in (pair.old, pair.new) if one is not None}:
            return pair
    raise NoSectionError(f"neither filing has a section {ident} to compare; inspect lists their ids")


def passages(old: Analysis, new: Analysis, ident: str) -> str:
    """What changed in a section, by its id in either filing: `[-removed-]` and `{+added+}` words, with some around them.

    Raises NoSectionError where neither has it.
    """
    comparison, _ = wanted(old, new, None)
    pair = _pair(comparison.pairs, ident)
    section = pair.new or pair.old
    rows = [row for some in comparison.whole(pair) for row in some]
    counts = tally(rows)
    said = f"{counts.inserted:,} words added, {counts.deleted:,} removed, in {counts.places:,} places"
    return "\n".join([f"{titled(section) if section else ident}{_alone(pair)}: {said}", "", *_changed(rows)])


def _changed(rows: Iterable[Aligned]) -> Iterator[str]:
    """The rows that changed, wrapped, an empty line behind each."""
    for row in rows:
        if row.changed:
            yield from wrap(" ".join(_words(row)), WIDTH, break_long_words=False, break_on_hyphens=False)
            yield ""


def _words(row: Aligned) -> Iterator[str]:
    last = len(row.changes) - 1
    old_words, new_words = row.old_words, row.new_words
    for at, change in enumerate(row.changes):
        old, new = old_words[change.old_start : change.old_end], new_words[change.new_start : change.new_end]
        if change.kind is ChangeKind.EQUAL:
            side, words = (row.new, new) if row.new is not None else (row.old, old)
            yield from _around(side, words, first=at == 0, last=at == last)
            continue
        moved = f"moved {change.move}: " if change.move else ""
        if old:
            yield f"[-{moved}{_text(row.old, old)}-]"
        if new:
            yield f"{{+{moved}{_text(row.new, new)}+}}"


def _around(passage: Passage | None, words: Sequence[Word], *, first: bool, last: bool) -> Iterator[str]:
    """Equal words: all of a short run, of a long one those next to the changes."""
    if len(words) <= 2 * AROUND:
        yield _text(passage, words)
        return
    if not first:
        yield _text(passage, words[:AROUND])
    yield "…"
    if not last:
        yield _text(passage, words[-AROUND:])


def _text(passage: Passage | None, words: Sequence[Word]) -> str:
    """Words as they stand, blanks folded."""
    if passage is None or not words:
        return ""
    return " ".join(passage.text[words[0].at : words[-1].end].split())
