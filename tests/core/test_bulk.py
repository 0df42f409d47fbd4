"""Something done with each of many filings: in order, whatever becomes of one of them."""

import multiprocessing
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from core.analysis import Analysis
from core.bulk import each
from core.store.disk import Store
from tests.core.made_up import submission

ROOT = Path(__file__).parents[2]


@pytest.fixture
def filings(tmp_path: Path) -> list[Path]:
    """Five files, of which the second is empty."""
    made = [tmp_path / f"{name}.txt" for name in "abcde"]
    for path in made:
        path.write_text(submission())
    made[1].write_text("")
    return made


def company(analysis: Analysis) -> str:
    """What is done with each."""
    return analysis.filing.header.company or ""


def fatal(analysis: Analysis) -> str:
    """The same, but for one filing, which takes its process with it."""
    if analysis.path.name == "c.txt":
        os._exit(9)
    return company(analysis)


def faulty(analysis: Analysis) -> str:
    """The same, but for one filing, at which we fail."""
    if analysis.path.name == "c.txt":
        raise RuntimeError("a bug")
    return company(analysis)


@pytest.mark.parametrize("workers", [1, 2])
def test_in_order_and_without_what_is_no_filing(filings: list[Path], workers: int) -> None:
    done = list(each(filings, company, Store(None), workers))
    assert [one.path for one in done] == filings
    assert [one.result for one in done] == ["TIDEWATER KETTLE CO", None, *["TIDEWATER KETTLE CO"] * 3]
    assert "empty" in done[1].why


@pytest.mark.parametrize("workers", [1, 2])
def test_a_fault_of_ours_is_told_of_its_filing(filings: list[Path], workers: int) -> None:
    done = list(each(filings, faulty, Store(None), workers))
    assert [one.why for one in done if one.result is None][1] == "Fault in Tieout: RuntimeError: a bug"
    assert len(done) == len(filings)


def test_a_filing_that_ends_its_process_takes_no_other_with_it(filings: list[Path]) -> None:
    done = list(each(filings, fatal, Store(None), workers=2))
    assert [one.path.name for one in done if one.result is None] == ["b.txt", "c.txt"]
    assert "ended" in done[2].why
    assert [one.path for one in done] == filings


def test_what_was_read_is_kept(filings: list[Path], tmp_path: Path) -> None:
    store = Store(tmp_path / "kept")
    list(each(filings[:1], company, store))
    assert store.find(filings[0]) is not None


def test_whoever_stops_asking_leaves_no_process_behind(filings: list[Path]) -> None:
    asked = each(filings, company, Store(None), workers=2)
    assert next(asked).result == "TIDEWATER KETTLE CO"
    asked.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []


def endless(analysis: Analysis) -> str:
    """What never comes to its end."""
    print("begun", flush=True)
    time.sleep(1000)
    return company(analysis)


def test_who_is_killed_leaves_no_process_behind(filings: list[Path]) -> None:
    program = (
        "import sys; from pathlib import Path; from core.bulk import each; from core.store.disk import Store\n"
        "from tests.core.test_bulk import endless\n"
        "if __name__ == '__main__':\n    list(each([Path(path) for path in sys.argv[1:]], endless, Store(None), 2))\n"
    )
    command = [sys.executable, "-c", program, *map(str, filings)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as running:
        assert running.stdout is not None
        running.stdout.readline()
        running.kill()
        running.communicate(timeout=30)  # to whose end all have come that can write to it
