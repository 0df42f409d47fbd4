"""A small EDGAR on this machine: lists and filings that are made up, and every fault that a server can have."""

import gzip
import json
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import formatdate
from enum import Enum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

from core.edgar.names import Filing

DROPS = 8
"""Pieces in which a filing comes that takes its time."""
STAMP = "Mon, 02 Jan 2006 15:04:05 GMT"


class Fault(Enum):
    """What goes wrong with one answer."""

    NONE = "none"
    MANY = "429"
    MANY_DATED = "429 with a date"
    BUSY = "503"
    BUSY_RETRY = "503 with Retry-After"
    BROKEN = "500"
    FORBIDDEN = "403"
    MISSING = "404"
    MOVED = "302"
    CUT = "half of it came"
    DEAD = "nothing came"
    SLOW = "one byte, then silence"
    SHORT = "a length too short"
    LONG = "a length too long"
    ELSEWHERE = "another range than was asked for"
    PACKED = "packed, though nobody asked"
    OTHER = "another filing"
    ENDLESS = "no end"


class Sent(NamedTuple):
    """A filing of the made-up archive."""

    filing: Filing
    form: str
    filed: str
    body: bytes


class Asked(NamedTuple):
    """A request as it arrived: when (monotonic seconds), for what, by whom, from where on, and what was wrong with the answer."""

    at: float
    path: str
    agent: str
    range: str
    fault: Fault


def accession(sender: int, year: int, number: int) -> str:
    return f"{sender:010}-{year % 100:02}-{number:06}"


def submission(filing: Filing, form: str, filed: str, lines: int = 40) -> bytes:
    """A full submission with so many lines of text."""
    day = filed.replace("-", "")
    body = "\n".join(f"Line {number} of what the company says about its year." for number in range(lines))
    return (
        f"<SEC-DOCUMENT>{filing.accession}.txt : {day}\n<SEC-HEADER>{filing.accession}.hdr.sgml : {day}\n"
        f"ACCESSION NUMBER:\t\t{filing.accession}\nCONFORMED SUBMISSION TYPE:\t{form}\n"
        f"CONFORMED PERIOD OF REPORT:\t{day}\nFILED AS OF DATE:\t\t{day}\n\nFILER:\n\n\tCOMPANY DATA:\n"
        f"\t\tCOMPANY CONFORMED NAME:\t\t\tMADE UP CO {filing.cik}\n\t\tCENTRAL INDEX KEY:\t\t\t{filing.cik:010}\n"
        f"</SEC-HEADER>\n<DOCUMENT>\n<TYPE>{form}\n<SEQUENCE>1\n<TEXT>\n{body}\n</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>\n"
    ).encode()


@dataclass
class Archive:
    """What the server has: companies by their numbers with ticker and name, and what they sent; and how it answers: `fault`
    is asked for every request with its path and how often that was asked for before; `drip` is how many seconds a filing
    takes to come."""

    companies: dict[int, tuple[str, str]] = field(default_factory=dict)
    sent: dict[str, Sent] = field(default_factory=dict)
    recent: int = 1000
    fault: Callable[[str, int], Fault] = lambda _, __: Fault.NONE
    marked: bool = True
    drip: float = 0.0
    retry_after: float = 1.0
    asked: list[Asked] = field(default_factory=list)
    lists: dict[str, object] = field(default_factory=dict)

    def add(self, cik: int, ticker: str, name: str, years: range, form: str = "10-K", lines: int = 40) -> list[Filing]:
        """A company that sent one such form a year, in March."""
        self.companies[cik] = (ticker, name)
        added = []
        for year in years:
            filing = Filing(cik, accession(cik, year, len(self.sent) + 1))
            filed = f"{year}-03-{1 + len(self.sent) % 28:02}"
            self.sent[filing.accession] = Sent(filing, form, filed, submission(filing, form, filed, lines))
            added.append(filing)
        return added

    def body(self, path: str) -> bytes | None:
        """What there is at an address."""
        if path in self.lists:
            said = self.lists[path]
            return said if isinstance(said, bytes) else json.dumps(said).encode()
        if path == "/files/company_tickers.json":
            rows = [{"cik_str": cik, "ticker": t, "title": name} for cik, (t, name) in self.companies.items() if t]
            return json.dumps({str(at): row for at, row in enumerate(rows)}).encode()
        if path.startswith("/submissions/CIK"):
            return self._list(path.removeprefix("/submissions/CIK"))
        found = self.sent.get(path.rpartition("/")[2].removesuffix(".txt"))
        right = found is not None and path == f"/Archives/edgar/data/{found.filing.cik}/{found.filing.accession}.txt"
        return found.body if found is not None and right else None

    def _list(self, rest: str) -> bytes | None:
        cik, page = int(rest[:10]), rest[10:].removesuffix(".json").removeprefix("-submissions-")
        if cik not in self.companies:
            return None
        own = sorted((s for s in self.sent.values() if s.filing.cik == cik), key=lambda s: s.filed, reverse=True)
        older = [own[at : at + self.recent] for at in range(self.recent, len(own), self.recent)]
        if page:
            return json.dumps(_columns(older[int(page) - 1])).encode()
        pages = [
            {
                "name": f"CIK{cik:010}-submissions-{number:03}.json",
                "filingCount": len(rows),
                "filingFrom": rows[-1].filed,
                "filingTo": rows[0].filed,
            }
            for number, rows in enumerate(older, 1)
        ]
        filings = {"recent": _columns(own[: self.recent]), "files": pages}
        return json.dumps({"cik": str(cik), "name": self.companies[cik][1], "filings": filings}).encode()


def _columns(rows: list[Sent]) -> dict[str, list[object]]:
    return {
        "accessionNumber": [row.filing.accession for row in rows],
        "filingDate": [row.filed for row in rows],
        "reportDate": [row.filed for row in rows],
        "form": [row.form for row in rows],
        "size": [len(row.body) for row in rows],
    }


_STATUS = {
    Fault.MANY: 429,
    Fault.MANY_DATED: 429,
    Fault.BUSY: 503,
    Fault.BUSY_RETRY: 503,
    Fault.BROKEN: 500,
    Fault.FORBIDDEN: 403,
    Fault.MISSING: 404,
    Fault.MOVED: 302,
}


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    archive: Archive
    counts: Counter[str]
    ended: threading.Event

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass

    def do_GET(self) -> None:
        archive = self.archive
        fault = archive.fault(self.path, self.counts[self.path])
        self.counts[self.path] += 1
        heard = self.headers
        archive.asked.append(Asked(time.monotonic(), self.path, heard["User-Agent"] or "", heard["Range"] or "", fault))
        if fault in _STATUS:
            self._refuse(fault)
            return
        body = archive.body(self.path)
        if body is None:
            self._answer(404, {}, b"")
        else:
            self._give(fault, body)

    def _refuse(self, fault: Fault) -> None:
        after = self.archive.retry_after
        headers = {"Retry-After": str(int(after))} if fault in (Fault.MANY, Fault.BUSY_RETRY) else {}
        if fault is Fault.MANY_DATED:
            headers["Retry-After"] = formatdate(time.time() + after + 1, usegmt=True)
        if fault is Fault.MOVED:
            headers["Location"] = "http://other.example/"
        self._answer(_STATUS[fault], headers, b"no")

    def _give(self, fault: Fault, body: bytes) -> None:
        whole, headers, status = body, {}, 200
        if fault is Fault.OTHER:
            whole = body.replace(b"-", b"_")
        if fault is Fault.ENDLESS:
            whole = body.replace(b"</SEC-DOCUMENT>", b"")
        if self.archive.marked:
            headers = {"ETag": f'"{hash(body)}"', "Last-Modified": STAMP}
        wanted = self.headers["Range"]
        part = whole
        if wanted and self.headers["If-Range"] in headers.values():
            begin = int(wanted.removeprefix("bytes=").rstrip("-"))
            begin = max(0, begin - 7) if fault is Fault.ELSEWHERE else begin
            part, status = whole[begin:], 206
            headers["Content-Range"] = f"bytes {begin}-{len(whole) - 1}/{len(whole)}"
            if not part:
                self._answer(416, {"Content-Range": f"bytes */{len(whole)}"}, b"")
                return
        if fault is Fault.PACKED:
            part, status = gzip.compress(whole), 200
            headers = {"Content-Encoding": "gzip", **headers}
        self._answer(status, headers, part, fault)

    def _answer(self, status: int, headers: dict[str, str], part: bytes, fault: Fault = Fault.NONE) -> None:
        self.send_response(status)
        length = {Fault.SHORT: len(part) // 2, Fault.LONG: len(part) + 50}.get(fault, len(part))
        for name, value in {**headers, "Content-Length": str(length)}.items():
            self.send_header(name, value)
        self.close_connection = fault is not Fault.NONE
        if fault is Fault.DEAD:
            return
        self.end_headers()
        given = {Fault.CUT: len(part) // 2, Fault.SLOW: 1, Fault.SHORT: length}.get(fault, len(part))
        self._write(part[:given])
        if fault is Fault.SLOW:
            self.ended.wait(5)

    def _write(self, part: bytes) -> None:
        slow = self.archive.drip if self.path.endswith(".txt") else 0.0
        piece = len(part) // DROPS + 1 if slow else max(1, len(part))
        for begin in range(0, len(part), piece):
            self.wfile.write(part[begin : begin + piece])
            self.wfile.flush()
            time.sleep(slow / DROPS)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: object, client_address: object) -> None:
        """Whoever asked was killed, or has gone."""


@contextmanager
def serving(archive: Archive) -> Iterator[str]:
    """The address at which it answers."""
    ended = threading.Event()
    handler = type("Handler", (_Handler,), {"archive": archive, "counts": Counter(), "ended": ended})
    server = _Server(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        ended.set()
        server.shutdown()
        thread.join(5)
        server.server_close()


def most_in_a_second(moments: list[float]) -> int:
    """The most of these moments that lie within less than a second."""
    ordered = sorted(moments)
    first = most = 0
    for last, moment in enumerate(ordered):
        while moment - ordered[first] >= 1.0:
            first += 1
        most = max(most, last - first + 1)
    return most
