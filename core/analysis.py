"""All of it for one filing, in order: the only door that the window and the command line use."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from core.checks.check import Check
from core.document.block import Layout
from core.document.plain import lay_out
from core.finding import Finding
from core.outline.section import Section
from core.read.filing import Filing, Format
from core.read.submission import read
from core.statements.statement import Statement

Step = Callable[[int, int], None]
"""`step(done, total)`, called often while a filing is read; it may raise to cancel."""


def no_step(done: int, total: int) -> None:
    """Nobody listens, nobody cancels."""


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


def analyse(path: Path, step: Step = no_step) -> Analysis:
    """Reads a file and everything in it. Raises UnreadableError where it is no filing, and whatever `step` raises."""
    began = time.perf_counter()
    step(0, 1)
    filing = read(path)
    layouts = tuple(lay_out(d.source) if d.format is Format.TEXT else None for d in filing.documents)
    return Analysis(
        path=path,
        filing=filing,
        layouts=layouts,
        outline=(),
        statements=(),
        tables=(),
        checks=(),
        findings=filing.findings,
        seconds=time.perf_counter() - began,
    )
