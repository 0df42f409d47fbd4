"""The Items of the forms."""

import pytest

from core.outline.forms import form_of, forms


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        *(("10-K", "10-K"), ("10-k405", "10-K"), ("10-K405/A", "10-K"), ("10-KSB", "10-K"), (" 10-Q ", "10-Q")),
        *(("10-Q/A", "10-Q"), ("8-K", "8-K"), ("20-F", "20-F"), ("S-1", None), ("", None), (None, None)),
    ],
)
def test_the_form_of_a_document(kind: str | None, name: str | None) -> None:
    form = form_of(kind)
    assert (form.name if form else None) == name


def test_every_form_has_items_of_parts_with_words() -> None:
    assert [form.name for form in forms()] == ["10-K", "10-Q", "20-F", "8-K"]
    for form in forms():
        for key, item in form.items.items():
            assert key.endswith(item.number)
            assert item.title
            assert all(word == word.lower() for word in item.words)


@pytest.mark.parametrize(
    ("kind", "number", "title", "parts"),
    [
        ("10-K", "1", "Business", ["I"]),
        ("10-K", "1", "Cash and Wool", []),
        ("10-K", "7A", "QUANTITATIVE DISCLOSURES", ["II"]),
        ("10-K", "9A(T)", "Controls and Procedures", ["II"]),
        ("10-Q", "1", "Legal Proceedings", ["II"]),
        ("10-Q", "1", "Financial Statements", ["I"]),
        ("10-Q", "4T", "Controls and Procedures", ["I"]),
    ],
)
def test_an_item_is_named_by_its_number_and_its_words(kind: str, number: str, title: str, parts: list[str]) -> None:
    form = form_of(kind)
    assert form is not None
    assert [item.part for item in form.named(number, title)] == parts


def test_what_several_items_are_about() -> None:
    form = form_of("10-K")
    assert form is not None
    assert form.together(10, 12) == "Directors and Executive Officers; Executive Compensation; Security Ownership"
    assert form.together(10, 13).endswith("; Certain Relationships")
    assert form.together(1, 2) == ""
    assert form.together(14, 20) == ""


def test_the_part_and_the_title_of_an_item() -> None:
    annual, quarterly = form_of("10-K"), form_of("10-Q")
    assert annual is not None
    assert quarterly is not None
    assert (annual.part(7), annual.part(12), annual.part(40)) == ("II", "III", "")
    assert (annual.title("3", 1), annual.title("40", 1)) == ("Legal Proceedings", "")
    assert quarterly.title("1", 2) == "Legal Proceedings"
    assert quarterly.title("1", 1).startswith("Financial Statements")


@pytest.mark.parametrize(
    ("number", "title", "spaced"),
    [
        ("3", "LEGALPROCEEDINGS", "LEGAL PROCEEDINGS"),
        ("3", "Legal Proceedings", "Legal Proceedings"),
        ("3", "WOOLANDCASH", "WOOLANDCASH"),
        ("1A", "RiskFactors.", "Risk Factors"),
        ("2", "Properties", "Properties"),
    ],
)
def test_a_title_without_blanks_gets_those_of_the_form(number: str, title: str, spaced: str) -> None:
    form = form_of("10-K")
    assert form is not None
    assert form.respaced(number, title) == spaced
