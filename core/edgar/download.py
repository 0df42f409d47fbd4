"""One filing fetched: as one full submission, whole or not at all, and from where it was cut off."""

import json
import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from core.edgar.client import Client, telling
from core.edgar.locks import Lock
from core.edgar.names import Filing, path_of
from core.edgar.trouble import DamagedError, EdgarError, MissingError, PassingError, StoppedError
from core.target import finish

if TYPE_CHECKING:
    import httpx

_LOCK = ".fetching"
_OK, _PART, _BEYOND = 200, 206, 416
_RANGE = re.compile(r"bytes (?P<first>\d+)-\d+/(?P<size>\d+|\*)")
_HEAD, _TAIL = 1 << 16, 1 << 12
"""Bytes at the beginning in which a submission says what it is, and at its end in which it says that it ends."""
_ENDS = (b"</SEC-DOCUMENT>", b"</IMS-DOCUMENT>", b"-----END PRIVACY-ENHANCED MESSAGE-----")
_LOOK = 0.1
"""Seconds between two looks at whether another process is done with a folder."""


class Fetched(NamedTuple):
    """A filing's file, and whether it was there before."""

    path: Path
    before: bool


def place_of(filing: Filing, folder: Path) -> Path:
    """Where a filing is put: as EDGAR itself has it, a folder for each company."""
    return folder / str(filing.cik) / f"{filing.accession}.txt"


def fetch(client: Client, filing: Filing, folder: Path) -> Fetched:
    """A filing in a folder, fetched where it is not there. Raises EdgarError; what came until then is gone on from the next
    time."""
    path = place_of(filing, folder)
    part = _Part(path, filing)
    try:
        if path.exists():
            part.forget()
            return Fetched(path, before=True)
        with _alone(client, path.parent):
            if path.exists():  # another fetched it meanwhile
                return Fetched(path, before=True)
            _ask_for(client, part)
            part.finish()
    except OSError as error:
        raise EdgarError(f"{path} cannot be written: {error.strerror or error}") from None
    return Fetched(path, before=False)


def _ask_for(client: Client, part: "_Part") -> None:
    """Asks for a filing until it is whole. Raises EdgarError."""
    try:
        client.patiently(lambda: _go_on(client, part))
    except MissingError as error:
        if not part.filing.by_sender:
            raise
        hint = "a number alone is looked for under the one who sent it, who may be an agent: give its address"
        raise MissingError(f"{error}; {hint}") from None


class Failed(NamedTuple):
    """A filing that was not fetched, and why."""

    filing: Filing
    why: str


class Gathered(NamedTuple):
    """What became of filings: their files; those not fetched; and why no more were asked for, where that was so."""

    fetched: tuple[Fetched, ...]
    failed: tuple[Failed, ...]
    stopped: str = ""

    @property
    def new(self) -> tuple[Path, ...]:
        """The files that were not there before."""
        return tuple(each.path for each in self.fetched if not each.before)


def gather(
    client: Client, filings: Sequence[Filing], folder: Path, tell: Callable[[int, int], object] = lambda _, __: None
) -> Gathered:
    """Fetches filings one after the other, as far as the server lets it; `tell` hears how many are done, of how many. One that
    fails keeps no other from being fetched."""
    fetched: list[Fetched] = []
    failed: list[Failed] = []
    for number, filing in enumerate(filings):
        tell(number, len(filings))
        try:
            fetched.append(fetch(client, filing, folder))
        except StoppedError as error:
            return Gathered(tuple(fetched), tuple(failed), str(error))
        except EdgarError as error:
            failed.append(Failed(filing, str(error)))
    tell(len(filings), len(filings))
    return Gathered(tuple(fetched), tuple(failed))


@contextmanager
def _alone(client: Client, folder: Path) -> Iterator[None]:
    """No other process fetches into this folder meanwhile."""
    folder.mkdir(parents=True, exist_ok=True)
    lock = Lock(folder / _LOCK)
    try:
        while not lock.take():
            client.wait(_LOOK)
        yield
    finally:
        lock.close()


@dataclass(frozen=True, slots=True)
class _State:
    """Of which state of the server's file a beginning is, and how long that is; `of` is empty where nobody can tell."""

    of: str
    size: int | None


class _Part:
    """The beginning of a file that is not whole yet, kept between starts beside its place."""

    def __init__(self, target: Path, filing: Filing) -> None:
        self.target, self.filing = target, filing
        self.path = target.with_name(f".{filing.accession}.part")
        self._note = target.with_name(f".{filing.accession}.part-of")

    def known(self) -> tuple[int, _State]:
        """How many bytes are there, and of what; none where that is not known."""
        with suppress(OSError, ValueError, KeyError, TypeError):
            said = json.loads(self._note.read_bytes())
            state, size = _State(str(said["of"]), said["size"]), self.path.stat().st_size
            if size and state.of:
                return size, state
        return 0, _State("", None)

    def begin(self, state: _State) -> None:
        """Nothing is there, and what comes is of this state."""
        self.drop()
        # not by rename, of which a kill would leave something: half a note is none, and nothing has come yet
        self._note.write_bytes(json.dumps({"of": state.of, "size": state.size}).encode())

    def drop(self) -> None:
        """Forgets what is there."""
        for path in (self.path, self._note):  # a beginning without its note would be one of nothing
            path.unlink(missing_ok=True)

    def faults(self, size: int | None) -> str:
        """Why this is not the whole submission; empty where it is."""
        there = self.path.stat().st_size if self.path.exists() else 0
        if size is not None and there != size:
            return f"{there:,} bytes came of {size:,}"
        if not there:
            return "nothing came"
        with self.path.open("rb") as file:
            head = file.read(_HEAD)
            file.seek(max(0, there - _TAIL), os.SEEK_SET)
            tail = file.read()
        if self.filing.accession.encode() not in head:
            return "what came is another file"
        return "" if any(end in tail for end in _ENDS) else "what came has no end"

    def finish(self) -> None:
        """Puts the whole file in its place."""
        finish(self.path, self.target)
        self.forget()

    def forget(self) -> None:
        """Forgets of what the beginning was: the whole is there."""
        self._note.unlink(missing_ok=True)


def _go_on(client: Client, part: _Part) -> None:
    """Asks once for what is missing. Raises PassingError where something still is."""
    there, state = part.known()
    headers = {"Accept-Encoding": "identity"}
    if there:
        headers |= {"Range": f"bytes={there}-", "If-Range": state.of}
    with client.answer(client.settings.www + path_of(part.filing), headers) as response:
        state = _begun(response, part, there, state)
        began = there if response.status_code == _PART else 0
        _append(client, response, part, began, state)
    why = part.faults(state.size)
    if why:
        part.drop()
        raise DamagedError(f"{part.filing.accession}: {why}")


def _begun(response: "httpx.Response", part: _Part, there: int, state: _State) -> _State:
    """Of what the body is that now comes. Raises PassingError where it is not what was asked for."""
    plain = response.headers.get("content-encoding", "").lower() in ("", "identity")
    if response.status_code == _OK:
        size = response.headers.get("content-length", "")
        state = _State(_mark(response), int(size) if size.isdecimal() else None) if plain else _State("", None)
        part.begin(state)
        return state
    match = _RANGE.fullmatch(response.headers.get("content-range", "").strip())
    if response.status_code != _PART or match is None or not plain or not there or int(match["first"]) != there:
        part.drop()
        raise DamagedError(f"{part.filing.accession}: the server goes on somewhere else")
    size = int(match["size"]) if match["size"].isdecimal() else state.size
    if state.size not in (None, size):
        part.drop()
        raise DamagedError(f"{part.filing.accession}: the server goes on with another file")
    return _State(state.of, size)


def _mark(response: "httpx.Response") -> str:
    """By what the server knows this state of a file again; empty where it does not say."""
    tag = str(response.headers.get("etag", ""))
    return tag if tag.startswith('"') else str(response.headers.get("last-modified", ""))


def _append(client: Client, response: "httpx.Response", part: _Part, there: int, state: _State) -> None:
    """Adds what comes. Raises PassingError where it is cut off: with `further` where anything came."""
    began = there
    try:
        with part.path.open("ab") as file, telling():
            for piece in response.iter_bytes():
                file.write(piece)
                there += len(piece)
                client.step(there, state.size or 0)
    except PassingError as trouble:
        raise PassingError(str(trouble), trouble.wait, further=there > began and bool(state.of)) from None
