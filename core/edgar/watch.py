"""The companies that the reader watches: what they have filed since, fetched."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from core.edgar.client import Client
from core.edgar.download import Gathered, gather
from core.edgar.listing import Company, Wanted, history
from core.edgar.settings import Settings, Watched
from core.edgar.trouble import EdgarError, StoppedError


class News(NamedTuple):
    """What there was of a company that is watched: it, as it is watched from now on; what was fetched; and why it could not be
    asked for, where that was so."""

    watched: Watched
    gathered: Gathered
    why: str = ""


def with_watched(settings: Settings, added: Watched) -> Settings:
    """The settings with a company watched, instead of what was watched of it."""
    others = tuple(each for each in settings.watched if each.cik != added.cik)
    return replace(settings, watched=(*others, added))


def without_watched(settings: Settings, cik: int) -> Settings:
    """The settings with a company not watched."""
    return replace(settings, watched=tuple(each for each in settings.watched if each.cik != cik))


def update(client: Client, watched: Watched, tell: Callable[[int, int], object] = lambda _, __: None) -> News:
    """Fetches what a company has filed since. Raises StoppedError where the server is not to be asked any more."""
    wanted = Wanted(watched.forms, None, watched.since)
    try:
        told = history(client, Company(watched.cik, watched.name), wanted)
    except StoppedError:
        raise
    except EdgarError as error:
        return News(watched, Gathered((), ()), str(error))
    gathered = gather(client, [each.filing for each in told.filings], Path(watched.folder), tell)
    if told.filings and not gathered.failed and not gathered.stopped:
        watched = replace(watched, since=told.filings[-1].filed)  # that day too: another may yet be listed under it
    return News(watched, gathered)
