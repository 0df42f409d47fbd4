"""The reader's own measures: a file beside the settings, begun with what it needs to be written."""

from collections.abc import Iterable
from pathlib import Path

from core.statements.statement import StatementKind
from core.target import put
from core.years.measures import OWN, STATEMENTS, Measures, MeasuresError, shipped, with_file

TEMPLATE = """\
# Your own measures. A measure of a name that Tieout knows replaces it. Save this file, and they are computed.
#
# A formula has + - * / and brackets, numbers, lines by their names or by captions in quotes, and
#   before(x)   the year before           growth(x)    the change as a part of the year before
#   average(x)  this year and the one before           cagr(x, 5)   the yearly growth over five years
#   size(x)     without its sign          or_zero(x)   nought where there is no such line
# counts is percent (the formula gives a part), ratio, days or money.
#
# Lines that have names: {lines}
#
# [[measures]]
# group = "Own"
# name = "Goodwill of assets"
# formula = "'Goodwill' / assets"
# counts = "percent"
#
# A line can be given a name, by the concepts that it may have:
#
# [lines]
# goodwill = {{ statement = "balance_sheet", concepts = ["us-gaap:Goodwill"] }}
"""


class OwnMeasures:
    """The file of the reader's own measures in a folder; without one there are none."""

    def __init__(self, folder: Path | None) -> None:
        self.path = folder / OWN if folder is not None else None
        self.fault = ""
        """What is wrong with the file as it was read last."""

    def wanted(self) -> Measures:
        """The measures that are known with the reader's own, as they are written now."""
        self.fault = ""
        try:
            return with_file(self.path) if self.path is not None else shipped()
        except MeasuresError as error:
            self.fault = str(error)
            return shipped()

    def begun(self) -> Path | None:
        """The file, begun where there is none yet; None where it cannot be, and `fault` says why."""
        if self.path is None or self.path.exists():
            return self.path
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            put(self.path, TEMPLATE.format(lines=", ".join(shipped().lines)).encode())
        except OSError as error:
            self.fault = f"{OWN} cannot be written: {error.strerror or error}"
            return None
        return self.path


class ShownMeasures:
    """Whether measures are shown (`on`), and what was shown when they were chosen (`at`)."""

    def __init__(self, own: OwnMeasures, at: object) -> None:
        self.own, self.at, self.on = own, at, False

    def stay(self, shown: object, kinds: Iterable[StatementKind], *, same: bool, pointing: bool) -> None:
        """They stay in sight until the reader turns to another statement by something else than `pointing` at one of their
        figures; `same` filings as before, which have statements of these kinds."""
        if pointing:
            self.at = shown
        self.on = self.on and (shown == self.at or not same) and any(kind in STATEMENTS for kind in kinds)
