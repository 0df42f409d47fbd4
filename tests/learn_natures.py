"""Learns which words of captions speak of a time and which of a day, from filings whose figures are tagged.

    python -m tests.learn_natures FILINGS... [--out resources/line_words.tsv]

Every tagged figure of a table says of its line whether it is a flow (its tag has a first day) or a balance. A logistic
regression over the words of caption, headings and column head gives each word its leaning; words that one company alone has are
left out. With `--check` the companies are parted in six, each part told by what the others teach, and the share told right is
printed; with `--part N` the words are learned without the Nth of these parts.
"""

import argparse
import collections
import math
import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from core.analysis import analyse
from core.dates import without_time
from core.statements.natures import phrases
from core.statements.statement import Statement, StatementKind
from resources import LINE_WORDS

_HEADINGS = 0.5
_ROUNDS, _STEP, _SHRINK, _SEED = 14, 0.3, 2e-3, 1
_COMPANIES, _LINES = 2, 4
"""A word is seen at so many companies, and at so many lines, at least."""
_FAINT = 0.15
"""A leaning nearer to zero is not kept."""
_PARTS = 6
_STEEP = 30.0
"""Beyond this the logistic function is flat."""


class Line(NamedTuple):
    """A tagged line: its company, how often each word counts, and whether it is a flow."""

    company: str
    words: dict[str, float]
    flow: bool


def lines(path: Path) -> Iterator[Line]:
    """The tagged lines of a filing, those of one table that read alike once."""
    analysis = analyse(path)
    company = analysis.filing.header.cik or path.name
    for statement in (*analysis.statements, *analysis.tables):
        if statement.kind is not StatementKind.EQUITY:
            yield from _lines(company, statement)


def _lines(company: str, statement: Statement) -> Iterator[Line]:
    seen = set()
    over: list[tuple[int, str]] = []
    for row in statement.rows:
        over = [one for one in over if one[0] < row.depth]
        for figure in row.figures:
            if figure.fact is None or figure.fact.period is None:
                continue
            head = without_time(statement.columns[figure.column].label)
            flow = figure.fact.period.start is not None
            if (row.label, head, flow) not in seen:
                seen.add((row.label, head, flow))
                yield Line(company, _words(row.label, [text for _, text in over], head), flow)
        if not row.figures:
            over.append((row.depth, row.label))


def _words(caption: str, headings: Sequence[str], head: str) -> dict[str, float]:
    found: dict[str, float] = collections.defaultdict(float)
    for texts, weight in (((caption,), 1.0), (headings, _HEADINGS), ((head,), 1.0)):
        for text in texts:
            for phrase in set(phrases(text)):
                found[phrase] += weight
    return found


def known(data: Sequence[Line]) -> set[str]:
    """The words that are seen often enough."""
    times: collections.Counter[str] = collections.Counter(word for line in data for word in line.words)
    where: dict[str, set[str]] = collections.defaultdict(set)
    for line in data:
        for word in line.words:
            where[word].add(line.company)
    return {word for word, count in times.items() if count >= _LINES and len(where[word]) >= _COMPANIES}


def learned(data: Sequence[Line], words: set[str]) -> dict[str, float]:
    """The leaning of each word, by logistic regression with a step that grows smaller with every use of a word."""
    weights = dict.fromkeys(sorted(words), 0.0)
    used = dict.fromkeys(weights, 1e-2)
    order = list(data)
    draw = random.Random(_SEED)
    for _ in range(_ROUNDS):
        draw.shuffle(order)
        for line in order:
            off = _flow(line, weights) - line.flow
            for word, count in line.words.items():
                if word in weights:
                    slope = off * count + _SHRINK * weights[word]
                    used[word] += slope * slope
                    weights[word] -= _STEP * slope / math.sqrt(used[word])
    return weights


def _flow(line: Line, weights: dict[str, float]) -> float:
    """The share by which a line is a flow."""
    leaning = sum(weights.get(word, 0.0) * count for word, count in line.words.items())
    return 1 / (1 + math.exp(-max(-_STEEP, min(_STEEP, leaning))))


def checked(data: Sequence[Line]) -> float:
    """The share of lines told right by what the filings of the other parts teach."""
    right = 0
    for part in range(_PARTS):
        held = _held(data, part)
        taught = [line for line in data if line.company not in held]
        weights = learned(taught, known(taught))
        right += sum((_flow(line, weights) > 1 / 2) == line.flow for line in data if line.company in held)
    return right / len(data)


def _held(data: Sequence[Line], part: int) -> set[str]:
    """The companies of one part."""
    return set(sorted({line.company for line in data})[part::_PARTS])


def written(data: Sequence[Line], weights: dict[str, float]) -> str:
    """The file: word, leaning, at how many flows and at how many balances it was seen."""
    flows: collections.Counter[str] = collections.Counter(word for line in data if line.flow for word in line.words)
    days: collections.Counter[str] = collections.Counter(word for line in data if not line.flow for word in line.words)
    kept = sorted(word for word, weight in weights.items() if abs(weight) >= _FAINT)
    rows = [f"{word}\t{weights[word]:.2f}\t{flows[word]}\t{days[word]}" for word in kept]
    return "\n".join(["# word, leaning (above 0 to a time, below to a day), flows, balances", *rows, ""])


def _files(paths: Iterable[Path]) -> list[Path]:
    found = [file for path in paths for file in (sorted(path.rglob("*")) if path.is_dir() else [path])]
    return [file for file in found if file.is_file() and b"<ix:nonFraction" in file.read_bytes()]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, default=LINE_WORDS)
    parser.add_argument("--check", action="store_true", help="only print what is told right of filings left out")
    parser.add_argument("--part", type=int, choices=range(_PARTS), help="the part that is left out")
    arguments = parser.parse_args()
    data = [line for path in _files(arguments.paths) for line in lines(path)]
    if arguments.check:
        print(f"{len(data)} lines, told right by other filings: {checked(data):.4f}")
        return
    if arguments.part is not None:
        held = _held(data, arguments.part)
        data = [line for line in data if line.company not in held]
    arguments.out.write_text(written(data, learned(data, known(data))), "utf-8")


if __name__ == "__main__":
    main()
