"""Going from one thing of a filing to the next: tables, sums that do not tie, the exhibit an Item refers to."""

from core.checks.check import Check
from core.outline.section import Section
from core.places import Places
from gui.models.noted import still_off
from gui.session import Session


class Travel:
    """Steps through the shown filing, in reading order, round from the end to the beginning."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def go_table(self, steps: int) -> None:
        """Shows the next table (1) or the one before (-1)."""
        places = self._places()
        if places is None:
            return
        tables = sorted(places.statements.values(), key=lambda table: (table.cite.document, table.cite.start))
        here = self._session.statement
        at = next((at for at, table in enumerate(tables) if here is not None and table.id == here.id), None)
        if tables:
            wanted = tables[_next(at, steps, len(tables))]
            self._session.show(places.analysis.path, wanted.section, wanted.id)

    def go_off(self, steps: int) -> None:
        """Points at the next figure that does not tie (1) or the one before (-1)."""
        places = self._places()
        if places is None:
            return
        noted = self._session.remarks.of(places.analysis.filing.sha256)
        off = [check for check in still_off(places.analysis.checks, noted) if check.cites]
        off.sort(key=_where)
        pointed = self._session.pointing
        first = pointed.cites[0] if pointed is not None and pointed.cites else None
        at = next((at for at, check in enumerate(off) if check.cites[0] == first), None)
        if off:
            self._session.point_at(places.analysis.path, *off[_next(at, steps, len(off))].cites)

    def exhibit(self) -> Section | None:
        """The document that the shown Item refers to, if it is in the filing."""
        places, shown = self._places(), self._session.current
        section = places.sections.get(shown.section or "") if places is not None and shown is not None else None
        if places is None or section is None or section.refers_to is None:
            return None
        return next((top for top in places.analysis.outline if top.document == section.refers_to), None)

    def go_exhibit(self) -> None:
        """Shows that document."""
        exhibit, shown = self.exhibit(), self._session.current
        if exhibit is not None and shown is not None:
            self._session.show(shown.path, exhibit.id)

    def _places(self) -> Places | None:
        shown = self._session.current
        return self._session.places(shown.path) if shown is not None else None


def _where(check: Check) -> tuple[int, int]:
    return check.cites[0].document, check.cites[0].start


def _next(at: int | None, steps: int, count: int) -> int:
    if at is None:
        return 0 if steps > 0 else count - 1
    return (at + steps) % count
