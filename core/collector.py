"""Python's cyclic garbage collector, which rests while filings are read: their values hold no cycles.

It would walk over all of them again and again, and hold up every thread meanwhile, the window's too. What is there when
it wakes is set aside (frozen), so that it never walks over the filings at all; they go when nobody holds them any more.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_lock = Lock()
_resting = 0
_was_on = False


def rest() -> None:
    """No cyclic collection until as many calls of `wake`; from any thread."""
    global _resting, _was_on  # noqa: PLW0603 - there is one collector in a process
    with _lock:
        if _resting == 0:
            _was_on = gc.isenabled()
            gc.disable()
        _resting += 1


def wake() -> None:
    """The end of one `rest`; after the last of them the collector is as it was before the first."""
    global _resting  # noqa: PLW0603
    with _lock:
        _resting -= 1
        if _resting == 0 and _was_on:
            gc.freeze()
            gc.enable()


@contextmanager
def resting() -> Iterator[None]:
    """The collector rests inside of this."""
    rest()
    try:
        yield
    finally:
        wake()
