"""A second company on the page of all years: which one is beside, and how both are placed."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from core.analysis import Analysis
from core.statements.statement import StatementKind
from core.years.beside import placing
from core.years.stitched import Across
from gui.models.companies import company_of, filings_of_key


class YearsBeside:
    """The company that is shown beside; `filings` are its open ones, none where the shown company stands alone."""

    def __init__(self) -> None:
        self.filings: list[Analysis] = []

    def choose(self, every: Iterable[Analysis], key: str | None) -> None:
        """The company that is known by this key is beside; none is without one."""
        self.filings = filings_of_key(every, key) if key else []

    def holds(self, path: Path) -> bool:
        """Whether a filing is of the company that is beside."""
        return any(one.path == path for one in self.filings)

    def placing(self, own: Sequence[Analysis], kind: StatementKind) -> Iterator[Across | None]:
        """Places the statements of both beside each other, in steps."""
        return placing(own, self.filings, kind, (company_of(own), company_of(self.filings)))
