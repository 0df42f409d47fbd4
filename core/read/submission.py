"""A file as a Filing: an EDGAR submission with its header and documents, or one bare document."""

import hashlib
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from core.read.cover import header_from_cover
from core.read.decode import Decoded, decode
from core.read.dei import with_facts
from core.read.faults import MOST_DOCUMENTS, faults_of_bare, faults_of_submission
from core.read.filing import READ, Document, Filing, Format, Header
from core.read.format import endless, format_of
from core.read.header import header_of
from core.read.packed import unpacked
from core.read.parts import DocumentPart, Split, split
from core.read.unreadable import LARGEST, UnreadableError, refuse_what_is_no_text
from core.source import Source

if TYPE_CHECKING:
    from core.facts.contexts import Resources

_RESOURCES = re.compile(r"<ix:resources\b.*?</ix:resources>", re.DOTALL | re.IGNORECASE)


def read(path: Path) -> Filing:
    """The filing in a file. Raises UnreadableError, with a line for the reader, where there is none."""
    return parse(path.name or str(path), bytes_of(path))


def parse(name: str, data: bytes) -> Filing:
    """The filing in these bytes. Raises UnreadableError where they are certainly none; never anything else."""
    inside = unpacked(name, data)
    refuse_what_is_no_text(name, inside.data)
    decoded = decode(inside.data)
    decoded = decoded._replace(remarks=inside.remarks + decoded.remarks)
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


def bytes_of(path: Path) -> bytes:
    """All bytes of a file. Raises UnreadableError, with a line for the reader, where there are none to read."""
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
        from core.facts.instance import is_instance  # late, as all that reads XML

        if is_instance(decoded.text):
            raise UnreadableError(
                f"{filing.name} is an XBRL instance, data without pages: open the report it belongs to."
            )
        raise UnreadableError(f"{filing.name} holds an attachment or data, not a filing's text.")
    if filing.format is Format.TEXT and (much := endless(decoded.text)) is not None:
        raise UnreadableError(f"{filing.name} has {much}: no filing is written so.")
    document = _read(Document(1, None, None, None, filing.format, Source(1, decoded.text)), decoded.text)
    if document.hypertext is not None and (much := endless(document.source.text)) is not None:
        raise UnreadableError(f"{filing.name} has {much}: no filing is written so.")
    found = faults_of_bare(decoded, document)
    return replace(filing, header=_from_main_document(document), documents=(document,), findings=found)


def _submission(filing: Filing, decoded: Decoded, parts: Split) -> Filing:
    shared = _shared(decoded.text, parts)
    sent = parts.documents[:MOST_DOCUMENTS]
    documents = tuple(_document(decoded.text, part, number, shared) for number, part in enumerate(sent, 1))
    header = header_of(parts.header)
    if header.form is None and header.company is None:
        header = _from_main_document(documents[0])
    found = faults_of_submission(decoded, parts, documents, header)
    return replace(filing, header=header, documents=documents, findings=found)


def _from_main_document(main: Document) -> Header:
    """The header of documents without one: the first document's cover, its form as its type says."""
    header = Header()
    if main.format in READ:
        header = header_from_cover(main.source.text)
    if main.hypertext is not None:
        header = with_facts(header, main.hypertext)
    return replace(header, form=main.type or header.form)


def _shared(text: str, parts: Split) -> "Resources | None":
    """The contexts and units of all inline XBRL documents, where there are several: they may name one another's."""
    tagged = [part for part in parts.documents if text.find("<ix:", part.start, part.end) >= 0]
    if len(tagged) < 2:
        return None
    from core.markup.read import shared_resources

    return shared_resources(
        "\n".join(found[0] for part in tagged for found in _RESOURCES.finditer(text, part.start, part.end))
    )


def _document(text: str, part: DocumentPart, number: int, shared: "Resources | None") -> Document:
    body = text[part.start : part.end]
    kind = part.fields.get("TYPE") or None
    form = format_of(body, kind)
    if form is Format.TEXT and endless(body) is not None:
        form = Format.BINARY
    source = Source(number, "" if form is Format.BINARY else body)
    named = part.fields.get("FILENAME") or None
    return _read(Document(number, kind, named, part.fields.get("DESCRIPTION") or None, form, source), body, shared)


def _read(document: Document, body: str, shared: "Resources | None" = None) -> Document:
    """A document with what its markup says, where it is written in HTML."""
    if document.format in (Format.HTML, Format.IXBRL):
        from core.markup.read import hypertext  # late: a start, and filings in text, do without the reader of HTML

        found = hypertext(document.sequence, body, shared)
        return replace(document, source=Source(document.sequence, found.text), raw=body, hypertext=found)
    if (document.type or "").upper().startswith("EX-101.INS"):
        return replace(document, raw=body)
    return document
