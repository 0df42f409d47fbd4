"""Labels of concepts."""

import pytest

from core.facts.labels import read_labels
from tests.core.facts.test_instance import SUBMISSIONS, exhibit
from tests.filings_dir import FILINGS, needs_filings

ROLE = "http://www.xbrl.org/2003/role"


def linkbase(*links: str) -> str:
    inside = "".join(f'<labelLink xlink:type="extended">{link}</labelLink>' for link in links)
    return f'<linkbase xmlns="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink">{inside}</linkbase>'


def loc(concept: str, name: str) -> str:
    return f'<loc xlink:type="locator" xlink:href="http://x/elts.xsd#{concept}" xlink:label="{name}"/>'


def arc(start: str, end: str, more: str = "") -> str:
    return f'<labelArc xlink:type="arc" xlink:from="{start}" xlink:to="{end}" {more}/>'


def label(name: str, text: str, role: str = "label", language: str = "en-US") -> str:
    return f'<label xlink:type="resource" xlink:role="{ROLE}/{role}" xlink:label="{name}" xml:lang="{language}">{text}</label>'


def test_the_standard_label_is_taken() -> None:
    whole = (
        loc("us-gaap_Assets", "a")
        + arc("a", "l")
        + label("l", "Total assets", "totalLabel")
        + label("l", " The\n Assets")
    )
    assert read_labels(linkbase(whole)) == {"us-gaap:Assets": "The Assets"}


def test_another_role_may_be_wanted() -> None:
    whole = loc("a_B", "a") + arc("a", "l") + label("l", "All B", "totalLabel") + label("l", "B")
    assert read_labels(linkbase(whole), "totalLabel") == {"a:B": "All B"}
    assert read_labels(linkbase(whole), "terseLabel") == {}


def test_a_concept_without_one_has_none() -> None:
    assert read_labels(linkbase(loc("a_B", "a") + arc("a", "l") + label("l", "Terse", "terseLabel"))) == {}


def test_english_comes_first() -> None:
    texts = label("l", "Actifs", language="fr") + label("l", "Assets") + label("l", "More")
    assert read_labels(linkbase(loc("a_B", "a") + arc("a", "l") + texts)) == {"a:B": "Assets"}


def test_names_count_within_their_link_only() -> None:
    one, two = (loc(f"a_{name}", "a") + arc("a", "l") + label("l", name) for name in ("One", "Two_Three"))
    assert read_labels(linkbase(one, two)) == {"a:One": "One", "a:Two_Three": "Two_Three"}


def test_a_prohibited_arc_ties_nothing() -> None:
    assert read_labels(linkbase(loc("a_B", "a") + arc("a", "l", 'use="prohibited"') + label("l", "B"))) == {}


@pytest.mark.parametrize(
    "document", ["", b"", "<linkbase", "<xbrl/>", linkbase(arc("x", "y")), linkbase("<!-- -->&nbsp;")]
)
def test_what_holds_no_label_gives_none(document: str | bytes) -> None:
    assert read_labels(document) == {}


@needs_filings
@pytest.mark.filings
@pytest.mark.parametrize("name", SUBMISSIONS)
def test_every_concept_of_a_real_submission_has_its_label(name: str) -> None:
    document = exhibit(FILINGS / "html-xbrl-2009-2011" / name, "EX-101.LAB")
    labels = read_labels(document)
    assert len(labels) == document.count("<loc ")
    assert labels["us-gaap:AccountsPayableCurrent"] == "Accounts Payable, Current"
    assert read_labels(document, "verboseLabel")["us-gaap:AccountsPayableCurrent"] == "Accounts payable"
