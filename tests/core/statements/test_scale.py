"""Scale and currency as filers say them."""

import pytest

from core.statements.scale import currency_in, scale_in


@pytest.mark.parametrize(
    ("text", "scale"),
    [
        ("(In thousands)", 1_000),
        ("(In thousands, except per share data)", 1_000),
        ("Dollars in millions, except per share amounts", 1_000_000),
        ("(000's omitted)", 1_000),
        ("($000)", 1_000),
        ("(Thousands of dollars)", 1_000),
        ("Amounts in million EUR", 1_000_000),
        ("Millions of Dollars", 1_000_000),
        ("(dollars in billions)", 1_000_000_000),
        ("(In millions, except share data in thousands)", 1_000_000),
        ("(in dollars)", 1),
        ("RMB'000", 1_000),
        ("€ million", 1_000_000),
        ("(In millions of kilowatt-hours)", 1_000_000),
        ("thousands of people", None),
        ("Shares (in thousands)", None),
        ("Average price paid per share (in dollars)", None),
        ("(Expressed in U.S. Dollars)", 1),
        ("(in thousands of dollars)", 1_000),
        ("Earnings per share (in dollars)", None),
        ("(shares in thousands)", None),
        ("Common Stock Shares (in thousands) Amount", None),
        ("December 31, 2000", None),
        ("1,000,000 shares authorized", None),
    ],
)
def test_scale(text: str, scale: int | None) -> None:
    assert scale_in([text]) == scale


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Amounts in million EUR", "EUR"),
        ("(in thousands of Canadian dollars)", "CAD"),
        ("Expressed in U.S. dollars", "USD"),
        ("millions of guilders", "NLG"),
        ("pounds sterling", "GBP"),
        ("RMB'000", "CNY"),
        ("NT$ thousands", "TWD"),
        ("HK$", "HKD"),
        ("R$ million", "BRL"),
        ("in millions of Korean won", "KRW"),
        ("Rs. in millions", "INR"),
        ("the case was won", None),
        ("(In thousands)", None),
    ],
)
def test_currency(text: str, code: str | None) -> None:
    assert currency_in([text]) == code
