"""Where a report is signed: under the word Signatures, or where it says that it has been signed."""

import re

from core.outline.candidates import PART, Found, Heading
from core.outline.lines import Lines
from core.outline.reasons import SIGNATURES_SENTENCE
from core.outline.section import SectionKind

_SIGNED = re.compile(
    r"Pursuant\s+to\s+the\s+requirements?\s+of\s+(?:Section\s+13|the\s+Securities\s+(?:and\s+)?Exchange|Sections\s+13)",
    re.IGNORECASE,
)


def signatures_of(lines: Lines, found: Found, fixed: list[Heading], begin: int, *, main: bool) -> list[Heading]:
    """The signatures of a document: the first title of theirs after the last Item, or the sentence that opens them."""
    after = max((heading.first for heading in fixed), default=begin - 1)
    titles = [title for title in found.titles if title.kind is SectionKind.SIGNATURES and title.first > after]
    signed = [title for title in titles if _is_signed(lines, title)]
    if signed:
        return signed[:1]
    if not main:
        return titles[-1:]
    for index in range(max(after, 0), lines.count):
        if lines.bare[index][:8].lower() == "pursuant" and lines.words(index) and lines.apart(index):
            joined = " ".join(lines.bare[index : index + 2])
            if _SIGNED.match(joined):
                verdict = SIGNATURES_SENTENCE.of(SectionKind.SIGNATURES)
                return [Heading(SectionKind.SIGNATURES, None, "Signatures", index, index + 1, PART, verdict)]
    return titles[:1]


def _is_signed(lines: Lines, title: Heading) -> bool:
    """Whether the words below a title are those of a signature, and not a list's."""
    following = "\n".join(lines.bare[title.last : title.last + 14]).lower()
    return any(word in following for word in ("pursuant", "requirements", "undersigned", "/s/", "by:", "in witness"))
