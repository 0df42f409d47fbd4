"""Every action once, as data: menus, toolbar, palette, the help list and the tests read this list."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from core.tagged import Rows
from gui.options import ChartKind, Scale, Share
from gui.session import Session


class Desk(Protocol):
    """What commands act on: the window."""

    @property
    def session(self) -> Session: ...

    def choose_files(self) -> None: ...
    def choose_folder(self) -> None: ...
    def open_samples(self) -> None: ...
    def get_filings(self) -> None: ...
    def paste(self) -> None: ...
    def reload(self) -> None: ...
    def close_filing(self) -> None: ...
    def close_all(self) -> None: ...
    def reopen(self) -> None: ...
    def can_reopen(self) -> bool: ...
    def reopens(self) -> bool: ...
    def toggle_reopens(self) -> None: ...
    def export(self, kind: str) -> None: ...
    def can_save_chart(self) -> bool: ...
    def save_chart(self) -> None: ...
    def loading(self) -> bool: ...
    def cancel(self) -> None: ...
    def quit(self) -> None: ...
    def focused(self, ability: str) -> bool: ...
    def in_focus(self, ability: str) -> None: ...
    def find_in_text(self) -> None: ...
    def find_anything(self) -> None: ...
    def search_library(self) -> None: ...
    def ask_figures(self) -> None: ...
    def focus_pane(self, name: str) -> None: ...
    def cycle_panes(self, steps: int) -> None: ...
    def pane_shown(self, name: str) -> bool: ...
    def toggle_pane(self, name: str) -> None: ...
    def page(self) -> str: ...
    def show_page(self, name: str) -> None: ...
    def theme_choice(self) -> str: ...
    def choose_theme(self, name: str) -> None: ...
    def zoom(self, steps: int) -> None: ...
    def reset_layout(self) -> None: ...
    def full_screen(self) -> None: ...
    def go_table(self, steps: int) -> None: ...
    def go_off(self, steps: int) -> None: ...
    def refers(self) -> bool: ...
    def has_years(self) -> bool: ...
    def export_years(self) -> None: ...
    def export_checks(self) -> None: ...
    def export_table(self) -> None: ...
    def print_table(self) -> None: ...
    def can_print(self) -> bool: ...
    def go_exhibit(self) -> None: ...
    def concept(self) -> str | None: ...
    def copy_concept(self) -> None: ...
    def keep_sum(self) -> None: ...
    def copy_details(self) -> None: ...
    def ask_why(self) -> None: ...
    def show_links(self) -> None: ...
    def show_settings(self) -> None: ...
    def show_shortcuts(self) -> None: ...
    def show_about(self) -> None: ...


Act = Callable[[Desk], object]
When = Callable[[Desk], bool]


def _always(_: Desk) -> bool:
    return True


def _open(desk: Desk) -> bool:
    return bool(desk.session.analyses)


def _shown(desk: Desk) -> bool:
    return desk.session.current is not None


def _table(desk: Desk) -> bool:
    return desk.session.statement is not None


@dataclass(frozen=True, slots=True)
class Command:
    """An action: `menu` is where it stands (`View/Theme` is a submenu; a leading line where `line`), `keys` its
    shortcuts, `when` it can act, `checked` whether it is on, for those that can be."""

    id: str
    menu: str
    title: str
    run: Act
    keys: tuple[str, ...] = ()
    when: When = _always
    checked: When | None = None
    line: bool = False

    @property
    def plain_title(self) -> str:
        """The title without its mnemonic mark."""
        return self.title.replace("&", "")


def _scale(scale: Scale, title: str) -> Command:
    return Command(
        f"scale.{scale.name.lower()}",
        "View/Show &Money",
        title,
        lambda desk: desk.session.set_options(scale=scale),
        checked=lambda desk: desk.session.options.scale is scale,
    )


def _chart(kind: ChartKind, title: str, *, line: bool = False) -> Command:
    return Command(
        f"chart.{kind.value}",
        "View/Chart &Kind",
        title,
        lambda desk: desk.session.set_options(chart=kind),
        when=_table,
        checked=lambda desk: desk.session.options.chart is kind,
        line=line,
    )


def _rows(rows: Rows, title: str, *keys: str) -> Command:
    return Command(
        f"rows.{rows.value}",
        "View/Ro&ws",
        title,
        lambda desk: desk.session.set_options(rows=Rows.ALL if desk.session.options.rows is rows else rows),
        keys,
        lambda desk: _table(desk) and desk.session.has_tags,
        lambda desk: desk.session.options.rows is rows,
    )


def _theme(name: str, title: str) -> Command:
    return Command(
        f"theme.{name}",
        "View/&Theme",
        title,
        lambda desk: desk.choose_theme(name),
        checked=lambda desk: desk.theme_choice() == name,
    )


def _pane(name: str, title: str, key: str, *, line: bool = False) -> Command:
    return Command(f"focus.{name}", "Go", title, lambda desk: desk.focus_pane(name), (key,), _open, line=line)


def _shows(name: str, title: str, keys: tuple[str, ...] = (), *, line: bool = False) -> Command:
    return Command(
        f"pane.{name}",
        "View",
        title,
        lambda desk: desk.toggle_pane(name),
        keys,
        _open,
        lambda desk: desk.pane_shown(name),
        line,
    )


def _toggle_share(desk: Desk) -> None:
    common = desk.session.options.share is Share.COMMON_SIZE
    desk.session.set_options(share=Share.AMOUNTS if common else Share.COMMON_SIZE)


COMMANDS: tuple[Command, ...] = (
    Command("open", "File", "&Open…", lambda desk: desk.choose_files(), ("Ctrl+O",)),
    Command("open.folder", "File", "Open &Folder…", lambda desk: desk.choose_folder(), ("Ctrl+Shift+O",)),
    Command("get", "File", "Ge&t Filings…", lambda desk: desk.get_filings(), ("Ctrl+G",)),
    Command("open.samples", "File", "Open the &Samples", lambda desk: desk.open_samples()),
    Command("reload", "File", "&Reload", lambda desk: desk.reload(), ("F5",), _shown, line=True),
    Command("close", "File", "&Close Filing", lambda desk: desk.close_filing(), ("Ctrl+W",), _shown),
    Command(
        "reopen",
        "File",
        "Reo&pen the Filing Closed Last",
        lambda desk: desk.reopen(),
        ("Ctrl+Alt+W",),
        lambda desk: desk.can_reopen(),
    ),
    Command("close.all", "File", "Close &All", lambda desk: desk.close_all(), ("Ctrl+Shift+W",), _open),
    Command("cancel", "File", "Stop &Loading", lambda desk: desk.cancel(), ("Esc",), lambda desk: desk.loading()),
    Command(
        "export.xlsx",
        "File/&Export",
        "Filing to &Excel Workbook…",
        lambda desk: desk.export("xlsx"),
        ("Ctrl+E",),
        _shown,
        line=True,
    ),
    Command("export.csv", "File/&Export", "Filing to &CSV…", lambda desk: desk.export("csv"), when=_shown),
    Command("export.json", "File/&Export", "Filing to &JSON…", lambda desk: desk.export("json"), when=_shown),
    Command(
        "export.table",
        "File/&Export",
        "This &Table to Excel, CSV or PDF…",
        lambda desk: desk.export_table(),
        ("Ctrl+Shift+E",),
        lambda desk: desk.can_print(),
        line=True,
    ),
    Command(
        "export.years",
        "File/&Export",
        "All &Years of This Statement to Excel, CSV or PDF…",
        lambda desk: desk.export_years(),
        when=lambda desk: desk.page() == "years",
    ),
    Command(
        "export.checks",
        "File/&Export",
        "Chec&ks to Excel or a Page…",
        lambda desk: desk.export_checks(),
        when=_shown,
    ),
    Command(
        "export.chart",
        "File/&Export",
        "C&hart to PNG or SVG…",
        lambda desk: desk.save_chart(),
        when=lambda desk: desk.can_save_chart(),
        line=True,
    ),
    Command(
        "print",
        "File",
        "Pr&int This Table…",
        lambda desk: desk.print_table(),
        ("Ctrl+P",),
        lambda desk: desk.can_print(),
    ),
    Command(
        "reopens",
        "File",
        "Open These Files A&gain at the Next Start",
        lambda desk: desk.toggle_reopens(),
        checked=lambda desk: desk.reopens(),
    ),
    Command("quit", "File", "&Quit", lambda desk: desk.quit(), ("Ctrl+Q",), line=True),
    Command(
        "copy",
        "Edit",
        "&Copy",
        lambda desk: desk.in_focus("copy"),
        ("Ctrl+C",),
        lambda desk: desk.focused("copy"),
    ),
    Command(
        "copy.cited",
        "Edit",
        "Cop&y with Its Place",
        lambda desk: desk.in_focus("copy_cited"),
        ("Ctrl+Alt+X",),
        lambda desk: desk.focused("copy_cited"),
    ),
    Command(
        "copy.concept",
        "Edit",
        "Copy the C&oncept",
        lambda desk: desk.copy_concept(),
        ("Ctrl+Alt+C",),
        lambda desk: desk.concept() is not None,
    ),
    Command(
        "copy.details",
        "Edit",
        "Copy All &Details",
        lambda desk: desk.copy_details(),
        when=lambda desk: desk.session.pointing is not None,
    ),
    Command(
        "keep_sum",
        "Edit",
        "&Keep the Sum as a Check",
        lambda desk: desk.keep_sum(),
        ("Ctrl+Shift+K",),
        lambda desk: desk.session.offered is not None,
        line=True,
    ),
    Command("paste", "Edit", "&Paste a File or Path", lambda desk: desk.paste(), ("Ctrl+V",)),
    Command("palette", "Edit", "Find &Anything…", lambda desk: desk.find_anything(), ("Ctrl+K",), line=True),
    Command("find", "Edit", "&Find in Text…", lambda desk: desk.find_in_text(), ("Ctrl+F",), _open),
    Command(
        "find.next",
        "Edit",
        "Find &Next",
        lambda desk: desk.in_focus("find_next"),
        ("F3",),
        lambda desk: desk.focused("find_next"),
    ),
    Command(
        "find.previous",
        "Edit",
        "Find Pre&vious",
        lambda desk: desk.in_focus("find_previous"),
        ("Shift+F3",),
        lambda desk: desk.focused("find_previous"),
    ),
    Command("search", "Edit", "Search the &Library…", lambda desk: desk.search_library(), ("Ctrl+Shift+F",)),
    Command("ask", "Edit", "Ask the Fi&gures of the Library…", lambda desk: desk.ask_figures(), ("Ctrl+Shift+A",)),
    Command("filter", "Edit", "F&ilter the Contents", lambda desk: desk.focus_pane("filter"), ("Ctrl+Alt+F",), _open),
    _shows("contents", "&Contents", ("F9",)),
    _shows("chart", "C&hart", ("F10",)),
    _shows("source", "&Source", ("F12",)),
    _shows("details", "&Details", ("F7", "Ctrl+I")),
    Command("why", "View", "Wh&y Is This Read So?", lambda desk: desk.ask_why(), ("Shift+F7",), _shown),
    Command(
        "links",
        "View",
        "&Links of This Figure",
        lambda desk: desk.show_links(),
        ("Ctrl+L",),
        lambda desk: desk.session.pointing is not None,
    ),
    _scale(Scale.AS_FILED, "As &Filed"),
    _scale(Scale.UNITS, "In &Units"),
    _scale(Scale.THOUSANDS, "In &Thousands"),
    _scale(Scale.MILLIONS, "In &Millions"),
    Command(
        "brackets",
        "View/Show &Money",
        "Negatives in &Brackets",
        lambda desk: desk.session.set_options(brackets=not desk.session.options.brackets),
        checked=lambda desk: desk.session.options.brackets,
        line=True,
    ),
    _rows(Rows.ALL, "&All Rows"),
    _rows(Rows.TAGGED, "&Tagged Rows Only", "Ctrl+T"),
    _rows(Rows.UNTAGGED, "&Untagged Rows Only", "Ctrl+Shift+T"),
    _chart(ChartKind.AUTO, "&Automatic"),
    _chart(ChartKind.BARS, "&Bars"),
    _chart(ChartKind.LINES, "&Lines"),
    _chart(ChartKind.STACKED, "&Stacked"),
    _chart(ChartKind.SHARE, "S&hare of Total"),
    _chart(ChartKind.INDEX, "&Index"),
    _chart(ChartKind.GROWTH, "&Growth"),
    _chart(ChartKind.BRIDGE, "B&ridge"),
    _chart(ChartKind.COMMON_SIZE, "&Common Size"),
    _chart(ChartKind.MULTIPLES, "Small &Multiples"),
    Command(
        "chart_log",
        "View/Chart &Kind",
        "L&ogarithmic Scale",
        lambda desk: desk.session.set_options(log=not desk.session.options.log),
        when=_table,
        checked=lambda desk: desk.session.options.log,
        line=True,
    ),
    _theme("system", "&Follow the System"),
    _theme("light", "&Light"),
    _theme("dark", "&Dark"),
    Command(
        "compact",
        "View",
        "Com&pact Rows",
        lambda desk: desk.session.set_options(compact=not desk.session.options.compact),
        checked=lambda desk: desk.session.options.compact,
    ),
    Command("settings", "View", "Fo&nts and Density…", lambda desk: desk.show_settings(), ("Ctrl+,",)),
    Command("zoom.in", "View", "Zoom &In", lambda desk: desk.zoom(1), ("Ctrl++", "Ctrl+="), line=True),
    Command("zoom.out", "View", "Zoom &Out", lambda desk: desk.zoom(-1), ("Ctrl+-",)),
    Command("zoom.reset", "View", "&Actual Size", lambda desk: desk.zoom(0), ("Ctrl+0",)),
    Command("full_screen", "View", "&Full Screen", lambda desk: desk.full_screen(), ("F11",), line=True),
    Command("reset_layout", "View", "&Reset Layout", lambda desk: desk.reset_layout()),
    Command(
        "back", "Go", "&Back", lambda desk: desk.session.go(-1), ("Alt+Left",), lambda desk: desk.session.can_go(-1)
    ),
    Command(
        "forward",
        "Go",
        "&Forward",
        lambda desk: desk.session.go(1),
        ("Alt+Right",),
        lambda desk: desk.session.can_go(1),
    ),
    Command(
        "table.next", "Go", "&Next Table", lambda desk: desk.go_table(1), ("Ctrl+PgDown", "Alt+Down"), _shown, line=True
    ),
    Command("table.previous", "Go", "&Previous Table", lambda desk: desk.go_table(-1), ("Ctrl+PgUp", "Alt+Up"), _shown),
    Command(
        "exhibit",
        "Go",
        "To the &Exhibit Referred To",
        lambda desk: desk.go_exhibit(),
        ("Ctrl+Return",),
        lambda desk: desk.refers(),
    ),
    Command("off.next", "Go", "Next Sum That Does Not &Tie", lambda desk: desk.go_off(1), ("F8",), _shown, line=True),
    Command(
        "off.previous", "Go", "Previous Sum That Does Not Tie", lambda desk: desk.go_off(-1), ("Shift+F8",), _shown
    ),
    Command(
        "checks",
        "Go",
        "All &Checks",
        lambda desk: desk.show_page("checks"),
        ("Ctrl+J",),
        _shown,
        lambda desk: desk.page() == "checks",
    ),
    _pane("contents", "To the C&ontents", "Ctrl+1", line=True),
    _pane("table", "To the Tab&le or Text", "Ctrl+2"),
    _pane("chart", "To the C&hart", "Ctrl+3"),
    _pane("source", "To the &Source", "Ctrl+4"),
    _pane("details", "To the &Details", "Ctrl+5"),
    Command("pane.next", "Go", "Ne&xt Pane", lambda desk: desk.cycle_panes(1), ("F6",), _open),
    Command("pane.previous", "Go", "P&revious Pane", lambda desk: desk.cycle_panes(-1), ("Shift+F6",), _open),
    Command(
        "changes",
        "Years",
        "Show &Difference and Percent",
        lambda desk: desk.session.set_options(changes=not desk.session.options.changes),
        ("Ctrl+D",),
        checked=lambda desk: desk.session.options.changes,
    ),
    Command(
        "common_size",
        "Years",
        "Show &Common Size",
        _toggle_share,
        ("Ctrl+Shift+5",),
        checked=lambda desk: desk.session.options.share is Share.COMMON_SIZE,
    ),
    Command(
        "years",
        "Years",
        "&All Years of This Statement",
        lambda desk: desk.show_page("years"),
        ("Ctrl+Shift+Y",),
        lambda desk: desk.has_years() or desk.page() == "years",
        lambda desk: desk.page() == "years",
        line=True,
    ),
    Command(
        "compare",
        "Years",
        "Compare &Text with Another Year",
        lambda desk: desk.show_page("compare"),
        ("Ctrl+Shift+C",),
        _open,
        lambda desk: desk.page() == "compare",
    ),
    Command("shortcuts", "Help", "&Keyboard Shortcuts", lambda desk: desk.show_shortcuts(), ("F1",)),
    Command("about", "Help", "&About Tieout", lambda desk: desk.show_about(), line=True),
)


class Commands:
    """The commands of one window."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._of_id = {command.id: command for command in COMMANDS}

    def __iter__(self) -> Iterator[Command]:
        return iter(COMMANDS)

    def __getitem__(self, ident: str) -> Command:
        return self._of_id[ident]

    def can(self, command: Command) -> bool:
        """Whether the command can act now."""
        return command.when(self._desk)

    def checked(self, command: Command) -> bool:
        """Whether the command is on; False for those that cannot be."""
        return command.checked is not None and command.checked(self._desk)

    def run(self, command: Command) -> None:
        """Runs the command, if it can act now."""
        if command.when(self._desk):
            command.run(self._desk)
