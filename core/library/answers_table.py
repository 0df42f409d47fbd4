"""Answers of a library as a table: for a terminal, as JSON, and as rows of CSV with the place of every figure."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from core.formulas import guarded
from core.library.answers import Point, Restated, Series
from core.target import put

_CAPTION = 44
"""Characters of a name in a terminal."""
_WIDTH = 18
"""Characters of an amount there."""
_HEADS = ("name", "fiscal_year", "end", "whole", "currency", "printed", "caption", "otherwise")
_HEADS_RESTATED = ("company", "statement", "start", "end", "whole", "later", "change", "currency", "printed", "caption")
_PLACE = ("form", "filed", "file", "document", "begin", "finish", "sha256")

Cell = str | int


def as_objects(found: Sequence[Series] | Sequence[Restated]) -> list[dict[str, object]]:
    """An answer as JSON: of each row its figures by year, each with its place; or the first and the last that were printed."""
    return [_series(one) if isinstance(one, Series) else _restated(one) for one in found]


def _series(one: Series) -> dict[str, object]:
    return {"name": one.name, "years": {str(year): _object(point) for year, point in one.points.items()}}


def _restated(one: Restated) -> dict[str, object]:
    first, last = _object(one.first), _object(one.last)
    start = one.start.isoformat() if one.start else None
    return {"company": one.company, "statement": one.kind, "start": start, "first": first, "last": last}


def _object(point: Point) -> dict[str, object]:
    told = point._asdict()
    return told | {
        "whole": f"{point.whole:f}",
        "end": point.end.isoformat(),
        "filed": point.filed.isoformat() if point.filed else None,
    }


def drawn(found: Sequence[Series] | Sequence[Restated]) -> str:
    """An answer for a terminal. A `*` says that another filing prints the figure otherwise."""
    series = [one for one in found if isinstance(one, Series)]
    if series:
        return _drawn_years(series)
    return "".join(_drawn_restated(one) for one in found if isinstance(one, Restated))


def _drawn_years(series: Sequence[Series]) -> str:
    years = sorted({year for one in series for year in one.points})
    lines = [[f"{'':{_CAPTION}}", *(f"{year:>{_WIDTH}}" for year in years)]]
    lines += [[f"{one.name[:_CAPTION]:{_CAPTION}}", *(_cell(one.points.get(year)) for year in years)] for one in series]
    return "".join("".join(line).rstrip() + "\n" for line in lines)


def _cell(point: Point | None) -> str:
    said = "" if point is None else f"{point.whole:,f}" + ("*" if point.otherwise else " ")
    return f"{said:>{_WIDTH}}"


def _drawn_restated(one: Restated) -> str:
    first, last = one.first, one.last
    return (
        f"{one.company}: {last.caption or '(no caption)'}, {one.kind.lower()}, {last.end}\n"
        f"  {first.whole:>{_WIDTH},f}  {first.path}\n  {last.whole:>{_WIDTH},f}  {last.path}  ({one.change:+,f})\n"
    )


def write_answer(found: Sequence[Series] | Sequence[Restated], target: Path) -> int:
    """Writes an answer as CSV, a figure a row; how many. Raises ValueError for a target of another kind, and as `put` does."""
    if target.suffix.lower() != ".csv":
        raise ValueError(f"{target.name}: the name must end in .csv")
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    rows = list(_rows(found))
    writer.writerows([guarded(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    put(target, out.getvalue().encode("utf-8-sig"))
    return len(rows) - 1


def _rows(found: Sequence[Series] | Sequence[Restated]) -> Iterable[Sequence[Cell]]:
    if any(isinstance(one, Restated) for one in found):
        yield (*_HEADS_RESTATED, *_PLACE, *(f"later_{name}" for name in _PLACE))
        for one in found:
            if isinstance(one, Restated):
                yield _row_restated(one)
        return
    yield (*_HEADS, *_PLACE)
    for one in found:
        if isinstance(one, Series):
            yield from (_row(one.name, year, point) for year, point in one.points.items())


def _row(name: str, year: int, point: Point) -> list[Cell]:
    told: list[Cell] = [name, year, point.end.isoformat(), f"{point.whole:f}", point.currency or "", point.printed]
    return [*told, point.caption, point.otherwise, *_place(point)]


def _row_restated(one: Restated) -> list[Cell]:
    first, last = one.first, one.last
    told: list[Cell] = [one.company, one.kind, one.start.isoformat() if one.start else "", last.end.isoformat()]
    amounts = [f"{amount:f}" for amount in (first.whole, last.whole, one.change)]
    return [*told, *amounts, last.currency or "", last.printed, last.caption, *_place(first), *_place(last)]


def _place(point: Point) -> list[Cell]:
    filed = point.filed.isoformat() if point.filed else ""
    return [point.form, filed, point.path, point.document, point.begin, point.finish, point.sha256]
