"""All of it for one filing, in order: the only door that the window and the command line use."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from core.checks.check import Check
from core.document.block import Layout
from core.finding import Finding
from core.outline.section import Section
from core.read.filing import Filing
from core.statements.statement import Statement

Step = Callable[[int, int], None]
"""`step(done, total)`, called often while a filing is read; it may raise to cancel."""


@dataclass(frozen=True, eq=False)
class Analysis:
    """What Tieout reads out of one file.

    `layouts[n - 1]` is the layout of document n (None where a document is not text); `outline` the top sections in
    order (one DOCUMENT section for each document of a submission; for a bare document its own sections);
    `statements` the primary statements, `tables` every other table with figures; `findings` those of every stage.
    """

    path: Path
    filing: Filing
    layouts: tuple[Layout | None, ...]
    outline: tuple[Section, ...]
    statements: tuple[Statement, ...]
    tables: tuple[Statement, ...]
    checks: tuple[Check, ...]
    findings: tuple[Finding, ...]
    seconds: float
