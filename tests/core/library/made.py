"""Made-up filings whose words and amounts are known, and a library of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.library.shelf import Shelf, opened
from core.library.update import Updated, update
from core.store.disk import Store
from tests.core.made_up import SHEET_ROWS

KETTLES, ROPES = "TIDEWATER KETTLE CO", "NORTHFIELD ROPE CORP"


def heard(done: int, of: int) -> None:
    """Nobody listens."""


_REPORT = (
    """<SEC-DOCUMENT>0000012345-98-000007.txt
<SEC-HEADER>
ACCESSION NUMBER: 00000{cik}-{short}-000001
CONFORMED SUBMISSION TYPE: 10-K
CONFORMED PERIOD OF REPORT: {year}0630
FILED AS OF DATE: {year}0928
COMPANY CONFORMED NAME: {company}
CENTRAL INDEX KEY: {cik}
FISCAL YEAR END: 0630
</SEC-HEADER>
<DOCUMENT>
<TYPE>10-K
<SEQUENCE>1
<TEXT>
                                     PART I

ITEM 1.  BUSINESS

     The Company makes things of {words}. Demand for them is seasonal.
The making of them is hard to

                                     - 1 -
<PAGE>

learn.

ITEM 7.  MANAGEMENT'S DISCUSSION AND ANALYSIS OF FINANCIAL CONDITION

     Revenue rose to $1.5 million. Other revenue was small, and it was not above the $900,000 of the year before.

ITEM 8.  FINANCIAL STATEMENTS

                         CONSOLIDATED BALANCE SHEETS
                               ({scale})

<TABLE>
<CAPTION>
                                               June 30,
                                           {year}        {before}
                                         --------    --------
<S>                                      <C>         <C>
Cash                                     $  {cash}    $     90
"""
    + SHEET_ROWS
    + """</TABLE>

                   NOTES TO CONSOLIDATED FINANCIAL STATEMENTS

NOTE 1 - ACCOUNTING POLICIES

     Inventories are stated at the lower of cost or market.

NOTE 2 - LEASES

     The Company leases its wharf under leases that end in {later}.

                                   SIGNATURES
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
"""
)


def filing(company: str, cik: str, year: int, scale: str, cash: str, words: str) -> str:
    """An annual report with a balance sheet in some scale, and words in Items 1 and 7 and note 2."""
    return _REPORT.format(
        company=company,
        cik=cik,
        year=year,
        short=f"{year % 100:02}",
        before=year - 1,
        later=year + 5,
        scale=scale,
        cash=cash,
        words=words,
    )


def fill(folder: Path) -> None:
    """Three filings of two companies, and a file that is none."""
    folder.mkdir()
    (folder / "kettle-1998.txt").write_text(filing(KETTLES, "0000012345", 1998, "In thousands", "  120", "copper"))
    (folder / "kettle-1999.txt").write_text(
        filing(KETTLES, "0000012345", 1999, "In thousands", "  120", "copper and tin")
    )
    (folder / "rope-1999.txt").write_text(filing(ROPES, "0000067890", 1999, "In millions", "  120", "hemp"))
    (folder / "empty.txt").write_text("")


@contextmanager
def library(file: Path, folder: Path) -> Iterator[Shelf]:
    """A library of a folder, brought up to it."""
    with opened(file, new=True) as shelf:
        shelf.add_folder(folder)
        refresh(shelf)
        yield shelf


def refresh(shelf: Shelf) -> Updated:
    """Brings it up to its folders in this process."""
    return update(shelf, Store(None), heard, workers=1)
