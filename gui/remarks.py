"""What the reader notes of filings: findings that they accept, with a word why, and their own sums; kept beside the settings."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from core.checks.check import Check
from core.source import Cite, Span

VERSION = 1


@dataclass(frozen=True, slots=True)
class OwnSum:
    """A sum that the reader keeps as a check: `total` should be what `parts` come to, those of them in `minus` taken away."""

    total: Cite
    parts: tuple[Cite, ...]
    minus: frozenset[Cite] = frozenset()


@dataclass(frozen=True, slots=True)
class OfFiling:
    """What is noted of one filing: why a finding is all right, by its key, and the reader's own sums."""

    accepted: tuple[tuple[str, str], ...] = ()
    sums: tuple[OwnSum, ...] = ()

    def why(self, key: str) -> str | None:
        """Why the reader accepts a finding; None where they do not."""
        return dict(self.accepted).get(key)


NOTHING = OfFiling()


def key_of(rule: str, cites: Sequence[Cite], words: str) -> str:
    """Which finding it is, as long as the file is the same: its rule and where its figure stands, or what it says."""
    return f"{rule}@{_place(cites[0]) if cites else words}"


def key_of_check(check: Check) -> str:
    """The key of a check."""
    return key_of(check.rule.value, check.cites, check.title)


class Remarks:
    """All that is noted, by the hash of the file that it is of. Without a path it lasts as long as the window."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self._known: dict[str, OfFiling] | None = None if path is not None else {}

    def of(self, file: str) -> OfFiling:
        """What is noted of a file, by its hash."""
        if self._known is None:
            try:
                self._known = self._read()
            except OSError:
                self._known = {}
        return self._known.get(file, NOTHING)

    def accept(self, file: str, key: str, why: str) -> None:
        """Accepts a finding. Raises OSError where that cannot be kept."""
        self._change(file, lambda of: replace(of, accepted=(*_without(of, key), (key, why))))

    def undo(self, file: str, key: str) -> None:
        """Accepts a finding no longer. Raises OSError where that cannot be kept."""
        self._change(file, lambda of: replace(of, accepted=_without(of, key)))

    def add(self, file: str, own: OwnSum) -> None:
        """Keeps a sum; the same total twice is one. Raises OSError where that cannot be kept."""
        self._change(file, lambda of: replace(of, sums=(*_others(of, own.total), own)))

    def remove(self, file: str, total: Cite) -> None:
        """Lets go a sum of this total. Raises OSError where that cannot be kept."""
        self._change(file, lambda of: replace(of, sums=_others(of, total)))

    def _change(self, file: str, change: Callable[[OfFiling], OfFiling]) -> None:
        """Changes what is on disk now: another window may have written meanwhile."""
        known = self._read() if self.path is not None else dict(self._known or {})
        known[file] = change(known.get(file, NOTHING))
        if self.path is not None:
            self._write(self.path, {name: of for name, of in known.items() if of != NOTHING})
        self._known = known

    def _read(self) -> dict[str, OfFiling]:
        """What is on disk. Raises OSError where that cannot be read: it is not written over."""
        if self.path is None:
            return {}
        from core import kept  # not before it is needed: the window's start counts

        return kept.read(self.path, lambda told: {name: _taken(of) for name, of in told["files"].items()})

    @staticmethod
    def _write(path: Path, known: dict[str, OfFiling]) -> None:
        from core import kept  # not before it is needed: the window's start counts

        kept.write(path, {"version": VERSION, "files": {name: _told(of) for name, of in known.items()}})


def _without(of: OfFiling, key: str) -> tuple[tuple[str, str], ...]:
    return tuple(one for one in of.accepted if one[0] != key)


def _others(of: OfFiling, total: Cite) -> tuple[OwnSum, ...]:
    return tuple(one for one in of.sums if one.total != total)


def _place(cite: Cite) -> str:
    """`1:120-128+140-141`: document and characters."""
    return f"{cite.document}:{'+'.join(f'{span.start}-{span.end}' for span in cite.spans)}"


def _cite(place: str) -> Cite:
    document, _, spans = place.partition(":")
    ends = (span.split("-") for span in spans.split("+"))
    return Cite(int(document), tuple(Span(int(start), int(end)) for start, end in ends))


def _told(of: OfFiling) -> dict[str, Any]:
    return {
        "accepted": [{"finding": key, "why": why} for key, why in of.accepted],
        "sums": [_told_sum(own) for own in of.sums],
    }


def _told_sum(own: OwnSum) -> dict[str, Any]:
    told: dict[str, Any] = {"total": _place(own.total), "parts": [_place(part) for part in own.parts]}
    return told | ({"minus": sorted(_place(part) for part in own.minus)} if own.minus else {})


def _taken(told: dict[str, Any]) -> OfFiling:
    accepted = tuple((str(one["finding"]), str(one["why"])) for one in told["accepted"])
    return OfFiling(accepted, tuple(map(_taken_sum, told["sums"])))


def _taken_sum(told: dict[str, Any]) -> OwnSum:
    parts, minus = (tuple(map(_cite, told.get(name, ()))) for name in ("parts", "minus"))
    return OwnSum(_cite(told["total"]), parts, frozenset(minus))
