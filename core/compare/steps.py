"""Work in pieces of a few milliseconds, for whoever must not be held up."""

from collections.abc import Generator
from typing import TypeVar

Pause = tuple[()]
"""What a piece of work answers while it is not done."""

_Value = TypeVar("_Value")


def finished(work: Generator[object, None, _Value]) -> _Value:
    """What the work comes to, done at once."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            value: _Value = end.value
            return value
