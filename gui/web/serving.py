"""Serves a page and its pictures out of memory under an address of their own, and lets no other request through."""

from collections.abc import Mapping
from itertools import count

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QUrl
from PySide6.QtWebEngineCore import (
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
    QWebEngineUrlRequestJob,
    QWebEngineUrlSchemeHandler,
)

from core.read.pictures import media_type
from gui.web.engine import SCHEME
from gui.web.refused import Refused

POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src filing: data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""What a page may use: its own styles, the submission's pictures, and pictures that stand in the page itself."""

_NUMBERS = count(1)


class Served(QWebEngineUrlSchemeHandler):
    """One page and its pictures. Each page has an address that no page had before."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.url = QUrl()
        self._html = QByteArray()
        self._pictures: Mapping[str, bytes] = {}

    def hold(self, html: bytes, pictures: Mapping[str, bytes]) -> QUrl:
        """Serves this page from now on and no other; its address."""
        self.url = QUrl(f"{SCHEME.decode()}://page{next(_NUMBERS)}/")
        self._html, self._pictures = QByteArray(html), pictures
        return self.url

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        """The page, a picture, or nothing."""
        url = job.requestUrl()
        name = url.path().strip("/").rpartition("/")[2].lower()
        picture = self._pictures.get(name)
        if url.host() != self.url.host() or (name and picture is None):
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
        elif picture is not None:
            self._reply(job, media_type(name) or "image/png", QByteArray(picture))
        else:
            headers = {QByteArray(b"Content-Security-Policy"): [QByteArray(POLICY.encode())]}
            job.setAdditionalResponseHeaders(headers)  # type: ignore[arg-type]
            self._reply(job, "text/html; charset=utf-8", self._html)

    def _reply(self, job: QWebEngineUrlRequestJob, kind: str, data: QByteArray) -> None:
        buffer = QBuffer(job)
        buffer.setData(data)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        job.reply(QByteArray(kind.encode()), buffer)


class Gate(QWebEngineUrlRequestInterceptor):
    """Lets a page have itself, its pictures, and what stands in it; refuses and counts everything else."""

    def __init__(self, served: Served, refused: Refused, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._served, self._refused = served, refused

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        """Called for every request, before anything is asked for."""
        url = info.requestUrl()
        own = url.scheme() == SCHEME.decode() and url.host() == self._served.url.host()
        if not own and url.scheme() != "data":
            info.block(True)  # noqa: FBT003
            self._refused.add(url)
