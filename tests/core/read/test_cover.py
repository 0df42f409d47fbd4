"""Cover pages in the wordings of their forms."""

from datetime import date

import pytest

from core.read.cover import header_from_cover, whole_dates


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
        (
            (
                "FORM 10-KT\nFor the fiscal year ended ________\n"
                "For the transition period from April 1, 2011 to December 31, 2011\n"
            ),
            "10-KT",
            None,
            date(2011, 12, 31),
        ),
        (
            "FORM 10-K\nFor the transition period from April 1 to June 30, 2011\n",
            "10-K",
            None,
            date(2011, 6, 30),
        ),
        (
            "FORM 10-Q\nFor the quarter ended June 30, 1999\nFor the transition period from     to     \nMay 1, 1999",
            "10-Q",
            None,
            date(1999, 6, 30),
        ),
        ("FORM 10\u2011Q\nquarterly period ended June 30, 2010\n", "10-Q", None, date(2010, 6, 30)),
        ("Form 10K\nfor the year ended June 30, 2010\n", "10-K", None, date(2010, 6, 30)),
        ("FORM 10-K\n(Amendment No. 2)\nfor the year ended June 30, 2010\n", "10-K/A", None, date(2010, 6, 30)),
        ("AMENDMENT NO. 1\nto\nFORM 10-Q\n", "10-Q/A", None, None),
        ("FORM 10-K\nor any amendment to this Form 10-K\n", "10-K", None, None),
        ("FORM 8-Q\n", None, None, None),
        ("FORM 8-K\nDate of (earliest event reported): May 3, 1999\n", "8-K", None, date(1999, 5, 3)),
        ("FORM 10-K405\nfor the year ended February 30, 1998\n", "10-K405", None, None),
        ("Dear Shareholder,\nwe had a good year that ended well.\n", None, None, None),
    ],
)
def test_form_company_and_period(cover: str, form: str | None, company: str | None, period: date | None) -> None:
    header = header_from_cover(cover)
    assert (header.form, header.company, header.period_end) == (form, company, period)


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("FORM 10-K\n\nDOCUMENTS INCORPORATED BY REFERENCE\n", None),
        ("FORM 10-K\n\nHeron Wire Incorporated in Delaware\n", None),
        ("FORM 10-K\n\nHeron Wire Incorporated\n", "Heron Wire Incorporated"),
        ("Summary\n\nEarnings reflect the purchase of Heron Wire Corp. in May.\n", None),
        ("Summary\n\nEarnings reflect the purchase of\nHeron Wire Corp. in May.\n", None),
        ("Summary\n\nReport on the 10-K of Heron Wire Corp.\n", None),
        ("For immediate release\nHeron Wire Corp. earned more.\n", "Heron Wire Corp."),
        ("LONDON, May 2 -- Heron Wire Corp. earned more.\n", "Heron Wire Corp."),
    ],
)
def test_a_company_is_named_at_the_head_and_not_in_a_sentence(text: str, company: str | None) -> None:
    assert header_from_cover(text).company == company


def test_a_cover_says_by_which_rules_it_was_read() -> None:
    cover = "FORM 10-K\nfor the year ended June 30, 2010\nHeron Wire Corp.\n(Exact name of registrant)\n"
    told = header_from_cover(cover).verdicts
    rules = [verdict.clues[0].rule for verdict in told if verdict is not None]
    assert rules == ["form/named", "company/over-label", "period-end/ended"]


def test_an_exhibit_is_not_dated_by_a_sentence_about_something_else() -> None:
    text = "Exhibit 99.2\n\nThe results reflect the merger of March 1, 2021.\n\nOn May 2, 2021, the company ...\n"
    assert header_from_cover(text).dated == date(2021, 5, 2)


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
    assert next(whole_dates(words), None) == day
