"""The window of `get`: nothing is asked before the reader agrees; what is checked comes, off the window's thread."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.edgar.settings import Places, Settings, keep, load, places
from core.edgar.trouble import EdgarError
from gui.dialogs.get_filings import HINT, OFF, GetFilingsDialog
from gui.jobs import Jobs
from gui.main_window import MainWindow
from gui.models.fetching import FETCHED, FILED, STATE, THERE
from gui.opening import edgar_words
from gui.settings import Settings as WindowSettings
from gui.theme import Theme
from gui.theme import load as theme_of
from tests.core.edgar.conftest import CONTACT
from tests.core.edgar.server import Archive, Fault, serving

pytestmark = pytest.mark.server
ROOT = Path(__file__).parents[3]


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    monkeypatch.setenv("TIEOUT_EDGAR", str(tmp_path / "own"))
    monkeypatch.setenv("TIEOUT_LIBRARY", str(tmp_path / "library.sqlite"))
    return places()


@pytest.fixture
def archive() -> Archive:
    made = Archive()
    made.add(7, "MADE", "Made Up Co", range(1998, 2001))
    return made


@pytest.fixture
def address(archive: Archive) -> Iterator[str]:
    with serving(archive) as address:
        yield address


@pytest.fixture
def agreed(own: Places, address: str) -> None:
    keep(Settings(CONTACT, agreed=True, www=address, data=address), own.settings)


def opened(jobs: Jobs, qtbot: QtBot, words: str = "", theme: Theme | None = None) -> GetFilingsDialog:
    dialog = GetFilingsDialog(jobs, theme or theme_of("light"), words)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: not jobs.busy())
    return dialog


def listed(dialog: GetFilingsDialog, jobs: Jobs, qtbot: QtBot, words: str) -> None:
    dialog.words.setText(words)
    dialog.list.click()
    qtbot.waitUntil(lambda: not jobs.busy())


def test_nothing_is_asked_before_the_reader_agrees(
    own: Places, address: str, archive: Archive, jobs: Jobs, qtbot: QtBot
) -> None:
    keep(Settings(www=address, data=address), own.settings)
    dialog = opened(jobs, qtbot, "MADE")
    assert dialog.consent.isVisible()
    assert not dialog.list.isEnabled()
    dialog.look()
    dialog.contact.setText("nobody")
    dialog.agree.click()
    assert "no contact" in dialog.foot.text()
    assert not load(own.settings).agreed
    assert not archive.asked
    dialog.contact.setText(CONTACT)
    dialog.agree.click()
    assert load(own.settings).contact == CONTACT
    assert not dialog.consent.isVisible()
    assert dialog.foot.text() == HINT
    listed(dialog, jobs, qtbot, "MADE")
    assert len(dialog.model.values) == 3


@pytest.mark.usefixtures("agreed")
def test_what_is_checked_comes(own: Places, archive: Archive, jobs: Jobs, qtbot: QtBot) -> None:
    dialog = opened(jobs, qtbot)
    listed(dialog, jobs, qtbot, "made up")
    assert dialog.foot.text() == "Made Up Co (CIK 7): 3 filings, 0 there"
    assert [row.filed[:4] for row in dialog.model.values] == ["2000", "1999", "1998"]
    assert dialog.fetch.text() == "Fetch 3"
    box = dialog.model.index(1, FILED)
    assert dialog.model.setData(box, Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    assert dialog.fetch.text() == "Fetch 2"
    with qtbot.waitSignal(dialog.open_asked) as asked:
        dialog.fetch.click()
    assert len(asked.args[0]) == 2
    qtbot.waitUntil(lambda: not jobs.busy())
    assert [dialog.model.index(row, STATE).data() for row in range(3)] == [FETCHED, "", FETCHED]
    assert "2 fetched" in dialog.foot.text()
    assert "the library has read 2" in dialog.foot.text()
    assert len(list(own.filings.rglob("*.txt"))) == 2
    listed(dialog, jobs, qtbot, "made up")
    assert [row.state for row in dialog.model.values] == [THERE, "", THERE]
    assert dialog.fetch.text() == "Fetch 1"
    dialog.every.click()
    assert dialog.fetch.text() == "Fetch 3"
    dialog.every.click()
    assert not dialog.fetch.isEnabled()


@pytest.mark.usefixtures("agreed")
def test_a_filing_by_its_number_is_fetched_after_a_yes(own: Places, archive: Archive, jobs: Jobs, qtbot: QtBot) -> None:
    wanted = next(iter(archive.sent.values())).filing
    dialog = opened(jobs, qtbot, wanted.accession)
    assert [row.filing for row in dialog.model.values] == [wanted]
    assert not archive.asked
    dialog.opens.setChecked(False)
    dialog.fetch.click()
    qtbot.waitUntil(lambda: not jobs.busy())
    assert (own.filings / "7" / f"{wanted.accession}.txt").exists()


@pytest.mark.usefixtures("agreed")
def test_forms_and_years_narrow_the_list(archive: Archive, jobs: Jobs, qtbot: QtBot) -> None:
    archive.add(7, "MADE", "Made Up Co", range(1998, 2001), form="10-Q")
    dialog = opened(jobs, qtbot)
    dialog.forms.setText("10-q")
    dialog.years.setText("1999 – 2000")
    listed(dialog, jobs, qtbot, "7")
    assert [row.form for row in dialog.model.values] == ["10-Q", "10-Q"]
    dialog.years.setText("long ago")
    listed(dialog, jobs, qtbot, "7")
    assert "is no year" in dialog.foot.text()


@pytest.mark.usefixtures("agreed")
def test_the_switch_turns_it_off_for_good(own: Places, archive: Archive, jobs: Jobs, qtbot: QtBot) -> None:
    dialog = opened(jobs, qtbot)
    dialog.online.click()
    assert not load(own.settings).on
    assert dialog.foot.text() == OFF
    assert not dialog.list.isEnabled()
    again = opened(jobs, qtbot, "MADE")
    assert again.foot.text() == OFF
    assert not archive.asked
    again.online.click()
    assert load(own.settings).on
    assert again.list.isEnabled()


@pytest.mark.usefixtures("agreed")
def test_what_goes_wrong_is_told(archive: Archive, jobs: Jobs, qtbot: QtBot) -> None:
    dialog = opened(jobs, qtbot)
    listed(dialog, jobs, qtbot, "nobody")
    assert "no company that trades today" in dialog.foot.text()
    listed(dialog, jobs, qtbot, "MADE")
    wanted = dialog.model.values[0].filing.accession
    archive.fault = lambda path, _: Fault.MISSING if wanted in path else Fault.NONE
    dialog.opens.setChecked(False)
    dialog.fetch.click()
    qtbot.waitUntil(lambda: not jobs.busy())
    assert "1 not fetched" in dialog.foot.text()
    assert "is not there" in dialog.model.values[0].state


@pytest.mark.usefixtures("agreed")
def test_it_is_stopped_and_gone_on_with(own: Places, archive: Archive, jobs: Jobs, qtbot: QtBot) -> None:
    dialog = opened(jobs, qtbot)
    listed(dialog, jobs, qtbot, "MADE")
    archive.fault = lambda path, _: Fault.SLOW if path.endswith(".txt") else Fault.NONE
    dialog.fetch.click()
    assert dialog.stop.isVisible()
    qtbot.waitUntil(lambda: any(asked.path.endswith(".txt") for asked in archive.asked))
    dialog.stop.click()
    assert "Stopped" in dialog.foot.text()
    assert dialog.fetch.isVisible()
    assert not list(own.filings.rglob("*.txt"))


@pytest.mark.usefixtures("agreed")
def test_a_folder_is_chosen(
    own: Places, tmp_path: Path, jobs: Jobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "gui.dialogs.get_filings.QFileDialog.getExistingDirectory", lambda *_: str(tmp_path / "elsewhere")
    )
    dialog = opened(jobs, qtbot)
    listed(dialog, jobs, qtbot, "MADE")
    dialog.choose.click()
    qtbot.waitUntil(lambda: not jobs.busy())
    assert load(own.settings).folder == str(tmp_path / "elsewhere")
    dialog.opens.setChecked(False)
    dialog.fetch.click()
    qtbot.waitUntil(lambda: not jobs.busy())
    assert len(list((tmp_path / "elsewhere").rglob("*.txt"))) == 3
    assert not (tmp_path / "library.sqlite").exists()


@pytest.fixture
def window(qtbot: QtBot, own: Places, tmp_path: Path) -> Iterator[MainWindow]:
    made = MainWindow(WindowSettings(tmp_path / "tieout.ini"))
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def _dialog(window: MainWindow) -> GetFilingsDialog | None:
    found = window.findChild(GetFilingsDialog)
    return found if isinstance(found, GetFilingsDialog) else None


def test_a_number_that_is_pasted_is_asked_about(window: MainWindow) -> None:
    QApplication.clipboard().setText("0000000007-99-000001")
    window.commands.run(window.commands["paste"])
    dialog = _dialog(window)
    assert dialog is not None
    assert dialog.words.text() == "0000000007-99-000001"
    assert dialog.consent.isVisible()


def test_an_address_that_is_dropped_is_asked_about(window: MainWindow) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://www.sec.gov/Archives/edgar/data/7/0000000007-99-000001.txt")])
    place, none = QPoint(100, 100), Qt.KeyboardModifier.NoModifier
    held = QDragEnterEvent(place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    window.dragEnterEvent(held)
    assert held.isAccepted()
    window.dropEvent(QDropEvent(place.toPointF(), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none))
    dialog = _dialog(window)
    assert dialog is not None
    assert dialog.words.text().endswith("0000000007-99-000001.txt")


def test_a_start_does_without_it(window: MainWindow, tmp_path: Path) -> None:
    program = (
        "import sys; from PySide6.QtWidgets import QApplication; from pathlib import Path;"
        "from gui.main_window import MainWindow; from gui.settings import Settings; app = QApplication([]);"
        "window = MainWindow(Settings(Path(sys.argv[1]))); window.show(); app.processEvents();"
        "print(sorted(name for name in sys.modules if name.startswith(('httpx', 'httpcore', 'core.edgar', 'ssl'))))"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "other.ini")]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert ended.stdout.strip() == "[]", ended.stderr


def test_a_reader_without_a_home_is_told(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> Places:
        raise EdgarError("there is no home")

    monkeypatch.setattr("gui.dialogs.get_filings.places", none)
    window.desk.get_filings()
    assert "there is no home" in window.panes.notices.words


def test_both_themes(theme: Theme, own: Places, jobs: Jobs, qtbot: QtBot) -> None:
    dialog = opened(jobs, qtbot, theme=theme)
    assert dialog.consent.isVisible()
    assert not dialog.grab().isNull()


@pytest.mark.parametrize(
    ("words", "means"),
    [
        ("0000320193-94-000016", True),
        ("https://www.sec.gov/Archives/edgar/data/320193/0000320193-94-000016.txt", True),
        ("https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK=320193", True),
        ("320193", False),
        ("https://example.com/0000320193-94-000016.txt", False),
        ("Revenue", False),
        ("x" * 10_000, False),
    ],
)
def test_what_is_pasted_or_dropped_may_be_of_edgar(words: str, means: bool) -> None:
    data = QMimeData()
    data.setText(words)
    assert edgar_words(data) == (words if means else "")
    if "://" in words:
        dropped = QMimeData()
        dropped.setUrls([QUrl(words)])
        assert bool(edgar_words(dropped)) == means
