"""The collector rests while anyone needs it to, and is then what it was."""

import gc
import weakref
from concurrent.futures import ThreadPoolExecutor

import pytest

from core.collector import EVERY, rest, resting, wake


def test_it_rests_until_the_last_has_ended() -> None:
    states = []
    with resting():
        states.append(gc.isenabled())
        rest()
    states.append(gc.isenabled())
    wake()
    assert [*states, gc.isenabled()] == [False, False, True]


def test_it_stays_off_for_who_had_it_off() -> None:
    gc.disable()
    try:
        with resting():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_it_wakes_after_a_fault() -> None:
    with pytest.raises(KeyError), resting():
        raise KeyError
    assert gc.isenabled()


def test_threads_share_one_count() -> None:
    def some(_: int) -> bool:
        with resting():
            return gc.isenabled()

    with ThreadPoolExecutor(4) as pool:
        assert not any(pool.map(some, range(500)))
    assert gc.isenabled()


class _Held:
    """Something that only itself holds."""

    def __init__(self) -> None:
        self.itself = self


def test_what_a_cycle_alone_holds_goes_after_some_rests() -> None:
    held = _Held()
    gone = weakref.ref(held)
    with resting():
        pass
    del held
    for _ in range(EVERY):
        with resting():
            pass
    assert gone() is None
