"""A submission cut at its tags."""

import pytest

from core.read.parts import split

TEXT = """<SEC-HEADER>
PUBLIC DOCUMENT COUNT:\t\t2
</SEC-HEADER>
<DOCUMENT>
<TYPE>10-K
<DESCRIPTION>ANNUAL   REPORT
<TEXT>
Item 1
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-21
<TEXT>
A Co
</TEXT>
</DOCUMENT>
"""


def bodies(text: str) -> list[str]:
    return [text[part.start : part.end] for part in split(text).documents]


def test_each_document_has_its_fields_and_its_text() -> None:
    found = split(TEXT)
    assert [part.fields for part in found.documents] == [
        {"TYPE": "10-K", "DESCRIPTION": "ANNUAL REPORT"},
        {"TYPE": "EX-21"},
    ]
    assert bodies(TEXT) == ["Item 1\n", "A Co\n"]
    assert [part.closed for part in found.documents] == [True, True]
    assert (found.follows, found.stray) == (None, 0)
    assert found.header.startswith("<SEC-HEADER>")
    assert "DOCUMENT>" not in found.header


def test_the_count_of_the_header() -> None:
    assert split(TEXT).announced == 2
    assert split(TEXT.replace("PUBLIC DOCUMENT COUNT:\t\t2", "")).announced is None


def test_a_document_that_nothing_closes_ends_with_the_file_or_the_next() -> None:
    open_end = TEXT[: TEXT.rindex("</TEXT>")]
    assert bodies(open_end) == ["Item 1\n", "A Co\n"]
    assert [part.closed for part in split(open_end).documents] == [True, False]
    unclosed = TEXT.replace("</TEXT>\n</DOCUMENT>\n<DOCUMENT>", "<DOCUMENT>")
    assert bodies(unclosed) == ["Item 1\n", "A Co\n"]
    assert [part.closed for part in split(unclosed).documents] == [False, True]


def test_a_document_without_a_text_tag_begins_behind_its_fields() -> None:
    assert bodies("<DOCUMENT>\n<TYPE>10-K\nItem 1\n</DOCUMENT>\n") == ["Item 1\n"]


def test_ends_without_a_beginning_are_counted() -> None:
    assert split(TEXT + "</TEXT>\n</DOCUMENT>\n").stray == 2


def test_another_submission_behind_the_first_is_left_out() -> None:
    found = split(TEXT + "<SEC-DOCUMENT>0000012345-98-000008.txt : 19980929\n<DOCUMENT>\n<TYPE>8-K\n")
    assert len(found.documents) == 2
    assert found.follows is not None
    assert found.follows.startswith("<SEC-DOCUMENT>")


def test_a_tag_inside_of_a_line_is_words() -> None:
    text = TEXT.replace("Item 1", "Item 1 says </TEXT> and <DOCUMENT>")
    assert bodies(text)[0] == "Item 1 says </TEXT> and <DOCUMENT>\n"


def test_what_has_no_documents_is_no_submission() -> None:
    assert split("Item 1. Business\n").documents == ()


@pytest.mark.parametrize(
    ("text", "told", "closed"),
    [
        ("<DOCUMENT>\n<TYPE>10-K\n<TEXT>\nItem 1\n", ["Item 1\n"], [False]),
        ("<DOCUMENT>\n<TYPE>10-K\n<TEXT>\nItem 1\n</DOCUMENT>\nmore\n", ["Item 1\n"], [True]),
        ("<DOCUMENT>\n<TYPE>10-K\n<TEXT>\nItem 1\n</TEXT>\nmore\n", ["Item 1\n"], [True]),
        ("<DOCUMENT>\n<TYPE>10-K\nItem 1\n", ["Item 1\n"], [False]),
        ("<DOCUMENT>\n<TYPE>10-K", [""], [False]),
        ("<DOCUMENT>", [""], [False]),
        ("<DOCUMENT>\n<TEXT>Item 1\nItem 2\n</TEXT>\n", ["Item 1\nItem 2\n"], [True]),
        ("<DOCUMENT>\n<TEXT>   \nItem 1\n</TEXT>\n", ["Item 1\n"], [True]),
        ("<DOCUMENT>\n<TEXT>\na\n<DOCUMENT>\n<TEXT>\nb\n</TEXT>\n", ["a\n", "b\n"], [False, True]),
        ("<DOCUMENT>\n</TEXT>\n<TEXT>\nb\n", ["b\n"], [True]),
        ("<DOCUMENT>\n<TEXT>\na\n<TEXT>\nb\n</TEXT>\n", ["a\n<TEXT>\nb\n"], [True]),
    ],
)
def test_where_the_text_of_a_document_begins_and_ends(text: str, told: list[str], closed: list[bool]) -> None:
    assert bodies(text) == told
    assert [part.closed for part in split(text).documents] == closed


@pytest.mark.parametrize(
    ("text", "stray"),
    [
        (TEXT, 0),
        (f"</DOCUMENT>\n{TEXT}", 1),
        (f"</TEXT>\n</DOCUMENT>\n{TEXT}", 2),
        (f"<TEXT>\n{TEXT}", 0),
        (f"{TEXT}</TEXT>\n", 1),
    ],
)
def test_closing_tags_without_an_opening_one_are_counted(text: str, stray: int) -> None:
    assert split(text).stray == stray


@pytest.mark.parametrize(("indent", "found"), [("", 2), ("   ", 2), (" " * 11, 2), (" " * 12, 1), ("see ", 1)])
def test_a_tag_stands_at_the_beginning_of_its_line(indent: str, found: int) -> None:
    assert len(split(f"<DOCUMENT>\n<TEXT>\na\n{indent}<DOCUMENT>\n<TEXT>\nb\n").documents) == found
    assert len(split(f"{indent}<DOCUMENT>\n<TEXT>\na\n<DOCUMENT>\n").documents) == found


def test_what_another_submission_begins_with_ends_the_first() -> None:
    envelope = "-----BEGIN PRIVACY-ENHANCED MESSAGE-----"
    open_ended = "<DOCUMENT>\n<TEXT>\nItem 1\n"
    found = split(f"{open_ended}{envelope}\nheader\n<SUBMISSION>\n<DOCUMENT>\n<TEXT>\nother\n")
    assert [(part.start, part.end) for part in found.documents] == [(18, len(open_ended))]
    assert found.follows is not None
    assert found.follows.startswith("<SUBMISSION>")
    alone = split(f"{open_ended}<SEC-DOCUMENT>\nother\n")
    assert [part.end for part in alone.documents] == [len(f"{open_ended}<SEC-DOCUMENT>\nother\n")]
    assert split(f"<SUBMISSION>\n{open_ended}").follows is None
    assert split(f"{open_ended}</SUBMISSION>\n").follows is None


def test_fields_stand_above_the_text_and_the_first_of_each_counts() -> None:
    text = "<DOCUMENT>\n<TYPE>10-K\n<TYPE>EX-1\n</TYPE>\n<TEXT>\n<DESCRIPTION>inside\n</TEXT>\n"
    assert split(text).documents[0].fields == {"TYPE": "10-K"}


def test_the_header_promises_a_number_of_documents() -> None:
    assert split(TEXT).announced == 2
    assert split(TEXT.replace("PUBLIC DOCUMENT COUNT", "COUNT")).announced is None
    assert split(f"{TEXT}PUBLIC DOCUMENT COUNT: 9\n").announced == 2
    assert split(TEXT.partition("</SEC-HEADER>\n")[2]).header == ""
