"""Filings in files that are packed."""

import gzip
import io
import zipfile

import pytest

from core.read.filing import Format
from core.read.submission import parse
from core.read.unreadable import UnreadableError
from tests.core.made_up import submission

PAGE = "<html><body><p>FORM 10-K</p>" + "<p>Earned “much”.</p>" * 20 + "</body></html>"
SAVED = (
    "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://example.com/a.htm\r\nSubject: A report\r\n"
    'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--x"\r\n\r\n\r\n'
    "----x\r\nContent-Type: text/html{charset}\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{page}\r\n"
    "----x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n----x--\r\n"
)


def zipped(**files: str) -> bytes:
    """An archive of files; `0` in their names stands for a dot."""
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w") as archive:
        for name, text in files.items():
            archive.writestr(name.replace("0", "."), text)
    return found.getvalue()


def saved(page: str, charset: str = "; charset=utf-8", encoding: str = "utf-8") -> bytes:
    """A page as browsers save it."""
    quoted = "".join(f"={byte:02X}" if byte > 126 or byte == 61 else chr(byte) for byte in page.encode(encoding))
    return SAVED.format(charset=charset, page=quoted).encode()


def test_a_submission_in_gzip() -> None:
    filing = parse("kettle.txt.gz", gzip.compress(submission().encode()))
    assert (filing.format, filing.header.form) == (Format.SUBMISSION, "10-K")


def test_a_submission_in_an_archive() -> None:
    filing = parse("kettle.zip", zipped(kettle0txt=submission(), readme0md="no filing"))
    assert (filing.format, filing.header.form) == (Format.SUBMISSION, "10-K")
    assert [finding.message for finding in filing.findings if "archive" in finding.message] == []


def test_of_several_files_the_largest_is_shown_and_the_others_are_told_of() -> None:
    filing = parse("kettle.zip", zipped(a0htm=PAGE, b0htm="<html>"))
    assert filing.header.form == "10-K"
    assert filing.findings[0].message == "The archive holds 1 more: only the largest, a.htm, is shown."


def test_of_an_archive_that_is_cut_off_the_beginning_is_shown() -> None:
    text = "".join(f"{number} kettles\n" for number in range(9_999))
    filing = parse("kettle.txt.gz", gzip.compress(text.encode())[:5_000])
    assert filing.document(1).source.text.startswith("0 kettles\n1 kettles\n")
    assert filing.findings[0].message == "The archive is cut off: its end is missing."


@pytest.mark.parametrize("charset", ["", "; charset=utf-8", "; charset=unheard-of"])
def test_a_page_that_a_browser_saved(charset: str) -> None:
    filing = parse("report.mhtml", saved(PAGE, charset))
    assert (filing.format, filing.header.form) == (Format.HTML, "10-K")
    assert "Earned “much”." in filing.document(1).source.text


def test_a_saved_page_is_read_in_the_encoding_that_it_names() -> None:
    filing = parse("report.mht", saved(PAGE.replace("much", "größer"), "; charset=iso-8859-15", "cp1252"))
    assert "größer" in filing.document(1).source.text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\x1f\x8b\x08\x00" + b"\xff" * 20, "is a gzip archive that cannot be read"),
        (b"PK\x03\x04broken", "is a ZIP archive that cannot be read"),
        (zipped(a0gif="GIF89a"), "is a ZIP archive without a filing's text in it"),
        (b'<?xml version="1.0"?>\n<xbrli:xbrl xmlns:xbrli="x"></xbrli:xbrl>', "is an XBRL instance"),
        (b'<?xml version="1.0"?>\n<feed></feed>', "holds an attachment or data"),
        (gzip.compress(b"%PDF-1.4"), "is a PDF"),
        (zipped(**{"[Content_Types]0xml": "<Types/>", "word0txt": "x"}), "is a ZIP archive (or an Office document)"),
    ],
    ids=["gzip", "zip", "no text", "instance", "xml", "pdf", "office"],
)
def test_what_cannot_be_read_says_what_it_is(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        parse("file", data)
    assert words in str(caught.value)


def test_a_text_with_a_field_at_its_top_is_not_taken_for_a_message() -> None:
    text = "Company: Kettle Works\nContent-Type of what we sell: kettles\nMIME-Version: none\n\nFORM 10-K\n"
    assert parse("a.txt", text.encode()).document(1).source.text == text


def test_what_is_wrong_with_an_archive_is_told_in_few_words() -> None:
    """A library repeats the name that it found, of whatever length."""
    name = "a" * 3_000
    archive = zipped(**{f"{name}.txt": submission()})
    with pytest.raises(UnreadableError) as told:
        parse("broken.zip", archive.replace(name.encode(), b"b" * 2_999 + b"\n", 1))
    assert len(str(told.value)) < 300
    assert "\n" not in str(told.value)
