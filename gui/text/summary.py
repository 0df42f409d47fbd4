"""The first page of a filing: what it is, what it holds, and what was noticed in reading it; as HTML."""

from collections.abc import Iterator
from html import escape

from core.analysis import Analysis
from core.checks.check import Status
from core.finding import Finding, Severity
from core.outline.section import Section, SectionKind
from core.read.filing import Format
from core.search import short, titled
from core.source import Cite
from gui.models.titles import calm, calm_place, document_title
from gui.text.links import to, to_place
from gui.theme import Theme

_MANY = 40


def as_html(analysis: Analysis, theme: Theme) -> str:
    """The page; links lead to documents, statements and places."""
    header = analysis.filing.header
    grey = theme.secondary.name()
    parts = [
        f"<h1>{escape(header.company or analysis.filing.name)}</h1>",
        f'<p style="color:{grey}">{escape(_subtitle(analysis))}</p>',
        _facts(analysis, theme),
        _checks(analysis, theme),
    ]
    if analysis.statements:
        parts += [
            "<h3>Statements</h3>",
            *(_line(to("statement", s.id), calm(s.title or s.kind), theme) for s in analysis.statements),
        ]
    if len(analysis.filing.documents) == 1 and analysis.outline:
        parts += ["<h3>Contents</h3>", contents(tuple(_items(analysis.outline)), theme)]
    if len(analysis.filing.documents) > 1:
        parts += ["<h3>Documents</h3>", _documents(analysis, theme)]
    if analysis.findings:
        parts += ["<h3>Noticed in reading</h3>", *(_finding(one, theme) for one in analysis.findings[:_MANY])]
        if len(analysis.findings) > _MANY:
            parts.append(f'<p style="color:{grey}">and {len(analysis.findings) - _MANY:,} more</p>')
    return "".join(parts)


def _items(sections: tuple[Section, ...]) -> Iterator[Section]:
    """The Items, or the top sections where there are none below them."""
    for section in sections:
        if section.kind in (SectionKind.PART, SectionKind.DOCUMENT) and section.children:
            yield from _items(section.children)
        else:
            yield section


def contents(sections: tuple[Section, ...], theme: Theme) -> str:
    """What lies inside a section, as links."""
    return "".join(
        _line(to("section", section.id), calm_place(titled(section) or short(section)), theme) for section in sections
    )


def _subtitle(analysis: Analysis) -> str:
    header = analysis.filing.header
    form = f"Form {header.form}" if header.form else "Filing"
    if header.period_end is None:
        day = header.dated
        return f"{form}, dated {day:%B} {day.day}, {day.year}" if day else form
    return f"{form} for the period ended {header.period_end:%B} {header.period_end.day}, {header.period_end.year}"


def _facts(analysis: Analysis, theme: Theme) -> str:
    filing, header = analysis.filing, analysis.filing.header
    facts = [
        ("Filed", f"{header.filed:%B} {header.filed.day}, {header.filed.year}" if header.filed else None),
        ("CIK", header.cik),
        ("Accession number", header.accession),
        ("Co-registrants", ", ".join(one.company for one in header.co_registrants) or None),
        ("File", f"{filing.name}, {_size(filing.size)}, {filing.encoding}"),
    ]
    rows = "".join(
        f'<tr><td style="color:{theme.secondary.name()}">{name}</td><td style="padding-left:16px">{escape(said)}</td></tr>'
        for name, said in facts
        if said
    )
    return f'<table cellspacing="0" cellpadding="2">{rows}</table>'


def _checks(analysis: Analysis, theme: Theme) -> str:
    ties = sum(check.status is Status.TIES for check in analysis.checks)
    off = [check for check in analysis.checks if check.status is Status.OFF]
    if not analysis.checks:
        return ""
    said = f'<span style="color:{theme.gain.name()}">✓ {_count(ties, "sum ties", "sums tie")}</span>'
    if off:
        words = _count(len(off), "does not", "do not")
        said += f' &nbsp; <span style="color:{theme.warning.name()}">▲ {words}</span>'
    places = "".join(
        f'<p><a href="{to_place(check.cites[0])}" style="color:{theme.warning.name()}">{escape(check.title)}</a></p>'
        for check in off[:_MANY]
        if check.cites
    )
    return f"<h3>Checks</h3><p>{said}</p>{places}"


def _documents(analysis: Analysis, theme: Theme) -> str:
    grey = theme.secondary.name()
    rows, attached = [], []
    for document in analysis.filing.documents:
        name, what = map(escape, document_title(document))
        if document.format is Format.BINARY:
            attached.append(f"{name} ({what})" if what else name)
            continue
        link = _anchor(to("document", str(document.sequence)), name.replace(" ", "&nbsp;"), theme)
        size = _size(len(document.source.text)).replace(" ", "&nbsp;")
        rows.append(
            f'<tr><td>{link}</td><td width="100%" style="padding-left:16px">{what}</td>'
            f'<td align="right" style="padding-left:16px;color:{grey}">{size}</td></tr>'
        )
    table = f'<table width="100%" cellspacing="0" cellpadding="3">{"".join(rows)}</table>' if rows else ""
    said = f'<p style="color:{grey}">Attachments, not shown: {", ".join(attached)}</p>' if attached else ""
    return table + said


def _finding(finding: Finding, theme: Theme) -> str:
    colour = theme.secondary if finding.severity is Severity.INFO else theme.warning
    mark = "" if finding.severity is Severity.INFO else "▲ "
    words = f'<span style="color:{colour.name()}">{mark}{escape(finding.message)}</span>'
    return f"<p>{words} {_where(finding.cites[0], theme) if finding.cites else ''}</p>"


def _where(cite: Cite, theme: Theme) -> str:
    return _anchor(to_place(cite), "show", theme)


def _line(href: str, words: str, theme: Theme) -> str:
    return f'<p style="margin:3px 0">{_anchor(href, escape(words), theme)}</p>'


def _anchor(href: str, words: str, theme: Theme) -> str:
    return f'<a href="{href}" style="color:{theme.accent.name()};text-decoration:none">{words}</a>'


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def _size(characters: int) -> str:
    return f"{characters / 1e6:.1f} MB" if characters >= 1e6 else f"{max(1, round(characters / 1000)):,} kB"
