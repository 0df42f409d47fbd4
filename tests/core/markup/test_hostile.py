"""Documents that no filer wrote open, or say why not, in bounded time and memory."""

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import pytest

from core.analysis import FAULT
from core.markup.page_markup import filed
from core.markup.read import hypertext
from tests.core.markup.hostile import ALL, END, QUICK, SLOW, Came

ROOT = Path(__file__).parent.parent.parent.parent
WORDLESS = ("only comments",)
pytestmark = pytest.mark.timeout(900)
"""What a document may take is told in seconds of a core's time, and each ends its process at such a limit; how long the
clock on the wall runs meanwhile depends on what else the machine does."""
FEW, GROWN = 4_000, 4
"""So many runs in one block, and so many times as many."""
TRIES = 3
"""Of so many measurements one must do: other work on the machine disturbs the others."""
LEANING = 2.5
"""How far a time may grow beyond the document: caches and the collector of garbage make it lean; a square would be `GROWN`."""


def run(names: Iterable[str]) -> dict[str, Came]:
    """What came of each of these documents; of none that ended its process."""
    command = [sys.executable, "-m", "tests.core.markup.hostile", *names]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=900, check=True)
    return {name: Came(*came) for name, came in map(json.loads, done.stdout.splitlines())}


@pytest.fixture(scope="module")
def quick() -> dict[str, Came]:
    return run(QUICK)


@pytest.fixture(scope="module")
def slow() -> dict[str, Came]:
    return run(SLOW)


def holds(came: Came, told: tuple[str, ...], *, ends: bool) -> None:
    """That it opened without a fault of ours, told what it did not read, and lost no words."""
    assert not [words for words in came.told if words.startswith(FAULT)]
    assert len(came.told) == len(told)
    assert all(any(words in message for message in came.told) for words in told)
    assert came.ended is ends


@pytest.mark.parametrize("name", QUICK)
def test_a_hostile_document_opens_and_says_what_was_not_read(name: str, quick: dict[str, Came]) -> None:
    came = quick[name]
    holds(came, QUICK[name][1], ends=name not in WORDLESS)
    assert came.seconds < 25
    assert came.memory < 120


@pytest.mark.fuzz
@pytest.mark.parametrize("name", SLOW)
def test_a_huge_document_opens_and_says_what_was_not_read(name: str, slow: dict[str, Came]) -> None:
    came = slow[name]
    holds(came, SLOW[name][1], ends=True)
    assert came.seconds < 90
    assert came.memory < 1000


def drawing_time(markup: str) -> float:
    """Seconds of a core's time that it takes to draw a document; the better of two times."""
    times = []
    for _ in range(2):
        began = time.process_time()
        drawn = filed(markup)
        times.append(time.process_time() - began)
        assert drawn is not None
        assert b">The end<" in drawn
    return min(times)


@pytest.mark.parametrize("part", ["<b>a</b> c ", "x<br>", "<script></script>x", "<tr><td>a</td><td>1</td></tr>"])
def test_many_runs_of_one_block_are_drawn_in_a_time_that_grows_with_them(part: str) -> None:
    assert any(_grows_with_it(part) for _ in range(TRIES))


def _grows_with_it(part: str) -> bool:
    """Whether as many times the markup take no more times as long; what grows with the square does so at every try."""
    few, many = (drawing_time(f"<html><body>{part * (FEW * times)}{END}") for times in (1, GROWN))
    return many < few * GROWN * LEANING


def test_what_has_only_words_is_not_drawn() -> None:
    markup = ALL["elements of every name deep"][0]()
    assert hypertext(1, markup).flat
    assert filed(markup) is None


def test_a_place_that_the_filer_wrote_is_not_ours() -> None:
    page = filed('<p data-at="7">one</p><p>two</p><p data-at="0"><b>three</b></p>')
    assert page is not None
    assert re.findall(r'data-at="(\d+)">(\w+)', page.decode()) == [("0", "one"), ("5", "two"), ("10", "three")]
