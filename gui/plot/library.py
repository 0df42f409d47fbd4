"""The plotting library comes after the first paint: another thread imports it, for that takes most of a second."""

import sys
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gui.plot.canvas import Canvas

_PARTS = ("numpy", "pyqtgraph", "gui.plot.canvas")
SLOT = "charts"
"""The slot of the job that imports it."""


def is_here() -> bool:
    """Whether it is imported, to its end."""
    module = sys.modules.get(_PARTS[-1])
    return module is not None and hasattr(module, "Canvas")


def fetch() -> None:
    """Imports it; may be called in any thread."""
    for name in _PARTS:
        import_module(name)


def canvas() -> "type[Canvas]":
    """The widget that draws charts; imports it where it is not here."""
    from gui.plot.canvas import Canvas

    return Canvas
