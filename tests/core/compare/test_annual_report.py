"""The discussion of an annual report in an exhibit is held against the Item of a report that has it itself."""

import textwrap
from pathlib import Path

import pytest

from core.analysis import Analysis, analyse
from core.compare.change import tally
from core.compare.filings import Comparison
from core.places import Places
from tests.core.made_up import COVER, document, header

TOLD = "\n\n".join(
    textwrap.fill(one, 72)
    for one in (
        "Sales of blankets rose by eight percent, as the winter was long and the shops ordered earlier than before.",
        "The cost of wool fell in the spring and rose again towards the end of the year, so that the margin stayed.",
        "Cash from operations paid for the new looms at the northern mill, and no loan was taken up for them.",
    )
)
POINTS = """Management's Discussion and Analysis on pages 12 to 14 of the Annual Report to
Shareholders (Exhibit 13) is incorporated herein by reference."""
REPORT = """WOOLLEN BLANKET COMPANY
2001 ANNUAL REPORT

LETTER TO SHAREHOLDERS

The year was good, and I thank all who wove.

<PAGE>
{heading}

{told}

<PAGE>
REPORT OF INDEPENDENT AUDITORS

We have audited the books of the Company and found them to be kept in good order, as our rules require.
"""


def item_7(words: str) -> str:
    return f"""{COVER}
<PAGE>

                                    PART II

ITEM 5.  MARKET FOR THE REGISTRANT'S COMMON EQUITY

The shares are traded over the counter, and there were 812 holders of record.

ITEM 7.  MANAGEMENT'S DISCUSSION AND ANALYSIS OF FINANCIAL CONDITION AND
         RESULTS OF OPERATIONS

{words}

ITEM 9.  CHANGES IN AND DISAGREEMENTS WITH ACCOUNTANTS

None.

                                   SIGNATURES

Signed by the Company.
"""


def filing(path: Path, *documents: str) -> Analysis:
    path.write_text(header(documents=len(documents)) + "".join(documents) + "</SEC-DOCUMENT>\n")
    return analyse(path)


@pytest.mark.parametrize(
    "heading",
    [
        "MANAGEMENT'S DISCUSSION AND ANALYSIS OF FINANCIAL CONDITION AND RESULTS OF\nOPERATIONS",
        "MANAGEMENT'S DISCUSSION AND ANALYSIS",
        "FINANCIAL REVIEW",
    ],
)
def test_a_discussion_in_an_exhibit(tmp_path: Path, heading: str) -> None:
    exhibit = document("EX-13", REPORT.format(heading=heading, told=TOLD.replace("winter", "autumn")), 2)
    old = filing(tmp_path / "old.txt", document("10-K", item_7(POINTS), 1), exhibit)
    new = filing(tmp_path / "new.txt", document("10-K", item_7(TOLD), 1))
    for one, other in ((old, new), (new, old)):
        comparison = Comparison(Places(one), Places(other))
        across = [
            (pair, {pair.old.number, pair.new.number})
            for pair in comparison.pairs
            if pair.old and pair.new and pair.old.document != pair.new.document
        ]
        assert [numbers for _, numbers in across] == [{"7", None}]
        pair = across[0][0]
        rows = [row for some in comparison.own(pair) for row in some]
        sentences = [row for row in rows if row.old and row.new and "blankets" in row.new.text]
        assert len(sentences) == 1
        assert tally(sentences) == tally(rows[rows.index(sentences[0]) :])
        assert (tally(sentences).inserted, tally(sentences).deleted) == (1, 1)
