"""The pictures that a submission carries beside its documents, decoded from the lines they were sent in."""

import binascii
import hashlib
import re
from pathlib import Path

from core.read.decode import decode
from core.read.filing import Filing, Format
from core.read.packed import unpacked
from core.read.parts import DocumentPart, split

KINDS = {
    "gif": "image/gif",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "bmp": "image/bmp",
    "webp": "image/webp",
}
"""What a picture's name ends in, and its media type. SVG is left out: it is markup, and may ask for more."""

_BEGIN = re.compile(r"^begin [0-7]{3} \S[^\n]*\n", re.MULTILINE)
_END = re.compile(r"^(?:`?\s*\n)?end\b", re.MULTILINE)


def media_type(name: str) -> str | None:
    """The media type of a picture of this name; None where it is no picture."""
    return KINDS.get(name.rpartition(".")[2].lower())


def pictures(path: Path, filing: Filing) -> dict[str, bytes]:
    """The submission's pictures by file name in lower case; none where the file is no longer the one that was read."""
    if filing.format is not Format.SUBMISSION or not _has_pictures(filing):
        return {}
    try:
        data = path.read_bytes()
    except OSError:
        return {}
    if hashlib.sha256(data).hexdigest() != filing.sha256:
        return {}
    text = decode(unpacked(path.name, data).data).text
    found = ((_name(part), part) for part in split(text).documents)
    decoded = {name: _decoded(text[part.start : part.end]) for name, part in found if media_type(name)}
    return {name: picture for name, picture in decoded.items() if picture}


def _has_pictures(filing: Filing) -> bool:
    return any(media_type(document.filename or "") for document in filing.documents)


def _name(part: DocumentPart) -> str:
    return part.fields.get("FILENAME", "").lower()


def _decoded(body: str) -> bytes:
    """What stands between `begin 644 NAME` and `end`; a line that cannot be read is left out."""
    begin = _BEGIN.search(body)
    if begin is None:
        return b""
    end = _END.search(body, begin.end())
    return b"".join(map(_line, body[begin.end() : end.start() if end else len(body)].splitlines()))


def _line(line: str) -> bytes:
    """One uuencoded line; those whose trailing blanks were lost or added are read by the length they state."""
    try:
        return binascii.a2b_uu(line)
    except (binascii.Error, ValueError):
        pass
    try:
        length = ((((ord(line[0]) - 32) & 63) * 4) + 5) // 3
        return binascii.a2b_uu(line[:length])
    except (binascii.Error, ValueError, IndexError):
        return b""
