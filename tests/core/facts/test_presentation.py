"""The order in which concepts are shown."""

import pytest

from core.facts.presentation import Line, read_presentation
from tests.core.facts.test_instance import SUBMISSIONS, exhibit
from tests.filings_dir import FILINGS, needs_filings

NETFLIX = "NFLX_10-K_20101231_0001193125-11-040217.txt"


def linkbase(*arcs: tuple[str, str, str], role: str = "r", more: str = "") -> str:
    """A link with arcs: from, to, further attributes."""
    names = dict.fromkeys(name for start, end, _ in arcs for name in (start, end))
    inside = "".join(f'<loc xlink:type="locator" xlink:href="x.xsd#a_{name}" xlink:label="{name}"/>' for name in names)
    inside += "".join(
        f'<presentationArc xlink:type="arc" xlink:from="{start}" xlink:to="{end}" {said}/>' for start, end, said in arcs
    )
    link = f'<presentationLink xlink:type="extended" xlink:role="{role}">{inside}</presentationLink>'
    spaces = 'xmlns="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"<linkbase {spaces}>{link}{more}</linkbase>"


def drawn(document: str) -> str:
    (lines,) = read_presentation(document).values()
    return " ".join(f"{'.' * line.depth}{line.concept}" for line in lines)


def test_lines_stand_in_their_order_below_their_parents() -> None:
    document = linkbase(
        ("Root", "Last", 'order="10"'), ("Root", "First", 'order="1.5"'), ("First", "Leaf", ""), ("Root", "Second", 'order="2"')
    )  # fmt: skip
    assert drawn(document) == "a:Root .a:First ..a:Leaf .a:Second .a:Last"


def test_the_wanted_label_is_told() -> None:
    total = 'preferredLabel="http://www.xbrl.org/2003/role/totalLabel"'
    standard = 'preferredLabel="http://www.xbrl.org/2003/role/label"'
    assert read_presentation(linkbase(("A", "B", total), ("A", "C", standard))) == {
        "r": (Line("a:A", 0, ""), Line("a:B", 1, "totalLabel"), Line("a:C", 1, ""))
    }


def test_a_concept_may_be_shown_twice() -> None:
    assert drawn(linkbase(("A", "Cash", 'order="1"'), ("A", "B", 'order="2"'), ("A", "Cash", 'order="3"'))) == (
        "a:A .a:Cash .a:B .a:Cash"
    )


def test_a_circle_ends() -> None:
    assert drawn(linkbase(("A", "B", ""), ("B", "C", ""), ("C", "B", ""))) == "a:A .a:B ..a:C"
    assert drawn(linkbase(("A", "B", ""), ("B", "A", ""))) == ""


def test_trees_that_multiply_are_cut() -> None:
    levels = [(f"n{at}", f"n{at + 1}", f'order="{turn}"') for at in range(40) for turn in range(3)]
    (lines,) = read_presentation(linkbase(*levels)).values()
    assert 100_000 < len(lines) < 200_001


@pytest.mark.parametrize("document", ["", b"", "<linkbase", "<xbrl/>", "<linkbase><presentationLink"])
def test_what_shows_nothing_gives_no_line(document: str | bytes) -> None:
    assert not any(read_presentation(document).values())


@needs_filings
@pytest.mark.filings
@pytest.mark.parametrize("name", SUBMISSIONS)
def test_every_locator_of_a_real_submission_is_shown(name: str) -> None:
    document = exhibit(FILINGS / "html-xbrl-2009-2011" / name, "EX-101.PRE")
    assert sum(map(len, read_presentation(document).values())) == document.count("<loc ")


@needs_filings
@pytest.mark.filings
def test_the_assets_of_netflix() -> None:
    found = read_presentation(exhibit(FILINGS / "html-xbrl-2009-2011" / NETFLIX, "EX-101.PRE"))
    lines = found["http://www.netflix.com/taxonomy/role/StatementConsolidatedBalanceSheets"]
    assert [f"{line.depth} {line.concept.partition(':')[2]}" for line in lines[:15]] == [
        "0 StatementOfFinancialPositionAbstract",
        "1 AssetsAbstract",
        "2 AssetsCurrentAbstract",
        "3 CashAndCashEquivalentsAtCarryingValue",
        "3 AvailableForSaleSecuritiesCurrent",
        "3 ContentLibraryNetCurrent",
        "3 OtherPrepaidExpenseCurrent",
        "3 OtherAssetsCurrent",
        "3 AssetsCurrent",
        "2 ContentLibraryNetNoncurrent",
        "2 PropertyPlantAndEquipmentNet",
        "2 DeferredTaxAssetsNetNoncurrent",
        "2 OtherAssetsNoncurrent",
        "2 Assets",
        "1 LiabilitiesAndStockholdersEquityAbstract",
    ]
    assert lines[8].label == "totalLabel"
