"""An analysis as the JSON that `inspect --json` prints, as `resources/schema/filing.schema.json` describes it."""

from datetime import date
from decimal import Decimal
from typing import Any

from core.analysis import Analysis
from core.checks.check import Check
from core.facts.fact import Fact
from core.finding import Finding
from core.outline.section import Extent, Section
from core.read.filing import Document, Filing
from core.source import Cite
from core.statements.amount import whole
from core.statements.members import headings_of, members_of
from core.statements.statement import Column, Figure, Row, Statement
from core.wording import because

Json = dict[str, Any]

SCHEMA = "tieout.filing/1"
_MICROSECONDS = 6


def as_json(analysis: Analysis) -> Json:
    """The whole analysis: amounts and dates as strings, keys that do not apply null, never left out."""
    return _Writer(analysis).whole()


class _Writer:
    """Writes one analysis; it knows the lines of every document, which locations are told in."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.sources = [document.source for document in analysis.filing.documents]

    def whole(self) -> Json:
        analysis = self.analysis
        return {
            "schema": SCHEMA,
            "file": _file(analysis.filing),
            "filing": _filing(analysis.filing),
            "documents": [_document(document) for document in analysis.filing.documents],
            "outline": [self.section(section) for section in analysis.outline],
            "statements": [self.statement(statement) for statement in analysis.statements],
            "tables": [self.statement(statement) for statement in analysis.tables],
            "checks": [self.check(check) for check in analysis.checks],
            "findings": [self.finding(finding) for finding in analysis.findings],
            "seconds": round(analysis.seconds, _MICROSECONDS),
        }

    def location(self, document: int, start: int, end: int) -> Json:
        line = self.sources[document - 1].line_of(start)
        return {"document": document, "start": start, "end": end, "line": line}

    def place(self, cite: Cite) -> Json:
        """A cite as one location from its first code point to its last; its parts too where there are several."""
        location = self.location(cite.document, cite.start, cite.end)
        if len(cite.spans) > 1:
            location["spans"] = [list(span) for span in cite.spans]
        return location

    def section(self, section: Section) -> Json:
        return {
            "id": section.id,
            "kind": section.kind.value,
            "number": section.number,
            "title": section.title,
            "location": self.location(section.document, *section.span),
            "incorporated_by_reference": section.incorporated,
            "children": [self.section(child) for child in section.children],
            "heading": self.location(section.document, *section.heading),
            "refers_to": section.refers_to,
            "refers_to_section": section.refers_in,
            "incorporated_in_part": section.extent is not None and section.extent.decided is Extent.PART,
            "why": because(section.verdict) if section.verdict is not None else section.why,
            "concept": section.concept,
        }

    def statement(self, statement: Statement) -> Json:
        return {
            "id": statement.id,
            "kind": statement.kind.value,
            "title": statement.title,
            "section": statement.section,
            "location": self.place(statement.cite),
            "currency": statement.currency,
            "scale": statement.scale,
            "columns": [_column(column) for column in statement.columns],
            "rows": [
                self.row(statement, row, over) for row, over in zip(statement.rows, headings_of(statement), strict=True)
            ],
        }

    def row(self, statement: Statement, row: Row, over: tuple[str, ...]) -> Json:
        """A row; `over` are the headings that name what it is of."""
        return {
            "label": row.label,
            "depth": row.depth,
            "role": row.role.value,
            "unit": row.unit.value if row.unit else None,
            "concept": row.concept,
            "location": self.place(row.cite),
            "cells": [self.figure(statement, row, figure, over) for figure in row.figures],
            "date": _day(row.date),
        }

    def figure(self, statement: Statement, row: Row, figure: Figure, over: tuple[str, ...]) -> Json:
        """A cell. A price such as `41 1/2` prints no decimal number: its `fraction` tells what it is worth, not `value`.
        `unit` is null where it counts what its row does."""
        mixed = figure.value is not None and "/" in figure.text
        time = statement.time(row, figure)
        return {
            "column": figure.column,
            "text": figure.text,
            "value": None if mixed else amount(figure.value),
            "location": self.place(figure.cite),
            "fraction": amount(figure.value) if mixed else None,
            "unit": figure.unit.value if figure.unit else None,
            "fact": _fact(figure.fact) if figure.fact is not None else None,
            "whole": amount(whole(statement, row, figure)),
            "start": _day(time.start),
            "end": _day(time.end),
            "members": list(members_of(statement, figure, over)),
        }

    def check(self, check: Check) -> Json:
        return {
            "rule": check.rule.value,
            "status": check.status.value,
            "title": check.title,
            "reported": amount(check.reported),
            "expected": amount(check.expected),
            "difference": amount(check.difference),
            "locations": [self.place(cite) for cite in check.cites],
            "probability": check.probability,
            "explains": list(check.explains),
        }

    def finding(self, finding: Finding) -> Json:
        return {
            "severity": finding.severity.value,
            "kind": finding.kind,
            "message": finding.message,
            "locations": [self.place(cite) for cite in finding.cites],
        }


def amount(value: Decimal | None) -> str | None:
    """A decimal as plain digits, never with an exponent."""
    return None if value is None else format(value, "f")


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _fact(fact: Fact) -> Json:
    """What a figure is tagged as; `value` is whole, its scale applied; `decimals` as tagged: `-6`, `INF`."""
    period = fact.period
    return {
        "concept": fact.concept,
        "start": _day(period.start) if period else None,
        "end": _day(period.end) if period else None,
        "unit": fact.unit,
        "scale": fact.scale,
        "decimals": fact.decimals,
        "dimensions": {dimension.axis: dimension.member for dimension in fact.dimensions},
        "value": amount(fact.value),
        "format": fact.format,
        "id": fact.id,
    }


def _file(filing: Filing) -> Json:
    return {
        "name": filing.name,
        "bytes": filing.size,
        "sha256": filing.sha256,
        "format": filing.format.value,
        "encoding": filing.encoding,
    }


def _filing(filing: Filing) -> Json:
    header = filing.header
    year_end = header.fiscal_year_end
    return {
        "form": header.form,
        "company": header.company,
        "cik": header.cik,
        "accession": header.accession,
        "period_end": _day(header.period_end),
        "fiscal_year": header.fiscal_year,
        "filed": _day(header.filed),
        "fiscal_year_end": f"{year_end[0]:02}-{year_end[1]:02}" if year_end else None,
        "dated": _day(header.dated),
        "co_registrants": [{"company": one.company, "cik": one.cik} for one in header.co_registrants],
    }


def _document(document: Document) -> Json:
    return {
        "sequence": document.sequence,
        "type": document.type,
        "filename": document.filename,
        "description": document.description,
        "format": document.format.value,
        "characters": len(document.source.text),
    }


def _column(column: Column) -> Json:
    return {"label": column.label, "start": _day(column.start), "end": _day(column.end), "member": column.member}
