"""The JSON of an analysis is what the contract says, for a made-up filing and for a real one."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from core.analysis import Analysis, analyse
from core.contract import amount, as_json
from resources import SCHEMA
from tests.core.made_up import submission
from tests.filings_dir import FILINGS, SEED, needs_filings
from tests.gui import made_up

SHARED = FILINGS.parent / "contract" / "filing.schema.json"
OWN = json.loads(SCHEMA.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def kettle(tmp_path_factory: pytest.TempPathFactory) -> Analysis:
    path = tmp_path_factory.mktemp("filings") / "kettle.txt"
    path.write_text(submission())
    return analyse(path)


def rows(whole: dict[str, Any]) -> list[str]:
    """The rows of the statements, their figures at their places."""
    return [
        f"{row['label']}: " + ", ".join(cell["value"] or "words" for cell in row["cells"])
        for statement in whole["statements"]
        for row in statement["rows"]
    ]


def test_a_submission_in_json(kettle: Analysis) -> None:
    whole = json.loads(json.dumps(as_json(kettle)))
    assert whole["schema"] == "tieout.filing/1"
    assert (whole["file"]["name"], whole["file"]["format"]) == ("kettle.txt", "submission")
    assert whole["filing"]["period_end"] == "1998-06-30"
    assert whole["filing"]["fiscal_year_end"] == "06-30"
    assert [one["format"] for one in whole["documents"]] == ["text", "data", "binary"]
    assert "Total assets: 1000, 1000" in rows(whole)


def test_every_location_is_on_its_line(kettle: Analysis) -> None:
    text = kettle.filing.document(1).source.text
    for statement in as_json(kettle)["statements"]:
        for row in statement["rows"]:
            for cell in row["cells"]:
                place = cell["location"]
                assert text.count("\n", 0, place["start"]) + 1 == place["line"]
                assert text[place["start"] : place["end"]].strip("$ ") == cell["text"].strip("$ ")


def test_amounts_are_plain_digits() -> None:
    from decimal import Decimal

    assert [amount(Decimal(text)) for text in ("1E+3", "-0.50", "44737864")] == ["1000", "-0.50", "44737864"]
    assert amount(None) is None


PRICES = """
Item 5. Market for the Registrant's Common Stock

                            High        Low
                           ------     ------
    First quarter          41 1/2     38
    Second quarter         40         37-1/8
"""


def test_a_price_in_eighths_is_no_printed_number(tmp_path: Path) -> None:
    path = tmp_path / "prices.txt"
    path.write_text(PRICES)
    (table,) = as_json(analyse(path))["tables"]
    cells = [(cell["value"], cell["fraction"]) for row in table["rows"] for cell in row["cells"]]
    assert cells == [(None, "41.5"), ("38", None), ("40", None), (None, "37.125")]


def test_what_a_figure_is_tagged_as() -> None:
    whole = json.loads(json.dumps(as_json(made_up.with_tags())))
    cells = [row["cells"] for row in whole["tables"][0]["rows"]]
    assert cells[0][0]["fact"] is None
    assert cells[1][1]["fact"] == {
        "concept": "hl:LampsInStock",
        "start": None,
        "end": "2002-12-31",
        "unit": "USD",
        "scale": 3,
        "decimals": "-3",
        "dimensions": {"us-gaap:ProductOrServiceAxis": "hl:FinishedLampsMember"},
        "value": "600000",
        "format": "num-dot-decimal",
        "id": None,
    }


def test_the_schema_is_one(kettle: Analysis) -> None:
    jsonschema.Draft202012Validator.check_schema(OWN)
    bad = as_json(kettle) | {"findings": [{"severity": "grave", "kind": "", "message": "", "locations": []}]}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(bad, OWN)


@pytest.mark.parametrize("made", [made_up.analysis, made_up.with_tags])
def test_our_own_schema_holds(made: Callable[[], Analysis], kettle: Analysis) -> None:
    for analysis in (kettle, made()):
        jsonschema.validate(json.loads(json.dumps(as_json(analysis))), OWN)


@needs_filings
def test_both_schemas_hold_for_a_filing(kettle: Analysis) -> None:
    shared = json.loads(SHARED.read_text(encoding="utf-8"))
    for analysis in (kettle, analyse(SEED), made_up.analysis(), made_up.with_tags()):
        whole = json.loads(json.dumps(as_json(analysis)))
        jsonschema.validate(whole, shared)
        jsonschema.validate(whole, OWN)
