"""Searches that the reader keeps by a name, in a file beside the settings."""

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from core.homes import settings_of
from core.target import put

NAME = "searches.json"


class SearchesError(ValueError):
    """The searches that are kept cannot be read or written. Its message is one line."""


class Question(NamedTuple):
    """What is asked, and its limits, as typed."""

    query: str
    company: str = ""
    form: str = ""
    years: str = ""
    item: str = ""
    note: str = ""
    statement: str = ""


def own_searches() -> Path:
    """The file of the person who runs the program. Raises SearchesError where there is no such place."""
    try:
        return settings_of(os.environ, sys.platform, Path.home) / "tieout" / NAME
    except RuntimeError:
        raise SearchesError("there is no home to keep searches in") from None


def searches(path: Path) -> dict[str, Question]:
    """The searches in a file, by name. Raises SearchesError where it is damaged: it would be lost if it were written anew."""
    try:
        said = json.loads(path.read_bytes())
        return {str(name): _question(asked) for name, asked in sorted(said.items())}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise SearchesError(f"{path} holds no searches: {error}") from None


def _question(said: Mapping[str, object]) -> Question:
    words = {key: said.get(key, "") for key in Question._fields}
    if not said.get("query") or not all(isinstance(each, str) for each in words.values()):
        raise ValueError("a search has no words")
    return Question(**words)  # type: ignore[arg-type]


def keep_search(path: Path, name: str, asked: Question | None) -> dict[str, Question]:
    """Keeps a search by this name, or forgets it where there is none; all that there are then. Raises SearchesError."""
    known = searches(path)
    known.pop(name, None)
    if asked is not None:
        known[name] = asked
    told = {each: {key: words for key, words in one._asdict().items() if words} for each, one in sorted(known.items())}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        put(path, (json.dumps(told, indent=1, ensure_ascii=False) + "\n").encode())
    except OSError as error:
        raise SearchesError(f"{path} cannot be written: {error.strerror or error}") from None
    return known
