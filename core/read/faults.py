"""What is wrong with a file as such, and what of it is not read: findings with their places."""

import re
from collections.abc import Iterator, Sequence

from core.finding import Finding, Severity
from core.read.decode import Decoded
from core.read.filing import READ, Document, Format, Header
from core.read.header import header_of
from core.read.parts import Split
from core.source import Cite, cite

MOST_DOCUMENTS = 2_000
"""Documents of one submission that are read: the largest have some hundred."""
_COUNTED_TOO_MANY = 1
"""Documents by which headers announce more than are sent, as a rule."""
_END = 80
"""Characters at the end of a text that show where it is cut off."""
_HEAD = 100_000
"""Characters from the top in which an HTML document opens."""
_MOST_NAMED = 8
"""Documents that one finding names."""
_OPENS = re.compile(r"<html[\s>]", re.IGNORECASE)
_CLOSES = re.compile(r"</html\s{0,40}>", re.IGNORECASE)


def faults_of_bare(decoded: Decoded, document: Document) -> tuple[Finding, ...]:
    """Of a file that is one document."""
    return (*_remarks(decoded), *_cut_off(document), *_not_as_written((document,)))


def faults_of_submission(
    decoded: Decoded, parts: Split, documents: tuple[Document, ...], header: Header
) -> tuple[Finding, ...]:
    """Of a submission."""
    found = [*_remarks(decoded), *_follows(parts, header), *_unclosed(parts, documents), *_counts(parts, documents)]
    return (*found, *_not_as_written(documents), *_not_text(documents), *_without_words(documents))


def _remarks(decoded: Decoded) -> list[Finding]:
    return [Finding(Severity.INFO, remark, kind="encoding") for remark in decoded.remarks]


def _cut_off(document: Document) -> Iterator[Finding]:
    """That a bare HTML document ends before its end."""
    if document.hypertext is None or not _OPENS.search(document.raw, 0, _HEAD) or _closed(document.raw):
        return
    yield Finding(Severity.WARNING, "The document is cut off: its end is missing.", _ending(document), "cut-off")


def _closed(markup: str) -> bool:
    """Whether an HTML document is closed, as most are at their end."""
    return (_CLOSES.search(markup, len(markup) - _END) or _CLOSES.search(markup)) is not None


def _ending(document: Document) -> tuple[Cite, ...]:
    end = len(document.source.text)
    return (cite(document.sequence, max(0, end - _END), end),) if end else ()


def _follows(parts: Split, header: Header) -> Iterator[Finding]:
    """What comes after the end of a submission."""
    if parts.follows is None:
        return
    other = header_of(parts.follows).accession
    same = other is None or other == header.accession
    what = "the same submission again" if same else f"another submission ({other})"
    yield Finding(
        Severity.INFO, f"The file holds {what} after its end; only the first is shown.", kind="more-after-the-end"
    )


def _unclosed(parts: Split, documents: tuple[Document, ...]) -> Iterator[Finding]:
    """Documents that nothing closes."""
    last = documents[-1]
    if not parts.documents[-1].closed and len(documents) == len(parts.documents):
        message = f"The submission is cut off in document {last.sequence}: its end is missing."
        yield Finding(Severity.WARNING, message, _ending(last), "cut-off")
    pairs = zip(parts.documents[:-1], documents, strict=False)
    if unclosed := [document for part, document in pairs if not part.closed]:
        several = len(unclosed) > 1
        ending = "have no closing tags; they are" if several else "has no closing tag; it is"
        message = f"{_numbered(unclosed)} {ending} read up to the next one."
        cites = tuple(place for document in unclosed[:_MOST_NAMED] for place in _ending(document))
        yield Finding(Severity.WARNING, message, cites, "not-closed")


def _counts(parts: Split, documents: tuple[Document, ...]) -> Iterator[Finding]:
    """Tags and documents that are too many or too few."""
    if parts.stray:
        yield Finding(Severity.INFO, f"{parts.stray} closing tags have no opening one.", kind="stray-tags")
    if (sent := len(parts.documents)) > len(documents):
        message = f"The submission has {sent:,} documents: only the first {len(documents):,} are read."
        yield Finding(Severity.WARNING, message, kind="too-many-documents")
    elif parts.announced is not None and parts.announced > sent + _COUNTED_TOO_MANY:
        message = f"The header announces {parts.announced} documents; the file has {sent}."
        yield Finding(Severity.WARNING, message, kind="documents-missing")


def _not_as_written(documents: tuple[Document, ...]) -> Iterator[Finding]:
    """What of the markup is not read as it is written."""
    for document in documents:
        for remark in document.hypertext.remarks if document.hypertext is not None else ():
            place = (Cite(document.sequence, (remark.span,)),) if remark.span is not None else ()
            yield Finding(Severity.WARNING, f"Document {document.sequence}: {remark.words}", place, "markup")


def _not_text(documents: tuple[Document, ...]) -> Iterator[Finding]:
    if binary := [document for document in documents if document.format is Format.BINARY]:
        verb = "are" if len(binary) > 1 else "is"
        yield Finding(Severity.INFO, f"{_numbered(binary)} {verb} not text: listed, not shown.", kind="not-text")


def _without_words(documents: tuple[Document, ...]) -> Iterator[Finding]:
    """Documents behind the first that show nothing; of the first `core.doubts` says it."""
    wordless = [document for document in documents[1:] if document.format in READ and not document.source.text.strip()]
    if wordless:
        verb = "have" if len(wordless) > 1 else "has"
        yield Finding(Severity.WARNING, f"{_numbered(wordless)} {verb} no words to show.", kind="wordless")


def _numbered(documents: Sequence[Document]) -> str:
    """`Document 3`, `Documents 3, 5 and 12 more`."""
    numbers = [document.sequence for document in documents]
    named = ", ".join(map(str, numbers[:_MOST_NAMED]))
    more = f" and {len(numbers) - _MOST_NAMED} more" if len(numbers) > _MOST_NAMED else ""
    return f"Document{'s' if len(numbers) > 1 else ''} {named}{more}"
