"""How titles of filings and sections are written on the screen."""

import re

from core.outline.section import Section, SectionKind
from core.read.filing import Document, Filing
from core.statements.statement import Column, Statement
from gui import format as shown

_SMALL_WORDS = "a an and as at but by for from in into of on or per the to with"
_KEPT_WORDS = (
    "MD&A U.S. US USA UK SEC II III IV VI VII VIII IX XI ESOP LLC LLP LP PLC NV SA AG FASB SFAS GAAP XBRL CEO CFO IPO EPS LIFO"
    " FIFO IRS CPA ERISA LIBOR"
)
SMALL = frozenset(_SMALL_WORDS.split())
_RENDERED = "IDEA: "
"""What the names of the tables begin with that EDGAR rendered out of the XBRL of 2009 to 2011."""
_FIRST_LETTERS = re.compile(r"(?:^|(?<=[-/(\"&]))[a-z]")
_MAC = re.compile(r"Mc[A-Z]{2}")
"""`McDONALD'S`: a family's name that is written with two capitals."""
KEPT = frozenset(_KEPT_WORDS.split())


def calm(title: str) -> str:
    """A title that shouts, in capitals of a title: `NOTES TO FINANCIAL STATEMENTS`. Others stay as printed."""
    capitals = sum(map(str.isupper, title))
    if capitals < 4 or capitals < 0.85 * sum(map(str.isalpha, title)):
        return title
    words = title.split(" ")
    return " ".join(_word(word, first=at == 0) for at, word in enumerate(words))


def _word(word: str, *, first: bool) -> str:
    bare = word.strip("(),;:")
    if bare in KEPT:
        return word
    lower = word.lower()
    if _MAC.match(word):
        return word[0].upper() + "c" + word[2] + lower[3:]
    if not first and bare.lower() in SMALL:
        return lower
    if bare == word and lower.isascii() and lower.isalpha():
        return lower.capitalize()
    return _FIRST_LETTERS.sub(lambda letter: letter.group().upper(), lower)


def calm_place(words: str) -> str:
    """A place in words, each of its parts calm: `STATEMENT OF EARNINGS · page 3`, `Item 1  BUSINESS`."""
    return re.sub(r"[^·›]+?(?=\s*[·›]|\s{2}|$)", lambda part: calm(part.group()), words)


def column_heads(columns: tuple[Column, ...]) -> tuple[str, ...]:
    """The heads of a table's columns as a sheet shows them, calm: `February 1, 1998`."""
    return tuple(map(calm, shown.heads(columns)))


def first_caption(table: Statement) -> str:
    """What tells a table from others of its title: its first caption in words, or where rows are years the first such
    head of a column; empty where it prints none."""
    words = (*(row.label for row in table.rows), *(column.label for column in table.columns))
    return calm(" ".join(next((each for each in words if any(map(str.isalpha, each))), "").split()).rstrip(" :"))


def filing_title(filing: Filing) -> str:
    """`American Locker Group · 10-K 2003`: the company, the form and the year, as far as they are known."""
    header = filing.header
    what = " ".join(str(word) for word in (header.form, header.fiscal_year) if word)
    parts = [calm(header.company) if header.company else "", what]
    return " · ".join(part for part in parts if part) or filing.name


def section_title(section: Section) -> str:
    """A section's title in the tree: `Part II`; a statement's without the `Consolidated` that all of them begin with."""
    title = calm(section.title.strip().removeprefix(_RENDERED))
    if section.kind is SectionKind.PART:
        part = f"Part {section.number}" if section.number else "Part"
        rest = re.sub(r"(?i)^part\b[\s.]*([ivx]+|\d+)?[\s.:–—-]*", "", title)
        return f"{part} · {rest}" if rest else part
    if section.kind is SectionKind.STATEMENT:
        bare = re.sub(r"(?i)^(condensed\s+)?consolidated\s+(?=\S)", "", title)
        title = bare[:1].upper() + bare[1:]
    return title or section.kind.value.replace("_", " ").capitalize()


_XBRL = {
    "INS": "XBRL instance", "SCH": "XBRL schema", "CAL": "XBRL calculations", "DEF": "XBRL definitions",
    "LAB": "XBRL labels", "PRE": "XBRL presentation",
}  # fmt: skip


def document_title(document: Document) -> tuple[str, str]:
    """A document's name and what it is: `Exhibit 13` and `Annual Report`; the second is empty where nothing says it."""
    kind, said = document.type or "", " ".join((document.description or "").split())
    exhibit = re.fullmatch(r"EX-([\w.()-]+)", kind)
    name = f"Exhibit {exhibit[1]}" if exhibit else kind
    if not name or kind in ("GRAPHIC", "XML", "ZIP", "EXCEL"):
        name = document.filename or name or f"Document {document.sequence}"
    told = "" if said.upper().removeprefix("FORM ") == kind.upper() else calm(said.removeprefix(_RENDERED))
    return name, told or _XBRL.get(kind.rpartition(".")[2], "")
