"""A document's lines as the outline looks at them: what is beside a line, and whether its words look like a title."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable
from functools import cached_property, lru_cache

from core.document.block import RULE, WORDS, BlockKind, Layout
from core.facts.fact import PlacedFact
from core.markup.css import BOLD, ITALIC, UNDERLINED
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
    r"[\s.]\(?(?:F-|S-|p\. ?|pp?\. ?|page )?[\divx]{1,4}\)?(?:\s?-\s?\d{1,3})?[\s*]*$", re.IGNORECASE
)
_LEADERS = re.compile(r"\.\s?\.\s?\.|\s{3}|\. ")


_LEADS = re.compile(rb"(?<!%c)%c|%c(?=%c)" % (WORDS, WORDS, WORDS, RULE))
_RULE = bytes([RULE])
_NUMBERED = ("ARTI", "SECT", "CHAP")
"""How numbered headings begin that running text may follow on the same line."""
_OWNER, _HEADING, _SHORTEST, _TOPPING, _RUNNING = 100, 95, 3, 60, 50
"""Characters: of a line with the company's name at most; of a heading at most; of one that tops a table, more than and less
than; of a line of running text at least, where the first line of a paragraph is set like the rest."""
_PROSE, _LOOKED_AT, _SMALL_LETTERS = 45, 60, 25
"""Characters of a line of running text at least; of it looked at; small letters among these."""
_PAGE_TAIL, _LAST_COLUMNS = 45, 24
"""Characters at the end of a line that hold a page number with its leader dots; the last figures of a row."""
_NEAR, _WORD_LINES, _REACH = 12, 45, 121
"""Lines: around a line within which the next with words is looked for; with words that rows of figures are counted in; in all."""
_REMEMBERED = 2048
"""Lines of which it is kept whether they are set as titles: several rules ask it of the same."""
_TITLE_SHARE = 0.75
"""The share of the words of a title that begin with a capital at least."""
_HEAD = 18
"""So many lines stand at most between the title of a statement and its first row of figures."""
_ANCHORED = 3
"""So many lines from an anchor on are what it marks."""
_STYLED = 5
"""So many lines set apart make a document one that sets its headings apart."""
_FIGURED = tuple("0123456789)%-\u2013\u2014")
"""How the rows of a table of figures end."""
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


_TABLE = "TableTextBlock"
_PARTS = (_TABLE, "PolicyTextBlock")
"""How the concepts of blocks end that are parts of notes."""


class Lines:
    """The lines of one laid-out document: `raw` as they stand, `bare` without blanks around, `kinds` what they are for;
    `looks` how those of an HTML document are set, in bits of `core.markup.css` (None in plain text), `flowing` those that
    only go on with the line above."""

    def __init__(self, layout: Layout, company: str | None = None) -> None:
        self.owner = _name_words(company or "")
        self.source = layout.source
        self.raw = layout.source.lines
        self.kinds = layout.kinds
        self.markup = layout.markup
        self.looks = layout.markup.looks if layout.markup is not None else None
        self.flowing: Collection[int] = layout.markup.flowing if layout.markup is not None else ()
        self.count = len(self.kinds)
        self.bare = layout.source.bare
        self.table = bytearray(self.count)
        words = BlockKind.WORDS
        self.paragraphs = [(block.first, block.last) for block in layout.blocks if block.kind is words]
        self.topped: list[int] = []
        for block in [block for block in layout.blocks if block.kind is not words]:
            self.table[block.first : block.last] = b"\1" * (block.last - block.first)
            if self._tops(block.first):
                self.topped.append(block.first)

    @cached_property
    def _targets(self) -> frozenset[int]:
        """The lines that links from elsewhere in the document lead to, and the few below: an anchor may stand above."""
        links = self.markup.links if self.markup is not None else ()
        found = {self.source.line_of(link.target) - 1 for link in links}
        return frozenset(line + below for line in found for below in range(_ANCHORED))

    def linked(self, index: int) -> bool:
        """Whether a link, as those of a contents page, leads to this line of an HTML document."""
        return self.markup is not None and index in self._targets

    @cached_property
    def blocks(self) -> list[int]:
        """Where the notes begin that inline XBRL tags as blocks of text."""
        return _blocks_of(self._told)

    @cached_property
    def noted(self) -> frozenset[int]:
        """The lines on which notes begin that are tagged so."""
        return frozenset(self.source.line_of(offset) - 1 for offset in self.blocks)

    def tagged_note(self, first: int, last: int) -> bool:
        """Whether a note that is tagged begins with the lines `[first, last)` or right below."""
        return bool(self.noted) and not self.noted.isdisjoint(range(first, last + 1))

    @cached_property
    def tagged(self) -> list[tuple[int, str]]:
        """Where the blocks of text begin that inline XBRL tags, tables aside, and their concepts; by rising offset."""
        return [
            (each.cite.start, concept) for each in self._told if not (concept := each.fact.concept).endswith(_TABLE)
        ]

    @cached_property
    def _told(self) -> list[PlacedFact]:
        """The facts that are blocks of text, by rising offset."""
        facts = self.markup.facts if self.markup is not None else ()
        return [each for each in facts if each.fact.block]

    @cached_property
    def styled(self) -> bool:
        """Whether weight, slant or lines under words tell headings in this document."""
        looks = self.looks or b""
        return sum(1 for look in looks if look & (BOLD | ITALIC | UNDERLINED)) >= _STYLED

    def flowing_from(self, index: int) -> bool:
        """Whether a line goes on with the one above."""
        return index in self.flowing

    def looks_alike(self, index: int, other: int) -> bool:
        """Whether two lines are set in the same weight and slant."""
        assert self.looks is not None  # noqa: S101 - asked of HTML documents only
        return (self.looks[index] ^ self.looks[other]) & (BOLD | ITALIC | UNDERLINED) == 0

    def bold(self, index: int) -> bool:
        """Whether a line outside of tables is set in bold, as titles are whose words begin with small letters."""
        return self.looks is not None and self.looks[index] & BOLD != 0 and not self.table[index]

    def company(self, text: str) -> bool:
        """Whether a line is only the company's name, as stands at the top of its statements."""
        if not self.owner or len(text) > _OWNER or text[:1].lower() not in (self.owner[0][0], "t"):
            return False
        words = _name_words(text)
        return words[: len(self.owner)] == self.owner and all(word in _WITH_OWNER for word in words[len(self.owner) :])

    @cached_property
    def leads(self) -> list[int]:
        """Lines outside tables that may be headings by their place: first of a paragraph, or with a rule below."""
        kinds, rule = self.kinds, RULE
        found: list[int] = []
        for first, last in self.paragraphs:
            if rule in kinds[first : last + 1]:
                found += [first + lead.start() for lead in _LEADS.finditer(kinds[first:last])]
                if kinds[last : last + 1] == _RULE and (not found or found[-1] != last - 1):
                    found.append(last - 1)
            elif last - first == 1 or not self._runs_on(first):
                found.append(first)
        bare = self.bare
        return sorted([*self.topped, *(index for index in found if len(bare[index]) < _HEADING)])

    def _tops(self, index: int) -> bool:
        """Whether the first line of a table stands apart above it at the margin: its title, or a heading."""
        return (
            self.kinds[index] == WORDS
            and not self.words(index + 1)
            and not self.ruled(index + 1)
            and not self.words(index - 1)
            and not self.raw[index].startswith("    ")
            and _SHORTEST < len(self.bare[index]) < _TOPPING
        )

    def _runs_on(self, first: int) -> bool:
        """Whether the first line of a paragraph is set like the rest of it, so that it can be no heading."""
        text = self.bare[first]
        return (
            len(text) > _RUNNING
            and not self.raw[first].startswith("        ")
            and not text.isupper()
            and text[:4].upper() not in _NUMBERED
        )

    def holding(self, wanted: tuple[str, ...]) -> set[int]:
        """The lines that hold one of these words, which are in small letters, in any letters."""
        # One byte a letter: quicker to make small, and to look through, than letters of all kinds.
        text = self.source.text.encode("latin-1", "replace").lower()
        starts = self.source.starts
        found: set[int] = set()
        for word in map(str.encode, wanted):
            at = text.find(word)
            while at >= 0:
                line = bisect_right(starts, at)
                found.add(line - 1)
                at = text.find(word, starts[line]) if line < len(starts) else -1
        return found

    def words(self, index: int) -> bool:
        """Whether this line exists and holds words."""
        return 0 <= index < self.count and self.kinds[index] == WORDS

    def apart(self, index: int) -> bool:
        """Whether no words stand right above this line."""
        return not self.words(index - 1)

    def alone(self, first: int, last: int) -> bool:
        """Whether no words stand right above or below the lines `[first, last)`."""
        return not self.words(first - 1) and not self.words(last)

    def next_words(self, index: int, within: int = _NEAR) -> int | None:
        """The next line with words at or after this one, not more than `within` lines away."""
        kinds, words = self.kinds, WORDS
        for at in range(index, min(index + within, self.count)):
            if kinds[at] == words:
                return at
        return None

    def words_before(self, index: int, within: int = _NEAR) -> int | None:
        """The last line with words before this one, not more than `within` lines away."""
        for at in range(index - 1, max(index - 1 - within, -1), -1):
            if self.kinds[at] == WORDS:
                return at
        return None

    def indent(self, index: int) -> int:
        """The first column of a line."""
        line = self.raw[index]
        return len(line) - len(line.lstrip())

    def ruled(self, last: int) -> bool:
        """Whether a rule stands right under the line before `last`."""
        return last < self.count and self.kinds[last] == RULE

    def prose(self, index: int) -> bool:
        """Whether a line reads like running text: long, mostly small letters, no columns."""
        text = self.bare[index]
        if len(text) < _PROSE or self.table[index]:
            return False
        small = sum(map(str.islower, text[:_LOOKED_AT]))
        return small > _SMALL_LETTERS and "    " not in text and not ("  " in text and has_figures(text))

    def figures_after(self, index: int, until: int, words: int = _WORD_LINES) -> int:
        """How many of the next lines with words after this one, before line `until`, are rows of figures."""
        count = rows = 0
        for at in range(index + 1, min(index + _REACH, until, self.count)):
            if self.kinds[at] != WORDS:
                continue
            count += 1
            if count > words:
                break
            if count > _HEAD and not rows:
                break
            raw = self.raw[at]
            if self.looks is not None and self.table[at]:
                rows += raw[-1:] in _FIGURED and "   " in raw
            else:
                rows += has_figures(raw) and ("," in raw[-_LAST_COLUMNS:] or len(_NUMBERS.findall(raw)) > 1)
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
    tail = text[-_PAGE_TAIL:]
    if not ("   " in tail or ". " in tail or "..." in tail or "\t" in tail):
        return False
    if tail.endswith("...."):
        return True
    page = _PAGE_AT_END.search(tail)
    if page is None:
        return False
    at = page.start() + 1
    before = len(tail[:at].rstrip(" .\t"))
    return _LEADERS.search(tail, before, at) is not None


@lru_cache(maxsize=_REMEMBERED)
def is_title(text: str, share: float = _TITLE_SHARE) -> bool:
    """Whether words are set as a title: all capitals, or capitals at the beginning of every word that counts."""
    if text.isupper():
        return True
    if not text or not (text[0].isupper() or text[0].isdigit() or text[0] in "(\"'"):
        return False
    heavy = [word for word in _WORD.findall(text) if word.lower() not in _SMALL]
    return bool(heavy) and sum([word[0].isupper() for word in heavy]) >= share * len(heavy)


def title_of(lines: Lines, first: int, last: int, rest: str) -> str:
    """The title that begins with `rest` on line `first` and goes on to the line before `last`."""
    return clean(" ".join([rest, *lines.bare[first + 1 : last]]))


def _blocks_of(told: Iterable[PlacedFact]) -> list[int]:
    """Where those of these blocks of text begin that are notes: those that lie in no other block."""
    begun: list[int] = []
    end = -1
    for fact, cite in told:
        if cite.start >= end:
            end = cite.end
            if not fact.concept.endswith(_PARTS):
                begun.append(cite.start)
    return begun
