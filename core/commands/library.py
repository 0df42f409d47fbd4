"""The commands of a library: which folders it has, bringing it up to them, and searching it."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from core.console import FAILED, TIES, Parser, UsageError, fail, progress, unwritten, write, write_json

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from core.library.saved import Question
    from core.library.search import Hit, Limits
    from core.library.shelf import Shelf

COMMANDS = ("library", "search", "ask")
"""The first words that these take."""
_MOST = 50
"""Hits that are shown where nobody says how many."""
_SYNTAX = (
    'words that must all be there, "a phrase", begin*, one NEAR/5 other, one NOT other, one OR other, brackets; '
    "1,234 in whatever scale it is printed; 1000..2000 or 1.5m..2bn for what a number comes to"
)
_STATEMENTS = ("balance_sheet", "income_statement", "comprehensive_income", "cash_flow", "equity")


def add(commands: "_SubParsersAction[Parser]") -> None:
    """Makes the commands known."""
    told = "keeps folders of filings to be searched and asked: add, update, list, remove, figures"
    library = commands.add_parser("library", help=told, description=told)
    library.add_argument("task", choices=("add", "update", "list", "remove", "figures"))
    library.add_argument(
        "folders", type=Path, nargs="*", metavar="FOLDER", help="to add or to remove; files stay as they are"
    )
    library.add_argument("--library", type=Path, metavar="FILE", help="another library than your own")
    library.set_defaults(run=_library)
    told = "finds words and amounts in all filings of the library"
    search = commands.add_parser("search", help=told, description=told)
    search.add_argument("query", nargs="?", default="", help=_SYNTAX)
    search.add_argument("--company", default="", help="a part of its name, or its CIK")
    search.add_argument("--form", default="", help="10-K, 10-Q")
    search.add_argument("--years", default="", metavar="YEAR[-YEAR]", help="fiscal years")
    search.add_argument("--item", default="", metavar="N", help="an Item: 7, 1A")
    search.add_argument("--note", default="", metavar="N", help="a note of the statements by its number")
    search.add_argument("--statement", default="", choices=_STATEMENTS)
    search.add_argument("--most", type=int, default=_MOST, metavar="N", help=f"hits that are shown ({_MOST})")
    search.add_argument("--json", action="store_true", help="the hits as a list of objects")
    search.add_argument(
        "--to", type=Path, metavar="OUT", help="all hits as a table, and the filings without one: out.xlsx or out.csv"
    )
    search.add_argument("--save", default="", metavar="NAME", help="keeps this search by a name")
    search.add_argument(
        "--saved", nargs="?", const="", metavar="NAME", help="asks what was kept; without a name, lists it"
    )
    search.add_argument("--forget", default="", metavar="NAME", help="keeps a search no longer")
    search.add_argument("--library", type=Path, metavar="FILE", help="another library than your own")
    search.set_defaults(run=_search)
    _add_ask(commands)


def _add_ask(commands: "_SubParsersAction[Parser]") -> None:
    told = "asks the figures of the library: one line over companies and years, its parts, what was printed otherwise later"
    ask = commands.add_parser("ask", help=told, description=told)
    ask.add_argument("question", choices=("line", "parts", "restated"))
    ask.add_argument("line", nargs="?", default="", help="a caption or a concept: 'net sales', Assets")
    ask.add_argument("--company", default="", help="a part of its name, or its CIK")
    ask.add_argument("--years", default="", metavar="YEAR[-YEAR]", help="fiscal years")
    ask.add_argument("--json", action="store_true", help="the answer as a list of objects")
    ask.add_argument("--to", type=Path, metavar="OUT", help="the answer as a table, a figure a row: out.csv")
    ask.add_argument("--of", type=Path, metavar="FOLDER", help="a folder that `read` wrote, instead of the library")
    ask.add_argument("--library", type=Path, metavar="FILE", help="another library than your own")
    ask.set_defaults(run=_ask)


def _library(chosen: argparse.Namespace) -> int:
    if (chosen.task in ("add", "remove")) != bool(chosen.folders):
        raise UsageError(
            f"library {chosen.task}: " + ("no folder is named" if not chosen.folders else "takes no folder")
        )
    with _opened(chosen, new=chosen.task == "add") as shelf:
        if chosen.task == "list":
            return _list(shelf)
        if chosen.task == "figures":
            return _figures(shelf, chosen)
        for folder in chosen.folders:
            _change(shelf, folder.resolve(), add_it=chosen.task == "add")
        return _update(shelf)


@contextmanager
def _opened(chosen: argparse.Namespace, *, new: bool = False) -> Iterator["Shelf"]:
    from core.library.shelf import LibraryError, opened, own_place

    try:
        with opened(chosen.library or own_place(), new=new) as shelf:
            yield shelf
    except LibraryError as error:
        raise UsageError(str(error)) from None


def _change(shelf: "Shelf", folder: Path, *, add_it: bool) -> None:
    if not add_it:
        if not shelf.remove_folder(folder):
            raise UsageError(f"{folder} is no folder of the library")
    elif folder.is_dir():
        shelf.add_folder(folder)
    else:
        raise UsageError(f"{folder} is no folder")


def _update(shelf: "Shelf") -> int:
    from core.library.update import update
    from core.store.disk import own_store

    done = update(shelf, own_store(), progress)
    for kept in shelf.filings():
        if kept.why:
            fail(f"{kept.path.name} is left out: {kept.why}")
    for folder in done.missing:
        fail(f"{folder} is not there; what was read of it is kept")
    write(f"{done.read:,} read, {done.same:,} as they were, {done.gone:,} gone, {done.unreadable:,} not read\n")
    return FAILED if done.missing else TIES


def _figures(shelf: "Shelf", chosen: argparse.Namespace) -> int:
    from functools import partial

    from core.bulk import each
    from core.export.corpus_folder import CorpusError
    from core.library.data import bring_up
    from core.library.shelf import own_place
    from core.store.disk import own_store

    library = chosen.library or own_place()
    try:
        done = bring_up(shelf, library, partial(each, store=own_store()), progress)
    except CorpusError as error:
        raise UsageError(str(error)) from None
    write(
        f"{done.read:,} read, {done.failed:,} not read, {done.before:,} as they were, {done.again:,} the same as others\n"
    )
    return TIES


def _ask(chosen: argparse.Namespace) -> int:
    from core.library.answers import AnswerError, Asked, Question, opened
    from core.library.answers_table import as_objects, drawn, write_answer
    from core.library.data import place_beside
    from core.library.query import QueryError, years
    from core.library.shelf import LibraryError, own_place

    if not chosen.line and chosen.question != Question.RESTATED:
        raise UsageError(f"ask {chosen.question}: of which line?")
    try:
        asked = Asked(chosen.line, chosen.company, years(chosen.years))
        with opened(chosen.of or place_beside(chosen.library or own_place())) as answers:
            found = answers.to(Question(chosen.question), asked)
        if chosen.to is not None:
            write(f"{write_answer(found, chosen.to):,} rows: {chosen.to}\n")
            return TIES
    except OSError as error:
        raise UsageError(unwritten(chosen.to, error)) from None
    except (AnswerError, QueryError, LibraryError, ValueError) as error:
        raise UsageError(str(error)) from None
    if chosen.json:
        write_json(as_objects(found))
    else:
        write(drawn(found) or "nothing was found\n")
    return TIES


def _list(shelf: "Shelf") -> int:
    filings = shelf.filings()
    for folder in shelf.folders():
        write(f"{folder}\n")
        for kept in filings:
            if kept.path.is_relative_to(folder):
                told = " ".join(str(word) for word in (kept.form, kept.fiscal_year, kept.company) if word)
                write(f"  {kept.path.relative_to(folder)}  {kept.why or told}\n")
    return TIES


def _search(chosen: argparse.Namespace) -> int:
    from core.library.query import QueryError, years
    from core.library.saved import SearchesError
    from core.library.search import Limits, search

    try:
        asked = _asked(chosen)
        if asked is None:
            return TIES
        with _opened(chosen) as shelf:
            limits = Limits(asked.company, asked.form, years(asked.years), asked.item, asked.note, asked.statement)
            if chosen.to is not None:
                return _table(shelf, asked.query, limits, chosen.to)
            hits = search(shelf, asked.query, limits, max(1, chosen.most))
    except (QueryError, SearchesError) as error:
        raise UsageError(str(error)) from None
    if chosen.json:
        write_json([_object(hit) for hit in hits])
    else:
        write("".join(map(_drawn, hits)) or "nothing was found\n")
    return TIES


def _asked(chosen: argparse.Namespace) -> "Question | None":
    """What is asked, which is kept where the command line says so; None where the searches kept are all that is wanted."""
    from core.library.saved import Question, keep_search, own_searches, searches

    if chosen.forget or (chosen.saved == "" and not chosen.query):
        known = keep_search(own_searches(), chosen.forget, None) if chosen.forget else searches(own_searches())
        write("".join(_told(name, each) for name, each in known.items()) or "no search is saved\n")
        return None
    words = _saved(chosen.saved) if chosen.saved else {}
    asked = Question(
        **{"query": ""} | words | {key: said for key in Question._fields if (said := getattr(chosen, key))}
    )
    if not asked.query:
        raise UsageError("search: nothing is asked")
    if chosen.save:
        keep_search(own_searches(), chosen.save, asked)
    return asked


def _saved(name: str) -> dict[str, str]:
    """The words of a search that was kept."""
    from core.library.saved import own_searches, searches

    kept = searches(own_searches()).get(name)
    if kept is None:
        raise UsageError(f"there is no search called {name}")
    return kept._asdict()


def _told(name: str, asked: "Question") -> str:
    limits = "".join(f" --{key} {words}" for key, words in asked._asdict().items() if words and key != "query")
    return f"{name}: {asked.query}{limits}\n"


def _table(shelf: "Shelf", query: str, limits: "Limits", target: Path) -> int:
    from core.library.hits_table import answered, write_hits

    told = answered(shelf, query, limits)
    try:
        files = write_hits(told, target)
    except ValueError as error:
        raise UsageError(str(error)) from None
    except OSError as error:
        raise UsageError(unwritten(target, error)) from None
    filings = len({hit.path for hit in told.hits})
    names = ", ".join(map(str, files))
    write(f"{len(told.hits):,} hits in {filings:,} filings, {len(told.without):,} filings without one: {names}\n")
    return TIES


def _drawn(hit: "Hit") -> str:
    place = f"{hit.path}:{hit.line}" if hit.document == 1 else f"{hit.path} {hit.document}:{hit.line}"
    filing = " ".join(str(word) for word in (hit.company, hit.form, hit.fiscal_year) if word)
    return f"{place}\n  {' · '.join(word for word in (filing, hit.section) if word)}\n  {hit.sentence}\n"


def _object(hit: "Hit") -> dict[str, object]:
    return {**hit._asdict(), "path": str(hit.path)}
