"""A file as a Filing: submissions whole, cut, doubled and unbalanced, bare documents, and what is no filing."""

from datetime import date
from pathlib import Path

import pytest

from core.read.faults import MOST_DOCUMENTS
from core.read.filing import Filing, Format, Registrant
from core.read.submission import parse, read
from core.read.unreadable import UnreadableError
from tests.core.made_up import COVER, REPORT, document, header, submission
from tests.filings_dir import FILINGS, PRESS_RELEASE, SEED, needs_filings


def drawn(filing: Filing) -> str:
    """The documents of a filing, a line each."""
    return "\n".join(
        f"{one.sequence} {one.type} {one.format.value} {one.description or '-'} {len(one.source.text) > 0}"
        for one in filing.documents
    )


def told(filing: Filing) -> list[str]:
    return [finding.message for finding in filing.findings]


def test_a_submission_is_its_header_and_its_documents() -> None:
    filing = parse("kettle.txt", submission().encode())
    assert (filing.format, filing.encoding, filing.size) == (Format.SUBMISSION, "ascii", len(submission()))
    assert drawn(filing) == ("1 10-K text ANNUAL REPORT True\n2 EX-27 data - True\n3 GRAPHIC binary LOGO False")
    assert filing.document(1).source.text == REPORT
    assert told(filing) == ["Document 3 is not text: listed, not shown."]
    head = filing.header
    assert (head.form, head.company, head.cik) == ("10-K", "TIDEWATER KETTLE CO", "0000012345")
    assert (head.accession, head.period_end, head.filed) == (
        "0000012345-98-000007",
        date(1998, 6, 30),
        date(1998, 9, 28),
    )
    assert (head.fiscal_year_end, head.fiscal_year) == ((6, 30), 1998)
    assert head.co_registrants == (Registrant("KETTLE FINANCE CORP", "0000067890"),)


def test_the_feed_form_says_the_same_in_tags() -> None:
    text = (
        "<SUBMISSION>\n<ACCESSION-NUMBER>0000012345-98-000007\n<TYPE>10-Q\n<PERIOD>19980930\n"
        "<FILING-DATE>19981103\n<FILER>\n<COMPANY-DATA>\n<CONFORMED-NAME>TIDEWATER KETTLE CO\n<CIK>12345\n"
        "<FISCAL-YEAR-END>0630\n</COMPANY-DATA>\n</FILER>\n" + document("10-Q", REPORT, 1) + "</SUBMISSION>\n"
    )
    head = parse("kettle.nc", text.encode()).header
    assert (head.form, head.company, head.cik) == ("10-Q", "TIDEWATER KETTLE CO", "0000012345")
    assert (head.period_end, head.filed, head.fiscal_year_end) == (date(1998, 9, 30), date(1998, 11, 3), (6, 30))


def test_the_same_submission_again_is_told_and_left_out() -> None:
    again = parse("kettle.txt", (submission() * 3).encode())
    assert drawn(again) == drawn(parse("kettle.txt", submission().encode()))
    assert "The file holds the same submission again after its end; only the first is shown." in told(again)


def test_another_submission_in_the_same_file_is_named() -> None:
    other = header("0000099999-98-000001") + document("8-K", "\nItem 5\n", 1)
    filing = parse("kettle.txt", (submission() + other).encode())
    assert len(filing.documents) == 3
    message = "The file holds another submission (0000099999-98-000001) after its end; only the first is shown."
    assert message in told(filing)


def test_a_submission_cut_off_in_a_table_keeps_what_there_is() -> None:
    cut = submission()[: submission().index("Total assets")]
    filing = parse("kettle.txt", cut.encode())
    assert filing.document(1).source.text.endswith("--------    --------\n")
    assert told(filing) == [
        "The submission is cut off in document 1: its end is missing.",
        "The header announces 3 documents; the file has 1.",
    ]
    assert filing.findings[0].cites[0].end == len(filing.document(1).source.text)


def test_a_header_may_announce_one_document_more_than_is_sent() -> None:
    text = header(documents=2) + document("10-K", "\nItem 1\n", 1)
    assert told(parse("kettle.txt", text.encode())) == []


def test_of_very_many_documents_the_first_are_read_and_that_is_said() -> None:
    text = header(documents=1) + "<DOCUMENT>\n" * (MOST_DOCUMENTS + 5)
    filing = parse("kettle.txt", text.encode())
    assert len(filing.documents) == MOST_DOCUMENTS
    kinds = [finding.kind for finding in filing.findings]
    assert kinds == ["not-closed", "too-many-documents", "wordless"]


def test_a_document_without_words_says_so() -> None:
    text = header(documents=2) + document("10-K", "\nItem 1\n", 1) + document("EX-99", "\n\n", 2)
    assert told(parse("kettle.txt", text.encode())) == ["Document 2 has no words to show."]


def test_the_contexts_of_another_document_are_known() -> None:
    period = (
        "<xbrli:context id='c'><xbrli:period><xbrli:instant>2024-12-31</xbrli:instant></xbrli:period></xbrli:context>"
    )
    tag = "<p><ix:nonFraction name='a:b' contextRef='c'>5</ix:nonFraction></p>" * 9
    one = f"<html xmlns:ix='x'><ix:header><ix:resources>{period}</ix:resources></ix:header><p>One</p>{tag}</html>"
    text = header(documents=2) + document("10-K", one, 1) + document("EX-13", f"<html xmlns:ix='x'>{tag}</html>", 2)
    markup = parse("kettle.txt", text.encode()).documents[1].hypertext
    assert markup is not None
    assert [str(placed.fact.period and placed.fact.period.end) for placed in markup.facts[:1]] == ["2024-12-31"]


def test_unbalanced_tags_are_read_up_to_the_next_document() -> None:
    text = header(documents=2) + document("10-K", "\nItem 1\n", 1) + document("EX-99", "\nNews\n", 2)
    broken = text.replace("</TEXT>\n</DOCUMENT>\n", "", 1) + "</DOCUMENT>\n"
    filing = parse("kettle.txt", broken.encode())
    assert [one.source.text for one in filing.documents] == ["\nItem 1\n", "\nNews\n"]
    assert told(filing) == [
        "Document 1 has no closing tag; it is read up to the next one.",
        "1 closing tags have no opening one.",
    ]


def test_tags_inside_a_text_are_text() -> None:
    text = "\n<TYPE>10-Q\nThe tag <DOCUMENT> is no tag here.\n"
    assert parse("kettle.txt", document("10-K", text, 1).encode()).document(1).source.text == text


def test_documents_without_a_header_take_form_and_company_from_type_and_cover() -> None:
    head = parse("kettle.txt", document("10-K405", REPORT, 1).encode()).header
    assert (head.form, head.company, head.period_end) == ("10-K405", "TIDEWATER KETTLE COMPANY", date(1998, 6, 30))


def test_a_text_merely_wrapped_in_html_is_a_text_and_html_is_read() -> None:
    wrapped = parse("kettle.html", f"<html><body><pre>\n{REPORT}</pre></body></html>\n".encode())
    assert (wrapped.format, wrapped.header.form) == (Format.TEXT, "10-K")
    rows = "<tr><td><font>Cash</font></td><td>120</td></tr>\n" * 30
    html = parse("kettle.html", f"<html><body><table>{rows}</table></body></html>".encode())
    assert (html.format, told(html)) == (Format.HTML, [])
    assert html.documents[0].source.lines[:2] == ["Cash   120", "Cash   120"]


def test_a_bare_document_says_who_and_when_on_its_cover() -> None:
    filing = parse("kettle.txt", REPORT.encode())
    assert (filing.format, filing.documents[0].type) == (Format.TEXT, None)
    head = filing.header
    assert (head.form, head.company, head.period_end, head.fiscal_year_end) == (
        "10-K",
        "TIDEWATER KETTLE COMPANY",
        date(1998, 6, 30),
        (6, 30),
    )
    assert (head.cik, head.accession, head.filed) == (None, None, None)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "x is empty: there is nothing in it to read."),
        (b" \r\n\n\x00 ", "x is empty: there is nothing in it to read."),
        (b"%PDF-1.4\n%\xe2\xe3", "x is a PDF, not a filing's text."),
        (b"PK\x03\x04\x14\x00", "x is a ZIP archive that cannot be read: File is not a zip file."),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "x is a PNG picture, not a filing's text."),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "x is a JPEG picture, not a filing's text."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "x is an Excel or Word file, not a filing's text."),
        (b"\x1f\x8b\x08\x00\x01\x02\x03\x04\x05", "x is a gzip archive that cannot be read: it is cut off."),
        (bytes(range(1, 32)) * 9, "x is not text: it holds bytes that no text has."),
        (b"<?xml version='1.0'?><feed></feed>", "x holds an attachment or data, not a filing's text."),
    ],
)
def test_what_is_no_filing_is_said_in_one_line(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        parse("x", data)
    assert str(caught.value) == message


def test_letters_that_begin_like_a_picture_are_still_a_text() -> None:
    assert parse("x", b"BMC Industries, Inc.\nItem 1. Business\n").format is Format.TEXT


def test_one_endless_line_is_refused_and_not_read() -> None:
    with pytest.raises(UnreadableError, match="has a line of more than 1,000,000 characters"):
        parse("x", b"1 " * 3_000_000)


def test_nothing_but_lines_is_refused_and_not_read() -> None:
    with pytest.raises(UnreadableError, match="has more than 2,000,000 lines"):
        parse("x", b"FORM 10-K" + b"\n" * 2_000_001)


def test_bytes_of_no_kind_we_know_are_not_text() -> None:
    with pytest.raises(UnreadableError, match="is not text"):
        parse("x", bytes(range(256)) * 40)


def test_folders_missing_files_and_forbidden_files_have_their_messages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kettles").mkdir()
    with pytest.raises(UnreadableError, match="kettles is a folder, not a filing"):
        read(tmp_path / "kettles")
    with pytest.raises(UnreadableError, match=r"gone\.txt is not there"):
        read(tmp_path / "gone.txt")
    (tmp_path / "shut.txt").write_text(COVER)

    def forbidden(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", forbidden)
    with pytest.raises(UnreadableError, match=r"shut\.txt may not be read: permission denied"):
        read(tmp_path / "shut.txt")


@needs_filings
def test_the_real_covers() -> None:
    head = read(SEED).header
    assert (head.form, head.company, head.period_end, head.fiscal_year_end) == (
        "10-K",
        "American Locker Group Incorporated",
        date(2003, 12, 31),
        (12, 31),
    )
    head = read(PRESS_RELEASE).header
    assert (head.form, head.company, head.dated) == (
        "EX-99.1",
        "American Locker Group Incorporated",
        date(2004, 3, 19),
    )
    assert (head.filed, head.period_end, head.cik) == (None, None, None)
    head = read(next((FILINGS / "text-20f").iterdir())).header
    assert (head.form, head.company, head.period_end) == ("20-F", "AEGON N.V.", date(2000, 12, 31))


def test_what_the_commission_adds_to_a_submission_is_listed_only() -> None:
    page = "<html><body><table>" + "<tr><td><p>Cash</p></td><td>5</td></tr>\n" * 30 + "</table></body></html>"
    parts = (("10-K", f"<XBRL>\n{page}\n</XBRL>"), ("EX-101.INS", page), ("XML", page), ("JSON", '{"a": 1}'))
    documents = "".join(f"<DOCUMENT>\n<TYPE>{kind}\n<TEXT>\n{body}\n</TEXT>\n</DOCUMENT>\n" for kind, body in parts)
    filing = parse("kettle.txt", documents.encode())
    assert [document.format for document in filing.documents] == [Format.HTML, *[Format.BINARY] * 3]


def test_an_exhibit_may_be_tagged_with_the_contexts_of_the_report() -> None:
    context = """<ix:header><ix:resources><xbrli:context id="c1"><xbrli:period><xbrli:instant>2024-12-31</xbrli:instant>
</xbrli:period></xbrli:context></ix:resources></ix:header>"""
    row = (
        '<tr><td><p>Cash</p></td><td><ix:nonFraction contextRef="c1" name="us-gaap:Cash">5</ix:nonFraction></td></tr>\n'
    )
    space = 'xmlns:ix="http://www.xbrl.org/2013/inlineXBRL"'
    report = f"<html {space}><body><div style='display:none'>{context}</div><table>{row * 9}</table></body></html>"
    exhibit = f"<html {space}><body><table>{row * 9}</table></body></html>"
    parts = (("10-K", report), ("EX-13", exhibit))
    documents = "".join(f"<DOCUMENT>\n<TYPE>{kind}\n<TEXT>\n{body}\n</TEXT>\n</DOCUMENT>\n" for kind, body in parts)
    found = [document.hypertext for document in parse("kettle.txt", documents.encode()).documents]
    periods = [{fact.period.end for fact, _ in one.facts if fact.period} for one in found if one is not None]
    assert periods == [{date(2024, 12, 31)}, {date(2024, 12, 31)}]
