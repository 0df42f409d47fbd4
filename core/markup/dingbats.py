"""The letters that filings set in Wingdings, as the signs that this font shows for them."""

_SIGNS = {
    "o": "☐", "¨": "☐", "q": "❑", "r": "❑", "x": "☒", "ý": "☒", "þ": "☑", "ü": "✓", "û": "✗",
    "n": "■", "§": "▪", "u": "◆", "v": "❖", "l": "●", "m": "❍", "Ø": "➢", "à": "→", "ß": "←",
}  # fmt: skip


def signs(text: str) -> str:
    """A text node in Wingdings as it is seen. A sign stands alone: words that got into the font by mistake stay words."""
    bare = text.strip()
    return text.replace(bare, _SIGNS[bare]) if bare in _SIGNS else text
