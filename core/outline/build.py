"""Builds the tree of a filing's sections: finds the headings of every document, nests them, and names them for good."""

import re
from collections import Counter
from collections.abc import Iterable

from core.document.block import Layout
from core.outline.contents import contents_of, heading_of, listing_end, listings_of
from core.outline.exhibits import entries_of
from core.outline.forms import Form, form_of, forms
from core.outline.headings import CHAPTER, HEADING, PART, Found, Heading, scan
from core.outline.incorporated import exhibit_meant, points_elsewhere
from core.outline.items import parts_and_items
from core.outline.lines import Lines
from core.outline.notes import again, notes_of, sections_of, unnumbered
from core.outline.release import headline_of, is_clutter
from core.outline.section import Section, SectionKind
from core.outline.signed import signatures_of
from core.outline.statements import statements_of
from core.outline.subheads import subheads_of
from core.outline.titles import clean, is_report
from core.read.filing import Document, Filing, Format
from core.source import Span
import itertools

_SHUT = frozenset({SectionKind.COVER, SectionKind.CONTENTS, SectionKind.SIGNATURES, SectionKind.EXHIBIT_INDEX})
_SHORT = {
    SectionKind.PART: "part",
    SectionKind.ITEM: "item",
    SectionKind.NOTE: "note",
    SectionKind.SCHEDULE: "schedule",
    SectionKind.STATEMENT: "statement",
    SectionKind.SIGNATURES: "signatures",
    SectionKind.EXHIBIT_INDEX: "exhibit-index",
    SectionKind.COVER: "cover",
    SectionKind.CONTENTS: "contents",
}


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
    why = "a document of the submission"
    return Section(
        f"doc-{document.sequence}",
        SectionKind.DOCUMENT,
        document.type,
        clean(title) or title,
        document.sequence,
        span,
        Span(0, 0),
        children=inside,
        why=why,
    )


def _sections(
    filing: Filing, document: Document, layout: Layout | None, kind: str | None, prefix: str = ""
) -> tuple[Section, ...]:
    if layout is None or document.format in (Format.BINARY, Format.DATA) or not document.source.text.strip():
        return ()
    lines = Lines(layout, filing.header.company)
    headings = _headings(lines, layout, (kind or "").upper())
    return _Builder(filing, document, lines, prefix).build(headings)


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
        fixed.append(heading_of(listing, lines, found))
    elif form is None:
        fixed += listings_of(lines, found)
    fixed.sort(key=lambda heading: heading.first)
    known = [*fixed, *_chapters(lines, found, fixed, begin)]
    if (headline := headline_of(lines, layout, kind)) is not None and form is None:
        known = [headline, *(heading for heading in known if heading.first >= headline.last)]
    elif kind.startswith("EX-") and all(heading.kind in _SHUT for heading in known):
        known += sections_of(lines, found)
    known = _apart(known)
    known = _apart([*known, *_plain_notes(lines, known, found)])
    return _cover(lines, _apart([*known, *_own(lines, known, form is not None)]), form is not None)


def _likely(found: Found) -> Form | None:
    """The form of a document of unknown type: an annual report, where its lines name enough of its Items."""
    annual = forms()[0]
    named = {item.number for item in found.items if item.plain and annual.named(item.number, item.rest)}
    return annual if len(named) >= 4 else None


def _chapters(lines: Lines, found: Found, fixed: list[Heading], begin: int) -> list[Heading]:
    """Notes, statements and schedules, and the titles that open sets of notes."""
    walls = [heading.first for heading in fixed]
    figures = [each.first for each in statements_of(lines, found, begin, walls)]
    notes, opened = notes_of(lines, found, walls, begin, figures)
    spans = _inside_notes(notes, walls, lines.count)
    statements = statements_of(
        lines, found, begin, sorted([*walls, *(note.first for note in notes), *(each.first for each in opened)])
    )
    schedules = _once(title for title in found.titles if title.kind is SectionKind.SCHEDULE and title.first >= begin)
    spans += [(schedule.first, schedule.first + 8) for schedule in schedules]
    outside = [each for each in statements if not any(first < each.first < last for first, last in spans)]
    starts = {note.first for note in notes}
    opened = [
        each
        for at, each in enumerate(opened)
        if at == len(opened) - 1
        or any(each.first < start < opened[at + 1].first for start in starts)
        or not _listed(statements, each, opened[at + 1])
    ]
    return [*notes, *opened, *outside, *(each for each in schedules if _alone(each, fixed))]


def _listed(statements: list[Heading], opener: Heading, after: Heading) -> bool:
    """Whether a title of notes stands in a list above the statements: they come between it and the next such title."""
    return any(opener.first < each.first < min(after.first, opener.first + 40) for each in statements)


def _plain_notes(lines: Lines, known: list[Heading], found: Found) -> list[Heading]:
    """The notes of the sets that number none."""
    taken = _taken(lines, known)
    notes: list[Heading] = []
    for at, opener in enumerate(known):
        if not opener.why.startswith("the title of the notes"):
            continue
        after = known[at + 1] if at + 1 < len(known) else None
        if after is not None and after.kind is SectionKind.NOTE:
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


def _inside_notes(notes: list[Heading], walls: list[int], count: int) -> list[tuple[int, int]]:
    """From each note to the next of its set: what stands there is the note's."""
    return [
        (note.first, after.first)
        for note, after in itertools.pairwise(notes)
        if not any(note.first < wall < after.first for wall in walls)
    ]


def _once(schedules: Iterable[Heading]) -> list[Heading]:
    """Schedules without the later pages of the same one."""
    kept: dict[tuple[str | None, str], Heading] = {}
    for schedule in schedules:
        kept.setdefault((schedule.number, ""), schedule)
    return list(kept.values())


def _alone(heading: Heading, fixed: list[Heading]) -> bool:
    return all(heading.first != other.first for other in fixed)


def _exhibit_index(lines: Lines, found: Found, fixed: list[Heading], begin: int) -> list[Heading]:
    """The index to exhibits: the last line that titles one and has at least two entries below it, with its entries."""
    titles = [title for title in found.titles if title.kind is SectionKind.EXHIBIT_INDEX and title.first >= begin]
    ends = sorted(heading.first for heading in fixed)
    best: list[Heading] = []
    for at, title in enumerate(titles):
        if at and best and _same_list(lines, titles[at - 1], title):
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


def _same_list(lines: Lines, before: Heading, title: Heading) -> bool:
    """Whether a title only repeats the one before on a later page of the same list."""
    if title.first - before.first < 15 and "index" in before.title.lower():
        return True
    return before.title.lower() == title.title.lower() and title.first - before.first < 150


def _own(lines: Lines, known: list[Heading], main: bool) -> list[Heading]:
    """The filer's own headings, everywhere but on the cover and contents, in signatures and in the exhibit index."""
    taken = _taken(lines, known)
    begin = known[0].first if main and known else 0
    stops = [*(heading.first for heading in known[1:]), lines.count]
    released = bool(known) and known[0].why == "the headline of a press release"
    own = [] if main or released or not known else subheads_of(lines, taken, 0, known[0].first)
    if not known:
        return subheads_of(lines, taken, begin, lines.count)
    for heading, stop in zip(known, stops, strict=True):
        if heading.kind in _SHUT - {SectionKind.CONTENTS} or (
            heading.level == HEADING and heading.why.startswith("an entry")
        ):
            continue
        first = listing_end(lines, heading.last, stop) if heading.kind is SectionKind.CONTENTS else heading.last
        inside = [head for head in subheads_of(lines, taken, first, stop) if not (released and is_clutter(head.title))]
        own += (
            _in_statement(lines, inside, heading)
            if heading.kind is SectionKind.STATEMENT
            else _in_note(inside, heading, known)
        )
    return own


def _in_statement(lines: Lines, inside: list[Heading], statement: Heading) -> list[Heading]:
    """Headings after a statement's figures that running text follows; those among its rows are the statement's."""
    for at, heading in enumerate(inside):
        after = lines.next_words(heading.last, 8)
        if after is not None and lines.prose(after) and lines.figures_after(statement.last, heading.first) >= 4:
            return [each._replace(level=CHAPTER) if each.level >= HEADING and at == 0 else each for each in inside[at:]]
    return []


def _in_note(inside: list[Heading], heading: Heading, known: list[Heading]) -> list[Heading]:
    """Headings within a note: none of them ends the note while another note of its set follows."""
    if heading.kind is not SectionKind.NOTE:
        return [each for each in inside if not again(each, [heading])]
    after = next((other for other in known if other.first > heading.first and other.level <= CHAPTER), None)
    if after is None or after.kind is not SectionKind.NOTE:
        return [each for each in inside if not again(each, [heading])]
    return [
        each._replace(level=HEADING) if each.level < HEADING else each for each in inside if not again(each, [heading])
    ]


def _cover(lines: Lines, headings: list[Heading], main: bool) -> list[Heading]:
    """The headings with the cover page before them, where a form has one."""
    if not main or not headings:
        return headings
    first = lines.next_words(0, lines.count)
    if first is None or headings[0].first <= first:
        return headings
    cover = Heading(
        SectionKind.COVER, None, "Cover Page", first, first + 1, PART, "what stands before the first heading"
    )
    return [cover, *headings]


def _apart(headings: list[Heading]) -> list[Heading]:
    """Headings in the order of their lines; of two on the same lines the one of the higher rank."""
    kept: list[Heading] = []
    for heading in sorted(headings, key=lambda each: (each.first, each.level)):
        if kept and heading.first < kept[-1].last:
            continue
        kept.append(heading)
    return kept


class _Builder:
    """Nests headings into sections of one document."""

    def __init__(self, filing: Filing, document: Document, lines: Lines, prefix: str) -> None:
        self.filing = filing
        self.document = document
        self.lines = lines
        self.prefix = prefix
        self.used: Counter[str] = Counter()

    def build(self, headings: list[Heading]) -> tuple[Section, ...]:
        """The top sections; every heading is used once."""
        self.headings = headings
        self.ends = self._ends()
        sections, _ = self._level(0, len(headings), self.prefix)
        return sections

    def _ends(self) -> list[int]:
        """For each heading the index of the first later heading that ends its section."""
        ends = [len(self.headings)] * len(self.headings)
        opened: list[int] = []
        for index, heading in enumerate(self.headings):
            while opened and self._ended(self.headings[opened[-1]], heading):
                ends[opened.pop()] = index
            opened.append(index)
        return ends

    def _ended(self, before: Heading, heading: Heading) -> bool:
        if before.kind in _SHUT:
            return not (before.kind is SectionKind.EXHIBIT_INDEX and heading.why.startswith("an entry"))
        return before.level >= heading.level

    def _level(self, index: int, end: int, prefix: str) -> tuple[tuple[Section, ...], int]:
        sections = []
        while index < end:
            stop = self.ends[index]
            sections.append(self._section(index, stop, prefix))
            index = stop
        return tuple(sections), index

    def _section(self, index: int, stop: int, prefix: str) -> Section:
        heading = self.headings[index]
        name = self._name(heading, prefix)
        starts = self.lines.source.starts
        start = starts[heading.first] if heading.kind is not SectionKind.COVER or self.prefix else starts[heading.first]
        end = starts[self.headings[stop].first] if stop < len(self.headings) else len(self.document.source.text)
        children, _ = self._level(index + 1, stop, f"{name}/")
        mark = self._mark(heading)
        incorporated, refers = self._elsewhere(heading, children, mark.end, end)
        return Section(
            name,
            heading.kind,
            heading.number,
            heading.title,
            self.document.sequence,
            Span(start, end),
            mark,
            incorporated,
            refers,
            () if incorporated else children,
            heading.why,
        )

    def _mark(self, heading: Heading) -> Span:
        """The characters of a heading, without the blanks around."""
        starts, raw = self.lines.source.starts, self.lines.raw
        start = starts[heading.first] + self.lines.indent(heading.first)
        last = heading.last - 1
        end = starts[last] + (heading.end or len(raw[last].rstrip()))
        return Span(start, max(start, end))

    def _name(self, heading: Heading, prefix: str) -> str:
        """The id of a section: unique, and the same whenever the filing is read."""
        short = _SHORT.get(heading.kind)
        if heading.kind is SectionKind.PART:
            wanted = f"{self.prefix}part-{_digits(heading.number)}"
        elif short is None:
            wanted = prefix + (slug(f"{heading.number or ''} {heading.title}") or "heading")
        elif heading.kind is SectionKind.NOTE and not heading.number:
            wanted = f"{prefix}note-{slug(heading.title)}"
        elif heading.number:
            wanted = f"{prefix}{short}-{slug(heading.number)}"
        elif heading.kind is SectionKind.STATEMENT:
            wanted = f"{prefix}{slug(heading.title) or short}"
        else:
            wanted = f"{prefix}{short}"
        self.used[wanted] += 1
        while self.used[wanted] > 1:
            wanted = f"{wanted}-{self.used[wanted]}"
            self.used[wanted] += 1
        return wanted

    def _elsewhere(
        self, heading: Heading, children: tuple[Section, ...], start: int, end: int
    ) -> tuple[bool, int | None]:
        if heading.kind is not SectionKind.ITEM or end - start > 6000:
            return False, None
        if any(child.kind is not SectionKind.HEADING for child in children):
            return False, None
        body = self.document.source.text[start:end]
        if not heading.why.startswith("several") and not points_elsewhere(body):
            return False, None
        if heading.why.startswith("several") and not points_elsewhere(f"{heading.title} {body}"):
            return False, None
        return True, exhibit_meant(body, heading.title, self.filing.documents)


def slug(text: str) -> str:
    """Words as part of an id: small letters, figures and dashes, not over 48 letters."""
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))[:48].strip("-")


def _digits(number: str | None) -> str:
    return str({"I": 1, "II": 2, "III": 3, "IV": 4}.get(number or "", number or ""))
