"""Asks where to save, and saves: a filing as spreadsheet, CSV or JSON, a chart as a picture."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget

from core.analysis import Analysis
from core.read.filing import Filing
from gui.jobs import Jobs
from gui.models.titles import calm, filing_title
from gui.remarks import OfFiling, key_of_check
from gui.session import Session
from gui.settings import Settings
from gui.views.notice import NoticeBar, Weight

if TYPE_CHECKING:
    from core.export.one_table import OneTable
    from core.years.stitched import Across

KINDS = {
    "xlsx": ("Excel workbook", "Excel workbook (*.xlsx)"),
    "csv": ("CSV", "CSV (*.csv)"),
    "json": ("JSON", "JSON (*.json)"),
}

TABLE = "Excel workbook (*.xlsx);;CSV (*.csv);;PDF (*.pdf)"
PDF = ".pdf"
CHECKS = "Excel workbook (*.xlsx);;Page (*.html)"
LONGEST_TITLE = 60
"""Characters of a table's title in the name of a file."""
SAVED_IN = "folder/saved"
"""The setting that says where something was saved last."""
SIZES = {
    "As on the screen": None,
    "Slide, 1600 × 900": QSize(1600, 900),
    "Page, 1200 × 750": QSize(1200, 750),
    "Column, 800 × 500": QSize(800, 500),
}
"""Sizes of a chart's picture, in pixels of the screen; a PNG has twice as many."""


def ask(window: QWidget, kind: str, session: Session, settings: Settings, jobs: Jobs, notices: NoticeBar) -> None:
    """Writes the shown filing to a file that the reader names, off the UI thread, and says how it went."""
    if session.current is None:
        return
    analysis = session.places(session.current.path).analysis
    title, pattern = KINDS[kind]
    first = proposed(settings, f"{file_words(analysis.filing)}.{kind}")
    name, _ = QFileDialog.getSaveFileName(window, f"Export to {title}", first, pattern)
    if name:
        keep_folder(settings, name)
        _save(Path(name), kind, lambda target: write(analysis, target), jobs, notices)


def ask_years(
    window: QWidget,
    across: "Across",
    table: "OneTable",
    session: Session,
    settings: Settings,
    jobs: Jobs,
    notices: NoticeBar,
) -> None:
    """Writes a table over all years to a file that the reader names: its suffix chooses the workbook or CSV, which hold
    all that the filings say, or PDF, which is as it is shown."""
    analyses = {one.path: one for one in session.analyses}
    latest = [one for one in session.analyses if one.path in across.paths][-1]
    company, years = _plain(calm(latest.filing.header.company or "")), _years(across)
    kind = across.statement.kind.value.replace("_", " ")
    name = " ".join(part for part in (company, kind, years) if part)
    name, _ = QFileDialog.getSaveFileName(window, "Export All Years", proposed(settings, f"{name}.xlsx"), TABLE)
    if name:
        keep_folder(settings, name)
        family = table_family(window, settings)
        _save(Path(name), "xlsx", lambda target: write_years(across, analyses, target, table, family), jobs, notices)


def ask_table(
    window: QWidget,
    table: "OneTable",
    filing: Filing,
    read_from: Path,
    settings: Settings,
    jobs: Jobs,
    notices: NoticeBar,
) -> None:
    """Writes one table, as it is shown, to a file that the reader names: its suffix chooses the workbook, CSV or PDF."""
    first = proposed(settings, f"{file_words(filing)} {_plain(table.title)[:LONGEST_TITLE].strip()}.xlsx")
    name, _ = QFileDialog.getSaveFileName(window, "Export This Table", first, TABLE)
    if name:
        keep_folder(settings, name)
        family = table_family(window, settings)
        _save(Path(name), "xlsx", lambda target: write_table(table, target, read_from, family), jobs, notices)


def write_table(table: "OneTable", target: Path, read_from: Path, family: str) -> None:
    """Writes one table in the format of the target's suffix; on paper in a font of this family."""
    from core.export import export_table

    if target.suffix.lower() == PDF:
        _print_to(target, table, family, (read_from,))
    else:
        export_table(table, target, (read_from,))


def _print_to(target: Path, table: "OneTable", family: str, read_from: Sequence[Path]) -> None:
    from core.target import put
    from gui.table.printing import as_pdf

    put(target, as_pdf(table, family), read_from)


def table_family(window: QWidget, settings: Settings) -> str:
    """The family of the font that tables are shown in."""
    return settings.text("options/table_font") or window.font().family()


def ask_checks(window: QWidget, session: Session, settings: Settings, jobs: Jobs, notices: NoticeBar) -> None:
    """Writes the checks of the shown filing, and why the reader accepts what is off, to a file that the reader names."""
    if session.current is None:
        return
    analysis = session.places(session.current.path).analysis
    noted = session.remarks.of(analysis.filing.sha256)
    first = proposed(settings, f"{file_words(analysis.filing)} checks.xlsx")
    name, _ = QFileDialog.getSaveFileName(window, "Export the Checks", first, CHECKS)
    if name:
        keep_folder(settings, name)
        _save(Path(name), "xlsx", lambda target: write_checks(analysis, noted, target), jobs, notices)


def write_checks(analysis: Analysis, noted: OfFiling, target: Path) -> None:
    """Writes the checks of a filing in the format of the target's suffix."""
    from core.export import export_checks

    export_checks([analysis], target, lambda _, check: noted.why(key_of_check(check)))


def proposed(settings: Settings, name: str) -> str:
    """A file of this name in the folder where something was saved last, or opened."""
    return str(Path(settings.text(SAVED_IN) or settings.text("folder")) / name)


def keep_folder(settings: Settings, chosen: str) -> None:
    """Remembers the folder in which something is saved."""
    settings.set_text(SAVED_IN, str(Path(chosen).parent))


def file_words(filing: Filing) -> str:
    """A filing in the name of a file: `Coca-Cola Co 10-K 2002`; its own name where nothing is known of it."""
    return _plain(filing_title(filing)) if filing.header.company else Path(filing.name).stem


def _plain(words: str) -> str:
    """Words without what a name of a file may not have everywhere."""
    return " ".join("".join(c if c.isalnum() or c in " -.&()" else " " for c in words).split())


def write_years(
    across: "Across", analyses: Mapping[Path, Analysis], target: Path, table: "OneTable", family: str
) -> None:
    """Writes a table over all years in the format of the target's suffix; on paper as `table` in a font of this family."""
    from core.export import export_years

    if target.suffix.lower() == PDF:
        _print_to(target, table, family, across.paths)
    else:
        export_years(across, analyses, target)


def _save(chosen: Path, kind: str, work: Callable[[Path], None], jobs: Jobs, notices: NoticeBar) -> None:
    """Does the work off the UI thread, and says how it went."""
    target = chosen if chosen.suffix else chosen.with_name(f"{chosen.name}.{kind}")

    def done(_: Any) -> None:
        _tell_written(target, notices)

    def failed(error: Exception) -> None:
        reason = getattr(error, "strerror", None) or str(error)
        notices.say("saved", f"{target.name} was not written: {reason}", Weight.ERROR)

    jobs.run("export", lambda _: work(target), done, failed)


def _tell_written(target: Path, notices: NoticeBar) -> None:
    folder = ("Open the Folder", lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(target.parent))))
    notices.say("saved", f"Wrote {target}", Weight.HINT, folder)


def write(analysis: Analysis, target: Path) -> None:
    """Writes a filing in the format of the target's suffix."""
    from core.export import export

    export(analysis, target)


def _years(across: "Across") -> str:
    """`1998-2003`: the first and the last year of a table over all years."""
    years = sorted({column.end.year for column in across.statement.columns if column.end is not None})
    return f"{years[0]}-{years[-1]}" if len(years) > 1 else "".join(map(str, years))


def ask_chart(window: QWidget, chart: QWidget, session: Session, settings: Settings, notices: NoticeBar) -> None:
    """Saves the chart to a file that the reader names, in a size of their choice: its suffix chooses PNG or SVG."""
    filing = session.places(session.current.path).analysis.filing if session.current is not None else None
    named = f"{file_words(filing)} {_subject(session)}".strip() if filing is not None else "chart"
    first = proposed(settings, f"{named}.png")
    name, _ = QFileDialog.getSaveFileName(window, "Save Chart", first, "PNG (*.png);;SVG (*.svg)")
    if not name:
        return
    keep_folder(settings, name)
    target = Path(name) if Path(name).suffix else Path(f"{name}.png")
    names = list(SIZES)
    before = settings.text("chart/size", names[0])
    at = names.index(before) if before in names else 0
    size, sure = QInputDialog.getItem(window, "Save Chart", "Size of the picture:", names, at, editable=False)
    if not sure:
        return
    settings.set_text("chart/size", size)
    try:
        chart.save(target, SIZES.get(size))  # type: ignore[attr-defined]
    except OSError as error:
        notices.say("saved", f"{target.name} was not written: {error.strerror or error}", Weight.ERROR)
    else:
        _tell_written(target, notices)


def _subject(session: Session) -> str:
    """What the chart is of, in the name of a file: `balance sheet`."""
    statement = session.statement
    return statement.kind.value.replace("_", " ") if statement is not None else ""
