"""Concepts of rows without tags: what each rule tells, what stays open, and how well the table of the program tells."""

import tomllib
from collections.abc import Iterable

import pytest

from core.learning import USUAL
from core.statements.caption_table import OWN, Known, ZoneCaptions, parsed, printed, table
from core.statements.caption_words import words_of
from core.statements.naming import ROW_CONCEPT, Line, Namer, counted, namer, sure
from core.statements.zones import Zone

TABLE = """# part, concept, captions
current_assets\tInventoryNet\tinventory=*9/12|ware=3/3|oven inventory=2/2
current_assets\tOtherAssetsCurrent\tother=2/2
current_assets\tReceivablesNetCurrent\treceivable=2/2
current_assets\tAccountsReceivableNetCurrent\treceivable=2/3
current_assets\tInventoryFinishedGoodsNetOfReserves\toven other=29/29
current_assets\t-\tkiln=5/5
assets\tGoodwill\tgoodwill=*/
assets\tAssets\ttotal asset=*8/9
other_assets\tMarketableSecuritiesCurrent\tpaper=9/9
income\tRevenues\tsale=*4/4
income\tRevenueFromContractWithCustomerExcludingAssessedTax\tsale=*4/4
"""
MADE = Namer(parsed(TABLE))


@pytest.mark.parametrize(
    ("line", "concept"),
    [
        (Line(Zone.CURRENT_ASSETS, "Inventories"), "InventoryNet"),
        (Line(Zone.CURRENT_ASSETS, "Inventories, less reserve of $4"), "InventoryNet"),
        (Line(Zone.CURRENT_ASSETS, "Inventories, net"), "InventoryNet"),
        (Line(Zone.CURRENT_ASSETS, "Goodwill"), "Goodwill"),  # of the whole side
        (Line(Zone.ASSETS, "Goodwill"), "Goodwill"),
        (Line(Zone.CURRENT_ASSETS, "", "Inventories", total=True), "InventoryNet"),
        (Line(Zone.CURRENT_ASSETS, "", "Inventories"), None),
        (Line(Zone.CURRENT_ASSETS, "Other", "Ovens"), "InventoryFinishedGoodsNetOfReserves"),
        (Line(Zone.CURRENT_ASSETS, "Receivables"), None),  # two concepts are as likely
        (Line(Zone.CURRENT_ASSETS, "Kilns"), None),  # everybody has a concept of his own
        (Line(Zone.CURRENT_ASSETS, "Sundry widgets"), None),
        (Line(Zone.OTHER_ASSETS, "Paper"), None),  # what is current does not stand among what is not
        (Line(Zone.INCOME, "Sales"), "Revenues"),  # two concepts of one line are as likely: the line's own
        (Line(Zone.INCOME, "Sales", placed="ProfitLoss"), "ProfitLoss"),
    ],
)
def test_what_a_line_is_told_to_be(line: Line, concept: str | None) -> None:
    assert MADE.name(line) == concept


@pytest.mark.parametrize(
    ("zone", "label", "heading", "concept"),
    [
        (Zone.PER_SHARE, "Basic", "Earnings per share", "EarningsPerShareBasic"),
        (Zone.PER_SHARE, "Net income attributable to Acme", "Per share - diluted", "EarningsPerShareDiluted"),
        (Zone.PER_SHARE, "Basic and diluted", "", "EarningsPerShareBasicAndDiluted"),
        (Zone.PER_SHARE, "Continuing operations", "Basic:", "IncomeLossFromContinuingOperationsPerBasicShare"),
        (Zone.PER_SHARE, "Dividends, basic", "", None),
        (Zone.SHARES, "Diluted", "Shares", "WeightedAverageNumberOfDilutedSharesOutstanding"),
        (Zone.SHARES, "Issued", "Shares", None),
        (Zone.CASH, "Cash, end of year", "", "CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents"),
        (Zone.CASH, "Sundry", "", None),
    ],
)
def test_what_words_spell(zone: Zone, label: str, heading: str, concept: str | None) -> None:
    assert MADE.name(Line(zone, label, heading)) == concept


def test_a_verdict_has_the_next_best_and_is_not_sure() -> None:
    told = MADE.verdict(Line(Zone.CURRENT_ASSETS, "Receivables"))
    assert told is not None
    assert {told.decided, told.alternative} == {"ReceivablesNetCurrent", "AccountsReceivableNetCurrent"}
    assert not sure(told)
    assert MADE.verdict(Line(Zone.CURRENT_ASSETS, "Sundry widgets")) is None


def test_each_concept_of_a_caption_is_counted() -> None:
    assert [known.listed for known in counted(Line(Zone.ASSETS, "Total assets"))] == [True]
    assert counted(Line(Zone.ASSETS, "Sundry widgets")) == ()


def test_every_rule_speaks_for_a_line_of_its_kind() -> None:
    rules = {rule.name: rule for rule in ROW_CONCEPT.rules}
    assert rules["same-caption"].says(Line(Zone.ASSETS, "Total assets")) == "Assets"
    assert rules["same-caption"].says(Line(Zone.ASSETS, "Sundry widgets")) is None
    assert rules["place"].says(Line(Zone.INCOME, "Net income", placed="ProfitLoss")) == "ProfitLoss"


def test_counts_are_read_as_they_are_printed() -> None:
    for known in (Known("A", 2, 3, listed=True), Known("A", 0, 0, listed=True), Known("A", 1, 1, listed=False)):
        part = ZoneCaptions()
        part.add("one word", known.concept, printed(known))
        assert part.at(("one", "word")) == (known,)


def usual() -> Iterable[tuple[str, str, str]]:
    """Part, caption and concept of everything that is listed as usual."""
    for zone, concepts in tomllib.loads(USUAL.read_text("utf-8")).items():
        for concept, captions in concepts.items():
            for caption in captions.split(","):
                yield zone, caption.strip(), concept


def test_the_table_has_everything_that_is_listed_as_usual() -> None:
    missing = [
        (zone, caption, concept)
        for zone, caption, concept in usual()
        if not any(known.listed and known.concept == concept for known in table()[zone].at(words_of(caption)))
    ]
    assert missing == []


def test_what_is_usual_is_told() -> None:
    known: dict[tuple[str, str], set[str]] = {}
    for zone, caption, concept in usual():
        known.setdefault((zone, " ".join(words_of(caption))), set()).add(concept)
    single = [
        (zone, caption, concept)
        for zone, caption, concept in usual()
        if len(known[zone, " ".join(words_of(caption))]) == 1
    ]
    right = sum(namer().name(Line(Zone(zone), caption)) == concept for zone, caption, concept in single)
    assert right / len(single) >= 0.93


def test_the_filers_own_is_never_told() -> None:
    assert all(namer().name(Line(zone, "Sundry widgets of a kind")) != OWN for zone in Zone)
