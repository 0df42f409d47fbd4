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
_DEEPEST = 1e7
"""Points. No document is as long."""
_LONGEST_LENGTH = 40
_IMPORTANT = "!important"
_ALIGN = CENTRED | RIGHT
SINGLE, DOUBLE = 1, 2
_SET_IN = 20.0
"""Points by which lists and quotations are set in, where no style says how far."""
_SETTING_IN = ("blockquote", "ul", "ol")
_IN_TABLES = ("td", "th", "tr", "table")
_HEAVY = ("600", "700", "800", "900")
_LIGHT = ("normal", "lighter", "100", "200", "300", "400", "500")
_LINES = {"none": 0, "hidden": 0, "double": DOUBLE, "solid": SINGLE, "dashed": SINGLE, "dotted": SINGLE}
"""What the styles of a border draw; the first that is named counts."""
_ALL_SIDES = 4
"""Lengths of a `margin` that names each side: top, right, bottom, left."""
_LETTERS = 10.0
"""Points that letters are high where no style says it."""


class Spot(NamedTuple):
    """Where a style places words on the page, apart from the flow: points from the left and from the top of what it lies
    in; how wide they are (0: not said) and how high their letters."""

    left: float
    top: float
    width: float
    size: float


class Look(NamedTuple):
    """What an element changes: bits set and cleared, whether it is a block, hidden, a page's end; its words' distance from
    the left in points; the lines drawn over and under it (0, SINGLE, DOUBLE); where it is placed, if apart from the flow."""

    on: int
    off: int
    block: bool
    hidden: bool
    breaks: bool
    indent: float
    over: int
    under: int
    spot: Spot | None = None


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
    if align and (to := _ALIGNED.get(align.lower())) is not None:
        on, off = on | to, off | _ALIGN
    block = tag in BLOCKS
    if not style:
        indent = _SET_IN if tag in _SETTING_IN else 0.0
        return Look(on, off & ~on, block, tag in UNSEEN, tag == "page", indent, 0, 0)
    said = declarations(style)
    for change in (_weight(said), _slant(said), _decoration(said), _family(said), _alignment(said)):
        on, off = on | change.on, off | change.off
    over, under = _drawn(said, "border-top"), _drawn(said, "border-bottom")
    return Look(
        on, off & ~on, _is_block(tag, said, block), tag in UNSEEN or _is_hidden(said), tag == "page" or _breaks(said),
        _indent(said), over, under, _spot(said),
    )  # fmt: skip


class _Change(NamedTuple):
    """Bits that a declaration sets and clears."""

    on: int = 0
    off: int = 0


def _weight(said: dict[str, str]) -> _Change:
    weight = said.get("font-weight") or said.get("font", "")
    if "bold" in weight or weight[:3] in _HEAVY:
        return _Change(on=BOLD)
    return _Change(off=BOLD) if weight in _LIGHT else _Change()


def _slant(said: dict[str, str]) -> _Change:
    slant = said.get("font-style", "")
    if not slant:
        return _Change()
    return _Change(on=ITALIC) if slant in ("italic", "oblique") else _Change(off=ITALIC)


def _decoration(said: dict[str, str]) -> _Change:
    """Underlined, in capitals, raised."""
    lines = said.get("text-decoration", "") + said.get("text-decoration-line", "")
    on = UNDERLINED if "underline" in lines else 0
    if said.get("text-transform") == "uppercase":
        on |= CAPITALS
    if said.get("vertical-align", "").endswith("super") or _lifted(said):
        on |= RAISED
    return _Change(on)


def _family(said: dict[str, str]) -> _Change:
    family = said.get("font-family") or said.get("font", "")
    if not family or family == "inherit":
        return _Change()
    drawn = TYPED * ("courier" in family or "monospace" in family) | face(family)
    return _Change(drawn, (TYPED | SIGNS) & ~drawn)


def _alignment(said: dict[str, str]) -> _Change:
    to = _ALIGNED.get(said.get("text-align", ""))
    return _Change() if to is None else _Change(to, _ALIGN)


def _is_block(tag: str, said: dict[str, str], block: bool) -> bool:
    """Whether an element stands on lines of its own, which its tag says unless its style does."""
    display = said.get("display", "")
    if display.startswith("inline") and tag not in _IN_TABLES:
        return False
    return block or display in ("block", "list-item", "table")


def _is_hidden(said: dict[str, str]) -> bool:
    return said.get("display") == "none" or said.get("visibility") == "hidden" or _nowhere(said)


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


def points(text: str, farthest: float = FARTHEST) -> float:
    """A length in points, at most `farthest` either way; 0 where there is none."""
    found = _LENGTH.match(text[:_LONGEST_LENGTH])
    if found is None:
        return 0.0
    return max(-farthest, min(float(found[1]) * _POINTS[found[2] or "px"], farthest))


def _indent(said: dict[str, str]) -> float:
    """How far from the left the first line of an element begins."""
    total = 0.0
    for name in ("padding", "margin"):
        if (own := said.get(f"{name}-left")) is not None:
            total += points(own)
        elif (short := said.get(name)) is not None:
            sides = short.split()
            total += points(sides[-1 if len(sides) == _ALL_SIDES else 1 if len(sides) > 1 else 0]) if sides else 0.0
    return total + points(said.get("text-indent", ""))


def _spot(said: dict[str, str]) -> Spot | None:
    """Where words are placed; None where they flow, or where that is said in percent. What is measured from below is
    counted upwards: the less, the later it comes."""
    left, top, bottom = said.get("left", "%"), said.get("top", "%"), said.get("bottom", "%")
    if said.get("position") not in ("absolute", "fixed") or "%" in left or ("%" in top and "%" in bottom):
        return None
    top_points = points(top, _DEEPEST) if "%" not in top else -points(bottom, _DEEPEST)
    size = points(said.get("font-size", "")) or _LETTERS
    return Spot(points(left), top_points, points(said.get("width", "")), size)


def _drawn(said: dict[str, str], side: str) -> int:
    """The line drawn on one side of an element."""
    value = said.get(side)
    if value is None:
        kind = said.get(f"{side}-style", "")
        value = f"1px {kind}" if kind else said.get("border", "")
    if not value or value == "0" or value.startswith(("0 ", "0px", "0pt", "0in")):
        return 0
    return next((line for word, line in _LINES.items() if word in value), 0)
