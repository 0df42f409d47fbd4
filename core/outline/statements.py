"""Chooses the titles that stand above a primary statement among all that name one: lists, indexes and prose name them too.

At first by the words and figures of the lines alone (`tabled`, `joined`); once the tables are judged, a section of a
statement is where a primary statement stands (`settled`).
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from core.document.continued import is_continued
from core.evidence import Clue, Verdict, judged
from core.outline.candidates import CHAPTER, Found, Heading
from core.outline.lines import Lines
from core.outline.reasons import OTHER_TABLE, STATEMENT_TABLE
from core.outline.section import SectionKind
from core.outline.short_titles import kind_named_alone, named_alone
from core.outline.titles import clean, key, statement_kind
from core.source import Span

_FIGURES = 4
"""A statement has at least so many rows of figures among its first lines."""
_CLIMB = 24
"""So many lines above its first row of figures the title of a statement is looked for."""


class Stand(NamedTuple):
    """What the outline is told of a table with figures: its place, the offset of its first row with figures, which primary
    statement it is (None for any other table), and the title it goes by. `other`: something speaks for its being another
    table, not only nothing for a statement."""

    span: Span
    begin: int
    kind: str | None = None
    title: str | None = None
    other: bool = False


def tabled(lines: Lines, found: Found, begin: int) -> list[Heading]:
    """The titles of statements at or after line `begin` that stand above rows of figures."""
    titles = [title for title in found.titles if title.kind is SectionKind.STATEMENT]
    titles = [title for title in [*titles, *named_alone(lines, found.begun, titles)] if title.first >= begin]
    titles.sort(key=lambda title: title.first)
    ends = [*(title.first for title in titles[1:]), lines.count]
    return [
        title for title, end in zip(titles, ends, strict=False) if lines.figures_after(title.last - 1, end) >= _FIGURES
    ]


def joined(titles: list[Heading], others: list[int]) -> list[Heading]:
    """The headings of statements, parts on later pages joined to the first.

    `others` are the lines of headings of other kinds (Items, notes ...), rising: none stands inside a statement.
    """
    return [_named(title) for title in _joined(titles, others)]


def _joined(titles: list[Heading], others: list[int]) -> list[Heading]:
    """Titles without those that continue the one before, with nothing of another kind between."""
    joined: list[Heading] = []
    at = 0
    for title in titles:
        while at < len(others) and others[at] <= title.first:
            at += 1
        other = others[at - 1] if at else -1
        if joined and other <= joined[-1].first and _continues(joined[-1], title):
            continue
        joined.append(title)
    return joined


def _continues(before: Heading, title: Heading) -> bool:
    if statement_kind(before.title) != statement_kind(title.title):
        return False
    return is_continued(title.title) or key(before.title) == key(title.title) or "continued" in title.title.lower()


def _named(title: Heading) -> Heading:
    return title._replace(title=clean(title.title))


def repeated(titles: list[Heading], notes: list[int], walls: list[int]) -> set[int]:
    """The lines of titles that stand within the last note of a set and name one statement only, which stands before the
    notes too: restated or of a part, it is the note's. `notes` and `walls` are the lines of notes and of Items, rising."""
    found: set[int] = set()
    for note, group in _behind_notes(titles, notes, walls).items():
        kinds = {statement_kind(title.title) for title in group}
        before = {statement_kind(title.title) for title in titles if title.first < note}
        if len(kinds) == 1 and kinds <= before and not any(is_continued(title.title) for title in group):
            found.update(title.first for title in group)
    return found


def _behind_notes(titles: list[Heading], notes: list[int], walls: list[int]) -> dict[int, list[Heading]]:
    """The titles that no Item parts from the note before them, by the line of that note."""
    groups: dict[int, list[Heading]] = defaultdict(list)
    for title in titles:
        at = bisect_right(notes, title.first)
        if at and bisect_right(walls, notes[at - 1]) == bisect_right(walls, title.first):
            groups[notes[at - 1]].append(title)
    return groups


class _Stretch(NamedTuple):
    """A heading (None: before the first one), and the tables whose figures begin before the next heading."""

    heading: Heading | None
    tables: list[Stand]


def settled(lines: Lines, known: list[Heading], stands: Sequence[Stand]) -> list[Heading]:
    """The headings of a document, those of statements where the judged tables (in order) say that one stands.

    A title above other tables only is no statement's: right behind a statement it is a heading still, elsewhere it is one if
    it looks like one. A title above no table, or above one that nothing speaks for, stays: it announces what was not read.
    A statement without a heading is given one, unless it is a note's.
    """
    kept: list[Heading] = []
    for stretch in _stretches(lines, known, stands):
        if stretch.heading is None:
            continue
        if not _gainsaid(stretch):
            kept.append(stretch.heading)
        elif kept and kept[-1].kind is SectionKind.STATEMENT:
            kept.append(_plain(stretch.heading))
    added = [
        _heading_of(lines, stand)
        for each in _stretches(lines, kept, stands)
        for at, stand in enumerate(each.tables)
        if _unheaded(each, at)
    ]
    return sorted([*kept, *added], key=lambda each: each.first) if added else kept


def _stretches(lines: Lines, known: list[Heading], stands: Sequence[Stand]) -> list[_Stretch]:
    starts = lines.source.starts
    begins = [starts[heading.first] for heading in known]
    found = [_Stretch(None, []), *(_Stretch(heading, []) for heading in known)]
    for stand in stands:
        found[bisect_right(begins, stand.begin)].tables.append(stand)
    return found


def _gainsaid(stretch: _Stretch) -> bool:
    """Whether what stands under the title of a statement are other tables only, the first of them surely."""
    heading, tables = stretch
    if heading is None or heading.kind is not SectionKind.STATEMENT:
        return False
    return bool(tables) and tables[0].other and all(table.kind is None for table in tables)


def _plain(heading: Heading) -> Heading:
    """A title of a statement as an ordinary heading."""
    clue = Clue(OTHER_TABLE.rule, OTHER_TABLE.weight, SectionKind.HEADING)
    verdict: Verdict[SectionKind] | None = judged((*heading.verdict.clues, clue))
    return heading._replace(kind=SectionKind.HEADING, verdict=verdict or heading.verdict)


def _unheaded(stretch: _Stretch, at: int) -> bool:
    """Whether a table is a statement that stands under no heading of a statement, or under that of another one."""
    heading, tables = stretch
    kind = tables[at].kind
    if kind is None or (heading is not None and heading.kind is SectionKind.NOTE):
        return False
    if heading is None or heading.kind is not SectionKind.STATEMENT:
        return kind not in [table.kind for table in tables[:at]]
    own = statement_kind(heading.title) or kind_named_alone(heading.title)
    return own != kind and any(table.kind == own for table in tables[:at]) and tables[at - 1].kind != kind


def _heading_of(lines: Lines, stand: Stand) -> Heading:
    """A heading for a statement: the line above its figures that titles it, else the first line of the table."""
    starts = lines.source.starts
    row, first = (bisect_right(starts, offset) - 1 for offset in (stand.begin, stand.span.start))
    wanted = key(stand.title or "")
    above = range(row - 1, max(row - _CLIMB, 0), -1)
    line = next((at for at in above if wanted and lines.words(at) and wanted in key(lines.bare[at])), first)
    title = clean(stand.title or lines.bare[line])
    return Heading(
        SectionKind.STATEMENT, None, title, line, line + 1, CHAPTER, STATEMENT_TABLE.of(SectionKind.STATEMENT)
    )
