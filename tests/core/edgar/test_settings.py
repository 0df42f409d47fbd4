"""What the reader said about the network is kept; where anything is in doubt, nothing is sent."""

from dataclasses import replace
from pathlib import Path

import pytest

from core.edgar.settings import (
    WWW,
    Settings,
    Watched,
    agreed,
    checked_address,
    is_contact,
    keep,
    load,
    places,
)
from core.edgar.trouble import EdgarError, NoContactError, NotAllowedError

CONTACT = "jane@example.com"


@pytest.mark.parametrize(
    ("words", "fits"),
    [
        ("jane@example.com", True),
        ("Jane Doe jane@example.com", True),
        ("Jane Doe <jane.doe@mail.example.co.uk>", True),
        ("Jane Doe", False),
        ("jane@example", False),
        ("@example.com", False),
        ("jane@example.com\nCookie: x", False),
        ("Jäne jane@example.com", False),
        ("a@b.c" + "x" * 300, False),
        ("", False),
    ],
)
def test_contacts(words: str, fits: bool) -> None:
    assert is_contact(words) == fits


def test_agreeing_needs_a_contact() -> None:
    with pytest.raises(NoContactError):
        agreed(Settings(), "me")
    said = agreed(Settings(), "  Jane   Doe\tjane@example.com ")
    assert said.contact == "Jane Doe jane@example.com"
    said.check()


@pytest.mark.parametrize(
    "said", [Settings(), Settings("jane@example.com"), Settings("jane@example.com", agreed=True, on=False)]
)
def test_nothing_goes_without_both(said: Settings) -> None:
    with pytest.raises(NotAllowedError):
        said.check()


def test_settings_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "network.json"
    watched = Watched(7, "Made Up Co", ("10-K", "10-Q"), "1999-03-01", "/filings")
    said = Settings(CONTACT, agreed=True, on=False, www="https://mirror.example", folder="/there", watched=(watched,))
    assert load(path) == Settings()
    keep(said, path)
    assert load(path) == said


@pytest.mark.parametrize("words", [b"", b"[]", b"{", b'{"watched": [1]}', b'{"watched": 3}', b"\xff"])
def test_settings_that_are_damaged_turn_the_network_off(words: bytes, tmp_path: Path) -> None:
    path = tmp_path / "network.json"
    path.write_bytes(words)
    assert not load(path).on


def test_what_is_neither_yes_nor_no_is_no(tmp_path: Path) -> None:
    path = tmp_path / "network.json"
    path.write_text('{"contact": "jane@example.com", "agreed": 1, "on": "yes"}')
    assert not load(path).agreed
    assert not load(path).on


def test_settings_that_cannot_be_written_are_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(EdgarError, match="cannot be written"):
        keep(Settings(), tmp_path / "file" / "network.json")


@pytest.mark.parametrize(
    ("address", "fits"),
    [
        (WWW, True),
        ("https://mirror.example/edgar/", True),
        ("http://127.0.0.1:8080", True),
        ("http://localhost", True),
        ("http://www.sec.gov", False),
        ("ftp://www.sec.gov", False),
        ("https://me:word@mirror.example", False),
        ("https://mirror.example/?a=b", False),
        ("https://", False),
        ("mirror", False),
    ],
)
def test_addresses(address: str, fits: bool) -> None:
    if fits:
        assert checked_address(address) == address.rstrip("/")
    else:
        with pytest.raises(EdgarError, match="no address"):
            checked_address(address)
    said = Settings(CONTACT, agreed=True)
    if not fits:
        with pytest.raises(EdgarError):
            replace(said, data=address).check()


def test_places_by_platform() -> None:
    def home() -> Path:
        return Path("/users/jane")

    own = places({}, "linux", home)
    assert own.settings == Path("/users/jane/.config/tieout/network.json")
    assert own.cache == Path("/users/jane/.cache/tieout/edgar")
    assert own.filings == Path("/users/jane/.local/share/tieout/filings")
    assert places({"XDG_CONFIG_HOME": "/c"}, "linux", home).settings == Path("/c/tieout/network.json")
    assert places({}, "darwin", home).filings == Path("/users/jane/Library/Application Support/tieout/filings")
    assert places({"LOCALAPPDATA": "/l"}, "win32", home).settings == Path("/l/tieout/network.json")
    assert places({"TIEOUT_EDGAR": "/e"}, "linux", home).filings == Path("/e/filings")

    def nobody() -> Path:
        raise RuntimeError

    with pytest.raises(EdgarError, match="no home"):
        places({}, "linux", nobody)
