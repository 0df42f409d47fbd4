"""Draws the pictures of the documentation with the real window: `python -m tests.screenshots [FOLDER]`.

Of the samples always; of the first filing that the program was made for where that is at hand.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from gui.options import ChartKind
from gui.snapshot import snapshot
from gui.views.welcome import samples
from tests.filings_dir import SEED

DOCS = Path(__file__).parent.parent / "docs" / "screenshots"
SMALL, LARGE = (1280, 800), (1920, 1080)
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
    if SEED.exists():
        yield from in_both_sizes_and_themes("seed", [SEED], "balance-sheet")


def main(arguments: list[str]) -> int:
    """Draws all of them; the first exit code that is not 0."""
    folder = Path(arguments[0]) if arguments else DOCS
    for name, files, select, view, size, theme, why, chart in pictures():
        out = folder / f"{name}.png"
        code = snapshot(files, out=out, select=select, view=view, size=size, theme=theme, why=why, chart=chart)
        if code:
            return code
        sys.stdout.write(f"{out} {out.stat().st_size / 1000:.0f} kB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
