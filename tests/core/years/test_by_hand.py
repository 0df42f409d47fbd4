"""Lines joined and parted by hand: before all evidence, whatever filings come, kept whole, undone."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from core.analysis import Analysis
from core.kept import DAMAGED
from core.read.filing import Header
from core.statements.statement import StatementKind
from core.years.by_hand import NAME, Anchor, ByHand, Ruling, company_key, filing_key
from core.years.series import Stitched, StitchedRow, stitching
from tests.core.drawn_statement import drawn
from tests.core.years.test_series import filed

INCOME = StatementKind.INCOME_STATEMENT


def report(year: int, *rows: str) -> Analysis:
    """An annual report of one year whose filing is known by its accession number."""
    text = f"              {year}\n" + "\n".join(f"    {row}" for row in rows)
    made = filed(year, drawn(text, INCOME))
    header = replace(made.filing.header, accession=f"0000000001-{year % 100:02}-000001")
    return replace(made, filing=replace(made.filing, header=header))


OLD = report(2001, "Net sales      4,000", "Kettles sold      211", "Other      17")
NEW = report(2002, "Net sales      4,100", "Pots sold      388", "Other      19")


def stitched(rulings: tuple[Ruling, ...], *filings: Analysis) -> Stitched:
    *_, last = stitching(filings, INCOME, rulings)
    assert last is not None
    return last


def drawn_rows(series: Stitched) -> list[str]:
    return [
        f"{row.label} {' '.join('.' if cell is None else str(cell.value) for cell in row.cells)}" for row in series.rows
    ]


def row(series: Stitched, label: str) -> StitchedRow:
    return next(one for one in series.rows if label in one.names)


def joined(*filings: Analysis) -> Ruling:
    series = stitched((), *filings)
    return Ruling(INCOME, row(series, "Pots sold").anchors, row(series, "Kettles sold").anchors, joined=True)


def parted(*filings: Analysis) -> Ruling:
    anchors = row(stitched((), *filings), "Net sales").anchors
    return Ruling(INCOME, anchors[:1], anchors[1:], joined=False)


def test_a_row_is_known_by_its_filing_and_words() -> None:
    assert row(stitched((), NEW, OLD), "Net sales").anchors == (
        Anchor("0000000001-02-000001", "net sales", "", 0),
        Anchor("0000000001-01-000001", "net sales", "", 0),
    )


def test_two_lines_are_one() -> None:
    apart = ["Kettles sold 211 .", "Net sales 4000 4100", "Other 17 19", "Pots sold . 388"]
    assert sorted(drawn_rows(stitched((), NEW, OLD))) == apart
    series = stitched((joined(NEW, OLD),), NEW, OLD)
    assert drawn_rows(series) == ["Net sales 4000 4100", "Pots sold 211 388", "Other 17 19"]
    assert row(series, "Pots sold").joins[0].clues[0].rule == "same-line/by-hand"


def test_one_line_is_two() -> None:
    told = drawn_rows(stitched((parted(NEW, OLD),), NEW, OLD))
    assert {"Net sales 4000 .", "Net sales . 4100"} <= set(told)


def test_what_is_said_later_holds() -> None:
    first, second = parted(NEW, OLD), replace(parted(NEW, OLD), joined=True)
    assert drawn_rows(stitched((first, second), NEW, OLD)) == drawn_rows(stitched((), NEW, OLD))
    one, other = joined(NEW, OLD), replace(joined(NEW, OLD), joined=False)
    assert drawn_rows(stitched((one, other), NEW, OLD)) == drawn_rows(stitched((), NEW, OLD))


def test_what_was_said_holds_when_filings_come_and_go() -> None:
    later = report(2003, "Net sales      4,300", "Pots sold      402", "Other      20")
    earlier = report(2000, "Net sales      3,900", "Kettles sold      199", "Other      15")
    rulings = (joined(NEW, OLD), parted(NEW, OLD))
    told = drawn_rows(stitched(rulings, later, NEW, OLD, earlier))
    assert "Pots sold 199 211 388 402" in told
    assert {"Net sales . . 4100 4300", "Net sales 3900 4000 . ."} <= set(told)
    assert drawn_rows(stitched(rulings, later, earlier)) == drawn_rows(stitched((), later, earlier))


def test_never_two_rows_of_one_statement() -> None:
    both = report(2003, "Net sales      4,300", "Pots sold      402", "Kettles sold      7", "Other      20")
    series = stitched((joined(NEW, OLD),), both, NEW, OLD)
    for one in series.rows:
        assert len({anchor.filing for anchor in one.anchors}) == len(one.anchors)
    assert "Pots sold 211 388 402" in drawn_rows(series) or "Kettles sold 211 388 7" in drawn_rows(series)


def test_another_kind_of_statement_is_not_spoken_of() -> None:
    other = replace(joined(NEW, OLD), kind=StatementKind.CASH_FLOW)
    assert drawn_rows(stitched((other,), NEW, OLD)) == drawn_rows(stitched((), NEW, OLD))


def test_rows_of_one_name_are_told_apart() -> None:
    new = report(2002, "Other      19", "Other      23")
    old = report(2001, "Other      19", "Other      23")
    first, second = (one.anchors for one in stitched((), new).rows)
    assert [first[0].number, second[0].number] == [0, 1]
    crossed = Ruling(INCOME, first, (Anchor(filing_key(old), "other", "", 1),), joined=True)
    numbers = [[anchor.number for anchor in one.anchors] for one in stitched((crossed,), new, old).rows]
    assert numbers[0] == [0, 1]


def test_what_companies_are_known_by() -> None:
    assert company_key(Header(cik="0000320193", company="Apple Inc")) == "320193"
    assert company_key(Header(company="Tidewater Kettle Company")) == company_key(Header(company="TIDEWATER KETTLE CO"))


# kept


def test_kept_and_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "deep" / NAME
    kept, one, other = ByHand(path), joined(NEW, OLD), parted(NEW, OLD)
    assert kept.of("1") == ()
    kept.add("1", one)
    kept.add("1", other)
    kept.add("2", other)
    assert ByHand(path).of("1") == (one, other)
    kept.undo("1")
    assert ByHand(path).of("1") == kept.of("1") == (one,)
    kept.undo("1")
    kept.undo("1")
    assert json.loads(path.read_text())["companies"].keys() == {"2"}
    assert [each.name for each in path.parent.iterdir()] == [NAME]


def test_without_a_place_it_lasts_as_long_as_the_window() -> None:
    kept = ByHand()
    kept.add("1", joined(NEW, OLD))
    assert len(kept.of("1")) == 1


def test_another_window_is_not_written_over(tmp_path: Path) -> None:
    one, other = ByHand(tmp_path / NAME), ByHand(tmp_path / NAME)
    assert one.of("1") == other.of("1") == ()
    one.add("1", joined(NEW, OLD))
    other.add("1", parted(NEW, OLD))
    assert len(ByHand(tmp_path / NAME).of("1")) == 2


@pytest.mark.parametrize(
    "text",
    ["", "[]", '{"companies": 3}', '{"companies": {"1": [{"kind": "x"}]}}',
     '{"companies": {"1": [{"kind": "note", "joined": true, "ones": [], "others": []}]}}'],
)  # fmt: skip
def test_a_damaged_file_is_put_aside(text: str, tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_text(text)
    assert ByHand(path).of("1") == ()
    assert path.with_name(NAME + DAMAGED).read_text() == text


def test_what_cannot_be_kept_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    kept = ByHand(tmp_path / "file" / NAME)
    with pytest.raises(OSError, match="file"):
        kept.add("1", joined(NEW, OLD))
    assert kept.of("1") == ()
