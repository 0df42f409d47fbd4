"""Ways in which a filing is broken: by transport, hands, programs, and who means ill. Each takes its bytes and a draw."""

import gzip
import io
import random
import re
import zipfile
from collections.abc import Callable

Mutation = Callable[[bytes, random.Random], bytes]

ODD_NUMBERS = (
    b"0", b"-0", b"1/0", b"99 1/0", b"NaN", b"Infinity", b"1e9999", b"1.2.3", b"1,2,3", b"--", b"$", b"%", b"99999", b"0000",
    b"12/31/0000", b"9" * 30, b"9" * 400, b"9" * 5000, b"((5))", b"5-", b"1,000,000,000,000,000,000,000",
    "٣".encode(), "²".encode(), "Ⅷ".encode(), "３".encode(), "½".encode(), "๓".encode(), "−5".encode(), "१२".encode(),
)  # fmt: skip
"""What stands where a number should."""
ODD_BYTES = b"\x00\xff\x80\x0c\x0b\x1a<>&\"'-.$()0 \n\r\t|\xa0\xe2"
SGML = (
    b"<DOCUMENT>", b"</DOCUMENT>", b"<TEXT>", b"</TEXT>", b"<TYPE>EX-27", b"<TYPE>10-K", b"<TYPE>EX-101.INS", b"<PAGE>",
    b"<TABLE>", b"</TABLE>", b"<S>", b"<C>", b"<CAPTION>", b"<SEC-DOCUMENT>", b"<SEC-HEADER>", b"<XBRL>", b"<PDF>",
    b"-----BEGIN PRIVACY-ENHANCED MESSAGE-----",
)  # fmt: skip
TAGS = (
    b"table", b"tr", b"td", b"p", b"div", b"span", b"b", b"font", b"a", b"body", b"pre", b"li", b"ul", b"title", b"head",
    b"html", b"ix:nonFraction", b"ix:nonNumeric", b"ix:continuation", b"ix:header", b"ix:resources", b"xbrli:context",
)  # fmt: skip
ODD_ATTRIBUTES = {
    b"decimals": (b"INF", b"-99", b"\xc2\xb2", b"9" * 5000, b"", b"x"),
    b"scale": (b"99", b"-99", b"1.5", b"x", b""),
    b"sign": (b"-", b"+", b"--", b""),
    b"contextRef": (b"", b"gone"),
    b"format": (b"ixt:numdotcomma", b"ixt:fixed-zero", b"ixt:date-day-month-year", b"nothing:at-all"),
    b"rowspan": (b"0", b"-1", b"65534", b"9" * 30),
    b"colspan": (b"0", b"-1", b"1000", b"x"),
    b"continuedAt": (b"", b"itself"),
}
ODD_DAYS = (b"0001-01-01", b"9999-12-31", b"2003-02-30", b"0000-00-00", b"forever", b"2003-12-31T24:00:00")
_REACHES = (2, 20, 300, 5_000, 40_000)
"""Bytes that one change takes."""


def _stretch(data: bytes, draw: random.Random) -> slice:
    start = draw.randrange(len(data) + 1)
    return slice(start, start + draw.randrange(1, draw.choice(_REACHES)))


def cut(data: bytes, draw: random.Random) -> bytes:
    """Ends anywhere."""
    return data[: draw.randrange(1, len(data))]


def headless(data: bytes, draw: random.Random) -> bytes:
    """Begins anywhere."""
    return data[draw.randrange(1, len(data)) :]


def lost(data: bytes, draw: random.Random) -> bytes:
    """Stretches are missing."""
    for _ in range(draw.randrange(1, 30)):
        gone = _stretch(data, draw)
        data = data[: gone.start] + data[gone.stop :]
    return data


def doubled(data: bytes, draw: random.Random) -> bytes:
    """A stretch stands there many times."""
    again = _stretch(data, draw)
    return data[: again.start] + data[again] * draw.choice((2, 3, 20, 60)) + data[again.stop :]


def pasted(data: bytes, draw: random.Random) -> bytes:
    """A stretch stands in the middle of another."""
    other, into = _stretch(data, draw), draw.randrange(len(data))
    return data[:into] + data[other] + data[into:]


def flipped(data: bytes, draw: random.Random) -> bytes:
    """Some bits are others."""
    changed = bytearray(data)
    for _ in range(draw.choice((1, 10, 100, 2000))):
        changed[draw.randrange(len(changed))] ^= 1 << draw.randrange(8)
    return bytes(changed)


def odd(data: bytes, draw: random.Random) -> bytes:
    """Some bytes are those that mean something."""
    changed = bytearray(data)
    for _ in range(draw.choice((1, 10, 100, 2000))):
        changed[draw.randrange(len(changed))] = draw.choice(ODD_BYTES)
    return bytes(changed)


def shuffled(data: bytes, draw: random.Random) -> bytes:
    """Lines in another order."""
    lines = data.split(b"\n")
    first, many = draw.randrange(len(lines)), draw.choice((5, 50, 400))
    part = lines[first : first + many]
    draw.shuffle(part)
    return b"\n".join(lines[:first] + part + lines[first + many :])


def reworded(data: bytes, draw: random.Random) -> bytes:
    """Words of some lines in another order."""
    lines = data.split(b"\n")
    for _ in range(draw.randrange(1, 60)):
        at = draw.randrange(len(lines))
        words = re.split(rb"(\s+)", lines[at])
        draw.shuffle(words)
        lines[at] = b"".join(words)
    return b"\n".join(lines)


def renumbered(data: bytes, draw: random.Random) -> bytes:
    """Odd things stand where numbers should."""
    share = draw.choice((0.001, 0.02, 0.2))
    room = [300_000]

    def other(match: re.Match[bytes]) -> bytes:
        if room[0] < 0 or draw.random() > share:
            return match[0]
        put = draw.choice(ODD_NUMBERS)
        room[0] -= len(put)
        return put

    return re.sub(rb"\d[\d,.]*", other, data)


def joined(data: bytes, draw: random.Random) -> bytes:
    """Line ends lost from somewhere on."""
    start = draw.randrange(len(data))
    return data[:start] + data[start : start + 60_000].replace(b"\n", b" ") + data[start + 60_000 :]


def tabbed(data: bytes, draw: random.Random) -> bytes:
    """Blanks became tabs, line ends became carriage returns."""
    return data.replace(b"        ", b"\t").replace(b"\n", draw.choice((b"\r", b"\r\n", b"\n\n")))


def submitted(data: bytes, draw: random.Random) -> bytes:
    """Tags of a submission where none should be, and none where some should be."""
    for _ in range(draw.randrange(1, 12)):
        at = data.find(b"\n", draw.randrange(len(data))) + 1
        data = data[:at] + draw.choice(SGML) + b"\n" + data[at:]
    for tag in draw.sample(SGML, 3):
        data = data.replace(tag, b"", draw.choice((1, 3, -1)))
    return data


def mistagged(data: bytes, draw: random.Random) -> bytes:
    """Some tags are others."""
    tags = list(re.finditer(rb"</?(?:ix:)?[a-zA-Z]+", data))
    for tag in sorted(draw.sample(tags, min(len(tags), draw.choice((1, 30, 200)))), key=lambda tag: -tag.start()):
        data = data[: tag.start()] + b"</"[: draw.randrange(1, 3)] + draw.choice(TAGS) + data[tag.end() :]
    return data


def tagless(data: bytes, draw: random.Random) -> bytes:
    """Some kinds of tags only open, or only close, or are gone."""
    for tag in draw.sample(TAGS, 4):
        form = draw.choice((b"<%s\\b[^>]*>", b"</%s\\s*>", b"</?%s\\b[^>]*>"))
        data = re.sub(form % tag, b"", data, count=draw.choice((1, 20, 0)), flags=re.IGNORECASE)
    return data


def mistold(data: bytes, draw: random.Random) -> bytes:
    """Attributes of tags and days of contexts are odd."""
    share = draw.choice((0.01, 0.2, 1.0))
    for name in draw.sample(list(ODD_ATTRIBUTES), 3):
        values = ODD_ATTRIBUTES[name]

        def other(match: re.Match[bytes], name: bytes = name, values: tuple[bytes, ...] = values) -> bytes:
            return b'%s="%s"' % (name, draw.choice(values)) if draw.random() < share else match[0]

        data = re.sub(name + rb"\s*=\s*[\"'][^\"']{0,80}[\"']", other, data)
    day = draw.choice(ODD_DAYS)
    return re.sub(rb"(?<=>)\d{4}-\d\d-\d\d(?=<)", lambda match: day if draw.random() < share else match[0], data)


def encoded(data: bytes, draw: random.Random) -> bytes:
    """In another encoding than it says."""
    text = data.decode("utf-8", "replace")
    encoding = draw.choice(("utf-16", "utf-16-le", "utf-32", "cp1252", "utf-7", "cp037", "utf-8-sig"))
    return text.encode(encoding, "replace")


def packed(data: bytes, draw: random.Random) -> bytes:
    """Packed, and then cut or flipped or not."""
    if draw.random() < 0.5:
        put = gzip.compress(data, 1)
    else:
        whole = io.BytesIO()
        with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
            for at in range(draw.randrange(1, 4)):
                archive.writestr(f"{draw.choice(('', '../', '/'))}part{at}.{draw.choice(('txt', 'htm'))}", data)
        put = whole.getvalue()
    return draw.choice((lambda bytes_, _: bytes_, cut, flipped))(put, draw)


MUTATIONS: tuple[Mutation, ...] = (
    cut, headless, lost, doubled, pasted, flipped, odd, shuffled, reworded, renumbered, joined, tabbed, submitted, mistagged,
    tagless, mistold, encoded, packed,
)  # fmt: skip
