"""A submission cut at its tags."""

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
