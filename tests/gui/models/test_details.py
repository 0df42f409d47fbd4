"""What is known of a figure or of tagged words, drawn as text."""

from dataclasses import replace
from decimal import Decimal
from textwrap import dedent

import pytest
from pytestqt.modeltest import ModelTester

from core.analysis import Analysis, analyse
from core.facts.fact import Fact, Period
from core.places import Places
from core.read.filing import Format
from core.source import Cite, Span
from gui.models.details import Detail, as_text, concept_of, details
from gui.models.rows import RowColumn, RowsModel
from gui.session import Pointed
from tests.filings_dir import FILINGS, needs_filings
from tests.gui import made_up


def pointed(places: Places, cite: Cite) -> Pointed:
    """What the session says of a place that is pointed at."""
    return Pointed(places.analysis.path, (cite,), places.figure_at(cite.document, cite.start))


def drawn(analysis: Analysis, cite: Cite) -> str:
    """The lines of a place: `>` before those that lead somewhere."""
    places = Places(analysis)
    known = details(places, pointed(places, cite))
    lines = (f"{line.name:<10}{'>' if line.cite else ' '} {line.value}".rstrip() for line in known.lines)
    return "\n".join([known.summary, *lines])


def figure_cite(analysis: Analysis, statement: int, row: int, column: int) -> Cite:
    """The place of a figure."""
    return (*analysis.statements, *analysis.tables)[statement].rows[row].figures[column].cite


def test_a_tagged_figure() -> None:
    analysis = made_up.with_tags()
    assert drawn(analysis, figure_cite(analysis, 0, 3, 0)) == dedent("""\
        $1,500,000 · Inventory Net
        Line        Inventories
        Table       Balance Sheets · 2003
        Concept     Inventory Net
        Tag         us-gaap:InventoryNet
        Taxonomy    standard · U.S. GAAP
        Value       $1,500,000
        Printed     1,500
        Period      at December 31, 2003
        Unit        U.S. dollars (USD)
        Scale       in thousands
        Decimals    −3: rounded to thousands
        Format      num-dot-decimal
        Place     > Item 8 · line 30
        Also at   > Item 8 · Note 2 · line 72""")


def test_a_concept_of_the_filers_own_with_its_dimension() -> None:
    analysis = made_up.with_tags()
    assert drawn(analysis, figure_cite(analysis, 2, 1, 1)) == dedent("""\
        $600,000 · Lamps In Stock · the filer's own
        Line        Finished lamps
        Table       Inventories · 2002
        Concept     Lamps In Stock
        Tag         hl:LampsInStock
        Taxonomy    the filer's own · hl
        Value       $600,000
        Printed     600
        Period      at December 31, 2002
        Unit        U.S. dollars (USD)
        Scale       in thousands
        Decimals    −3: rounded to thousands
        Dimension   Product Or Service: Finished Lamps
        Format      num-dot-decimal
        Place     > Item 8 · Note 2 · line 70""")


def test_facts_of_a_separate_instance_say_so() -> None:
    analysis = made_up.with_tags()
    document = replace(analysis.filing.documents[0], format=Format.HTML)
    apart = replace(analysis, filing=replace(analysis.filing, documents=(document,)))
    said = drawn(apart, figure_cite(apart, 0, 3, 0))
    assert "Taxonomy    standard · U.S. GAAP · tagged in the filing's XBRL instance" in said


def test_a_loss_in_brackets() -> None:
    analysis = made_up.with_tags()
    said = drawn(analysis, figure_cite(analysis, 1, 4, 1))
    assert "Value       −$150,000\nPrinted     $(150), negative\nPeriod      year ended December 31, 2002 (" in said


def test_a_number_in_prose() -> None:
    analysis = made_up.with_tags()
    assert drawn(analysis, made_up.cite_of(analysis, "41")) == dedent("""\
        41 Employee · Number Of Employees · the filer's own
        Concept     Number Of Employees
        Tag         hl:NumberOfEmployees
        Taxonomy    the filer's own · hl
        Value       41 Employee
        Printed     41
        Period      at December 31, 2003
        Unit        Employee (hl:Employee)
        Scale       in units
        Decimals    INF: exact
        Place     > Item 1 · page 2 · line 9""")


def test_words_of_a_note_that_is_tagged_as_a_whole() -> None:
    analysis = made_up.with_tags()
    place = made_up.cite_of(analysis, "Inventories\n").spans[0].start
    said = drawn(analysis, Cite(1, (Span(place, place),)))
    assert said.splitlines()[1:4] == [
        "Concept     Inventory Disclosure Text Block",
        "Tag         us-gaap:InventoryDisclosureTextBlock",
        "Taxonomy    standard · U.S. GAAP",
    ]
    assert "Words       a whole passage, which begins “2. Inventories…”" in said


def test_a_figure_without_tag_is_known_by_its_caption() -> None:
    analysis = made_up.analysis()
    assert drawn(analysis, figure_cite(analysis, 1, 4, 1)) == dedent("""\
        −$150,000 · Net income (loss)
        Line        Net income (loss)
        Table       Statements of Income · 2002
        Concept     Net Income Loss
        Tag         us-gaap:NetIncomeLoss
        Taxonomy    standard · U.S. GAAP · by its caption, not tagged
        Value       −$150,000
        Printed     $(150)
        Period      year ended December 31, 2002 (2002-01-01 to 2002-12-31)
        Unit        U.S. dollars
        Scale       in thousands
        Place     > Item 8 · line 58""")


def test_a_figure_of_which_little_is_known() -> None:
    analysis = made_up.analysis()
    said = drawn(analysis, figure_cite(analysis, 1, 5, 1))
    assert "Concept     not tagged\nValue       −$0.15 a share\nPrinted     (.15)" in said
    assert "Unit        U.S. dollars a share" in said
    assert "Scale" not in said


def test_a_caption_tells_of_its_line() -> None:
    analysis = made_up.with_tags()
    assert drawn(analysis, analysis.statements[0].rows[3].cite) == dedent("""\
        Inventories
        Line        Inventories
        Table       Balance Sheets
        Concept     Inventory Net
        Tag         us-gaap:InventoryNet
        Taxonomy    standard · U.S. GAAP · as its line is tagged
        Unit        U.S. dollars
        Scale       in thousands
        Place     > Item 8 · line 30""")


def test_words_that_are_no_figure_and_not_tagged() -> None:
    analysis = made_up.with_tags()
    said = drawn(analysis, made_up.cite_of(analysis, "nine states"))
    assert said == "not tagged\nConcept     not tagged\nPlace     > Item 1 · page 2 · line 9"
    plain = made_up.analysis()  # in which nothing is: that says nothing of these words
    assert drawn(plain, made_up.cite_of(plain, "nine states")).startswith("\nConcept")


@pytest.mark.parametrize(
    ("value", "unit", "scale", "shown"),
    [
        ("0.186", "pure", -2, "18.6%"),
        ("1.35", "pure", 0, "1.35"),
        ("2.50", "USD/shares", 0, "$2.50 a share"),
        ("4301000395", "shares", 0, "4,301,000,395 shares"),
        ("-25000000", "EUR", 6, "−€25,000,000"),
        ("1200", "CHF", 3, "1,200 CHF"),
        ("0.000050", "USD/shares", 0, "$0.00005 a share"),
        ("5", "hl:Store", 0, "5 Store"),
    ],
)
def test_values_whole(value: str, unit: str, scale: int, shown: str) -> None:
    analysis = made_up.with_tags()
    places = Places(analysis)
    found = places.figure_at(1, analysis.statements[0].rows[3].figures[0].cite.start)
    assert found is not None
    fact = Fact("us-gaap:Any", Decimal(value), "1", Period(None, analysis.statements[0].columns[0].end), unit, scale)  # type: ignore[arg-type]
    other = found._replace(figure=found.figure._replace(fact=fact))
    known = details(places, Pointed(analysis.path, (found.figure.cite,), other))
    assert next(line.value for line in known.lines if line.name == "Value") == shown


def test_the_concept_to_copy() -> None:
    analysis = made_up.with_tags()
    places = Places(analysis)
    cites = [figure_cite(analysis, 0, 3, 0), made_up.cite_of(analysis, "41"), made_up.cite_of(analysis, "nine")]
    found = [concept_of(places, pointed(places, cite)) for cite in cites]
    assert found == ["us-gaap:InventoryNet", "hl:NumberOfEmployees", None]


def test_lines_for_the_clipboard() -> None:
    lines = (Detail("Tag", "us-gaap:Assets"), Detail("Value", "$5"))
    assert as_text(lines) == "Tag\tus-gaap:Assets\nValue\t$5\n"
    assert as_text(lines[:1]) == "us-gaap:Assets"


def test_the_lines_are_a_model(qtmodeltester: ModelTester) -> None:
    analysis = made_up.with_tags()
    places = Places(analysis)
    columns = [RowColumn[Detail]("Name", lambda line: line.name), RowColumn[Detail]("Value", lambda line: line.value)]
    model = RowsModel[Detail](columns)
    model.set_values(details(places, pointed(places, figure_cite(analysis, 0, 3, 0))).lines)
    qtmodeltester.check(model)


@needs_filings
@pytest.mark.filings
def test_a_figure_of_a_real_filing() -> None:
    analysis = analyse(FILINGS / "ixbrl-2025" / "ko-10-k-2025-02-20.html")
    sheet = next(one for one in analysis.statements if one.id == "income-statement")
    lines = drawn(analysis, sheet.rows[0].figures[0].cite).splitlines()
    assert lines[:13] == [
        "$47,061,000,000 · Revenues",
        "Line        Net Operating Revenues",
        "Table       Consolidated Statements of Income · 2024",
        "Concept     Revenues",
        "Tag         us-gaap:Revenues",
        "Taxonomy    standard · U.S. GAAP",
        "Value       $47,061,000,000",
        "Printed     $ 47,061",
        "Period      year ended December 31, 2024 (2024-01-01 to 2024-12-31)",
        "Unit        U.S. dollars (USD)",
        "Scale       in millions",
        "Decimals    −6: rounded to millions",
        "Format      num-dot-decimal",
    ]
    assert [line[:12].strip() for line in lines[13:]] == ["Place     >", "Also at   >", ">", ">"]
