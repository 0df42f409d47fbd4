"""One page of the web engine: nothing in it runs, it goes nowhere, and it speaks with the window by a word of its own."""

import json
import secrets
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtWebEngineCore import (
    QWebEngineDownloadRequest,
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineProfile,
    QWebEngineScript,
    QWebEngineSettings,
)

from gui.web.engine import SCHEME
from gui.web.refused import Refused
from gui.web.serving import Gate, Served

SCRIPT = Path(__file__).parent.parent.parent / "resources" / "web" / "filed.js"
APART = QWebEngineScript.ScriptWorldId.ApplicationWorld
"""The world in which our own script runs: it sees what is drawn, and the page does not see it."""

_ON = QWebEngineSettings.WebAttribute
_LET = frozenset({_ON.AutoLoadImages, _ON.ShowScrollBars})


class FiledPage(QWebEnginePage):
    """Shows one page at a time, out of memory, in a profile that keeps nothing."""

    told = Signal(str, object)
    """What our script has to say: a kind (`click`, `over`, `view`, `ready`, `whole`) and its value."""
    linked = Signal(str)
    """The reader followed a link to another document of the submission; its file name."""

    def __init__(self, profile: QWebEngineProfile, parent: QObject | None = None) -> None:
        super().__init__(profile, parent)
        self.refused = Refused(self)
        self._token = secrets.token_hex(16)
        self._served = Served(self)
        self._gate = Gate(self._served, self.refused, self)
        profile.installUrlSchemeHandler(SCHEME, self._served)
        profile.setUrlRequestInterceptor(self._gate)
        profile.downloadRequested.connect(_refuse_download)
        self.permissionRequested.connect(QWebEnginePermission.deny)
        self.fullScreenRequested.connect(lambda request: request.reject())
        self._settle()

    def _settle(self) -> None:
        settings = self.settings()
        for attribute in _ON:
            settings.setAttribute(attribute, attribute in _LET)
        settings.setUnknownUrlSchemePolicy(QWebEngineSettings.UnknownUrlSchemePolicy.DisallowUnknownUrlSchemes)
        script = QWebEngineScript()
        script.setName("filed")
        script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentCreation)
        script.setWorldId(APART)
        script.setRunsOnSubFrames(False)
        words = SCRIPT.read_text(encoding="utf-8")
        script.setSourceCode(f"const TOKEN = {json.dumps(self._token)};\n{words}")
        self.scripts().insert(script)

    def open(self, html: bytes, pictures: Mapping[str, bytes]) -> None:
        """Shows a page instead of the one before."""
        self.refused.clear()
        self.setUrl(self._served.hold(html, pictures))

    def ask(self, name: str, *values: object) -> None:
        """Lets our script do something by this name."""
        self.runJavaScript(f"filed.{name}({','.join(map(json.dumps, values))})", APART)

    # what a page may not do

    def javaScriptConsoleMessage(
        self, level: QWebEnginePage.JavaScriptConsoleMessageLevel, message: str, line: int, source: str
    ) -> None:
        """Our script's words begin with a token that no page can know; others are the engine's, of what it refused."""
        del level, line, source
        if not message.startswith(self._token):
            self.refused.hear(message)
            return
        kind, value = json.loads(message.removeprefix(self._token))
        self.told.emit(kind, value)

    def acceptNavigationRequest(
        self, url: QUrl | str, kind: QWebEnginePage.NavigationType, is_main_frame: bool
    ) -> bool:
        """Within the page only; a link to another document of the submission is told, any other address refused."""
        url, plain = QUrl(url), QUrl(url)
        plain.setFragment(None)  # type: ignore[arg-type]
        if is_main_frame and plain == self._served.url:
            return True
        clicked = kind is QWebEnginePage.NavigationType.NavigationTypeLinkClicked
        if clicked and url.scheme() == SCHEME.decode() and url.host() == self._served.url.host():
            self.linked.emit(url.fileName())
        elif url.scheme() != SCHEME.decode():
            self.refused.add(url)
        return False

    def createWindow(self, kind: QWebEnginePage.WebWindowType) -> QWebEnginePage:
        """None: a page opens no window."""
        del kind
        return None  # type: ignore[return-value]

    def javaScriptAlert(self, origin: QUrl | str, words: str) -> None:
        """Nothing."""

    def javaScriptConfirm(self, origin: QUrl | str, words: str) -> bool:
        """No."""
        del origin, words
        return False


def _refuse_download(request: QWebEngineDownloadRequest) -> None:
    request.cancel()
