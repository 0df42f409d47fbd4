"""How an amount of a sentence comes of figures: it is one, their difference, change, share, ratio or sum."""

from collections.abc import Iterable, Iterator
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from itertools import chain, combinations
from typing import NamedTuple

from core.checks.prose.printed import Printed, Said, Tables
from core.checks.prose.said import Counts, Mention, stems
from core.checks.slips import is_slip
from core.source import Cite


class Link(NamedTuple):
    """What an amount comes to by what it is tied to, how it does so, and the places."""

    relation: str
    value: Decimal
    cites: tuple[Cite, ...]
    called: str = ""


_HUNDRED = Decimal(100)


def rounds_to(exact: Decimal, said: Decimal, unit: Decimal) -> bool:
    """Whether an amount is said when another is rounded, or cut off, at a unit."""
    exact, said = abs(exact), abs(said)
    if exact == said:
        return True
    if abs(exact - said) >= unit:
        return False
    share = exact / unit
    return said / unit in (share.to_integral_value(ROUND_HALF_UP), share.to_integral_value(ROUND_DOWN))


SURE, GOOD, FAIR = 6, 4, 3
"""Digits of an amount with which it agrees with a figure by no chance, seldom by chance, and sometimes."""
HALF = 0.5
"""Part of a caption that a sentence must say."""
_FEW = 4


def same(mention: Mention, tables: Tables) -> Link | None:
    """The figures of tables that print the amount, as far as caption, year and digits tell."""
    if mention.counts not in (Counts.MONEY, Counts.NUMBER):
        return None
    fit = _fitting(mention, tables)
    if not fit:
        return None
    best = max(rank for rank, _ in fit)
    chosen = [one for rank, one in fit if rank >= best - 1][:_FEW]
    mention.links = [one.cite for one in chosen]
    mention.lines = [one.line for one in chosen if one.line.caption & mention.before]
    return Link("same", chosen[0].value, tuple(mention.links), _called(chosen[0]))


class _Ranked(NamedTuple):
    """How well a figure fits an amount, and the figure."""

    rank: float
    one: Printed


def _fitting(mention: Mention, tables: Tables) -> list[_Ranked]:
    """The figures that print an amount, as far as caption, year and digits tell."""
    if mention.digits < 2 and mention.row is None:
        return []  # so few digits agree with anything
    value, unit = abs(mention.value), mention.unit
    near = [one for one in tables.between(value - unit, value + unit) if _may_agree(mention, one)]
    ranked = [_Ranked(_agrees(mention, one), one) for one in near if rounds_to(one.value, value, unit)]
    return [one for one in ranked if one.rank]


def _called(one: Printed) -> str:
    label = one.line.row.label.rstrip(" :.") or one.line.statement.title or ""
    return f"{label}, {one.year}" if label and one.year else label


class _Fit(NamedTuple):
    """How a figure fits an amount besides its digits: how much of its caption is said in the sentence, and right before the
    amount; how much of what stands over it; whether its year is the amount's, and whether it is another."""

    covered: float
    near: float
    over: int
    year: bool
    other: bool


def _may_agree(mention: Mention, one: Printed) -> bool:
    """A quick look: whether caption and year may yet suffice for so many digits."""
    digits = mention.digits
    if digits >= GOOD or mention.row is not None:
        return True
    if one.line.primary:
        return one.year is None or one.year in mention.years[:2]
    return digits >= FAIR and one.year in mention.years[:2]


def _agrees(mention: Mention, one: Printed) -> float:
    """How well a figure fits an amount by year and caption; 0 where that does not suffice for so many digits."""
    if mention.row is not None and mention.row == one.line.row.cite:
        return _OWN_ROW if one.year is None or one.year in mention.years[:1] or not mention.years else 0.0
    fit = _fit(mention, one)
    if not _suffices(fit, mention, one):
        return 0.0
    second = fit.year and one.year != mention.years[0]
    more = 2 * (fit.covered + fit.near + fit.year) + min(fit.over, 2) / 2
    return mention.digits + more + _nearest(one, mention) - second


_OWN_ROW = 8.0
"""How well a figure fits that stands in the row whose caption says the amount."""


def _fit(mention: Mention, one: Printed) -> _Fit:
    covered, near = max(_covered(caption, mention) for caption in one.line.called)
    told = one.year is not None and bool(mention.years)
    year = told and one.year in mention.years[:2]
    return _Fit(covered, near, len(one.line.over & mention.around), year, told and one.year not in mention.years)


def _suffices(fit: _Fit, mention: Mention, one: Printed) -> bool:
    """Whether caption and year say enough: the fewer digits agree, the more they must."""
    digits = mention.digits
    if digits >= SURE:
        return True
    if fit.other:
        return digits >= GOOD and fit.near > 0 and fit.covered == 1 and _is_balance(one)
    if digits >= GOOD:
        return fit.covered > 0 or fit.over >= 2
    return (digits >= FAIR and fit.year and _named(fit)) or (digits > 1 and _is_called(fit, one))


def _is_called(fit: _Fit, one: Printed) -> bool:
    """Whether the words right before an amount are all of the caption of a line of a statement, and the year is its own."""
    told = fit.year or (one.year is None and len(one.line.caption) > 1)
    return told and one.line.primary and fit.near == fit.covered == 1


def _named(fit: _Fit) -> bool:
    return fit.covered >= HALF or (fit.over > 0 and fit.covered > 0) or fit.over > 2


def _covered(caption: frozenset[str], mention: Mention) -> tuple[float, float]:
    """How much of a caption is said in the sentence, and right before the amount."""
    if not caption:
        return 0.0, 0.0
    return len(caption & mention.around) / len(caption), len(caption & mention.before) / len(caption)


def _is_balance(one: Printed) -> bool:
    """Whether a figure is a balance of a day, which may have been so for years."""
    time = one.line.statement.time(one.line.row, one.figure)
    return time.start is None and time.end is not None


def _nearest(one: Printed, mention: Mention) -> bool:
    """Whether a figure is rounded, not cut off, to what is said."""
    return (abs(one.value) / mention.unit).to_integral_value(ROUND_HALF_UP) * mention.unit == abs(mention.value)


def said_again(mention: Mention, others: Iterable[Mention]) -> Link | None:
    """Another place of the text that says the same amount of the same thing."""
    fit = [one for one in others if one is not mention and _is_again(mention, one)]
    if not fit:
        return None
    best = max(fit, key=lambda one: len(one.around & mention.around))
    return Link("again", best.value, (best.cite, *best.links))


_SHARED, _SHARED_SURE = 4, 2
"""Words that two sentences share which say the same, where few digits agree, and where many do."""


def _is_again(one: Mention, other: Mention) -> bool:
    if one.counts is not other.counts or one.sentence == other.sentence or one.digits < 2:
        return False
    if one.counts in (Counts.PERCENT, Counts.RATIO) and one.telling < FAIR:
        return False
    if _of_other_years(one, other) and not (_together(one, other) and one.digits >= GOOD):
        return False
    return len(one.around & other.around) >= (_SHARED_SURE if one.digits >= GOOD else _SHARED)


def _together(one: Mention, other: Mention) -> bool:
    return one.passage == other.passage and one.cite.document == other.cite.document


def _of_other_years(one: Mention, other: Mention) -> bool:
    """Whether two amounts are known to be of different years."""
    told = one.years and other.years
    return bool(told) and one.years[0] not in other.years and other.years[0] not in one.years


class Pair(NamedTuple):
    """Two amounts of one thing in two years, the later first, with all their places."""

    later: Decimal
    earlier: Decimal
    cites: tuple[Cite, ...]
    exact: bool
    """Whether they are figures of a table, not rounded."""


def _said_pairs(mention: Mention, near: list[Mention]) -> Iterator[Pair]:
    """Pairs of amounts of the same sentence, or of the sentence before it."""
    money = [one for one in near if one.counts is Counts.MONEY and one is not mention and not one.cue]
    pairs = sorted(
        combinations(money, 2),
        key=lambda two: abs(two[0].sentence - mention.sentence) + abs(two[1].sentence - mention.sentence),
    )
    for one, other in pairs:
        apart = one.years[:1] != other.years[:1] and one.years and other.years
        if apart and one.unit == other.unit:
            later, earlier = (one, other) if one.years > other.years else (other, one)
            cites = (later.cite, earlier.cite, *later.links, *earlier.links)
            yield Pair(later.value, earlier.value, cites, exact=False)


def _printed_pairs(mention: Mention, tables: Tables) -> Iterator[Pair]:
    """Pairs of figures of one row whose caption the sentence says, in the years that it speaks of."""
    years = mention.years
    if not years:
        return
    later = max(years[:2])
    earlier = min(years[:2]) if len(years) > 1 and min(years[:2]) != later else later - 1
    for line in tables.called(mention.around, _LITTLE):
        if not _is_spoken_of(line, mention):
            continue
        for one in line.in_year(later)[:2]:
            for other in line.in_year(earlier)[:2]:
                if one.value and other.value:
                    yield Pair(abs(one.value), abs(other.value), (one.cite, other.cite), exact=True)


_LITTLE = 0.3


def _is_spoken_of(line: Said, mention: Mention) -> bool:
    """Whether a sentence names a row before its amount, or all of it anywhere, or a part and what the table is about."""
    for caption in line.called:
        covered, near = _covered(caption, mention)
        if covered == 1 or (covered >= HALF and near and mention.counts is Counts.MONEY):
            return True
    return bool(line.caption & mention.before and line.over & mention.before) and mention.digits >= FAIR


def difference(mention: Mention, near: list[Mention], tables: Tables) -> Link | None:
    """An increase or a decrease, as the difference of two years."""
    if not mention.cue or mention.counts is not Counts.MONEY:
        return None
    printed = _printed_pairs(mention, tables) if mention.digits > 1 else ()
    for pair in chain(_said_pairs(mention, near), printed):
        grew = pair.later - pair.earlier
        if grew * mention.cue > 0 and _is_difference(pair, mention):
            return Link("difference", abs(grew), pair.cites)
    return None


def _is_difference(pair: Pair, mention: Mention) -> bool:
    exact = abs(pair.later - pair.earlier)
    if not pair.exact:
        return exact == mention.value
    unit = mention.unit
    cut = abs(pair.later // unit - pair.earlier // unit) * unit
    return rounds_to(exact, mention.value, unit) or cut == mention.value


def change(mention: Mention, near: list[Mention], tables: Tables) -> Link | None:
    """A percentage by which something grew or fell."""
    if not mention.cue or mention.counts is not Counts.PERCENT:
        return None
    for pair in chain(_said_pairs(mention, near), _printed_pairs(mention, tables)):
        if not pair.earlier:
            continue
        grew = (pair.later - pair.earlier) / pair.earlier * _HUNDRED
        if grew * mention.cue > 0 and rounds_to(grew, mention.value, mention.unit):
            return Link("change", abs(grew), pair.cites)
    return None


_TAXES = "us-gaap:IncomeTaxExpenseBenefit"


def share(mention: Mention, tables: Tables) -> Link | None:
    """A percentage of sales, or the rate of taxes."""
    if mention.counts is not Counts.PERCENT or mention.cue or not mention.years:
        return None
    if stems("effective tax rate") <= mention.around:
        return _ratio_of(mention, tables.known.get(_TAXES, []), tables.before_taxes)
    if mention.around & stems("percentage sales revenues"):
        parts = tables.called(mention.around, HALF, primary=True)
        return _ratio_of(mention, parts, tables.revenues)
    return None


def _ratio_of(mention: Mention, parts: list[Said], wholes: list[Said]) -> Link | None:
    for year in mention.years[:2]:
        for whole in wholes:
            for part in parts:
                if part.statement is not whole.statement or part is whole:
                    continue
                for a, b in zip(part.in_year(year)[:1], whole.in_year(year)[:1], strict=False):
                    if b.value and rounds_to(a.value / b.value * _HUNDRED, mention.value, mention.unit):
                        return Link("share", abs(a.value / b.value * _HUNDRED), (a.cite, b.cite))
    return None


_CURRENT_ASSETS, _CURRENT_LIABILITIES = "us-gaap:AssetsCurrent", "us-gaap:LiabilitiesCurrent"


def of_current(mention: Mention, tables: Tables) -> Link | None:
    """The current ratio, and working capital."""
    ratio = mention.counts is Counts.RATIO and stems("current ratio") <= mention.around
    capital = mention.counts is Counts.MONEY and stems("working capital") <= mention.around
    if not (ratio or capital) or not mention.years:
        return None
    for a, b in _current(tables, mention.years[0]):
        comes = a.value / b.value if ratio else a.value - b.value
        if rounds_to(comes, mention.value, mention.unit):
            return Link("ratio" if ratio else "difference", comes, (a.cite, b.cite))
    return None


def _current(tables: Tables, year: int) -> Iterator[tuple[Printed, Printed]]:
    """The total current assets of a year with the total current liabilities."""
    for asset in tables.known.get(_CURRENT_ASSETS, ()):
        for claim in tables.known.get(_CURRENT_LIABILITIES, ()):
            both = zip(asset.in_year(year)[:1], claim.in_year(year)[:1], strict=False)
            yield from ((a, b) for a, b in both if b.value)


_DUE = "us-gaap:LongTermDebtCurrent"
_PAYMENTS = (stems("principal payments"), stems("principal repayments"), stems("maturities debt"))


def slipped(mention: Mention, printed: Printed) -> Decimal | None:
    """What an amount should be, rounded as it is, where a slip of the hand makes what is said of what is printed."""
    wanted = (abs(printed.value) / mention.unit).to_integral_value(ROUND_HALF_UP)
    said = (mention.value / mention.unit).to_integral_value()
    return wanted * mention.unit if wanted != said and is_slip(str(said), str(wanted)) else None


class Due(NamedTuple):
    """What falls due in the year after a balance sheet: its current portion of debt, and that of the year before."""

    now: Printed
    before: Printed
    witnesses: tuple[Cite, ...]


def due(mention: Mention, tables: Tables) -> Due | None:
    """What a sentence on payments of principal in a coming year should say: the current portion of debt, where a table of
    payments prints it for that year too."""
    lines = tables.known.get(_DUE, ()) if mention.counts is Counts.MONEY and mention.years else ()
    if not lines or not any(one <= mention.around for one in _PAYMENTS):
        return None
    year = mention.years[0]
    for line in lines:
        for now, before in zip(line.in_year(year - 1)[:1], line.in_year(year - 2)[:1], strict=False):
            near = tables.between(abs(now.value), abs(now.value))
            witnesses = tuple([one.cite for one in near if one.year == year])
            if witnesses:
                return Due(now, before, witnesses)
    return None
