"""The one client that asks EDGAR: as often as the pace lets it, with the reader's contact, and again where it may help."""

import email.utils
import json
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from core.edgar.pace import Pace
from core.edgar.settings import Places, Settings
from core.edgar.trouble import AnswerError, DamagedError, EdgarError, MissingError, PassingError, StoppedError

if TYPE_CHECKING:
    import httpx

Step = Callable[[int, int], None]
Say = Callable[[str], None]
Answer = TypeVar("Answer")
PAUSES = (1.0, 2.0, 4.0, 8.0, 16.0)
"""Seconds before what failed is asked for again, where the server names none; then it is given up."""
TOO_MANY = 600.0
"""Seconds that the Commission shuts one out who asked too often, where the answer names none."""
TIMEOUT = 30.0
"""Seconds without a byte after which a server is taken to have gone."""
MOST = 256 << 20
"""Bytes of a list; the longest are a few million."""
_TICK = 0.05
"""Seconds between two looks at whether an answer is still wanted."""
_OK, _PART, _MISSING, _FORBIDDEN, _BEYOND, _MANY, _BUSY = 200, 206, 404, 403, 416, 429, 503
_PASSING = frozenset({408, 500, 502, 504})
"""What a server answers that has trouble of its own."""


def nothing_to_say(_: str) -> None:
    """Whoever asks does not want to hear of it."""


def no_step(_: int, __: int) -> None:
    """Nothing is counted, and nothing stopped."""


class Client:
    """Asks the servers of these settings. Raises NotAllowedError at once where the reader has not agreed.

    `step` is called often with the bytes that came and those that will have, and ends everything by raising; `say` hears
    why something takes long.
    """

    def __init__(
        self,
        settings: Settings,
        places: Places,
        step: Step = no_step,
        say: Say = nothing_to_say,
        *,
        timeout: float = TIMEOUT,
        pauses: tuple[float, ...] = PAUSES,
    ) -> None:
        settings.check()
        import httpx  # takes long to import: nothing but this needs it

        self.settings, self.places, self.step, self._say, self._pauses = settings, places, step, say, pauses
        self._pace = Pace(places.cache, self.wait, say)
        self._http = httpx.Client(
            headers={"User-Agent": f"{settings.contact} (Tieout)"}, timeout=timeout, follow_redirects=False
        )

    def __enter__(self) -> "Client":
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()
        self._pace.close()

    def wait(self, seconds: float) -> None:
        """Waits, as long as the answer is wanted."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self.step(0, 0)
            time.sleep(min(left, _TICK))

    def patiently(self, ask: Callable[[], Answer]) -> Answer:
        """The answer, asked for again a few times where it may help; from the start of the count where something came of it.
        Raises EdgarError."""
        failed = 0
        while True:
            try:
                return ask()
            except PassingError as trouble:
                failed = 1 if trouble.further else failed + 1
                if failed > len(self._pauses):
                    raise _given_up(trouble) from None
                if trouble.wait is None:
                    self._say(f"{trouble}; asked again")
                    self.wait(self._pauses[failed - 1])

    def json(self, address: str) -> Any:
        """A list as the server keeps it. Raises EdgarError."""
        return self.patiently(lambda: self._json(address))

    def _json(self, address: str) -> Any:
        with self.answer(address) as response, telling():
            parts, size = [], 0
            for part in response.iter_bytes():
                size += len(part)
                self.step(0, 0)
                if size > MOST:
                    raise AnswerError(f"{address} is too long to be a list")
                parts.append(part)
        try:
            return json.loads(b"".join(parts))
        except ValueError:
            raise DamagedError(f"{address} is damaged") from None

    @contextmanager
    def answer(self, address: str, headers: Mapping[str, str] | None = None) -> Iterator["httpx.Response"]:
        """The answer to one request, whose body is still to come. Raises PassingError and EdgarError."""
        with telling():
            request = self._http.build_request("GET", address, headers=dict(headers or {}))
            with self._pace.turn():
                response = self._http.send(request, stream=True)
        try:
            self._check(response)
            yield response
        finally:
            response.close()

    def _check(self, response: "httpx.Response") -> None:
        status = response.status_code
        if status in (_OK, _PART, _BEYOND):
            return
        where = response.url
        if status == _MISSING:
            raise MissingError(f"{where} is not there")
        if status == _FORBIDDEN:
            raise StoppedError(
                f"the server refuses {where}: it may not take the contact, or was asked too often; try again in ten minutes"
            )
        if status == _MANY or (status == _BUSY and "retry-after" in response.headers):
            seconds = seconds_of(response.headers.get("retry-after"), time.time())
            wait = seconds if seconds is not None else TOO_MANY
            self._pace.rest(wait)
            raise PassingError(f"the server was asked too often ({status})", wait)
        if status == _BUSY or status in _PASSING:
            raise PassingError(f"the server has trouble of its own ({status})")
        raise EdgarError(f"{where} is answered with {status}, which is none of what was expected")


def _given_up(trouble: PassingError) -> EdgarError:
    if isinstance(trouble, DamagedError):
        return AnswerError(str(trouble))
    return StoppedError(f"{trouble}; what came is kept")


@contextmanager
def telling() -> Iterator[None]:
    """What the network does wrong may pass. Raises PassingError for it."""
    import httpx

    try:
        yield
    except httpx.TimeoutException:
        raise PassingError("the server is silent") from None
    except (httpx.TransportError, httpx.DecodingError) as error:
        raise PassingError(f"the connection failed: {error or type(error).__name__}") from None
    except httpx.InvalidURL as error:
        raise EdgarError(f"that is no address: {error}") from None


def seconds_of(said: str | None, now: float) -> float | None:
    """What `Retry-After` says, in seconds or as a date; None where it says nothing that is known."""
    if said is None:
        return None
    if said.strip().isdecimal():
        return float(said.strip())
    try:
        return max(0.0, email.utils.parsedate_to_datetime(said).timestamp() - now)
    except (ValueError, OverflowError):
        return None
