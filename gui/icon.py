"""The program's icon."""

from pathlib import Path

from PySide6.QtGui import QIcon

ICONS = Path(__file__).parent.parent / "resources" / "icons"


def app_icon() -> QIcon:
    """The icon in every size that was drawn for it."""
    icon = QIcon()
    for path in sorted(ICONS.glob("tieout-*.png"), key=lambda path: int(path.stem.rpartition("-")[2])):
        icon.addFile(str(path))
    return icon
