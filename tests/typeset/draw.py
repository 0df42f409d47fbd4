"""One filing from a seed: its books, its layout, its bytes."""

import random
from collections.abc import Iterable
from dataclasses import dataclass

from tests.typeset.company import found
from tests.typeset.filing import MadeUp, made_up
from tests.typeset.hypertext import Hypertext, as_page
from tests.typeset.text import Text
from tests.typeset.traits import AS_TEXT, GROUPS, PLACED, Medium, Style, drawn, plain

YEARS = {Medium.TEXT: (1994, 1996, 1998, 1999, 2001, 2003), Medium.HTML: (2001, 2003, 2006, 2009, 2015, 2021)}
QUARTERS = (4, 4, 4, 4, 1, 2, 3)
"""What a report ends with: most are annual."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A filing as it is sent, what it holds, and what shaped each of its blocks."""

    seed: int
    filing: MadeUp
    style: Style
    suffix: str
    data: bytes
    shaped: tuple[frozenset[str], ...]

    @property
    def name(self) -> str:
        """The seed and the medium, by which it can be drawn again."""
        return f"seed {self.seed} {self.style.medium.name}"


AS_HTML = {"ruler": "table-none", "pages": "page-feet"}
"""What text has on a page of HTML: no tags of its own."""
TAGS_OF_TEXT = frozenset({"dash-escaped", "tabs", "caption-tag", "title-in-table"})


def draw(seed: int, forced: Iterable[str] = (), medium: Medium | None = None, alone: bool = False) -> Drawn:
    """The filing of this seed. `forced` traits are there in any case; with `alone` no others but the plain ones."""
    chosen = medium or (Medium.TEXT, Medium.HTML)[seed % 2]
    rng = random.Random(f"{seed} {chosen.name}")
    style = plain(chosen, forced) if alone else drawn(rng, chosen, forced)
    company = found(rng, rng.choice(YEARS[chosen]))
    filing = made_up(rng, company, style, rng.choice(QUARTERS))
    if chosen is Medium.TEXT:
        return _text(seed, filing, style)
    manner = style.of("manner")
    if manner in AS_TEXT:
        groups = {trait.name for group in AS_HTML for trait in GROUPS[group]}
        names = style.names - groups - TAGS_OF_TEXT | set(AS_HTML.values())
        text = Text(filing, Style(names, chosen))
        page = as_page(text.set(), manner)
        shaped = tuple({manner} | (set() if manner in PLACED else traits) for traits in text.shaped)
        return Drawn(seed, filing, style, ".htm", page.encode(), tuple(map(frozenset, shaped)))
    setter = Hypertext(filing, style)
    document = setter.set()
    return Drawn(seed, filing, style, ".htm", document.encode(), tuple(setter.shaped))


def _text(seed: int, filing: MadeUp, style: Style) -> Drawn:
    setter = Text(filing, style)
    text = setter.set()
    if style.on("submission"):
        text = submitted(filing, text)
    return Drawn(seed, filing, style, ".txt", text.encode(), tuple(setter.shaped))


def submitted(filing: MadeUp, text: str) -> str:
    """A document in a submission, as EDGAR sends it."""
    told = filing.told
    day = told.company.day(told.year, told.quarter)
    end = told.company.day(told.year)
    return f"""<SEC-DOCUMENT>0000912057-{day:%y}-000001.txt : {day.year + 1}0220
<SEC-HEADER>0000912057-{day:%y}-000001.hdr.sgml : {day.year + 1}0220
ACCESSION NUMBER:\t\t0000912057-{day:%y}-000001
CONFORMED SUBMISSION TYPE:\t{filing.form}
PUBLIC DOCUMENT COUNT:\t\t1
CONFORMED PERIOD OF REPORT:\t{day:%Y%m%d}
FILED AS OF DATE:\t\t{day.year + 1}0220

FILER:

\tCOMPANY DATA:\t
\t\tCOMPANY CONFORMED NAME:\t\t\t{told.company.name.upper()}
\t\tCENTRAL INDEX KEY:\t\t\t0009990001
\t\tFISCAL YEAR END:\t\t\t{end:%m%d}
</SEC-HEADER>
<DOCUMENT>
<TYPE>{filing.form}
<SEQUENCE>1
<TEXT>
{text}</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
"""
