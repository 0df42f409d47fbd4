"""Keeps None, True and False alive where Qt's bindings give back more references to them than they took.

PySide6 6.12 is built as if these three could never die, which holds from Python 3.12 on (PEP 683). Under Python 3.11 each
call of a method without an answer takes one reference of None away, and after some ten thousand calls the process ends
with "deallocating None". Giving the three a count that cannot be used up is what later Pythons do themselves.
"""

import ctypes
import sys

_PLENTY = 1 << 40


def keep() -> None:
    """Makes None, True and False as good as immortal; nothing to do from Python 3.12 on."""
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    for lasting in (None, True, False):
        count = ctypes.c_ssize_t.from_address(id(lasting))
        if count.value < _PLENTY:
            count.value += _PLENTY
