"""The list of all rules as lines of text and as JSON, with how often each decided over some filings."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from core.analysis import Analysis, analyse
from core.evidence import Verdict, counted, hearing
from core.judgements import of_filing
from core.rules import Named, Spoken, rules
from core.wording import strength

SCHEMA = "tieout.rules/1"


def verdicts_of(analysis: Analysis) -> Iterator[Verdict[Any]]:
    """Every verdict that was kept of a filing."""
    for judgement in of_filing(analysis.outline, (*analysis.statements, *analysis.tables)):
        if judgement.verdict is not None:
            yield judgement.verdict


def counts(paths: Iterable[Path]) -> tuple[Spoken, ...]:
    """Every rule, with how often it spoke for what was decided in these filings, which are read one after the other. Of
    recognisers whose verdicts are not kept every verdict that they gave counts."""
    times: Counter[str] = Counter()
    heard_times: Counter[str] = Counter()
    for path in paths:
        with hearing() as heard:
            analysis = analyse(path)
        times.update(counted(verdicts_of(analysis)))
        heard_times.update(counted(heard))
    kept = {name.partition("/")[0] for name in times}
    times.update({name: many for name, many in heard_times.items() if name.partition("/")[0] not in kept})
    return tuple(Spoken(named, times[name]) for name, named in rules().items())


def as_text(counted: tuple[Spoken, ...] | None) -> str:
    """Every rule below the question of its recogniser, each line ended by a newline; `counted` None where no filing was given."""
    times = {each.named.name: each.times for each in counted or ()}
    lines: list[str] = []
    for name, group in groupby(rules().values(), key=lambda named: named.recogniser.name):
        listed = list(group)
        lines += [f"{name}: {listed[0].recogniser.asks}"]
        width = max(len(named.rule.name) for named in listed)
        lines += [_line(named, width, times.get(named.name) if counted is not None else None) for named in listed]
        lines.append("")
    total = f"{len(rules())} rules"
    return "".join(f"{line}\n" for line in [*lines, total])


def _line(named: Named, width: int, times: int | None) -> str:
    decided = f"{times:>8,}  " if times is not None else "  "
    rule = named.rule
    return f"{decided}{rule.name:<{width}}  {rule.weight:>+5g}  {rule.knows} ({strength(rule.weight)})"


def as_json(counted: tuple[Spoken, ...] | None) -> dict[str, Any]:
    """The same as one object; `decided` is null where no filing was given."""
    times = {each.named.name: each.times for each in counted or ()}
    return {
        "schema": SCHEMA,
        "rules": [
            {
                "rule": name,
                "asks": named.recogniser.asks,
                "knows": named.rule.knows,
                "weight": named.rule.weight,
                "strength": strength(named.rule.weight),
                "decided": times[name] if counted is not None else None,
            }
            for name, named in rules().items()
        ],
    }
