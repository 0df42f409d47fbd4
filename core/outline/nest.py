"""Nests the headings of one document into sections, and names them for good."""

import re
from bisect import bisect_left
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from core.evidence import Verdict
from core.outline.candidates import Heading, ItemLine
from core.outline.contents import Listing, entry_title
from core.outline.cross_references import with_references
from core.outline.incorporated import INCORPORATED, Answer, exhibit_meant, footnote_of, says_more
from core.outline.lines import Lines
from core.outline.numbering import roman
from core.outline.reasons import EXHIBIT_ENTRY, ITEMS_IN_A_SENTENCE, ITEMS_NAMED
from core.outline.section import Extent, ListedItem, Section, SectionKind
from core.outline.sentences import why
from core.read.filing import Document, Filing
from core.source import Cite, Span

SHUT = frozenset({SectionKind.COVER, SectionKind.CONTENTS, SectionKind.SIGNATURES, SectionKind.EXHIBIT_INDEX})
"""Kinds of section that hold nothing but what is theirs: the next heading of any kind ends them."""
_TAGGED = frozenset({SectionKind.NOTE, SectionKind.HEADING})
_WORD = re.compile(r"[a-z0-9]+")
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


_LONGEST = 6_000
"""Characters of an Item that are looked at for where it stands; a longer one does not stand elsewhere as a whole."""


class _Elsewhere(NamedTuple):
    """How much of an Item stands in another document, and the sequence of that, where the filing has it."""

    extent: Verdict[Extent] | None
    refers_to: int | None


_NOWHERE = _Elsewhere(None, None)


class Builder:
    """Nests headings into sections of one document."""

    def __init__(
        self, filing: Filing, document: Document, lines: Lines, prefix: str, listing: Listing | None = None
    ) -> None:
        self.filing = filing
        self.document = document
        self.lines = lines
        self.prefix = prefix
        self.listing = listing
        self.used: Counter[str] = Counter()

    def build(self, headings: list[Heading]) -> tuple[Section, ...]:
        """The top sections; every heading is used once."""
        self.headings = headings
        self.ends = self._ends()
        sections = self._level(0, len(headings), self.prefix)
        return with_references(sections, self.document.source.text)

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
        if before.kind in SHUT:
            return not (before.kind is SectionKind.EXHIBIT_INDEX and heading.told_by(EXHIBIT_ENTRY))
        return before.level >= heading.level

    def _level(self, index: int, end: int, prefix: str) -> tuple[Section, ...]:
        sections = []
        while index < end:
            stop = self.ends[index]
            sections.append(self._section(index, stop, prefix))
            index = stop
        return tuple(sections)

    def _section(self, index: int, stop: int, prefix: str) -> Section:
        heading = self.headings[index]
        name = self._name(heading, prefix)
        start = self._start(heading)
        end = self._start(self.headings[stop]) if stop < len(self.headings) else len(self.document.source.text)
        children = self._level(index + 1, stop, f"{name}/") if stop > index + 1 else ()
        mark = self._mark(heading)
        elsewhere = self._elsewhere(heading, children, mark, end) if heading.kind is SectionKind.ITEM else _NOWHERE
        incorporated = elsewhere.extent is not None and elsewhere.extent.decided is Extent.WHOLE
        return Section(
            name,
            heading.kind,
            heading.number,
            heading.title,
            self.document.sequence,
            Span(start, end),
            mark,
            incorporated,
            elsewhere.refers_to,
            () if incorporated else children,
            why(heading.verdict),
            self._concept(heading, mark),
            heading.verdict,
            self._lists(heading),
            elsewhere.extent,
        )

    def _lists(self, heading: Heading) -> tuple[ListedItem, ...]:
        """The Items that a contents page lists."""
        if heading.kind is not SectionKind.CONTENTS or self.listing is None:
            return ()
        return tuple(self._listed(entry.item, entry.part) for entry in self.listing.entries)

    def _listed(self, item: ItemLine, part: int) -> ListedItem:
        start = self.lines.source.starts[item.line] + self.lines.indent(item.line)
        cite = Cite(self.document.sequence, (Span(start, start + len(self.lines.bare[item.line])),))
        return ListedItem(part, item.number, entry_title(item), cite)

    def _start(self, heading: Heading) -> int:
        """Where the section of a heading begins: with its line, or behind what stands before it there."""
        return self.lines.source.starts[heading.first] + heading.begin

    def _concept(self, heading: Heading, mark: Span) -> str | None:
        """What the stretch under a heading is tagged as: the block that begins in the heading or right below it, the
        widest for a note, the one within for a heading inside of it."""
        if heading.kind not in _TAGGED or not (blocks := self.lines.tagged):
            return None
        text = self.document.source.text
        at = bisect_left(blocks, (mark.start, ""))
        found: list[str] = []
        while at < len(blocks) and (blocks[at][0] <= mark.end or not text[mark.end : blocks[at][0]].strip()):
            found.append(blocks[at][1])
            at += 1
        if not found:
            return None
        return found[0] if heading.kind is SectionKind.NOTE else found[-1]

    def _mark(self, heading: Heading) -> Span:
        """The characters of a heading, without the blanks around."""
        starts, raw = self.lines.source.starts, self.lines.raw
        start = starts[heading.first] + (heading.begin or self.lines.indent(heading.first))
        last = heading.last - 1
        end = starts[last] + (heading.end or len(raw[last].rstrip()))
        return Span(start, max(start, end))

    def _name(self, heading: Heading, prefix: str) -> str:
        """The id of a section: unique, and the same whenever the filing is read."""
        short = _SHORT.get(heading.kind)
        if heading.kind is SectionKind.PART:
            wanted = f"{self.prefix}part-{roman(heading.number or '')}"
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

    def _elsewhere(self, heading: Heading, children: tuple[Section, ...], mark: Span, end: int) -> _Elsewhere:
        """Whether an Item that ends at `end` stands in another document, and in which."""
        text = self.document.source.text
        sentence = heading.told_by(ITEMS_IN_A_SENTENCE) or heading.told_by(ITEMS_NAMED)
        start = mark.start if sentence else mark.end
        body = text[start : min(end, start + _LONGEST)]
        footnote = footnote_of(text, mark.start, mark.end)
        if not footnote and "reference" not in body.lower() and says_more(body):
            return _NOWHERE
        extent = INCORPORATED.first(Answer(body, footnote))
        if extent is not None and extent.decided is Extent.WHOLE:
            if end - start > _LONGEST or any(child.kind is not SectionKind.HEADING for child in children):
                return _NOWHERE
            return _Elsewhere(extent, exhibit_meant(f"{body} {footnote}", heading.title, self.filing.documents))
        return _Elsewhere(extent, None)


@lru_cache(maxsize=4096)
def slug(text: str) -> str:
    """Words as part of an id: small letters, figures and dashes, not over 48 letters."""
    return "-".join(_WORD.findall(text.lower()))[:48].strip("-")
