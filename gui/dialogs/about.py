"""What the program is."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.icon import app_icon

VERSION = "0.1.0"
WORDS = f"""<h3>Tieout {VERSION}</h3>
<p>A viewer for the filings that companies send to the U.S. Securities and Exchange Commission. Every figure on the
screen clicks through to the characters it was read from, and the program says whether it ties.</p>
<p>Works offline, on plain files; it asks other machines only for filings that you want, once you agree. Free software
under the MIT licence.</p>"""


class AboutDialog(QDialog):
    """Icon, name, version and purpose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("About Tieout")
        picture = QLabel()
        picture.setPixmap(app_icon().pixmap(QSize(64, 64), QGuiApplication.primaryScreen().devicePixelRatio()))
        picture.setAlignment(Qt.AlignmentFlag.AlignTop)
        words = QLabel(WORDS)
        words.setWordWrap(True)
        words.setMinimumWidth(340)
        upper = QHBoxLayout()
        upper.setSpacing(24)
        upper.addWidget(picture)
        upper.addWidget(words, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addLayout(upper)
        layout.addWidget(buttons)
