"""Cover pages in the wordings of their forms."""

from datetime import date

import pytest

from core.read.cover import first_date, header_from_cover


@pytest.mark.parametrize(
    ("cover", "form", "company", "period"),
    [
        (
            (
                "F O R M  1 0 - K\nFor the Fiscal Year Ended:      Commission File Number 1-9853\nJanuary 1, 1994\n"
                "                EMU CORPORATION\n   (Exact name of registrant as specified in its charter)\n"
            ),
            "10-K",
            "EMU CORPORATION",
            date(1994, 1, 1),
        ),
        (
            (
                "FORM 10-KSB\nfor the year ended 12/31/96\nCommission file number 0-1\n\nPebble Brook,\nInc.\n------\n"
                "(Name of small business issuer in its charter)\n"
            ),
            "10-KSB",
            "Pebble Brook, Inc.",
            date(1996, 12, 31),
        ),
        (
            (
                "Form 10-Q\nFor the quarterly period ended Sept. 30, 1999\nFor the transition period from    to\n"
                "Commission File Number 1-6746\n\n  Prairie Bell - Ohio, Inc.\n\n  An Ohio Corporation\n"
            ),
            "10-Q",
            "Prairie Bell - Ohio, Inc.",
            date(1999, 9, 30),
        ),
        (
            (
                "FORM 8-K\nCURRENT REPORT\nDate of Report (Date of earliest event reported): October 12, 1999\n\n"
                "          HERON CORPORATION\n(Exact name of registrant as specified in its charter)\n"
            ),
            "8-K",
            "HERON CORPORATION",
            date(1999, 10, 12),
        ),
        (
            (
                "FORM 20-F/A\nFor the fiscal year ended   31 December 2000\n\n   ZEEWOLF N.V.\n- ----\n"
                "  (Exact name of Registrant as specified in its charter)\n"
            ),
            "20-F/A",
            "ZEEWOLF N.V.",
            date(2000, 12, 31),
        ),
        ("FORM 10-K405\nfor the year ended February 30, 1998\n", "10-K405", None, None),
        ("Dear Shareholder,\nwe had a good year that ended well.\n", None, None, None),
    ],
)
def test_form_company_and_period(cover: str, form: str | None, company: str | None, period: date | None) -> None:
    header = header_from_cover(cover)
    assert (header.form, header.company, header.period_end) == (form, company, period)


def test_an_exhibit_says_its_number_its_company_and_its_date() -> None:
    text = (
        "Exhibit 99.1\n\nNEWS RELEASE\n\nHERON WIRE CORPORATION NAMES A DIRECTOR\n\n"
        "May 2, 2003 -- Heron Wire Corporation today\n"
    )
    header = header_from_cover(text)
    assert (header.form, header.company, header.dated) == ("EX-99.1", "Heron Wire Corporation", date(2003, 5, 2))
    assert (header.period_end, header.filed) == (None, None)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("December 31st, 1999", date(1999, 12, 31)),
        ("Dec. 31, 1999", date(1999, 12, 31)),
        ("DECEMBER   31  ,1999", date(1999, 12, 31)),
        ("6/30/00", date(2000, 6, 30)),
        ("may 1 of 2 and March 3, 1997", date(1997, 3, 3)),
        ("13/45/99", None),
    ],
)
def test_dates_as_covers_write_them(words: str, day: date | None) -> None:
    assert first_date(words) == day
