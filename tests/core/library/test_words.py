"""Numbers as words: near numbers begin alike, and a range is exactly the beginnings that it needs."""

import sqlite3
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from core.library.words import WORDING, beginnings, for_index, number_key, words

AMOUNTS = st.decimals(min_value="0.001", max_value="1e15", places=3).filter(lambda amount: amount > 0)


def found(amount: Decimal, low: Decimal, high: Decimal) -> bool:
    """Whether the index finds an amount in a range."""
    key = number_key(amount)
    return any(key == one.key if one.whole else key.startswith(one.key) for one in beginnings(low, high))


@given(AMOUNTS, AMOUNTS, AMOUNTS)
def test_what_lies_between_is_found(one: Decimal, other: Decimal, third: Decimal) -> None:
    low, amount, high = sorted((one, other, third))
    assert found(amount, low, high)
    assert found(low, low, high)
    assert found(high, low, high)


@given(AMOUNTS, AMOUNTS, AMOUNTS)
def test_what_is_far_outside_is_not(one: Decimal, other: Decimal, third: Decimal) -> None:
    low, high, amount = sorted((one, other, third))
    if amount > high * Decimal("1.01"):
        assert not found(amount, low, high)
    if low < high * Decimal("0.99"):
        assert not found(low, high, amount)


def test_words_of_a_line() -> None:
    told = [
        (word.said or word.amount) for word in words("Item 7A: Café's (1,234) is 34% of $3.5 million, B2B 10-K", {})
    ]
    assert told == [
        "item", "7a", "cafe", "s", Decimal(1234), "is", Decimal("0.34"), "of", Decimal(3_500_000),
        "million", "b2b", Decimal(10), "k",
    ]  # fmt: skip


def test_figures_of_tables_come_to_what_they_are_told_to() -> None:
    (word,) = words("1,234", {0: Decimal(1_234_000)})
    assert (word.amount, word.key) == (Decimal(1_234_000), number_key(Decimal("1234e3")))


def test_another_way_to_tell_words_has_another_number() -> None:
    line = "The 3.25 (1,200) of .5% in 10-K405, 12/31/98"
    assert (WORDING, " ".join(word.key for word in words(line, {}))) == (
        1, "the þ40325 þ4312 of þ375 in þ411 k405 þ4112 þ4131 þ4198",
    )  # fmt: skip


_TRICKY = (
    "Total  $ 1,234.50 of 12ab, 3.5.6 and .75%; 10-K_9 x_1 1,2,3 a.5 5.a 7, 8",
    "It is the “Company’s” 1,000 — 12½ per cent · •2 ™3 ×4 5÷",
    "Société é 1,5 ① ª2 \uf0b7 3 \u0301 4 ℓ5",
    "1.5 million, 20 percent and 7 thousands (3) 1" + "0" * 40,
    "\u00fe12 \u2460 9\u00b2 \u200b5\u00ad6",
    "It is the “Company’s” 1,000 — 12 per cent · •2 ™3 ×4 5÷6 ►7",
)


def test_the_index_has_the_same_words_whichever_way_it_is_given_them() -> None:
    known = {_TRICKY[0].index("3.5"): Decimal(3500), _TRICKY[0].index("7,"): Decimal(7000)}
    with sqlite3.connect(":memory:") as database:
        for name in ("given", "told"):
            tokens = "tokenize='unicode61 remove_diacritics 0'"
            database.execute(f"CREATE VIRTUAL TABLE {name} USING fts5 (said, content='', {tokens})")
            database.execute(f"CREATE VIRTUAL TABLE {name}_words USING fts5vocab ({name}, 'instance')")
        for number, text in enumerate(_TRICKY):
            at = known if number == 0 else {}
            told = " ".join(word.key for word in words(text, at))
            for name, said in (("given", for_index(text, at)), ("told", told)):
                database.execute(f"INSERT INTO {name} (rowid, said) VALUES (?, ?)", [number, said])  # noqa: S608
        listed = [
            database.execute(f"SELECT doc, offset, term FROM {name}_words ORDER BY 1, 2").fetchall()  # noqa: S608
            for name in ("given", "told")
        ]
    assert listed[0] == listed[1]
    assert len(listed[0]) > 60
    database.close()
