"""Which program read a filing: a number that is another one as soon as anything is changed that a reading depends on."""

import hashlib
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
_FOLDERS = ("core", "resources")
_OF_THE_WINDOW = frozenset({"icons", "samples", "schema", "themes", "web", "__pycache__"})
"""Folders with nothing that says how filings are read; all other files do, whatever kind of data they are."""
_PACKAGES = ("lxml-", "cssselect2-", "tinycss2-")
"""How the records of the packages begin that take part in reading."""
_RECORD = ".dist-info"


@cache
def version() -> bytes:
    """The SHA-256 over all sources and data of the reading, and the versions of Python and of the packages it uses. As of
    the first call: what is changed on disk while the program runs is not what it read with."""
    whole = hashlib.sha256(f"{sys.version}\n{sorted(_packages())}\n".encode())
    for folder in _FOLDERS:
        for path in sorted(_files(os.path.join(_ROOT, folder))):  # noqa: PTH118 - a quarter of the time of pathlib
            with open(path, "rb") as file:  # noqa: PTH123 - the same
                data = file.read()
            whole.update(f"{os.path.relpath(path, _ROOT)} {len(data)}\n".encode())
            whole.update(data)
    return whole.digest()


def _files(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if not entry.is_dir():
                yield entry.path
            elif entry.name not in _OF_THE_WINDOW:
                yield from _files(entry.path)


def _packages() -> set[str]:
    """The names of the records that installed packages leave beside them, which end in their versions."""
    found: set[str] = set()
    for folder in sys.path:
        if os.path.isdir(folder):  # noqa: PTH112
            found.update(name for name in os.listdir(folder) if name.startswith(_PACKAGES) and name.endswith(_RECORD))  # noqa: PTH208
    return found
