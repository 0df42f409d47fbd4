"""In what money, and in what multiple of it, a table's figures are printed."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from core.evidence import Recogniser, Rule
from core.statements.statement import StatementKind
from core.vocabulary import words

_SCALES = words("scales", "1000", "1000000", "1000000000", "1")
_NOT_MONEY = words("scales", "not_money")
_TOGETHER = re.compile(r"(?i)(?:dollars|amounts|\$) and (?:shares?|options?|units?)\b")
"""What is said of money and of shares alike: `(dollars and shares in thousands)`."""
_CURRENCIES = words("currencies")
_DOLLARS = words("units", "dollars")
_DOMESTIC = ("10-K", "10-Q", "10K", "10Q", "8-K", "ARS", "DEF", "EX-")
"""How the names of forms begin on which companies of the United States report, in dollars."""


class Printed(NamedTuple):
    """What a table says of its money, and what its filing says besides: the words above its captions (`stub`), those of its
    head without the columns of shares, its titles from the nearest, the end of the prose before it, its first headings; the
    currencies of the signs at its figures; the scale and the currency that the statements of its document agree on. `last`:
    whether nothing else is left to be asked; `among_statements`: it goes on from a statement, under its title."""

    kind: StatementKind
    stub: str = ""
    head: Sequence[str] = ()
    titles: Sequence[str] = ()
    lead: str = ""
    captions: Sequence[str] = ()
    signs: frozenset[str] = frozenset()
    common_scale: int | None = None
    common_currency: str | None = None
    form: str = ""
    last: bool = False
    among_statements: bool = False


def scale_in(texts: Iterable[str]) -> int | None:
    """The scale that the first of these texts to speak of one gives: 1000 for `(In thousands, except per share)`."""
    for text in texts:
        if (scale := _scale_of(text)) is not None:
            return scale
    return None


def currency_in(texts: Iterable[str]) -> str | None:
    """The ISO code of the currency that the first of these texts to name one names."""
    for text in texts:
        if (code := _currency_of(text)) is not None:
            return code
    return None


@lru_cache(maxsize=4096)
def _scale_of(text: str) -> int | None:
    """The scale that a text speaks of; titles and heads are asked again for every table below them."""
    apart = _NOT_MONEY.might(text.lower()) and _TOGETHER.search(text) is None
    told = _SCALES.meaning(_NOT_MONEY.pattern.sub(" ", text) if apart else text)
    return int(told) if told is not None else None


@lru_cache(maxsize=4096)
def _currency_of(text: str) -> str | None:
    return _CURRENCIES.meaning(text)


def _titles_of_equity(printed: Printed) -> int | None:
    return scale_in(printed.titles) if printed.kind is StatementKind.EQUITY else None


def _documents(printed: Printed) -> int | None:
    """What the document's statements agree on holds for its notes, quarters and schedules, and for what goes on from a
    statement; other tables say their own."""
    other = printed.kind in (StatementKind.OTHER, StatementKind.SELECTED_DATA)
    return None if other and not printed.among_statements else printed.common_scale


SCALE: Recogniser[Printed, int] = Recogniser(
    "scale",
    "What are the amounts of a table multiplied by?",
    (
        Rule(
            "titles-of-equity",
            9.0,
            "a title of a statement of equity says so",
            _titles_of_equity,
        ),
        Rule("stub", 9.0, "the words above the captions say so", lambda printed: scale_in([printed.stub])),
        Rule("head", 8.0, "the heads over amounts say so", lambda printed: scale_in(printed.head)),
        Rule("titles", 8.0, "a title says so", lambda printed: scale_in(printed.titles)),
        Rule("lead-in", 6.0, "the sentence before the table says so", lambda printed: scale_in([printed.lead])),
        Rule(
            "captions",
            5.0,
            "one of the first headings in the table says so",
            lambda printed: scale_in(printed.captions),
        ),
        Rule("document", 3.0, "the statements of the document all say so", _documents),
        Rule(
            "as-printed",
            1.0,
            "nothing at the table or in its document names a multiple",
            lambda printed: 1 if printed.last else None,
        ),
    ),
)


def _one_sign(printed: Printed) -> str | None:
    return next(iter(printed.signs)) if len(printed.signs) == 1 else None


def _dollars(printed: Printed) -> str | None:
    """`(Dollars in millions)`, in a filing of a company of the United States."""
    texts = (printed.stub, *printed.head, *printed.titles)
    return "USD" if _is_domestic(printed) and any(map(_DOLLARS.search, texts)) else None


def _domestic(printed: Printed) -> str | None:
    return "USD" if _is_domestic(printed) else None


def _is_domestic(printed: Printed) -> bool:
    return printed.form.upper().startswith(_DOMESTIC)


CURRENCY: Recogniser[Printed, str] = Recogniser(
    "currency",
    "In what currency are the amounts of a table?",
    (
        Rule("stub", 9.0, "the words above the captions name it", lambda printed: currency_in([printed.stub])),
        Rule("head", 8.0, "the heads over the columns name it", lambda printed: currency_in(printed.head)),
        Rule("titles", 8.0, "a title names it", lambda printed: currency_in(printed.titles)),
        Rule("signs", 7.0, "the figures bear its sign", _one_sign),
        Rule("document", 5.0, "the statements of the document are in it", lambda printed: printed.common_currency),
        Rule("dollars", 4.0, "the table says dollars, in a report on a domestic form", _dollars),
        Rule(
            "domestic-form",
            2.0,
            "reports on domestic forms are in dollars",
            lambda printed: "USD" if _is_domestic(printed) else None,
        ),
    ),
)
