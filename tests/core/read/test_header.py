"""The header of a submission, in both of its spellings."""

from datetime import date

import pytest

from core.read.filing import Registrant
from core.read.header import header_of

SPELLED = """ACCESSION NUMBER:\t\t0000012345-98-000007
CONFORMED SUBMISSION TYPE:\t10-K405
CONFORMED PERIOD OF REPORT:\t19980630
FILED AS OF DATE:\t\t19980928
FILER:
\tCOMPANY DATA:\t
\t\tCOMPANY CONFORMED NAME:\t\t\tTIDEWATER KETTLE CO
\t\tCENTRAL INDEX KEY:\t\t\t12345
\t\tFISCAL YEAR END:\t\t\t0630
\t\tCOMPANY CONFORMED NAME:\t\t\tKETTLE FINANCE CORP
\t\tCENTRAL INDEX KEY:\t\t\t67890
\t\tCOMPANY CONFORMED NAME:\t\t\tKETTLE FINANCE CORP
\t\tCENTRAL INDEX KEY:\t\t\t67890
"""
TAGGED = """<ACCESSION-NUMBER>0000012345-98-000007
<TYPE>10-Q
<PERIOD>19980331
<FILING-DATE>19980514
<CONFORMED-NAME>TIDEWATER KETTLE CO
<CIK>0000012345
<FISCAL-YEAR-END>1231
"""


def test_names_with_values() -> None:
    header = header_of(SPELLED)
    assert (header.form, header.company, header.cik) == ("10-K405", "TIDEWATER KETTLE CO", "0000012345")
    assert (header.period_end, header.filed) == (date(1998, 6, 30), date(1998, 9, 28))
    assert (header.accession, header.fiscal_year_end) == ("0000012345-98-000007", (6, 30))
    assert header.co_registrants == (Registrant("KETTLE FINANCE CORP", "0000067890"),)


def test_names_in_tags() -> None:
    header = header_of(TAGGED)
    assert (header.form, header.company, header.cik) == ("10-Q", "TIDEWATER KETTLE CO", "0000012345")
    assert (header.period_end, header.filed, header.fiscal_year_end) == (date(1998, 3, 31), date(1998, 5, 14), (12, 31))
    assert header.co_registrants == ()


def test_the_first_of_a_name_counts() -> None:
    assert header_of("CONFORMED SUBMISSION TYPE: 10-K\nCONFORMED SUBMISSION TYPE: 8-K\n").form == "10-K"


def test_a_key_belongs_to_the_company_before_it_and_is_a_number() -> None:
    assert header_of("CENTRAL INDEX KEY: 5\nCOMPANY CONFORMED NAME: A CO\n").cik is None
    assert header_of("COMPANY CONFORMED NAME: A CO\nCENTRAL INDEX KEY: none\n").cik is None
    assert header_of("COMPANY CONFORMED NAME: A CO\nCIK: 5\nCIK: 6\n").cik == "0000000005"


@pytest.mark.parametrize("day", ["19981332", "1998", "soon", "1998063"])
def test_what_is_no_day_is_none(day: str) -> None:
    assert header_of(f"CONFORMED PERIOD OF REPORT: {day}\n").period_end in {None, date(1998, 6, 3)}


@pytest.mark.parametrize(
    ("text", "end"), [("0630", (6, 30)), ("0229", (2, 29)), ("1331", None), ("06", None), ("x", None)]
)
def test_the_end_of_the_fiscal_year(text: str, end: tuple[int, int] | None) -> None:
    assert header_of(f"FISCAL YEAR END: {text}\n").fiscal_year_end == end


def test_an_empty_header_says_nothing() -> None:
    header = header_of("COMPANY CONFORMED NAME:\nFILER:\n")
    assert (header.form, header.company, header.cik, header.period_end) == (None, None, None, None)
