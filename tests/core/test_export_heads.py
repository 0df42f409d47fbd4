"""What a sheet says of itself."""

from datetime import date

import pytest

from core.export.heads import KINDS, UNITS, about, amounts, head, line, tables, title
from core.statements.statement import Column, Statement, StatementKind, Unit
from tests.core.drawn_statement import drawn
from tests.gui import made_up


def statement(scale: int = 1, currency: str | None = "USD", name: str | None = None) -> Statement:
    made = drawn(
        """
                  2003
        Cash      12
        """,
        scale=scale,
        title=name,
    )
    return Statement(
        **{
            field: getattr(made, field)
            for field in ("id", "kind", "title", "section", "cite", "scale", "columns", "rows")
        },
        currency=currency,
    )


@pytest.mark.parametrize(
    ("scale", "currency", "said"),
    [
        (1, "USD", "Amounts in USD, as filed"),
        (1_000, "USD", "Amounts in thousands of USD, as filed"),
        (1_000_000, "EUR", "Amounts in millions of EUR, as filed"),
        (1_000_000_000, "JPY", "Amounts in billions of JPY, as filed"),
        (100, "USD", "Amounts in units of 100 of USD, as filed"),
        (1, None, "Amounts in the filing's currency, as filed"),
    ],
)
def test_what_amounts_are_in(scale: int, currency: str | None, said: str) -> None:
    assert amounts(statement(scale, currency)).partition(";")[0] == said


def test_a_table_without_a_title_is_called_what_it_is() -> None:
    assert title(statement()) == "Balance sheet"
    assert title(statement(name="BALANCE SHEETS")) == "BALANCE SHEETS"
    assert set(KINDS) == set(StatementKind)
    assert set(UNITS) == set(Unit)


def test_a_column_without_a_head_is_called_what_it_stands_for() -> None:
    assert head(Column("1998", None, date(1998, 6, 30), "Parent")) == "1998"
    assert head(Column("", None, date(1998, 6, 30), "Parent")) == "Parent"
    assert head(Column("", None, date(1998, 6, 30))) == "1998-06-30"
    assert head(Column("")) == ""


def test_a_row_stands_where_its_first_figure_does() -> None:
    analysis = made_up.analysis()
    rows = [row for each in tables(analysis) for row in each.rows]
    source = analysis.filing.document(1).source
    for row in rows:
        place = row.figures[0].cite if row.figures else row.cite
        assert line(analysis, row) == source.text.count("\n", 0, place.start) + 1
    assert tables(analysis)[: len(analysis.statements)] == analysis.statements


def test_what_is_known_of_a_filing() -> None:
    known = dict(about(made_up.analysis()))
    assert known["Company"] == made_up.analysis().filing.header.company
    assert all(known.values())
