"""How statements and charts are shown: the choices, without a window."""

from dataclasses import dataclass
from enum import StrEnum

from core.tagged import Rows


class Scale(StrEnum):
    """How money is shown."""

    AS_FILED = "as filed"
    UNITS = "units"
    THOUSANDS = "thousands"
    MILLIONS = "millions"


class Share(StrEnum):
    """Whether figures are shown as amounts or as shares of revenue or total assets."""

    AMOUNTS = "amounts"
    COMMON_SIZE = "common size"


class ChartKind(StrEnum):
    """How the chart draws the selected rows; `AUTO` as suits the table."""

    AUTO = "auto"
    BARS = "bars"
    LINES = "lines"
    STACKED = "stacked"
    SHARE = "share"
    INDEX = "index"
    GROWTH = "growth"
    BRIDGE = "bridge"
    COMMON_SIZE = "common_size"
    MULTIPLES = "multiples"


CHART_NAMES = {
    ChartKind.AUTO: "Automatic",
    ChartKind.BARS: "Bars",
    ChartKind.LINES: "Lines",
    ChartKind.STACKED: "Stacked",
    ChartKind.SHARE: "Share of Total",
    ChartKind.INDEX: "Index",
    ChartKind.GROWTH: "Growth",
    ChartKind.BRIDGE: "Bridge",
    ChartKind.COMMON_SIZE: "Common Size",
    ChartKind.MULTIPLES: "Small Multiples",
}
"""What the kinds of chart are called in menus."""


@dataclass(frozen=True, slots=True)
class SheetOptions:
    """How a statement is shown. `compare` names two column indexes (later, earlier) of the shown statement, or None for
    the filing's own latest two; `changes` shows their difference and percent; `brackets` shows negatives in brackets;
    `chart` and `log`, its scale, are kept here too, so that menu, chart and settings speak of one thing; `rows` says which
    rows a tagged filing's tables show; `compact` draws rows lower, which a low window does anyhow, `close_text` the lines of
    the text;
    `table_zoom` and `text_zoom` are pixels by which the fonts of tables and of the text are larger than the window's,
    `table_font` and `text_font` their families, empty for the window's own."""

    scale: Scale = Scale.AS_FILED
    share: Share = Share.AMOUNTS
    changes: bool = True
    compare: tuple[int, int] | None = None
    brackets: bool = True
    chart: ChartKind = ChartKind.AUTO
    log: bool = False
    rows: Rows = Rows.ALL
    compact: bool = False
    close_text: bool = False
    table_zoom: int = 0
    text_zoom: int = 0
    table_font: str = ""
    text_font: str = ""


SMALLER, LARGER = -4, 15
"""Pixels between which a zoom may be."""


def zoomed(now: int, steps: int) -> int:
    """A zoom after so many steps; none go back to the window's own size."""
    return max(SMALLER, min(LARGER, now + steps)) if steps else 0


def zoom_of(kept: str) -> int:
    """A zoom as the settings keep it; none where they say something else."""
    try:
        return zoomed(0, int(kept))
    except ValueError:
        return 0
