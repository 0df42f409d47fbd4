"""`make fuzz`: filings broken in every way that transport and hands break them. Nothing may raise, every law must hold."""

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from core.analysis import FAULT, Analysis, analyse
from core.contract import as_json
from core.places import walk
from core.read.unreadable import UnreadableError
from tests.filings_dir import FILINGS

SAMPLES = Path(__file__).parent.parent.parent / "resources" / "samples"
ROUNDS, HTML_ROUNDS = 12, 5


def cut(data: bytes, draw: random.Random) -> bytes:
    """Ends anywhere."""
    return data[: draw.randrange(1, len(data))]


def flipped(data: bytes, draw: random.Random) -> bytes:
    """Some bytes are others."""
    changed = bytearray(data)
    for _ in range(draw.randrange(1, 200)):
        changed[draw.randrange(len(changed))] = draw.randrange(256)
    return bytes(changed)


def shuffled(data: bytes, draw: random.Random) -> bytes:
    """Lines in another order."""
    lines = data.split(b"\n")
    first = draw.randrange(len(lines))
    part = lines[first : first + 400]
    draw.shuffle(part)
    return b"\n".join(lines[:first] + part + lines[first + 400 :])


def doubled(data: bytes, draw: random.Random) -> bytes:
    """A stretch stands there many times."""
    start = draw.randrange(len(data))
    return data[:start] + data[start : start + 3000] * 20 + data[start:]


def joined(data: bytes, draw: random.Random) -> bytes:
    """Line ends lost from somewhere on."""
    start = draw.randrange(len(data))
    return data[:start] + data[start : start + 60_000].replace(b"\n", b" ") + data[start + 60_000 :]


def untagged(data: bytes, draw: random.Random) -> bytes:
    """Some tags open only, some close only."""
    for tag in (b"</DOCUMENT>", b"</TEXT>", b"<TEXT>", b"</TABLE>", b"<DOCUMENT>", b"</SEC-HEADER>"):
        if draw.random() < 0.5:
            data = data.replace(tag, b"", draw.randrange(1, 4))
    return data


def tabbed(data: bytes, draw: random.Random) -> bytes:
    """Blanks became tabs, line ends became carriage returns."""
    return data.replace(b"        ", b"\t").replace(b"\n", draw.choice((b"\r", b"\r\n", b"\n\n")))


HTML_TAGS = (
    b"table",
    b"tr",
    b"td",
    b"p",
    b"div",
    b"span",
    b"b",
    b"font",
    b"a",
    b"body",
    b"ix:nonFraction",
    b"ix:header",
)
BREAKS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    cut,
    flipped,
    shuffled,
    doubled,
    joined,
    untagged,
    tabbed,
)


def tagless(data: bytes, draw: random.Random) -> bytes:
    """Some kinds of tags only open, or only close, or are gone."""
    for tag in draw.sample(HTML_TAGS, 3):
        form = draw.choice((b"<%s\\b[^>]*>", b"</%s>", b"</?%s\\b[^>]*>"))
        data = re.sub(form % tag, b"", data, count=draw.choice((1, 20, 0)), flags=re.IGNORECASE)
    return data


def mistagged(data: bytes, draw: random.Random) -> bytes:
    """Some tags are others."""
    tags = list(re.finditer(rb"</?(?:ix:)?[a-zA-Z]+", data))
    for tag in sorted(draw.sample(tags, min(len(tags), 30)), key=lambda tag: -tag.start()):
        other = draw.choice(HTML_TAGS)
        data = data[: tag.start()] + b"</"[: draw.randrange(1, 3)] + other + data[tag.end() :]
    return data


def pasted(data: bytes, draw: random.Random) -> bytes:
    """A stretch stands in the middle of another."""
    start, into = draw.randrange(len(data)), draw.randrange(len(data))
    return data[:into] + data[start : start + 20_000] + data[into:]


HTML_BREAKS = (cut, flipped, doubled, joined, tagless, mistagged, pasted)


def faults(analysis: Analysis) -> list[str]:
    """What breaks a law: sections outside their parents or over each other, cites outside their text."""
    found = [finding.message for finding in analysis.findings if finding.kind == FAULT]
    for section in walk(analysis.outline):
        last = None
        for child in section.children:
            if child.document == section.document and not section.span.holds(child.span):
                found.append(f"{child.id} outside {section.id}")
            if last is not None and child.document == last.document and child.span.start < last.span.end:
                found.append(f"{child.id} over {last.id}")
            last = child
    lengths = [len(document.source.text) for document in analysis.filing.documents]
    found += [
        f"{statement.id}: {figure.text} outside its document"
        for statement in (*analysis.statements, *analysis.tables)
        for row in statement.rows
        for figure in row.figures
        if not 0 <= figure.cite.start <= figure.cite.end <= lengths[figure.cite.document - 1]
    ]
    found += [
        f"{placed.fact.concept} outside its document"
        for placed in analysis.facts
        if not 0 <= placed.cite.start <= placed.cite.end <= lengths[placed.cite.document - 1]
    ]
    return found


def inputs() -> list[Path]:
    """The samples, and some real filings where there are any."""
    real = sorted(FILINGS.glob("text-*/*"), key=lambda path: path.stat().st_size)[::12]
    return [*sorted(SAMPLES.glob("*.txt")), *real]


def html_inputs() -> list[Path]:
    """The sample with tags, and some real HTML documents where there are any: with tags and without, old and new."""
    groups = ("ixbrl-2025", "ixbrl-2019", "html-10k-golden", "html-2000-2010", "html-xbrl-2009-2011")
    found = (sorted((FILINGS / group).glob("*"), key=lambda path: path.stat().st_size) for group in groups)
    return [*sorted(SAMPLES.glob("*.htm")), *(paths[0] for paths in found if paths)]


def read_as_far_as_it_goes(
    path: Path, broken: Callable[[bytes, random.Random], bytes], copy: Path, rounds: int
) -> None:
    """Breaks a filing again and again: each time it is read, or refused with a reason."""
    draw = random.Random(f"{path.name} {broken.__name__}")
    data = path.read_bytes()
    for _ in range(rounds):
        copy.write_bytes(broken(data, draw))
        try:
            analysis = analyse(copy)
        except UnreadableError:
            continue
        assert not faults(analysis)
        assert as_json(analysis)["schema"] == "tieout.filing/1"


@pytest.mark.fuzz
@pytest.mark.timeout(900)
@pytest.mark.parametrize("path", inputs(), ids=lambda path: path.name)
@pytest.mark.parametrize("broken", BREAKS, ids=lambda broken: broken.__name__)
def test_broken_filings_are_read_as_far_as_they_go(
    path: Path, broken: Callable[[bytes, random.Random], bytes], tmp_path: Path
) -> None:
    read_as_far_as_it_goes(path, broken, tmp_path / "broken.txt", ROUNDS)


@pytest.mark.fuzz
@pytest.mark.timeout(900)
@pytest.mark.parametrize("path", html_inputs(), ids=lambda path: path.name)
@pytest.mark.parametrize("broken", HTML_BREAKS, ids=lambda broken: broken.__name__)
def test_broken_html_is_read_as_far_as_it_goes(
    path: Path, broken: Callable[[bytes, random.Random], bytes], tmp_path: Path
) -> None:
    read_as_far_as_it_goes(path, broken, tmp_path / "broken.htm", HTML_ROUNDS)
