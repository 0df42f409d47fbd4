"""Pictures come out of a submission as they went in, and whatever is wrong with one costs nothing but that picture."""

import binascii
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.read.pictures import media_type, pictures
from core.read.submission import parse, read

LOGO = bytes(range(256)) * 3


def sent(name: str, body: str, kind: str = "GRAPHIC") -> str:
    return f"<DOCUMENT>\n<TYPE>{kind}\n<SEQUENCE>2\n<FILENAME>{name}\n<TEXT>\n{body}\n</TEXT>\n</DOCUMENT>\n"


def uuencoded(data: bytes, name: str = "logo.gif") -> str:
    lines = [binascii.b2a_uu(data[at : at + 45], backtick=True).decode() for at in range(0, len(data), 45)]
    return f"begin 644 {name}\n{''.join(lines)}`\nend"


def submission(tmp_path: Path, *documents: str) -> Path:
    path = tmp_path / "filing.txt"
    main = sent("main.htm", "<html><body>" + "<p>words</p>" * 20 + "</body></html>", "10-K")
    path.write_text("<SEC-HEADER>\n</SEC-HEADER>\n" + main + "".join(documents))
    return path


def test_a_picture_is_found_by_its_name(tmp_path: Path) -> None:
    path = submission(tmp_path, sent("Logo.GIF", uuencoded(LOGO)), sent("chart.jpg", uuencoded(b"jpeg")))
    assert pictures(path, read(path)) == {"logo.gif": LOGO, "chart.jpg": b"jpeg"}


@given(st.binary(max_size=200))
def test_whatever_was_sent_comes_back(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = submission(tmp_path_factory.mktemp("sent"), sent("a.png", uuencoded(data)))
    assert pictures(path, read(path)).get("a.png", b"") == data


@pytest.mark.parametrize(
    "body", ["", "begin 644 logo.gif", "begin 644 logo.gif\n~~~\nend", "no begin\nend", "begin 644 x\n\n\n"]
)
def test_a_damaged_picture_is_left_out(tmp_path: Path, body: str) -> None:
    path = submission(tmp_path, sent("logo.gif", body), sent("good.gif", uuencoded(LOGO)))
    assert pictures(path, read(path)).get("good.gif") == LOGO


def test_a_file_that_is_no_longer_what_was_read_has_none(tmp_path: Path) -> None:
    path = submission(tmp_path, sent("logo.gif", uuencoded(LOGO)))
    filing = read(path)
    path.write_text(path.read_text() + "\n")
    assert pictures(path, filing) == {}
    path.unlink()
    assert pictures(path, filing) == {}


def test_a_bare_document_has_none(tmp_path: Path) -> None:
    assert pictures(tmp_path, parse("a.txt", b"Annual report\n" * 9)) == {}


@pytest.mark.parametrize(("name", "kind"), [("a.JPG", "image/jpeg"), ("a.svg", None), ("a.htm", None)])
def test_what_a_picture_is(name: str, kind: str | None) -> None:
    assert media_type(name) == kind
