"""One kind of statement over all the years of several filings, as a sheet whose cells know their filings."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from core.checks.check import Check
from core.places import Places
from core.read.filing import Filing
from core.statements.statement import Figure, Statement, StatementKind
from core.years.arithmetic import arithmetic, in_words
from core.years.by_hand import filing_key
from core.years.differences import Difference
from core.years.measured_table import said_of_missing, spelled
from core.years.series import StitchedCell, StitchedRow, Told
from core.years.stitched import Across, Computed
from gui import format as shown
from gui.models.companies import short_name
from gui.models.lines_by_hand import joined_words
from gui.models.sheet import Cell, SheetModel, Tone
from gui.models.titles import calm
from gui.options import SheetOptions

RESTATED = "◆ "
"""Stands before a figure that an earlier filing prints otherwise."""
KINDS = {
    StatementKind.BALANCE_SHEET: "Balance sheets",
    StatementKind.INCOME_STATEMENT: "Income",
    StatementKind.COMPREHENSIVE_INCOME: "Comprehensive income",
    StatementKind.CASH_FLOW: "Cash flows",
    StatementKind.SELECTED_DATA: "Selected data",
}
"""What statements over all years are called."""
DIFFERENCES = {
    Difference.ROUNDING: "rounded otherwise",
    Difference.RESTATED: "restated",
    Difference.RECLASSIFIED: "reclassified",
    Difference.SPLIT: "stock split",
    Difference.SIGN: "other sign",
    Difference.MISPRINT: "misprint suspected",
}
"""What it means that filings print a figure differently, in words."""


def filing_name(filing: Filing) -> str:
    """`10-K 2003`: a filing among those of its company; the file's name where neither form nor year is known."""
    header = filing.header
    when = f"{header.period_end:%b} {header.period_end.year}" if header.period_end else ""
    year = str(header.fiscal_year) if header.fiscal_year else ""
    quarterly = (header.form or "").upper().startswith(("10-Q", "8-K", "6-K"))
    return " ".join(word for word in (header.form, when if quarterly else year) if word) or filing.name


class YearsModel(SheetModel):
    """A sheet of a stitched table: every head says the filing that it was read from, every figure its own."""

    across: Across | None = None
    _filings: Mapping[Path, Places] = {}

    def show_across(
        self,
        across: Across | None,
        filings: Mapping[Path, Places],
        options: SheetOptions,
        others: tuple[Statement, ...] = (),
    ) -> None:
        """Takes a stitched table with the filings it was read from; `others` are what shares may be taken of."""
        self.across, self._filings = across, filings
        self._of_figure = {
            (column, cell.told.cite, cell.told.path): (row, column)
            for (row, column), cell in (across.cells if across else {}).items()
        }
        self.show(across.statement if across else None, None, options, others)

    def under(self, column: int) -> str:
        """The filing that a column was read from."""
        if self.across is None or not 1 <= column <= len(self.across.filings):
            return super().under(column)
        company = self.across.statement.columns[column - 1].member
        if company:
            return short_name(company)
        return self.filing_of(self.across.filings[column - 1])

    def filing_of(self, path: Path) -> str:
        """`10-K 2003`."""
        places = self._filings.get(path)
        return filing_name(places.analysis.filing) if places else path.name

    def told(self, row: int, column: int) -> tuple[Told, ...]:
        """What the filings say of a cell, the latest first, or what it was computed from; none of captions, changes and empty
        cells."""
        computed = self._computed(row, column)
        if computed is not None:
            return tuple(term.told for term in computed.value.terms) if self.figure(row, column) else ()
        cell = self._stitched(row, column)
        return (cell.told, *cell.others) if cell else ()

    def told_of(self, row: int, column: int) -> tuple[Told, ...]:
        """The figures that a cell shows: its own, those of a change, or the first of the row for its caption."""
        if column and self.is_change(column):
            return tuple(told for at in self.pair or () for told in self._shows(row, at + 1))
        if column:
            return self._shows(row, column)
        figures = self.row(row).figures
        return self._shows(row, figures[-1].column + 1) if figures else ()

    def _shows(self, row: int, column: int) -> tuple[Told, ...]:
        """What a cell shows: the latest filing's figure, or all that it was computed from."""
        told = self.told(row, column)
        return told if self._computed(row, column) is not None else told[:1]

    def place_of(self, path: Path, figure: Figure) -> tuple[int, int] | None:
        """The cell (row, column) that tells of a figure of one of the filings; none is said to where cells are computed."""
        if self.across is None or self.across.computed:
            return None
        for place, cell in self.across.cells.items():
            for told in (cell.told, *cell.others):
                if told.path == path and told.figure.cite == figure.cite:
                    return place[0], place[1] + 1
        return None

    def is_restated(self, row: int, column: int) -> bool:
        """Whether an earlier filing prints another figure."""
        cell = self._stitched(row, column)
        return cell is not None and cell.restated

    def line(self, row: int) -> StitchedRow | None:
        """What a row is over the years; None of measures."""
        at = self.shown[row]
        return self.across.lines[at] if self.across is not None and at < len(self.across.lines) else None

    def filings_by_key(self) -> dict[str, str]:
        """The names of the filings by what lines know them by."""
        return {filing_key(of.analysis): filing_name(of.analysis.filing) for of in self._filings.values()}

    def part_at(self, row: int, column: int) -> int | None:
        """Which of a line's rows a cell shows; None of captions and empty cells."""
        cell, line = self._stitched(row, column), self.line(row)
        places = self._filings.get(cell.told.path) if cell is not None else None
        if line is None or places is None:
            return None
        keys = [anchor.filing for anchor in line.anchors]
        key = filing_key(places.analysis)
        return keys.index(key) if key in keys else None

    def _computed(self, row: int, column: int) -> Computed | None:
        """How a cell was computed, or of column 0 its row; None of what filings print."""
        return self.across.computed.get((row, column - 1)) if self.across is not None else None

    def _stitched(self, row: int, column: int) -> StitchedCell | None:
        return self.across.cells.get((row, column - 1)) if self.across and column else None

    # cells

    def _made(self, row: int, column: int) -> Cell:
        cell = super()._made(row, column)
        if self.is_restated(row, column) and cell.tone is Tone.PLAIN:
            return cell._replace(text=RESTATED + cell.text, tone=Tone.RESTATED)
        return cell

    def checks(self, figure: Figure) -> list[Check]:
        """The checks of a figure in its own filing."""
        return [
            check
            for (column, cite, path) in self._of_figure
            if column == figure.column and cite == figure.cite and path in self._filings
            for check in self._filings[path].checks_of(cite)
        ]

    def checks_of(self, told: Told) -> list[Check]:
        """The checks of what one filing says, in that filing."""
        return self._filings[told.path].checks_of(told.cite) if told.path in self._filings else []

    def hover(self, row: int, column: int) -> str:
        """Why a cell does not tie, who restated it, and where it was read."""
        computed = self._computed(row, column)
        if computed is not None:
            return self._computing(computed, column)
        line = self.line(row)
        if not column and line is not None:
            return joined_words(line, {path: filing_name(of.analysis.filing) for path, of in self._filings.items()})
        told = self.told(row, column)
        if not told:
            return super().hover(row, column)
        said = self._differs(row, column) or self.filing_of(told[0].path)
        return "\n".join(part for part in (said, super().hover(row, column)) if part)

    def _computing(self, computed: Computed, column: int) -> str:
        """The formula; of a value each figure that it was computed from, of an empty cell what it lacks."""
        value = computed.value
        if not column or computed.fault:
            return f"{computed.formula}\n{computed.fault[:1].upper()}{computed.fault[1:]}".strip()
        if value.amount is None:
            return "\n".join([computed.formula, *(f"Not computed: {why}" for why in said_of_missing(value))])
        inputs = [
            f"{spelled(one.line)} {one.end.year}: {' '.join(one.told.figure.text.split())} in the "
            f"{self.filing_of(one.told.path)}"
            for one in value.terms
        ]
        zeros = [f"{spelled(line)}: no such line, taken as nought" for line in value.zeros]
        return "\n".join([computed.formula, *inputs, *zeros])

    def _differs(self, row: int, column: int) -> str:
        """`Restated: 7,217 in the 10-K 2003, 7,643 in the 10-K 2002`; nothing where all filings say the same."""
        cell = self._stitched(row, column)
        if cell is None or cell.difference is None:
            return ""
        said = ", ".join(f"{one.figure.text} in the {self.filing_of(one.path)}" for one in self.told(row, column))
        return "\n".join(
            filter(None, (f"{DIFFERENCES[cell.difference].capitalize()}: {said}", self._sum(cell, column)))
        )

    def _sum(self, cell: StitchedCell, column: int) -> str:
        """`731 = 400 + 331 Minority interest`: how a reclassified figure came about, where that can be told."""
        across = self.across
        if across is None or not across.lines:
            return ""
        beside = ((across.lines[row], one) for (row, at), one in across.cells.items() if at == column - 1)
        found = arithmetic(cell, beside)
        return in_words(found) if found is not None else ""

    def _head_hover(self, column: int) -> str | None:
        if self.is_change(column):
            return super()._head_hover(column)
        return f"Read from the {self.under(column)}" if self.under(column) else None

    def _spoken(self, row: int, column: int) -> str:
        cell = self._stitched(row, column)
        kind = DIFFERENCES[cell.difference] if cell is not None and cell.difference is not None else ""
        return super()._spoken(row, column).replace(RESTATED, f"{kind}: ")


def described(model: YearsModel) -> str:
    """What is shown: `December 31 · 3 filings · U.S. dollars, in thousands · ◆ 2 figures restated`."""
    across = model.across
    if across is None:
        return ""
    money = (shown.currency_words(across.statement.currency), shown.scale_words(across.statement, model.options.scale))
    words = [
        calm(shown.period_words(across.statement.columns)),
        f"{len(across.paths)} {'filing' if len(across.paths) == 1 else 'filings'}",
        "common size" if model.bases else ", ".join(word for word in money if word),
        _counted(across) or ("" if across.computed else "no figure printed otherwise"),
    ]
    return " · ".join(word for word in words if word)


def _counted(across: Across) -> str:
    """`◆ 2 restated, 1 reclassified`."""
    kinds = Counter(cell.difference for cell in across.cells.values() if cell.restated and cell.difference is not None)
    return (
        RESTATED + ", ".join(f"{count:,} {DIFFERENCES[kind]}" for kind, count in kinds.most_common()) if kinds else ""
    )
