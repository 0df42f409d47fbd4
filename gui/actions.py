"""What the commands do: passes each on to the part of the window that knows how."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow, QWidget

from core.formulas import guarded
from gui import last_session, saving
from gui.commands import Commands
from gui.jobs import Jobs
from gui.last_session import REOPENS
from gui.navigation import Travel
from gui.opening import Opener, edgar_words, first_shown, paths_of
from gui.session import Session, Shown, View
from gui.settings import Settings
from gui.theme import chosen as chosen_theme
from gui.theme import load
from gui.view_factory import CHART, CHECKS, COMPARE, DETAILS, FIGURES, SEARCH, SHEET, SOURCE, TABLE, TEXT, YEARS
from gui.views.notice import Weight
from gui.views.welcome import samples
from gui.workspace import Panes

if TYPE_CHECKING:
    from core.export.one_table import OneTable

FILTERS = "Filings (*.txt *.nc *.sgml *.sgm *.htm *.html *.mhtml *.mht *.gz *.zip);;All files (*)"
NAMED = 3
"""Files that a notice names."""
SOON = 20
"""Milliseconds until a page that is left has given the source its place."""


class WindowDesk:
    """The desk of one window."""

    def __init__(
        self, window: QMainWindow, session: Session, settings: Settings, jobs: Jobs, opener: Opener, panes: Panes
    ) -> None:
        self._window, self._session, self._settings = window, session, settings
        self._jobs, self._opener, self._panes = jobs, opener, panes
        self._travel = Travel(session)
        self._closed: list[tuple[Path, View | None]] = []
        self._restyle: Callable[[], object] = window.update
        session.asked.connect(lambda _: self._beside_source(self._show_answer))

    def bind(self, commands: Commands, restyle: Callable[[], object]) -> None:
        """Tells the desk what the palette lists and how the window changes its theme."""
        self._commands, self._restyle = commands, restyle

    @property
    def session(self) -> Session:
        """What is open and shown."""
        return self._session

    # commands: files

    def choose_files(self) -> None:
        """Opens what is chosen in a dialog."""
        names, _ = QFileDialog.getOpenFileNames(self._window, "Open Filings", self._folder(), FILTERS)
        if names:
            self._settings.set_text("folder", str(Path(names[0]).parent))
            self._opener.open([Path(name) for name in names])

    def choose_folder(self) -> None:
        """Opens the filings of a folder."""
        name = QFileDialog.getExistingDirectory(self._window, "Open a Folder of Filings", self._folder())
        if name:
            self._settings.set_text("folder", name)
            self._opener.open([Path(name)])

    def _folder(self) -> str:
        """Where the reader opened something last; at first beside the filing that is shown, else at home."""
        shown = self._session.current
        beside = str(shown.path.parent) if shown is not None and shown.path not in samples() else ""
        return self._settings.text("folder") or beside or str(Path.home())

    def open_samples(self) -> None:
        """Opens the filings that come with the program."""
        self._opener.open(samples())

    def get_filings(self, words: str = "") -> None:
        """Asks which filings are to be fetched from EDGAR; those that the words mean are listed."""
        from core.edgar.trouble import EdgarError  # a start does without both
        from gui.dialogs.get_filings import GetFilingsDialog

        chosen = load(chosen_theme(self.theme_choice()))
        try:
            dialog = GetFilingsDialog(self._jobs, chosen, words, self._window)
        except EdgarError as error:
            self._panes.notices.say("get", str(error), Weight.ERROR)
            return
        dialog.open_asked.connect(self._opener.open)
        dialog.show()

    def paste(self) -> None:
        """Opens the files that the clipboard names, or asks about the filing of EDGAR that it does."""
        data = QApplication.clipboard().mimeData()
        paths = paths_of(data) if data is not None else []
        words = edgar_words(data) if data is not None and not paths else ""
        if words:
            self.get_filings(words)
        elif not paths:
            self._panes.notices.say("paste", "What was copied is neither a file nor the path of one.", Weight.HINT)
        self._opener.open(paths)

    def reload(self) -> None:
        """Reads the shown filing again."""
        if self._session.current is not None:
            self._opener.reload(self._session.current.path)

    def close_filing(self) -> None:
        """Closes the shown filing, and shows how another one begins."""
        if self._session.current is not None:
            self.close(self._session.current.path)
        if self._session.current is not None:
            first = first_shown(self._session.places(self._session.current.path))
            self._session.show(first.path, first.section, first.statement)

    def close_all(self) -> None:
        """Closes every filing."""
        for analysis in self._session.analyses:
            self.close(analysis.path)

    def close(self, path: Path) -> None:
        """Closes a filing, and remembers what was shown of it."""
        view = self._session.view
        here = view is not None and view.shown.path == path
        self._closed = [(other, was) for other, was in self._closed if other != path]
        self._closed.append((path, view if here else None))
        self._session.close(path)

    def can_reopen(self) -> bool:
        """Whether a filing was closed that is not open."""
        return any(not self._session.is_open(path) for path, _ in self._closed)

    def reopen(self) -> None:
        """Opens the filing that was closed last, where one was."""
        while self._closed:
            path, view = self._closed.pop()
            if not self._session.is_open(path):
                self._opener.resume([path], view)
                return

    def reopens(self) -> bool:
        """Whether the next start opens what is open now."""
        return self._settings.flag(REOPENS, default=True)

    def toggle_reopens(self) -> None:
        """Lets the next start open what is open now, or nothing."""
        self._settings.set_flag(REOPENS, value=not self.reopens())

    def resume(self) -> None:
        """Opens what was open when the program was left; what is gone is told at once."""
        known = last_session.last(self._settings)
        there = [path for path in known.paths if path.is_file()]
        gone = [path for path in known.paths if path not in there]
        if gone:
            one, many = "1 file of last time is", f"{len(gone):,} files of last time are"
            words = (
                f"{one if len(gone) == 1 else many} no longer there: {', '.join(path.name for path in gone[:NAMED])}"
            )
            self._panes.notices.say("gone", words + (", …" if len(gone) > NAMED else ""), Weight.HINT)
        self._opener.resume(there, known.view)

    def loading(self) -> bool:
        """Whether something is being read."""
        return bool(self._opener.loading)

    def cancel(self) -> None:
        """Stops reading."""
        self._opener.cancel()

    def export(self, kind: str) -> None:
        """Writes the shown filing to a file of the reader's choice."""
        saving.ask(self._window, kind, self._session, self._settings, self._jobs, self._panes.notices)

    def can_save_chart(self) -> bool:
        """Whether a chart is on the screen."""
        chart = self._chart()
        return chart is not None and chart.isVisible() and chart.can_save  # type: ignore[attr-defined]

    def save_chart(self) -> None:
        """Saves the chart as a picture."""
        if (chart := self._chart()) is not None:
            saving.ask_chart(self._window, chart, self._session, self._settings, self._panes.notices)

    def _chart(self) -> QWidget | None:
        """The chart of the page that is shown."""
        if self._panes.page == YEARS:
            return self._panes.parts.view(YEARS).chart  # type: ignore[attr-defined, no-any-return]
        return self._panes.parts.made(CHART)

    def has_years(self) -> bool:
        """Whether the shown statement is in another open filing of its company too."""
        shown, statement = self._session.current, self._session.statement
        if shown is None or statement is None or len(self._session.analyses) < 2:
            return False
        from core.years.stitched import has_years  # a start with one filing does without it

        return has_years(self._session.analyses, self._session.places(shown.path).analysis, statement)

    def export_years(self) -> None:
        """Writes the table over all years to a file of the reader's choice."""
        across, table = self._panes.parts.view(YEARS).across, self._shown_table()  # type: ignore[attr-defined]
        if across is not None and table is not None:
            saving.ask_years(
                self._window, across, table, self._session, self._settings, self._jobs, self._panes.notices
            )

    def export_checks(self) -> None:
        """Writes the checks of the shown filing to a workbook or a page."""
        saving.ask_checks(self._window, self._session, self._settings, self._jobs, self._panes.notices)

    def can_print(self) -> bool:
        """Whether a table is on the screen."""
        if self._panes.page == YEARS:
            return self._panes.parts.view(YEARS).across is not None  # type: ignore[attr-defined]
        return self._panes.page == TABLE and self._session.statement is not None

    def _shown_table(self) -> "OneTable | None":
        from gui.models.shown_table import shown_table, years_table  # a start does without it

        if self._panes.page == YEARS:
            years = self._panes.parts.view(YEARS)
            return years_table(years.model, years.company)  # type: ignore[attr-defined]
        return shown_table(self._panes.parts.view(SHEET).model)  # type: ignore[attr-defined]

    def export_table(self) -> None:
        """Writes the shown table, as it is shown, to a file of the reader's choice."""
        if self._panes.page == YEARS:
            self.export_years()
            return
        table, shown = self._shown_table(), self._session.current
        if table is not None and shown is not None:
            filing = self._session.places(shown.path).analysis.filing
            saving.ask_table(self._window, table, filing, shown.path, self._settings, self._jobs, self._panes.notices)

    def print_table(self) -> None:
        """Shows the shown table as it comes out on paper, to be printed."""
        if (table := self._shown_table()) is not None:
            from gui.dialogs.printing import PrintPreview

            family = self._session.options.table_font or self._window.font().family()
            PrintPreview(table, family, self._window).open()

    def quit(self) -> None:
        """Closes the window, and with it the program."""
        self._window.close()

    # commands: places

    def focused(self, ability: str) -> bool:
        """Whether what has the keyboard, or something around it, can do this."""
        return self._able(ability) is not None

    def in_focus(self, ability: str) -> None:
        """Does it."""
        act = self._able(ability)
        if act is not None:
            act()

    def _able(self, ability: str) -> Callable[..., object] | None:
        widget = QApplication.focusWidget()
        while widget is not None and widget is not self._window:
            act: Callable[..., object] | None = getattr(widget, ability, None)
            if callable(act):
                return act
            widget = widget.parentWidget()
        return None

    def find_in_text(self) -> None:
        """Opens the find box of the text that has the keyboard, else of the one that is shown."""
        act = self._able("open_find")
        if act is not None:
            act()
        elif self._panes.page == TEXT:
            self._find_in(TEXT)
        else:
            self._beside_source(lambda: self._find_in(SOURCE))

    def _find_in(self, name: str) -> None:
        self._panes.focus(TABLE if name == TEXT else SOURCE)
        self._panes.parts.view(name).open_find()  # type: ignore[attr-defined]

    def _beside_source(self, act: Callable[[], object]) -> None:
        """Does it where the source has its place: two texts side by side leave it none, so that page is left first."""
        if self._panes.page != COMPARE:
            act()
        else:
            self._session.turn()
            QTimer.singleShot(SOON, self._window, act)

    def find_anything(self) -> None:
        """Opens the box that finds anything."""
        self._panes.parts.palette(self._commands, self._window).open()  # type: ignore[attr-defined]

    def search_library(self) -> None:
        """Shows the page that searches the library, ready for a question."""
        if self._panes.page != SEARCH:
            self._panes.show_page(SEARCH)
        self._panes.parts.view(SEARCH).begin()  # type: ignore[attr-defined]

    def ask_figures(self) -> None:
        """Shows the page that asks the figures of the library, ready for a question."""
        if self._panes.page != FIGURES:
            self._panes.show_page(FIGURES)
        self._panes.parts.view(FIGURES).begin()  # type: ignore[attr-defined]

    def focus_pane(self, name: str) -> None:
        """Gives a pane the keyboard."""
        if name in (SOURCE, DETAILS):
            self._beside_source(lambda: self._panes.focus(name))
        else:
            self._panes.focus(name)

    def cycle_panes(self, steps: int) -> None:
        """Gives the next pane the keyboard."""
        self._panes.cycle(steps, QApplication.focusWidget())

    def pane_shown(self, name: str) -> bool:
        """Whether a pane is wanted."""
        return self._panes.shows(name)

    def toggle_pane(self, name: str) -> None:
        """Shows or hides a pane."""
        self._panes.toggle(name)

    def page(self) -> str:
        """What stands in the middle."""
        return self._panes.page

    def show_page(self, name: str) -> None:
        """Shows a page in the middle."""
        self._panes.show_page(name)

    def compare(self, shown: Shown) -> None:
        """Shows a section, and beside it the same section of another year's filing."""
        self._session.show(shown.path, shown.section, shown.statement)
        if self._panes.page != COMPARE:
            self._panes.show_page(COMPARE)

    # commands: the window

    def theme_choice(self) -> str:
        """`system`, `light` or `dark`."""
        return self._settings.text("theme", "system")

    def choose_theme(self, name: str) -> None:
        """Draws the window in this theme, at once."""
        self._settings.set_text("theme", name)
        self._restyle()

    def zoom(self, steps: int) -> None:
        """Makes the text that has the keyboard larger (1), smaller (-1), or as it was (0); the source's where none can."""
        act = self._able("zoom") or getattr(self._panes.parts.made(SOURCE), "zoom", None)
        if act is not None:
            act(steps)

    def show_settings(self) -> None:
        """Lets the reader choose fonts, their sizes, and how close rows and lines stand."""
        from gui.dialogs.settings import SettingsDialog

        SettingsDialog(self._session, self._window).open()

    def reset_layout(self) -> None:
        """Puts window and panes back to where they were at first."""
        self._window.showNormal()
        self._panes.reset()

    def full_screen(self) -> None:
        """Fills the screen, or no longer."""
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()

    # commands: travel

    def go_table(self, steps: int) -> None:
        """Shows the next table, or the one before."""
        self._travel.go_table(steps)

    def go_off(self, steps: int) -> None:
        """Points at the next figure that does not tie, or the one before."""
        self._travel.go_off(steps)

    def refers(self) -> bool:
        """Whether what is shown only refers to an exhibit of the filing."""
        return self._travel.exhibit() is not None

    def go_exhibit(self) -> None:
        """Shows the exhibit that is referred to."""
        self._travel.go_exhibit()

    # commands: details

    def concept(self) -> str | None:
        """The concept of what is pointed at."""
        pointed = self._session.pointing
        if pointed is None:
            return None
        from gui.models.details import concept_of  # a start with nothing pointed at does without it

        return concept_of(self._session.places(pointed.path), pointed)

    def copy_concept(self) -> None:
        """Copies the concept of what is pointed at, with its prefix."""
        if (concept := self.concept()) is not None:
            QApplication.clipboard().setText(guarded(concept))

    def keep_sum(self) -> None:
        """Keeps the sum of the selected figures as a check of the reader's own."""
        offered, shown = self._session.offered, self._session.current
        if offered is None or shown is None:
            return
        try:
            self._session.note(shown.path, lambda file: self._session.remarks.add(file, offered))
        except OSError as error:
            words = f"The sum could not be kept: {error.strerror or error}"
            self._panes.notices.say("remarks", words, Weight.ERROR, of=shown.path)
            return
        from gui.models.own_sums import check_of

        title = check_of(self._session.places(shown.path), offered).title
        self._panes.notices.say(
            "remarks", f"Kept. {title}", Weight.HINT, ("Show the Checks", self._show_checks), of=shown.path
        )

    def _show_checks(self) -> None:
        self._session.turn(CHECKS)

    def copy_details(self) -> None:
        """Copies all that is known of what is pointed at."""
        if (pointed := self._session.pointing) is not None:
            from gui.models.details import as_text, details

            QApplication.clipboard().setText(as_text(details(self._session.places(pointed.path), pointed).lines))

    def ask_why(self) -> None:
        """Tells why what has the keyboard, or else what is pointed at, is read as it is."""
        if (shown := self._session.current) is not None:
            act = self._able("place_asked")
            self._session.ask(shown.path, act() if act is not None else None)  # type: ignore[arg-type]

    def show_links(self) -> None:
        """Shows what the figure that is pointed at was computed from, what it goes into, and where else it stands."""
        self._beside_source(lambda: self._panes.parts.view(DETAILS).show_links())  # type: ignore[attr-defined]

    def _show_answer(self) -> None:
        """Unfolds the pane in which answers stand."""
        if not self._panes.shows(DETAILS):
            self._panes.toggle(DETAILS)

    # commands: help

    def show_shortcuts(self) -> None:
        """Lists every shortcut."""
        from gui.dialogs.shortcuts import ShortcutsDialog

        ShortcutsDialog(self._commands, self._window).open()

    def show_about(self) -> None:
        """Says what the program is."""
        from gui.dialogs.about import AboutDialog

        AboutDialog(self._window).open()
