"""What holds of checks over any table at all: they never raise, and a column that foots is never called off."""

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from core.checks.check import Status
from core.checks.tie_out import foot, tie
from core.source import Cite, Span
from core.statements.statement import Column, Figure, Role, Row, Statement, StatementKind, Unit

COLUMNS = 3
AMOUNTS = st.one_of(st.none(), st.integers(-(10**7), 10**7), st.decimals(-(10**4), 10**4, places=2))
LABELS = st.sampled_from(
    ["", "Total", "Total assets", "Cash", "Less depreciation", "Net income", "Balance at end", "Taxes"]
)


@st.composite
def tables(draw: st.DrawFn) -> Statement:
    """Any table, however odd."""
    rows = []
    for number in range(draw(st.integers(0, 12))):
        figures = tuple(
            Figure(
                column,
                str(value),
                None if value is None else Decimal(value),
                Cite(1, (Span(number * 100 + column, number * 100 + column + 1),)),
            )
            for column in range(COLUMNS)
            for value in [draw(AMOUNTS)]
            if value is not None or draw(st.booleans())
        )
        unit = draw(st.sampled_from([*Unit, None]))
        place = Cite(1, (Span(number * 100, number * 100 + 50),))
        concept = draw(st.sampled_from([None, "us-gaap:Assets", "us-gaap:LiabilitiesAndStockholdersEquity"]))
        label, role = draw(LABELS), draw(st.sampled_from(list(Role)))
        rows.append(Row(label, draw(st.integers(0, 3)), role, unit, concept, place, figures, draw(st.booleans())))
    columns = tuple(
        Column(
            draw(st.sampled_from(["2003", "Total", "", "%"])),
            None,
            draw(st.sampled_from([None, date(2003 - n, 12, 31)])),
        )
        for n in range(COLUMNS)
    )
    kind = draw(st.sampled_from(list(StatementKind)))
    return Statement(
        "any", kind, None, None, Cite(1, (Span(0, 9999),)), None, draw(st.sampled_from([1, 1000])), columns, tuple(rows)
    )


@settings(max_examples=80, deadline=None)
@given(tables(), tables())
def test_never_raises_and_says_what_it_found(one: Statement, other: Statement) -> None:
    """Every check cites figures of the tables, and its difference is what it reports less what it expects."""
    cites = {figure.cite for table in (one, other) for row in table.rows for figure in row.figures}
    for check in (*foot(one), *tie((one,), (other,))):
        assert set(check.cites) <= cites
        assert check.title
        if check.expected is not None and check.reported is not None:
            assert check.difference == check.reported - check.expected


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(*[st.integers(-9999, 99999)] * COLUMNS), min_size=2, max_size=9), st.data())
def test_a_table_that_foots_is_never_off(amounts: list[tuple[int, ...]], data: st.DataObject) -> None:
    """A column of lines, a total under a rule, and another block added to it: whatever the amounts."""
    split = data.draw(st.integers(1, len(amounts)))
    first = [sum(column) for column in zip(*amounts[:split], strict=True)]
    whole = [sum(column) for column in zip(*amounts, strict=True)]
    rows = [("line", values, False) for values in amounts[:split]]
    rows.append(("Total first", tuple(first), True))
    rows += [("line", values, False) for values in amounts[split:]]
    rows.append(("Total", tuple(whole), True))
    made = []
    for number, (label, values, ruled) in enumerate(rows):
        figures = tuple(
            Figure(c, str(value), Decimal(value), Cite(1, (Span(number * 10 + c, number * 10 + c + 1),)))
            for c, value in enumerate(values)
        )
        role = Role.SUBTOTAL if ruled else Role.LINE
        made.append(
            Row(
                label,
                0 if ruled else 1,
                role,
                Unit.MONEY,
                None,
                Cite(1, (Span(number * 10, number * 10 + 9),)),
                figures,
                ruled,
            )
        )
    columns = tuple(Column(str(2003 - n), None, date(2003 - n, 12, 31)) for n in range(COLUMNS))
    table = Statement("t", StatementKind.OTHER, None, None, Cite(1, (Span(0, 999),)), None, 1, columns, tuple(made))
    assert [check.title for check in foot(table) if check.status is Status.OFF] == []
