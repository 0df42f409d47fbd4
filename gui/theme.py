"""The colours and fonts of a theme, by role, read from resources/themes."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtGui import QColor, QFont, QFontDatabase

THEMES = Path(__file__).parent.parent / "resources" / "themes"


@dataclass(frozen=True)
class Theme:
    """One theme: every colour by its role."""

    name: str
    dark: bool
    ground: QColor
    panel: QColor
    hairline: QColor
    text: QColor
    secondary: QColor
    accent: QColor
    selection: QColor
    warning: QColor
    warning_ground: QColor
    cite: QColor
    gain: QColor
    loss: QColor
    series: tuple[QColor, ...]


@cache
def load(name: str) -> Theme:
    """The theme `light` or `dark`. Raises OSError, KeyError or tomllib.TOMLDecodeError where its file is not right."""
    data = tomllib.loads((THEMES / f"{name}.toml").read_text(encoding="utf-8"))
    colours = dict(data["colours"])
    series = tuple(QColor(colour) for colour in colours.pop("series"))
    roles = {role: QColor(colour) for role, colour in colours.items()}
    return Theme(name=data["name"], dark=data["dark"], series=series, **roles)


def tabular(font: QFont) -> QFont:
    """The same font with figures of one width."""
    figures = QFont(font)
    figures.setFeature(QFont.Tag("tnum"), 1)
    return figures


def monospace(pixels: int = 12) -> QFont:
    """A good monospace font of this machine."""
    for family in ("JetBrains Mono", "SF Mono", "Cascadia Mono", "Consolas", "Menlo", "DejaVu Sans Mono"):
        if QFontDatabase.hasFamily(family):
            font = QFont(family)
            break
    else:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(pixels)
    font.setStyleHint(QFont.StyleHint.Monospace)
    return font
