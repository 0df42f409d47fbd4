"""Filings read by a cluster of Dask on this machine: the same rows, whatever becomes of a process there."""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import pytest
from distributed import LocalCluster

from core import cli, cluster
from core.analysis import Analysis
from core.bulk import Done, Outcome
from core.cluster import ClusterError, each
from core.edgar.settings import NAME, Settings, keep
from tests.core.made_up import submission
from tests.core.test_export_corpus import asked, run, sound

pytestmark = [
    pytest.mark.server,
    pytest.mark.timeout(240),
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning"),
]
ROWS = "SELECT * EXCLUDE (seconds) FROM filings"
FIGURES = "SELECT * FROM figures"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a scheduler with two processes answers."""
    folder = tmp_path_factory.mktemp("dask")
    with LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0", local_directory=str(folder), silence_logs=50
    ) as own:
        yield own.scheduler_address


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Six filings, of which the third is empty."""
    made = tmp_path / "in"
    made.mkdir()
    for number in range(6):
        (made / f"{number}.txt").write_text(submission().replace("TIDEWATER", f"TIDEWATER {number}"))
    (made / "2.txt").write_text("")
    return made


def company(analysis: Analysis) -> str:
    return analysis.filing.header.company or ""


def fatal(analysis: Analysis) -> str:
    """The same, but for one filing, which takes its process with it, always."""
    if analysis.path.name == "1.txt":
        os._exit(9)
    return company(analysis)


def fatal_once(analysis: Analysis) -> str:
    """The same, but for one filing, whose process is ended while it is read, the first time."""
    killed = analysis.path.with_suffix(".killed")
    if analysis.path.name == "1.txt" and not killed.exists():
        killed.touch()
        os._exit(9)
    return company(analysis)


def names(done: list[Done[str]]) -> list[str | None]:
    return [one.result for one in done]


EXPECTED = [f"TIDEWATER {number} KETTLE CO" if number != 2 else None for number in range(6)]


def test_in_order_and_without_what_is_no_filing(folder: Path, address: str) -> None:
    done = list(each(sorted(folder.iterdir()), company, address))
    assert names(done) == EXPECTED
    assert done[2].outcome is Outcome.UNREADABLE


def test_nothing_is_lost_where_a_process_is_killed(folder: Path, address: str) -> None:
    assert names(list(each(sorted(folder.iterdir()), fatal_once, address))) == EXPECTED
    assert (folder / "1.killed").exists()


def test_a_filing_that_ends_every_process_is_told(folder: Path, address: str) -> None:
    done = list(each(sorted(folder.iterdir()), fatal, address))
    assert names(done) == [EXPECTED[0], None, *EXPECTED[2:]]
    assert done[1].outcome is Outcome.ENDED


def test_the_command_writes_the_same_rows_to_the_letter(folder: Path, address: str, tmp_path: Path) -> None:
    assert cli.run(["read", str(folder), "--to", str(tmp_path / "there"), "--scheduler", address]) == 0
    run(folder, tmp_path / "here")
    sound(tmp_path / "there")
    for query in (ROWS, FIGURES):
        assert asked(tmp_path / "there", query) == asked(tmp_path / "here", query) != []


def test_another_version_is_turned_down(folder: Path, address: str) -> None:
    with (
        mock.patch.object(cluster, "version", return_value=b"another"),
        pytest.raises(ClusterError, match="another version"),
    ):
        list(each(sorted(folder.iterdir()), company, address))


def test_where_nobody_answers_that_is_said(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", 0.3)
    assert cli.run(["read", str(folder), "--to", str(tmp_path / "out"), "--scheduler", "tcp://127.0.0.1:9"]) == 2
    assert re.search("no scheduler answers at tcp://127.0.0.1:9", capsys.readouterr().err)


def test_a_scheduler_without_processes_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", 0.5)
    with (
        LocalCluster(n_workers=0, dashboard_address="127.0.0.1:0", silence_logs=50) as own,
        pytest.raises(ClusterError, match="has no process"),
    ):
        list(each(sorted(folder.iterdir()), company, own.scheduler_address))


def test_no_cluster_is_asked_while_the_network_is_off(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TIEOUT_EDGAR", str(tmp_path))
    keep(Settings(on=False), tmp_path / NAME)
    assert cli.run(["read", str(folder), "--to", str(tmp_path / "out"), "--scheduler", "tcp://127.0.0.1:9"]) == 2
    assert "turned off" in capsys.readouterr().err


def test_without_dask_that_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClusterError, match="not installed"):
        list(each(sorted(folder.iterdir()), company, "tcp://127.0.0.1:9"))
