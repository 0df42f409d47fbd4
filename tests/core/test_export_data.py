"""The figures of many filings as one table: the same rows in every format, nothing lost, whole or not at all."""

import csv
import io
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import duckdb
import pytest

from core import cli
from core.analysis import analyse
from core.checks.check import Check, Rule, Status
from core.export.data import NoFigureError, fitting, write
from core.export.figures import FIELDS, Ties, figures, quarter, told
from core.read.filing import Header
from core.source import cite
from core.store.disk import Store
from core.target import TargetError
from tests.core.made_up import submission

ROOT = Path(__file__).parents[2]
NAMES = [field.name for field in FIELDS]


def heard(done: int, of: int) -> None:
    """Nobody listens."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two filings, and a file that is none."""
    below = tmp_path / "in"
    below.mkdir()
    (below / "a.txt").write_text(submission())
    (below / "b.txt").write_text(submission().replace("880         910", "980         910"))
    (below / "c.txt").write_text("")
    return below


def paths(folder: Path) -> list[Path]:
    """Its files, in order."""
    return sorted(folder.iterdir())


def lines(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file by the names of their columns."""
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))))


class Asked(NamedTuple):
    """A figure of the made-up balance sheet by its caption and column."""

    caption: str
    column: str


def test_every_figure_is_a_row_in_every_format(folder: Path, tmp_path: Path) -> None:
    for suffix in (".csv", ".parquet", ".duckdb"):
        written = write(paths(folder), tmp_path / f"out{suffix}", Store(None), heard)
        assert (written.filings, [path.name for path in written.unreadable]) == (2, ["c.txt"])
    rows = lines(tmp_path / "out.csv")
    assert list(rows[0]) == NAMES
    told_of = [sum(1 for _ in figures(analyse(path))) for path in paths(folder)[:2]]
    assert len(rows) == sum(told_of) == written.figures
    for table in (f"'{tmp_path / 'out.parquet'}'", "facts"):
        with duckdb.connect(str(tmp_path / "out.duckdb"), read_only=True) as database:
            found = database.execute(f"select * from {table}").fetchall()  # noqa: S608
        assert [[shown(cell) for cell in row] for row in found] == [list(row.values()) for row in rows]


def shown(cell: object) -> str:
    """A value of a database as CSV has it."""
    if isinstance(cell, Decimal):
        return f"{cell:f}".rstrip("0").rstrip(".") if cell else "0"
    return "" if cell is None else str(cell)


def test_what_a_row_says(folder: Path, tmp_path: Path) -> None:
    write(paths(folder), tmp_path / "out.csv", Store(None), heard)
    rows = {(row["file"], Asked(row["caption"], row["column"])): row for row in lines(tmp_path / "out.csv")}
    row = rows["a.txt", Asked("Inventories", "2")]
    assert (row["company"], row["cik"], row["form"]) == ("TIDEWATER KETTLE CO", "0000012345", "10-K")
    assert (row["period_end"], row["fiscal_year"], row["fiscal_quarter"]) == ("1998-06-30", "1998", "")
    assert (row["kind"], row["end"], row["start"]) == ("Balance sheet", "1997-06-30", "")
    assert (row["printed"], row["value"], row["whole"], row["scale"]) == ("910", "910000", "910000", "1000")
    text = analyse(folder / "a.txt").filing.document(int(row["document"])).source
    assert text.text[int(row["begin"]) : int(row["finish"])] == "910"
    assert text.line_of(int(row["begin"])) == int(row["line"])
    assert rows["a.txt", Asked("Total assets", "1")]["ties"] == "ties"
    off = {asked for (file, asked), row in rows.items() if file == "b.txt" and row["ties"] == "off"}
    assert off == {Asked("Inventories", "1")}


def test_headings_are_the_path_to_a_caption() -> None:
    path = ROOT / "resources" / "samples" / "pellwick-ladder-10k-2003.txt"
    found = {one.path for one in figures(analyse(path))}
    assert ("ASSETS", "Current assets:", "Cash and cash equivalents") in found


@pytest.mark.parametrize(
    ("form", "end", "year_end", "expected"),
    [
        ("10-Q", date(1998, 9, 30), (6, 30), 1),
        ("10-Q", date(1998, 12, 31), (6, 30), 2),
        ("10-Q", date(1999, 3, 28), (6, 30), 3),
        ("10-Q/A", date(1999, 3, 31), (12, 31), 1),
        ("10-Q", date(1999, 6, 30), (6, 30), None),
        ("10-Q", date(1999, 5, 12), (6, 30), None),
        ("10-K", date(1998, 9, 30), (6, 30), None),
        ("10-Q", date(1998, 9, 30), None, None),
        ("10-Q", None, (6, 30), None),
    ],
)
def test_quarters(form: str, end: date | None, year_end: tuple[int, int] | None, expected: int | None) -> None:
    assert quarter(Header(form=form, period_end=end, fiscal_year_end=year_end)) == expected


def test_one_sum_that_is_off_counts_more_than_others_that_tie() -> None:
    total, part = cite(1, 10, 13), cite(1, 20, 23)

    def check(status: Status, probability: float | None = None) -> Check:
        return Check(Rule.FOOTING, status, "", None, None, None, (total, part), probability=probability)

    assert told([check(Status.TIES)]) == {total: Ties.TIES, part: Ties.TIES}
    assert told([check(Status.OFF, 0.9), check(Status.TIES)]) == {total: Ties.OFF, part: Ties.TIES}
    assert told([check(Status.TIES), check(Status.NOT_CHECKED, 0.4)])[total] is Ties.WORTH_A_LOOK
    assert told([check(Status.NOT_CHECKED)])[total] is Ties.UNKNOWN


def test_what_a_database_cannot_hold_has_no_value() -> None:
    held, longer = f"-{'9' * 26}.5", "1" * 27
    row = [longer if name in ("whole", "printed") else held if name == "value" else "" for name in NAMES]
    told_of = dict(zip(NAMES, fitting(row), strict=True))
    assert (told_of["printed"], told_of["value"], told_of["whole"]) == (longer, held, "")


def test_formulas_are_words_for_people_and_as_they_are_for_programs(folder: Path, tmp_path: Path) -> None:
    for path in paths(folder)[:2]:
        path.write_text(path.read_text().replace("Inventories  ", "=Inventories "))
    write(paths(folder), tmp_path / "out.csv", Store(None), heard)
    write(paths(folder), tmp_path / "out.parquet", Store(None), heard)
    captions = {row["caption"] for row in lines(tmp_path / "out.csv")}
    assert "'=Inventories" in captions
    kept = duckdb.execute(f"select distinct caption from '{tmp_path / 'out.parquet'}'").fetchall()  # noqa: S608
    assert ("=Inventories",) in kept


@pytest.mark.parametrize("suffix", [".csv", ".parquet", ".duckdb"])
def test_where_nothing_is_read_what_was_there_stays(tmp_path: Path, suffix: str) -> None:
    (tmp_path / "empty.txt").write_text("")
    target = tmp_path / f"out{suffix}"
    target.write_bytes(b"precious")
    with pytest.raises(NoFigureError, match="no filing"):
        write([tmp_path / "empty.txt"], target, Store(None), heard)
    assert target.read_bytes() == b"precious"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty.txt", target.name]


def test_no_filing_is_written_over(tmp_path: Path) -> None:
    path = tmp_path / "filing.csv"
    path.write_text(submission())
    with pytest.raises(TargetError):
        write([path], path, Store(None), heard)
    with pytest.raises(ValueError, match=r"\.parquet"):
        write([path], tmp_path / "out.xlsx", Store(None), heard)
    assert path.read_text() == submission()


def test_the_command(folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["facts", str(folder), "--to", str(tmp_path / "out.parquet")]) == 0
    told_of = capfd.readouterr()
    assert "figures of 2 filings" in told_of.out
    assert "c.txt is left out" in told_of.err
    assert cli.run(["facts", str(folder), "--to", str(tmp_path / "out.pdf")]) == 2
    assert cli.run(["facts", str(folder), "--to", str(tmp_path / "none" / "out.csv")]) == 2
    assert cli.run(["facts", str(folder / "c.txt"), "--to", str(tmp_path / "out.csv")]) == 2
    assert not (tmp_path / "out.csv").exists()


def test_no_other_command_loads_the_database() -> None:
    program = (
        "import sys; there = {*sys.modules}; import core.cli; core.cli.run(['rules']); "  # a measure of tests has its own
        "print(*{'duckdb', 'sqlite3'} & ({*sys.modules} - there), file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stderr.strip() == ""
