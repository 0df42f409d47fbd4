"""What was open and shown when the program was left, as settings keep it: for the next start."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from core.source import Cite, Span
from gui.session import Pointed, Session, Shown, View
from gui.settings import Settings

KEY, REOPENS = "session/last", "session/reopens"
"""The settings that hold the last session, and whether it is opened again."""


class LastSession(NamedTuple):
    """The filings that were open, that which was shown first, and what was shown."""

    paths: tuple[Path, ...]
    view: View | None


def keep(session: Session, settings: Settings) -> None:
    """Keeps what is open and shown now."""
    import json  # not before it is needed: the window's start counts

    told = {"open": [str(analysis.path.absolute()) for analysis in session.analyses], "view": _told(session.view)}
    settings.set_text(KEY, json.dumps(told))


def last(settings: Settings) -> LastSession:
    """What was open when the program was left; nothing where that is not known, or not wanted."""
    if not settings.flag(REOPENS, default=True):
        return LastSession((), None)
    import json

    try:
        told = json.loads(settings.text(KEY) or "{}")
        paths, view = [Path(name) for name in told.get("open", ())], _view(told.get("view"))
    except (ValueError, LookupError, TypeError, AttributeError):
        return LastSession((), None)
    return LastSession(_shown_first(paths, view), view)


def _shown_first(paths: Iterable[Path], view: View | None) -> tuple[Path, ...]:
    return tuple(sorted(paths, key=lambda path: view is None or path != view.shown.path))


def _told(view: View | None) -> dict[str, Any] | None:
    if view is None:
        return None
    shown, pointed = view.shown, view.pointed
    return {
        "path": str(shown.path.absolute()),
        "section": shown.section,
        "statement": shown.statement,
        "page": view.page,
        "compare": view.compare,
        "pointed": [[cite.document, *cite.spans] for cite in pointed.cites] if pointed is not None else [],
    }


def _view(told: dict[str, Any] | None) -> View | None:
    if told is None:
        return None
    path = Path(told["path"])
    cites = tuple(Cite(int(of[0]), tuple(Span(int(a), int(b)) for a, b in of[1:])) for of in told["pointed"])
    compare = tuple(told["compare"]) if told["compare"] else None
    pointed = Pointed(path, cites) if cites else None
    return View(Shown(path, told["section"], told["statement"]), str(told["page"]), pointed, compare)
