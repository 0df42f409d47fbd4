"""Nothing leaves a page and nothing runs in it, and what it was refused is counted: by each wall alone, and by all."""

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from gui.web import serving
from gui.web.page_view import RenderedPage
from tests.gui.web.conftest import Opened
from tests.gui.web.hands import answer, is_painted
from tests.gui.web.hostile import REACHES, SHOWN, hostile
from tests.gui.web.made_up import as_filed

pytestmark = pytest.mark.server

OPEN = "default-src * 'unsafe-inline' 'unsafe-eval' data: blob: file: filing:"


class Server:
    """Takes every connection and remembers what was asked."""

    def __init__(self) -> None:
        self.heard: list[bytes] = []
        self._socket = socket.socket()
        self._socket.bind(("127.0.0.1", 0))
        self._socket.listen(64)
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            connection, _ = self._socket.accept()
            with connection:
                connection.settimeout(0.2)
                try:
                    words = connection.recv(100)
                except OSError:
                    words = b"(a connection)"
                if words == b"stop":
                    return
                self.heard.append(words)

    def stop(self) -> None:
        with socket.create_connection(self._socket.getsockname()) as connection:
            connection.sendall(b"stop")
        self._thread.join(5)
        self._socket.close()


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.stop()


def settled(page: RenderedPage, qtbot: QtBot) -> set[str]:
    """What was refused, when for a while nothing more was."""
    count = -1
    while count != len(page.page.refused.addresses):
        count = len(page.page.refused.addresses)
        qtbot.wait(250)
    return page.page.refused.addresses


def shown(page: RenderedPage, qtbot: QtBot) -> str:
    return str(answer(page, qtbot, "document.title + ' ' + document.body.innerText"))


@pytest.fixture
def secret(tmp_path: Path) -> str:
    path = tmp_path / "secret.html"
    path.write_text("<p>secret</p>")
    return path.as_uri()


def test_nothing_leaves_nothing_runs_and_all_is_counted(
    opened: Opened, qtbot: QtBot, server: Server, secret: str
) -> None:
    counts: list[int] = []
    page = opened(as_filed("", hostile(server.address, secret).encode()))
    page.refused.connect(counts.append)
    refused = settled(page, qtbot)
    assert {f"{server.address}/{name}" for name in REACHES} - refused == set()
    assert {f"{server.address}/base", f"{server.address}/refresh", secret} <= refused
    assert page.page.requestedUrl() == page.page._served.url
    words = shown(page, qtbot)
    assert words.startswith("calm ")
    assert all(word in words for word in SHOWN)
    assert "secret" not in words
    assert server.heard == []
    assert counts == list(range(counts[0], len(refused) + 1))


@pytest.mark.parametrize("link", ["away", "script", "disk", "window", "load", "send"])
def test_no_link_and_no_button_leads_away(opened: Opened, qtbot: QtBot, server: Server, secret: str, link: str) -> None:
    calm = hostile(server.address, secret).replace('http-equiv="refresh"', 'name="calm"')
    page = opened(as_filed("", calm.encode()))
    place = "(() => {{ const box = document.getElementById('{}').getBoundingClientRect();"
    place += " return `${{Math.round(box.left + 5)}} ${{Math.round(box.top + 5)}}`; }})()"
    answer(page, qtbot, f"document.getElementById('{link}').scrollIntoView()")
    x, y = (int(part) * page.view.zoomFactor() for part in str(answer(page, qtbot, place.format(link))).split())
    before = len(settled(page, qtbot))
    at = QPoint(round(x), round(y))
    is_painted(page, qtbot)
    qtbot.mouseClick(page.view.focusProxy(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    qtbot.wait(150)
    assert shown(page, qtbot).startswith("calm ")
    assert server.heard == []
    assert len(page.page.refused.addresses) >= before + (link in ("away", "send"))


def test_without_its_policy_the_gate_alone_refuses(
    opened: Opened, qtbot: QtBot, server: Server, secret: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving, "POLICY", OPEN)
    page = opened(as_filed("", hostile(server.address, secret).encode()))
    refused = settled(page, qtbot)
    assert {f"{server.address}/{name}" for name in ("x.png", "a.css", "font.woff", "v.mp4", "prefetch")} <= refused
    assert shown(page, qtbot).startswith("calm ")
    assert server.heard == []


def test_without_the_gate_no_address_can_be_reached(
    opened: Opened, qtbot: QtBot, server: Server, secret: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving, "POLICY", OPEN)
    monkeypatch.setattr(serving.Gate, "interceptRequest", lambda *_: None)
    page = opened(as_filed("", hostile(server.address, secret).encode()))
    settled(page, qtbot)
    assert shown(page, qtbot).startswith("calm ")
    assert server.heard == []


def test_the_page_cannot_speak_as_our_script(opened: Opened, qtbot: QtBot) -> None:
    page = opened(as_filed("words\n", b'<p data-at="0" onclick="console.log(TOKEN)">words</p>'))
    assert answer(page, qtbot, "typeof TOKEN") == "string"
    said: list[object] = []
    page.page.runJavaScript("typeof TOKEN", 0, said.append)
    qtbot.wait(100)
    assert said in ([], [""])
