"""The colours and fonts of a theme, by role, read from resources/themes."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

PIXELS = 13
"""Height of the interface font."""
READ = 1.06
"""Height of the font of text that is read at length, beside the interface's."""
LAST_RESORTS = frozenset({"DejaVu Sans", "Sans Serif", "Sans", "Bitstream Vera Sans", ""})
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


def interface_font(pixels: int = PIXELS) -> QFont:
    """The system's own interface font; a better one where the system only has its last resort."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if font.family() in LAST_RESORTS:
        font.setFamilies([*(name for name in ("Inter", "Noto Sans") if QFontDatabase.hasFamily(name)), font.family()])
    font.setPixelSize(pixels)
    return font


def pixels_of(part: str) -> int:
    """The height of the font of `table` or `text` where the reader has chosen no other."""
    window = QFontInfo(QApplication.font()).pixelSize()
    return round(window * READ) if part == "text" else window


def chosen(name: str) -> str:
    """The theme of this name; for `system` (or a name that is none) the one that the system asks for."""
    if name in ("light", "dark"):
        return name
    return "dark" if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark else "light"


def blend(one: QColor, other: QColor, share: float) -> QColor:
    """A colour between two: `share` of the other."""
    mixed = (a + (b - a) * share for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True))  # type: ignore[index]
    return QColor(*(round(part) for part in mixed))


def palette(theme: Theme) -> QPalette:
    """The theme in the roles of Qt."""
    roles = QPalette.ColorRole
    colours = {
        roles.Window: theme.panel,
        roles.WindowText: theme.text,
        roles.Base: theme.ground,
        roles.AlternateBase: theme.panel,
        roles.ToolTipBase: theme.panel,
        roles.ToolTipText: theme.text,
        roles.PlaceholderText: theme.secondary,
        roles.Text: theme.text,
        roles.Button: theme.panel,
        roles.ButtonText: theme.text,
        roles.BrightText: theme.loss,
        roles.Link: theme.accent,
        roles.LinkVisited: theme.accent,
        roles.Highlight: theme.selection,
        roles.HighlightedText: theme.text,
        roles.Accent: theme.accent,
        roles.Light: theme.ground,
        roles.Midlight: theme.hairline,
        roles.Mid: theme.hairline,
        roles.Dark: theme.secondary,
        roles.Shadow: theme.secondary,
    }
    made = QPalette()
    for role, colour in colours.items():
        made.setColor(role, colour)
    faint = blend(theme.secondary, theme.panel, 0.45)
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, faint)
    return made


def give_ground(page: QWidget, listed: QWidget, theme: Theme) -> None:
    """Lays a page, and what is listed on it, on the ground of the theme."""
    colours = page.palette()
    colours.setColor(page.backgroundRole(), theme.ground)
    page.setPalette(colours)
    page.setAutoFillBackground(True)
    inside = listed.palette()
    inside.setColor(QPalette.ColorRole.Base, theme.ground)
    inside.setColor(QPalette.ColorRole.Text, theme.text)
    listed.setPalette(inside)


def style_sheet(theme: Theme) -> str:
    """What the palette cannot say, from resources/themes/window.qss; `@role` there is a colour of the theme."""
    text = (THEMES / "window.qss").read_text(encoding="utf-8")
    colours = {name: value.name() for name, value in vars(theme).items() if isinstance(value, QColor)}
    colours["hover"] = blend(theme.panel, theme.text, 0.07).name()
    colours["handle"] = blend(theme.hairline, theme.secondary, 0.5).name()
    colours["faint"] = blend(theme.secondary, theme.panel, 0.45).name()
    for icon in ("down", "check"):
        colours[icon] = (THEMES.parent / "icons" / f"{icon}.svg").as_posix()
    return re.sub(r"@([a-z_]+)", lambda match: colours[match.group(1)], text)


def apply(theme: Theme) -> None:
    """Gives the whole application the theme, at once."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        if app.style().objectName().lower() != "fusion":
            app.setStyle("Fusion")
        app.setPalette(palette(theme))
        app.setStyleSheet(style_sheet(theme))
