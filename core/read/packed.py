"""Files in which a filing lies packed: gzip, ZIP, and a page as browsers save it (MHTML)."""

import io
import re
import zlib
from typing import NamedTuple

from core.printable import one_line
from core.read.unreadable import LARGEST, UnreadableError

_GZIP, _ZIP = b"\x1f\x8b", b"PK\x03\x04"
_GZIP_BITS = 16 + zlib.MAX_WBITS
_HEAD = 4_096
"""Bytes in which a saved page says that it is one."""
_SAVED = re.compile(
    rb"^mime-version:[^\n]{0,80}\r?\n(?:.*\n)?content-type:|^content-type:\s*(?:multipart/related|text/html)",
    re.IGNORECASE | re.MULTILINE | re.DOTALL,
)
_FIELD = re.compile(rb"[A-Za-z][\w-]{1,40}:[^\n]*\n")
_TEXTS = (".txt", ".htm", ".html", ".xhtml", ".sgml", ".nc", ".mht", ".mhtml")
"""What the names of files that can be filings end in."""
_OFFICE = "[Content_Types].xml"
"""A file that all Office documents have, which are ZIP archives too."""
_SAID = 160
"""Characters that are told of what is wrong with an archive."""
_DEEPEST = 3
"""Packings one inside the other that are opened."""


class Unpacked(NamedTuple):
    """The bytes of a filing's text, and what the reader should know of how they were got."""

    data: bytes
    remarks: tuple[str, ...] = ()


def unpacked(name: str, data: bytes) -> Unpacked:
    """What lies in a packed file; the bytes as they are where they are not packed. Raises UnreadableError where they are
    packed and cannot be read."""
    remarks: tuple[str, ...] = ()
    for _ in range(_DEEPEST):
        opened = _opened(name, data)
        if opened is None:
            break
        data, remarks = opened.data, remarks + opened.remarks
    return Unpacked(data, remarks)


def _opened(name: str, data: bytes) -> Unpacked | None:
    """One packing taken off; None where there is none."""
    if data.startswith(_GZIP):
        return _gunzipped(name, data)
    if data.startswith(_ZIP):
        return _unzipped(name, data)
    return _saved_page(data) if _FIELD.match(data.lstrip()) and _SAVED.search(data[:_HEAD]) else None


def _gunzipped(name: str, data: bytes) -> Unpacked:
    packed = zlib.decompressobj(_GZIP_BITS)
    try:
        whole = packed.decompress(data, LARGEST + 1)
    except (zlib.error, MemoryError) as error:
        raise UnreadableError(f"{name} is a gzip archive that cannot be read: {_brief(error)}.") from None
    if len(whole) > LARGEST:
        raise UnreadableError(f"{name} holds more than {LARGEST // 2**20} MB: no filing is so large.")
    if packed.eof:
        return Unpacked(whole)
    if not whole:
        raise UnreadableError(f"{name} is a gzip archive that cannot be read: it is cut off.")
    return Unpacked(whole, ("The archive is cut off: its end is missing.",))


def _unzipped(name: str, data: bytes) -> Unpacked | None:
    """The only filing in an archive, or the largest; None where the archive is an Office document."""
    import zipfile  # late: few filings are packed

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            if any(member.filename == _OFFICE for member in members):
                return None
            texts = [member for member in members if member.filename.lower().endswith(_TEXTS)]
            if not texts:
                raise UnreadableError(f"{name} is a ZIP archive without a filing's text in it.")
            largest = max(texts, key=lambda member: member.file_size)
            if largest.file_size > LARGEST:
                raise UnreadableError(f"{name} holds more than {LARGEST // 2**20} MB: no filing is so large.")
            with archive.open(largest) as member:
                whole = member.read(LARGEST)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, OSError, EOFError, ValueError) as error:
        raise UnreadableError(f"{name} is a ZIP archive that cannot be read: {_brief(error)}.") from None
    others = len(texts) - 1
    told = (f"The archive holds {others:,} more: only the largest, {largest.filename}, is shown.",) if others else ()
    return Unpacked(whole, told)


def _brief(error: Exception) -> str:
    """What a library says is wrong, on one line: some repeat what they found in the file."""
    words = one_line(str(error))
    return words if len(words) <= _SAID else f"{words[:_SAID]}…"


def _saved_page(data: bytes) -> Unpacked | None:
    """The page of a file in which a browser saved it with its pictures; None where there is none."""
    import email.policy  # late: few filings are saved so
    from email.message import EmailMessage

    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)  # noqa: S101 - by its policy
    page = next((part for part in message.walk() if part.get_content_type() in ("text/html", "text/plain")), None)
    if page is None:
        return None
    body = page.get_payload(decode=True)
    if not isinstance(body, bytes) or not body.strip():
        return None
    return Unpacked(_in_utf8(body, page.get_content_charset()))


def _in_utf8(body: bytes, charset: str | None) -> bytes:
    """A page in the encoding that its part of the message names; as it is where it names none that is known."""
    try:
        return body.decode(charset).encode() if charset else body
    except (LookupError, UnicodeDecodeError):
        return body
