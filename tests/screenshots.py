"""Draws the pictures of the documentation with the real window: `python -m tests.screenshots [FOLDER] [--every]`.

Of the samples always; of the first filing that the program was made for where that is at hand. With `--every`, to be looked
at and not kept, every page and every kind of chart in three sizes, light and dark.
"""

import atexit
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QLabel, QToolTip

from core.checks.check import Status
from core.compare.change import ChangeKind
from core.document.prose import PassageKind
from gui.main_window import MainWindow
from gui.options import ChartKind
from gui.remarks import OwnSum, key_of_check
from gui.snapshot import PATIENCE, snapshot, wait_until
from gui.view_factory import COMPARE, YEARS
from gui.views.welcome import samples
from tests import made_years

DOCS = Path(__file__).parent.parent / "docs" / "screenshots"
SMALL, LARGE = (1280, 800), (1920, 1080)
SIZES = ((960, 540), SMALL, LARGE)
EVERY = "--every"
CHARTS = {
    ChartKind.BARS: "cash-flow",
    ChartKind.LINES: "selected-data",
    ChartKind.STACKED: "balance-sheet",
    ChartKind.SHARE: "income-statement",
    ChartKind.INDEX: "selected-data",
    ChartKind.GROWTH: "income-statement",
    ChartKind.BRIDGE: "income-statement",
    ChartKind.COMMON_SIZE: "income-statement",
    ChartKind.MULTIPLES: "equity",
}
"""Each kind of chart, and a table that suits it."""


class Picture(NamedTuple):
    """A picture: what is opened, what is shown of it, and how it is drawn."""

    name: str
    files: Sequence[Path]
    select: str | None = None
    view: str | None = None
    size: tuple[int, int] = SMALL
    theme: str = "light"
    why: str | None = None
    chart: ChartKind = ChartKind.AUTO
    act: Callable[[MainWindow], object] | None = None


def point(window: MainWindow, statement: str, row: int) -> None:
    """Points at the first figure of a row."""
    shown = window.session.current
    assert shown is not None
    places = window.session.places(shown.path)
    window.session.point_at(shown.path, places.statements[statement].rows[row].figures[0].cite)


def follow_links(window: MainWindow) -> None:
    """Points at total current assets, and shows what they have to do with other figures."""
    point(window, "balance-sheet", 7)
    window.desk.show_links()


def accept(window: MainWindow) -> None:
    """Accepts the finding, and keeps a sum of one's own."""
    shown = window.session.current
    assert shown is not None
    places, remarks = window.session.places(shown.path), window.session.remarks
    off = next(check for check in places.analysis.checks if check.status is Status.OFF)
    cites = [row.figures[0].cite for row in places.statements["balance-sheet"].rows[9:14]]
    why = "Misprint: the company confirms 16,870"
    window.session.note(shown.path, lambda file: remarks.accept(file, key_of_check(off), why))
    window.session.note(shown.path, lambda file: remarks.add(file, OwnSum(cites[-1], tuple(cites[:-1]))))


def find(window: MainWindow) -> None:
    """Looks for a line of the other year's filing."""
    window.desk.find_anything()
    window.panes.parts.palette(window.commands, window).open("pellwick 2002 net income")  # type: ignore[attr-defined]


def hover_restated(window: MainWindow) -> None:
    """Rests over the first reclassified figure: what is told of it is drawn where the pointer would be."""
    view = window.panes.parts.view(YEARS)
    model, table = view.model, view.table  # type: ignore[attr-defined]
    places = ((row, column) for row in range(model.rowCount()) for column in range(1, model.columnCount()))
    row, column = next(place for place in places if " = " in model.hover(*place))
    table.setCurrentIndex(model.index(row, column))
    box = table.visualRect(model.index(row, column))
    tip = QLabel(model.hover(row, column), window)
    tip.setFont(QToolTip.font())
    tip.setPalette(QToolTip.palette())
    tip.setAutoFillBackground(True)
    tip.setFrameShape(QLabel.Shape.Box)
    tip.setMargin(4)
    tip.adjustSize()
    tip.move(table.viewport().mapTo(window, box.bottomLeft()))
    tip.show()


def list_sections(window: MainWindow) -> None:
    """Lists all sections of two filings, once they are counted."""
    view = window.panes.parts.view(COMPARE)
    wait_until(lambda: bool(view.counted.values), PATIENCE)  # type: ignore[attr-defined]
    view.all.click()  # type: ignore[attr-defined]


def first_change_of_a_table(window: MainWindow) -> None:
    """Goes to the first changed line of a table in the section that is compared."""
    view = window.panes.parts.view(COMPARE)
    beside, count = view.beside, view.count  # type: ignore[attr-defined]
    wait_until(lambda: bool(beside.rows) and not count.text().endswith("…"), PATIENCE)
    for at, row in enumerate(beside.rows):
        changed = [number for number, one in enumerate(row.changes) if one.kind is not ChangeKind.EQUAL]
        if changed and PassageKind.TABLE in {side.kind for side in (row.old, row.new) if side is not None}:
            beside.set_current(at, changed[0])
            return


@cache
def ten_years() -> tuple[Path, ...]:
    """The annual reports of the made-up company of ten years, the latest first, in a folder that goes with the process."""
    folder = tempfile.mkdtemp(prefix="quillon-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return made_years.write(Path(folder))[::-1]


def in_both_sizes_and_themes(name: str, files: Sequence[Path], select: str) -> Iterator[Picture]:
    """`name-1280x800-light` and the three others."""
    for size in (SMALL, LARGE):
        for theme in ("light", "dark"):
            yield Picture(f"{name}-{size[0]}x{size[1]}-{theme}", files, select, size=size, theme=theme)


def pictures() -> Iterator[Picture]:
    """Every picture, by the name it has in the documentation."""
    both = tuple(path for path in samples() if path.suffix == ".txt")
    last, tagged = both[-1:], [path for path in samples() if path.suffix == ".htm"]
    yield from in_both_sizes_and_themes("balance-sheet", last, "balance-sheet")
    yield Picture("income-statement", last, "income-statement")
    yield Picture("note", last, "doc-1/part-2/item-8/note-1")
    for kind, table in CHARTS.items():
        for theme in ("light", "dark"):
            yield Picture(f"chart-{kind.value}-{theme}", last, table, theme=theme, chart=kind)
    yield Picture("compare", both, "part-2/item-7", "compare")
    yield Picture("checks", last, view="checks")
    yield Picture("why", last, "balance-sheet", why="balance-sheet:4:1")
    yield Picture("as-filed", tagged, "note-13-table-5", size=(1440, 900))
    yield Picture("welcome", (), view="welcome")
    yield Picture("tour-place", last, "balance-sheet", act=lambda window: point(window, "balance-sheet", 4))
    yield Picture("tour-links", last, "balance-sheet", act=follow_links)
    yield Picture("tour-accepted", last, view="checks", act=accept)
    yield Picture("tour-find", both, "balance-sheet", act=find)
    yield Picture("tour-years", both, "income-statement", "years")
    for size in (SMALL, LARGE):
        name = f"{size[0]}x{size[1]}"
        yield Picture(f"years-ten-{name}", ten_years(), "income-statement", "years", size)
        yield Picture(f"years-restated-{name}", ten_years(), "income-statement", "years", size, act=hover_restated)
        yield Picture(f"redline-table-{name}", both, "part-2/item-8", "compare", size, act=first_change_of_a_table)
        yield Picture(f"sections-{name}", both, "part-2/item-7", "compare", size, act=list_sections)


def every_picture() -> Iterator[Picture]:
    """Every picture in every size and theme."""
    for one in pictures():
        if one.theme == "light" and one.size != LARGE:
            for size in SIZES:
                for theme in ("light", "dark"):
                    name = f"{one.name.removesuffix('-light').removesuffix('-1280x800')}-{size[0]}x{size[1]}-{theme}"
                    yield one._replace(name=name, size=size, theme=theme)


def main(arguments: list[str]) -> int:
    """Draws all of them; the first exit code that is not 0."""
    folder = next((Path(one) for one in arguments if not one.startswith("-")), DOCS)
    for one in every_picture() if EVERY in arguments else pictures():
        how = one._asdict()
        out, files = folder / f"{how.pop('name')}.png", how.pop("files")
        code = snapshot(files, out=out, **how)
        if code:
            return code
        sys.stdout.write(f"{out} {out.stat().st_size / 1000:.0f} kB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
