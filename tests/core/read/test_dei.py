"""What the tags of a document say of the filing."""

from datetime import date

import pytest

from core.markup.read import hypertext
from core.read.dei import with_facts
from core.read.filing import Header

PAGE = """<html xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" xmlns:dei="http://xbrl.sec.gov/dei/2019-01-31"
xmlns:xbrli="http://www.xbrl.org/2003/instance"><body><ix:header><ix:resources>
<xbrli:context id="c"><xbrli:entity><xbrli:identifier scheme="s">1</xbrli:identifier></xbrli:entity>
<xbrli:period><xbrli:startDate>2019-01-01</xbrli:startDate><xbrli:endDate>{end}</xbrli:endDate></xbrli:period>
</xbrli:context></ix:resources></ix:header>{facts}</body></html>"""


def told(facts: dict[str, str], header: Header | None = None, end: str = "2019-12-28") -> Header:
    """A header with what a document with these tags says."""
    tags = "".join(
        f'<p><ix:nonNumeric name="dei:{name}" contextRef="c">{text}</ix:nonNumeric></p>' for name, text in facts.items()
    )
    return with_facts(header or Header(), hypertext(1, PAGE.format(end=end, facts=tags)))


@pytest.mark.parametrize(
    ("facts", "form"),
    [
        ({"DocumentType": "10-K"}, "10-K"),
        ({"DocumentType": "Form 10-q"}, "10-Q"),
        ({"DocumentType": "10-K/A"}, "10-K/A"),
        ({"DocumentType": "10-K", "AmendmentFlag": "true"}, "10-K/A"),
        ({"DocumentType": "10-K", "AmendmentFlag": "false"}, "10-K"),
        ({"DocumentType": "8-K"}, "8-K"),
        ({"DocumentType": "Annual report"}, "Annual report"),
    ],
)
def test_the_form_as_edgar_calls_it(facts: dict[str, str], form: str) -> None:
    assert told(facts).form == form


@pytest.mark.parametrize(
    ("cik", "kept"), [("12345", "0000012345"), ("0000012345", "0000012345"), ("12345678901", None), ("x1", None)]
)
def test_the_number_of_the_company(cik: str, kept: str | None) -> None:
    assert told({"EntityCentralIndexKey": cik}).cik == kept


def test_the_period_is_that_of_its_tag() -> None:
    header = told({"DocumentPeriodEndDate": "December 28, 2019", "EntityRegistrantName": "Hull Mill Co"})
    assert (header.period_end, header.company) == (date(2019, 12, 28), "Hull Mill Co")
    assert header.verdicts.company is not None
    assert header.verdicts.company.clues[0].rule == "company/tagged"


@pytest.mark.parametrize(
    ("text", "end", "year_end"),
    [
        ("--12-31", "2019-12-28", (12, 28)),
        ("--12-31", "2019-12-20", (12, 20)),
        ("--12-31", "2019-12-19", (12, 31)),
        ("--12-31", "2019-09-30", (12, 31)),
        ("12-31", "2019-12-31", (12, 31)),
        ("--13-01", "2019-12-31", None),
        ("--12-32", "2019-12-31", None),
        ("December 31", "2019-12-31", None),
    ],
)
def test_the_last_day_of_the_year(text: str, end: str, year_end: tuple[int, int] | None) -> None:
    header = told({"DocumentPeriodEndDate": "then", "CurrentFiscalYearEndDate": text}, end=end)
    assert header.fiscal_year_end == year_end


def test_without_tags_the_cover_stands() -> None:
    header = Header(form="10-K", company="Hull Mill Co", cik="1")
    assert told({}, header) == header
    assert told({"DocumentType": "10-Q"}, header).company == "Hull Mill Co"
