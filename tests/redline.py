"""How well the redline tells what was done to a text: `python -m tests.redline [--edits N] [--show] [FILE …]`.

A filing is set anew (other line lengths, page breaks, case, quotes, hyphens), which is no change; and single edits of eight
kinds are made up in its sections, each of which is to be told as what it is. Of the samples, and of real filings where they
are at hand.
"""

import random
import re
import sys
import tempfile
import textwrap
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from core.analysis import Analysis, analyse
from core.compare.change import ROLLED, Aligned, ChangeKind, tally
from core.compare.filings import Comparison, align
from core.compare.stream import Found, read
from core.compare.words import folded
from core.document.block import Line
from core.document.prose import PassageKind
from core.outline.section import SectionKind
from core.places import Places
from core.read.filing import Format
from tests.filings_dir import FILINGS

SAMPLES = Path(__file__).parents[1] / "resources" / "samples"
_STARTS = re.compile(r"(?<=[.?!]) (?=[A-Z])")
_GAP = re.compile(r"\S {3,}\S|\.{4}|(?:\. ){4}|<|-{4}|={4}|_{4}")
"""What no line of a paragraph has: columns, leaders, marks, rules. A heading over a rule is none of its lines."""
_LONG, _RAGGED = 45, 0.75
"""Characters that all lines but the last of a paragraph have at least, and the part of the longest line: a heading right above a
paragraph has less, and is none of its lines."""
_FOLDERS = {"text-10k": 12, "html-2000-2010": 2, "html-10k-golden": 1, "ixbrl-2023": 1}
"""From which folders how many filings are set anew."""


def filings() -> list[Path]:
    """The filings that are set anew."""
    found = sorted(SAMPLES.glob("*.txt"))
    for folder, most in _FOLDERS.items():
        real = sorted(one for one in (FILINGS / folder).glob("*") if one.suffix in (".txt", ".htm", ".html"))
        found += real[:: max(1, len(real) // most)][:most]
    return found


# set anew


def _blocks(text: str) -> Iterator[list[str]]:
    block: list[str] = []
    for line in text.split("\n"):
        if line.strip():
            block.append(line)
            continue
        if block:
            yield block
        block = []
        yield [line]
    if block:
        yield block


def _is_prose(block: Sequence[str]) -> bool:
    lengths = [len(line) for line in block[:-1]]
    if sum(letter.isupper() for letter in block[0]) > sum(letter.islower() for letter in block[0]):
        return False
    if len({len(line) - len(line.lstrip()) for line in block[1:]}) > 1:
        return False
    full = len(block) > 2 and min(lengths) >= max(_LONG, _RAGGED * max(lengths))
    return full and not any(_GAP.search(line.strip()) for line in block)


def wrapped(text: str, width: int) -> str:
    """Paragraphs in lines of another length."""
    lines: list[str] = []
    for block in _blocks(text):
        if _is_prose(block):
            first = block[0][: len(block[0]) - len(block[0].lstrip())]
            rest = block[1][: len(block[1]) - len(block[1].lstrip())]
            words = " ".join(line.strip() for line in block)
            lines += textwrap.wrap(
                words,
                width,
                initial_indent=first,
                subsequent_indent=rest,
                break_long_words=False,
                break_on_hyphens=False,
            )
        else:
            lines += block
    return "\n".join(lines)


def paged(text: str, luck: random.Random) -> str:
    """Page breaks in the middle of paragraphs."""
    lines: list[str] = []
    page = 100
    for block in _blocks(text):
        if _is_prose(block) and luck.random() < 0.1:
            at = luck.randrange(1, len(block))
            page += 1
            block = [*block[:at], "", f"{page:>40}", "<PAGE>", "", *block[at:]]
        lines += block
    return "\n".join(lines)


def _is_table(block: Sequence[str]) -> bool:
    rows = [line for line in block if re.search(r" {3,}[$(]? ?\d", line)]
    return len(rows) > 5 and not any("<" in line for line in block)


def paged_tables(text: str, luck: random.Random) -> str:
    """Page breaks in the middle of tables, between two rows."""
    lines: list[str] = []
    page = 100
    for block in _blocks(text):
        if _is_table(block) and luck.random() < 0.3:
            at = luck.randrange(3, len(block) - 2)
            page += 1
            block = [*block[:at], "", f"{page:>40}", "<PAGE>", "", *block[at:]]
        lines += block
    return "\n".join(lines)


def hyphened(text: str, luck: random.Random) -> str:
    """Long words at the ends of lines parted by a hyphen."""
    lines: list[str] = []
    for block in _blocks(text):
        if _is_prose(block):
            for at in range(len(block) - 1):
                word = re.match(r"\s*([a-z]{8,})\b", block[at + 1])
                if word and luck.random() < 0.3 and block[at][-1].isalpha():
                    start = word.start(1)
                    block[at] += " " + word[1][:4] + "-"
                    block[at + 1] = block[at + 1][:start] + block[at + 1][start + 4 :]
        lines += block
    return "\n".join(lines)


def settings(text: str) -> Iterator[tuple[str, str]]:
    """Ways to set a text that change no word of it."""
    luck = random.Random(7)
    yield "identical", text
    yield "at 60", wrapped(text, 60)
    yield "at 100", wrapped(text, 100)
    yield "pages", paged(text, luck)
    yield "pages in tables", paged_tables(text, luck)
    yield "case", re.sub(r"(?im)^\s*(?:item\s+\d+[a-z]?\.|part\s+[ivx]+\s*$).*$", lambda found: found[0].upper(), text)
    yield (
        "item",
        re.sub(r"(?m)^(\s*)I(?:tem|TEM)\b", lambda found: found[1] + ("Item" if luck.random() < 0.5 else "ITEM"), text),
    )
    yield "quotes", re.sub(r'"([^"\n]*)"', r"``\1''", text)
    yield "apostrophes", re.sub(r"(?<=\w)'(?=\w)", "’", text)
    yield "dashes", re.sub(r"(?<=\w) ?-- ?(?=\w)", " — ", text)
    yield "hyphens", hyphened(text, luck)


_TAGS = re.compile(r"(<[^>]*>)")
_KEPT = re.compile(r"<(pre|script|style)\b", re.IGNORECASE)
"""Elements whose lines mean something."""


def settings_of_html(text: str) -> Iterator[tuple[str, str]]:
    """The same for markup, in which only the text between tags may be set otherwise."""

    def at(width: int) -> Callable[[str], str]:
        set_anew = textwrap.TextWrapper(width, break_long_words=False, break_on_hyphens=False)
        return lambda words: set_anew.fill(words) if len(words) > width else words

    yield "identical", text
    if _KEPT.search(text) is None:
        yield "at 60", _between_tags(text, at(60))
        yield "at 100", _between_tags(text, at(100))
    yield "quotes", _between_tags(text, lambda words: re.sub(r"&#8220;|&#8221;|&ldquo;|&rdquo;|[“”]", '"', words))
    yield "apostrophes", _between_tags(text, lambda words: re.sub(r"&#8217;|&rsquo;|’", "'", words))


def _between_tags(text: str, change: Callable[[str], str]) -> str:
    pieces = _TAGS.split(text)
    out = []
    for piece in pieces:
        lead, trail = piece[: len(piece) - len(piece.lstrip())], piece[len(piece.rstrip()) :]
        out.append(piece if piece.startswith("<") or not piece.strip() else lead + change(piece.strip()) + trail)
    return "".join(out)


def _analysed(text: str, folder: Path, name: str) -> Analysis:
    path = folder / name
    path.write_text(text, "utf-8")
    return analyse(path)


_HEAD = 20_000
"""Characters of a file in which its markup begins."""


class Setting(NamedTuple):
    """How many places of a filing that is set anew are told as changed."""

    file: str
    how: str
    places: int
    where: tuple[str, ...]


def set_anew(paths: Sequence[Path]) -> Iterator[Setting]:
    """Every filing in every setting against itself."""
    with tempfile.TemporaryDirectory() as folder:
        for path in paths:
            text = path.read_bytes().decode("latin-1").replace("\r\n", "\n")
            is_html = path.suffix != ".txt" or "<html" in text[:_HEAD].lower()
            old = Places(_analysed(text, Path(folder), "old" + path.suffix))
            for how, other in settings_of_html(text) if is_html else settings(text):
                new = Places(_analysed(other, Path(folder), "new" + path.suffix))
                comparison = Comparison(old, new)
                told = {}
                for pair in comparison.pairs:
                    places = tally(row for rows in comparison.own(pair) for row in rows).places
                    if places:
                        told[(pair.new or pair.old).id] = places  # type: ignore[union-attr]
                yield Setting(
                    path.name, how, sum(told.values()), tuple(f"{one} {count}" for one, count in told.items())
                )


class Share(NamedTuple):
    """How many characters of a filing are readable (no blanks, no furniture, no data), and how many of them are compared."""

    readable: int
    compared: int


def share(places: Places) -> Share:
    """How much of a filing is compared, with itself."""
    comparison = Comparison(places, places)
    read: dict[int, bytearray] = {
        at: bytearray(len(layout.source.text))
        for at, layout in enumerate(places.analysis.layouts, 1)
        if layout is not None
    }
    for pair in comparison.pairs:
        section = pair.new
        for row in (row for rows in comparison.own(pair) for row in rows):
            for span in row.new.spans if section is not None and row.new is not None else ():
                read[section.document][span.start : span.end] = b"1" * (span.end - span.start)  # type: ignore[union-attr]
    readable = compared = 0
    for at, layout in enumerate(places.analysis.layouts, 1):
        if layout is None or places.analysis.filing.documents[at - 1].format is Format.DATA:
            continue
        for line, start, kind in zip(layout.source.lines, layout.source.starts, layout.kinds, strict=False):
            if kind == Line.WORDS:
                letters = [place for place, letter in enumerate(line, start) if not letter.isspace()]
                readable += len(letters)
                compared += sum(map(bool, map(read[at].__getitem__, letters)))
    return Share(readable, compared)


# edits


class Edit(NamedTuple):
    """An edited text: what kind of edit, the text after it, the words that went and those that came."""

    kind: str
    texts: list[str]
    gone: list[str]
    come: list[str]


class _Sentence(NamedTuple):
    passage: int
    number: int
    text: str


def _sentences(texts: Sequence[str]) -> list[list[str]]:
    return [_STARTS.split(text) for text in texts]


def _chosen(sentences: list[list[str]], luck: random.Random) -> _Sentence:
    """A sentence that is the only one of its words."""
    every = [_Sentence(p, n, one) for p, some in enumerate(sentences) for n, one in enumerate(some)]
    known = Counter(one.text for one in every)
    long = [one for one in every if known[one.text] == 1 and len(folded(one.text)) > 9]
    return luck.choice(long)


def _with(sentences: list[list[str]], passage: int, some: list[str]) -> list[str]:
    return [" ".join(some if at == passage else one) for at, one in enumerate(sentences) if at != passage or some]


def _words(one: _Sentence, luck: random.Random, kind: str) -> tuple[str, list[str], list[str]] | None:
    parts = one.text.split(" ")
    plain = [at for at, word in enumerate(parts) if 0 < at < len(parts) - 1 and word.isalpha() and len(word) > 3]
    if not plain:
        return None
    at = luck.choice(plain)
    if kind == "word replaced":
        return " ".join([*parts[:at], "zeppelins", *parts[at + 1 :]]), [parts[at].lower()], ["zeppelins"]
    if kind == "words added":
        return " ".join([*parts[:at], "among", "many", "zeppelins", *parts[at:]]), [], ["among", "many", "zeppelins"]
    if kind == "words removed":
        gone = parts[at : at + 2]
        if not all(word.isalpha() for word in gone):
            return None
        return " ".join([*parts[:at], *parts[at + 2 :]]), folded(" ".join(gone)), []
    digits = [n for n, word in enumerate(parts) if re.fullmatch(r"\$?\d[\d,.]*\d%?", word)]
    if not digits:
        return None
    at = luck.choice(digits)
    new = re.sub(r"\d", lambda found: str((int(found[0]) + 1) % 10 or 1), parts[at])
    gone, come = folded(parts[at]), folded(new)
    both = [pair for pair in zip(gone, come, strict=True) if pair[0] != pair[1]]
    return " ".join([*parts[:at], new, *parts[at + 1 :]]), [pair[0] for pair in both], [pair[1] for pair in both]


KINDS = (
    "word replaced",
    "words added",
    "words removed",
    "number changed",
    "sentence added",
    "sentence removed",
    "sentence moved",
    "paragraph moved",
)
NEW = "Zeppelins of every size were inspected by a committee of elderly beekeepers during the summer months."


def edited(texts: list[str], kind: str, luck: random.Random) -> Edit | None:
    """One edit of a text; None where it has no place for one of this kind."""
    sentences = _sentences(texts)
    one = _chosen(sentences, luck)
    some = sentences[one.passage]
    if kind in KINDS[:4]:
        done = _words(one, luck, kind)
        if done is None:
            return None
        text, gone, come = done
        return Edit(
            kind, _with(sentences, one.passage, [*some[: one.number], text, *some[one.number + 1 :]]), gone, come
        )
    if kind == "sentence added":
        return Edit(
            kind, _with(sentences, one.passage, [*some[: one.number], NEW, *some[one.number :]]), [], folded(NEW)
        )
    if kind == "sentence removed":
        return Edit(
            kind, _with(sentences, one.passage, [*some[: one.number], *some[one.number + 1 :]]), folded(one.text), []
        )
    if kind == "sentence moved":
        left = [*some[: one.number], *some[one.number + 1 :]]
        target = luck.randrange(len(texts))
        if abs(target - one.passage) < 2 or not left:
            return None
        sentences[one.passage] = left
        at = luck.randrange(len(sentences[target]) + 1)
        sentences[target].insert(at, one.text)
        return Edit(kind, [" ".join(each) for each in sentences], folded(one.text), folded(one.text))
    target = luck.randrange(len(texts))
    if abs(target - one.passage) < 2:
        return None
    moved = [*texts[: one.passage], *texts[one.passage + 1 :]]
    moved.insert(target, texts[one.passage])
    return Edit(kind, moved, folded(texts[one.passage]), folded(texts[one.passage]))


def told(rows: Sequence[Aligned]) -> dict[ChangeKind, tuple[list[str], list[str]]]:
    """The words of each kind of change, those that went and those that came."""
    found: dict[ChangeKind, tuple[list[str], list[str]]] = {}
    for row in rows:
        old, new = row.old_words, row.new_words
        for change in row.changes:
            if change.kind is not ChangeKind.EQUAL:
                gone, come = found.setdefault(change.kind, ([], []))
                gone += [word.text.lower().replace("’", "'") for word in old[change.old_start : change.old_end]]
                come += [word.text.lower().replace("’", "'") for word in new[change.new_start : change.new_end]]
    return found


def is_told(edit: Edit, rows: Sequence[Aligned]) -> bool:
    """Whether an edit is told as what it is, and nothing else is told."""
    found = told(rows)
    if edit.kind in KINDS[-2:]:
        if set(found) != {ChangeKind.MOVED} or tally(rows).moved != 1:
            return False
        gone, come = found[ChangeKind.MOVED]
        return Counter(gone) == Counter(come) and (Counter(come) == Counter(edit.come) or len(come) < len(edit.come))
    if len(found) != 1 or (tally(rows).places != 1 and edit.kind != "number changed"):
        return False
    ((kind, (gone, come)),) = found.items()
    if edit.kind == "number changed" and kind not in ROLLED:
        return False
    return Counter(gone) == Counter(edit.gone) and Counter(come) == Counter(edit.come)


def _texts(analysis: Analysis) -> Iterator[list[Found]]:
    """The prose of the Items that have much of it."""
    places = Places(analysis)
    for section in places.sections.values():
        if section.kind in (SectionKind.ITEM, SectionKind.NOTE):
            found = [one for some in read(places, section, (section.span,)) for one in some if one.words]
            prose = [one for one in found if one.passage.kind in (PassageKind.PARAGRAPH, PassageKind.LIST_ITEM)]
            if sum(len(one.words) for one in prose) > 600 and len(prose) > 8:
                yield prose


class Told(NamedTuple):
    """A made-up edit, and whether it was told; `false_move` where something is said to have moved that did not."""

    edit: Edit
    right: bool
    false_move: bool
    rows: tuple[Aligned, ...]


def _founds(found: Sequence[Found], texts: Sequence[str]) -> list[Found]:
    model = found[0].passage
    return [Found(model._replace(kind=PassageKind.PARAGRAPH, text=text), folded(text)) for text in texts]


def edits(paths: Sequence[Path], count: int) -> Iterator[Told]:
    """Made-up edits in sections of these filings, of every kind in turn."""
    luck = random.Random(11)
    sections = [found for path in paths for found in _texts(analyse(path))]
    done = 0
    while done < count:
        found = luck.choice(sections)
        texts = [one.passage.text for one in found]
        edit = edited(texts, KINDS[done % len(KINDS)], luck)
        if edit is None:
            continue
        rows = align(_founds(found, texts), _founds(found, edit.texts))
        done += 1
        yield Told(edit, is_told(edit, rows), edit.kind not in KINDS[-2:] and tally(rows).moved > 0, rows)


def drawn(rows: Sequence[Aligned]) -> str:
    """What changed, as text."""
    out = []
    for row in rows:
        for change in row.changes:
            if change.kind is not ChangeKind.EQUAL:
                gone = " ".join(word.text for word in row.old_words[change.old_start : change.old_end])
                come = " ".join(word.text for word in row.new_words[change.new_start : change.new_end])
                out.append(f"    {change.kind} {change.move or ''} [-{gone}-] {{+{come}+}}")
    return "\n".join(out)


def _number_of(arguments: list[str]) -> int:
    if "--edits" not in arguments:
        return 200
    at = arguments.index("--edits")
    del arguments[at]
    return int(arguments.pop(at))


def main(arguments: list[str]) -> int:
    """Prints the share of settings without a change, and of edits that were told."""
    show = "--show" in arguments
    arguments = [one for one in arguments if one != "--show"]
    count = _number_of(arguments)
    paths = [Path(one) for one in arguments] or filings()
    settled: Counter[str] = Counter()
    places: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for one in set_anew(paths):
        settled[one.how] += not one.places
        every[one.how] += 1
        places[one.how] += one.places
        if show and one.places:
            print(f"  {one.file} {one.how}: {one.places} places {' '.join(one.where[:8])}")
    for how, total in places.items():
        print(f"{how:<12} without a change {settled[how]} of {every[how]}, {total} places")
    _print_edits(edits(paths, count), show=show)
    told = [share(Places(analyse(path))) for path in paths]
    compared, readable = sum(one.compared for one in told), sum(one.readable for one in told)
    least = min((one.compared / one.readable, path.name) for one, path in zip(told, paths, strict=True))
    print(
        f"text compared      {compared / readable:.4f} of {readable:,} characters, least {least[0]:.4f} in {least[1]}"
    )
    return 0


def _print_edits(found: Iterator[Told], *, show: bool) -> None:
    right: Counter[str] = Counter()
    every: Counter[str] = Counter()
    false = 0
    for one in found:
        every[one.edit.kind] += 1
        right[one.edit.kind] += one.right
        false += one.false_move
        if show and not one.right:
            print(
                f"  {one.edit.kind}: [-{' '.join(one.edit.gone)}-] {{+{' '.join(one.edit.come)}+}}\n{drawn(one.rows)}"
            )
    for kind in every:
        print(f"{kind:<18} {right[kind]} of {every[kind]}")
    print(f"{'edits told':<18} {right.total()} of {every.total()}, false moves {false}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
