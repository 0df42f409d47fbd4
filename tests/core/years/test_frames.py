"""A series as pandas: amounts, their cites beside them, and what is computed of them."""

from decimal import Decimal

import pandas as pd
import pytest

from core.statements.statement import StatementKind
from core.years.frames import Frames, compound_growth, frames, growth, indexed, share_of
from core.years.series import stitch
from tests.core.drawn_statement import drawn
from tests.core.years.test_series import filed

INCOME = StatementKind.INCOME_STATEMENT
NEW = drawn(
    "              2003    2002\n    Net sales      4,400   4,100\n    Net income    60   (50)", INCOME, scale=1000
)
OLD = drawn(
    "              2002    2001\n    Net sales      4,000   3,200\n    Net income    (50)   40", INCOME, scale=1000
)


@pytest.fixture
def told() -> Frames:
    return frames(stitch([filed(2002, OLD), filed(2003, NEW)], INCOME))


def row(frame: pd.DataFrame, number: int) -> list[float]:
    return [float(amount) for amount in frame.to_numpy()[number]]


def columns(frame: pd.DataFrame) -> list[object]:
    return list(frame.columns)


def test_a_column_a_period_and_filing(told: Frames) -> None:
    assert columns(told.values) == [(0, "2002.txt"), (1, "2003.txt"), (1, "2002.txt"), (2, "2003.txt")]
    assert told.values.iloc[:, 2].tolist() == [Decimal(4_000_000), Decimal(-50_000)]
    assert list(told.lines["label"]) == ["Net sales", "Net income"]


def test_every_amount_has_its_cite_beside_it(told: Frames) -> None:
    for at, name in enumerate(told.values.columns.get_level_values("filing")):
        for cite, value in zip(told.cites.iloc[:, at].tolist(), told.values.iloc[:, at].tolist(), strict=True):
            assert (cite.value, cite.path.name) == (value, name)


def test_the_latest_filing_is_what_is_computed_with(told: Frames) -> None:
    assert row(told.latest, 0) == [3_200_000, 4_100_000, 4_400_000]
    assert columns(told.annual) == [0, 1, 2]


def test_growth_has_no_meaning_across_signs(told: Frames) -> None:
    found = growth(told.latest)
    assert row(found, 0) == pytest.approx([float("nan"), 0.28125, 4400 / 4100 - 1], nan_ok=True)
    assert row(found, 1) == pytest.approx([float("nan")] * 3, nan_ok=True)


def test_compound_growth(told: Frames) -> None:
    found = compound_growth(told.latest, told.periods).tolist()
    assert found[0] == pytest.approx((4400 / 3200) ** 0.5 - 1, abs=1e-3)
    losses = told.latest.loc[[1], [0, 1]]
    assert compound_growth(losses, told.periods).tolist() == pytest.approx([float("nan")], nan_ok=True)
    assert compound_growth(told.latest[[0]], told.periods).tolist() == pytest.approx([float("nan")] * 2, nan_ok=True)


def test_common_size_and_index(told: Frames) -> None:
    assert row(share_of(told.latest, 0), 1) == pytest.approx([40 / 3200, -50 / 4100, 60 / 4400])
    assert row(share_of(told.latest, 1), 0) == pytest.approx([80, float("nan"), 4400 / 60], nan_ok=True)
    assert row(indexed(told.latest), 0) == [100, 128.125, 137.5]
