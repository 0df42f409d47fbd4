"""Builds the tree of a filing's sections: finds the headings of every document and holds them against each other."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from core.document.block import Layout
from core.outline import statements
from core.outline.candidates import PART, Found, Heading
from core.outline.chapters import chapters, plain_notes
from core.outline.contents import Listing, contents_of, heading_of, listings_of
from core.outline.cross_references import is_index, raised
from core.outline.exhibits import exhibit_index
from core.outline.forms import Form, form_of, forms
from core.outline.headings import scan
from core.outline.item_sentences import named_in_sentences
from core.outline.items import Candidate, parts_and_items, reread
from core.outline.lines import Lines
from core.outline.nest import SHUT, Builder
from core.outline.notes import sections_of
from core.outline.own_headings import after_cover, own_headings
from core.outline.press_release import headline_of
from core.outline.reasons import BEFORE_ALL, DOCUMENT
from core.outline.section import Section, SectionKind
from core.outline.signatures import signatures_of
from core.outline.statements import Stand
from core.outline.titles import clean
from core.read.filing import Document, Filing, Format
from core.source import Span

_AGREEMENTS = ("EX-1.", "EX-2", "EX-3", "EX-4", "EX-10")
"""Exhibits whose schedules are a contract's own, not those of financial statements."""
_LISTS = ("EX-21", "EX-22", "EX-23", "EX-24")
"""Exhibits whose numbered lines are lists, no sections."""
_NAMED = 4
"""So many Items of the annual report, named as it names them, make a document of unknown type one."""


class _Begun(NamedTuple):
    """What the first look at a document finds: its lines of interest, the form it is on, and its contents page."""

    found: Found
    form: Form | None
    listing: Listing | None


class Draft(NamedTuple):
    """A document's headings as they are known without its tables: `known` those of Items, statements, notes ..., in order,
    without the filer's own; `main` where it is on a form; `prefix` begins the ids of its sections."""

    document: Document
    lines: Lines
    known: list[Heading]
    main: bool
    listing: Listing | None
    prefix: str


class Outline(NamedTuple):
    """The top sections of a filing, and the draft of each document (None of one without an outline) they were made from."""

    sections: tuple[Section, ...]
    drafts: tuple[Draft | None, ...]


def outline(filing: Filing, layouts: tuple[Layout | None, ...]) -> tuple[Section, ...]:
    """The top sections of a filing as its lines alone tell them, without its tables: see `drafted`."""
    return drafted(filing, layouts).sections


def drafted(filing: Filing, layouts: tuple[Layout | None, ...]) -> Outline:
    """The top sections of a filing: of a submission one for each document, of a bare document its own.

    `layouts[n - 1]` is the layout of document n, None where it is not text.
    """
    drafts = tuple(
        _draft(filing, document, layout) for document, layout in zip(filing.documents, layouts, strict=False)
    )
    return Outline(_top(filing, [_sections(filing, draft) for draft in drafts]), drafts)


def settled(filing: Filing, found: Outline, stands: Mapping[int, Sequence[Stand]]) -> tuple[Section, ...]:
    """The top sections once the tables are judged; `stands` tells of the tables of each document, by its sequence."""
    if not found.drafts:
        return found.sections
    before = [found.sections] if _is_bare(filing) else [section.children for section in found.sections]
    inside = list(before)
    for at, draft in enumerate(found.drafts):
        if draft is None:
            continue
        known = statements.settled(draft.lines, draft.known, stands.get(draft.document.sequence, ()))
        if known != draft.known:
            inside[at] = _sections(filing, draft._replace(known=known))
    return _top(filing, inside) if inside != before else found.sections


def _top(filing: Filing, inside: Sequence[tuple[Section, ...]]) -> tuple[Section, ...]:
    if _is_bare(filing):
        return inside[0]
    return tuple(_document(document, each) for document, each in zip(filing.documents, inside, strict=False))


def candidates_of(filing: Filing, document: Document, layout: Layout) -> list[Candidate]:
    """Every line of a document that begins like the heading of a Part or an Item, by rising line (index from 0), with what the
    rules said of it and whether it was taken. Read anew, for one who asks why; empty where the document is on no form."""
    lines = Lines(layout, filing.header.company)
    found, form, listing = _begun(lines, _kind(filing, document))
    return parts_and_items(lines, found, form, listing).candidates if form is not None else []


def _is_bare(filing: Filing) -> bool:
    return filing.format is not Format.SUBMISSION and len(filing.documents) == 1


def _kind(filing: Filing, document: Document) -> str:
    """The type of a document, or the form of the filing where it is the main one and has none; in capitals."""
    main = document.sequence == 1 and (_is_bare(filing) or not document.type)
    return ((filing.header.form if main else None) or document.type or "").upper()


def _document(document: Document, inside: tuple[Section, ...]) -> Section:
    """A document of a submission as a section, its own sections inside."""
    title = document.description or document.type or f"Document {document.sequence}"
    return Section(
        f"doc-{document.sequence}",
        SectionKind.DOCUMENT,
        document.type,
        clean(title) or title,
        document.sequence,
        Span(0, len(document.source.text)),
        Span(0, 0),
        children=inside,
        why=DOCUMENT.knows,
        verdict=DOCUMENT.of(SectionKind.DOCUMENT),
    )


def _draft(filing: Filing, document: Document, layout: Layout | None) -> Draft | None:
    if layout is None or document.format in (Format.BINARY, Format.DATA) or not document.source.text.strip():
        return None
    lines = Lines(layout, filing.header.company)
    kind = _kind(filing, document)
    found, form, listing = _begun(lines, kind)
    known = _exhibit(lines, layout, found, kind) if form is None else _report(lines, found, form, listing)
    prefix = "" if _is_bare(filing) else f"doc-{document.sequence}/"
    return Draft(document, lines, _apart(known), form is not None, listing, prefix)


def _sections(filing: Filing, draft: Draft | None) -> tuple[Section, ...]:
    if draft is None:
        return ()
    return Builder(filing, draft.document, draft.lines, draft.prefix, draft.listing).build(_headings(draft))


def _headings(draft: Draft) -> list[Heading]:
    """Every heading of a document, in the order of its lines, no two on the same line."""
    lines = draft.lines
    known = _apart([*draft.known, *plain_notes(lines, draft.known)])
    if not draft.main:
        return _apart([*known, *own_headings(lines, known, 0)])
    own = own_headings(lines, known, after_cover(lines, known[0].first) if is_index(known) else None)
    return _cover(lines, raised(lines, _apart([*known, *own])))


def _begun(lines: Lines, kind: str) -> _Begun:
    found = scan(lines)
    form = form_of(kind) or (_likely(found) if not kind.startswith("EX-") else None)
    if form is None:
        return _Begun(found, None, None)
    found.items = [reread(item, form) for item in found.items]
    return _Begun(found, form, contents_of(lines, found, form))


def _report(lines: Lines, found: Found, form: Form, listing: Listing | None) -> list[Heading]:
    """The headings of a document on a form but for those of notes without numbers and the filer's own."""
    begin = listing.last if listing else 0
    fixed = parts_and_items(lines, found, form, listing).headings
    fixed += named_in_sentences(lines, fixed, form)
    fixed += signatures_of(lines, found, fixed, begin, main=True)
    fixed += exhibit_index(lines, found, fixed, begin)
    if listing:
        fixed.append(heading_of(listing, found))
    fixed.sort(key=_first)
    return [*fixed, *chapters(lines, found, fixed, begin, agreement=False)]


def _exhibit(lines: Lines, layout: Layout, found: Found, kind: str) -> list[Heading]:
    """The same of a document of this type that is on no form."""
    fixed = signatures_of(lines, found, [], 0, main=False)
    fixed += exhibit_index(lines, found, fixed, 0) if not kind else []
    fixed = sorted([*fixed, *listings_of(lines, found)], key=_first)
    known = [*fixed, *chapters(lines, found, fixed, 0, agreement=kind.startswith(_AGREEMENTS))]
    if (headline := headline_of(lines, layout, kind)) is not None:
        known = [headline, *(heading for heading in known if heading.first >= headline.last)]
    elif kind.startswith("EX-") and not kind.startswith(_LISTS) and all(heading.kind in SHUT for heading in known):
        known += sections_of(lines, found)
    return known


def _first(heading: Heading) -> int:
    return heading.first


def _likely(found: Found) -> Form | None:
    """The form of a document of unknown type: an annual report, where its lines name enough of its Items."""
    annual = forms()[0]
    named = {item.number for item in found.items if item.plain and annual.named(item.number, item.rest)}
    return annual if len(named) >= _NAMED else None


def _cover(lines: Lines, headings: list[Heading]) -> list[Heading]:
    """The headings with the cover page before them, which a form has."""
    if not headings:
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
        if kept and heading.first < kept[-1].last and not _shares(kept[-1], heading):
            continue
        kept.append(heading)
    return kept


def _shares(part: Heading, item: Heading) -> bool:
    """Whether an Item begins behind its Part on the same line."""
    return part.first == item.first and 0 < part.end <= item.begin
