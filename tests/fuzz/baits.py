"""Baits: files made of one thing many times over, each of any size. What a reader does with them must grow as they do."""

from collections.abc import Callable

Bait = Callable[[int], bytes]
"""A file of about so many bytes."""

_COVER = (
    b"FORM 10-K\n\nANNUAL REPORT\n\nFor the fiscal year ended December 31, 2003\n\nBAIT CORP\n"
    b"(Exact name of registrant as specified in its charter)\n\n"
)
_PAGE = b"<html><head><title>Bait</title></head><body><p>FORM 10-K for the fiscal year ended December 31, 2003</p>"
_WIDTH = 900
"""Bytes in a wide line."""


def _times(what: bytes, size: int) -> bytes:
    return what * (size // len(what) + 1)


def _one_line(what: bytes) -> Bait:
    return lambda size: _COVER + _times(what, size)[:size] + b"\nEND\n"


def _wide_lines(what: bytes) -> Bait:
    return lambda size: _COVER + _times(_times(what, _WIDTH)[:_WIDTH] + b"\n", size) + b"END\n"


def _lines(what: bytes) -> Bait:
    return lambda size: _COVER + _times(what + b"\n", size) + b"END\n"


def _markup(what: bytes, close: bytes = b"") -> Bait:
    def made(size: int) -> bytes:
        many = size // (len(what) + len(close))
        return _PAGE + what * many + close * many + b"</body></html>"

    return made


def _within(before: bytes, what: bytes, after: bytes) -> Bait:
    return lambda size: _PAGE + before + _times(what, size) + after + b"</body></html>"


def _submission(what: bytes) -> Bait:
    return lambda size: _times(what, size)


_CHARACTERS = {
    "blanks": b" ", "dashes": b"-", "dots": b".", "opening": b"(", "closing": b")", "brackets": b"()", "quotes": b'"',
    "apostrophes": b"'", "digits": b"9", "commas": b"1,", "dollars": b"$", "dollar figures": b"$ 1 ", "underscores": b"_",
    "equals": b"=", "spaced dots": b". ", "ampersands": b"&", "letters": b"a", "stars": b"* ", "marks": b"(1) ",
    "no-break blanks": b"\xc2\xa0", "em dashes": b"\xe2\x80\x94", "square": b"[ ]", "semicolons": b";", "slashes": b"/",
    "percents": b"% ", "colons": b": ", "bars": b"|", "tabs": b"\t", "fractions": b"1/2 ",
}  # fmt: skip

_WORDS = {
    "Items": b"Item 1 ", "Items with dots": b"Item 1. ", "notes": b"Note 1 ", "Parts": b"Part I ", "totals": b"Total ",
    "dates": b"December 31, 2003 ", "years ended": b"Year ended ", "continued": b"(continued) ", "pages": b"Page 1 ",
    "ands": b"and ", "references": b"see Note 1 ", "years": b"1999 1998 ", "capitals": b"ABC DEF ", "exhibits": b"Exhibit 13 ",
    "letters with dots": b"A. ", "numerals": b"iv. ",
}  # fmt: skip

_LINES = {
    "Item": b"Item 1. Business",
    "note": b"NOTE 1 - CASH",
    "row": b"   Cash     1,234     5,678",
    "total": b"Total assets  1,000  900",
    "head of years": b"                 1999      1998",
    "rulers": b"-------  -------",
    "blank": b"",
    "title": b"CONSOLIDATED BALANCE SHEETS",
    "income statement": (
        b"CONSOLIDATED STATEMENTS OF INCOME\n (in thousands)\n      2003   2002\n"
        b"Revenue   1,000  900\nNet income   10  9\n"
    ),
    "balance sheet": b"BALANCE SHEETS\n        December 31,\n        2003   2002\nCash   1,000  900\nTotal assets   1,000  900\n",
    "page": b"<PAGE>",
    "page foot": b"F-1\n\f",
    "Part": b"PART I",
    "schedule": b"SCHEDULE II",
    "table tags": b"<TABLE>\n<S> <C> <C>\nCash 1 2\n</TABLE>",
    "documents": b"<DOCUMENT>\n<TYPE>EX-1\n<TEXT>\nhello\n</TEXT>\n</DOCUMENT>",
    "open documents": b"<DOCUMENT>",
    "open texts": b"<TEXT>",
    "closed texts": b"</TEXT>",
    "encoded picture": b"begin 644 a.gif\nM" + b"A" * 60,
    "contents": b"Item 1.   Business ........ 3",
    "many columns": b"  1  2  3  4  5  6  7  8  9  10  11  12  13  14",
    "wrapped captions": b"A caption that wraps over\n  the next line   1,234   567",
    "balances": b"Balance at December 31, 2002   1  2  3\nNet income  1 2 3\n",
    "quarters": b"            First   Second   Third   Fourth\nSales   1  2  3  4\n",
    "cross-references": b"see Note 12 to the consolidated financial statements and Item 7A.",
    "valuation accounts": b"Deducted: 12,345 Added 3,456 (a) (b)",
    "small words": b"lower case words only without any figure in the line at all",
    "sentences with amounts": b"Sales rose by $1,234 or 5.6% in 2003 from $5,678 in 2002.",
    "signatures": b"/s/ A. Person\nA. Person, Director",
    "spaced letters": b"P A R T  I",
    "side heads": b"Inventories:\n  Raw materials   1,234",
}

_MARKUP = {
    "less-than": (b"<", b""),
    "open paragraphs": (b"<p>", b""),
    "half tags": (b"<p ", b""),
    "cells": (b"<td>1,234</td>", b""),
    "rows": (b"<tr><td>Cash</td><td>1,234</td><td>567</td></tr>", b""),
    "tables": (b"<table><tr><td>Cash</td><td>1,234</td></tr></table>", b""),
    "nested tables": (b"<table><tr><td>1", b"</td></tr></table>"),
    "nested blocks": (b"<div>", b"</div>"),
    "nested bold": (b"<b>", b""),
    "fonts": (b"<font size=2>x", b""),
    "spans": (b"<span>1</span>", b""),
    "anchors": (b"<a name=x>y</a>", b""),
    "links": (b"<a href=#x>y</a>", b""),
    "open comments": (b"<!--", b""),
    "comments": (b"<!-- x -->", b""),
    "character data": (b"<![CDATA[", b""),
    "instructions": (b"<?x ", b""),
    "entities": (b"&nbsp;", b""),
    "numbered entities": (b"&#160;", b""),
    "styles": (b"<p style='color:red;margin:0'>q", b""),
    "spans of rows": (b"<tr><td rowspan=60000>1</td><td>2,345</td></tr>", b""),
    "spans of columns": (b"<tr><td colspan=1000>1</td><td>2,345</td></tr>", b""),
    "spans of both": (b"<tr><td rowspan=1000 colspan=1000>1,234</td></tr>", b""),
    "typewritten": (b"<pre>Cash   1,234</pre>", b""),
    "breaks": (b"x<br>", b""),
    "list entries": (b"<li>x", b""),
    "lists": (b"<ul><li>x", b""),
    "headings": (b"<h1>Item 1. Business</h1>", b""),
    "bold Items": (b"<p><b>Item 1. Business</b></p>", b""),
    "bold notes": (b"<p><b>Note 1 - Cash</b></p><p>words</p>", b""),
    "rules": (b"<hr>", b""),
    "page breaks": (b"<p style='page-break-before:always'>x</p>", b""),
    "facts": (b"<ix:nonFraction name='us-gaap:Assets' contextRef='c' unitRef='u'>1</ix:nonFraction>", b""),
    "nested facts": (b"<ix:nonNumeric name='us-gaap:A' contextRef='c'>1", b"</ix:nonNumeric>"),
    "continuations": (b"<ix:continuation id='a' continuedAt='a'>x</ix:continuation>", b""),
    "resources": (b"<ix:resources>", b""),
    "contexts": (
        b"<xbrli:context id='c'><xbrli:period><xbrli:instant>2003-12-31</xbrli:instant></xbrli:period></xbrli:context>",
        b"",
    ),
    "drawings": (b"<svg><text>x</text></svg>", b""),
    "pictures": (b"<img src=x.gif>", b""),
    "closed paragraphs": (b"</p>", b""),
    "closed blocks": (b"</div>", b""),
    "raised": (b"1<sup>2</sup>", b""),
    "attributes": (b"<p a=1 b=2 c=3 d=4 e=5>", b""),
    "placed words": (b"<div style='position:absolute;left:10px;top:20px'>Cash</div>", b""),
}

_WITHIN = {
    "long attribute": (b'<p style="', b"color:red;", b'">x</p>'),
    "many classes": (b'<p class="', b"a ", b'">x</p>'),
    "long paragraph": (b"<p>", b"word ", b"</p>"),
    "long number": (b"<p>", b"9", b"</p>"),
    # Wider than the widest row that is set on one line at every size that is measured: what is over that is set otherwise.
    "wide row": (b"<table><tr>", b"<td>1,234,567,890,123,456</td>", b"</tr></table>"),
    "rules of style": (b"<style>", b"p.a{color:red;text-align:right}", b"</style><p class=a>x</p>"),
    "open rules of style": (b"<style>", b".a{", b"</style><p class=a>x</p>"),
}

_TAGGED = (
    b"<DOCUMENT>\n<TYPE>10-K\n<TEXT>\n<html xmlns:ix='x'><body><p>a</p><ix:header><ix:resources><xbrli:context id='c'>"
    b"<xbrli:period><xbrli:instant>2003-12-31</xbrli:instant></xbrli:period></xbrli:context></ix:resources></ix:header>"
    b"<p><ix:nonFraction name='a:b' contextRef='c' unitRef='u'>1</ix:nonFraction></p></body></html>\n</TEXT>\n</DOCUMENT>\n"
)
_SCHEDULE = b"<DOCUMENT>\n<TYPE>EX-27\n<TEXT>\n", b"<CASH> 1,234\n", b"</TEXT>\n</DOCUMENT>\n"

BAITS: dict[str, Bait] = {
    **{f"a line of {name}": _one_line(what) for name, what in {**_CHARACTERS, **_WORDS}.items()},
    **{f"wide lines of {name}": _wide_lines(what) for name, what in {**_CHARACTERS, **_WORDS}.items()},
    **{f"lines: {name}": _lines(what) for name, what in _LINES.items()},
    **{f"markup: {name}": _markup(*what) for name, what in _MARKUP.items()},
    **{f"one: {name}": _within(*what) for name, what in _WITHIN.items()},
    "tagged documents": _submission(_TAGGED),
    "fields of a header": lambda size: b"<SEC-HEADER>\n" + _times(b"FILER:\n\tCOMPANY CONFORMED NAME:\t\tX\n", size),
    "a schedule of tags": lambda size: _SCHEDULE[0] + _times(_SCHEDULE[1], size) + _SCHEDULE[2],
    "types": lambda size: b"<DOCUMENT>\n" + _times(b"<TYPE>10-K\n", size) + b"<TEXT>\nx\n</TEXT>\n</DOCUMENT>\n",
}
