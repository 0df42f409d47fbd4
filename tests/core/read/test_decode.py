"""Bytes to text: encodings, line ends, tabs, control characters."""

import pytest

from core.read.decode import decode


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (b"Cash $ 1", "Cash $ 1", "ascii"),
        ("Société 5 €".encode(), "Société 5 €", "utf-8"),
        ("\ufeffSociété".encode(), "Société", "utf-8 with byte-order mark"),
        ("Société".encode("utf-16"), "Société", "utf-16"),
        ("Soci\u00e9t\u00e9".encode("latin-1"), "Société", "latin-1"),
        ("\u201cKettle\u201d \u2013 5 \u20ac".encode("cp1252"), "“Kettle” – 5 €", "windows-1252"),
        (b"caf\xe9 \x81", "café \x81", "latin-1"),
    ],
)
def test_the_encoding_is_told(data: bytes, text: str, encoding: str) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding) == (text, encoding)


def test_a_few_broken_bytes_do_not_make_utf8_something_else() -> None:
    decoded = decode("é".encode() * 20 + b"\xff")
    assert decoded.text == "é" * 20 + "\ufffd"
    assert (decoded.encoding, decoded.remarks) == ("utf-8", ("1 broken characters could not be read.",))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_becomes_one(end: str) -> None:
    assert decode(end.join(("Cash", "", "Debt")).encode()).text == "Cash\n\nDebt"


def test_tabs_reach_the_next_eighth_column() -> None:
    assert decode(b"Cash\t\t120\nInventories\t880\n").text == "Cash            120\nInventories     880\n"


@pytest.mark.parametrize(
    ("data", "text"), [(b"\tCash", "        Cash"), (b"a\n\tCash\nb", "a\n        Cash\nb"), (b"\t", "        ")]
)
def test_a_tab_at_the_beginning_of_a_text_or_a_line(data: bytes, text: str) -> None:
    assert decode(data).text == text


def test_a_form_feed_gets_a_line_of_its_own() -> None:
    assert decode(b"- 1 -\fItem 2\n\f\nItem 3").text == "- 1 -\n\f\nItem 2\n\f\nItem 3"


def test_nul_bytes_are_dropped_and_control_characters_keep_their_column() -> None:
    decoded = decode(b"Ca\x00sh\x07 120\x1a\n")
    assert decoded.text == "Cash  120 \n"
    assert decoded.remarks == ("1 NUL bytes were dropped and 2 control characters were read as blanks.",)


META = '<html><head><meta http-equiv="Content-Type" content="text/html; charset={}"></head><p>{}</p>'


@pytest.mark.parametrize(
    ("declared", "written", "words"),
    [
        ("Shift_JIS", "cp932", "連結貸借対照表 ①"),
        ("gb2312", "gb18030", "资产负债表 镕"),
        ("big5", "big5hkscs", "資產負債表"),
        ("euc-kr", "cp949", "대차대조표 똠"),
        ("EUC-JP", "euc_jp", "連結"),
        ("windows-1251", "cp1251", "Баланс"),
        ("koi8-r", "koi8-r", "Баланс"),
        ("iso-8859-2", "iso8859-2", "Spółka"),
        ("shift_jis", "utf-8", "連結 Société"),
        ("iso-8859-1", "utf-8", "Société – €"),
        ("utf-8", "latin-1", "Société"),
        ("utf-8", "cp1252", "“Société”"),
        ("shift_jis", "latin-1", "Société à dépôts"),
        ("no-such-charset", "latin-1", "Société"),
    ],
)
def test_a_document_is_decoded_as_it_is_written_whatever_it_declares(declared: str, written: str, words: str) -> None:
    text = META.format(declared, words)
    assert decode(text.encode(written)).text == text


def test_the_declared_encoding_is_told() -> None:
    assert decode(META.format("gb2312", "资产").encode("gb18030")).encoding == "gb2312"
    assert decode('<?xml version="1.0" encoding="windows-1251"?><p>Баланс'.encode("cp1251")).encoding == "cp1251"


def test_a_few_broken_bytes_do_not_make_a_declared_encoding_wrong() -> None:
    decoded = decode(META.format("gb2312", "资产" * 2000).encode("gb18030") + b"\xff")
    assert (decoded.encoding, decoded.remarks) == ("gb2312", ("1 broken characters could not be read.",))
