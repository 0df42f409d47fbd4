"""Tables side by side: what moved on by a year is no change; figures, lines and captions that changed are."""

from collections.abc import Iterable
from pathlib import Path

from core.analysis import Analysis, analyse
from core.compare.change import Aligned, ChangeKind
from core.compare.steps import finished
from core.compare.tables import Paired, Sheet, paired, rows

HEAD = "                                      {}        {}\n"
LINES = """\
Net sales                           $ 12,000    $ 11,000
Cost of sales                          7,000       6,400
Selling expenses                       1,900       1,800
                                      ------      ------
  Operating income                     3,100       2,800
Interest expense                         400         350
                                      ------      ------
Net income                           $ 2,700     $ 2,450
"""


def sheet(tmp_path: Path, years: tuple[int, int], lines: str) -> Sheet:
    """The income statement of a made-up filing with two columns of years."""
    path = tmp_path / f"{years[0]}-{abs(hash(lines))}.txt"
    title = "CONSOLIDATED STATEMENTS OF INCOME\n(In thousands)\n\nYears ended December 31,\n"
    path.write_text(f"{title}{HEAD.format(*years)}{lines}")
    analysis: Analysis = analyse(path)
    (statement,) = (*analysis.statements, *analysis.tables)
    return Sheet(statement, path)


def shifted(lines: str, first: dict[str, str]) -> str:
    """The lines with other figures in front of those that were first: a year later. `first` are the new figures by caption."""
    found = []
    for line in lines.splitlines():
        caption = line[:36].strip()
        if caption in first:
            last = line.split(caption)[1].replace("$", "").split()[0]
            line = f"{line[:36]}  {first[caption]:>6}      {last:>6}"
        found.append(line)
    return "\n".join(found) + "\n"


LATER = {
    "Net sales": "13,500",
    "Cost of sales": "7,900",
    "Selling expenses": "2,000",
    "Operating income": "3,600",
    "Interest expense": "450",
    "Net income": "3,150",
}


def drawn(found: Iterable[Aligned]) -> list[str]:
    """The changed lines of two tables."""
    out = []
    for row in found:
        for change in row.changes:
            if change.kind is not ChangeKind.EQUAL:
                old = " ".join(word.text for word in row.old_words[change.old_start : change.old_end])
                new = " ".join(word.text for word in row.new_words[change.new_start : change.new_end])
                out.append(f"{change.kind}: {old} | {new}")
    return out


def test_a_table_that_moved_on_by_a_year_has_no_change(tmp_path: Path) -> None:
    old, new = sheet(tmp_path, (2002, 2001), LINES), sheet(tmp_path, (2003, 2002), shifted(LINES, LATER))
    assert paired([old], [new]) == [Paired(0, 0)]
    assert drawn(finished(rows(old, new))) == []


def test_a_restated_figure_and_a_changed_caption(tmp_path: Path) -> None:
    later = shifted(LINES, LATER).replace("1,900", "1,950").replace("Interest expense", "Interest and fees")
    old, new = sheet(tmp_path, (2002, 2001), LINES), sheet(tmp_path, (2003, 2002), later)
    assert drawn(finished(rows(old, new))) == [
        "replace: 1,900 | 1,950",
        "replace: Interest expense | Interest and fees",
    ]


def test_a_new_line_and_one_that_went(tmp_path: Path) -> None:
    later = shifted(LINES, LATER).replace(
        "Selling expenses ", "Gain on sale of the boat                 120          --\nSelling expenses "
    )
    old = sheet(tmp_path, (2002, 2001), LINES)
    new = sheet(tmp_path, (2003, 2002), later)
    assert drawn(finished(rows(old, new))) == ["insert:  | Gain on sale of the boat 120"]
    assert drawn(finished(rows(new, old))) == ["delete: Gain on sale of the boat 120 | "]


def test_a_table_alone_is_all_new(tmp_path: Path) -> None:
    one = sheet(tmp_path, (2002, 2001), LINES)
    assert paired([], [one]) == [Paired(None, 0)]
    assert {text.split(":")[0] for text in drawn(finished(rows(None, one)))} == {"insert"}
    assert {text.split(":")[0] for text in drawn(finished(rows(one, None)))} == {"delete"}
