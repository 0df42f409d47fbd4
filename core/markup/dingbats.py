"""The letters that filings set in Wingdings, as the signs that this font shows for them."""

from core.markup.line import Element

_SIGNS = {
    "o": "☐", "¨": "☐", "q": "❑", "r": "❑", "x": "☒", "ý": "☒", "þ": "☑", "ü": "✓", "û": "✗",
    "n": "■", "§": "▪", "u": "◆", "v": "❖", "l": "●", "m": "❍", "Ø": "➢", "à": "→", "ß": "←",
}  # fmt: skip


def shown(text: str, element: Element, *, tail: bool) -> str:
    """A text node in Wingdings as it is seen, in the tree too: the page and the tags are to have the same signs.

    A sign stands alone: words that got into the font by mistake stay words.
    """
    bare = text.strip()
    if bare not in _SIGNS:
        return text
    text = text.replace(bare, _SIGNS[bare])
    if tail:
        element.tail = text
    else:
        element.text = text
    return text
