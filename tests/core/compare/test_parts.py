"""What of a table is compared as a table, whatever the lines of the text around it."""

from pathlib import Path

import pytest

from core.analysis import analyse
from core.compare.filings import Comparison, compare, tally
from core.compare.parts import parts
from core.document.prose import PassageKind
from core.places import Places
from tests.core.made_up import COVER

HEAD = """
<PAGE>

                                     PART I

ITEM 1.  BUSINESS

The Company weaves blankets of wool that it buys of farmers in the hills.

ITEM 2.  PROPERTIES

"""
ROWS = """
                                                      2002         2001
                                                   ---------    ---------
Raw wool and yarn held at the two mills            $  24,411    $  25,112
Finished blankets held for the season                 31,207       30,011
                                                   ---------    ---------
    Total                                          $  55,618    $  55,123
                                                   =========    =========
"""
MORE = ROWS.replace("wool", "flax").replace("blankets", "linen").replace("24,411", "24,311").replace("55,618", "55,518")
BETWEEN = "The amounts above are stated at the lower of cost and market, which is looked at each year."
END = """

                                   SIGNATURES

Signed by the Company.
"""


def places(folder: Path, text: str) -> Places:
    path = folder / f"{len(list(folder.iterdir()))}.txt"
    path.write_text(COVER + HEAD + text + END, "utf-8")
    return Places(analyse(path))


def changes(old: Places, new: Places) -> int:
    comparison = Comparison(old, new)
    return sum(tally(row for rows in comparison.own(pair) for row in rows).places for pair in comparison.pairs)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            f"What the Company held at the ends of the last two years in all its mills is as follows\n(in thousands):\n{ROWS}",
            f"What the Company held at the ends of the last two years in all its mills is as follows (in\nthousands):\n{ROWS}",
        ),
        (f"{ROWS}\n{BETWEEN}\n{MORE}", f"{ROWS}\n{BETWEEN.replace(' which', chr(10) + 'which')}\n{MORE}"),
    ],
)
def test_where_the_lines_of_prose_beside_a_table_break_is_no_change(tmp_path: Path, one: str, other: str) -> None:
    old, new = places(tmp_path, one), places(tmp_path, other)
    assert changes(old, new) == 0
    changed = places(tmp_path, other.replace("31,207", "31,707", 1))
    assert changes(old, changed) == 1


def test_a_sentence_that_ends_over_a_page_break_is_one(tmp_path: Path) -> None:
    said = "What the Company held at the ends of the last two years in all its mills is as follows, at December 31,"
    whole, paged = f"{said}\n2002:\n{ROWS}", f"{said}\n\n{7:>40}\n<PAGE>\n\n2002:\n{ROWS}"
    assert changes(places(tmp_path, whole), places(tmp_path, paged)) == 0


def test_a_caption_over_a_page_break_is_one(tmp_path: Path) -> None:
    one = "Finished blankets held for the season                 31,207       30,011"
    two = "Finished blankets held for the\n  season that begins in autumn                        31,207       30,011"
    long = ROWS.replace(one, two)
    assert long != ROWS
    paged = long.replace("held for the\n", f"held for the\n\n{7:>40}\n<PAGE>\n\n")
    assert paged != long
    assert changes(places(tmp_path, long), places(tmp_path, paged)) == 0


def test_a_list_with_hardly_a_figure_is_compared_as_words(tmp_path: Path) -> None:
    listed = "Notes to the statements                            23\n\nSchedule II - Accounts of doubt                    15\n"
    read = places(tmp_path, listed)
    for statement in read.statements.values():
        layout = read.analysis.layouts[0]
        assert layout is not None
        assert not list(parts(layout, statement))
    pair = next(one for one in Comparison(read, read).pairs if one.new is not None and one.new.number == "2")
    words = " ".join(row.new.text for row in compare(read, read, pair) if row.new is not None)
    assert "Schedule II - Accounts of doubt" in words


def test_a_table_is_still_one(tmp_path: Path) -> None:
    read = places(tmp_path, ROWS)
    pair = next(one for one in Comparison(read, read).pairs if one.new is not None and one.new.number == "2")
    kinds = [row.new.kind for row in compare(read, read, pair) if row.new is not None]
    assert kinds.count(PassageKind.TABLE) == 1 + 3
