"""Small files of what the reader said: read whole, put aside where they are damaged, and written whole."""

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from core.target import put

Value = TypeVar("Value")
DAMAGED = ".damaged"
"""What is added to the name of a file that cannot be understood: it is never written over."""


def read(path: Path, taken: Callable[[Any], dict[str, Value]]) -> dict[str, Value]:
    """What a file says, as `taken` takes it; nothing where there is none. One that is damaged is put aside under another name,
    and what it says is not taken. Raises OSError where there is one that cannot be read: it must not be written over."""
    try:
        return taken(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return {}
    except (ValueError, LookupError, TypeError, AttributeError):
        with suppress(OSError):
            path.replace(path.with_name(path.name + DAMAGED))
        return {}


def write(path: Path, told: dict[str, Any]) -> None:
    """Writes a new file beside the old one and puts it in its place: a crash leaves one of them whole. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    put(path, json.dumps(told, indent=1, ensure_ascii=False).encode())
