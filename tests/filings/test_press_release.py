"""A press release of the seed: company, headline and date are told, and nothing is invented."""

from core.analysis import analyse
from core.contract import as_json
from tests.filings_dir import PRESS_RELEASE, needs_filings


@needs_filings
def test_a_press_release_is_what_it_says_and_no_more() -> None:
    told = as_json(analyse(PRESS_RELEASE))
    filing = told["filing"]
    assert {key: value for key, value in filing.items() if value} == {
        "form": "EX-99.1",
        "company": "American Locker Group Incorporated",
        "dated": "2004-03-19",
    }
    (headline,) = told["outline"]
    assert headline["title"] == "AMERICAN LOCKER GROUP INCORPORATED ANNOUNCES RESIGNATION OF A CORPORATE DIRECTOR"
    assert [child["title"] for child in headline["children"]] == [
        "Safe Harbor Statement under the Private Securities Litigation Reform Act Of 1995"
    ]
    assert [told[part] for part in ("statements", "tables", "checks", "findings")] == [[], [], [], []]
