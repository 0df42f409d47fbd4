"""Draws what `python -m tests.endurance --to rows.csv` wrote down: `python -m tests.endurance_picture rows.csv picture.png`.

One plot a measure, over the minutes: memory, open files and threads, widgets, and the milliseconds of an action.
"""

import argparse
import csv
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.endurance import Row

WIDTH, HEIGHT, AXIS = 900, 900, 60
"""Pixels of the picture, and of the room for the numbers at its left."""
PLOTS = (
    ("Memory, MB", (("megabytes", "#1f5fa8"),)),
    ("Open files (upper) and threads", (("files", "#1f5fa8"), ("threads", "#b5541c"))),
    ("Widgets", (("widgets", "#1f5fa8"),)),
    ("Middle action, ms", (("milliseconds", "#1f5fa8"),)),
)
"""The title of each plot, and the measures in it with their colours."""


def rows_of(path: Path) -> list[Row]:
    """The rows that were written down."""
    with path.open(newline="", encoding="utf-8") as file:
        return [_row(one) for one in csv.DictReader(file)]


def _row(told: dict[str, str]) -> Row:
    return Row(
        int(told["actions"]),
        float(told["minutes"]),
        float(told["megabytes"]),
        int(told["files"]),
        int(told["threads"]),
        int(told["widgets"]),
        float(told["milliseconds"]),
    )


def draw(rows: Sequence[Row], path: Path) -> None:
    """Writes the picture as PNG."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    import pyqtgraph as pg
    from pyqtgraph.exporters import ImageExporter

    pg.setConfigOptions(background="w", foreground="k", antialias=True)
    pg.mkQApp()
    board = pg.GraphicsLayoutWidget()
    board.resize(WIDTH, HEIGHT)
    minutes = [row.minutes for row in rows]
    for at, (title, lines) in enumerate(PLOTS):
        plot = board.addPlot(row=at, col=0, title=title)
        plot.getAxis("left").setWidth(AXIS)
        plot.showGrid(x=True, y=True, alpha=0.2)
        plot.setLabel("bottom", "minutes" if at == len(PLOTS) - 1 else "")
        for name, colour in lines:
            plot.plot(minutes, [float(getattr(row, name)) for row in rows], pen=pg.mkPen(colour, width=2))
        plot.setYRange(0, max(float(getattr(row, name)) for row in rows for name, _ in lines))
    board.grab()  # lays it out
    exporter = ImageExporter(board.scene())
    exporter.parameters()["width"] = WIDTH
    exporter.export(str(path))


def main() -> int:
    """Draws the rows of one run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=Path)
    parser.add_argument("picture", type=Path)
    told = parser.parse_args()
    draw(rows_of(told.rows), told.picture)
    return 0


if __name__ == "__main__":
    sys.exit(main())
