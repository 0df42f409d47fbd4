"""Ten years of a made-up company in eight annual reports, each with the income of three years, for pictures and tests.

Amounts follow formulas of the year, so that reports agree where they print one year; from the fifth report on, research and
development is a line of its own, which before was part of the expenses.
"""

from collections.abc import Iterator
from pathlib import Path

COMPANY = "QUILLON KETTLE WORKS INC"
FIRST, REPORTS, PARTED = 1996, 8, 2000
"""The year of the first report, how many there are, and the first year whose report tells research apart."""
_WIDTH, _COLUMN = 52, 12
"""Characters of a caption and of a column."""

_HEAD = """<SEC-DOCUMENT>0000777001-{short}-000001.txt
<SEC-HEADER>0000777001-{short}-000001.hdr.sgml
ACCESSION NUMBER:\t\t0000777001-{short}-000001
CONFORMED SUBMISSION TYPE:\t10-K
CONFORMED PERIOD OF REPORT:\t{year}1231
FILED AS OF DATE:\t\t{next}0315

FILER:

\tCOMPANY DATA:\t
\t\tCOMPANY CONFORMED NAME:\t\t\t{company}
\t\tCENTRAL INDEX KEY:\t\t\t0000777001
\t\tFISCAL YEAR END:\t\t\t1231
</SEC-HEADER>
<DOCUMENT>
<TYPE>10-K
<SEQUENCE>1
<TEXT>

                       SECURITIES AND EXCHANGE COMMISSION
                                   FORM 10-K
                  For the fiscal year ended December 31, {year}

                            {company}

PART II

ITEM 7.  MANAGEMENT'S DISCUSSION AND ANALYSIS

     Net sales of {year} were carried by kettles for the kitchens of hotels.
{words}

ITEM 8.  FINANCIAL STATEMENTS

"""


def sales(year: int) -> int:
    """Net sales, in thousands."""
    years = year - FIRST + 2
    return 41_200 + 3_870 * years + 211 * (years * years % 7)


def research(year: int) -> int:
    """Research and development."""
    return sales(year) // 23


def income(year: int, *, parted: bool) -> dict[str, int]:
    """The lines of the statement of income."""
    net, cost = sales(year), sales(year) * 61 // 100
    expenses = net * 19 // 100 + 97 * (year % 3)
    interest, other = 412 + 13 * (year % 5), 118 + 9 * (year % 4)
    operating = net - cost - expenses - research(year)
    before = operating - interest + other
    taxes = before * 36 // 100
    return {
        "Net sales": net,
        "Cost of sales": cost,
        "Gross profit": net - cost,
        "Selling, general and administrative expenses": expenses + (0 if parted else research(year)),
        **({"Research and development": research(year)} if parted else {}),
        "Income from operations": operating,
        "Interest expense": -interest,
        "Other income, net": other,
        "Income before income taxes": before,
        "Provision for income taxes": taxes,
        "Net income": before - taxes,
    }


def _table(title: str, years: range, rows: dict[str, list[int]]) -> Iterator[str]:
    yield f"{title:^76}\n                                 (In thousands)\n"
    yield " " * _WIDTH + "Year ended December 31,".rjust(_COLUMN * len(years))
    yield " " * _WIDTH + "".join(str(year).rjust(_COLUMN) for year in years)
    for caption, amounts in rows.items():
        printed = "".join((f"({-one:,})" if one < 0 else f"{one:,} ").rjust(_COLUMN) for one in amounts)
        yield caption.ljust(_WIDTH) + printed
        if caption in ("Cost of sales", "Other income, net", "Provision for income taxes", "Research and development"):
            yield " " * _WIDTH + ("-" * 8).rjust(_COLUMN) * len(years)
    yield ""


def filing(year: int) -> str:
    """The annual report of a year, as EDGAR has it."""
    years = range(year, year - 3, -1)
    told = [income(one, parted=year >= PARTED) for one in years]
    rows = {caption: [one[caption] for one in told] for caption in told[0]}
    words = "     Research is told apart from other expenses, in all years shown.\n" if year == PARTED else ""
    head = _HEAD.format(short=f"{(year + 1) % 100:02}", year=year, next=year + 1, company=COMPANY, words=words)
    lines = "\n".join(_table("CONSOLIDATED STATEMENTS OF INCOME", years, rows))
    return head + f"                            {COMPANY}\n" + lines + "\n</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>\n"


def write(folder: Path) -> tuple[Path, ...]:
    """Writes the reports into a folder, the oldest first."""
    found = []
    for year in range(FIRST, FIRST + REPORTS):
        path = folder / f"quillon-kettle-10k-{year}.txt"
        path.write_text(filing(year), "utf-8")
        found.append(path)
    return tuple(found)
