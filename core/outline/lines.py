"""A document's lines as the outline looks at them: what is beside a line, and whether its words look like a title."""

import re
from functools import cached_property

from core.document.block import BlockKind, Layout, Line
from core.outline.titles import clean

_WORD = re.compile(r"[A-Za-z][A-Za-z'\u2019.&/-]*")
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "by",
        "de",
        "for",
        "from",
        "in",
        "into",
        "is",
        "its",
        "of",
        "on",
        "or",
        "our",
        "per",
        "than",
        "that",
        "the",
        "their",
        "to",
        "under",
        "upon",
        "with",
        "within",
        "without",
        "which",
        "who",
        "you",
        "your",
        "vs",
        "via",
        "about",
        "between",
        "through",
        "during",
        "not",
        "other",
        "be",
    ]
)
_PAGE_AT_END = re.compile(
    r"(?:\.\s?\.\s?\.|\s{3,}|\.{3,}|\. )[\s.]*\(?(?:F-|S-|p\. ?|pp?\. ?|page )?[\divx]{1,4}\)?(?:\s?-\s?\d{1,3})?[\s*]*$",
    re.IGNORECASE,
)


_HEAD = 18
"""So many lines stand at most between the title of a statement and its first row of figures."""
_NUMBERS = re.compile(r"\d[\d,.]*")
_LEGAL = frozenset(
    [
        "inc",
        "incorporated",
        "corp",
        "corporation",
        "co",
        "company",
        "companies",
        "ltd",
        "limited",
        "plc",
        "the",
        "nv",
        "n.v",
        "sa",
        "ag",
        "de",
        "and",
        "llc",
        "lp",
        "l.p",
        "new",
    ]
)
_WITH_OWNER = frozenset(
    ["subsidiaries", "subsidiary", "consolidated", "affiliates", "affiliate", "its", "wholly-owned", "annual", "report"]
)


class Lines:
    """The lines of one laid-out document: `raw` as they stand, `bare` without blanks around, `kinds` what they are for."""

    def __init__(self, layout: Layout, company: str | None = None) -> None:
        self.owner = _name_words(company or "")
        self.source = layout.source
        self.raw = layout.source.lines
        self.kinds = layout.kinds
        self.count = len(self.kinds)
        self.bare = [line.strip() for line in self.raw]
        self.table = bytearray(self.count)
        for block in layout.blocks:
            if block.kind is BlockKind.TABLE:
                self.table[block.first : block.last] = b"\1" * (block.last - block.first)

    def company(self, text: str) -> bool:
        """Whether a line is only the company's name, as stands at the top of its statements."""
        if not self.owner or len(text) > 100 or text[:1].lower() not in (self.owner[0][0], "t"):
            return False
        words = _name_words(text)
        return words[: len(self.owner)] == self.owner and all(word in _WITH_OWNER for word in words[len(self.owner) :])

    @cached_property
    def leads(self) -> list[int]:
        """Lines outside tables that may be headings by their place: first of a paragraph, or with a rule below."""
        kinds, words, rule, table, bare = self.kinds, Line.WORDS, Line.RULE, self.table, self.bare
        found = []
        before = 0
        for index, kind in enumerate(kinds):
            placed = before != words or (index + 1 < self.count and kinds[index + 1] == rule)
            if kind == words and placed and not table[index] and len(bare[index]) < 95:
                found.append(index)
            before = kind
        return found

    def words(self, index: int) -> bool:
        """Whether this line exists and holds words."""
        return 0 <= index < self.count and self.kinds[index] == Line.WORDS

    def apart(self, index: int) -> bool:
        """Whether no words stand right above this line."""
        return not self.words(index - 1)

    def alone(self, first: int, last: int) -> bool:
        """Whether no words stand right above or below the lines `[first, last)`."""
        return not self.words(first - 1) and not self.words(last)

    def next_words(self, index: int, within: int = 12) -> int | None:
        """The next line with words at or after this one, not more than `within` lines away."""
        kinds, words = self.kinds, Line.WORDS
        for at in range(index, min(index + within, self.count)):
            if kinds[at] == words:
                return at
        return None

    def words_before(self, index: int, within: int = 12) -> int | None:
        """The last line with words before this one, not more than `within` lines away."""
        for at in range(index - 1, max(index - 1 - within, -1), -1):
            if self.kinds[at] == Line.WORDS:
                return at
        return None

    def indent(self, index: int) -> int:
        """The first column of a line."""
        line = self.raw[index]
        return len(line) - len(line.lstrip())

    def ruled(self, last: int) -> bool:
        """Whether a rule stands right under the line before `last`."""
        return last < self.count and self.kinds[last] == Line.RULE

    def prose(self, index: int) -> bool:
        """Whether a line reads like running text: long, mostly small letters, no columns."""
        text = self.bare[index]
        if len(text) < 45 or self.table[index]:
            return False
        small = sum(map(str.islower, text[:60]))
        return small > 25 and "    " not in text and not has_figures(self.raw[index])

    def figures_after(self, index: int, until: int, words: int = 45) -> int:
        """How many of the next lines with words after this one, before line `until`, are rows of figures."""
        count = rows = 0
        for at in range(index + 1, min(index + 121, until, self.count)):
            if self.kinds[at] != Line.WORDS:
                continue
            count += 1
            if count > words:
                break
            if count > _HEAD and not rows:
                break
            raw = self.raw[at]
            rows += has_figures(raw) and ("," in raw[-24:] or len(_NUMBERS.findall(raw)) > 1)
        return rows


def _name_words(text: str) -> list[str]:
    """The words of a company's name without its legal form."""
    words = [word.strip(".,'&()").lower() for word in text.replace("/", " ").replace("-", " ").split()]
    return [word for word in words if word and word not in _LEGAL]


def has_figures(line: str) -> bool:
    """Whether a line ends in a column of figures: a number behind a gap, leader dots or a currency sign."""
    tail = line.rstrip()
    if not tail or tail[-1] not in "0123456789)%":
        return False
    start = max(tail.rfind("  "), tail.rfind("..")) + 2
    if start < 2:
        start = tail.rfind("$")
        if start < 0:
            return False
    figure = tail[start:].replace(" ", "").lstrip("$(.").rstrip(")%")
    return figure.replace(",", "").replace(".", "").isdigit()


def has_page(text: str) -> bool:
    """Whether a line ends in a page number, apart or behind leader dots, as lines of a contents page do."""
    if not text or not (text[-1].isdigit() or text[-1] in ".*)ivxIVX"):
        return False
    return text.endswith("....") or _PAGE_AT_END.search(text[-45:]) is not None


def is_title(text: str, share: float = 0.75) -> bool:
    """Whether words are set as a title: all capitals, or capitals at the beginning of every word that counts."""
    if text.isupper():
        return True
    words = _WORD.findall(text)
    if not words or not (text[0].isupper() or text[0].isdigit() or text[0] in "(\"'"):
        return False
    heavy = [word for word in words if word.lower() not in _SMALL]
    if not heavy:
        return False
    return sum(1 for word in heavy if word[0].isupper()) >= share * len(heavy)


def title_of(lines: Lines, first: int, last: int, rest: str) -> str:
    """The title that begins with `rest` on line `first` and goes on to the line before `last`."""
    return clean(" ".join([rest, *lines.bare[first + 1 : last]]))
