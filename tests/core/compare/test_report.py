"""Two filings compared in a terminal: restated figures, words by section, a section's changes."""

import json
import re
from pathlib import Path

import pytest

from core.analysis import Analysis, analyse
from core.cli import run
from core.compare.report import NoSectionError, in_order, passages, summary

SAMPLES = Path(__file__).parents[3] / "resources" / "samples"
OLD, NEW = (SAMPLES / f"pellwick-ladder-10k-{year}.txt" for year in (2002, 2003))


@pytest.fixture(scope="module")
def both() -> tuple[Analysis, Analysis]:
    """The two sample filings, the older first."""
    return analyse(OLD), analyse(NEW)


def test_older_first(both: tuple[Analysis, Analysis]) -> None:
    old, new = both
    assert in_order(new, old) == in_order(old, new) == (old, new)


def test_summary(both: tuple[Analysis, Analysis]) -> None:
    lines = summary(*both).splitlines()
    assert lines[0] == "older: PELLWICK LADDER COMPANY 10-K 2002"
    assert "2 figures are printed otherwise:" in lines
    assert (
        "    Selling, general and administrative expenses, December 31, 2002: 7,643 became 7,217 "
        "(reclassified: 7,643 = 7,217 + 426 Research and development)" in lines
    )
    assert any(re.search(r"^ +\d+ +\d+ +\d+ +\d+ +\d+  Item 7A ", line) for line in lines)
    assert any("(only in the newer)" in line for line in lines)


def test_a_section(both: tuple[Analysis, Analysis]) -> None:
    told = passages(*both, "doc-1/part-1/item-1")
    assert "They accounted for [-30.4-] {+32.5+} % of net sales in [-2002-] {+2003+}" in " ".join(told.split())
    with pytest.raises(NoSectionError, match="neither filing has a section nowhere"):
        passages(*both, "nowhere")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ([str(NEW), str(OLD)], 0, "older: PELLWICK LADDER COMPANY 10-K 2002"),
        ([str(NEW), str(OLD), "--section", "nowhere"], 2, "nowhere"),
        ([str(NEW)], 2, "OTHER"),
        ([str(NEW), str(SAMPLES / "none.txt")], 2, "none.txt"),
    ],
)
def test_command(capfd: pytest.CaptureFixture[str], arguments: list[str], code: int, said: str) -> None:
    assert run(["compare", *arguments]) == code
    told = capfd.readouterr()
    assert said in (told.err if code else told.out)
    assert len(told.err.splitlines()) == (1 if code else 0)


def test_as_json_and_as_a_page(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(["compare", str(OLD), str(NEW), "--json"]) == 0
    told = json.loads(capfd.readouterr().out)
    assert told["older"] == "PELLWICK LADDER COMPANY 10-K 2002"
    sections = told["sections"]
    counts = [one["words_added"] + one["words_removed"] + one["moved"] for one in sections]
    assert counts == sorted(counts, reverse=True)
    item = next(one for one in sections if one["title"].startswith("Item 1 "))
    row = next(one for one in item["changed"] if "They accounted for" in (one["new"] or ""))
    told_of = [(one["kind"], row["old"][slice(*one["old"])], row["new"][slice(*one["new"])]) for one in row["changes"]]
    assert ("figure", "30.4", "32.5") in told_of
    out = tmp_path / "changes.html"
    assert run(["compare", str(OLD), str(NEW), "--to", str(out), "--section", "doc-1/part-1/item-1"]) == 0
    page = out.read_text("utf-8")
    assert '<span class="rolled">32.5</span>' in page
    assert "http" not in page
    assert run(["compare", str(OLD), str(NEW), "--to", str(tmp_path / "changes.odt")]) == 2
