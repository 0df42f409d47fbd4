"""Which rules speak of a small text, and what they say: asked by looking over the shoulder of every recogniser."""

import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from core.analysis import analyse
from core.evidence import Recogniser, Rule, hearing
from core.outline.heading_rules import judged_line
from core.rules import recognisers
from core.rules_report import verdicts_of
from core.statements.rows import role_of

TABLES = Path(__file__).with_name("rules_spoken")
LINES, MARKUP = "text", "html"


class Pair(NamedTuple):
    """A rule with the least text of which it speaks, what it says of it, and the words without which it is silent."""

    rule: str
    text: str
    suffix: str
    says: str
    without: str
    instead: str

    @property
    def silent(self) -> str:
        """The text of which the rule is silent: without these words, which leave their place empty, or with others."""
        return self.text.replace(self.without, self.instead or " " * len(self.without), 1)


def pairs() -> Iterator[Pair]:
    """Every pair, as `rules_spoken/` has them."""
    for path in sorted(TABLES.glob("*.toml")):
        for rule, told in tomllib.loads(path.read_text(encoding="utf-8")).items():
            kind = LINES if LINES in told else MARKUP
            suffix = ".txt" if kind == LINES else ".htm"
            yield Pair(rule, told[kind], suffix, told["says"], told["without"], told.get("instead", ""))


def spoken(text: str, suffix: str, folder: Path) -> dict[str, str]:
    """Each rule that speaks of a text, and what it says first."""
    path = folder / f"small{suffix}"
    path.write_text(text, encoding="utf-8")
    judged_line.cache_clear()
    role_of.cache_clear()
    said: dict[str, Any] = {}
    with _listening(said), hearing() as heard:
        analysis = analyse(path)
    for verdict in (*heard, *verdicts_of(analysis)):
        for clue in verdict.clues:
            said.setdefault(clue.rule, clue.says)
    return {rule: repr(what) for rule, what in said.items()}


@contextmanager
def _listening(said: dict[str, Any]) -> Iterator[None]:
    """Every recogniser notes what its rules say."""
    for recogniser in recognisers():
        _ask(recogniser, tuple(_noted(recogniser, rule, said) for rule in recogniser.rules))
    try:
        yield
    finally:
        for recogniser in recognisers():
            _ask(recogniser, tuple(rule.says for rule in recogniser.rules))


def _ask(recogniser: Recogniser[Any, Any], says: tuple[Callable[[Any], Any], ...]) -> None:
    object.__setattr__(recogniser, "_says", says)


def _noted(recogniser: Recogniser[Any, Any], rule: Rule[Any, Any], said: dict[str, Any]) -> Callable[[Any], Any]:
    name = f"{recogniser.name}/{rule.name}"

    def says(subject: Any) -> Any:
        what = rule.says(subject)
        if what is not None:
            said.setdefault(name, what)
        return what

    return says
