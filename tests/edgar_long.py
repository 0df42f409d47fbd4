"""Fetching for a long time from a server with every fault, by several processes that are killed: `python -m tests.edgar_long`.

Told at the end: how many requests there were, of which faults, the most in any second, whether any was sent while it was
known that the server had asked to be left alone, and whether every file is what was sent. What was on its way when that
became known is counted apart, and so are the answers that nobody lived to tell the others.
"""

import argparse
import os
import queue
import random
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import NamedTuple

from core import cli
from core.edgar.download import place_of
from core.edgar.locks import Lock
from core.edgar.pace import Pace
from core.edgar.settings import NAME, Settings, keep
from tests.core.edgar.server import Archive, Asked, Fault, most_in_a_second, serving

CONTACT = "Jane Doe jane@example.com"
PROCESSES = 10
FILINGS = 40
"""Of each company."""
SHARE = 0.64
"""Filings for each request: the others are lists, and what went wrong."""
ODDS = {
    Fault.MANY: 0.006,
    Fault.MANY_DATED: 0.002,
    Fault.BUSY_RETRY: 0.004,
    Fault.BUSY: 0.02,
    Fault.BROKEN: 0.01,
    Fault.CUT: 0.06,
    Fault.DEAD: 0.03,
    Fault.SLOW: 0.002,
    Fault.SHORT: 0.02,
    Fault.LONG: 0.02,
    Fault.ELSEWHERE: 0.03,
    Fault.PACKED: 0.03,
    Fault.OTHER: 0.01,
    Fault.ENDLESS: 0.01,
}
ALONE = (Fault.MANY, Fault.MANY_DATED, Fault.BUSY_RETRY)
"""Answers that ask to be left alone."""
DIARY = "diary"
"""Where each process says when it took a turn, and when it told the others to let the server rest."""
LEEWAY = 0.05
"""Seconds between the end that the others are told, and the end counted from when they have been told."""
TRIES = 60
"""Starts that one company may need."""


_BEGIN = get_context("forkserver")
_BEGIN.set_forkserver_preload(["core.cli", "core.edgar.download", "core.library.query", "httpx"])


def _get(cik: int, folder: Path) -> None:
    """In a process of its own: the command, as the command line runs it."""
    os.environ |= {"TIEOUT_EDGAR": str(folder), "TIEOUT_LIBRARY": str(folder / "none")}
    _keep_diary(folder / DIARY)
    with Path(os.devnull).open("w", encoding="utf-8") as nothing:
        sys.stdout = sys.stderr = nothing
        code = cli.run(["get", str(cik), "--to", str(folder / "filings")])
    os._exit(code)


def _keep_diary(path: Path) -> None:
    """From here on, this process notes its turns and what it tells the others."""
    diary = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    free, rest = Pace._free, Pace.rest

    def noted_free(self: Pace) -> Lock:
        lock = free(self)
        os.write(diary, f"turn {time.monotonic()} 0\n".encode())
        return lock

    def noted_rest(self: Pace, seconds: float) -> None:
        rest(self, seconds)
        os.write(diary, f"rest {time.monotonic()} {seconds}\n".encode())

    Pace._free, Pace.rest = noted_free, noted_rest  # type: ignore[method-assign]


class Noted(NamedTuple):
    """A line of the diary: what a process did, when (monotonic seconds), and for how many seconds."""

    what: str
    at: float
    seconds: float


class Told(NamedTuple):
    """What came of it."""

    requests: int
    faults: Counter[Fault]
    seconds: float
    kills: int
    most: int
    rests: int
    untold: int
    on_the_way: int
    while_resting: int
    wrong: int
    left: int
    resumed: int
    again: int

    @property
    def well(self) -> bool:
        """Whether everything is as it should be."""
        return self.most <= 8 and not (self.while_resting or self.wrong or self.left or self.again)

    def __str__(self) -> str:
        faults = ", ".join(f"{fault.value}: {many:,}" for fault, many in self.faults.most_common())
        return (
            f"{self.requests:,} requests in {self.seconds:,.0f} s, {self.kills:,} kills\nfaults: {faults}\n"
            f"most in a second: {self.most}; the server asked for rest {self.rests} times, in {self.untold} of which who heard "
            f"it was killed; sent while that was known: {self.while_resting}, on the way when it became known: "
            f"{self.on_the_way}\nresumed: {self.resumed:,}; files that are wrong: {self.wrong}; left over: {self.left}; "
            f"fetched again though they were there: {self.again}"
        )


@dataclass
class Run:
    """Processes that fetch, each one company at a time, until all is there."""

    folder: Path
    ciks: "queue.Queue[int]"
    kills: int
    chance: random.Random
    running: dict[int, "BaseProcess"] = field(default_factory=dict)
    killed: int = 0
    unfinished: list[int] = field(default_factory=list)

    def work(self, number: int) -> None:
        """One after the other."""
        while True:
            try:
                cik = self.ciks.get_nowait()
            except queue.Empty:
                return
            if not any(self.fetch(number, cik) for _ in range(TRIES)):
                self.unfinished.append(cik)

    def fetch(self, number: int, cik: int) -> bool:
        """Begins one process for a company; whether all of its filings came."""
        process = _BEGIN.Process(target=_get, args=(cik, self.folder))
        process.start()
        self.running[number] = process
        process.join()
        del self.running[number]
        return process.exitcode == 0

    def kill(self, every: float, ended: threading.Event) -> None:
        """Kills one of them now and then, wherever it stands."""
        while self.killed < self.kills and not ended.wait(self.chance.uniform(0, 2 * every)):
            for process in self.chance.sample(list(self.running.values()), 1) if self.running else ():
                process.kill()
                self.killed += 1


def run(requests: int, kills: int, seed: int, drip: float = 0.2) -> Told:
    """The whole of it."""
    chance = random.Random(seed)
    archive = Archive(drip=drip, recent=FILINGS // 2)
    wanted = round(requests * SHARE)
    for number in range(max(1, wanted // FILINGS)):
        archive.add(1000 + number, f"M{number}", f"Made Up {number}", range(1980, 1980 + FILINGS), lines=300)
    archive.fault = lambda path, _: _chosen(chance, path)
    with tempfile.TemporaryDirectory() as name, serving(archive) as address:
        folder = Path(name)
        keep(Settings(CONTACT, agreed=True, www=address, data=address), folder / NAME)
        ciks: queue.Queue[int] = queue.Queue()
        for cik in archive.companies:
            ciks.put(cik)
        going = Run(folder, ciks, kills, random.Random(seed + 1))
        seconds = _all_of_it(going, requests / 7 / max(1, kills))
        return _told(archive, folder, going, seconds)


def _chosen(chance: random.Random, path: str) -> Fault:
    fault = chance.choices([*ODDS, Fault.NONE], [*ODDS.values(), 1 - sum(ODDS.values())])[0]
    of_filings = (Fault.ELSEWHERE, Fault.PACKED, Fault.OTHER, Fault.ENDLESS)
    return Fault.NONE if fault in of_filings and not path.endswith(".txt") else fault


def _all_of_it(going: Run, every: float) -> float:
    ended, began = threading.Event(), time.monotonic()
    killer = threading.Thread(target=going.kill, args=(every, ended))
    workers = [threading.Thread(target=going.work, args=(number,)) for number in range(PROCESSES)]
    for thread in (killer, *workers):
        thread.start()
    for thread in workers:
        thread.join()
    ended.set()
    killer.join()
    return time.monotonic() - began


def _told(archive: Archive, folder: Path, going: Run, seconds: float) -> Told:
    asked = list(archive.asked)
    places = {place_of(sent.filing, folder / "filings"): sent for sent in archive.sent.values()}
    wrong = sum(not path.exists() or path.read_bytes() != sent.body for path, sent in places.items())
    kept = [path for path in (folder / "filings").rglob("*") if path.is_file() and path.name != ".fetching"]
    archive.asked.clear()
    archive.fault = lambda _, __: Fault.NONE
    for cik in list(archive.companies)[:: max(1, len(archive.companies) // 10)]:
        going.fetch(0, cik)
    return Told(
        len(asked),
        Counter(each.fault for each in asked),
        seconds,
        going.killed,
        most_in_a_second([each.at for each in asked]),
        *_rests(asked, folder / DIARY),
        wrong + len(going.unfinished),
        sum(path not in places for path in kept),
        sum(bool(each.range) for each in asked),
        sum(each.path.endswith(".txt") for each in archive.asked),
    )


class Rests(NamedTuple):
    """How often the server asked for rest, of which nobody told the others; what arrived meanwhile that had been sent before,
    and what was sent though it was known."""

    rests: int
    untold: int
    on_the_way: int
    while_resting: int


def _rests(asked: list[Asked], diary: Path) -> Rests:
    noted = [Noted(what, float(at), float(s)) for what, at, s in map(str.split, diary.read_text().splitlines())]
    known = [(each.at, each.at + each.seconds) for each in noted if each.what == "rest"]
    turns = [each.at for each in noted if each.what == "turn"]
    wanted = sum(each.fault in ALONE for each in asked)
    sent = sum(any(begin < at < end - LEEWAY for begin, end in known) for at in turns)
    arrived = sum(any(begin < each.at < end - LEEWAY for begin, end in known) for each in asked)
    return Rests(wanted, wanted - len(known), arrived - sent, sent)


def main() -> int:
    """0 where everything is as it should be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=10_000)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    told = run(chosen.requests, chosen.kills, chosen.seed)
    print(told)
    return 0 if told.well else 1


if __name__ == "__main__":
    sys.exit(main())
