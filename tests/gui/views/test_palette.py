"""The palette: what it offers for what is typed, and what choosing does; all by keyboard."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from core.analysis import Analysis
from core.search import HitKind
from gui.commands import Command
from gui.session import Session
from gui.theme import Theme
from gui.views.palette import Palette
from tests.gui import made_up


@dataclass
class Some:
    """A few commands, of which one cannot act now."""

    ran: list[str] = field(default_factory=list)

    def __iter__(self) -> Iterator[Command]:
        for title in ("&Dark Theme", "&Close Filing", "&Open…"):
            yield Command(title, "View/&Theme", title, lambda _desk: None, ("Ctrl+O",))

    def can(self, command: Command) -> bool:
        return "Close" not in command.title

    def run(self, command: Command) -> None:
        self.ran.append(command.plain_title)


@pytest.fixture
def commands() -> Some:
    return Some()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    column = QVBoxLayout(window)
    column.addWidget(QLineEdit(window))
    window.show()
    return window


@pytest.fixture
def palette(session: Session, commands: Some, window: QWidget) -> Palette:
    session.show(made_up.PATH)
    return Palette(session, commands, window)  # type: ignore[arg-type]


def drawn(palette: Palette) -> list[str]:
    """The list as text: heads in capitals, the current entry with `>`."""
    current = palette.list.currentIndex().row()
    return [
        f"{'> ' if row == current else ''}{entry.title if entry.run else entry.title.upper()}"
        for row, entry in enumerate(palette.model.values)
    ]


def typed(palette: Palette, qtbot: QtBot, words: str) -> list[str]:
    palette.open()
    qtbot.keyClicks(palette.line, words)
    qtbot.waitUntil(lambda: not palette._timer.isActive())
    return drawn(palette)


def test_opening_it_changes_nothing(palette: Palette, session: Session) -> None:
    told: list[object] = []
    for signal in (session.shown, session.pointed, session.options_changed):
        signal.connect(told.append)
    palette.open()
    assert drawn(palette)[:2] == ["CONTENTS", "> Item 1  Business"]
    assert drawn(palette)[-3:] == ["COMMANDS", "Dark Theme", "Open…"]
    palette.leave()
    assert told == []


def test_an_item(palette: Palette, session: Session, qtbot: QtBot) -> None:
    assert typed(palette, qtbot, "item 7")[:2] == [
        "CONTENTS",
        "> Item 7  Management's Discussion and Analysis of Financial Condition and Results of Operations",
    ]
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert session.current is not None
    assert session.current.section == "part-2/item-7"


def test_an_amount_leads_to_its_figure(palette: Palette, session: Session, qtbot: QtBot) -> None:
    assert typed(palette, qtbot, "17900")[:2] == ["AMOUNTS", "> Total liabilities and equity, 2002"]
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert session.pointing is not None
    assert session.pointing.figure is not None
    assert session.pointing.figure.figure.text == "$17,900"
    assert session.statement is not None
    assert session.statement.id == "balance-sheet"


def test_a_command(palette: Palette, commands: Some, qtbot: QtBot) -> None:
    assert typed(palette, qtbot, "dark") == ["COMMANDS", "> Dark Theme"]
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert commands.ran == ["Dark Theme"]


def test_commands_only(palette: Palette, qtbot: QtBot) -> None:
    assert typed(palette, qtbot, ">") == ["COMMANDS", "> Dark Theme", "Open…"]


def test_a_command_that_cannot_act_is_not_offered(palette: Palette, qtbot: QtBot) -> None:
    assert "Close Filing" not in " ".join(typed(palette, qtbot, "close"))


def test_the_arrows_pass_over_heads_and_go_round(palette: Palette, qtbot: QtBot) -> None:
    typed(palette, qtbot, "inventories")
    first = palette.list.currentIndex().row()
    qtbot.keyClick(palette.line, Qt.Key.Key_Up)
    last = palette.list.currentIndex().row()
    assert last == palette.model.rowCount() - 1
    qtbot.keyClick(palette.line, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == first
    for _ in range(10):
        qtbot.keyClick(palette.line, Qt.Key.Key_Down)
        entry = palette.model.value(palette.list.currentIndex().row())
        assert entry is not None
        assert entry.run is not None


def test_escape_and_a_turn_elsewhere_close_it(palette: Palette, window: QWidget, qtbot: QtBot) -> None:
    palette.open()
    qtbot.keyClick(palette.line, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    palette.open()
    other = window.findChild(QLineEdit)
    assert other is not None
    other.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.waitUntil(lambda: not palette.isVisible())


def test_nothing_found_says_so(palette: Palette, qtbot: QtBot) -> None:
    assert typed(palette, qtbot, "zzzzqq") == []
    assert palette.nothing.isVisible()


def test_with_two_filings_each_hit_says_whose_it_is(
    qtbot: QtBot, palette: Palette, session: Session, earlier: Analysis
) -> None:
    palette.open("item 2")
    assert {entry.detail for entry in palette.model.values if entry.title == "Item 2  Properties"} == {""}
    session.open(earlier)
    palette.open("item 2")
    qtbot.waitUntil(lambda: not palette._timer.isActive())
    details = {entry.detail for entry in palette.model.values if entry.title == "Item 2  Properties"}
    assert details == {"Harbor Lamp Company 10-K 2003", "Harbor Lamp Company 10-K 2002"}


def test_words_may_say_the_filing_in_any_order(
    palette: Palette, session: Session, earlier: Analysis, qtbot: QtBot
) -> None:
    session.open(earlier)
    for words in ("lamp 10-K 2002 inventories", "inventories 10k harbor 2002"):
        listed = typed(palette, qtbot, words)
        assert listed[0] in ("CONTENTS", "LINES")
        entry = palette.model.value(palette.list.currentIndex().row())
        assert entry is not None
        assert "Inventories" in entry.title
        qtbot.keyClick(palette.line, Qt.Key.Key_Return)
        assert session.current is not None
        assert session.current.path == earlier.path
        session.show(made_up.PATH)
        palette.line.clear()


def test_a_year_that_is_a_columns_leads_to_its_figure(palette: Palette, session: Session, qtbot: QtBot) -> None:
    typed(palette, qtbot, "receivable 2002")
    titles = [entry.title for entry in palette.model.values if entry.run]
    assert "Accounts receivable, less allowance of $40, 2002" in titles
    row = next(row for row, entry in enumerate(palette.model.values) if entry.title.endswith("2002"))
    palette._choose(palette.model.index(row, 0))
    assert session.pointing is not None
    assert session.pointing.figure is not None
    assert session.pointing.figure.figure.text == "2,250"


def test_commands_never_come_before_lines_of_filings(palette: Palette, qtbot: QtBot) -> None:
    palette._commands = Some()  # type: ignore[assignment]
    heads = [line for line in typed(palette, qtbot, "open") if line.isupper()]
    assert heads[-1] == "COMMANDS"
    assert typed(palette, qtbot, "")[0] == "CONTENTS"


def test_both_themes(palette: Palette, theme: Theme) -> None:
    palette.set_theme(theme)
    palette.open("total")
    drawn_box = palette.grab().toImage()
    colours = {drawn_box.pixelColor(x, y).name() for x in range(0, 200, 3) for y in range(0, drawn_box.height(), 3)}
    assert {theme.ground.name(), theme.selection.name()} <= colours


def test_the_model_keeps_its_word(palette: Palette, qtmodeltester: ModelTester) -> None:
    palette.open("total")
    qtmodeltester.check(palette.model)


def test_all_that_was_found_is_listed_on_demand(qtbot: QtBot, palette: Palette) -> None:
    palette.open("e")
    qtbot.waitUntil(lambda: any("more" in line for line in drawn(palette)))
    titles = [palette.model.value(row) for row in range(palette.model.rowCount())]
    row = next(at for at, entry in enumerate(titles) if entry is not None and entry.stays)
    said = titles[row]
    assert said is not None
    count = int(said.title.split()[1].replace(",", ""))
    palette.list.setCurrentIndex(palette.model.index(row, 0))
    palette.list.clicked.emit(palette.model.index(row, 0))
    assert palette.isVisible()
    assert palette.model.rowCount() == len(titles) - 1 + count
    assert palette.list.currentIndex().row() == row
    palette.line.setText("")
    palette.line.setText("e")
    qtbot.waitUntil(lambda: palette.model.rowCount() == len(titles))


def test_what_was_left_out_as_too_much_is_looked_for_on_demand(
    qtbot: QtBot, palette: Palette, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.views.palette.PLENTY", 10)
    monkeypatch.setattr("gui.views.palette._ALL", 12)
    typed(palette, qtbot, "e")
    row = next(at for at, line in enumerate(drawn(palette)) if "Show All" in line)
    palette.list.clicked.emit(palette.model.index(row, 0))
    qtbot.waitUntil(lambda: any("MORE WORDS FIND FEWER" in line for line in drawn(palette)))
    assert not any("Show All" in line for line in drawn(palette))
    assert sum(hit.kind is HitKind.LINE for hit in palette._hits) == 12
    palette.line.setText("")
    palette.line.setText("e")
    qtbot.waitUntil(lambda: any("Show All" in line for line in drawn(palette)))
