"""Accession numbers, CIKs and addresses of EDGAR in all their shapes; anything else is none of them."""

import pytest

from core.edgar.names import Filing, accession_of, cik_of, company_of, filing_of, path_of

ROOT = "https://www.sec.gov/Archives/edgar/data"
WANTED = Filing(320193, "0000320193-94-000016")
AGENT = Filing(320193, "0000950005-95-000001")


@pytest.mark.parametrize(
    ("words", "filing"),
    [
        ("0000320193-94-000016", WANTED),
        (" 000032019394000016 ", WANTED),
        (f"{ROOT}/320193/0000320193-94-000016.txt", WANTED),
        ("www.sec.gov/Archives/edgar/data/320193/0000320193-94-000016.txt", WANTED),
        (f"{ROOT}/320193/000095000595000001/0000950005-95-000001-index.htm", AGENT),
        (f"{ROOT}/0000320193/000095000595000001/", AGENT),
        (f"{ROOT}/320193/000095000595000001/made-19991231.htm#here", AGENT),
        ("https://www.sec.gov/ix?doc=/Archives/edgar/data/320193/000095000595000001/made.htm", AGENT),
        (
            "https://www.sec.gov/ixviewer/ix.html?doc=%2FArchives%2Fedgar%2Fdata%2F320193%2F000095000595000001%2Fm.htm",
            AGENT,
        ),
        ("http://sec.gov/Archives/edgar/data/320193/0000950005-95-000001.txt", AGENT),
        ("https://example.com/Archives/edgar/data/320193/0000320193-94-000016.txt", None),
        ("https://www.sec.gov.example.com/Archives/edgar/data/320193/0000320193-94-000016.txt", None),
        ("file:///Archives/edgar/data/320193/0000320193-94-000016.txt", None),
        ("https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK=320193", None),
        ("AAPL", None),
        ("0000320193-94-00001", None),
        ("10-K", None),
        ("", None),
        ("https://[", None),
        ("https://www.sec.gov/" + "9" * 5000, None),
    ],
)
def test_filings(words: str, filing: Filing | None) -> None:
    assert filing_of(words) == filing


@pytest.mark.parametrize(
    ("words", "cik"),
    [
        ("https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK=0000320193&type=10-K", 320193),
        ("https://www.sec.gov/edgar/browse/?CIK=320193", 320193),
        (f"{ROOT}/320193/", 320193),
        (f"{ROOT}/320193/0000320193-94-000016.txt", None),
        ("https://example.com/?CIK=320193", None),
        ("AAPL", None),
    ],
)
def test_companies_by_address(words: str, cik: int | None) -> None:
    assert company_of(words) == cik


@pytest.mark.parametrize(
    ("words", "cik"),
    [
        ("320193", 320193),
        ("0000320193", 320193),
        ("CIK0000320193", 320193),
        ("cik 320193", 320193),
        ("0", None),
        ("12345678901", None),
        ("AAPL", None),
    ],
)
def test_ciks(words: str, cik: int | None) -> None:
    assert cik_of(words) == cik


def test_an_accession_number_cannot_lead_out_of_its_folder() -> None:
    assert accession_of("../../../etc/passwd") is None
    assert accession_of("0000320193-94-000016/..") is None
    assert path_of(WANTED) == "/Archives/edgar/data/320193/0000320193-94-000016.txt"
