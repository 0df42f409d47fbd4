"""Documents that no filer wrote: malformed, endless, bottomless. Run as a module, it reads those that are named and prints
for each what came of it, a line of JSON a document."""

import json
import os
import resource
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

CPU = 60
"""Seconds after which a document's process is ended."""

END = "<p>The end</p></body></html>"
FIRST = "<html xmlns:ix='x'><body>" + "<p>The beginning</p>" * 8
FEW = "<tr><td>Cash</td><td>2,500</td></tr><tr><td>Debt</td><td>1,500</td></tr>"


def inside(body: str) -> str:
    """A whole document around this."""
    return FIRST + body + END


def table(rows: str) -> str:
    """A document with one table."""
    return inside(f"<table>{rows}</table>")


def chained(number: int) -> str:
    """So many texts that all go on in the same chain."""
    first = "<ix:nonNumeric name='a:b' continuedAt='c0'>a</ix:nonNumeric>" * number
    return first + "".join(
        f"<ix:continuation id='c{at}' continuedAt='c{at + 1}'>a</ix:continuation>" for at in range(number)
    )


def words(depth: int, number: int = 2000) -> str:
    """So many words, tagged again and again."""
    tag = "<ix:nonNumeric name='a:b'>"
    return tag * depth + "<b>x</b>" * number + "</ix:nonNumeric>" * depth


def laughs() -> str:
    """A document type whose entities would fill every memory."""
    entities = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return f"<!DOCTYPE html [{entities}]>" + inside("<p>&a9;</p>")


CUT = "The document is cut off"
DEEP = "its elements lie too deep in each other"
PARTED = "it has lines of more than 100,000 characters"
CELLS = "it has table rows of more than 100,000 characters"
ROWS = "it has a table of"
CROWDED = "it has a table whose cells reach over too many rows"
NESTED = "tags or links lie in more than 32 others"

Case = tuple[Callable[[], str], tuple[str, ...]]

QUICK: dict[str, Case] = {
    "unclosed tables": (lambda: inside("<table><tr><td>Cash<td>1,234" * 2000), (DEEP,)),
    "tables 200 deep": (
        lambda: inside("<table><tr><td>" * 200 + "Cash</td><td>1,234" + "</td></tr></table>" * 200),
        (),
    ),
    "1,000 columns": (lambda: table(("<tr><td>Cash</td>" + "<td>1,234</td>" * 1000 + "</tr>") * 5), ()),
    "ragged columns": (
        lambda: table("".join("<tr>" + "".join(f"<td colspan={1 + r * c % 7}>{c}</td>" for c in range(300)) for r in range(40))),
        (),
    ),
    "a figure in a column of its own each": (
        lambda: table("".join(f"<tr><td>x</td><td colspan={1 + n % 900}></td><td>{n},000.5</td></tr>" for n in range(5000))),
        (),
    ),
    "a caption over 20,000 rows": (lambda: table("<tr><td>cash and</td></tr>" * 19_000 + FEW), ()),
    "elements 100,000 deep": (lambda: inside("<div>" * 100_000 + "deep"), (DEEP,)),
    "words 100,000 deep": (lambda: inside("<span>a" * 100_000), (DEEP, PARTED)),
    "tags 100,000 deep": (lambda: inside("<ix:nonNumeric name='a:b'>a" * 100_000), (DEEP, NESTED, PARTED)),
    "elements of every name deep": (lambda: inside("".join(f"<x{n}>a" for n in range(100)) * 100), (DEEP,)),
    "bold that never ends": (lambda: inside("<p>" + "<b>x" * 3000 + f"<table>{FEW}</table>"), (DEEP,)),
    "tags 1,400 deep": (lambda: inside("<ix:nonNumeric name='a:b'>a" * 1400 + "</ix:nonNumeric>" * 1400), (NESTED,)),
    "hidden facts 1,000 deep": (lambda: inside(f"<ix:header><ix:hidden>{words(1000)}</ix:hidden></ix:header>{words(1)}"), ()),
    "hidden parts 1,000 deep": (
        lambda: inside(f"<ix:header>{'<ix:hidden>' * 1000}{words(1, 2) * 1000}{'</ix:hidden>' * 1000}</ix:header>{words(1)}"),
        (),
    ),
    "heads without end": (
        lambda: table(f"<tr><td></td><td>{'December 31, 2024 ' * 5000}</td><td>2023</td></tr>" * 20 + f"{FEW}{FEW}"),
        (),
    ),
    "2,000 texts that go on alike": (lambda: inside(chained(2000)), ()),
    "empty tags waiting": (lambda: inside("<a href='#x'>" * 2000 + "<a href='#x'></a>" * 20_000), ()),
    "cut in a tag": (lambda: FIRST + f"<table>{FEW}<tr><td>The end</td><td st", (CUT,)),
    "cut in a table": (lambda: FIRST + f"<table>{FEW}<tr><td>The end", (CUT,)),
    "billion laughs": (laughs, ()),
    "an entity from elsewhere": (
        lambda: '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + inside("<p>&x;</p>"),
        (),
    ),
    "a style sheet from elsewhere": (
        lambda: "<!DOCTYPE html SYSTEM 'http://127.0.0.1:9/x.dtd'>" + inside("<img src='http://127.0.0.1:9/x'>"),
        (),
    ),
    "document types": (lambda: inside("<!DOCTYPE [" * 100_000), ()),
    "colspan": (lambda: table("<tr><td colspan=99999999>Cash</td><td colspan=-1>2,500</td><td colspan=x>7</td></tr>" * 500), ()),
    "rowspan": (lambda: table("<tr><td rowspan=60000 colspan=1000>Cash</td></tr>" * 5000), (CROWDED,)),
    "many empty tags": (lambda: inside("<b></b>" * 200_000), ()),
    "many line breaks": (lambda: inside("<br>" * 200_000), ()),
    "one long word": (lambda: inside("a" * 5_000_000), (PARTED,)),
    "one long line": (lambda: inside("Item 1. aaa " * 300_000), (PARTED,)),
    "one long preformatted line": (lambda: inside("<pre>Cash 1,234 " + "Cash    1,234   5,678 " * 90_000 + "</pre>"), (PARTED,)),
    "a long cell": (lambda: table("<tr><td>" + "Cash " * 200_000 + "</td><td>7</td></tr>" + FEW), (CELLS, PARTED)),
    "a long row": (lambda: table("<tr>" + "<td>Cash</td><td>1,234</td>" * 20_000 + "</tr>" + FEW), (CELLS,)),
    "many names of elements": (lambda: inside("".join(f"<x{n}></x{n}>" for n in range(50_000))), ()),
    "long attributes": (lambda: inside(f"<p style='{'color:red;' * 100_000}' id='{'x' * 1_000_000}'>Cash</p>" * 3), ()),
    "long numbers": (
        lambda: table(f"<tr><td style='padding-left:{'9' * 400}pt' rowspan={'9' * 100_000}>Cash</td><td>7</td></tr>" + FEW),
        (),
    ),
    "NUL bytes": (lambda: inside("<p>Ca\0sh</p>\0<ta\0ble>" * 10), ("30 NUL bytes were dropped.",)),
    "a bare <": (lambda: inside("a < b <" + " <" * 100_000), (PARTED,)),
    "only <": (lambda: inside("<" * 500_000), (PARTED,)),
    "only &": (lambda: inside("&" * 500_000), (PARTED,)),
    "tags that never end": (lambda: inside("<div>" * 3000 + "The end" + "<a " * 300_000), (DEEP,)),
    "only comments": (lambda: "<html>" + "<!-- x -->" * 50_000 + "</html>", ()),
    "a comment that never ends": (lambda: FIRST + "<p>The end</p>" + "<!-- x " * 50_000, (CUT,)),
    "unseen elements": (lambda: inside("<p>The end</p>" + "<svg>" * 1000 + "x"), ()),
}  # fmt: skip
"""Name: the document, and the findings that tell what was not read. Each that can says `The end` at its end."""

SLOW: dict[str, Case] = {
    "100,000 rows": (lambda: table("<tr><td>Cash and things</td><td>1,234</td><td>5,678</td></tr>" * 100_000), (ROWS,)),
    "100,000 rows of words": (lambda: table("<tr><td>Cash and things</td><td>here</td></tr>" * 100_000), ()),
    "30,000 tables": (lambda: inside(f"<table>{FEW}</table>" * 30_000), ()),
    "a million empty tags": (lambda: inside("<p></p>" * 700_000), ()),
    "more tags than are read": (lambda: inside("<p>x</p>" * 800_000), ("it has more than 1,500,000 tags",)),
    "50 MB without a blank": (lambda: inside("a" * 50_000_000), (PARTED,)),
    "50 MB on a line": (lambda: inside("Item 1. aaa " * 4_000_000), (PARTED,)),
    "200,000 titles": (lambda: inside("<b>NOTE 1 - CASH</b><br>" * 200_000), ()),
    "200,000 page ends": (lambda: inside("12<hr>" * 200_000), ()),
}

ALL = QUICK | SLOW


class Came(NamedTuple):
    """What came of a document: seconds of a core's time, megabytes taken at most, what was told, and whether its last words
    are in the text."""

    seconds: float
    memory: float
    told: tuple[str, ...]
    ended: bool


def write(name: str, path: Path) -> None:
    """Writes a document to a file."""
    path.write_text(ALL[name][0]())


def read(name: str, path: Path) -> None:
    """Reads a document in full and prints what came of it."""
    from core.analysis import analyse
    from core.doubts import Doubt

    before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, os.times().user
    analysis = analyse(path)
    seconds = os.times().user - began
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    told = tuple(f"{one.kind}: {one.message}" for one in analysis.findings if one.kind not in set(Doubt))
    ended = "The end" in analysis.filing.documents[0].source.text
    print(json.dumps([name, Came(seconds, memory, told, ended)]), flush=True)


def apart(work: Callable[[str, Path], None], name: str, path: Path) -> None:
    """Does this in a process of its own, so that what one takes is not hidden by what another took."""
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (CPU, CPU))
        work(name, path)
        os._exit(0)
    os.waitpid(child, 0)


def main(names: list[str]) -> None:
    """Reads each of these documents."""
    import core.analysis  # noqa: F401 - once for all of them

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "hostile.htm"
        for name in names:
            apart(write, name, path)
            apart(read, name, path)


if __name__ == "__main__":
    main(sys.argv[1:])
