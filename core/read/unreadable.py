"""What is no filing at all, told before anyone tries to read it as text."""

LARGEST = 512 * 1024 * 1024
"""Bytes. No filing comes near; a larger file would fill the memory."""

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive (or an Office document)"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"BM", "a bitmap picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an Excel or Word file"),
    (b"{\\rtf", "a rich text (RTF) document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3\x00", "a database"),
)


class UnreadableError(Exception):
    """There is no filing to read. Its message is one line that names the file and says what it is."""


def refuse_what_is_no_text(name: str, data: bytes) -> None:
    """Raises UnreadableError where the bytes are certainly not a filing's text."""
    if not data.strip(b" \t\r\n\f\x00\x1a\xef\xbb\xbf\xff\xfe"):
        raise UnreadableError(f"{name} is empty: there is nothing in it to read.")
    head = data[:4096]
    for signature, what in _SIGNATURES:
        if head.startswith(signature) and (len(signature) > 2 or _mostly_binary(head)):
            raise UnreadableError(f"{name} is {what}, not a filing's text.")
    if _mostly_binary(head):
        raise UnreadableError(f"{name} is not text: it holds bytes that no text has.")


def _mostly_binary(head: bytes) -> bool:
    """Whether one byte in fifty is a control character that text does not use (UTF-16 and stray NULs are text)."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return False
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls * 50 > len(head)


_CONTROLS = bytes(code for code in range(1, 32) if chr(code) not in "\t\n\f\r\x1a\x1b")
