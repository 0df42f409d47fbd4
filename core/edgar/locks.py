"""Locks between processes: a file that one of them has, and that the system gives back when that one ends, however it ends."""

import sys
from pathlib import Path
from typing import BinaryIO

if sys.platform == "win32":
    import msvcrt

    def _lock(number: int) -> None:
        msvcrt.locking(number, msvcrt.LK_NBLCK, 1)

    def _unlock(number: int) -> None:
        msvcrt.locking(number, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(number: int) -> None:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(number: int) -> None:
        fcntl.flock(number, fcntl.LOCK_UN)


_AT = 1 << 20
"""The byte that is locked: beyond what stands in the file, which others may read meanwhile, wherever they are."""


class Lock:
    """A file that one process at a time may have. Raises OSError where it cannot be opened."""

    def __init__(self, path: Path) -> None:
        path.touch()
        self.file: BinaryIO = path.open("rb+", buffering=0)

    def take(self) -> bool:
        """Has it, where nobody else does."""
        try:
            self.file.seek(_AT)
            _lock(self.file.fileno())
        except OSError:
            return False
        return True

    def give(self) -> None:
        """Gives it back."""
        self.file.seek(_AT)
        _unlock(self.file.fileno())

    def close(self) -> None:
        """Gives it back, and the file with it."""
        self.file.close()
