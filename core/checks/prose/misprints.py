"""Amounts of sentences that are wrong: what a line of a table, another sentence, or the change told beside them says
otherwise, where a slip of the hand explains it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import partial
from itertools import groupby

from core.checks.amounts import say
from core.checks.check import Check, Rule, Status
from core.checks.prose.around import Around
from core.checks.prose.compared import Compared, compared, corrected
from core.checks.prose.printed import Printed, Said, Tables
from core.checks.prose.relations import due, rounds_to, said_again, slipped
from core.checks.prose.said import Counts, Mention
from core.checks.prose.twice import said_otherwise
from core.source import Cite

_TEN = 10
_PROBABLE = 0.99
"""That a sentence is wrong where line, year and measure are certain, and a slip explains what it says."""
_LEAST_DIGITS, _MANY_DIGITS = 3, 4
"""Digits of an amount that is called a slip of another; and with which its last one may be it, which is rounded otherwise in
shorter ones."""
_LONG_CAPTION = 2
"""Words of a caption that a sentence says of nothing else."""


def last_years(one: Mention, tables: Tables) -> Check | None:
    """The check of a payment that is said to fall due in a year and was due in the one before."""
    coming = due(one, tables)
    if coming is None or not rounds_to(coming.before.value, one.value, one.unit):
        return None
    if rounds_to(coming.now.value, one.value, one.unit):
        return None
    words = (
        f"Payments in {one.years[0]}: the text says {one.text}; {say(coming.now.value)} falls due then, and "
        f"{say(coming.before.value)} was due the year before (last year's figure)."
    )
    return _wrong(one, coming.now.value, words, (coming.now.cite, *coming.witnesses, coming.before.cite))


def misprinted(one: Mention, around: Around) -> Check | None:
    """The check of an amount that is a slip away from what the line prints that the other amounts of its sentence are of."""
    if not _may_be_misprinted(one):
        return None
    beside = [other for other in around.passage if other.sentence == one.sentence and other is not one]
    for line in _lines_beside(one, beside):
        for printed in line.in_year(one.years[0])[:1]:
            expected = slipped(one, printed)
            if expected is not None and _is_none_of(expected, beside) and _is_no_rounding(one, expected):
                return _not_as_printed(one, printed, expected)
    return None


def _may_be_misprinted(one: Mention) -> bool:
    certain = one.counts is Counts.MONEY and len(one.years) == 1 and one.digits >= _LEAST_DIGITS
    return certain and not one.cue and not one.links


def _not_as_printed(one: Mention, printed: Printed, expected: Decimal) -> Check:
    called = printed.line.row.label or "the table"
    words = f"{called}, {one.years[0]}: the text says {one.text}; printed in the table {say(printed.value)}."
    return _wrong(one, expected, words, (printed.cite,))


def _lines_beside(one: Mention, beside: list[Mention]) -> Iterable[Said]:
    """The rows that the other amounts of a sentence stand in, in other years: where few digits are a slip apart two of them,
    or one by the whole caption."""
    ties: dict[int, list[tuple[Mention, Said]]] = defaultdict(list)
    for other in filter(partial(_is_of_another_year, one), beside):
        for line in other.lines:
            ties[id(line)].append((other, line))
    sure = one.digits >= _MANY_DIGITS
    for found in ties.values():
        if sure or len(found) > 1 or any(_is_called(line, other) for other, line in found):
            yield found[0][1]


def _is_of_another_year(one: Mention, other: Mention) -> bool:
    return len(other.years) == 1 and other.years != one.years and other.unit == one.unit


def _is_called(line: Said, mention: Mention) -> bool:
    """Whether a caption of some words stands right before an amount."""
    return any(len(caption) >= _LONG_CAPTION and caption <= mention.before for caption in line.called)


def _is_none_of(expected: Decimal, beside: list[Mention]) -> bool:
    """Whether no other amount of the sentence says already what one should."""
    return all(abs(other.value) != abs(expected) for other in beside)


def _is_no_rounding(one: Mention, expected: Decimal) -> bool:
    """Whether an amount and what it should be differ in more than the last digit, or have digits enough."""
    step = one.unit * _TEN
    return one.digits >= _MANY_DIGITS or one.value // step != expected // step


def said_two_ways(found: list[Mention], equal: Mapping[Decimal, list[Mention]]) -> dict[int, Check]:
    """The checks of amounts that another sentence says otherwise, by the mention that is wrong: the one that is printed in no
    table and said nowhere else, or the later one where nothing tells. `equal`: those that say the same amount."""
    wrong: dict[int, Check] = {}
    for one, other in said_otherwise(found):
        if one.links and other.links:
            continue  # each is printed in a table: they are two
        known = [bool(each.links) + (said_again(each, equal[each.value]) is not None) for each in (one, other)]
        right, false = (other, one) if known[1] > known[0] else (one, other)
        wrong.setdefault(id(false), _not_alike(false, right, certain=known[0] != known[1]))
    return wrong


def not_the_change(found: list[Mention]) -> dict[int, Check]:
    """The checks of amounts whose sentence tells a change that is not theirs, by the mention that is wrong, or by the change
    where more than one may be."""
    wrong: dict[int, Check] = {}
    for _, inside in groupby(found, key=lambda one: id(one.said)):
        for told in compared(list(inside)):
            if not told.agree and (may_be := corrected(told)):
                false, expected = may_be[0] if len(may_be) == 1 else (told.change, None)
                wrong[id(false)] = _not_its_change(told, false, expected)
    return wrong


def _not_its_change(told: Compared, false: Mention, expected: Decimal | None) -> Check:
    one, other, change = told.amounts
    words = f"The text says {one.text} and {other.text}, and that the change is {change.text}"
    comes = f"; that is {_said(abs(one.value - other.value))}"
    slip = f" ({_said(expected)} where it says {false.text})" if expected is not None else ""
    return _wrong(false, expected, f"{words}{comes}{slip}.", tuple(each.cite for each in told.amounts))


def _said(amount: Decimal) -> str:
    whole = amount.to_integral_value()
    return say(whole if whole == amount else amount)


def _not_alike(false: Mention, right: Mention, certain: bool) -> Check:
    """The check of an amount that another place says otherwise; `certain` whether it is known which of them is wrong."""
    if not certain:
        words = f"The text says {right.text} in one place and {false.text} in another, in the same words."
        return _wrong(false, None, words, (right.cite, *right.links))
    words = f"The text says {false.text}; in another place it says {right.text}, in the same words."
    return _wrong(false, right.value, words, (right.cite, *right.links))


def _wrong(one: Mention, expected: Decimal | None, words: str, cites: tuple[Cite, ...]) -> Check:
    places = tuple(dict.fromkeys((one.cite, *cites)))
    difference = one.value - expected if expected is not None else None
    return Check(
        Rule.PROSE_TIE, Status.OFF, words, one.value, expected, difference, places, one.text, _PROBABLE, (words,)
    )
