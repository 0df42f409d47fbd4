"""Builds the tree of a filing's sections: finds the headings of every document and holds them against each other."""

from bisect import bisect_right
from collections.abc import Iterable

from core.document.block import Layout
from core.outline.candidates import CHAPTER, HEADING, PART, Found, Heading
from core.outline.contents import contents_of, heading_of, listing_end, listings_of
from core.outline.exhibits import entries_of
from core.outline.forms import Form, form_of, forms
from core.outline.headings import scan
from core.outline.items import parts_and_items
from core.outline.lines import Lines
from core.outline.nest import SHUT, Builder
from core.outline.notes import again, notes_of, sections_of
from core.outline.press_release import headline_of, is_clutter
from core.outline.reasons import BEFORE_ALL, DOCUMENT, EXHIBIT_ENTRY, HEADLINE, NOTES_TITLE
from core.outline.section import Section, SectionKind
from core.outline.signatures import signatures_of
from core.outline.statements import joined, tabled
from core.outline.tagged_notes import tagged_notes
from core.outline.titles import clean, is_report
from core.outline.typographic_headings import subheads_of
from core.outline.unnumbered_notes import unnumbered
from core.read.filing import Document, Filing, Format
from core.source import Span

_AGREEMENTS = ("EX-1.", "EX-2", "EX-3", "EX-4", "EX-10")
"""Exhibits whose schedules are a contract's own, not those of financial statements."""
_LISTS = ("EX-21", "EX-22", "EX-23", "EX-24")
"""Exhibits whose numbered lines are lists, no sections."""
_FIRST = ("1", "A")
"""The number of the first note of a set."""
_CLOSED = SHUT - {SectionKind.CONTENTS}
"""Sections without headings of the filer's own."""


def outline(filing: Filing, layouts: tuple[Layout | None, ...]) -> tuple[Section, ...]:
    """The top sections of a filing: of a submission one for each document, of a bare document its own.

    `layouts[n - 1]` is the layout of document n, None where it is not text.
    """
    if filing.format is not Format.SUBMISSION and len(filing.documents) == 1:
        document = filing.documents[0]
        return _sections(filing, document, layouts[0], filing.header.form or document.type)
    return tuple(
        _document(filing, document, layout) for document, layout in zip(filing.documents, layouts, strict=False)
    )


def _document(filing: Filing, document: Document, layout: Layout | None) -> Section:
    """A document of a submission as a section, its own sections inside."""
    text = document.source.text
    kind = document.type or ""
    main = document.sequence == 1 and not kind
    inside = _sections(filing, document, layout, filing.header.form if main else kind, f"doc-{document.sequence}/")
    title = document.description or document.type or f"Document {document.sequence}"
    span = Span(0, len(text))
    return Section(
        f"doc-{document.sequence}",
        SectionKind.DOCUMENT,
        document.type,
        clean(title) or title,
        document.sequence,
        span,
        Span(0, 0),
        children=inside,
        why=DOCUMENT.knows,
        verdict=DOCUMENT.of(SectionKind.DOCUMENT),
    )


def _sections(
    filing: Filing, document: Document, layout: Layout | None, kind: str | None, prefix: str = ""
) -> tuple[Section, ...]:
    if layout is None or document.format in (Format.BINARY, Format.DATA) or not document.source.text.strip():
        return ()
    lines = Lines(layout, filing.header.company)
    headings = _headings(lines, layout, (kind or "").upper())
    return Builder(filing, document, lines, prefix).build(headings)


def _headings(lines: Lines, layout: Layout, kind: str) -> list[Heading]:
    """Every heading of a document, in the order of its lines, no two on the same line."""
    found = scan(lines)
    form = form_of(kind) or (_likely(found) if not kind.startswith("EX-") else None)
    listing = contents_of(lines, found) if form else None
    begin = listing.last if listing else 0
    fixed = parts_and_items(lines, found, form, listing) if form else []
    fixed += signatures_of(lines, found, fixed, begin, main=form is not None)
    index = _exhibit_index(lines, found, fixed, begin) if form or not kind else []
    fixed += index
    if listing:
        fixed.append(heading_of(listing, found))
    elif form is None:
        fixed += listings_of(lines, found)
    fixed.sort(key=lambda heading: heading.first)
    known = [*fixed, *_chapters(lines, found, fixed, begin, agreement=kind.startswith(_AGREEMENTS))]
    if (headline := headline_of(lines, layout, kind)) is not None and form is None:
        known = [headline, *(heading for heading in known if heading.first >= headline.last)]
    elif kind.startswith("EX-") and not kind.startswith(_LISTS) and all(heading.kind in SHUT for heading in known):
        known += sections_of(lines, found)
    known = _apart(known)
    known = _apart([*known, *_plain_notes(lines, known)])
    return _cover(lines, _apart([*known, *_own(lines, known, form is not None)]), form is not None)


def _likely(found: Found) -> Form | None:
    """The form of a document of unknown type: an annual report, where its lines name enough of its Items."""
    annual = forms()[0]
    named = {item.number for item in found.items if item.plain and annual.named(item.number, item.rest)}
    return annual if len(named) >= 4 else None


def _chapters(lines: Lines, found: Found, fixed: list[Heading], begin: int, *, agreement: bool) -> list[Heading]:
    """Notes, statements and schedules, and the titles that open sets of notes."""
    walls = [heading.first for heading in fixed]
    titles = tabled(lines, found, begin)
    figures = [title.first for title in titles]
    notes, opened = notes_of(lines, found, walls, begin, figures)
    notes_at = [note.first for note in notes]
    others = sorted([*walls, *notes_at, *(each.first for each in opened)])
    schedules = (
        []
        if agreement
        else _once(
            lines, (title for title in found.titles if title.kind is SectionKind.SCHEDULE and title.first >= begin)
        )
    )
    statements = [
        each
        for each in joined(titles, others)
        if not _inside_note(each.first, notes, notes_at, walls)
        and not _between([s.first for s in schedules], each.first - 8, each.first)
    ]
    last = len(opened) - 1
    kept = [
        each
        for at, each in enumerate(opened)
        if at == last
        or _between(notes_at, each.first, opened[at + 1].first)
        or not _listed(figures, each, opened[at + 1])
    ]
    return [*notes, *kept, *statements, *schedules]


def _between(rising: list[int], first: int, last: int) -> bool:
    """Whether one of these lines stands after `first` and before `last`."""
    at = bisect_right(rising, first)
    return at < len(rising) and rising[at] < last


def _inside_note(line: int, notes: list[Heading], starts: list[int], walls: list[int]) -> bool:
    """Whether a line stands in a note that another note of the same set follows: it is the note's."""
    at = bisect_right(starts, line)
    if not 0 < at < len(notes) or _between(walls, starts[at - 1], starts[at]):
        return False
    return notes[at].number not in _FIRST or notes[at - 1].number in _FIRST


def _listed(figures: list[int], opener: Heading, after: Heading) -> bool:
    """Whether a title of notes stands in a list above the statements: they come between it and the next such title."""
    return _between(figures, opener.first, min(after.first, opener.first + 40))


def _plain_notes(lines: Lines, known: list[Heading]) -> list[Heading]:
    """The notes of the sets that number none."""
    taken = _taken(lines, known)
    notes: list[Heading] = []
    for at, opener in enumerate(known):
        if not opener.told_by(NOTES_TITLE):
            continue
        after = known[at + 1] if at + 1 < len(known) else None
        if after is not None and after.kind is SectionKind.NOTE:
            continue
        tagged = tagged_notes(lines, opener.last, after.first if after else lines.count)
        if len(tagged) > 1:
            notes += tagged
            continue
        heads = subheads_of(lines, taken, opener.last, after.first if after else lines.count)
        stop = next((n for n, head in enumerate(heads) if n and _ends_notes(head)), len(heads))
        notes += unnumbered(lines, opener, heads[:stop])
    return notes


def _ends_notes(head: Heading) -> bool:
    """Whether a heading ends notes without numbers: a report, or another well-known stretch of an annual report."""
    return is_report(head.title) or (head.level == CHAPTER and "quarterly" not in head.title.lower())


def _taken(lines: Lines, known: list[Heading]) -> bytearray:
    """A mark on every line that belongs to a heading."""
    taken = bytearray(lines.count + 1)
    for heading in known:
        taken[heading.first : heading.last] = b"\1" * (heading.last - heading.first)
    return taken


def _once(lines: Lines, schedules: Iterable[Heading]) -> list[Heading]:
    """Schedules without the later pages of the same one, and without lists of them where they follow."""
    every = list(schedules)
    ends = [schedule.first for schedule in every[1:]] + [lines.count][: len(every)]
    kept: dict[str | None, Heading] = {}
    bare: set[str | None] = set()
    for schedule, end in zip(every, ends, strict=True):
        rows = lines.figures_after(schedule.last - 1, min(end, schedule.last + 30)) >= 2
        if schedule.number not in kept or (rows and schedule.number in bare):
            kept[schedule.number] = schedule
            (bare.discard if rows else bare.add)(schedule.number)
    return list(kept.values())


def _exhibit_index(lines: Lines, found: Found, fixed: list[Heading], begin: int) -> list[Heading]:
    """The index to exhibits: the last line that titles one and has at least two entries below it, with its entries."""
    titles = [title for title in found.titles if title.kind is SectionKind.EXHIBIT_INDEX and title.first >= begin]
    ends = sorted(heading.first for heading in fixed)
    best: list[Heading] = []
    for at, title in enumerate(titles):
        if at and best and _same_list(titles[at - 1], title):
            continue
        end = next((line for line in ends if line > title.first), lines.count)
        entries = entries_of(lines, title.last, min(end, _next_chapter(found, title.first, lines.count)))
        if len(entries) >= max(2, len(best) // 2):
            best = [title._replace(level=_index_level(title, fixed)), *entries]
    return best


def _next_chapter(found: Found, line: int, count: int) -> int:
    """The next title of notes, a schedule or signatures: no list of exhibits crosses it."""
    ends = (SectionKind.HEADING, SectionKind.SIGNATURES)
    return next((title.first for title in found.titles if title.first > line and title.kind in ends), count)


def _index_level(title: Heading, fixed: list[Heading]) -> int:
    """A list of exhibits inside an Item is part of it; an index after the signatures stands for itself."""
    before = [heading for heading in fixed if heading.first < title.first]
    inside = bool(before) and before[-1].kind is SectionKind.ITEM and "index" not in title.title.lower()
    return CHAPTER if inside else PART


def _same_list(before: Heading, title: Heading) -> bool:
    """Whether a title only repeats the one before on a later page of the same list."""
    if title.first - before.first < 15 and "index" in before.title.lower():
        return True
    return before.title.lower() == title.title.lower() and title.first - before.first < 150


def _own(lines: Lines, known: list[Heading], main: bool) -> list[Heading]:
    """The filer's own headings, everywhere but on the cover and contents, in signatures and in the exhibit index."""
    taken = _taken(lines, known)
    begin = known[0].first if main and known else 0
    followed = _followed_notes(known)
    stops = [*(heading.first for heading in known[1:]), lines.count]
    released = bool(known) and known[0].told_by(HEADLINE)
    own = [] if main or released or not known else subheads_of(lines, taken, 0, known[0].first)
    if not known:
        return subheads_of(lines, taken, begin, lines.count)
    for heading, stop in zip(known, stops, strict=True):
        if heading.told_by(EXHIBIT_ENTRY):
            own += _from_report(subheads_of(lines, taken, heading.last, stop))
        if heading.kind in _CLOSED or heading.told_by(EXHIBIT_ENTRY):
            continue
        first = listing_end(lines, heading.last, stop) if heading.kind is SectionKind.CONTENTS else heading.last
        inside = [head for head in subheads_of(lines, taken, first, stop) if not (released and is_clutter(head.title))]
        own += (
            _in_statement(lines, inside, heading)
            if heading.kind is SectionKind.STATEMENT
            else _in_note(inside, heading, heading.first in followed)
        )
    return own


def _from_report(inside: list[Heading]) -> list[Heading]:
    """Headings after an entry of the exhibit index: those from an auditors' report on, which ends the index."""
    at = next((at for at, heading in enumerate(inside) if heading.level == CHAPTER and is_report(heading.title)), None)
    return [] if at is None else inside[at:]


def _in_statement(lines: Lines, inside: list[Heading], statement: Heading) -> list[Heading]:
    """Headings after a statement's figures that running text follows; those among its rows are the statement's."""
    for at, heading in enumerate(inside):
        after = lines.next_words(heading.last, 8)
        if after is not None and lines.prose(after) and lines.figures_after(statement.last, heading.first) >= 4:
            return [each._replace(level=CHAPTER) if each.level >= HEADING and at == 0 else each for each in inside[at:]]
    return []


def _in_note(inside: list[Heading], heading: Heading, followed: bool) -> list[Heading]:
    """Headings within a note (`followed` by another of its set: then none of them ends the note), or below another heading."""
    own = [each for each in inside if not again(each, [heading])]
    if not followed:
        return own
    return [each._replace(level=HEADING) if each.level < HEADING else each for each in own]


def _followed_notes(known: list[Heading]) -> set[int]:
    """The lines of the notes that another note follows before anything else of their rank."""
    lines = set()
    after = None
    for heading in reversed(known):
        if heading.kind is SectionKind.NOTE and after is SectionKind.NOTE:
            lines.add(heading.first)
        if heading.level <= CHAPTER:
            after = heading.kind
    return lines


def _cover(lines: Lines, headings: list[Heading], main: bool) -> list[Heading]:
    """The headings with the cover page before them, where a form has one."""
    if not main or not headings:
        return headings
    first = lines.next_words(0, lines.count)
    if first is None or headings[0].first <= first:
        return headings
    cover = Heading(SectionKind.COVER, None, "Cover Page", first, first + 1, PART, BEFORE_ALL.of(SectionKind.COVER))
    return [cover, *headings]


def _apart(headings: list[Heading]) -> list[Heading]:
    """Headings in the order of their lines; of two on the same lines the one of the higher rank."""
    kept: list[Heading] = []
    for heading in sorted(headings, key=lambda each: (each.first, each.level)):
        if kept and heading.first < kept[-1].last:
            continue
        kept.append(heading)
    return kept
