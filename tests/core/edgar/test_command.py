"""`main.py get`: what it asks, what it says, what it leaves behind."""

import json
from pathlib import Path

import pytest

from core import cli
from core.edgar.settings import Places, load
from core.library.shelf import opened
from tests.core.edgar.conftest import CONTACT
from tests.core.edgar.server import Archive, Fault

pytestmark = pytest.mark.server

YES = ["--agree", "--contact", CONTACT]


@pytest.fixture
def servers(address: str) -> list[str]:
    return ["--www", address, "--data", address]


@pytest.fixture(autouse=True)
def _library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIEOUT_LIBRARY", str(tmp_path / "library.sqlite"))


@pytest.fixture
def ready(own: Places, servers: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["get", *YES, *servers]) == 0
    capfd.readouterr()


def test_nothing_is_asked_before_the_reader_agrees(
    archive: Archive, own: Places, servers: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["get", "MADE", *servers]) == 2
    said = capfd.readouterr().err
    assert said.startswith("tieout: Tieout asks nothing of any other machine until you agree")
    assert "--agree --contact" in said
    assert len(said.splitlines()) == 1
    assert not archive.asked


@pytest.mark.parametrize("words", [["--agree"], ["--contact", CONTACT], ["--agree", "--contact", "Jane"]])
def test_agreeing_needs_a_contact(words: list[str], own: Places, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["get", *words]) == 2
    assert not load(own.settings).agreed
    assert "contact" in capfd.readouterr().err


def test_what_was_said_is_kept_and_told(own: Places, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["get", *YES]) == 0
    assert f"contact: {CONTACT}" in capfd.readouterr().out
    assert load(own.settings).agreed


@pytest.mark.usefixtures("ready")
def test_the_switch_turns_it_off_for_good(archive: Archive, own: Places, capfd: pytest.CaptureFixture[str]) -> None:
    archive.add(7, "MADE", "Made Up Co", range(1999, 2001))
    assert cli.run(["get", "--network", "off"]) == 0
    assert cli.run(["get", "MADE"]) == cli.run(["get", "MADE", *YES]) == cli.run(["get", "--update"]) == 2
    assert "the network is turned off: main.py get --network on" in capfd.readouterr().err
    assert not archive.asked
    assert cli.run(["get", "MADE", "--network", "on", "--list"]) == 0
    assert archive.asked


@pytest.mark.usefixtures("ready")
def test_filings_come_into_a_folder(archive: Archive, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    kept = archive.add(7, "MADE", "Made Up Co", range(1994, 2000))
    archive.add(7, "MADE", "Made Up Co", range(1994, 2000), form="10-Q")
    wanted = ["get", "made", "--forms", "10-K,10-K405", "--years", "1995-1997", "--to", str(tmp_path / "here")]
    assert cli.run(wanted) == 0
    out = capfd.readouterr().out
    assert "3 fetched, 0 there before, 0 not fetched" in out
    found = sorted(path.stem for path in (tmp_path / "here").rglob("*.txt"))
    assert found == sorted(filing.accession for filing in kept[1:4])
    assert cli.run(wanted) == 0
    assert "0 fetched, 3 there before, 0 not fetched" in capfd.readouterr().out
    assert not (tmp_path / "library.sqlite").exists()


@pytest.mark.usefixtures("ready")
def test_without_a_folder_they_come_into_the_library(archive: Archive, own: Places, tmp_path: Path) -> None:
    archive.add(7, "MADE", "Made Up Co", range(1998, 2000))
    assert cli.run(["get", "7"]) == 0
    with opened(tmp_path / "library.sqlite") as shelf:
        assert shelf.folders() == [own.filings.resolve()]
        assert [kept.form for kept in shelf.filings()] == ["10-K", "10-K"]


@pytest.mark.usefixtures("ready")
def test_a_folder_of_the_library_is_read(archive: Archive, tmp_path: Path) -> None:
    archive.add(7, "MADE", "Made Up Co", range(1998, 2000))
    (tmp_path / "here").mkdir()
    assert cli.run(["library", "add", str(tmp_path / "here"), "--library", str(tmp_path / "library.sqlite")]) == 0
    assert cli.run(["get", "7", "--to", str(tmp_path / "here")]) == 0
    with opened(tmp_path / "library.sqlite") as shelf:
        assert len(shelf.filings()) == 2


@pytest.mark.usefixtures("ready")
def test_what_there_is_is_listed(archive: Archive, capfd: pytest.CaptureFixture[str]) -> None:
    kept = archive.add(7, "MADE", "Made Up Co", range(1998, 2000))
    assert cli.run(["get", "MADE", "--list"]) == 0
    lines = capfd.readouterr().out.splitlines()
    assert lines[0] == "Made Up Co (CIK 7): 2 filings"
    assert lines[1].split()[:3] == [archive.sent[kept[0].accession].filed, "10-K", kept[0].accession]
    assert cli.run(["get", "MADE", "--list", "--json"]) == 0
    said = json.loads(capfd.readouterr().out)
    assert [each["accession"] for each in said] == [filing.accession for filing in kept]


@pytest.mark.usefixtures("ready")
def test_a_filing_by_its_number_or_address(archive: Archive, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    one, other = archive.add(7, "MADE", "Made Up Co", range(1998, 2000))
    page = f"https://www.sec.gov/Archives/edgar/data/7/{other.accession.replace('-', '')}/{other.accession}-index.htm"
    assert cli.run(["get", one.accession, page, "--to", str(tmp_path), "--json"]) == 0
    said = json.loads(capfd.readouterr().out)
    assert [Path(each["path"]).stem for each in said] == [one.accession, other.accession]


@pytest.mark.usefixtures("ready")
def test_one_that_fails_is_told_and_the_others_come(
    archive: Archive, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    kept = archive.add(7, "MADE", "Made Up Co", range(1998, 2001))
    archive.fault = lambda path, _: Fault.MISSING if kept[1].accession in path else Fault.NONE
    assert cli.run(["get", "MADE", "--to", str(tmp_path)]) == 2
    said = capfd.readouterr()
    assert "2 fetched, 0 there before, 1 not fetched" in said.out
    assert f"{kept[1].accession} is not fetched" in said.err


@pytest.mark.usefixtures("ready")
@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["get", "nobody"], "no company that trades today"),
        (["get", "999"], "no company with the CIK 999"),
        (["get", "MADE", "--years", "long ago"], "is no year"),
        (["get"], "no company and no filing"),
        (["get", "0000000007-99-000001", "--list"], "a company is listed"),
        (["get", "MADE", "--www", "http://www.sec.gov"], "no address"),
        (["get", "nobody", "--unwatch"], "none of the companies watched"),
        (["get", "--watch", "--update"], "not allowed"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    words: list[str], why: str, archive: Archive, capfd: pytest.CaptureFixture[str]
) -> None:
    archive.add(7, "MADE", "Made Up Co", range(1998, 2001))
    assert cli.run(words) == 2
    said = capfd.readouterr().err
    assert why in said
    assert len(said.splitlines()) == 1


@pytest.mark.usefixtures("ready")
def test_a_server_that_refuses_is_told(archive: Archive, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    archive.add(7, "MADE", "Made Up Co", range(1998, 2001))
    archive.fault = lambda path, _: Fault.FORBIDDEN if path.startswith("/Arch") else Fault.NONE
    assert cli.run(["get", "MADE", "--to", str(tmp_path)]) == 2
    said = capfd.readouterr()
    assert "refuses" in said.err
    assert "3 not fetched" in said.out


@pytest.mark.usefixtures("ready")
def test_a_watched_company_is_brought_up_to_date(
    archive: Archive, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    archive.add(7, "MADE", "Made Up Co", range(1998, 2001))
    there = tmp_path / "here"
    assert cli.run(["get", "MADE", "--watch", "--years", "2000", "--to", str(there)]) == 0
    assert cli.run(["get", "--watched"]) == 0
    assert "Made Up Co (CIK 7): 10-K" in capfd.readouterr().out
    assert cli.run(["get", "--update"]) == 0
    assert "Made Up Co: 0 new" in capfd.readouterr().out
    new = archive.add(7, "MADE", "Made Up Co", range(2101, 2103))
    archive.add(7, "MADE", "Made Up Co", range(2101, 2103), form="8-K")
    assert cli.run(["get", "--update"]) == 0
    said = capfd.readouterr().out
    assert "Made Up Co: 2 new" in said
    assert all(filing.accession in said for filing in new)
    assert len(list(there.rglob("*.txt"))) == 3
    assert cli.run(["get", "made up", "--unwatch"]) == 0
    assert "no company is watched" in capfd.readouterr().out


@pytest.mark.usefixtures("ready")
def test_an_update_that_fails_is_made_up_for_the_next_time(
    archive: Archive, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    archive.add(7, "MADE", "Made Up Co", range(2000, 2001))
    archive.add(8, "MUP", "Made Up Partners", range(2000, 2001))
    assert cli.run(["get", "MADE", "MUP", "--watch", "--to", str(tmp_path / "here")]) == 0
    new = archive.add(7, "MADE", "Made Up Co", range(2101, 2103))
    archive.fault = lambda path, _: Fault.MISSING if new[0].accession in path else Fault.NONE
    assert cli.run(["get", "--update"]) == 2
    assert "Made Up Co: 1 new" in capfd.readouterr().out
    archive.lists["/submissions/CIK0000000007.json"] = {}
    archive.fault = lambda _, __: Fault.NONE
    assert cli.run(["get", "--update"]) == 2
    said = capfd.readouterr()
    assert "not as it should be" in said.err
    assert "Made Up Partners: 0 new" in said.out
    archive.lists.clear()
    assert cli.run(["get", "--update"]) == 0
    assert "Made Up Co: 1 new" in capfd.readouterr().out
