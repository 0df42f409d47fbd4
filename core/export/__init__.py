"""A filing's statements and tables as a spreadsheet, as CSV or as JSON."""

import errno
import json
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from core.analysis import Analysis
from core.checks.check import Check
from core.contract import as_json
from core.years.history import History
from core.years.stitched import Across


class ExportError(ValueError):
    """The target is of no format that can be written. Its message is one line."""


def export(analysis: Analysis, path: Path) -> None:
    """Writes a filing in the format of the target's suffix: `.xlsx`, `.csv` (`.tidy.csv`: one figure a line) or `.json`.

    The file is written whole or not at all. Raises ExportError for another suffix, and OSError where it cannot be written.
    """
    _put(path, _bytes(analysis, path))


def export_years(across: Across, analyses: Mapping[Path, Analysis], path: Path) -> None:
    """Writes a table over all years, read from these filings, as `.xlsx` or `.csv`; else the same as `export`."""
    from core.export.years import as_csv, as_workbook

    suffix = path.suffix.lower()
    if suffix not in (".xlsx", ".csv"):
        raise ExportError(f"{path.name}: the name must end in .xlsx or .csv")
    _put(path, as_workbook(across, analyses) if suffix == ".xlsx" else as_csv(across, analyses).encode("utf-8-sig"))


def export_history(history: History, path: Path) -> None:
    """Writes the statements of a company over the years as `.xlsx` or `.json`; else the same as `export`."""
    suffix = path.suffix.lower()
    if suffix == ".json":
        from core.export.history import as_json as history_json

        _put(path, (json.dumps(history_json(history), ensure_ascii=False, indent=1) + "\n").encode())
    elif suffix == ".xlsx":
        from core.export.history_workbook import workbook

        _put(path, workbook(history))
    else:
        raise ExportError(f"{path.name}: the name must end in .xlsx or .json")


def export_checks(
    analyses: Sequence[Analysis], path: Path, accepted: Callable[[Analysis, Check], str | None] = lambda *_: None
) -> None:
    """Writes what was checked of these filings as `.xlsx` or `.html`, with the word why a reader accepts a finding; else the
    same as `export`."""
    from core.export.check_report import as_html, as_workbook

    suffix = path.suffix.lower()
    if suffix not in (".xlsx", ".html"):
        raise ExportError(f"{path.name}: the name must end in .xlsx or .html")
    _put(path, as_workbook(analyses, accepted) if suffix == ".xlsx" else as_html(analyses, accepted).encode())


def _bytes(analysis: Analysis, path: Path) -> bytes:
    suffix = path.suffix.lower()
    if suffix == ".json":
        return (json.dumps(as_json(analysis), ensure_ascii=False, indent=1) + "\n").encode()
    if suffix == ".csv":
        from core.export.tables import stacked, tidy

        written = tidy(analysis) if path.stem.lower().endswith(".tidy") else stacked(analysis)
        return written.encode("utf-8-sig")
    if suffix == ".xlsx":
        from core.export.workbook import workbook

        return workbook(analysis)
    raise ExportError(f"{path.name}: the name must end in .xlsx, .csv or .json")


def _put(path: Path, data: bytes) -> None:
    """Write beside the target first and then put it in its place, so that a failure leaves what was there."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "Is a directory", str(path))
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
