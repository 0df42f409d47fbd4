"""The commands without a window: inspect, text, check, compare, years, export, why, rules, learn, get, and those of many filings.

Exit codes: 0 done, 1 a sum is off, 2 not done, whatever the reason.
"""

import argparse
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from core.analysis import Analysis, analyse
from core.checks.check import Status
from core.collector import resting
from core.commands import bulk, edgar, library
from core.console import FAILED, OFF, TIES, Parser, UsageError, close_quietly, fail, unwritten, write, write_json
from core.contract import as_json
from core.read.submission import read
from core.read.unreadable import UnreadableError
from core.target import TargetError, put

if TYPE_CHECKING:
    from core.compare.filings import Comparison, Pair
    from core.years.history import History
    from core.years.measures import Measures

COMMANDS = (
    "inspect",
    "text",
    "check",
    "compare",
    "years",
    "export",
    "why",
    "rules",
    "learn",
    *bulk.COMMANDS,
    *library.COMMANDS,
    *edgar.COMMANDS,
)
"""The first words that `run` takes."""

_PLACE = (
    "a line (120, or 2:120 in document 2), the id of a section or a statement, or a row, a column head or a figure of one "
    "(income-statement:3, income-statement::1, income-statement:3:1; rows and columns count from 1)"
)


def run(arguments: list[str]) -> int:
    """Runs one command, from its name on; the exit code."""
    try:
        chosen = _parser().parse_args(arguments)
        code = int(chosen.run(chosen))
        if sys.stdout is not None:
            sys.stdout.flush()
    except (UnreadableError, UsageError, TargetError) as error:
        return fail(str(error))
    except BrokenPipeError:
        close_quietly()
        return FAILED  # whoever read it had enough: no word, but what was not written is not done
    except OSError as error:
        close_quietly()
        return fail(f"the output cannot be written: {error.strerror or error}")
    except KeyboardInterrupt:
        return fail("stopped")
    except SystemExit as stopped:
        return stopped.code if isinstance(stopped.code, int) else FAILED
    except Exception as error:  # noqa: BLE001 - a fault of ours must not end like a sum that is off
        return fail(_fault(error))
    return code


def _fault(error: Exception) -> str:
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(place.filename).name}, line {place.lineno}"
    return f"Fault in Tieout ({where}): {type(error).__name__}: {error}"


def _add_check(check: argparse.ArgumentParser) -> None:
    check.add_argument("files", type=Path, nargs="+", metavar="FILE", help="filings, or folders of them")
    check.add_argument(
        "--json", action="store_true", help="every check, those that tie too; a list for several filings"
    )
    check.add_argument("--to", type=Path, metavar="OUT", help="writes a report: out.xlsx or out.html")
    check.set_defaults(run=_check)


def _parser() -> Parser:
    parser = Parser(prog="main.py", description="Reads SEC filings; every figure shows where it was read.")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    def command(name: str, told: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=told, description=told)
        added.add_argument("file", type=Path, metavar="FILE")
        return added

    inspect = command("inspect", "prints the tree and the statements of a filing")
    inspect.add_argument(
        "--json", action="store_true", help="everything, as resources/schema/filing.schema.json describes it"
    )
    inspect.set_defaults(run=_inspect)
    text = command("text", "prints the text of a document, exactly, so that places can be checked")
    text.add_argument("--document", type=int, default=1, metavar="N", help="its number in the submission, from 1")
    text.set_defaults(run=_text)
    told = "holds the sums of filings against each other; exit code 1 where one is off"
    _add_check(commands.add_parser("check", help=told, description=told))
    export = command("export", "writes the statements and tables to a spreadsheet, CSV or JSON")
    export.add_argument("--to", type=Path, required=True, metavar="OUT", help="out.xlsx, out.csv or out.json")
    export.set_defaults(run=_export)
    compare = command(
        "compare", "prints what changed between two filings: restated figures, and the words of every section"
    )
    _add_comparison(compare)
    compare.set_defaults(run=_compare)
    told = "the statements of one company over all the filings given, year beside year"
    _add_years(commands.add_parser("years", help=told, description=told))
    why = command("why", "tells why a place is read as it is: what was decided, the clues, and what else it could be")
    why.add_argument("place", metavar="PLACE", help=_PLACE)
    why.add_argument("--json", action="store_true", help="the same as one object")
    why.set_defaults(run=_why)
    told = "lists every rule of reading, and how often each decided over the files given"
    rules = commands.add_parser("rules", help=told, description=told)
    rules.add_argument("files", type=Path, nargs="*", metavar="FILE")
    rules.add_argument("--json", action="store_true", help="the same as one object")
    rules.set_defaults(run=_rules)
    told = "learns from tagged filings which concepts captions have, and prints how well it tells those of others"
    learn = commands.add_parser("learn", help=told, description=told)
    learn.add_argument("files", type=Path, nargs="+", metavar="FILE")
    learn.add_argument(
        "--to", type=Path, metavar="OUT", help="where the table is written: resources/concepts/captions.tsv"
    )
    learn.set_defaults(run=_learn)
    bulk.add(commands)
    library.add(commands)
    edgar.add(commands)
    return parser


def _add_comparison(compare: argparse.ArgumentParser) -> None:
    compare.add_argument("other", type=Path, metavar="OTHER")
    compare.add_argument("--section", metavar="ID", help="one section's changes, word by word")
    compare.add_argument("--json", action="store_true", help="every changed passage of every section")
    compare.add_argument(
        "--to",
        type=Path,
        metavar="OUT",
        help="out.html, a page that stands alone, both filings side by side; out.docx, tracked changes for Word",
    )


def _add_years(years: argparse.ArgumentParser) -> None:
    years.add_argument("files", type=Path, nargs="+", metavar="FILE", help="filings, or folders of them")
    out = years.add_mutually_exclusive_group()
    out.add_argument(
        "--json", action="store_true", help="everything, as resources/schema/history.schema.json describes it"
    )
    out.add_argument(
        "--to",
        type=Path,
        metavar="OUT",
        help="out.xlsx, a workbook with growth and common size as formulas; out.parquet, a row for each figure; out.json",
    )
    years.add_argument(
        "--measures",
        type=Path,
        nargs="?",
        const=Path(),
        metavar="OWN.toml",
        help="margins, returns and the like instead of the statements, your own from a file (docs/measures.md)",
    )
    years.set_defaults(run=_years)


def _inspect(chosen: argparse.Namespace) -> int:
    analysis = analyse(chosen.file)
    if chosen.json:
        write_json(as_json(analysis))
    else:
        from core.terminal import drawn

        write(drawn(analysis))
    return TIES


def _text(chosen: argparse.Namespace) -> int:
    filing = read(chosen.file)
    if not 1 <= chosen.document <= len(filing.documents):
        raise UsageError(f"{filing.name} has {len(filing.documents)} documents, there is no document {chosen.document}")
    write(filing.document(chosen.document).source.text)
    return TIES


def _check(chosen: argparse.Namespace) -> int:
    analyses = _readable(chosen.files)
    if chosen.to is not None:
        _report(analyses, chosen.to)
    if chosen.json:
        told = [_checks_json(analysis) for analysis in analyses]
        write_json(told[0] if len(told) == 1 else told)
    else:
        from core.terminal import checked

        write("".join(map(checked, analyses)))
    off = any(check.status is Status.OFF for analysis in analyses for check in analysis.checks)
    return OFF if off else TIES


def _readable(paths: list[Path]) -> tuple[Analysis, ...]:
    """The filings named, and those of the folders named; of those that cannot be read a line says why."""
    if len(paths) == 1 and not paths[0].is_dir():
        return (analyse(paths[0]),)
    from core.folder import files, read_all

    read_of = read_all(files(paths))
    for path, why in read_of.unreadable.items():
        fail(f"{path.name}: {why}")
    if not read_of.analyses:
        raise UsageError("there is no filing among these files")
    return read_of.analyses


def _checks_json(analysis: Analysis) -> dict[str, object]:
    whole = as_json(analysis)
    return {key: whole[key] for key in ("schema", "file", "filing", "checks")}


def _report(analyses: tuple[Analysis, ...], target: Path) -> None:
    from core.export import export_checks

    try:
        export_checks(analyses, target)
    except ValueError as error:
        raise UsageError(str(error)) from None
    except OSError as error:
        raise UsageError(unwritten(target, error)) from None


def _export(chosen: argparse.Namespace) -> int:
    from core.export import export

    try:
        export(analyse(chosen.file), chosen.to)
    except ValueError as error:
        raise UsageError(str(error)) from None
    except OSError as error:
        raise UsageError(unwritten(chosen.to, error)) from None
    return TIES


def _compare(chosen: argparse.Namespace) -> int:
    from core.compare.report import NoSectionError, in_order, passages, summary, wanted
    from core.store.disk import own_store

    store = own_store()
    old, new = in_order(store.reading(chosen.file), store.reading(chosen.other))
    try:
        if chosen.json or chosen.to:
            _write_comparison(*wanted(old, new, chosen.section), chosen)
        else:
            write(passages(old, new, chosen.section) if chosen.section else summary(old, new))
    except NoSectionError as error:
        raise UsageError(str(error)) from None
    return TIES


def _write_comparison(comparison: "Comparison", only: "Pair | None", chosen: argparse.Namespace) -> None:
    from core.compare.export import as_html, as_json

    if chosen.json:
        write_json(as_json(comparison, only))
        return
    suffix = chosen.to.suffix.lower()
    if suffix not in (".html", ".htm", ".docx"):
        raise UsageError(f"{chosen.to.name}: a comparison is written as .html or .docx")
    try:
        if suffix == ".docx":
            from core.compare.redline_document import as_docx

            data = as_docx(comparison, only)
        else:
            data = as_html(comparison, only).encode()
        put(chosen.to, data, (chosen.file, chosen.other))
    except OSError as error:
        raise UsageError(unwritten(chosen.to, error)) from None


def _years(chosen: argparse.Namespace) -> int:
    from core.folder import files, read_all
    from core.years.history import history, of_one_company

    read_of = read_all(files(chosen.files))
    own, others = of_one_company(read_of.analyses)
    for path, why in read_of.unreadable.items():
        fail(f"{path.name} is left out: {why}")
    for one in others:
        fail(f"{one.path.name} is left out: it is of another company")
    if not own:
        raise UsageError("there is no filing among these files")
    with resting():
        if chosen.measures is not None:
            _write_measures(own, chosen)
        else:
            _write_years(history(own), chosen)
    return TIES


def _write_measures(own: tuple[Analysis, ...], chosen: argparse.Namespace) -> None:
    from core.export.measures import as_json as measures_json
    from core.export.measures import as_text
    from core.years.history import history
    from core.years.measures import MeasuresError, measures_of, own_file, with_file

    if chosen.to and chosen.to.suffix.lower() != ".xlsx":
        raise UsageError("measures are printed, as text or as --json, or stand in a workbook (--to out.xlsx)")
    named = chosen.measures != Path()
    if named and not chosen.measures.is_file():
        raise UsageError(f"{chosen.measures.name} is not there: no such file.")
    try:
        wanted = with_file(chosen.measures if named else own_file())
    except MeasuresError as error:
        raise UsageError(str(error)) from None
    if chosen.to:
        _write_history(history(own), chosen.to, wanted)
        return
    table = measures_of(own, wanted)
    if chosen.json:
        write_json(measures_json(table, {one.path: one for one in own}))
    else:
        write(as_text(table))


def _write_years(told: "History", chosen: argparse.Namespace) -> None:
    if chosen.json:
        from core.export.history import as_json as history_json

        write_json(history_json(told))
    elif chosen.to:
        _write_history(told, chosen.to)
    else:
        from core.export.history import as_text

        write(as_text(told))


def _write_history(told: "History", to: Path, wanted: "Measures | None" = None) -> None:
    from core.export import export_history

    try:
        export_history(told, to, wanted)
    except ValueError as error:
        raise UsageError(str(error)) from None
    except OSError as error:
        raise UsageError(unwritten(to, error)) from None


def _why(chosen: argparse.Namespace) -> int:
    from core.places import Places
    from core.why import PlaceError, why
    from core.why_report import as_json as why_json
    from core.why_report import as_text

    places = Places(analyse(chosen.file))
    try:
        answer = why(places, chosen.place)
    except PlaceError as error:
        raise UsageError(str(error)) from None
    if chosen.json:
        write_json(why_json(places, answer))
    else:
        write(as_text(places, answer))
    return TIES


def _rules(chosen: argparse.Namespace) -> int:
    from core import rules_report

    counted = rules_report.counts(chosen.files) if chosen.files else None
    if chosen.json:
        write_json(rules_report.as_json(counted))
    else:
        write(rules_report.as_text(counted))
    return TIES


def _learn(chosen: argparse.Namespace) -> int:
    from core import learning

    known = learning.examples(chosen.files)
    if not known:
        raise UsageError("none of these filings has a tagged statement")
    if chosen.to is not None:
        try:
            put(chosen.to, learning.as_text(learning.learnt(known)).encode(), chosen.files)
        except OSError as error:
            raise UsageError(unwritten(chosen.to, error)) from None
    write(learning.report(known))
    return TIES
