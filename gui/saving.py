"""Asks where to save, and saves: a filing as spreadsheet, CSV or JSON, a chart as a picture."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget

from core.analysis import Analysis
from gui.jobs import Jobs
from gui.session import Session
from gui.settings import Settings
from gui.views.notice import NoticeBar, Weight

if TYPE_CHECKING:
    from core.years.stitched import Across

KINDS = {
    "xlsx": ("Excel workbook", "Excel workbook (*.xlsx)"),
    "csv": ("CSV", "CSV (*.csv)"),
    "json": ("JSON", "JSON (*.json)"),
}

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
    first = Path(settings.text("folder")) / f"{Path(analysis.filing.name).stem}.{kind}"
    name, _ = QFileDialog.getSaveFileName(window, f"Export to {title}", str(first), pattern)
    if name:
        _save(Path(name), kind, lambda target: write(analysis, target), jobs, notices)


def ask_years(
    window: QWidget, across: "Across | None", session: Session, settings: Settings, jobs: Jobs, notices: NoticeBar
) -> None:
    """Writes a table over all years to a file that the reader names: its suffix chooses the workbook or CSV."""
    if across is None:
        return
    analyses = {one.path: one for one in session.analyses}
    patterns = ";;".join(KINDS[kind][1] for kind in ("xlsx", "csv"))
    first = str(Path(settings.text("folder")) / "all-years.xlsx")
    name, _ = QFileDialog.getSaveFileName(window, "Export All Years", first, patterns)
    if name:
        _save(Path(name), "xlsx", lambda target: write_years(across, analyses, target), jobs, notices)


def write_years(across: "Across", analyses: Mapping[Path, Analysis], target: Path) -> None:
    """Writes a table over all years in the format of the target's suffix."""
    from core.export import export_years

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


def ask_chart(window: QWidget, chart: QWidget, settings: Settings, notices: NoticeBar) -> None:
    """Saves the chart to a file that the reader names, in a size of their choice: its suffix chooses PNG or SVG."""
    first = str(Path(settings.text("folder")) / "chart.png")
    name, _ = QFileDialog.getSaveFileName(window, "Save Chart", first, "PNG (*.png);;SVG (*.svg)")
    if not name:
        return
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
