"""A file as a Filing: an EDGAR submission with its header and documents, or one bare document."""

import hashlib
import re
from dataclasses import replace
from pathlib import Path

from core.finding import Finding, Severity
from core.markup.read import hypertext
from core.read.cover import header_from_cover
from core.read.decode import Decoded, decode
from core.read.dei import with_facts
from core.read.filing import READ, Document, Filing, Format, Header
from core.read.format import endless, format_of
from core.read.header import header_of
from core.read.parts import Part, Split, split
from core.read.unreadable import LARGEST, UnreadableError, refuse_what_is_no_text
from core.source import Cite, Source, cite

_COUNTED_TOO_MANY = 1
"""Documents by which headers announce more than are sent, as a rule."""
_RESOURCES = re.compile(r"<ix:resources\b.*?</ix:resources>", re.DOTALL | re.IGNORECASE)
_OPENS = re.compile(r"<html[\s>]", re.IGNORECASE)
_CLOSES = re.compile(r"</html\s{0,40}>", re.IGNORECASE)


def read(path: Path) -> Filing:
    """The filing in a file. Raises UnreadableError, with a line for the reader, where there is none."""
    return parse(path.name or str(path), _bytes(path))


def parse(name: str, data: bytes) -> Filing:
    """The filing in these bytes. Raises UnreadableError where they are certainly none; never anything else."""
    refuse_what_is_no_text(name, data)
    decoded = decode(data)
    parts = split(decoded.text)
    filing = Filing(
        name=name,
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        format=Format.SUBMISSION if parts.documents else format_of(decoded.text, None),
        encoding=decoded.encoding,
        header=Header(),
        documents=(),
    )
    return _submission(filing, decoded, parts) if parts.documents else _bare(filing, decoded)


def _bytes(path: Path) -> bytes:
    name = path.name or str(path)
    try:
        if path.is_dir():
            raise UnreadableError(f"{name} is a folder, not a filing.")
        if not path.is_file() and path.exists():
            raise UnreadableError(f"{name} is a device, not a filing.")
        if (size := path.stat().st_size) > LARGEST:
            limit = f"{LARGEST // 2**20} MB"
            raise UnreadableError(f"{name} has {size / 2**20:,.0f} MB; the largest that Tieout opens is {limit}.")
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableError(f"{name} is not there: no such file.") from None
    except PermissionError:
        raise UnreadableError(f"{name} may not be read: permission denied.") from None
    except (OSError, ValueError, MemoryError) as error:
        raise UnreadableError(f"{name} cannot be read: {getattr(error, 'strerror', None) or error}.") from None


def _bare(filing: Filing, decoded: Decoded) -> Filing:
    if filing.format is Format.BINARY:
        raise UnreadableError(f"{filing.name} holds an attachment or data, not a filing's text.")
    if filing.format is Format.TEXT and (much := endless(decoded.text)) is not None:
        raise UnreadableError(f"{filing.name} has {much}: no filing is written so.")
    document = _read(Document(1, None, None, None, filing.format, Source(1, decoded.text)), decoded.text)
    if document.hypertext is not None and (much := endless(document.source.text)) is not None:
        raise UnreadableError(f"{filing.name} has {much}: no filing is written so.")
    told = [*_remarks(decoded), *_cut_off(document), *_left_unread((document,))]
    header = _from_main_document(document)
    return replace(filing, header=header, documents=(document,), findings=tuple(told))


def _submission(filing: Filing, decoded: Decoded, parts: Split) -> Filing:
    shared = _shared(decoded.text, parts)
    documents = tuple(_document(decoded.text, part, number, shared) for number, part in enumerate(parts.documents, 1))
    header = header_of(parts.header)
    if header.form is None and header.company is None:
        header = _from_main_document(documents[0])
    told = [*_remarks(decoded), *_structure(parts, documents, header), *_left_unread(documents)]
    return replace(filing, header=header, documents=documents, findings=tuple(told))


def _from_main_document(main: Document) -> Header:
    """The header of documents without one: the first document's cover, its form as its type says."""
    header = Header()
    if main.format in READ:
        header = header_from_cover(main.source.text)
    if main.hypertext is not None:
        header = with_facts(header, main.hypertext)
    return replace(header, form=main.type or header.form)


def _shared(text: str, parts: Split) -> str:
    """The contexts and units of all inline XBRL documents, where there are several: they may name one another's."""
    tagged = [part for part in parts.documents if text.find("<ix:", part.start, part.end) >= 0]
    if len(tagged) < 2:
        return ""
    return "\n".join(found[0] for part in tagged for found in _RESOURCES.finditer(text, part.start, part.end))


def _document(text: str, part: Part, number: int, shared: str) -> Document:
    body = text[part.start : part.end]
    kind = part.fields.get("TYPE") or None
    form = format_of(body, kind)
    if form is Format.TEXT and endless(body) is not None:
        form = Format.BINARY
    source = Source(number, "" if form is Format.BINARY else body)
    named = part.fields.get("FILENAME") or None
    return _read(Document(number, kind, named, part.fields.get("DESCRIPTION") or None, form, source), body, shared)


def _read(document: Document, body: str, shared: str = "") -> Document:
    """A document with what its markup says, where it is written in HTML."""
    if document.format in (Format.HTML, Format.IXBRL):
        found = hypertext(document.sequence, body, shared)
        return replace(document, source=Source(document.sequence, found.text), raw=body, hypertext=found)
    if (document.type or "").upper().startswith("EX-101.INS"):
        return replace(document, raw=body)
    return document


def _remarks(decoded: Decoded) -> list[Finding]:
    return [Finding(Severity.INFO, remark, kind="encoding") for remark in decoded.remarks]


def _cut_off(document: Document) -> list[Finding]:
    """That a bare HTML document ends before its end, where it does."""
    if document.hypertext is None or not _OPENS.search(document.raw, 0, 100_000):
        return []
    if _CLOSES.search(document.raw):
        return []
    end = len(document.source.text)
    place = (cite(1, max(0, end - 80), end),) if end else ()
    return [Finding(Severity.WARNING, "The document is cut off: its end is missing.", place, "cut-off")]


def _structure(parts: Split, documents: tuple[Document, ...], header: Header) -> list[Finding]:
    """What is wrong with the submission as such, each with its place."""
    told = []
    if parts.follows is not None:
        other = header_of(parts.follows).accession
        same = other is None or other == header.accession
        what = "the same submission again" if same else f"another submission ({other})"
        told.append(
            Finding(
                Severity.INFO,
                f"The file holds {what} after its end; only the first is shown.",
                kind="more-after-the-end",
            )
        )
    last = documents[-1]
    if not parts.documents[-1].closed:
        end = len(last.source.text)
        place = cite(last.sequence, max(0, end - 80), end)
        message = f"The submission is cut off in document {last.sequence}: its end is missing."
        told.append(Finding(Severity.WARNING, message, (place,) if end else (), "cut-off"))
    for part, document in zip(parts.documents[:-1], documents, strict=False):
        if not part.closed:
            end = len(document.source.text)
            message = f"Document {document.sequence} has no closing tag; it is read up to the next one."
            place = cite(document.sequence, max(0, end - 80), end)
            told.append(Finding(Severity.WARNING, message, (place,) if end else (), "not-closed"))
    if parts.stray:
        told.append(Finding(Severity.INFO, f"{parts.stray} closing tags have no opening one.", kind="stray-tags"))
    if parts.announced is not None and parts.announced > len(documents) + _COUNTED_TOO_MANY:
        message = f"The header announces {parts.announced} documents; the file has {len(documents)}."
        told.append(Finding(Severity.WARNING, message, kind="documents-missing"))
    return told


def _left_unread(documents: tuple[Document, ...]) -> list[Finding]:
    """What is not read, or not as it is written."""
    told = []
    for document in documents:
        for remark in document.hypertext.remarks if document.hypertext is not None else ():
            place = (Cite(document.sequence, (remark.span,)),) if remark.span is not None else ()
            told.append(Finding(Severity.WARNING, f"Document {document.sequence}: {remark.words}", place, "markup"))
    binary = [document.sequence for document in documents if document.format is Format.BINARY]
    if binary:
        told.append(Finding(Severity.INFO, f"{_numbered(binary)} not text: listed, not shown.", kind="not-text"))
    return told


def _numbered(numbers: list[int]) -> str:
    if len(numbers) == 1:
        return f"Document {numbers[0]} is"
    named = ", ".join(map(str, numbers[:8])) + (f" and {len(numbers) - 8} more" if len(numbers) > 8 else "")
    return f"Documents {named} are"
