"""What a search of the library found, as a table; and where a hit stands in its filing, if that is still what was read."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from core.places import Places
from core.source import Cite, cite
from gui.models.rows import RowColumn, RowsModel

if TYPE_CHECKING:
    from core.library.search import Hit

SENTENCE, COMPANY, FORM, YEAR = range(4)
"""The columns."""


def _tip(hit: "Hit") -> str:
    return "\n".join(words for words in (hit.sentence, hit.section, f"{hit.path}, line {hit.line:,}") if words)


class HitsModel(RowsModel["Hit"]):
    """Hits, the best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        roles = {int(Qt.ItemDataRole.ToolTipRole): _tip}
        columns: list[RowColumn[Hit]] = [
            RowColumn("Sentence or row", lambda hit: hit.sentence, roles=roles),
            RowColumn("Company", lambda hit: hit.company or hit.path.name, roles=roles),
            RowColumn("Form", lambda hit: hit.form or "", roles=roles),
            RowColumn("Year", lambda hit: str(hit.fiscal_year or ""), right=True, roles=roles),
        ]
        super().__init__(columns, parent)


def place_of(hit: "Hit", places: Places) -> Cite | None:
    """Where a hit stands in a filing that is open; None where the file is another one by now, or its text is told otherwise."""
    filing = places.analysis.filing
    document = next((each for each in filing.documents if each.sequence == hit.document), None)
    if document is None or filing.sha256 != hit.sha256:
        return None
    words = document.source.text[hit.start : hit.end].split()
    return cite(hit.document, hit.start, hit.end) if words and words[0] in hit.sentence else None
