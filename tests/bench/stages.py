"""How long each stage of an analysis takes, one after the other, in one process."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeVar

from core.checks.tie_out import between, checks, proposed
from core.collector import resting
from core.document.plain import lay_out
from core.outline.build import drafted, settled
from core.read.filing import Format
from core.read.submission import read
from core.statements.build import statements
from core.statements.judgement import judge, stands
from core.tables.text.read import grids

T = TypeVar("T")


class Stage(NamedTuple):
    """A stage and the milliseconds of its core's time."""

    name: str
    taken: float


def stages(path: Path) -> list[Stage]:
    """The stages of one analysis, in their order."""
    taken: list[Stage] = []

    def timed(name: str, work: Callable[[], T]) -> T:
        began = time.process_time()
        answer = work()
        taken.append(Stage(name, (time.process_time() - began) * 1000))
        return answer

    with resting():
        filing = timed("reading", lambda: read(path))
        texts = [document.source if document.format is Format.TEXT else None for document in filing.documents]
        layouts = timed("layout", lambda: tuple(lay_out(source) if source else None for source in texts))
        drafts = timed("outline", lambda: drafted(filing, layouts))
        read_grids = timed("tables", lambda: tuple(grids(layout) if layout else () for layout in layouts))
        tables = timed("judgement", lambda: judge(layouts, drafts.sections, read_grids))
        sections = timed("settling", lambda: settled(filing, drafts, stands(tables)))
        found = timed("statements", lambda: statements(filing, layouts, sections, tables))
        sums = timed("sums", lambda: [one for statement in found for one in proposed(statement).equations])
        ties = timed("ties", lambda: between(found))
        timed("causes", lambda: checks([*sums, *ties], found))
    return taken
