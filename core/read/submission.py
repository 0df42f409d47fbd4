"""A file as a Filing: an EDGAR submission with its header and documents, or one bare document."""

import hashlib
import re
from pathlib import Path
from typing import NamedTuple

from core.finding import Finding, Severity
from core.read.cover import header_from_cover
from core.read.decode import decode
from core.read.filing import Document, Filing, Format, Header
from core.read.header import header_of
from core.read.unreadable import LARGEST, UnreadableError, refuse_what_is_no_text
from core.source import Source

_TAG = re.compile(r"<(/?)(DOCUMENT|TEXT|TYPE|SEQUENCE|FILENAME|DESCRIPTION)>([^\n]*)", re.IGNORECASE)


class _Part(NamedTuple):
    """One `<DOCUMENT>` as it stands in the file: its fields, and where its text begins and ends."""

    fields: dict[str, str]
    start: int
    end: int
    closed: bool


def read(path: Path) -> Filing:
    """The filing in a file. Raises UnreadableError, with a line for the reader, where there is none."""
    name = path.name or str(path)
    try:
        if path.is_dir():
            raise UnreadableError(f"{name} is a folder, not a filing.")
        if (size := path.stat().st_size) > LARGEST:
            raise UnreadableError(f"{name} is too large to be a filing: {size:,} bytes, the limit is {LARGEST:,}.")
        data = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableError(f"{name} is not there (any more).") from None
    except PermissionError:
        raise UnreadableError(f"{name} may not be read: no permission.") from None
    except (OSError, ValueError) as error:
        raise UnreadableError(f"{name} cannot be read: {error.__class__.__name__}.") from None
    return parse(name, data)


def parse(name: str, data: bytes) -> Filing:
    """The filing in these bytes. Raises UnreadableError where they are certainly none; never anything else."""
    refuse_what_is_no_text(name, data)
    text, encoding, remarks = decode(data)
    findings = [Finding(Severity.INFO, remark) for remark in remarks]
    parts = _parts(text)
    if parts:
        documents = tuple(_document(text, part, index) for index, part in enumerate(parts, 1))
        header = header_of(text[: parts[0].start])
        form = Format.SUBMISSION
    else:
        documents = (_bare(text),)
        header, form = Header(), documents[0].format
    if header.form is None:
        header = header_from_cover(documents[0].source.text)
    digest = hashlib.sha256(data).hexdigest()
    return Filing(name, len(data), digest, form, encoding, header, documents, tuple(findings))


def _parts(text: str) -> list[_Part]:
    parts: list[_Part] = []
    fields: dict[str, str] | None = None
    start = -1
    for tag in _TAG.finditer(text):
        closing, name, rest = tag[1], tag[2].upper(), tag[3].strip()
        if name == "DOCUMENT":
            if fields is not None:
                end = tag.start()
                parts.append(_Part(fields, start if start >= 0 else end, end, bool(closing)))
            fields, start = (None if closing else {}), -1
        elif fields is not None:
            if name == "TEXT":
                if not closing and start < 0:
                    start = tag.end() - len(tag[3]) if rest else min(tag.end() + 1, len(text))
                elif closing and start >= 0:
                    parts.append(_Part(fields, start, tag.start(), True))
                    fields = None
            elif start < 0:
                fields.setdefault(name, rest)
    if fields is not None:
        parts.append(_Part(fields, start if start >= 0 else len(text), len(text), False))
    return parts


def _document(text: str, part: _Part, sequence: int) -> Document:
    body = text[part.start : part.end]
    kind = part.fields.get("TYPE") or None
    form = _format(body, kind)
    source = Source(sequence, "" if form is Format.BINARY else body)
    return Document(
        sequence, kind, part.fields.get("FILENAME") or None, part.fields.get("DESCRIPTION") or None, form, source
    )


def _bare(text: str) -> Document:
    return Document(1, None, None, None, _format(text, None), Source(1, text))


def _format(body: str, kind: str | None) -> Format:
    head = body[:20_000].lstrip()[:4000].lower()
    if re.search(r"^begin \d{3} ", head, re.MULTILINE) or head.startswith(("<pdf>", "<xml>", "<xbrl>")):
        return Format.BINARY
    if kind and kind.upper().startswith("EX-27"):
        return Format.DATA
    if "<html" in head or "<!doctype" in head:
        return Format.IXBRL if "xmlns:ix" in head else Format.HTML
    return Format.TEXT
