"""Draws the pictures of the documentation with the real window: `python -m tests.screenshots [FOLDER] [--every]`.

Of the samples always; of the first filing that the program was made for where that is at hand. With `--every`, to be looked
at and not kept, every page and every kind of chart in three sizes, light and dark.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from core.checks.check import Status
from gui.main_window import MainWindow
from gui.options import ChartKind
from gui.remarks import OwnSum, key_of_check
from gui.snapshot import snapshot
from gui.views.welcome import samples

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
