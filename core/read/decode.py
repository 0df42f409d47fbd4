"""Bytes to text: encoding, newlines, tabs, control characters. What comes out is the coordinate space of a document."""

import codecs
import re
from typing import NamedTuple

TAB = 8
"""Columns from one tab stop to the next, as the filing agents' terminals had them."""

_MOST_TABS = 4_000_000
_FEED = re.compile(r"\n?\f\n?")
_C0 = {code: " " for code in range(32) if chr(code) not in "\t\n\f\r\x00"} | {0x7F: " ", 0: None}
_HAS_C0 = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_C0_BYTES = bytes({*range(32), 0x7F} - {*b"\t\n\f\r"})
_UNDEFINED_1252 = b"\x81\x8d\x8f\x90\x9d"
_C1 = bytes(range(0x80, 0xA0))


_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([a-zA-Z][\w:.-]{1,39})""", re.IGNORECASE)
_HEAD = 100_000
"""Bytes in which a document says how it is encoded."""
_MISREAD = 1_000
"""Where one character in so many cannot be read, the encoding is not the one declared."""
_DECLARABLE = {
    "shift_jis": "cp932", "cp932": "cp932", "euc_jp": "euc_jp", "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030",
    "big5": "big5hkscs", "big5hkscs": "big5hkscs", "euc_kr": "cp949", "cp949": "cp949", "koi8-r": "koi8-r",
    "koi8-u": "koi8-u", "iso8859-9": "cp1254", "cp874": "cp874", "tis-620": "cp874", "iso8859-11": "cp874",
    **{name: name for name in (f"cp{page}" for page in (1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258))},
    **{name: name for name in (f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 16))},
}  # fmt: skip
"""By Python's names: the encodings that are taken at their word, and as what browsers read them."""


class Decoded(NamedTuple):
    """A file's text with `\\n` newlines and no tabs, the encoding assumed, and what had to be changed to read it."""

    text: str
    encoding: str
    remarks: tuple[str, ...] = ()


def decode(data: bytes) -> Decoded:
    """Text of a file in ASCII, UTF-8, UTF-16 (with a byte-order mark), Windows-1252 or Latin-1; in another encoding where it
    declares one, as HTML may. Never raises."""
    text, encoding, remarks = _characters(data)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(data) != len(data.translate(None, _C0_BYTES)) and _HAS_C0.search(text) is not None:
        remarks += (_control_remark(text),)
        text = text.translate(_C0)
    if "\t" in text:
        text = _without_tabs(text) if text.count("\t") <= _MOST_TABS else text.replace("\t", " ")
    if "\f" in text:
        text = _FEED.sub("\n\f\n", text)
    return Decoded(text, encoding, remarks)


def _without_tabs(text: str) -> str:
    """Blanks for tabs, up to the next stop. Most files have tabs in their header only: the other lines stay as they are."""
    parts: list[str] = []
    done, at = 0, text.find("\t")
    while at >= 0:
        begin = max(done, text.rfind("\n", done, at) + 1)
        parts.append(text[done:begin])
        done = text.find("\n", at)
        if done < 0:
            done = len(text)
        parts.append(text[begin:done].expandtabs(TAB))
        at = text.find("\t", done)
    return "".join([*parts, text[done:]])


def _control_remark(text: str) -> str:
    nuls = text.count("\x00")
    others = sum(1 for _ in _HAS_C0.finditer(text)) - nuls
    told = [f"{nuls:,} NUL bytes were dropped"] if nuls else []
    told += [f"{others:,} control characters were read as blanks"] if others else []
    return " and ".join(told).capitalize().replace("nul ", "NUL ") + "."


def _characters(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    """The characters, the encoding's name, and remarks."""
    if data.startswith(codecs.BOM_UTF8):
        return data[3:].decode("utf-8", "replace"), "utf-8 with byte-order mark", ()
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace"), "utf-16", ()
    if data.isascii():
        return data.decode("ascii"), "ascii", ()
    try:
        return data.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError:
        return _eight_bit(data)


def _eight_bit(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    """Text that is not whole UTF-8: as it declares, UTF-8 with a few broken bytes, Windows-1252, or Latin-1."""
    if (declared := _as_declared(data)) is not None:
        return declared
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = len(data) - len(data.translate(None, bytes(range(0xC2, 0xF5))))
    if whole > 8 * broken:
        return text, "utf-8", (f"{broken:,} broken characters could not be read.",)
    c1 = len(data) - len(data.translate(None, _C1))
    undefined = len(data) - len(data.translate(None, _UNDEFINED_1252))
    if c1 and not undefined:
        return data.decode("windows-1252"), "windows-1252", ()
    return data.decode("latin-1"), "latin-1", ()


def _as_declared(data: bytes) -> tuple[str, str, tuple[str, ...]] | None:
    """Text in the encoding that the document declares; None where it declares none, a Latin one, or not its own."""
    for said in _DECLARED.finditer(data, 0, _HEAD):
        try:
            name = codecs.lookup(said[1].decode("ascii")).name
        except LookupError:
            continue
        if (encoding := _DECLARABLE.get(name)) is None:
            continue
        text = data.decode(encoding, "replace")
        broken = text.count("\ufffd")
        if broken * _MISREAD <= len(text):
            remark = (f"{broken:,} broken characters could not be read.",) if broken else ()
            return text, name, remark
    return None
