"""A filing is fetched whole or not at all, whatever the server does."""

from pathlib import Path

import pytest

from core.edgar.client import Client
from core.edgar.download import fetch, gather, place_of
from core.edgar.names import Filing
from core.edgar.settings import Places, Settings
from core.edgar.trouble import AnswerError, EdgarError, MissingError, NotAllowedError, StoppedError
from tests.core.edgar.conftest import CONTACT, Connect
from tests.core.edgar.server import Archive, Fault

pytestmark = pytest.mark.server

ONCE = (
    Fault.BUSY,
    Fault.BROKEN,
    Fault.CUT,
    Fault.DEAD,
    Fault.SLOW,
    Fault.SHORT,
    Fault.LONG,
    Fault.PACKED,
    Fault.OTHER,
    Fault.ENDLESS,
)


@pytest.fixture
def filing(archive: Archive) -> Filing:
    return archive.add(320193, "MADE", "Made Up Co", range(1999, 2000), lines=4000)[0]


def _whole(archive: Archive, filing: Filing, folder: Path) -> bool:
    """Whether the filing is there as it was sent, and nothing else but the lock is."""
    path = place_of(filing, folder)
    return path.read_bytes() == archive.sent[filing.accession].body and not [
        each for each in path.parent.iterdir() if each.name not in (path.name, ".fetching")
    ]


def test_a_filing_is_put_where_edgar_has_it_and_not_fetched_again(
    archive: Archive, filing: Filing, connect: Connect, tmp_path: Path
) -> None:
    client = connect()
    first, second = fetch(client, filing, tmp_path), fetch(client, filing, tmp_path)
    assert first.path == tmp_path / "320193" / f"{filing.accession}.txt"
    assert (first.before, second.before) == (False, True)
    assert _whole(archive, filing, tmp_path)
    assert len(archive.asked) == 1


def test_every_request_says_who_asks(archive: Archive, filing: Filing, connect: Connect, tmp_path: Path) -> None:
    fetch(connect(), filing, tmp_path)
    assert all(CONTACT in asked.agent for asked in archive.asked)


@pytest.mark.parametrize("fault", ONCE)
def test_what_goes_wrong_once_is_made_good(
    fault: Fault, archive: Archive, filing: Filing, connect: Connect, tmp_path: Path
) -> None:
    archive.fault = lambda _, before: Fault.NONE if before else fault
    assert not fetch(connect(timeout=0.3), filing, tmp_path).before
    assert _whole(archive, filing, tmp_path)


@pytest.mark.parametrize("fault", [Fault.CUT, Fault.SLOW, Fault.LONG])
def test_what_was_cut_off_is_gone_on_with(
    fault: Fault, archive: Archive, filing: Filing, connect: Connect, tmp_path: Path
) -> None:
    archive.fault = lambda _, before: Fault.NONE if before else fault
    fetch(connect(timeout=0.3), filing, tmp_path)
    came = {Fault.CUT: len(archive.sent[filing.accession].body) // 2, Fault.SLOW: 1}
    if fault in came:
        assert archive.asked[1].range == f"bytes={came[fault]}-"
    assert _whole(archive, filing, tmp_path)


def test_a_server_that_goes_on_elsewhere_is_not_believed(
    archive: Archive, filing: Filing, connect: Connect, tmp_path: Path
) -> None:
    faults = [Fault.CUT, Fault.ELSEWHERE]
    archive.fault = lambda _, before: faults[before] if before < 2 else Fault.NONE
    fetch(connect(), filing, tmp_path)
    assert [asked.range != "" for asked in archive.asked] == [False, True, False]
    assert _whole(archive, filing, tmp_path)


def test_a_filing_that_was_changed_meanwhile_is_fetched_from_its_beginning(
    archive: Archive, filing: Filing, connect: Connect, tmp_path: Path
) -> None:
    archive.fault = lambda _, __: Fault.CUT if len(archive.asked) == 0 else Fault.FORBIDDEN
    with pytest.raises(StoppedError):
        fetch(connect(), filing, tmp_path)
    sent = archive.sent[filing.accession]
    archive.sent[filing.accession] = sent._replace(body=sent.body.replace(b"Line", b"Word"))
    archive.fault = lambda _, __: Fault.NONE
    fetch(connect(), filing, tmp_path)
    assert archive.asked[-1].range
    assert _whole(archive, filing, tmp_path)


def test_without_a_mark_nothing_is_gone_on_with(
    archive: Archive, filing: Filing, connect: Connect, tmp_path: Path
) -> None:
    archive.marked = False
    archive.fault = lambda _, before: Fault.NONE if before else Fault.CUT
    fetch(connect(), filing, tmp_path)
    assert not any(asked.range for asked in archive.asked)
    assert _whole(archive, filing, tmp_path)


def test_a_new_start_goes_on_where_the_last_one_ended(
    archive: Archive, filing: Filing, connect: Connect, tmp_path: Path
) -> None:
    archive.fault = lambda _, __: Fault.CUT if not archive.asked else Fault.FORBIDDEN
    with pytest.raises(StoppedError, match="refuses"):
        fetch(connect(), filing, tmp_path)
    assert not place_of(filing, tmp_path).exists()
    archive.fault = lambda _, __: Fault.NONE
    fetch(connect(), filing, tmp_path)
    assert archive.asked[-1].range == f"bytes={len(archive.sent[filing.accession].body) // 2}-"
    assert _whole(archive, filing, tmp_path)


@pytest.mark.parametrize("fault", [Fault.SHORT, Fault.OTHER, Fault.ENDLESS])
def test_what_never_comes_whole_is_no_filing(
    fault: Fault, archive: Archive, filing: Filing, connect: Connect, tmp_path: Path
) -> None:
    archive.fault = lambda _, __: fault
    with pytest.raises(AnswerError, match=filing.accession):
        fetch(connect(), filing, tmp_path)
    assert not place_of(filing, tmp_path).exists()


def test_one_that_is_missing_keeps_no_other_from_coming(archive: Archive, connect: Connect, tmp_path: Path) -> None:
    filings = archive.add(7, "MADE", "Made Up Co", range(1995, 1999))
    archive.fault = lambda path, _: Fault.MISSING if filings[1].accession in path else Fault.NONE
    told: list[tuple[int, int]] = []
    gathered = gather(connect(), filings, tmp_path, lambda done, of: told.append((done, of)))
    assert [failed.filing for failed in gathered.failed] == [filings[1]]
    assert len(gathered.new) == 3
    assert not gathered.stopped
    assert told == [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)]


def test_a_server_that_refuses_is_asked_for_nothing_else(archive: Archive, connect: Connect, tmp_path: Path) -> None:
    filings = archive.add(7, "MADE", "Made Up Co", range(1995, 1999))
    archive.fault = lambda path, _: Fault.FORBIDDEN if filings[1].accession in path else Fault.NONE
    gathered = gather(connect(), filings, tmp_path)
    assert len(gathered.new) == 1
    assert "refuses" in gathered.stopped
    assert len(archive.asked) == 2


def test_a_server_that_is_gone_is_given_up(own: Places, tmp_path: Path) -> None:
    settings = Settings(CONTACT, agreed=True, www="http://127.0.0.1:9", data="http://127.0.0.1:9")
    said: list[str] = []
    with Client(settings, own, say=said.append, pauses=(0.01, 0.01)) as client:
        gathered = gather(client, [Filing(1, "0000000001-99-000001"), Filing(1, "0000000001-99-000002")], tmp_path)
    assert "connection failed" in gathered.stopped
    assert len(said) == 2


def test_it_is_not_sent_elsewhere(archive: Archive, filing: Filing, connect: Connect, tmp_path: Path) -> None:
    archive.fault = lambda _, __: Fault.MOVED
    with pytest.raises(EdgarError, match="302"):
        fetch(connect(), filing, tmp_path)
    assert len(archive.asked) == 1


def test_what_is_missing_says_so(connect: Connect, tmp_path: Path) -> None:
    with pytest.raises(MissingError, match="is not there; a number alone is looked for under the one who sent it"):
        fetch(connect(), Filing(1, "0000000001-99-000001"), tmp_path)
    with pytest.raises(MissingError, match=r"is not there$"):
        fetch(connect(), Filing(2, "0000000001-99-000001"), tmp_path)


def test_a_reader_who_stops_leaves_nothing_half(
    archive: Archive, filing: Filing, connect: Connect, tmp_path: Path
) -> None:
    def step(done: int, _: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fetch(connect(step=step), filing, tmp_path)
    assert not place_of(filing, tmp_path).exists()
    fetch(connect(), filing, tmp_path)
    assert archive.asked[-1].range
    assert _whole(archive, filing, tmp_path)


def test_half_a_note_is_none(archive: Archive, filing: Filing, connect: Connect, tmp_path: Path) -> None:
    archive.fault = lambda _, __: Fault.CUT if not archive.asked else Fault.FORBIDDEN
    with pytest.raises(StoppedError):
        fetch(connect(), filing, tmp_path)
    note = next(place_of(filing, tmp_path).parent.glob(".*.part-of"))
    note.write_bytes(note.read_bytes()[:-3])
    archive.fault = lambda _, __: Fault.NONE
    fetch(connect(), filing, tmp_path)
    assert not archive.asked[-1].range
    assert _whole(archive, filing, tmp_path)


def test_a_folder_that_takes_nothing_is_told(filing: Filing, connect: Connect, tmp_path: Path) -> None:
    (tmp_path / "320193").write_text("a file")
    with pytest.raises(EdgarError, match="cannot be written"):
        fetch(connect(), filing, tmp_path)


@pytest.mark.parametrize(
    "settings",
    [
        Settings(),
        Settings(CONTACT),
        Settings("nobody", agreed=True),
        Settings(CONTACT, agreed=True, on=False),
    ],
)
def test_nothing_is_sent_without_the_readers_word(settings: Settings, own: Places) -> None:
    with pytest.raises(NotAllowedError):
        Client(settings, own)
