"""Themes: every role there, contrast enough to read, nothing left of a role's name in the style sheet."""

import pytest
from PySide6.QtGui import QColor, QPalette

from gui.theme import Theme, chosen, load, palette, style_sheet


def luminance(colour: QColor) -> float:
    """Relative luminance, as WCAG 2 has it."""
    parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]  # type: ignore[index]
    return float(0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2])


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_words_can_be_read(theme: Theme) -> None:
    grounds = (theme.ground, theme.panel)
    for role in (theme.text, theme.secondary, theme.accent, theme.gain, theme.loss):
        assert min(contrast(role, ground) for ground in grounds) >= 4.4
    assert contrast(theme.warning, theme.warning_ground) >= 4.5
    assert contrast(theme.text, theme.selection) >= 4.5
    assert contrast(theme.text, theme.cite) >= 4.5


def test_the_style_sheet_names_colours_only(theme: Theme) -> None:
    assert "@" not in style_sheet(theme).partition("*/")[2]


def test_the_palette_has_the_themes_colours(qapp: object, theme: Theme) -> None:
    made = palette(theme)
    assert made.color(QPalette.ColorRole.Base) == theme.ground
    assert made.color(QPalette.ColorRole.Window) == theme.panel


@pytest.mark.parametrize(("name", "theme_name"), [("light", "light"), ("dark", "dark")])
def test_a_chosen_theme_is_that_one(qapp: object, name: str, theme_name: str) -> None:
    assert chosen(name) == theme_name
    assert chosen("nonsense") in ("light", "dark")
    assert load(chosen("system")).name in ("Light", "Dark")
