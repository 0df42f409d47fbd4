"""The outline of a made-up document, drawn as a text tree."""

from core.document.plain import lay_out
from core.outline.build import outline
from core.outline.section import Section
from core.read.filing import Document, Filing, Format, Header
from core.source import Source


def filing_of(*documents: tuple[str, str], form: str | None = "10-K") -> Filing:
    """A filing of (type, text) documents; one document without a type is a bare file."""
    made = tuple(
        Document(
            number, kind or None, None, None, Format.DATA if kind == "EX-27" else Format.TEXT, Source(number, text)
        )
        for number, (kind, text) in enumerate(documents, 1)
    )
    bare = len(made) == 1 and made[0].type is None
    kind = Format.TEXT if bare else Format.SUBMISSION
    header = Header(form=form, company="Hollow Brook Mills, Inc.")
    return Filing("made-up.txt", 0, "0" * 64, kind, "ascii", header, made)


def sections(*documents: tuple[str, str], form: str | None = "10-K") -> tuple[Section, ...]:
    """The outline of a made-up filing."""
    filing = filing_of(*documents, form=form)
    layouts = tuple(lay_out(each.source) if each.format is Format.TEXT else None for each in filing.documents)
    return outline(filing, layouts)


def draw(tree: tuple[Section, ...], depth: int = 0) -> str:
    """A line a section: kind, number, title; `->` where an Item only points elsewhere, with the document meant."""
    drawn = ""
    for section in tree:
        points = f" -> {section.refers_to or 'elsewhere'}" if section.incorporated else ""
        title = f" {section.title}" if section.title else ""
        number = f" {section.number}" if section.number else ""
        drawn += f"{'  ' * depth}{section.kind.value}{number}:{title}{points}\n"
        drawn += draw(section.children, depth + 1)
    return drawn


def tree_of(text: str, form: str | None = "10-K") -> str:
    """The drawn outline of one bare document."""
    return "\n" + draw(sections(("", text), form=form))
