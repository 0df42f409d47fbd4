"""What is chosen above a table over all years: the statement, its periods, whose figures, another company beside."""

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from core.analysis import Analysis
from core.statements.statement import Statement, StatementKind
from core.years.known import days
from core.years.measures import STATEMENTS as MEASURED
from gui.flat_button import flat_button
from gui.models.companies import other_companies
from gui.models.titles import calm
from gui.models.years import KINDS

MEASURES = "Measures"
"""What the list of statements calls them."""
ALONE_HERE, BESIDE = "This company", "Beside {}"
"""The choice whose statements stand beside those of the company."""
LATEST, FIRST = "Latest figures", "First reported"
"""Whose figures are shown."""
_SHORT = 13
"""Characters of the choice whose figures are shown that are in sight at least."""
_LONGEST = 32
"""Characters of a table's title in the list of statements."""
_APART = 8
"""Pixels between two choices."""


class YearsBar(QWidget):
    """The choices in a row, and the ways to the reader's own measures and back to the filing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.kinds, self.lengths = self._combo("Statement"), self._combo("Periods")
        self.known = self._short(self._combo("Whose figures"))
        self.known.setToolTip("The figures of the latest filing, of the first one, or those known on a day")
        self.companies = self._short(self._combo("Beside another company"))
        self.companies.hide()
        self.own = flat_button(self, "Your Own …", "Opens the file in which you write measures of your own")
        self.own.hide()
        self.leave = flat_button(self, "This filing only", "Back to the filing's own statement")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(_APART)
        for widget in (self.kinds, self.lengths, self.known, self.companies, self.own, self.leave):
            line.addWidget(widget)

    def _combo(self, name: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        combo.setAccessibleName(name)
        combo.setToolTip(name)
        return combo

    @staticmethod
    def _short(combo: QComboBox) -> QComboBox:
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(_SHORT)
        return combo

    # what is chosen

    @property
    def day(self) -> date | None:
        """The day on which the figures that are shown were known; None for the latest or the first."""
        chosen = self.known.currentData()
        return chosen if isinstance(chosen, date) else None

    @property
    def first_reported(self) -> bool:
        """Whether the figures that were reported first are shown."""
        return self.known.currentText() == FIRST

    def show_companies(self, wanted: bool) -> str | None:
        """Shows the choice of another company where it is wanted and there are any; the key of the one that is chosen."""
        self.companies.setVisible(wanted and self.companies.count() > 1)
        key = self.companies.currentData() if wanted else None
        return str(key) if key else None

    # what there is to choose

    def list_kinds(
        self, one: Statement | None, kinds: Sequence[StatementKind], kind: StatementKind | None, *, measured: bool
    ) -> None:
        """The statements, the table of a note before them; measures are chosen, or that table, or else `kind`."""
        self.kinds.clear()
        if one is not None:
            self.kinds.addItem(_brief(one), None)
        for each in kinds:
            self.kinds.addItem(KINDS[each], each)
        if any(each in kinds for each in MEASURED):
            self.kinds.addItem(MEASURES, MEASURES)
        if measured:
            self.kinds.setCurrentIndex(self.kinds.findData(MEASURES))
        else:
            self.kinds.setCurrentIndex(0 if one is not None else self.kinds.findData(kind))

    def list_days(self, filings: Sequence[Analysis]) -> None:
        """Whose figures can be asked for: those of another choice of filings begin with the latest."""
        self.known.clear()
        self.known.addItem(LATEST)
        self.known.addItem(FIRST)
        for day in reversed(days(filings)):
            self.known.addItem(f"Known on {day:%B} {day.day}, {day.year}", day)

    def companies_changed(self, analyses: Iterable[Analysis], filings: Sequence[Analysis]) -> bool:
        """Whether other companies' filings were opened or closed meanwhile."""
        listed = [self.companies.itemData(at) for at in range(1, self.companies.count())]
        return listed != [one.key for one in other_companies(analyses, filings)]

    def list_companies(self, analyses: Iterable[Analysis], filings: Sequence[Analysis]) -> None:
        """The other companies whose filings are open; the one that is chosen stays."""
        chosen = self.companies.currentData()
        self.companies.clear()
        self.companies.addItem(ALONE_HERE)
        for name, key in other_companies(analyses, filings):
            self.companies.addItem(BESIDE.format(name), key)
        self.companies.setCurrentIndex(max(0, self.companies.findData(chosen)))

    def list_lengths(self, names: Sequence[str]) -> None:
        """The lengths of periods, where there are several."""
        self.lengths.clear()
        self.lengths.addItems(names)
        self.lengths.setVisible(len(names) > 1)


def _brief(statement: Statement) -> str:
    """What a table of a note is called among the statements."""
    words = calm(" ".join((statement.title or "This table").split()))
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
