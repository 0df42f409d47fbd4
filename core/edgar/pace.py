"""How fast the server may be asked, by all processes of this machine together.

There are eight turns, each a file that one process at a time has while it asks. A turn rests a second after its answer began,
so of any nine requests the last was sent a second after the first had arrived: no second has more than eight. A process that
is killed gives its turn back without a word; that one rests a second from when it is found.
"""

import math
import struct
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from core.edgar.locks import Lock
from core.edgar.trouble import StoppedError

TURNS = 8
"""Requests that may arrive in any second. The Commission allows ten."""
REST = 1.02
"""Seconds that a turn rests: one, and what two clocks may be apart."""
LONGEST = 15 * 60.0
"""Seconds for which a server that asks to be left alone is waited for; for longer ones the reader begins again."""
_FURTHEST = 24 * 3600.0
"""Seconds: a rest further away was written by a clock that was wrong."""
_LOOK = 0.02
"""Seconds between two looks at whether a turn is free."""
_NUMBER = struct.Struct("<d")
_ASKING = math.nan
"""What a turn says while it is used."""

Wait = Callable[[float], None]


def until(moment: float) -> str:
    """A moment as a clock on the wall shows it."""
    return time.strftime("%H:%M:%S", time.localtime(math.ceil(moment)))


class Pace:
    """The turns, in a folder that all processes share. Raises StoppedError where that cannot be written: without it nobody
    could tell how often the server is asked."""

    def __init__(self, folder: Path, wait: Wait = time.sleep, say: Callable[[str], None] = lambda _: None) -> None:
        self._wait, self._say = wait, say
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._turns = [Lock(folder / f"turn-{number}") for number in range(TURNS)]
            self._rest = Lock(folder / "rest")
        except OSError as error:
            raise StoppedError(f"{folder} cannot be written, so nothing is asked: {error.strerror or error}") from None

    def close(self) -> None:
        """Lets go of the files."""
        for lock in (*self._turns, self._rest):
            lock.close()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """A turn, waited for: what is asked in it is answered, or has failed, when it ends. Raises StoppedError where the
        server asks to be left alone for longer than anyone waits."""
        lock = self._free()
        try:
            _write(lock, _ASKING)
            yield
        finally:
            _write(lock, time.monotonic())
            lock.give()

    def rest(self, seconds: float) -> None:
        """The server asks to be left alone for so long, by all processes."""
        wanted = time.time() + min(seconds, _FURTHEST - 1)
        while not self._rest.take():
            self._wait(_LOOK)
        try:
            if wanted > self._rests_until():
                _write(self._rest, wanted)
        finally:
            self._rest.give()

    def _rests_until(self) -> float:
        moment = _read(self._rest)
        return moment if moment < time.time() + _FURTHEST else 0.0

    def _free(self) -> Lock:
        """A turn that is this process's own now, while the server may be asked."""
        while True:
            self._wait_for_rest()
            lock = next(filter(_is_free, self._turns), None)
            if lock is None:
                self._wait(_LOOK)
            elif self._rests_until() > time.time():
                lock.give()
            else:
                return lock

    def _wait_for_rest(self) -> None:
        moment = self._rests_until()
        left = moment - time.time()
        if left > LONGEST:
            raise StoppedError(f"the server asks to be left alone until {until(moment)}; begin again then")
        if left > 0:
            self._say(f"the server asks to be left alone until {until(moment)}")
            self._wait(left)


def _is_free(lock: Lock) -> bool:
    """Takes a turn where it is free and has rested."""
    if not lock.take():
        return False
    now, stamp = time.monotonic(), _read(lock)
    if not stamp <= now:  # its process was killed, or the machine has begun anew
        _write(lock, now)
    elif now - stamp >= REST:
        return True
    lock.give()
    return False


def _read(lock: Lock) -> float:
    """The number in a file; minus infinity where there is none."""
    lock.file.seek(0)
    found = lock.file.read(_NUMBER.size)
    return float(_NUMBER.unpack(found)[0]) if len(found) == _NUMBER.size else -math.inf


def _write(lock: Lock, number: float) -> None:
    try:
        lock.file.seek(0)
        lock.file.write(_NUMBER.pack(number))
    except OSError as error:
        raise StoppedError(
            f"{lock.file.name} cannot be written, so nothing is asked: {error.strerror or error}"
        ) from None
