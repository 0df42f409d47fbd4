"""Every decision about a real filing, from headings to units, has the clues by which it fell."""

import pytest

from core.analysis import analyse
from core.judgements import Question, of_filing
from core.statements.statement import Period
from tests.filings_dir import FILINGS, needs_filings

SEED = FILINGS / "seed" / "001_ca836c439cf71e0b.txt"
LEAST = {
    Question.HEADING: 140,
    Question.STATEMENT: 25,
    Question.SCALE: 25,
    Question.CURRENCY: 20,
    Question.PERIOD: 60,
    Question.ROLE: 280,
    Question.UNIT: 240,
}
"""So many decisions of each kind there are at least, columns that stand for no time left aside."""


@needs_filings
@pytest.mark.filings
def test_every_decision_of_the_seed_has_clues() -> None:
    analysis = analyse(SEED)
    made = [
        judgement
        for judgement in of_filing(analysis.outline, (*analysis.statements, *analysis.tables))
        if judgement.decided != Period(None, None)
    ]
    assert [judgement for judgement in made if judgement.verdict is None or not judgement.verdict.clues] == []
    for question, least in LEAST.items():
        assert sum(judgement.question is question for judgement in made) >= least
