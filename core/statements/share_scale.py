"""What numbers of shares are multiplied by: often otherwise than the money of their table."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from core.evidence import Recogniser, Rule, Verdict, single
from core.statements.scale import Printed, scale_in
from core.statements.statement import PRIMARY, Row, StatementKind, Unit
from core.vocabulary import words

_SHARED = words("scales", "shares_1000", "shares_1000000")
_NEXT = words("scales", "shares_in_1000", "shares_in_1000000")
_EXCEPTED = words("scales", "but_shares")
_MULTIPLES = words("scales", "figures_1000", "figures_1000000", "figures_1000000000")
_SORT = re.compile(r"[a-z]+_")
_MANY = 10
"""No table has so many times the shares that the statements have."""
_MOST_SHARES = Decimal(10**12)
"""No company has so many shares."""
_WITH_SHARES = PRIMARY - {StatementKind.BALANCE_SHEET, StatementKind.CASH_FLOW}
"""Statements that print how many shares there are."""


class Shares(NamedTuple):
    """The shares of a table, of which it is asked what they are multiplied by: the texts over them, what its money is
    multiplied by as the table itself says (None where it does not) and as is known, the largest of the numbers, whether one
    has decimals, and of the statements before it their multiple and their largest number (0 where there are none)."""

    texts: tuple[str, ...]
    own: int | None
    money: int
    largest: Decimal
    fractions: bool
    common: int | None
    most: Decimal

    def fits(self, scale: int) -> bool:
        """Whether there can be so many shares."""
        return self.largest * scale <= (self.most * _MANY or _MOST_SHARES)


def _said_of_shares(shares: Shares) -> int | None:
    told = next((told for text in shares.texts if (told := _NEXT.meaning(text) or _SHARED.meaning(text))), None)
    return int(_SORT.sub("", told)) if told is not None else None


def _excepted(shares: Shares) -> int | None:
    texts = (part for text in shares.texts for part in text.split(")"))
    apart = not shares.fractions and any(map(_EXCEPTED.search, texts))
    return 1 if apart else None


def _as_money(shares: Shares) -> int | None:
    return shares.own if shares.own is not None and shares.fits(shares.own) else None


def _as_statements(shares: Shares) -> int | None:
    return shares.common if shares.common is not None and shares.fits(shares.common) else None


def _fractions(shares: Shares) -> int | None:
    return shares.money if shares.fractions and shares.fits(shares.money) else None


SHARE_SCALE: Recogniser[Shares, int] = Recogniser(
    "share-scale",
    "What are the numbers of shares of a table multiplied by?",
    (
        Rule("said-of-shares", 9.0, "the words over the table say it of shares", _said_of_shares),
        Rule("excepted", 8.0, "the words over the table except shares from the multiple", _excepted),
        Rule("as-money", 6.0, "the table's own multiple, where there can be so many", _as_money),
        Rule("as-statements", 4.0, "the statements' multiple of shares, where there can be so many", _as_statements),
        Rule("fractions", 3.0, "parts of shares are parts of thousands or of millions", _fractions),
        Rule("as-printed", 1.0, "nothing names a multiple of shares", lambda _shares: 1),
    ),
)


@lru_cache(maxsize=4096)
def multiple_in(text: str) -> int | None:
    """The multiple that a caption or a column's head names for its own figures: `Shares (in thousands)`, `(thous.)`."""
    told = _MULTIPLES.meaning(text)
    return int(_SORT.sub("", told)) if told is not None else None


class ShareScales:
    """The multiples of shares of a filing's tables, in their order: statements tell the tables behind them how many there are."""

    def __init__(self) -> None:
        self._common: int | None = None
        self._most = Decimal(0)

    def told(self, printed: Printed, rows: Sequence[Row], scale: Verdict[int] | None) -> Verdict[int] | None:
        """What the shares of a table are multiplied by; None where it has none."""
        numbers = list(_numbers(rows))
        if not numbers:
            return None
        largest = max(map(abs, numbers))
        verdict = _tagged(rows) or SHARE_SCALE.first(self._asked(printed, scale, rows, numbers))
        if verdict is not None and printed.kind in _WITH_SHARES:
            self._common = self._common or verdict.decided
            self._most = max(self._most, largest * verdict.decided)
        return verdict

    def _asked(
        self, printed: Printed, scale: Verdict[int] | None, rows: Sequence[Row], numbers: Sequence[Decimal]
    ) -> Shares:
        headings = [row.label for row in rows if not row.figures and _SHARED.search(row.label)]
        texts = (printed.stub, *printed.head, *headings, *printed.titles, printed.lead)
        return Shares(
            texts,
            scale_in(texts),
            scale.decided if scale is not None else 1,
            max(map(abs, numbers)),
            any(number % 1 for number in numbers),
            self._common,
            self._most,
        )


def _numbers(rows: Iterable[Row]) -> Iterator[Decimal]:
    """The numbers of shares of a table."""
    for row in rows:
        for figure in row.figures:
            if figure.value and (figure.unit or row.unit) is Unit.SHARES:
                yield figure.value


def _tagged(rows: Iterable[Row]) -> Verdict[int] | None:
    """The multiple of the first number of shares that is tagged."""
    facts = (figure.fact for row in rows for figure in row.figures if (figure.unit or row.unit) is Unit.SHARES)
    scale = next((fact.scale for fact in facts if fact is not None and fact.value), -1)
    return single("share-scale/tags", 10**scale) if 0 <= scale <= _LARGEST else None


_LARGEST = 9
"""The largest power of ten that is taken for a multiple of shares."""
