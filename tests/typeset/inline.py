"""Inline XBRL for made-up filings: contexts, units, and the tags around figures."""

import html
import re

from core.statements.statement import Unit
from tests.typeset.company import Company
from tests.typeset.html_cells import Tag

CONCEPTS = {
    "Cash and cash equivalents": "us-gaap:CashAndCashEquivalentsAtCarryingValue",
    "Inventories": "us-gaap:InventoryNet",
    "Goodwill": "us-gaap:Goodwill",
    "Total current assets": "us-gaap:AssetsCurrent",
    "Total assets": "us-gaap:Assets",
    "Accounts payable": "us-gaap:AccountsPayableCurrent",
    "Total current liabilities": "us-gaap:LiabilitiesCurrent",
    "Retained earnings": "us-gaap:RetainedEarningsAccumulatedDeficit",
    "Gross profit": "us-gaap:GrossProfit",
    "Operating income": "us-gaap:OperatingIncomeLoss",
    "Net income": "us-gaap:NetIncomeLoss",
    "Net earnings": "us-gaap:NetIncomeLoss",
    "Provision for income taxes": "us-gaap:IncomeTaxExpenseBenefit",
    "Net cash provided by operating activities": "us-gaap:NetCashProvidedByUsedInOperatingActivities",
}
"""Names of the taxonomy for some captions; others have the filer's own."""
UNITS = {Unit.MONEY: "usd", Unit.PER_SHARE: "usdPerShare", Unit.SHARES: "shares"}
ZEROS = {1: 0, 1_000: 3, 1_000_000: 6}


class Inline:
    """Tags figures and keeps the contexts they need."""

    def __init__(self, company: Company, form: str, quarter: int) -> None:
        self.company, self.form, self.quarter = company, form, quarter
        self._contexts: dict[tuple[str, str, str], str] = {}
        self._facts = 0

    def tagged(self, text: str, tag: Tag) -> str:
        """A figure's cell: its digits inside a tag, signs and brackets outside."""
        match = re.search(r"\d[\d,]*(?:\.\d+)?", text)
        context = self._context(tag)
        self._facts += 1
        name = CONCEPTS.get(tag.name, "twk:" + re.sub(r"[^A-Za-z]", "", tag.name.title()))
        unit, scale = UNITS[tag.unit], ZEROS[tag.scale]
        common = f'contextRef="{context}" unitRef="{unit}" name="{name}" id="f{self._facts}" scale="{scale}"'
        decimals = 2 if tag.unit is Unit.PER_SHARE else -ZEROS[tag.scale]
        if match is None:
            return f'<ix:nonFraction {common} decimals="{decimals}" format="ixt:fixed-zero">{text}</ix:nonFraction>'
        sign = ' sign="-"' if tag.negative else ""
        opening, digits, closing = text[: match.start()], match[0], text[match.end() :]
        whole = f'<ix:nonFraction {common} decimals="{decimals}"{sign} format="ixt:num-dot-decimal">{digits}</ix:nonFraction>'
        return f"{html.escape(opening)}{whole}{html.escape(closing)}"

    def header(self) -> str:
        """What no reader sees: the cover's facts, contexts and units."""
        period = self.company.period(self.company.year, 1, self.quarter)
        year = (
            f'<xbrli:context id="c0">{self._entity("")}<xbrli:period><xbrli:startDate>{period.start}</xbrli:startDate>'
        )
        year += f"<xbrli:endDate>{period.end}</xbrli:endDate></xbrli:period></xbrli:context>"
        contexts = year + "".join(self._written(key, name) for key, name in self._contexts.items())
        facts = "".join(
            f'<ix:nonNumeric contextRef="c0" name="dei:{name}" id="d{index}">{value}</ix:nonNumeric>'
            for index, (name, value) in enumerate(
                [
                    ("DocumentType", self.form),
                    ("EntityRegistrantName", self.company.name),
                    ("DocumentPeriodEndDate", period.end),
                ]
            )
        )
        share = "<xbrli:divide><xbrli:unitNumerator><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unitNumerator>"
        share += (
            "<xbrli:unitDenominator><xbrli:measure>xbrli:shares</xbrli:measure></xbrli:unitDenominator></xbrli:divide>"
        )
        units = '<xbrli:unit id="usd"><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unit>'
        units += '<xbrli:unit id="shares"><xbrli:measure>xbrli:shares</xbrli:measure></xbrli:unit>'
        units += f'<xbrli:unit id="usdPerShare">{share}</xbrli:unit>'
        resources = f"<ix:resources>{contexts}{units}</ix:resources>"
        return f'<div style="display:none"><ix:header><ix:hidden>{facts}</ix:hidden>{resources}</ix:header></div>'

    def _context(self, tag: Tag) -> str:
        key = (str(tag.time.start or ""), str(tag.time.end), tag.member)
        return self._contexts.setdefault(key, f"c{len(self._contexts) + 1}")

    def _entity(self, member: str) -> str:
        axis = "us-gaap:StatementBusinessSegmentsAxis"
        named = re.sub(r"[^A-Za-z]", "", member.title())
        inside = f'<xbrldi:explicitMember dimension="{axis}">twk:{named}Member</xbrldi:explicitMember>'
        segment = f"<xbrli:segment>{inside}</xbrli:segment>"
        own = '<xbrli:identifier scheme="http://www.sec.gov/CIK">0009990001</xbrli:identifier>'
        return f"<xbrli:entity>{own}{segment if member else ''}</xbrli:entity>"

    def _written(self, key: tuple[str, str, str], name: str) -> str:
        start, end, member = key
        if start:
            period = f"<xbrli:startDate>{start}</xbrli:startDate><xbrli:endDate>{end}</xbrli:endDate>"
        else:
            period = f"<xbrli:instant>{end}</xbrli:instant>"
        return f'<xbrli:context id="{name}">{self._entity(member)}<xbrli:period>{period}</xbrli:period></xbrli:context>'


NAMESPACES = (
    'xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" '
    'xmlns:ixt="http://www.xbrl.org/inlineXBRL/transformation/2020-02-12" xmlns:xbrli="http://www.xbrl.org/2003/instance" '
    'xmlns:xbrldi="http://xbrl.org/2006/xbrldi" xmlns:iso4217="http://www.xbrl.org/2003/iso4217" '
    'xmlns:us-gaap="http://fasb.org/us-gaap/2021" xmlns:dei="http://xbrl.sec.gov/dei/2021" xmlns:twk="http://twk.example/2021"'
)
