"""Filings fetched from EDGAR: asked for by company, form and year, checked in a list, and brought into a folder."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from core.edgar.listing import FORMS
from core.edgar.settings import Settings, agreed, keep, load, places
from core.edgar.trouble import EdgarError
from gui.jobs import Jobs
from gui.models.fetching import FILED, FORM, PERIOD, SIZE, STATE, Asked, Brought, FilingsModel, Looked, bring, look
from gui.plain import PlainLabel
from gui.table.rows import AIR, list_of
from gui.theme import Theme, give_ground
from gui.views.notice import OneLine

ASKS = (
    "Tieout asks nothing of any other machine until you agree. To fetch filings it asks the servers of the Commission "
    "({}, {}), at most eight times a second, and your contact goes with every request, as their rules want it. "
    "You can turn it off again below at any time."
)
OFF = "The network is turned off: nothing is asked of any other machine."
HINT = "Name a company, or paste the accession number or the address of a filing."
WIDTHS = {FILED: 176, FORM: 84, PERIOD: 96, SIZE: 64}
"""Pixels of columns; of the first for an accession number beside its box."""
_LOOK, _FETCH = "edgar:look", "edgar:fetch"


class GetFilingsDialog(QDialog):
    """Who asks; what is asked for; which there are; and how far it is."""

    open_asked = Signal(list)
    """list[Path]: filings that came, to be opened."""

    def __init__(self, jobs: Jobs, theme: Theme, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Get Filings")
        self._jobs, self._theme = jobs, theme
        self._own = places()
        self.settings = load(self._own.settings)
        self._folder = Path(self.settings.folder) if self.settings.folder else self._own.filings
        self._said = ""
        """Why it takes long, as the job says."""
        self._build()
        self._refresh()
        self.resize(720, 620)
        self.words.setText(words)
        (self.words if self.settings.agreed else self.contact).setFocus()
        if words:
            self.look()

    def _build(self) -> None:
        self.consent = self._consent()
        self.words = self._line("Ticker, name or CIK; accession number or address", "Company or filing")
        self.forms = self._line(", ".join(FORMS[:2]) + ", …", "Forms")
        self.forms.setToolTip("10-K, 10-Q*, …: annual reports where nothing is said")
        self.years = self._line("1994-2003", "Years of filing")
        self.list = self._button("List", self.look, default=True)
        self.model = FilingsModel(self)
        self.model.checks_changed.connect(self._count)
        self.table = self._table()
        self.every = QCheckBox("All", self)
        self.every.clicked.connect(lambda on: self.model.check_all(on=on))
        self.where = OneLine("")
        self.choose = self._button("Folder…", self._choose_folder)
        self.opens = QCheckBox("Open what comes", self)
        self.opens.setChecked(True)
        self.online = QCheckBox("Network", self)
        self.online.setToolTip("Off: nothing is ever asked of any other machine, by the command line neither")
        self.online.clicked.connect(lambda on: self._keep(replace(self.settings, on=on)))
        self.change = self._button("Contact…", self._ask_contact)
        self.fetch = self._button("Fetch", self._fetch)
        self.stop = self._button("Stop", self._stop)
        self.stop.hide()
        self.foot = PlainLabel(parent=self)
        self.foot.setWordWrap(True)
        self._lay_out()

    def _consent(self) -> QFrame:
        frame = QFrame(self)
        self.asks = PlainLabel()
        self.asks.setWordWrap(True)
        self.contact = self._line("Your name and mail: Jane Doe jane@example.com", "Contact")
        self.agree = self._button("I Agree", self._agree)
        self.contact.returnPressed.connect(self._agree)
        lower = QHBoxLayout()
        lower.addWidget(self.contact, 1)
        lower.addWidget(self.agree)
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 8)
        column.addWidget(self.asks)
        column.addLayout(lower)
        return frame

    def _line(self, hint: str, name: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setPlaceholderText(hint)
        line.setAccessibleName(name)
        line.setMinimumWidth(1)
        return line

    def _button(self, title: str, act: Callable[[], object], *, default: bool = False) -> QPushButton:
        button = QPushButton(title, self)
        button.setAutoDefault(default)
        button.setDefault(default)
        button.clicked.connect(act)
        return button

    def _table(self) -> QTableView:
        table = list_of(self.model, "Filings that there are", self, WIDTHS, STATE)
        give_ground(self, table, self._theme)
        return table

    def _lay_out(self) -> None:
        asked, into, below = QGridLayout(), QHBoxLayout(), QHBoxLayout()
        for at, (widget, share) in enumerate(((self.words, 4), (self.forms, 2), (self.years, 2), (self.list, 0))):
            asked.addWidget(widget, 0, at)
            asked.setColumnStretch(at, share)
        into.addWidget(self.every)
        into.addSpacing(AIR)
        into.addWidget(self.where, 1)
        into.addWidget(self.choose)
        for left in (self.online, self.change):
            below.addWidget(left)
        below.addStretch(1)
        for right in (self.opens, self.fetch, self.stop):
            below.addWidget(right)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.consent)
        column.addLayout(asked)
        column.addWidget(self.table, 1)
        column.addLayout(into)
        column.addWidget(self.foot)
        column.addLayout(below)

    # what the reader says of the network

    def _keep(self, settings: Settings) -> None:
        try:
            keep(settings, self._own.settings)
        except EdgarError as error:
            self.foot.setText(str(error))
            self._refresh(said=True)
            return
        self.settings = settings
        if not settings.on:
            self._stop()
        self._refresh()

    def _agree(self) -> None:
        try:
            said = agreed(self.settings, self.contact.text())
        except EdgarError as error:
            self.foot.setText(f"That is no contact: {error}" if not self.contact.text().strip() else str(error))
            return
        self._keep(said)
        self.words.setFocus()

    def _ask_contact(self) -> None:
        self.consent.show()
        self.contact.setText(self.settings.contact)
        self.contact.setFocus()

    def _refresh(self, *, said: bool = False) -> None:
        """Shows what may be done as the settings are now."""
        ready = self.settings.on and self.settings.agreed
        self.online.setChecked(self.settings.on)
        self.asks.setText(ASKS.format(self.settings.www, self.settings.data))
        self.consent.setVisible(self.settings.on and not self.settings.agreed)
        self.change.setVisible(ready)
        self.change.setToolTip(self.settings.contact)
        for widget in (self.words, self.forms, self.years, self.list, self.table, self.every, self.choose, self.opens):
            widget.setEnabled(ready)
        self.where.setText(f"Into {self._folder}")
        if not said:
            self.foot.setText(OFF if not self.settings.on else HINT if ready else "")
        self._count()

    # the list

    def _asked(self) -> Asked:
        return Asked(self.words.text().strip(), self.forms.text(), self.years.text(), self._folder)

    def look(self) -> None:
        """Asks which filings there are."""
        asked, settings, own = self._asked(), self.settings, self._own
        if not asked.words or not (settings.on and settings.agreed):
            return
        self._busy("Asking for the list …")
        work = lambda step: look(asked, settings, own, self._hear, step)  # noqa: E731
        self._jobs.run(_LOOK, work, self._looked, self._failed, lambda _, __: self._tell("Asking for the list"))

    def _looked(self, found: Looked) -> None:
        self._idle()
        self.model.show_rows(found.rows)
        there = sum(bool(row.state) for row in found.rows)
        many = f"{len(found.rows):,} filings" if len(found.rows) != 1 else "1 filing"
        self.foot.setText(f"{found.title}: {many}, {there:,} there" if found.rows else f"{found.title}: none of these")

    def _failed(self, error: Exception) -> None:
        self._idle()
        self.foot.setText(str(error))
        if not isinstance(error, EdgarError | ValueError):  # their messages are a line for the reader
            raise error

    def _count(self) -> None:
        """Says on the button how many are fetched."""
        many = len(self.model.checked)
        self.fetch.setText(f"Fetch {many:,}" if many else "Fetch")
        self.fetch.setEnabled(bool(many) and self.settings.on and self.settings.agreed)
        self.every.setChecked(bool(many) and many == len(self.model.values))

    # fetching

    def _fetch(self) -> None:
        filings = tuple(row.filing for row in self.model.checked)
        folder, settings, own = self._folder, self.settings, self._own
        self._busy(f"0 of {len(filings):,}")
        work = lambda step: bring(filings, folder, settings, own, self._hear, step)  # noqa: E731
        self._jobs.run(_FETCH, work, self._brought, self._failed, lambda at, of: self._tell(f"{at:,} of {of:,}"))

    def _brought(self, done: Brought) -> None:
        self._idle()
        self.model.tell(done.gathered)
        new, failed = len(done.gathered.new), len(done.gathered.failed)
        said = [f"{new:,} fetched", f"{failed:,} not fetched" if failed else "", done.gathered.stopped, done.library]
        self.foot.setText("; ".join(words for words in said if words))
        if self.opens.isChecked() and done.gathered.fetched:
            self.open_asked.emit([each.path for each in done.gathered.fetched])

    def _hear(self, words: str) -> None:
        """In the other thread: why it takes long."""
        self._said = words

    def _tell(self, words: str) -> None:
        self.foot.setText(f"{words} · {self._said}" if self._said else words)

    def _busy(self, words: str) -> None:
        self._said = ""
        self.foot.setText(words)
        self.stop.show()
        self.fetch.hide()
        self.list.setEnabled(False)

    def _idle(self) -> None:
        self.stop.hide()
        self.fetch.show()
        self.list.setEnabled(self.settings.on and self.settings.agreed)

    def _stop(self) -> None:
        stopped = [self._jobs.cancel(slot) for slot in (_LOOK, _FETCH)]
        self._idle()
        if any(stopped):
            self.foot.setText("Stopped. What came is kept, and gone on with the next time.")

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, "Put Filings Into", str(self._folder))
        if name:
            self._folder = Path(name)
            self._keep(replace(self.settings, folder=name))
            self.look()

    # leaving

    def done(self, result: int) -> None:
        """What is under way ends; what came is kept."""
        self._jobs.cancel(_LOOK)
        self._jobs.cancel(_FETCH)
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        """As with Escape."""
        self._jobs.cancel(_LOOK)
        self._jobs.cancel(_FETCH)
        super().closeEvent(event)
