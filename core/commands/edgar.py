"""The command that fetches filings from EDGAR, and what the reader says about that."""

import argparse
import datetime
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from core.console import FAILED, TIES, Parser, UsageError, fail, progress, write, write_json

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from core.edgar.client import Client
    from core.edgar.download import Gathered
    from core.edgar.listing import History, Listed, Wanted
    from core.edgar.settings import Places, Settings

COMMANDS = ("get",)
"""The first words that these take."""
_DEFAULT = "default"
_LATE = 3
"""Days for which a filing may be listed after the day it was filed."""
_MILLION = 1e6
"""Bytes in what is told as MB."""


def add(commands: "_SubParsersAction[Parser]") -> None:
    """Makes the commands known."""
    told = "fetches filings from EDGAR, as often a second as the Commission allows; never before you agree"
    get = commands.add_parser("get", help=told, description=told)
    get.add_argument(
        "wanted",
        nargs="*",
        metavar="COMPANY|FILING",
        help="tickers, CIKs or names of companies; accession numbers or addresses of filings",
    )
    get.add_argument(
        "--forms", default="", metavar="FORM[,FORM]", help="10-K,10-K405 or 10-Q*; annual reports if not said"
    )
    get.add_argument(
        "--years", default="", metavar="YEAR[-YEAR]", help="years in which they were filed; all if not said"
    )
    get.add_argument("--to", type=Path, metavar="FOLDER", help="where they are put; if not said, in your own library")
    get.add_argument("--list", action="store_true", help="prints which there are, and fetches none")
    get.add_argument("--json", action="store_true", help="the same as one object")
    _add_watch(get)
    _add_settings(get)
    get.set_defaults(run=_get)


def _add_watch(get: argparse.ArgumentParser) -> None:
    watch = get.add_mutually_exclusive_group()
    watch.add_argument("--watch", action="store_true", help="watches these companies from now on, and fetches")
    watch.add_argument("--unwatch", action="store_true", help="watches these companies no more")
    watch.add_argument("--update", action="store_true", help="fetches what is new of all companies watched")
    watch.add_argument("--watched", action="store_true", help="prints which companies are watched")


def _add_settings(get: argparse.ArgumentParser) -> None:
    said = get.add_argument_group("what is kept")
    said.add_argument(
        "--contact", metavar='"NAME MAIL"', help="who you are, which goes with every request; with --agree"
    )
    said.add_argument("--agree", action="store_true", help="you agree that the Commission's servers are asked")
    said.add_argument("--network", choices=("on", "off"), help="off: nothing is ever asked of any other machine")
    said.add_argument("--www", metavar="ADDRESS", help=f"another server of filings and names, or {_DEFAULT}")
    said.add_argument("--data", metavar="ADDRESS", help=f"another server of lists of filings, or {_DEFAULT}")


def _get(chosen: argparse.Namespace) -> int:
    from core.edgar.settings import load, places
    from core.edgar.trouble import EdgarError, NotAllowedError

    try:
        own = places()
        settings = _said(chosen, load(own.settings), own)
        if chosen.watched:
            return _list_watched(settings)
        if not chosen.wanted and not chosen.update:
            return _told(chosen, settings, own)
        if chosen.unwatch:
            return _unwatch(chosen.wanted, settings, own)
        settings.check()
        return _update(settings, own) if chosen.update else _fetch(chosen, settings, own)
    except NotAllowedError as error:
        how = (
            "main.py get --network on" if "off" in str(error) else 'main.py get --agree --contact "Your Name you@mail"'
        )
        raise UsageError(f"{error}: {how}") from None
    except EdgarError as error:
        raise UsageError(str(error)) from None


# what is kept


def _said(chosen: argparse.Namespace, settings: "Settings", own: "Places") -> "Settings":
    """The settings with what the command line says of them, which is kept."""
    from core.edgar.settings import DATA, WWW, agreed, keep

    before = settings
    if bool(chosen.agree) != (chosen.contact is not None):
        raise UsageError("--agree and --contact are given together")
    if chosen.agree:
        settings = agreed(settings, chosen.contact)
    if chosen.network:
        settings = replace(settings, on=chosen.network == "on")
    settings = replace(
        settings,
        www=_address(chosen.www, WWW) or settings.www,
        data=_address(chosen.data, DATA) or settings.data,
    )
    if settings != before:
        keep(settings, own.settings)
    return settings


def _address(said: str | None, usual: str) -> str:
    """The address of a server as it is kept; empty where nothing is said of it."""
    from core.edgar.settings import checked_address

    if said is None:
        return ""
    return usual if said == _DEFAULT else checked_address(said)


def _told(chosen: argparse.Namespace, settings: "Settings", own: "Places") -> int:
    """What is kept, where nothing is to be fetched."""
    if not (chosen.agree or chosen.network or chosen.www or chosen.data):
        raise UsageError("get: no company and no filing is named")
    write(f"network: {'on' if settings.on else 'off'}\n")
    write(f"agreed: {'yes' if settings.agreed else 'no'}\n")
    write(f"contact: {settings.contact or 'none'}\n")
    write(f"servers: {settings.www}, {settings.data}\n")
    write(f"filings: {_folder(settings, own)}\n")
    return TIES


def _folder(settings: "Settings", own: "Places") -> Path:
    return Path(settings.folder) if settings.folder else own.filings


# fetching


def _wanted(chosen: argparse.Namespace) -> "Wanted":
    from core.edgar.listing import FORMS, Wanted
    from core.library.query import QueryError, years

    forms = tuple(form.strip() for form in chosen.forms.split(",") if form.strip())
    try:
        return Wanted(forms or FORMS, years(chosen.years))
    except QueryError as error:
        raise UsageError(str(error)) from None


def _fetch(chosen: argparse.Namespace, settings: "Settings", own: "Places") -> int:
    from core.edgar.client import Client
    from core.edgar.download import gather
    from core.edgar.names import filing_of

    wanted, folder = _wanted(chosen), (chosen.to or _folder(settings, own)).absolute()
    single = [filing for filing in map(filing_of, chosen.wanted) if filing is not None]
    if single and (chosen.list or chosen.watch):
        raise UsageError("a company is listed or watched, and no filing")
    with Client(settings, own, say=_say) as client:
        told = _histories(client, [words for words in chosen.wanted if filing_of(words) is None], wanted)
        if chosen.list:
            return _list(told, as_json=chosen.json)
        if chosen.watch:
            _watch(told, wanted, folder, settings, own)
        every = [*single, *(each.filing for one in told for each in one.filings)]
        gathered = gather(client, every, folder, progress)
    return _ended(gathered, len(every), folder, into_library=folder == own.filings, as_json=chosen.json)


def _histories(client: "Client", companies: Iterable[str], wanted: "Wanted") -> list["History"]:
    from core.edgar.listing import company, history

    return [history(client, company(client, words), wanted) for words in companies]


def _say(words: str) -> None:
    fail(words)


def _line(listed: "Listed") -> str:
    size = f"{listed.size / _MILLION:,.1f} MB" if listed.size else ""
    return f"{listed.filed}  {listed.form:<10}  {listed.filing.accession}  {listed.period:<10}  {size}".rstrip() + "\n"


def _list(told: list["History"], *, as_json: bool) -> int:
    if as_json:
        write_json([_object(each) for one in told for each in one.filings])
        return TIES
    for one in told:
        write(f"{one.company.name} (CIK {one.company.cik}): {len(one.filings):,} filings\n")
        write("".join(map(_line, one.filings)))
    return TIES


def _object(listed: "Listed") -> dict[str, object]:
    return {**listed._asdict(), "filing": None, **listed.filing._asdict()}


def _ended(gathered: "Gathered", of: int, folder: Path, *, into_library: bool, as_json: bool) -> int:
    """Tells what came, and has the library read it where it has the folder; the exit code."""
    for failed in gathered.failed:
        fail(f"{failed.filing.accession} is not fetched: {failed.why}")
    if gathered.stopped:
        fail(gathered.stopped)
    new, missing = len(gathered.new), of - len(gathered.fetched)
    if as_json:
        write_json([{"path": str(each.path), "new": not each.before} for each in gathered.fetched])
    else:
        write("".join(f"{path}\n" for path in gathered.new))
        write(f"{new:,} fetched, {len(gathered.fetched) - new:,} there before, {missing:,} not fetched: {folder}\n")
    if gathered.fetched:
        _read(folder, own=into_library)
    return FAILED if missing else TIES


def _read(folder: Path, *, own: bool) -> None:
    """The library reads what is new, where the folder is one of its own or is to be."""
    from core.library.fetched import take_in
    from core.library.shelf import LibraryError

    try:
        done = take_in(folder, progress, own=own)
    except LibraryError as error:
        fail(f"the library has not read them: {error}")
    else:
        if done is not None:
            fail(f"the library has read {done.read:,} of them")


# watching


def _watch(told: list["History"], wanted: "Wanted", folder: Path, settings: "Settings", own: "Places") -> None:
    from core.edgar.settings import Watched, keep
    from core.edgar.watch import with_watched

    today = datetime.datetime.now(tz=datetime.UTC).date()
    since = (today - datetime.timedelta(days=_LATE)).isoformat()
    for one in told:
        settings = with_watched(settings, Watched(one.company.cik, one.company.name, wanted.forms, since, str(folder)))
    keep(settings, own.settings)


def _unwatch(named: Iterable[str], settings: "Settings", own: "Places") -> int:
    from core.edgar.names import cik_of
    from core.edgar.settings import keep
    from core.edgar.watch import without_watched

    for words in named:
        meant = [
            each for each in settings.watched if each.cik == cik_of(words) or words.casefold() in each.name.casefold()
        ]
        if len(meant) != 1:
            raise UsageError(f"{words} is {'none' if not meant else 'more than one'} of the companies watched")
        settings = without_watched(settings, meant[0].cik)
    keep(settings, own.settings)
    return _list_watched(settings)


def _list_watched(settings: "Settings") -> int:
    for each in settings.watched:
        write(f"{each.name} (CIK {each.cik}): {', '.join(each.forms)} since {each.since}: {each.folder}\n")
    if not settings.watched:
        write("no company is watched\n")
    return TIES


def _update(settings: "Settings", own: "Places") -> int:
    """Fetches what is new of all companies watched; how far it came is kept after each."""
    from core.edgar.client import Client
    from core.edgar.settings import keep
    from core.edgar.watch import update, with_watched

    failed, folders = 0, set[str]()
    keep_it: Callable[[Settings], None] = lambda changed: keep(changed, own.settings)  # noqa: E731
    with Client(settings, own, say=_say) as client:
        for each in settings.watched:
            news = update(client, each, progress)
            settings = with_watched(settings, news.watched)
            keep_it(settings)
            failed += bool(news.why or news.gathered.failed or news.gathered.stopped)
            _tell_news(news.watched.name, news.gathered, news.why)
            if news.gathered.new:
                folders.add(each.folder)
            if news.gathered.stopped:
                break
    for folder in sorted(folders):
        _read(Path(folder), own=Path(folder) == own.filings)
    return FAILED if failed else TIES


def _tell_news(name: str, gathered: "Gathered", why: str) -> None:
    for each in gathered.failed:
        fail(f"{each.filing.accession} is not fetched: {each.why}")
    if why or gathered.stopped:
        fail(f"{name}: {why or gathered.stopped}")
    write(f"{name}: {len(gathered.new):,} new\n" + "".join(f"  {path}\n" for path in gathered.new))
