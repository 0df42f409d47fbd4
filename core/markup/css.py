"""What tags and declarations of style say of how words are set, as far as it tells a reader anything."""

import re
from functools import lru_cache
from typing import NamedTuple

BOLD, ITALIC, UNDERLINED, CENTRED, RIGHT, CAPITALS, RAISED, TYPED, SIGNS = 1, 2, 4, 8, 16, 32, 64, 128, 256
"""How words are set; bits of one number."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BLOCKS = _words(
    """address article aside blockquote body caption center dd dir div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header html
    legend li main menu nav ol p page pre section table tbody td tfoot th thead tr ul hr"""
)
"""Elements that stand on lines of their own."""

UNSEEN = _words(
    """head script style title noscript template iframe object applet noframes ix:header select textarea svg math map
    audio video"""
)
"""Elements whose text no reader sees on the page."""

ASKED = _words(
    """display visibility font font-weight font-style font-size font-family text-decoration text-decoration-line
    text-transform text-align text-indent vertical-align margin margin-left padding padding-left position top left bottom
    right width height overflow border border-top border-bottom border-top-style border-bottom-style page-break-before
    page-break-after break-before break-after"""
)
"""The properties that say anything of what a reader sees as text."""

_TAGS = {
    "b": BOLD, "strong": BOLD, "th": BOLD, "i": ITALIC, "em": ITALIC, "u": UNDERLINED, "ins": UNDERLINED, "center": CENTRED,
    "sup": RAISED, "tt": TYPED, "code": TYPED, "kbd": TYPED, "samp": TYPED,
    "h1": BOLD, "h2": BOLD, "h3": BOLD, "h4": BOLD, "h5": BOLD, "h6": BOLD,
}  # fmt: skip
_ALIGNED = {"center": CENTRED, "right": RIGHT, "left": 0, "justify": 0}
_LENGTH = re.compile(r"(-?\d*\.?\d+)\s*(pt|px|em|in|cm|mm|pc|ex|rem|%)?")
_POINTS = {
    "pt": 1.0,
    "px": 0.75,
    "em": 10.0,
    "rem": 10.0,
    "ex": 5.0,
    "in": 72.0,
    "cm": 28.35,
    "mm": 2.835,
    "pc": 12.0,
    "%": 6.0,
}
FARTHEST = 2_000.0
"""Points. No sheet of paper is as wide."""
_LONGEST_LENGTH = 40
_IMPORTANT = "!important"
_ALIGN = CENTRED | RIGHT
SINGLE, DOUBLE = 1, 2


class Look(NamedTuple):
    """What an element changes: bits set and cleared, whether it is a block, hidden, a page's end; its words' distance from
    the left in points; the lines drawn over and under it (0, SINGLE, DOUBLE)."""

    on: int
    off: int
    block: bool
    hidden: bool
    breaks: bool
    indent: float
    over: int
    under: int


def declarations(style: str) -> dict[str, str]:
    """The properties that are declared, in small letters; of two with one name the last counts."""
    found: dict[str, str] = {}
    for part in style.lower().split(";"):
        name, colon, value = part.partition(":")
        if colon:
            found[name.strip()] = value.replace(_IMPORTANT, "").strip()
    return found


@lru_cache(maxsize=8192)
def look(tag: str, style: str | None, align: str | None) -> Look:
    """The look of an element with this tag, style and `align` attribute."""
    on, off = _TAGS.get(tag, 0), 0
    block = tag in BLOCKS
    if align and (to := _ALIGNED.get(align.lower())) is not None:
        on, off = on | to, off | _ALIGN
    if not style:
        return Look(
            on, off & ~on, block, tag in UNSEEN, tag == "page", 20.0 * (tag in ("blockquote", "ul", "ol")), 0, 0
        )
    said = declarations(style)
    on, off = _set(said, on, off)
    display = said.get("display", "")
    if display.startswith("inline") and tag not in ("td", "th", "tr", "table"):
        block = False
    elif display in ("block", "list-item", "table"):
        block = True
    hidden = tag in UNSEEN or display == "none" or said.get("visibility") == "hidden" or _nowhere(said)
    over, under = _drawn(said, "border-top"), _drawn(said, "border-bottom")
    return Look(on, off & ~on, block, hidden, tag == "page" or _breaks(said), _indent(said), over, under)


def _set(said: dict[str, str], on: int, off: int) -> tuple[int, int]:
    """The bits that font, decoration and alignment set and clear."""
    weight = said.get("font-weight") or said.get("font", "")
    if "bold" in weight or weight[:3] in ("600", "700", "800", "900"):
        on |= BOLD
    elif weight in ("normal", "lighter", "100", "200", "300", "400", "500"):
        off |= BOLD
    slant = said.get("font-style", "")
    if slant:
        on, off = (on | ITALIC, off) if slant in ("italic", "oblique") else (on, off | ITALIC)
    if "underline" in said.get("text-decoration", "") or "underline" in said.get("text-decoration-line", ""):
        on |= UNDERLINED
    if said.get("text-transform") == "uppercase":
        on |= CAPITALS
    if said.get("vertical-align", "").endswith("super") or _lifted(said):
        on |= RAISED
    if (family := said.get("font-family") or said.get("font", "")) and family != "inherit":
        drawn = TYPED * ("courier" in family or "monospace" in family) | face(family)
        on, off = on | drawn, off | (TYPED | SIGNS) & ~drawn
    if (to := _ALIGNED.get(said.get("text-align", ""))) is not None:
        on, off = on | to, off | _ALIGN
    return on, off


def face(name: str) -> int:
    """The bit of a font whose letters are drawn as signs; 0 for any other."""
    return SIGNS if "wingdings" in name.lower() else 0


def _lifted(said: dict[str, str]) -> bool:
    """Whether words are moved up from their line."""
    return said.get("position") == "relative" and said.get("top", "").startswith("-")


def _nowhere(said: dict[str, str]) -> bool:
    """Whether words have no size, as hidden ones are given."""
    return said.get("font-size") in ("0", "0pt", "0px") or (
        said.get("height") == "0" and said.get("overflow") == "hidden"
    )


def _breaks(said: dict[str, str]) -> bool:
    names = ("page-break-before", "page-break-after", "break-before", "break-after")
    return any(said.get(name) in ("always", "page", "left", "right") for name in names)


def points(text: str) -> float:
    """A length in points, at most `FARTHEST` either way; 0 where there is none."""
    found = _LENGTH.match(text[:_LONGEST_LENGTH])
    if found is None:
        return 0.0
    return max(-FARTHEST, min(float(found[1]) * _POINTS[found[2] or "px"], FARTHEST))


def _indent(said: dict[str, str]) -> float:
    """How far from the left the first line of an element begins."""
    total = 0.0
    for name in ("padding", "margin"):
        if (own := said.get(f"{name}-left")) is not None:
            total += points(own)
        elif (short := said.get(name)) is not None:
            sides = short.split()
            total += points(sides[3 if len(sides) == 4 else 1 if len(sides) > 1 else 0]) if sides else 0.0
    return total + points(said.get("text-indent", ""))


def _drawn(said: dict[str, str], side: str) -> int:
    """The line drawn on one side of an element."""
    value = said.get(side)
    if value is None:
        kind = said.get(f"{side}-style", "")
        value = f"1px {kind}" if kind else said.get("border", "")
    if (
        not value
        or "none" in value
        or "hidden" in value
        or value.startswith(("0 ", "0px", "0pt", "0in"))
        or value == "0"
    ):
        return 0
    return (
        DOUBLE if "double" in value else SINGLE if any(word in value for word in ("solid", "dashed", "dotted")) else 0
    )
