"""A filing's statements and tables as a spreadsheet, as CSV or as JSON."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from core.analysis import Analysis
from core.checks.check import Check
from core.contract import as_json
from core.target import put
from core.years.history import History
from core.years.stitched import Across

if TYPE_CHECKING:
    from core.export.one_table import OneTable
    from core.years.measures import Measures


class ExportError(ValueError):
    """The target is of no format that can be written. Its message is one line."""


def export(analysis: Analysis, path: Path) -> None:
    """Writes a filing in the format of the target's suffix: `.xlsx`, `.csv` (`.tidy.csv`: one figure a line) or `.json`.

    The file is written whole or not at all. Raises ExportError for another suffix, and OSError where it cannot be written.
    """
    put(path, _bytes(analysis, path), (analysis.path,))


def export_years(across: Across, analyses: Mapping[Path, Analysis], path: Path) -> None:
    """Writes a table over all years, read from these filings, as `.xlsx` or `.csv`; else the same as `export`."""
    from core.export.years import as_csv, as_workbook

    suffix = path.suffix.lower()
    if suffix not in (".xlsx", ".csv"):
        raise ExportError(f"{path.name}: the name must end in .xlsx or .csv")
    data = as_workbook(across, analyses) if suffix == ".xlsx" else as_csv(across, analyses).encode("utf-8-sig")
    put(path, data, analyses)


def export_table(table: "OneTable", path: Path, inputs: Sequence[Path]) -> None:
    """Writes one table, read from these files, as `.xlsx` or `.csv`; else the same as `export`."""
    from core.export.one_table import as_csv, as_workbook

    suffix = path.suffix.lower()
    if suffix not in (".xlsx", ".csv"):
        raise ExportError(f"{path.name}: the name must end in .xlsx or .csv")
    put(path, as_workbook(table) if suffix == ".xlsx" else as_csv(table).encode("utf-8-sig"), inputs)


def export_history(history: History, path: Path, wanted: "Measures | None" = None) -> None:
    """Writes the statements of a company over the years as `.xlsx`, with the measures that are `wanted`, `.parquet` or `.json`;
    else the same as `export`."""
    suffix, inputs = path.suffix.lower(), [analysis.path for analysis in history.filings]
    if suffix == ".json":
        from core.export.history import as_json as history_json

        put(path, (json.dumps(history_json(history), ensure_ascii=False, indent=1) + "\n").encode(), inputs)
    elif suffix == ".xlsx":
        from core.export.history_workbook import workbook

        put(path, workbook(history, wanted), inputs)
    elif suffix == ".parquet":
        from core.export.history_data import write

        write(history, path, inputs)
    else:
        raise ExportError(f"{path.name}: the name must end in .xlsx, .parquet or .json")


def export_checks(
    analyses: Sequence[Analysis], path: Path, accepted: Callable[[Analysis, Check], str | None] = lambda *_: None
) -> None:
    """Writes what was checked of these filings as `.xlsx` or `.html`, with the word why a reader accepts a finding; else the
    same as `export`."""
    from core.export.check_report import as_html, as_workbook

    suffix = path.suffix.lower()
    if suffix not in (".xlsx", ".html"):
        raise ExportError(f"{path.name}: the name must end in .xlsx or .html")
    data = as_workbook(analyses, accepted) if suffix == ".xlsx" else as_html(analyses, accepted).encode()
    put(path, data, [analysis.path for analysis in analyses])


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
