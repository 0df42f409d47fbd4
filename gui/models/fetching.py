"""Filings that EDGAR has, as a list with check boxes; asking for the list, and fetching: the work of jobs."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal

from gui.jobs import Step
from gui.models.rows import Index, RowColumn, RowsModel

if TYPE_CHECKING:
    from core.edgar.download import Gathered
    from core.edgar.names import Filing
    from core.edgar.settings import Places, Settings

FILED, FORM, PERIOD, SIZE, STATE = range(5)
"""The columns."""
THERE, FETCHED = "there", "fetched"
_MILLION = 1e6
Say = Callable[[str], None]


class Row(NamedTuple):
    """A filing, what the list says of it, and what became of it."""

    filing: "Filing"
    form: str
    filed: str
    period: str
    size: int
    state: str = ""


class Asked(NamedTuple):
    """What the reader typed, and where filings are put."""

    words: str
    forms: str
    years: str
    folder: Path


class Looked(NamedTuple):
    """Whose filings they are, and which."""

    title: str
    rows: tuple[Row, ...]


class Brought(NamedTuple):
    """What was fetched, and what the library says to that."""

    gathered: "Gathered"
    library: str


def look(asked: Asked, settings: "Settings", own: "Places", say: Say, step: Step) -> Looked:
    """The filings that the words mean: one by its number or address, of which nothing need be asked; else a company's. Raises
    EdgarError and QueryError."""
    from core.edgar.client import Client
    from core.edgar.listing import FORMS, Wanted, company, history
    from core.edgar.names import filing_of
    from core.library.query import years

    single = filing_of(asked.words)
    if single is not None:
        return Looked(f"Filing {single.accession}", _with_state([Row(single, "", "", "", 0)], asked.folder))
    forms = tuple(form.strip() for form in asked.forms.split(",") if form.strip())
    wanted = Wanted(forms or FORMS, years(asked.years.replace("–", "-").replace(" ", "")))
    with Client(settings, own, lambda *_: step(0, 0), say) as client:
        told = history(client, company(client, asked.words), wanted)
    rows = [Row(each.filing, each.form, each.filed, each.period, each.size) for each in reversed(told.filings)]
    return Looked(f"{told.company.name} (CIK {told.company.cik})", _with_state(rows, asked.folder))


def _with_state(rows: Iterable[Row], folder: Path) -> tuple[Row, ...]:
    from core.edgar.download import place_of

    return tuple(row._replace(state=THERE if place_of(row.filing, folder).exists() else "") for row in rows)


def bring(
    filings: "tuple[Filing, ...]", folder: Path, settings: "Settings", own: "Places", say: Say, step: Step
) -> Brought:
    """Fetches filings into a folder, and has the library read them where the folder is one of its own. Raises EdgarError."""
    from core.edgar.client import Client
    from core.edgar.download import gather
    from core.library.fetched import take_in
    from core.library.shelf import LibraryError

    done = 0

    def tell(at: int, of: int) -> None:
        nonlocal done
        done = at
        step(at, of)

    with Client(settings, own, lambda *_: step(done, len(filings)), say) as client:
        gathered = gather(client, filings, folder, tell)
    if not gathered.fetched:
        return Brought(gathered, "")
    say("the library reads them")
    try:
        read = take_in(folder, lambda *_: step(len(filings), len(filings)), own=folder == own.filings)
    except LibraryError as error:
        return Brought(gathered, f"the library has not read them: {error}")
    return Brought(gathered, f"the library has read {read.read:,}" if read is not None else "")


class FilingsModel(RowsModel[Row]):
    """Filings, the latest first, each with a check box."""

    checks_changed = Signal()
    """Others are checked now."""

    def __init__(self, parent: QObject | None = None) -> None:
        roles = {int(Qt.ItemDataRole.ToolTipRole): lambda row: f"{row.filing.accession}\n{row.state}".strip()}
        columns: list[RowColumn[Row]] = [
            RowColumn("Filed", lambda row: row.filed or row.filing.accession, roles=roles),
            RowColumn("Form", lambda row: row.form, roles=roles),
            RowColumn("Period", lambda row: row.period, roles=roles),
            RowColumn("MB", lambda row: f"{row.size / _MILLION:,.1f}" if row.size else "", right=True, roles=roles),
            RowColumn("", lambda row: row.state, roles=roles),
        ]
        super().__init__(columns, parent)
        self._checked: set[str] = set()

    @property
    def checked(self) -> tuple[Row, ...]:
        """The rows that are checked."""
        return tuple(row for row in self.values if row.filing.accession in self._checked)

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Shows other rows; those that are not there are checked."""
        self._checked = {row.filing.accession for row in rows if not row.state}
        self.set_values(rows)
        self.checks_changed.emit()

    def check_all(self, *, on: bool) -> None:
        """Checks all rows, or none."""
        self._checked = {row.filing.accession for row in self.values} if on else set()
        self._changed(0, len(self.values) - 1)

    def tell(self, gathered: "Gathered") -> None:
        """Says of each row what became of it."""
        state = {each.path.stem: THERE if each.before else FETCHED for each in gathered.fetched}
        state |= {each.filing.accession: f"not fetched: {each.why}" for each in gathered.failed}
        self._checked -= {each.path.stem for each in gathered.fetched}
        rows = [row._replace(state=state.get(row.filing.accession, row.state)) for row in self.values]
        self.set_values(rows)
        self.checks_changed.emit()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The first column has the boxes."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == FILED else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Whether a row is checked, and what it says."""
        row = self.value(index.row())
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == FILED and row is not None:
            on = row.filing.accession in self._checked
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        return super().data(index, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Checks a row, or no longer."""
        row = self.value(index.row())
        if role != Qt.ItemDataRole.CheckStateRole or row is None:
            return False
        on = Qt.CheckState(value) is Qt.CheckState.Checked
        (self._checked.add if on else self._checked.discard)(row.filing.accession)
        self._changed(index.row(), index.row())
        return True

    def _changed(self, first: int, last: int) -> None:
        if first <= last:
            self.dataChanged.emit(self.index(first, FILED), self.index(last, FILED), [Qt.ItemDataRole.CheckStateRole])
        self.checks_changed.emit()
