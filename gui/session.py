"""What is open, what is shown and what is pointed at; tells the views when that changes. Views know only this."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.analysis import Analysis
from core.places import FigurePlace, Places
from core.source import Cite
from core.statements.statement import Statement
from gui.options import SheetOptions
from gui.remarks import OwnSum, Remarks

if TYPE_CHECKING:
    from core.years.by_hand import ByHand

MOST_BACK = 200
"""Steps that the way back remembers."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the centre shows: a section of a filing, and the statement or table in it, if one is chosen."""

    path: Path
    section: str | None = None
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class Pointed:
    """What the reader points at. `cites` are lit in the source, the first one scrolled to; `figure` where it is one."""

    path: Path
    cites: tuple[Cite, ...]
    figure: FigurePlace | None = None


@dataclass(frozen=True, slots=True)
class View:
    """All that the window shows at one time, which Back brings back: the page in the middle (empty: the one that suits what
    is shown), what is compared, and what was pointed at."""

    shown: Shown
    page: str = ""
    pointed: Pointed | None = None
    compare: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """Why the reader asks something is read so: `place` as `core.why` takes it, None for what is pointed at or shown."""

    path: Path
    place: str | None = None


class Session(QObject):
    """The state all views share. Methods change it; signals tell what changed, once, after it did."""

    opened = Signal(object)
    """Analysis: newly open, or read again (the same path as before)."""
    closed = Signal(object)
    """Path."""
    shown = Signal(object)
    """Shown, or None when nothing is open."""
    pointed = Signal(object)
    """Pointed, or None."""
    turned = Signal(str)
    """Another page stands in the middle while the same is shown: its name, empty for the one that suits what is shown."""
    remarked = Signal(object)
    """Path: what the reader noted of this filing (findings accepted, sums of their own) is another."""
    asked = Signal(object)
    """Asked: the reader wants to know why something is read so."""
    rows_selected = Signal(object)
    """tuple[int, ...]: row indexes of the shown statement that the chart draws; empty: its own default."""
    cells_chosen = Signal(object, object)
    """tuple[int, ...] twice: rows and columns of the shown statement that the reader chose in the chart."""
    figures_told = Signal(str)
    """What the selected figures come to, in words; empty where there is nothing to say. `offered` is told with it."""
    options_changed = Signal(object)
    """SheetOptions."""

    def __init__(
        self, parent: QObject | None = None, remarks: Remarks | None = None, folder: Path | None = None
    ) -> None:
        super().__init__(parent)
        self.remarks = remarks or Remarks()
        self.folder = folder
        """Where what the reader keeps is kept: beside the settings; None where nothing is."""
        self._by_hand: ByHand | None = None
        self.stays: Callable[[str, Shown], bool] = lambda _page, _shown: False
        """Whether a page goes on with what is shown next."""
        self._places: dict[Path, Places] = {}
        self._page = ""
        self._offered: OwnSum | None = None
        self._shown: Shown | None = None
        self._pointed: Pointed | None = None
        self._asked: Asked | None = None
        self._rows: tuple[int, ...] = ()
        self._options = SheetOptions()
        self._over: Statement | None = None
        self._back: list[View] = []
        self._forward: list[View] = []

    @property
    def by_hand(self) -> "ByHand":
        """What the reader said of the lines of companies."""
        if self._by_hand is None:
            from core.years.by_hand import NAME, ByHand  # a start does without it

            self._by_hand = ByHand(self.folder / NAME if self.folder is not None else None)
        return self._by_hand

    # what is open

    @property
    def analyses(self) -> tuple[Analysis, ...]:
        """The open filings, in the order they were opened."""
        return tuple(places.analysis for places in self._places.values())

    def places(self, path: Path) -> Places:
        """What stands where in an open filing. Raises KeyError where it is not open."""
        return self._places[path]

    def is_open(self, path: Path) -> bool:
        """Whether a filing is open."""
        return path in self._places

    def open(self, analysis: Analysis, places: Places | None = None) -> None:
        """Adds a filing, or puts a new reading of it in the old one's place (what was shown stays shown if still there)."""
        before, was = self.statement, self._pointed
        self._places[analysis.path] = places or Places(analysis)
        self._forget_what_is_gone(before)
        again = was if was is not None and was.path == analysis.path else None
        if again is not None:
            self._set_pointed(None)  # its places are those of the old reading
        for views in (self._back, self._forward):
            views[:] = [replace(view, pointed=None) if view.shown.path == analysis.path else view for view in views]
        self.opened.emit(analysis)
        if self._shown is not None and self._shown.path == analysis.path:
            self.show(analysis.path, self._shown.section, self._shown.statement)
        if again is not None and (place := self._same_figure(again)) is not None:
            self.point_at(analysis.path, place)

    def _forget_what_is_gone(self, before: Statement | None) -> None:
        """Rows and columns that were chosen in the statement shown, where a new reading has others in their place."""
        now = self.statement
        if now is None or before is None or now is before:
            return
        if [row.label for row in now.rows] != [row.label for row in before.rows]:
            self._rows = ()
        if self._over is None and [each.label for each in now.columns] != [each.label for each in before.columns]:
            self._options = replace(self._options, compare=None)

    def _same_figure(self, pointed: Pointed) -> Cite | None:
        """Where the figure that was pointed at stands in a newer reading: same statement, line and column."""
        old = pointed.figure
        new = self._places[pointed.path].statements.get(old.statement.id) if old is not None else None
        if old is None or new is None or old.row >= len(new.rows):
            return None
        row = new.rows[old.row]
        same = row.label == old.statement.rows[old.row].label
        return next((each.cite for each in row.figures if same and each.column == old.figure.column), None)

    def close(self, path: Path) -> None:
        """Removes a filing; if it was shown, the last one opened before it is shown."""
        if self._places.pop(path, None) is None:
            return
        self._back = [view for view in self._back if view.shown.path != path]
        self._forward = [view for view in self._forward if view.shown.path != path]
        was_shown = self._shown is not None and self._shown.path == path
        if was_shown:
            self._shown = None  # nobody who hears of the closing may ask for what is gone
        if self._pointed is not None and self._pointed.path == path:
            self._set_pointed(None)
        self.closed.emit(path)
        if was_shown:
            left = next(reversed(self._places), None)
            self._set_shown(Shown(left) if left is not None else None)

    # what is shown

    @property
    def current(self) -> Shown | None:
        """What the centre shows."""
        return self._shown

    @property
    def statement(self) -> Statement | None:
        """The statement or table that is shown."""
        shown = self._shown
        if shown is None or shown.statement is None:
            return None
        return self._places[shown.path].statements.get(shown.statement)

    @property
    def table(self) -> Statement | None:
        """The table whose columns are compared: what is laid over the shown statement, or else that one itself."""
        return self._over or self.statement

    def lay_over(self, statement: Statement | None) -> None:
        """Puts a table made of several filings over the shown statement, or takes it away: its columns are compared."""
        if statement is not self._over:
            self._over = statement
            self._options = replace(self._options, compare=None)
            self.options_changed.emit(self._options)

    def show(self, path: Path, section: str | None = None, statement: str | None = None) -> None:
        """Shows a section or a statement (its section is found; a section with one table of its own shows that table). What
        is pointed at is so no longer where it does not stand in that."""
        self._show(path, section, statement)

    def _show(self, path: Path, section: str | None, statement: str | None, *, forget: bool = True) -> None:
        places = self._places[path]
        if section not in places.sections:
            section = None
        if statement not in places.statements:
            statement = None
        if statement is not None and section is None:
            section = places.statements[statement].section
        if section is not None and statement is None and places.sections[section].kind == "statement":
            inside = places.of_section.get(section, [])
            statement = inside[0].id if inside else None
        shown = Shown(path, section, statement)
        page = self._page if self._page and self.stays(self._page, shown) else ""
        if (shown, page) != (self._shown, self._page):
            self._remember()
        self._set_shown(shown, page, forget=forget)

    @property
    def page(self) -> str:
        """The page in the middle that the reader turned to; empty where it is the one that suits what is shown."""
        return self._page

    def turn(self, page: str = "") -> None:
        """Turns to another page of what is shown; without one, to that which suits it."""
        if page != self._page and self._shown is not None:
            self._remember()
            self._page = page
            self.turned.emit(page)

    def resume(self, view: View) -> None:
        """Shows again what was shown before, as far as it is there: the filing may be read anew."""
        path, steps = view.shown.path, len(self._back)
        if view.pointed is not None and _fits(self._places[path], view.pointed.cites):
            self.point_at(path, *view.pointed.cites)
        self.show(path, view.shown.section, view.shown.statement)
        if view.page:
            self.turn(view.page)
        del self._back[steps:]
        if view.compare is not None and view.shown == self._shown:
            self.set_options(compare=view.compare)

    def can_go(self, steps: int) -> bool:
        """Whether there is somewhere to go back (-1) or forward (1) to."""
        return bool(self._back if steps < 0 else self._forward)

    def go(self, steps: int) -> None:
        """Goes back (-1) or forward (1) in what was shown."""
        here, there = (self._back, self._forward) if steps < 0 else (self._forward, self._back)
        now = self.view
        if not here or now is None:
            return
        there.append(now)
        view = here.pop()
        turned = view.page != self._page
        self._set_shown(view.shown, view.page, forget=False)
        if turned and view.shown == now.shown:
            self.turned.emit(view.page)
        if view.compare != self._options.compare:
            self.set_options(compare=view.compare)
        self._set_pointed(view.pointed)

    @property
    def view(self) -> View | None:
        """All that the window shows now; None where nothing is open."""
        if self._shown is None:
            return None
        return View(self._shown, self._page, self._pointed, self._options.compare)

    def _remember(self) -> None:
        """Keeps what is shown now for the way back."""
        if (view := self.view) is not None and view != (self._back[-1] if self._back else None):
            self._back.append(view)
            del self._back[:-MOST_BACK]
        self._forward.clear()

    @property
    def has_tags(self) -> bool:
        """Whether anything is tagged in the filing that is shown."""
        return self._shown is not None and bool(self._places[self._shown.path].analysis.facts)

    # what is pointed at

    @property
    def pointing(self) -> Pointed | None:
        """What the reader points at."""
        return self._pointed

    def point_at(self, path: Path, *cites: Cite) -> None:
        """The reader points at these places; where the first is a figure, its statement is shown too."""
        if not cites:
            self._set_pointed(None)
            return
        places = self._places[path]
        figure = places.figure_at(cites[0].document, cites[0].start)
        if figure is not None:
            if self._shown is None or self._shown.statement != figure.statement.id or self._shown.path != path:
                self._show(path, figure.statement.section, figure.statement.id, forget=False)
        elif self._in_shown_table(path, cites[0]):
            pass
        elif (section := places.section_at(cites[0].document, cites[0].start)) is not None:
            holds = self._shown is not None and self._shown.path == path and self._shown.section is not None
            if not holds or section.id != self._shown.section:  # type: ignore[union-attr]
                self._show(path, section.id, None, forget=False)
        self._set_pointed(Pointed(path, cites, figure))

    def follow(self, path: Path, *cites: Cite) -> None:
        """Points at these places as one who follows a link: Back leads to where it was followed from."""
        before, steps = self.view, len(self._back)
        self.point_at(path, *cites)
        if before is not None and before != self.view and len(self._back) == steps:
            self._back.append(before)
            self._forward.clear()

    def _in_shown_table(self, path: Path, place: Cite) -> bool:
        """Whether a place (a caption, a head) belongs to the table that is shown, whatever section its line is in."""
        table = self.statement if self._shown is not None and self._shown.path == path else None
        return table is not None and (_holds(table.cite, place) or any(row.cite == place for row in table.rows))

    def _stands_in(self, pointed: Pointed, shown: Shown) -> bool:
        """Whether what is pointed at stands in the table that is shown, or else in the section."""
        if shown.path != pointed.path:
            return False
        if pointed.figure is not None and pointed.figure.statement.id == shown.statement:
            return True
        if shown.statement is not None:
            return self._in_shown_table(shown.path, pointed.cites[0])
        section = self._places[shown.path].sections.get(shown.section or "")
        place = pointed.cites[0]
        return section is None or (
            section.document == place.document and section.span.start <= place.start < section.span.end
        )

    # why it is read so

    @property
    def asking(self) -> Asked | None:
        """What the reader asked last, until something else is pointed at or shown."""
        return self._asked

    def ask(self, path: Path, place: str | None = None) -> None:
        """The reader asks why a place is read as it is; without a place, what is pointed at or shown."""
        self._asked = Asked(path, place)
        self.asked.emit(self._asked)

    # how it is shown

    @property
    def selected_rows(self) -> tuple[int, ...]:
        """Row indexes of the shown statement that the chart draws; empty: its own default."""
        return self._rows

    def select_rows(self, rows: tuple[int, ...]) -> None:
        """Chooses the rows that the chart draws."""
        if rows != self._rows:
            self._rows = rows
            self.rows_selected.emit(rows)

    @property
    def offered(self) -> OwnSum | None:
        """The sum that the selected figures are, which the reader may keep as a check."""
        return self._offered

    def tell_figures(self, words: str, offered: OwnSum | None = None) -> None:
        """Says what the selected figures come to, and the sum that they are."""
        self._offered = offered
        self.figures_told.emit(words)

    def choose_cells(self, rows: tuple[int, ...], columns: tuple[int, ...]) -> None:
        """Chooses cells of the shown statement; the chart keeps the rows that it draws."""
        self.cells_chosen.emit(rows, columns)

    @property
    def options(self) -> SheetOptions:
        """How statements are shown."""
        return self._options

    def set_options(self, **changes: object) -> None:
        """Changes how statements are shown, by the names of SheetOptions."""
        options = replace(self._options, **changes)  # type: ignore[arg-type]
        if options != self._options:
            self._options = options
            self.options_changed.emit(options)

    # what the reader notes

    def note(self, path: Path, change: Callable[[str], object]) -> None:
        """Changes what is noted of a filing: `change` is called with what tells its file from all others. Raises OSError."""
        change(self._places[path].analysis.filing.sha256)
        self.remarked.emit(path)

    def _set_shown(self, shown: Shown | None, page: str = "", *, forget: bool = True) -> None:
        self._page = page
        if shown == self._shown:
            self.shown.emit(shown)
            return
        self._asked = None
        another = self._shown is None or shown is None or shown.statement != self._shown.statement
        elsewhere = self._shown is None or shown is None or shown.path != self._shown.path
        self._shown = shown
        if another or elsewhere:
            self._rows, self._offered = (), None
            if self._over is None:
                self._options = replace(self._options, compare=None)
        pointed = self._pointed
        if pointed is None or shown is None:
            stays = pointed is None
        else:
            stays = self._stands_in(pointed, shown) if forget else shown.path == pointed.path
        if not stays:
            self._pointed = None  # told after what is shown: who hears of it asks for that
            self.shown.emit(shown)
            self.pointed.emit(None)
        else:
            self.shown.emit(shown)

    def _set_pointed(self, pointed: Pointed | None) -> None:
        if pointed != self._pointed:
            self._asked = None
            self._pointed = pointed
            self.pointed.emit(pointed)


def _holds(place: Cite, other: Cite) -> bool:
    """Whether a place begins inside another one."""
    return place.document == other.document and place.start <= other.start < place.end


def _fits(places: Places, cites: tuple[Cite, ...]) -> bool:
    """Whether these places are in a filing's documents."""
    documents = {document.sequence: document for document in places.analysis.filing.documents}
    return all(
        cite.document in documents and cite.spans and cite.end <= len(documents[cite.document].source.text)
        for cite in cites
    )
