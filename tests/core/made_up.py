"""A made-up submission, written as EDGAR wrote them, for tests that read one."""

COVER = """
                       SECURITIES AND EXCHANGE COMMISSION
                             WASHINGTON, D.C. 20549

                                   FORM 10-K

           [X] ANNUAL REPORT PURSUANT TO SECTION 13 OR 15(d) OF THE
                        SECURITIES EXCHANGE ACT OF 1934
                  For the fiscal year ended June 30, 1998

                            TIDEWATER KETTLE COMPANY
             (Exact name of registrant as specified in its charter)

                                     - 1 -
"""

SMALL_SHEET = """
                         CONSOLIDATED BALANCE SHEETS
                               (In thousands)

                                               June 30,
                                           1998        1997
                                         --------    --------
Cash                                     $    120    $     90
Inventories                                   880         910
                                         --------    --------
Total assets                             $  1,000    $  1,000
                                         ========    ========
Accounts payable                         $    300    $    350
Stockholders' equity                          700         650
                                         --------    --------
Total liabilities and equity             $  1,000    $  1,000
                                         ========    ========
"""
"""A balance sheet of five lines."""

SHEET_ROWS = """\
Inventories                                   880         910
                                         --------    --------
Total assets                             $  1,000    $  1,000
                                         ========    ========
Accounts payable                         $    300    $    350
Long-term debt                                200         250
                                         --------    --------
Total liabilities                             500         600
Stockholders' equity                          500         400
                                         --------    --------
Total liabilities and equity             $  1,000    $  1,000
                                         ========    ========
"""
"""The rows of a balance sheet below its cash."""

REPORT = (
    COVER
    + """
<PAGE>

                                     PART I

ITEM 1.  BUSINESS

The Company makes kettles.

ITEM 8.  FINANCIAL STATEMENTS

                         CONSOLIDATED BALANCE SHEETS
                               (In thousands)

<TABLE>
<CAPTION>
                                               June 30,
                                           1998        1997
                                         --------    --------
<S>                                      <C>         <C>
Cash                                     $    120    $     90
"""
    + SHEET_ROWS
    + """</TABLE>

                                     - 2 -
<PAGE>

                                   SIGNATURES

                                     - 3 -
"""
)

SCHEDULE = """
<ARTICLE> 5
<PERIOD-END>                               JUN-30-1998
<CASH>                                             120
<TOTAL-ASSETS>                                   1,000
"""

ATTACHED = """
begin 644 logo.gif
M1TE&.#EA`0`!`(```````````"'Y!`$`````+``````!``$```("1`$`.P``
`
end
"""


def document(kind: str, text: str, sequence: int, description: str = "") -> str:
    """One `<DOCUMENT>`."""
    told = f"<DESCRIPTION>{description}\n" if description else ""
    return f"<DOCUMENT>\n<TYPE>{kind}\n<SEQUENCE>{sequence}\n{told}<TEXT>\n{text}</TEXT>\n</DOCUMENT>\n"


def header(accession: str = "0000012345-98-000007", documents: int = 3) -> str:
    """A header with two companies."""
    return f"""<SEC-DOCUMENT>{accession}.txt : 19980928
<SEC-HEADER>{accession}.hdr.sgml : 19980928
ACCESSION NUMBER:\t\t{accession}
CONFORMED SUBMISSION TYPE:\t10-K
PUBLIC DOCUMENT COUNT:\t\t{documents}
CONFORMED PERIOD OF REPORT:\t19980630
FILED AS OF DATE:\t\t19980928

FILER:

\tCOMPANY DATA:\t
\t\tCOMPANY CONFORMED NAME:\t\t\tTIDEWATER KETTLE CO
\t\tCENTRAL INDEX KEY:\t\t\t0000012345
\t\tFISCAL YEAR END:\t\t\t0630

FILER:

\tCOMPANY DATA:\t
\t\tCOMPANY CONFORMED NAME:\t\t\tKETTLE FINANCE CORP
\t\tCENTRAL INDEX KEY:\t\t\t67890
</SEC-HEADER>
"""


def submission() -> str:
    """A whole submission: a report, its financial data schedule, a picture."""
    documents = (
        document("10-K", REPORT, 1, "ANNUAL REPORT")
        + document("EX-27", SCHEDULE, 2)
        + document("GRAPHIC", ATTACHED, 3, "LOGO")
    )
    return header() + documents + "</SEC-DOCUMENT>\n"
