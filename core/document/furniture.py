"""Page furniture: the numbers, breaks, running heads and feet that a printed page carries around its text.

Nothing here knows a filer's wording. A number is a page's when it stands at a break or counts on from the last one; a
line is a running head when the same words stand at page after page. What is printed for the first time is content.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple, Protocol

from core.date_forms import FULL_MONTH, YEAR
from core.document.block import BLANK, FURNITURE, MARKUP, WORDS, Page
from core.evidence import Recogniser, Rule
from core.source import Source, Span

_PAGE = re.compile(r"</?PAGE\b>?[ \t]*(?P<label>[^<>]{0,12})>?$|</?PAGE(?P<glued>\d{1,4})>?$", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?P<open>[-\u2013\u2014~*(\[ ]*)(?:(?P<word>page|pg\.?)[- ]*)?"
    r"(?P<prefix>[A-Z]{1,4}-|[IVX]{1,5}-|\d{1,2}-)?(?P<label>\d{1,3}|[ivxl]{1,6})"
    r"(?:[ ]+of[ ]+\d{1,3})?(?P<close>[-\u2013\u2014~*)\]. ]*)$",
    re.IGNORECASE,
)
_WORDED = re.compile(r"(?P<words>[A-Z0-9][^\n]{2,60}?\bpage)[ ]+-?[ ]*(?P<label>\d{1,3})[ ]*-?$", re.IGNORECASE)
_CONTINUED = re.compile(r"cont(?:inued|'d|d)?[ .:)\]]*$")
_AT_EDGE = re.compile(r"(?:(?<=page)|(?<=[ ]{3}))[ -]*\b[A-Z]?-?\d{1,3}[ -]*$|^\d{1,3}(?=[ ]{3})", re.IGNORECASE)
_DATED = re.compile(
    rf"\b{YEAR}\b.*[ ]{{2}}|[ ]{{2}}.*\b{YEAR}\b"
    rf"|\b{FULL_MONTH}\b",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"[ ]{2}[$( ]*\d|\$ |[.]{4}")
_ROMANS = {"i": 1, "v": 5, "x": 10, "l": 50}

LONGEST_NUMBER = 60
"""Characters below which a line may be a page number."""
NUMBER_ENDS = frozenset("0123456789-\u2013\u2014~*)].ivxlIVXL")
"""What a line ends with that may be a page number."""

_LONGEST_BARE = 24  # characters of a line with a page number and no other words
_DASHED = tuple("-\u2013\u2014~*")  # signs that stand on both sides of a page number
_MOST_ROMAN = 90  # pages numbered in Roman numerals
_FOLLOWERS = 6  # numbers that are looked at for the one of the next page
_SEARCHED = 30  # lines from a break in which running heads are looked for
_LONGEST_HEAD, _LEAST_LETTERS = 120, 4  # characters of a running head at most, letters at least
_NEAREST, _FARTHEST = 12, 260  # lines from one page's number to the next one's
_DEEP = 4  # lines of a running head
_OFTEN = 3  # pages that must carry the same line
_APART = 3  # pages between two printings that still belong together
_DEEPEST_BLOCK = 8  # lines of a signature or an address
_GAP = "   "  # what parts the heads of columns
_FULL = 58  # characters of a line that prose may have broken
_BROKEN = 45  # characters of the line above a paragraph's last line, at least
_STOPS = ".:;?!"
_WIDE = " " * 3  # not within a sentence
_ABBREVIATED = ("Inc.", "INC.", "Corp.", "CORP.", "Co.", "CO.", "Ltd.", "LTD.", "N.V.", "S.A.", "Cont.", "Contd.")


class Number(NamedTuple):
    """A line that may be a page's number: its line index, what is before the number, the number and as printed.

    `sure`: it is written as only page numbers are (`- 23 -`, `Page 3`); `plain`: a bare number, no bracket or stop;
    no single letter but `i`.
    """

    line: int
    prefix: str
    value: int
    label: str
    sure: bool
    plain: bool


def page_break(bare: str) -> str | None:
    """The label of a `<PAGE>` line (empty where none is given); None for any other line. `bare` is stripped."""
    found = _PAGE.match(bare)
    return (found["label"] or found["glued"] or "").strip(" -") if found else None


def number(index: int, bare: str) -> Number | None:
    """The page number that a stripped line may be which ends as one does."""
    found = _NUMBER.match(bare) if len(bare) <= _LONGEST_BARE else None
    if found is None:
        worded = _WORDED.match(bare) if "age " in bare or "AGE " in bare else None
        return _worded(index, worded) if worded else None
    value = _value(found["label"])
    return _numbered(index, found, value) if value is not None else None


def _numbered(index: int, found: re.Match[str], value: int) -> Number:
    opened, closed = found["open"].strip(), found["close"].strip()
    dashed = opened[-1:] in _DASHED and closed[:1] == opened[-1:] != ""
    plain = not opened and not closed and (found["label"].isdigit() or _is_small_roman(found["label"]))
    prefix = (found["prefix"] or "").upper()
    return Number(index, prefix, value, prefix + found["label"], dashed or bool(found["word"]), plain)


def _is_small_roman(label: str) -> bool:
    """Whether a label is a number in small Roman numerals that no mark in a box and no word is."""
    return label.islower() and (label == "i" or len(label) > 1)


def _worded(index: int, found: re.Match[str]) -> Number:
    return Number(index, found["words"].casefold(), int(found["label"]), found["label"], sure=False, plain=False)


def _value(label: str) -> int | None:
    if label.isdecimal():
        return int(label)
    digits = [_ROMANS[letter] for letter in label.lower()]
    total = sum(-one if one < after else one for one, after in pairwise([*digits, 0]))
    return total if 0 < total < _MOST_ROMAN else None


def mark(source: Source, kinds: bytearray, breaks: dict[int, str], numbers: list[Number]) -> tuple[Page, ...]:
    """Marks page numbers, running heads and feet as furniture in `kinds`, and gives the pages.

    `breaks` are the lines of page breaks with their labels, which are furniture already.
    """
    found = _page_numbers(source.lines, kinds, breaks, numbers)
    for one in found:
        kinds[one.line] = FURNITURE
    ends = sorted({*breaks, *(one.line for one in found if not _beside_break(kinds, breaks, one.line))})
    for index in _running(source.lines, kinds, ends, _numbers_at(ends, breaks, found)):
        kinds[index] = FURNITURE
    return _pages(source, kinds, ends, breaks, {one.line: one.label for one in found})


class NumberAlone(NamedTuple):
    """A number on a line by itself: whether the lines above and below are no words, whether it stands beside a page break,
    counts on from another one, stands under a foot that stands over other such numbers, and ends the sentence above it."""

    number: Number
    above: bool
    below: bool
    beside: bool
    counted: bool
    foot: bool
    ends: bool = False


def _counts_on(one: NumberAlone) -> bool | None:
    if not one.counted:
        return None
    return True if one.beside or (one.above and one.below) or one.foot else None


def _at_break(one: NumberAlone) -> bool | None:
    plain = not one.counted and one.beside and one.number.plain
    return True if plain and (one.above or one.below) else None


def _as_pages_are(one: NumberAlone) -> bool | None:
    return True if one.number.sure and not one.ends and (one.above or one.below or one.beside) else None


PAGE_NUMBER: Recogniser[NumberAlone, bool] = Recogniser(
    "page-number",
    "Is a number on a line by itself that of its page?",
    (
        Rule(
            "counts-on",
            4,
            "It counts on from another a page away, and no words are beside it but a foot.",
            _counts_on,
        ),
        Rule("at-break", 3, "It stands plain beside a page break.", _at_break),
        Rule("as-pages-are", 3, "It is written as only page numbers are: `- 23 -`, `Page 3`.", _as_pages_are),
    ),
)


def _page_numbers(lines: list[str], kinds: bytearray, breaks: dict[int, str], numbers: list[Number]) -> list[Number]:
    counted = _counted_on(numbers)
    feet = Counter(lines[one.line - 1].strip() for one in numbers if one.line in counted and one.line)
    found = []
    for one in numbers:
        above, below = _open_above(kinds, one.line), _open_below(kinds, one.line)
        foot = one.line > 0 and not above and feet[lines[one.line - 1].strip()] > 1
        beside = _beside_break(kinds, breaks, one.line)
        ends = not above and _goes_on(lines, one.line)
        if PAGE_NUMBER.decide(NumberAlone(one, above, below, beside, one.line in counted, foot, ends)):
            found.append(one)
    return found


def _counted_on(numbers: list[Number]) -> set[int]:
    """Line indexes of the numbers that count on from another one, a page apart."""
    counted: set[int] = set()
    for at, one in enumerate(numbers):
        for after in numbers[at + 1 : at + _FOLLOWERS]:
            apart = after.line - one.line
            if apart > _FARTHEST:
                break
            if apart >= _NEAREST and after.prefix == one.prefix and 1 <= after.value - one.value <= 2:
                counted.update((one.line, after.line))
                break
    return counted


def _goes_on(lines: list[str], index: int) -> bool:
    """Whether a line goes on, as far to the left, with what the line right above it has no room for and does not end:
    `beginning on` / `page 18.`"""
    above, line = lines[index - 1].rstrip(), lines[index]
    if len(above) < _BROKEN or not (above[-1].isalnum() or above[-1] == ",") or _WIDE in above.strip():
        return False
    return len(line) - len(line.lstrip()) <= len(above) - len(above.lstrip())


def _open_above(kinds: bytearray, index: int) -> bool:
    return index == 0 or kinds[index - 1] in (BLANK, FURNITURE, MARKUP)


def _open_below(kinds: bytearray, index: int) -> bool:
    return index + 1 == len(kinds) or kinds[index + 1] in (BLANK, FURNITURE, MARKUP)


def _beside_break(kinds: bytearray, breaks: dict[int, str], index: int) -> bool:
    """Whether only blank lines and markup lie between this line and a page break or an end of the text."""
    return _reaches(kinds, breaks, range(index + 1, len(kinds))) or _reaches(kinds, breaks, range(index - 1, -1, -1))


def _reaches(kinds: bytearray, breaks: dict[int, str], way: range) -> bool:
    for index in way:
        if index in breaks:
            return True
        if kinds[index] not in (BLANK, MARKUP):
            return False
    return way.step > 0


def _numbers_at(ends: list[int], breaks: dict[int, str], found: list[Number]) -> list[Number | None]:
    """For every break its own number, else that of the page that ends there; None where none is printed."""
    at = {bisect_left(ends, one.line): one for one in found}
    return [_of_break(end, breaks.get(end, "")) or at.get(place) for place, end in enumerate(ends)]


def _of_break(end: int, label: str) -> Number | None:
    return Number(end, "<", int(label), label, sure=True, plain=True) if label.isdecimal() else None


def _running(lines: list[str], kinds: bytearray, ends: list[int], numbers: list[Number | None]) -> set[int]:
    """Line indexes of running heads and feet: what stands beside break after break."""
    pages = list(zip((-1, *ends), (*ends, len(kinds)), strict=True))
    heads = [list(_edge(kinds, range(begin + 1, end))) for begin, end in pages]
    feet = [list(_edge(kinds, range(end - 1, begin, -1))) for begin, end in pages[:-1]]
    keys = _keys(lines, {index for edge in (*heads, *feet) for index in edge})
    sides = (
        _Side(heads, _known(heads, keys, [None, *numbers]), _runs_on),
        _Side(feet, _known(feet, keys, numbers), _belongs_above),
    )
    return {index for side in sides for edge in side.edges for index in _repeats(edge, keys, side, lines)}


class _IsProse(Protocol):
    """Whether the line at a place of an edge is of the text beside it; given the edge, the place, all keys and lines."""

    def __call__(self, edge: list[int], place: int, keys: dict[int, str], lines: list[str], /) -> bool: ...


class _Side(NamedTuple):
    """The lines below or above all breaks, what is known of their keys, and what tells prose there."""

    edges: list[list[int]]
    known: dict[str, "_Known"]
    is_prose: _IsProse


class _Known(NamedTuple):
    """Of a key: the line of its first printing, and over how many pages in a row it is printed (or on every other)."""

    first: int
    pages: int


def _known(edges: list[list[int]], keys: dict[int, str], numbers: list[Number | None]) -> dict[str, _Known]:
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for page, edge in enumerate(edges):
        for index in edge:
            if index in keys:
                places[keys[index]].append((page, index))
    return {
        key: _Known(min(index for _, index in found), _in_a_row([page for page, _ in found], numbers))
        for key, found in places.items()
    }


def _in_a_row(pages: list[int], numbers: list[Number | None]) -> int:
    longest = row = 1
    for before, page in pairwise(pages):
        row = row + (page > before) if page - before <= _APART or _near(numbers[before], numbers[page]) else 1
        longest = max(longest, row)
    return longest


def _near(one: Number | None, other: Number | None) -> bool:
    """Whether two pages belong together by their printed numbers, whatever breaks stand between them."""
    return (
        one is not None and other is not None and one.prefix == other.prefix and 0 < other.value - one.value <= _APART
    )


def _keys(lines: list[str], indexes: set[int]) -> dict[int, str]:
    """The keys of those lines that may be running heads; the many that stand there once are left out early."""
    alike: dict[bytes, list[int]] = defaultdict(list)
    joined = "\n".join([lines[index].strip() for index in indexes]).casefold().encode("utf-8", "surrogatepass")
    for index, words in zip(indexes, joined.translate(None, b"0123456789").split(b"\n"), strict=False):
        alike[words].append(index)
    keys = {index: _key(lines[index].strip()) for places in alike.values() if len(places) > 1 for index in places}
    return {index: key for index, key in keys.items() if key}


def _edge(kinds: bytearray, way: range) -> Iterator[int]:
    """The first few lines with words on the way from a break, until a page's worth has gone by."""
    seen = 0
    for index in way[:_SEARCHED]:
        if kinds[index] == WORDS:
            yield index
            seen += 1
            if seen == _DEEP:
                return


def _repeats(edge: list[int], keys: dict[int, str], side: _Side, lines: list[str]) -> Iterator[int]:
    """The lines of one page's edge that repeat, from the break inwards; the first printing is not a repeat."""
    for place, index in enumerate(edge):
        if (key := keys.get(index)) is None:
            return
        goes_on = _goes_on_below(lines, index)
        known = side.known[key]
        if known.pages < (_OFTEN - 1 if goes_on else _OFTEN) or (
            not goes_on and side.is_prose(edge, place, keys, lines)
        ):
            return
        if index != known.first or "#" in key or _says_it_goes_on(lines[index]):
            yield index


def _goes_on_below(lines: list[str], index: int) -> bool:
    """Whether a head says that it is "(continued)", at its end or that of a line of it below."""
    for line in lines[index : index + _DEEP]:
        if not line.strip():
            break
        if _says_it_goes_on(line):
            return True
    return False


def _says_it_goes_on(line: str) -> bool:
    bare = line.strip().casefold()
    return bare != _begun(bare)


def _runs_on(edge: list[int], place: int, keys: dict[int, str], lines: list[str]) -> bool:
    """Whether a full line below a break runs on into a line right below that does not repeat, or into one more than a head
    has."""
    index = edge[place]
    if len(lines[index].strip()) < _FULL:
        return False
    onward = index + 1 < len(lines) and lines[index + 1].strip(" -=_") != ""
    return onward and (place + 1 == len(edge) or edge[place + 1] != index + 1 or edge[place + 1] not in keys)


def _belongs_above(edge: list[int], place: int, keys: dict[int, str], lines: list[str]) -> bool:
    """Whether a line above a break ends what the line right above it began, or stands in a block of short lines."""
    index = edge[place]
    if index - 1 not in keys and _ends_paragraph(lines, index):
        return True
    block = _short_lines(lines, index)
    return any(line not in keys for line in block)


def _short_lines(lines: list[str], index: int) -> range:
    """The block of short, indented lines that ends at a line, with no blank one among them: a signature, an address. Empty
    where the block has a line of prose or of columns, or more lines than such a block has."""
    for top in range(index, max(index - _DEEPEST_BLOCK, -1), -1):
        line = lines[top].rstrip()
        bare = line.lstrip()
        if not bare:
            return range(top + 1, index)
        if len(bare) == len(line) or len(bare) >= _FULL or _WIDE in bare:
            break
    return range(0)


def _ends_paragraph(lines: list[str], index: int) -> bool:
    """Whether a line ends the sentence that the full line right above it leaves open: `of the` / `Plan.`"""
    bare = lines[index].strip()
    return index > 0 and bare[-1] in _STOPS and not bare.endswith(_ABBREVIATED) and _goes_on(lines, index)


@lru_cache(maxsize=1024)
def _key(bare: str) -> str:
    """What is alike in the printings of a running head; empty for a line that can be none."""
    if len(bare) > _LONGEST_HEAD:
        return ""
    words = _AT_EDGE.sub(" #", bare).casefold()
    if _FIGURES.search(words) or ("#" not in words and _DATED.search(words)) or _column_heads(words):
        return ""
    folded = " ".join((_begun(words) or words).split())
    if sum(map(str.isalpha, folded)) < _LEAST_LETTERS:
        return ""
    return folded.upper() if _in_capitals(bare) else folded


def _in_capitals(bare: str) -> bool:
    """Whether most letters are capitals: a title and its line in a list of titles are not the same head."""
    return 2 * sum(map(str.isupper, bare)) > sum(map(str.isalpha, bare))


def _column_heads(words: str) -> bool:
    """Whether a line says the same over column after column (`Year Ended     Year Ended`), as no running head does."""
    cells = [cell.strip() for cell in words.split(_GAP) if cell.strip()]
    return len(set(cells)) < len(cells)


def _begun(words: str) -> str:
    """A heading's words without a "(continued)" at their end."""
    at = words.rfind("cont")
    if at < 0 or (at and words[at - 1].isalpha()) or _CONTINUED.match(words, at) is None:
        return words
    return words[:at].rstrip(" ,.:;\u2013\u2014([-")


def _pages(
    source: Source, kinds: bytearray, ends: list[int], breaks: dict[int, str], labels: dict[int, str]
) -> tuple[Page, ...]:
    """The pages between the breaks; one without words is no page."""
    starts, length = source.starts, len(source.text)
    pages: list[Page] = []
    first, begin, opened = 0, 0, ""
    labelled = sorted(labels)
    for end in (*ends, len(kinds) - 1):
        if WORDS in kinds[first : end + 1]:
            stop = min(starts[end] + len(source.lines[end]) + 1, length)
            last = bisect_right(labelled, end) - 1
            printed = labels[labelled[last]] if last >= 0 and labelled[last] >= first else opened
            pages.append(Page(printed or None, Span(begin, stop)))
            begin, opened = stop, ""
        opened = breaks.get(end) or opened
        first = end + 1
    return tuple(pages)
