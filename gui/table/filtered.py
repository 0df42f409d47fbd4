"""The quiet line over a table that shows only some of its rows, and the way back to all of them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from core.tagged import Rows
from gui.models.sheet import SheetModel
from gui.plain import PlainLabel
from gui.theme import Theme

KINDS = {Rows.TAGGED: "Tagged", Rows.UNTAGGED: "Untagged"}


def filtered_words(model: SheetModel, *, missing: bool = False) -> str:
    """What is shown of a table: `Tagged rows only: 12 of 40`; empty where all of it is."""
    if model.kept is Rows.ALL:
        return _arranged_words(model, missing=missing)
    rows = model.statement.rows
    whole = sum(1 for row in rows if row.figures)
    count = sum(1 for at in model.shown if rows[at].figures)
    if not count:
        return f"None of the {whole:,} rows here is {model.kept.value}."
    left = " The figure pointed at is in another row." if missing else ""
    return f"{KINDS[model.kept]} rows only: {count:,} of {whole:,}.{left}"


def _arranged_words(model: SheetModel, *, missing: bool) -> str:
    """`3 rows hidden, 1 pinned, sorted by 2003`; empty where all is as in the filing."""
    how = model.arrangement
    counted = ((len(how.hidden), "hidden"), (len(how.pinned), "pinned"))
    parts = [f"{count:,} row{'s' if count > 1 else ''} {what}" for count, what in counted if count]
    if how.by is not None and how.by < len(model.heads):
        parts.append(f"sorted by {model.heads[how.by]}, {'smallest' if how.smallest_first else 'largest'} first")
    said = ", ".join(parts)
    left = " The figure pointed at is in a row that is hidden." if missing and said else ""
    return f"{said[:1].upper()}{said[1:]}.{left}" if said else ""


class Filtered(QWidget):
    """Says which rows are shown; hidden where all are."""

    all_wanted = Signal()
    """The reader wants all rows back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = PlainLabel(parent=self)
        self.label.setWordWrap(True)
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.all = QToolButton(self)
        self.all.setText("Show all rows as filed")
        self.all.setCursor(Qt.CursorShape.PointingHandCursor)
        self.all.clicked.connect(self.all_wanted)
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 0, 14, 6)
        line.setSpacing(8)
        line.addWidget(self.label, 1)
        line.addWidget(self.all)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self.label.setStyleSheet(f"color: {theme.secondary.name()};")
        self.all.setStyleSheet(
            f"QToolButton {{ border: 1px solid transparent; border-radius: 4px; padding: 1px 5px;"
            f" color: {theme.accent.name()}; background: transparent; }}"
            f"QToolButton:hover {{ text-decoration: underline; }}"
            f"QToolButton:focus {{ border-color: {theme.accent.name()}; }}"
        )

    def tell(self, model: SheetModel, *, missing: bool = False) -> None:
        """Says what is shown; `missing` where the figure that the reader points at is not."""
        words = filtered_words(model, missing=missing)
        self.label.setText(words)
        self.setVisible(bool(words))
