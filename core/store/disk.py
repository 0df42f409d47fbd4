"""Readings kept on disk, so that a filing that was read once need not be read again by the same program."""

import hashlib
import os
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from core.analysis import Analysis, Step, analyse, no_step
from core.homes import cache_of
from core.read.submission import bytes_of
from core.store.entry import DamagedError, key_of, pack, unpack, worth_keeping

SWITCH = "TIEOUT_STORE"
"""The variable of the environment that names another folder, or is `off`."""
MOST = 512 * 2**20
"""Bytes of all entries together: some four hundred annual reports."""
_ENTRY, _PART = ".reading", ".part"
_LEFT = 3600
"""Seconds after which a file that was never finished is one whose writer has ended."""


class _Kept(NamedTuple):
    """A file of the store: when it was last used, how large it is, and where."""

    used: float
    size: int
    path: str


@dataclass(frozen=True, slots=True)
class Store:
    """A folder of readings, used by any number of processes at once. Without a folder nothing is kept. A store that cannot be
    written or read is none: no failure of it is ever the reader's."""

    folder: Path | None
    most: int = MOST

    def reading(self, path: Path, step: Step = no_step) -> Analysis:
        """What a file says, out of the store or read anew, and kept. Raises as `analyse` does."""
        found = self.find(path)
        if found is not None:
            return found
        analysis = analyse(path, step)
        self.keep(analysis)
        return analysis

    def find(self, path: Path) -> Analysis | None:
        """What is kept of a file as it is now. Raises UnreadableError where the file cannot be read."""
        if self.folder is None:
            return None
        key = key_of(path.name or str(path), hashlib.sha256(bytes_of(path)).hexdigest())
        entry = self._entry(key)
        try:
            found = unpack(entry.read_bytes(), key, path)
        except (OSError, MemoryError, DamagedError):
            return None
        with suppress(OSError):
            os.utime(entry)
        return found

    def keep(self, analysis: Analysis) -> None:
        """Keeps a reading, and lets those go that were not used for longest where it becomes too much."""
        if self.folder is not None and worth_keeping(analysis):
            self.put(key_of(analysis.filing.name, analysis.filing.sha256), pack(analysis))

    def put(self, key: bytes, entry: bytes) -> None:
        """Keeps an entry: it is there whole or not at all."""
        if self.folder is None:
            return
        import tempfile  # which takes long to import, and is needed where something was read

        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            number, part = tempfile.mkstemp(_PART, dir=self.folder)
        except OSError:
            return
        try:
            with os.fdopen(number, "wb") as file:
                file.write(entry)
            Path(part).replace(self._entry(key))
        except OSError:
            with suppress(OSError):
                Path(part).unlink()
        self._bound()

    def _entry(self, key: bytes) -> Path:
        assert self.folder is not None  # noqa: S101 - asked for only where there is one
        return self.folder / f"{key.hex()}{_ENTRY}"

    def _bound(self) -> None:
        """Lets go what is too much, and what was never finished."""
        kept = self._kept()
        over = sum(each.size for each in kept) - self.most
        for each in sorted(kept):
            unfinished = each.path.endswith(_PART)
            if (unfinished and each.used < time.time() - _LEFT) or (over > 0 and not unfinished):
                over -= each.size
                with suppress(OSError):
                    Path(each.path).unlink()

    def _kept(self) -> list[_Kept]:
        found: list[_Kept] = []
        with suppress(OSError), os.scandir(self.folder) as entries:
            for entry in entries:
                if entry.name.endswith((_ENTRY, _PART)):
                    with suppress(OSError):
                        told = entry.stat()
                        found.append(_Kept(told.st_mtime, told.st_size, entry.path))
        return found


def own_store() -> Store:
    """The store of the person who runs the program."""
    return Store(folder_of(os.environ, sys.platform, Path.home))


def folder_of(environment: Mapping[str, str], platform: str, home: Callable[[], Path]) -> Path | None:
    """Where readings are kept: where this platform keeps what can be made again, or where the environment says."""
    wanted = environment.get(SWITCH, "")
    if wanted.casefold() == "off":
        return None
    if wanted:
        return Path(wanted)
    try:
        return cache_of(environment, platform, home) / "tieout" / "readings"
    except RuntimeError:  # this person has no home
        return None
