"""A client that has the reader's word, and a server on this machine that it may ask."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.edgar.client import Client, no_step, nothing_to_say
from core.edgar.settings import Places, Settings, places
from tests.core.edgar.server import Archive, serving

CONTACT = "Jane Doe jane@example.com"
QUICK = (0.01, 0.01, 0.01, 0.01)
"""Seconds before what failed is asked for again."""

Connect = Callable[..., Client]


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    monkeypatch.setenv("TIEOUT_EDGAR", str(tmp_path / "own"))
    return places()


@pytest.fixture
def archive() -> Archive:
    return Archive()


@pytest.fixture
def address(archive: Archive) -> Iterator[str]:
    with serving(archive) as address:
        yield address


@pytest.fixture
def settings(address: str) -> Settings:
    return Settings(CONTACT, agreed=True, www=address, data=address)


@pytest.fixture
def connect(settings: Settings, own: Places) -> Iterator[Connect]:
    opened: list[Client] = []

    def client(step=no_step, say=nothing_to_say, timeout: float = 2.0, pauses: tuple[float, ...] = QUICK) -> Client:  # type: ignore[no-untyped-def]
        opened.append(Client(settings, own, step, say, timeout=timeout, pauses=pauses))
        return opened[-1]

    yield client
    for each in opened:
        each.__exit__()
