"""What the reader has said about the network: kept in one file, which the window and the command line share."""

import json
import os
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from core.edgar.trouble import EdgarError, NoContactError, NotAllowedError
from core.homes import cache_of, data_of, settings_of
from core.target import put

SWITCH = "TIEOUT_EDGAR"
"""The variable of the environment that names another folder for settings, turns and lists."""
WWW, DATA = "https://www.sec.gov", "https://data.sec.gov"
"""Where filings and names are, and where the lists of filings are."""
NAME = "network.json"
_CONTACT = re.compile(r"(?=[ -~]{6,200}$)[^@]*[^@\s]@[^@\s.]+(\.[^@\s.]+)+[^@]*")
"""What a letter could be sent to, in signs that a request can carry."""
_OWN_MACHINE = frozenset({"127.0.0.1", "localhost", "::1"})
ASKED = (
    "Tieout asks nothing of any other machine until you agree. To fetch filings, your contact goes with every request to "
    "the Commission's servers, as their rules want it"
)
TURNED_OFF = "the network is turned off"


@dataclass(frozen=True, slots=True)
class Watched:
    """A company whose new filings are wanted: of these forms, filed on this day (ISO) or later, in this folder."""

    cik: int
    name: str
    forms: tuple[str, ...]
    since: str
    folder: str


@dataclass(frozen=True, slots=True)
class Settings:
    """`contact`: who asks, as the reader gave it; `agreed`: to being online at all; `on`: the switch; the addresses of the
    servers; the folder in which filings are put; the companies watched."""

    contact: str = ""
    agreed: bool = False
    on: bool = True
    www: str = WWW
    data: str = DATA
    folder: str = ""
    watched: tuple[Watched, ...] = field(default=())

    def check(self) -> None:
        """Raises NotAllowedError where nothing may be sent."""
        if not self.on:
            raise NotAllowedError(TURNED_OFF)
        if not self.agreed or not is_contact(self.contact):
            raise NotAllowedError(ASKED)
        for address in (self.www, self.data):
            checked_address(address)


def is_contact(words: str) -> bool:
    """Whether the Commission could write to it: an address of mail, with or without a name."""
    return _CONTACT.fullmatch(words) is not None


def agreed(settings: Settings, contact: str) -> Settings:
    """The reader agrees, and gives a contact. Raises NoContactError."""
    words = " ".join(contact.split())
    if not is_contact(words):
        raise NoContactError(f"{contact!r} is no contact such as: Jane Doe jane@example.com")
    return replace(settings, contact=words, agreed=True)


def checked_address(address: str) -> str:
    """The address of a server, without a slash at its end. Raises EdgarError where it is none, or is not encrypted on the way
    to another machine."""
    parts = urlsplit(address)
    own = parts.hostname in _OWN_MACHINE
    if parts.scheme != "https" and not (parts.scheme == "http" and own):
        raise EdgarError(f"{address} is no address of a server such as {WWW}")
    if not parts.hostname or parts.query or parts.fragment or parts.username:
        raise EdgarError(f"{address} is no address of a server such as {WWW}")
    return address.rstrip("/")


# Where it is kept


@dataclass(frozen=True, slots=True)
class Places:
    """The file of the settings; the folder of what can be made again: turns, and the list of names; the folder in which
    filings are put where nobody says another."""

    settings: Path
    cache: Path
    filings: Path


def places(
    environment: Mapping[str, str] = os.environ, platform: str = sys.platform, home: Callable[[], Path] = Path.home
) -> Places:
    """Those of the person who runs the program. Raises EdgarError for one without a home."""
    wanted = environment.get(SWITCH, "")
    if wanted:
        return Places(Path(wanted) / NAME, Path(wanted) / "edgar", Path(wanted) / "filings")
    try:
        settings, data, cache = (each(environment, platform, home) for each in (settings_of, data_of, cache_of))
    except RuntimeError:
        raise EdgarError(f"there is no home to keep settings in; name a folder with {SWITCH}") from None
    return Places(settings / "tieout" / NAME, cache / "tieout" / "edgar", data / "tieout" / "filings")


def load(path: Path) -> Settings:
    """The settings in a file: without one nothing was said yet; one that is damaged turns the network off."""
    try:
        said = json.loads(path.read_bytes())
        watched = tuple(_watched(each) for each in said.get("watched", ()))
        words = {key: str(said[key]) for key in ("contact", "www", "data", "folder") if key in said}
        flags = {key: said[key] is True for key in ("agreed", "on") if key in said}
        return Settings(**words, **flags, watched=watched)  # type: ignore[arg-type]
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return Settings(on=False)


def _watched(said: dict[str, Any]) -> Watched:
    forms = tuple(map(str, said["forms"]))
    return Watched(int(said["cik"]), str(said["name"]), forms, str(said["since"]), str(said["folder"]))


def keep(settings: Settings, path: Path) -> None:
    """Writes the settings. Raises EdgarError where they cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        put(path, (json.dumps(asdict(settings), indent=1, ensure_ascii=False) + "\n").encode())
    except OSError as error:
        raise EdgarError(f"{path} cannot be written: {error.strerror or error}") from None
