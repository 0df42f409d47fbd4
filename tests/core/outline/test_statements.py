"""Headings of statements, once the tables are judged."""

from core.document.plain import lay_out
from core.outline.candidates import CHAPTER, Heading
from core.outline.lines import Lines
from core.outline.reasons import NOTE_SEQUENCE, OTHER_TABLE, STATEMENT_TITLE
from core.outline.section import SectionKind
from core.outline.statements import Stand, repeated, settled
from core.source import Source, Span

TEXT = """BALANCE SHEET

a table

STATEMENT OF INCOME

a table

Yarn by Colour

a table
"""
LINES = Lines(lay_out(Source(1, TEXT)), None)
BALANCE, INCOME, YARN = 0, 4, 8
"""Lines of the titles; each has a table two lines below."""


def _heading(title: str, line: int, kind: SectionKind = SectionKind.STATEMENT) -> Heading:
    reason = STATEMENT_TITLE if kind is SectionKind.STATEMENT else NOTE_SEQUENCE
    return Heading(kind, None, title, line, line + 1, CHAPTER, reason.of(kind))


def _stand(title_line: int, kind: str | None = None, title: str | None = None) -> Stand:
    begin = LINES.source.starts[title_line + 2]
    return Stand(Span(begin, begin + 7), begin, kind, title, other=kind is None)


def _settled(known: list[Heading], *stands: Stand) -> list[tuple[str, str, int]]:
    return [(each.kind.value, each.title, each.first) for each in settled(LINES, known, stands)]


SHEET = _heading("BALANCE SHEET", BALANCE)
STATEMENT = _heading("STATEMENT OF INCOME", INCOME)


def test_a_title_above_its_statement_stays() -> None:
    stands = (
        _stand(BALANCE, "balance_sheet", "BALANCE SHEET"),
        _stand(INCOME, "income_statement", "STATEMENT OF INCOME"),
    )
    assert _settled([SHEET, STATEMENT], *stands) == [
        ("statement", "BALANCE SHEET", BALANCE),
        ("statement", "STATEMENT OF INCOME", INCOME),
    ]


def test_a_title_above_nothing_that_was_read_stays() -> None:
    assert _settled([SHEET]) == [("statement", "BALANCE SHEET", BALANCE)]


def test_a_title_above_another_table_goes() -> None:
    assert _settled([SHEET], _stand(BALANCE)) == []


def test_a_title_above_a_table_that_nothing_speaks_for_stays() -> None:
    assert _settled([SHEET], _stand(BALANCE)._replace(other=False)) == [("statement", "BALANCE SHEET", BALANCE)]


def test_behind_a_statement_it_is_a_heading_that_says_what_it_may_be() -> None:
    known = settled(LINES, [SHEET, STATEMENT], [_stand(BALANCE, "balance_sheet", "BALANCE SHEET"), _stand(INCOME)])
    last = known[-1]
    assert (last.kind, last.title) == (SectionKind.HEADING, "STATEMENT OF INCOME")
    assert (last.verdict.decided, last.verdict.alternative) == (SectionKind.HEADING, SectionKind.STATEMENT)
    assert last.told_by(OTHER_TABLE)


def test_a_statement_without_a_heading_is_given_one() -> None:
    assert _settled([], _stand(INCOME, "income_statement", "Statement of Income")) == [
        ("statement", "Statement of Income", INCOME)
    ]


def test_without_a_title_its_first_line_is_the_heading() -> None:
    assert _settled([], _stand(YARN, "income_statement")) == [("statement", "a table", YARN + 2)]


def test_a_statement_in_a_note_is_given_none() -> None:
    note = _heading("Yarn by Colour", YARN, SectionKind.NOTE)
    assert _settled([note], _stand(YARN, "income_statement", "Yarn by Colour")) == [("note", "Yarn by Colour", YARN)]


def test_the_second_statement_under_one_title_is_given_a_heading() -> None:
    stands = (
        _stand(BALANCE, "balance_sheet", "BALANCE SHEET"),
        _stand(INCOME, "income_statement", "STATEMENT OF INCOME"),
    )
    assert _settled([SHEET], *stands)[1] == ("statement", "STATEMENT OF INCOME", INCOME)


def test_the_same_statement_twice_under_one_title_is_given_none() -> None:
    stands = (_stand(BALANCE, "balance_sheet", "BALANCE SHEET"), _stand(INCOME, "balance_sheet", "STATEMENT OF INCOME"))
    assert len(_settled([SHEET], *stands)) == 1


def test_a_statement_restated_in_the_last_note_is_the_note_s() -> None:
    titles = [SHEET, STATEMENT, _heading("STATEMENT OF INCOME", 20)]
    assert repeated(titles, [10], []) == {20}


def test_a_statement_after_the_notes_is_one() -> None:
    again = [_heading("BALANCE SHEET", 20), _heading("STATEMENT OF INCOME", 24)]
    assert repeated([SHEET, STATEMENT, *again], [10], []) == set()
    assert repeated([SHEET, STATEMENT, again[1]], [10], [15]) == set()
    assert repeated([SHEET, again[1]], [10], []) == set()
