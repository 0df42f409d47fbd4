"""What is no filing at all says so in one line."""

import pytest

from core.read.unreadable import UnreadableError, refuse_what_is_no_text

TEXT = b"FORM 10-K\nThe mill spins wool.\n" * 20


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "a.txt is empty: there is nothing in it to read."),
        (b" \r\n\x00\xff\xfe", "a.txt is empty: there is nothing in it to read."),
        (b"%PDF-1.4 and more", "a.txt is a PDF, not a filing's text."),
        (b"PK\x03\x04rest", "a.txt is a ZIP archive (or an Office document), not a filing's text."),
        (b"\x1f\x8b\x08\x00\x01\x02", "a.txt is a gzip archive, not a filing's text."),
        (b"BM\x01\x02\x03\x04", "a.txt is a bitmap picture, not a filing's text."),
        (b"\x01\x02\x03 words", "a.txt is not text: it holds bytes that no text has."),
    ],
)
def test_what_it_is_instead(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableError) as fault:
        refuse_what_is_no_text("a.txt", data)
    assert str(fault.value) == said


@pytest.mark.parametrize(
    "data",
    [
        TEXT,
        b"BM and its customers\n" + TEXT,
        b"MZ Industries, Inc.\n" + TEXT,
        "\ufeffFORM 10-K \x01\x02\x03".encode("utf-16"),
        TEXT + b"\x01" * 5,
        b"\x01" + b"x" * 49,
    ],
)
def test_what_is_text(data: bytes) -> None:
    refuse_what_is_no_text("a.txt", data)


def test_one_byte_in_fifty_is_too_many() -> None:
    with pytest.raises(UnreadableError):
        refuse_what_is_no_text("a.txt", b"\x01\x01" + b"x" * 97)
