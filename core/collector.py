"""Python's cyclic garbage collector, which rests while filings are read: their values hold no cycles.

It would walk over all of them again and again, and hold up every thread meanwhile, the window's too. What is there when
it wakes is set aside (frozen), so that it does not walk over the filings at all; they go when nobody holds them any more.
What has been set aside and is held by a cycle alone, as the window's parts are, would stay for ever: now and then all of
it is looked at again.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, current_thread, main_thread

EVERY = 32
"""After so many rests what was set aside is looked at again, which takes a tenth of a second with some filings open."""

_lock = Lock()
_rests = 0
_resting = 0
_was_on = False


def rest() -> None:
    """No cyclic collection until as many calls of `wake`; from any thread."""
    global _resting, _was_on, _rests  # noqa: PLW0603 - there is one collector in a process
    with _lock:
        if begins := _resting == 0:
            _was_on = gc.isenabled()
            gc.disable()
            _rests += 1
        _resting += 1
        due = begins and _was_on and _rests % EVERY == 0
    # Only in the main thread: what dies may be parts of the window, which may not end in any other.
    if due and current_thread() is main_thread():
        gc.unfreeze()
        gc.collect()


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
