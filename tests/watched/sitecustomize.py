"""Sockets watched, in every process that the tests run: none reaches another machine. Python reads this file at its start where
its folder is on the path, as the tests put it for the processes they begin."""

import os
import sys
from collections.abc import Callable

OWN = ("127.", "::1", "localhost")
"""How the addresses of this machine begin."""
OWN_NAMES = (None, "", b"", os.uname().nodename if hasattr(os, "uname") else "")
_RESOLVE = ("socket.getaddrinfo", "socket.gethostbyname")
_CONNECT = ("socket.connect", "socket.sendto")


class ReachedError(RuntimeError):
    """A process of the tests reaches for another machine, or for anything at all where it should not."""


def reached(event: str, arguments: tuple[object, ...]) -> str | None:
    """The address that a call reaches for; None for a call of another kind, and one of a socket that is a file."""
    if event in _CONNECT:
        address = arguments[1]
        return str(address[0]) if isinstance(address, tuple) else None
    if event in _RESOLVE and arguments[0] not in OWN_NAMES:
        host = arguments[0]
        return host.decode("ascii", "replace") if isinstance(host, bytes) else str(host)
    return None


_watching: list[Callable[[], bool]] = []
"""Who says now what may reach this machine: the last one."""


def watch(may_serve: Callable[[], bool], tell: Callable[[str], object]) -> None:
    """From now on what reaches elsewhere is told and fails; what reaches this machine too, unless that is allowed now. What
    was watched before in this process is not any more."""
    earlier = sys.modules.get("sitecustomize")
    for watching in (_watching, getattr(earlier, "_watching", _watching)):
        watching.clear()
    _watching.append(may_serve)

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if not event.startswith("socket.") or may_serve not in _watching:
            return
        host = reached(event, arguments)
        if host is not None and not (host.startswith(OWN) and may_serve()):
            tell(host)
            raise ReachedError(f"{event} to {host}")

    sys.addaudithook(hook)


if os.environ.get("TIEOUT_SOCKETS_WATCHED") and __name__ == "sitecustomize":
    watch(lambda: True, lambda host: print(f"sockets watched: {host}", file=sys.stderr))
