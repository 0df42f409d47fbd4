"""How far each limit goes that the reading of filings keeps to: the last number that it allows, and the next, which it does not.

A row has what is counted, a small text made of so many of it, and the two numbers. What is asked is always yes or no.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from core import search
from core.analysis import Analysis, analyse
from core.document.block import FURNITURE
from core.document.furniture import number
from core.document.plain import lay_out
from core.export.figures import quarter
from core.library.query import QueryError, parsed
from core.markup import css
from core.outline.lines import Lines, has_page, is_title
from core.outline.note_numbers import numbered_line
from core.outline.note_titles import numbered_title
from core.outline.section import Section
from core.read.cover import header_from_cover
from core.read.filing import Header
from core.source import Source
from core.statements.calendar import FiscalCalendar


class Limit(NamedTuple):
    """What is counted, what is asked of so many, and the numbers for which the answer is yes and no."""

    counts: str
    asked: Callable[[int], bool]
    yes: int
    no: int


THINGS = ("lamps", "wicks", "masts", "ropes", "boats", "nets", "bells")
WORDS = "Wool of the Mill of Hull and York and of Bergen and Oslo and of Lund and Kiel and of Riga by Sea "


def prose(lines: int, page: int = 0) -> str:
    """Running text, which no other page has."""
    return "\n".join(
        f"The {THINGS[(page + at) % 7]} of the harbor, {'ab'[at % 2] * (page + 1)}{at}, are of brass."
        for at in range(lines)
    )


def furniture(text: str) -> list[str]:
    """The lines of a text that are its pages' furniture, breaks aside."""
    layout = lay_out(Source(1, text))
    found = (line.strip() for line, kind in zip(layout.source.lines, layout.kinds, strict=True) if kind == FURNITURE)
    return [line for line in found if line and not line.startswith("<PAGE>")]


def counted(apart: int) -> bool:
    """Whether two numbers so many lines apart are those of pages."""
    return furniture(f"{prose(8)}\n\n3\n\n{prose(apart - 3, 1)}\n\n4\n\n{prose(8, 2)}") == ["3", "4"]


def heads(head: str, pages: int = 5, every: int = 1) -> bool:
    """Whether what stands on top of so many pages, or of every second or third of them, is furniture of them."""
    tops = (head if page % every == 0 else "" for page in range(pages))
    return furniture("\n<PAGE>\n".join(f"{top}\n{prose(14, page)}" for page, top in enumerate(tops))) != []


PAGES = (
    Limit(
        "characters of a bare line with a page number", lambda n: number(0, f"-{'12':^{n - 2}}-") is not None, 24, 25
    ),
    Limit("pages in Roman numerals", lambda n: number(0, f"l{'x' * (n // 10 - 5)}") is not None, 80, 90),
    Limit("lines between the numbers of pages at most", counted, 260, 261),
    Limit("lines between the numbers of pages at least", counted, 12, 11),
    Limit(
        "characters of a running head", lambda n: heads(f"{'HARBOR LAMP COMPANY OF HULL ' * 5:.{n - 1}}S\n"), 120, 121
    ),
    Limit("letters of a running head", lambda n: heads(f"{'LAMPS':.{n}}\n"), 4, 3),
    Limit("lines down to a running head", lambda n: heads("\n" * n + "HARBOR LAMP COMPANY\n"), 29, 30),
    Limit("pages from one printing to the next", lambda n: heads("HARBOR LAMP COMPANY\n", 14, n), 3, 4),
    Limit("pages with one head", lambda n: heads("HARBOR LAMP COMPANY\n", n), 3, 2),
    Limit("characters above running text", lambda n: heads(f"{WORDS:.{n - 1}}s"), 57, 58),
)

YEAR = timedelta(days=365)
END = date(2002, 12, 29)
"""The end of a year that ends on a Sunday."""


def later(days: int, day: date = END) -> date:
    """A day so many days later."""
    return day + timedelta(days=days)


def calendar(*known: date, day: tuple[int, int] = (12, 31), until: date | None = None) -> FiscalCalendar:
    """A calendar that knows these days as ends of years."""
    made = FiscalCalendar(day, None, until=until)
    made.learn(known)
    return made


def begins_with_year(months: int, days: int, *known: date) -> bool:
    """Whether so many months that end so many days behind a year's end begin with the year."""
    made = calendar(END, *known, day=(12, 29))
    return made.start(later(days), months, None) == later(1)


def in_quarters(days: int) -> bool:
    """Whether a report that ends so many days before the year does is of one of its quarters."""
    end = date(2003, 12, 31)
    return quarter(Header(form="10-Q", period_end=later(-days, end), fiscal_year_end=(12, 31))) is not None


DAYS = (
    Limit("days to the end of a year", lambda n: calendar().near(date(2003, 12, 31) - timedelta(days=n)), 20, 21),
    Limit("days past the end of a year", lambda n: calendar().near(later(n, date(2003, 12, 31))), 20, 21),
    Limit("days of a year at least", lambda n: begins_with_year(12, n), 350, 349),
    Limit("days of a quarter at most", lambda n: begins_with_year(3, n, later(364)), 104, 105),
    Limit("days of a quarter at least", lambda n: begins_with_year(3, n, later(364)), 78, 77),
    Limit("days of a half at most", lambda n: begins_with_year(6, n, later(364)), 195, 196),
    Limit("days of a half at least", lambda n: begins_with_year(6, n, later(364)), 169, 168),
    Limit("days of nine months at most", lambda n: begins_with_year(9, n, later(364)), 286, 287),
    Limit("days of nine months at least", lambda n: begins_with_year(9, n, later(364)), 260, 259),
    Limit("days off a quarter before", lambda n: calendar(until=END).ends_quarter(later(-91 - n)), 7, 8),
    Limit("days off a quarter past", lambda n: calendar(until=END).ends_quarter(later(n - 91)), 7, 8),
    Limit("quarters that a filing reports on", lambda n: calendar(until=END).ends_quarter(later(-91 * n)), 12, 13),
    Limit("days before the end of a quarter at most", in_quarters, 107, 108),
    Limit("days before the end of a quarter at least", in_quarters, 76, 75),
    Limit("days from the first quarter's end", in_quarters, 289, 290),
    Limit("days that a filing reports on", lambda n: calendar(until=END).ends_quarter(later(-n)), 1_099, 1_101),
)


def form(above: str) -> str | None:
    """The form that a cover names below other words."""
    return header_from_cover(f"{above}\nFORM 10-K\n").form


def exhibit(lines: int) -> bool:
    """Whether an exhibit has its number below so many lines."""
    return header_from_cover("Words of it\n" * lines + "EXHIBIT 99.1\n").form == "EX-99.1"


def titled(line: str) -> str | None:
    """The title of a numbered line above running text."""
    lines = Lines(lay_out(Source(1, f"\n1. {line}\n\n{prose(3)}")))
    found = numbered_title(lines, numbered_line(1, lines.bare[1])[0])
    return found.title if found is not None else None


def runs_in(characters: int, behind: str) -> bool:
    """Whether a title of so many characters ends where text begins behind it."""
    title = f"{WORDS:.{characters - 1}}s"
    return titled(f"{title}: {behind}") == title


def asked(depth: int) -> bool:
    """Whether so many brackets within brackets can be asked for."""
    try:
        parsed("(" * depth + "wool" + ")" * depth)
    except QueryError:
        return False
    return True


LONG = "they are these, which the mill has bought from others."
LINES = (
    Limit("characters of a cover", lambda n: form("x" * (n - 10)) == "10-K", 14_000, 14_001),
    Limit("lines above an exhibit's number", exhibit, 3, 4),
    Limit("characters of a title that text follows", lambda n: runs_in(n, LONG), 89, 90),
    Limit("characters of text that follows a title", lambda n: runs_in(16, f"{LONG:.{n - 1}}s"), 24, 23),
    Limit("digits of a page number", lambda n: has_page(f"Wool .... {'1' * n}"), 4, 5),
    Limit("words of twenty with capitals", lambda n: is_title(" ".join(["Wool"] * n + ["cost"] * (20 - n))), 15, 14),
    Limit("digits of an amount that is searched", lambda n: search.amount("1" * n) is not None, 40, 41),
    Limit("brackets of a question", asked, 20, 21),
    Limit("characters of a length", lambda n: css.points(f"{'0' * (n - 4)}12pt") == 12, 40, 41),
    Limit("points of a length", lambda n: css.points(f"{n}pt") == n, 2_000, 2_001),
)


@pytest.mark.parametrize("limit", [*PAGES, *DAYS, *LINES], ids=lambda limit: limit.counts)
def test_a_limit_of_words_and_days(limit: Limit) -> None:
    assert (limit.asked(limit.yes), limit.asked(limit.no)) == (True, False)


HEAD = "                              2003      2002\n"
ROWS = "Sales of wool                 1,200     1,100\nCosts of wool                 1,000       900\n"
ITEMS = (("Business", 3), ("Properties", 4), ("Legal Proceedings", 5))


class Counted(NamedTuple):
    """What is counted, a filing with so many of it, what is asked of its reading, and the numbers for yes and no."""

    counts: str
    made: Callable[[int], str]
    asked: Callable[[Analysis], bool]
    yes: int
    no: int
    suffix: str = ".txt"


def blank(lines: int) -> str:
    """So many empty lines."""
    return "\n" * lines


def rows(*wanted: int) -> Callable[[Analysis], bool]:
    """Whether the tables of a filing have so many rows each."""
    return lambda analysis: tuple(len(table.rows) for table in (*analysis.statements, *analysis.tables)) == wanted


def columns(*wanted: str) -> Callable[[Analysis], bool]:
    """Whether the columns of the first table have these heads."""
    return lambda analysis: (
        [column.label for column in (*analysis.statements, *analysis.tables)[0].columns] == [*wanted]
    )


def sections(below: Sequence[Section]) -> Iterator[Section]:
    """Every section of an outline."""
    for section in below:
        yield section
        yield from sections(section.children)


def has(*titles: str) -> Callable[[Analysis], bool]:
    """Whether an outline has these titles and others."""
    return lambda analysis: {*titles} <= {section.title for section in sections(analysis.outline)}


def headed(count: int) -> Callable[[Analysis], bool]:
    """Whether an outline has so many headings."""
    return lambda analysis: len([*sections(analysis.outline)]) == count


def listed(blanks: int) -> str:
    """A report whose list of contents stands so many empty lines below its title."""
    entries = [f"Item {at}. {title} ..... {page}\n" for at, (title, page) in enumerate(ITEMS, 1)]
    bodies = [f"\nItem {at}. {title}\n\nWords.\n" for at, (title, _) in enumerate(ITEMS, 1)]
    return "".join(["FORM 10-K\n\nTABLE OF CONTENTS\n", "\n" * blanks, *entries, "\n", *bodies])


def signed(blanks: int) -> str:
    """A report that is signed so many empty lines below the title of the signatures."""
    words = "Pursuant to the requirements of the Securities Exchange Act of 1934, the registrant has duly caused this"
    return f"FORM 10-K\n\nItem 1. Business\n\nWords.\n\nSIGNATURES\n{blank(blanks)}{words} report to be signed.\n"


def ruled(dashes: int) -> str:
    """Words with a rule of so many dashes below them."""
    return f"Words of it.\n\nWool and Yarn\n{'-' * dashes}\n\n{prose(6)}\n"


def paged(digits: int) -> str:
    """A list of contents whose last page has a number of so many digits."""
    last = f"Markets ............ {'7' * digits}\n"
    return f"Business ........... 1\nProperties ......... 3\nLegal .............. 5\n{last}"


FILINGS = (
    Counted("empty lines inside of a table", lambda n: HEAD + ROWS + "\n" * n + ROWS, rows(4), 59, 60),
    Counted(
        "empty lines below the day of a head",
        lambda n: f"{'December 31,':>42}\n{blank(n)}{HEAD}{ROWS}",
        columns("December 31, 2003", "December 31, 2002"),
        *(4, 5),
    ),
    Counted("characters of a row", lambda n: f"{HEAD}{ROWS}Other{' ' * (n - 10)}1,000\n{ROWS}", rows(5), 2_000, 2_001),
    Counted("digits of a page in a list", paged, rows(), 3, 4),
    Counted("lines between tables", lambda n: f"{HEAD}{ROWS}<PAGE>{blank(n)}{HEAD}{ROWS}", rows(4), 39, 41),
    Counted("lines down to who signs", signed, has("SIGNATURES"), 13, 14),
    Counted(
        "characters of capitals", lambda n: f"\n{'WOOL OF THE MILL ' * 7:.{n - 1}}S\n\n{prose(6)}", headed(1), 94, 95
    ),
    Counted("letters of a heading", lambda n: f"\n{'WOOL':.{n}}\n\n{prose(6)}", has("WOOL"), 4, 3),
    Counted("dashes of a rule at least", ruled, has("Wool and Yarn"), 9, 8),
    Counted("dashes of a rule at most", ruled, has("Wool and Yarn"), 17, 18),
    Counted("lines from a title to its list", listed, has("TABLE OF CONTENTS"), 13, 14),
)


@pytest.mark.parametrize("limit", FILINGS, ids=lambda limit: limit.counts)
def test_a_limit_of_filings(limit: Counted, tmp_path: Path) -> None:
    path = tmp_path / f"filing{limit.suffix}"
    answers = []
    for many in (limit.yes, limit.no):
        path.write_text(limit.made(many), encoding="utf-8")
        answers.append(limit.asked(analyse(path)))
    assert answers == [True, False]
