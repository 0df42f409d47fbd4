"""The words of filings, from `resources/vocabulary`, and the patterns built from them with a quick look beforehand.

Phrases are written in a small language, in small letters; a blank stands for any white space and an apostrophe for any kind:

    balance sheet[s]          what stands in brackets may be missing
    (income|operations)       one of several
    report of {0,3} auditors  up to three other words
    ^total                    at the beginning; `total$` at the end
    *                         the rest of a word: `inventor*`
    <qualifier>               any number of words of another sort of the same subject, none included
    \\$                        the sign itself: `\\$`, `\\(`, `\\)`

Every phrase stands between word ends. The pattern of a set of phrases is one expression; its quick look (`needs`) is the
longest stretch of letters that each phrase cannot do without. Both come from the same phrases and cannot disagree.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, partial
from typing import NamedTuple

from resources import VOCABULARY

_TOKEN = re.compile(r"\\.|\{(\d+),(\d+)\}|<\w+>|[\[\]()|^$*]|\s+|[^\[\]()|^$*{<\s\\]+")
_APOSTROPHES = "'\u2019`\u00b4"
_APOSTROPHE = f"[{_APOSTROPHES}]"
_BLANK = r"(?u:\s+)"
"""Blanks of any kind, also where letters are ASCII; a set of them by name would take long to compile."""
_OTHER_WORD = r"\S+\s+"
_EDGE_BEFORE, _EDGE_AFTER = r"(?<!\w)", r"(?!\w)"


class PhraseError(ValueError):
    """A phrase that is not of the language: it names the phrase and what is wrong in it."""


class Entry(NamedTuple):
    """One phrase of the vocabulary: its sort, what it stands for where it stands for something, and where it was seen if odd."""

    phrase: str
    sort: str
    means: str | None
    seen: str | None


@dataclass(frozen=True, eq=False)
class Words:
    """A set of phrases ready to be looked for, in text of any case. Nothing is built before it is first asked for, so that a
    start does not wait for words that no filing has shown yet. `phrases` gives each with its meaning, `beside` the words that
    `<name>` stands for."""

    phrases: Callable[[], Sequence[tuple[str, str | None]]]
    beside: Callable[[], Mapping[str, Sequence[str]]] = dict
    guarded: bool = True

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """All phrases as one expression; the group that was found is named by the phrase's number."""
        if not self._parsed:
            return re.compile(r"(?!)")
        guard = _guard(self.phrases(), self._parsed) if self.guarded else ""
        either = "|".join(f"(?P<p{at}>{each.pattern})" for at, each in enumerate(self._parsed))
        # ASCII: with other letters, case folded by `re` and by `lower` are not the same, and the quick look would miss some.
        return re.compile(f"{guard}(?:{either})", re.IGNORECASE | re.ASCII)

    @cached_property
    def needs(self) -> tuple[str, ...]:
        """One of these stands, in small letters, in every text that the pattern finds something in; empty: no quick look."""
        if not all(each.needs for each in self._parsed):
            return ()
        runs = dict.fromkeys(run for each in self._parsed for run in each.needs)
        return tuple(run for run in runs if not any(other in run for other in runs if other != run))

    @cached_property
    def meanings(self) -> tuple[str | None, ...]:
        """What each phrase stands for."""
        return tuple(means for _, means in self.phrases())

    @cached_property
    def _parsed(self) -> tuple["_Built", ...]:
        return tuple(_Parser(phrase, self.beside()).parsed() for phrase, _ in self.phrases())

    def might(self, lower: str) -> bool:
        """Whether a text in small letters is worth a search: the quick look."""
        return not self.needs or any(map(lower.__contains__, self.needs))

    def search(self, text: str) -> re.Match[str] | None:
        """The first place of one of the phrases; None where there is none."""
        needs = self.needs  # the quick look itself, not a call to it: captions are asked by the thousand
        return self.pattern.search(text) if not needs or any(map(text.lower().__contains__, needs)) else None

    def match(self, text: str) -> re.Match[str] | None:
        """The same at the beginning of the text."""
        return self.pattern.match(text) if self.might(text.lower()) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The same for the whole text."""
        return self.pattern.fullmatch(text) if self.might(text.lower()) else None

    def in_any(self, texts: Sequence[str], lower: str | None = None) -> bool:
        """Whether one of these texts has one of the phrases: with one quick look at all of them; `lower` is their lines in
        small letters, where it is at hand."""
        lower = "\n".join(texts).lower() if lower is None else lower
        return self.might(lower) and any(self.search(text) is not None for text in texts)

    def meaning(self, text: str) -> str | None:
        """What the first phrase found in a text stands for; None where none is found."""
        found = self.search(text)
        return self.meanings[int(str(found.lastgroup)[1:])] if found is not None else None


@cache
def entries(subject: str) -> tuple[Entry, ...]:
    """All phrases of one subject (`scales`, `months`): those of `resources/vocabulary/<subject>.toml`, in their order."""
    with (VOCABULARY / f"{subject}.toml").open("rb") as file:
        data = tomllib.load(file)
    return tuple(
        Entry(entry, sort, None, None)
        if isinstance(entry, str)
        else Entry(entry["phrase"], sort, entry.get("means"), entry.get("seen"))
        for sort, listed in data.items()
        for entry in listed
    )


@cache
def words(subject: str, *sorts: str) -> Words:
    """The phrases of a subject, of these sorts or of all, as something to look for. A phrase without a meaning means its sort."""

    def chosen() -> list[tuple[str, str | None]]:
        wanted = (entry for entry in entries(subject) if not sorts or entry.sort in sorts)
        return [(entry.phrase, entry.means or entry.sort) for entry in wanted]

    return Words(chosen, partial(lists, subject))


@cache
def lists(subject: str) -> dict[str, tuple[str, ...]]:
    """The phrases of a subject by their sort."""
    found: dict[str, tuple[str, ...]] = {}
    for entry in entries(subject):
        found[entry.sort] = (*found.get(entry.sort, ()), entry.phrase)
    return found


@cache
def single_words(subject: str, *sorts: str) -> frozenset[str]:
    """The phrases of a subject as a plain set of words, for those that are no more than words."""
    return frozenset(entry.phrase for entry in entries(subject) if not sorts or entry.sort in sorts)


@cache
def stems(subject: str, *sorts: str) -> tuple[str, ...]:
    """Phrases of letters alone as stretches to be looked for with `in`, inside of words too, in captions one a line, each
    behind a newline and in small letters: quicker than a pattern for many phrases in long text."""
    chosen = [entry.phrase for entry in entries(subject) if not sorts or entry.sort in sorts]
    return tuple(phrase.replace("^", "\n").removesuffix("*") for phrase in chosen)


@cache
def meanings(subject: str, *sorts: str) -> dict[str, str]:
    """What each phrase of a subject stands for, by the phrase."""
    return {e.phrase: e.means or e.sort for e in entries(subject) if not sorts or e.sort in sorts}


@cache
def expression(subject: str, *sorts: str, edges: bool = True) -> str:
    """The phrases of a subject as one expression without names, a part of larger ones over text in small letters; without
    `edges` it is found inside of words too."""
    chosen = [entry.phrase for entry in entries(subject) if not sorts or entry.sort in sorts]
    inside = "(?:" + "|".join(_Parser(phrase, lists(subject)).parsed(edges=False).pattern for phrase in chosen) + ")"
    before, after = {_before(phrase) for phrase in chosen}, {_after(phrase) for phrase in chosen}
    if not edges:
        return inside
    if len(before) == len(after) == 1:  # one edge for all: a search then looks at the letters of the words first
        return before.pop() + inside + after.pop()
    return "(?:" + "|".join(_Parser(phrase, lists(subject)).parsed().pattern for phrase in chosen) + ")"


def built(
    phrases: Sequence[tuple[str, str | None]],
    beside: Mapping[str, Sequence[str]] | None = None,
    *,
    guarded: bool = True,
) -> Words:
    """Phrases with their meanings as something to look for, at once: PhraseError where one is not of the language.
    `guarded`: one look at a letter tells most places where none begins; it only makes the search quicker."""
    made = Words(lambda: phrases, lambda: beside or {}, guarded)
    made.pattern  # noqa: B018 - built now, so that a phrase that is none says so here
    return made


def _guard(phrases: Sequence[tuple[str, str | None]], parsed: Sequence["_Built"]) -> str:
    """What tells at most places, by one letter, that no phrase begins there; nothing where a phrase may begin with anything."""
    words, signs, ways = set[str](), set[str](), list[str]()
    for (phrase, _), each in zip(phrases, parsed, strict=True):
        if phrase[:1] == "^":
            ways[:] = ["^"]
        elif each.first is None:
            return ""
        else:
            (words if _before(phrase) else signs).update(each.first)
    ways += [f"{_EDGE_BEFORE}{_ahead(words)}"] if words else []
    ways += [_ahead(signs)] if signs else []
    return f"(?:{'|'.join(ways)})" if ways else ""


def _ahead(letters: Iterable[str]) -> str:
    return f"(?=[{''.join(map(re.escape, sorted(letters)))}])"


class _Built(NamedTuple):
    """A piece of a phrase: its expression; the longest stretches of letters of which it cannot do without one; the letters it may
    begin with, None where it may begin with anything; whether it may be missing."""

    pattern: str
    needs: tuple[str, ...]
    first: frozenset[str] | None = None
    empty: bool = False


class _Piece(NamedTuple):
    """One sign of a phrase: `run` are the letters it adds to the stretch it stands in, None where it ends the stretch, and
    `needs` the stretches inside of it of which it cannot do without one."""

    pattern: str
    run: str | None
    first: frozenset[str] | None = None
    empty: bool = False
    needs: tuple[str, ...] = ()


class _Parser:
    """Reads one phrase, from the left."""

    def __init__(self, phrase: str, beside: Mapping[str, Sequence[str]] | None = None) -> None:
        self.phrase = phrase
        self.beside = beside or {}
        self.tokens = [match[0] for match in _TOKEN.finditer(phrase)]
        self.at = 0
        if "".join(self.tokens) != phrase:
            raise PhraseError(f"{phrase!r}: a sign that is not of the language")

    def parsed(self, *, edges: bool = True) -> _Built:
        """The whole phrase, between word ends."""
        alternatives = self._alternatives()
        if self.at < len(self.tokens):
            raise PhraseError(f"{self.phrase!r}: {self.tokens[self.at]!r} closes nothing")
        whole = _one_of(alternatives)
        if not edges:
            return whole
        return whole._replace(pattern=f"{_before(self.phrase)}{whole.pattern}{_after(self.phrase)}")

    def _alternatives(self) -> list[_Built]:
        found = [self._sequence()]
        while self.at < len(self.tokens) and self.tokens[self.at] == "|":
            self.at += 1
            found.append(self._sequence())
        return found

    def _sequence(self) -> _Built:
        pieces: list[_Piece] = []
        while self.at < len(self.tokens) and self.tokens[self.at] not in "|)]":
            token = self.tokens[self.at]
            self.at += 1
            pieces.append(self._piece(token))
        runs = [""]
        for piece in pieces:
            if piece.run is None:
                runs.append("")
            else:
                runs[-1] += piece.run
        chosen = [piece.needs for piece in pieces if piece.needs] + [(run.strip(),) for run in runs if run.strip()]
        longest = max(chosen, key=lambda needs: min(map(len, needs)), default=())
        empty = all(piece.empty for piece in pieces)
        return _Built("".join(piece.pattern for piece in pieces), longest, _first_of(pieces), empty)

    def _piece(self, sign: str) -> _Piece:
        """What one sign stands for."""
        if sign.isspace():
            return _Piece(_BLANK, None)
        if sign in "[(":
            inside = _one_of(self._alternatives())
            self._close("]" if sign == "[" else ")")
            missing = sign == "["
            pattern = f"(?:{inside.pattern})?" if missing else f"(?:{inside.pattern})"
            return _Piece(pattern, None, inside.first, missing or inside.empty, () if missing else inside.needs)
        if sign in "^$":
            return _Piece(r"^\s*" if sign == "^" else r"\s*$", None)
        if sign == "*":
            return _Piece(r"\w*", None)
        if sign[0] == "{":
            least, most = sign[1:-1].split(",")
            self._skip_blank()
            return _Piece(f"(?:{_OTHER_WORD}){{{least},{most}}}?", None)
        if sign[0] == "<":
            self._skip_blank()
            return _Piece(f"(?:{self._listed(sign[1:-1])}{_BLANK})*", None)
        return _letters(sign[1:] if sign[0] == "\\" else sign)

    def _listed(self, name: str) -> str:
        if name not in self.beside:
            raise PhraseError(f"{self.phrase!r}: there is no sort {name!r} beside it")
        return f"(?:{'|'.join(_one_of(_Parser(phrase)._alternatives()).pattern for phrase in self.beside[name])})"

    def _skip_blank(self) -> None:
        if self.at < len(self.tokens) and self.tokens[self.at].isspace():
            self.at += 1

    def _close(self, sign: str) -> None:
        if self.at >= len(self.tokens) or self.tokens[self.at] != sign:
            raise PhraseError(f"{self.phrase!r}: {sign!r} is missing")
        self.at += 1


def _letters(sign: str) -> _Piece:
    """Letters and other signs that stand for themselves."""
    parts = re.split("['\u2019]", sign)
    begins = sign[0].lower() if sign[0].isascii() else sign[0]
    first = frozenset(begins if parts[0] else _APOSTROPHES)
    pattern = _APOSTROPHE.join(map(re.escape, parts))
    if len(parts) == 1:
        return _Piece(pattern, sign.lower(), first)
    longest = max(parts, key=len).lower()
    return _Piece(pattern, None, first, needs=(longest,) if longest else ())


def _first_of(pieces: Iterable[_Piece]) -> frozenset[str] | None:
    """The letters that a row of pieces may begin with: those of the first, and of the next where that may be missing."""
    found: frozenset[str] = frozenset()
    for piece in pieces:
        if piece.first is None:
            return None
        found |= piece.first
        if not piece.empty:
            return found
    return None


def _before(phrase: str) -> str:
    """What parts a phrase from the letters before it; nothing where it begins with a sign."""
    return _EDGE_BEFORE if phrase[:1].isalnum() or phrase[:1] in "[(" else ""


def _after(phrase: str) -> str:
    """What parts a phrase from the letters behind it."""
    return _EDGE_AFTER if phrase[-1:].isalnum() or phrase[-1:] in "])" else ""


def _one_of(alternatives: Sequence[_Built]) -> _Built:
    if len(alternatives) == 1:
        return alternatives[0]
    pattern = "(?:" + "|".join(each.pattern for each in alternatives) + ")"
    firsts = [each.first for each in alternatives]
    first = None if None in firsts else frozenset[str]().union(*filter(None, firsts))
    needs = (
        tuple(run for each in alternatives for run in each.needs) if all(each.needs for each in alternatives) else ()
    )
    return _Built(pattern, needs, first, any(each.empty for each in alternatives))
