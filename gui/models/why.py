"""Why something is read as it is, as lines of a name and a value: what was decided, its clues, what else it could be."""

from collections.abc import Iterator
from typing import Any

from core.evidence import Verdict
from core.judgements import Judgement, Question
from core.places import Places
from core.rules import silent
from core.why import Answer, PlaceError, why
from core.why_report import missed, stands
from core.wording import brief, clues, decided, listed, sureness, weighed
from gui.models.details import Detail
from gui.session import Session

NOT_KEPT = "No clues were kept of this."
NOTHING_APART = "Nothing sets the line apart from those around it."
_SILENT = 5
"""Names of silent rules that are told; of more it says the number."""
_NAMES = {
    Question.HEADING: "Heading of",
    Question.STATEMENT: "The table is",
    Question.SCALE: "Money is in",
    Question.SHARE_SCALE: "Shares are in",
    Question.CURRENCY: "Currency",
    Question.PERIOD: "Time",
    Question.ROLE: "The row is",
    Question.UNIT: "It counts",
    Question.CONCEPT: "Concept",
}


def asked(session: Session) -> str | None:
    """The place that the reader asks about: as asked, else the figure, row or words pointed at, else what is shown."""
    if (asking := session.asking) is not None and asking.place is not None:
        return asking.place
    pointed, shown = session.pointing, session.current
    if pointed is None or (shown is not None and pointed.path != shown.path):
        return (shown.statement or shown.section) if shown is not None else None
    places, cite = session.places(pointed.path), pointed.cites[0]
    if (found := pointed.figure) is not None:
        return f"{found.statement.id}:{found.row + 1}:{found.figure.column + 1}"
    if (row := places.row_at(cite)) is not None:
        return f"{row[0].id}:{row[0].rows.index(row[1]) + 1}"
    return f"{cite.document}:{places.analysis.filing.document(cite.document).source.line_of(cite.start)}"


def answer_of(session: Session) -> tuple[Places, Answer] | None:
    """The answer to what the reader asks; None where nothing is shown."""
    place, shown = asked(session), session.current
    path = session.asking.path if session.asking is not None else shown.path if shown is not None else None
    if place is None or path is None or not session.is_open(path):
        return None
    places = session.places(path)
    try:
        return places, why(places, place)
    except PlaceError:  # of a reading that has been replaced
        return None


def lines_of(places: Places, answer: Answer) -> tuple[Detail, ...]:
    """The answer as lines; places that clues stand at can be gone to."""
    return tuple(_lines(places, answer))


def summary_of(answer: Answer) -> str:
    """What was decided, in a few words."""
    return " · ".join(decided(judgement) for judgement in answer.judgements[:_SILENT])


def _lines(places: Places, answer: Answer) -> Iterator[Detail]:
    if answer.standing is not None and not answer.judgements:
        yield Detail("Line", stands(answer.standing), answer.cite, strong=True)
    for judgement in answer.judgements:
        yield from _judged(judgement)
    for miss in answer.misses:
        yield Detail("Why not", missed(places, miss))
    for tried in answer.tried:
        yield Detail("Asked", tried.recogniser.asks, strong=True)
        if tried.verdict is None:
            yield Detail("", NOTHING_APART)
        else:
            yield from (Detail(weighed(told.clue), told.knows) for told in clues(tried.verdict))


def _judged(judgement: Judgement) -> Iterator[Detail]:
    verdict = judgement.verdict
    yield Detail(_NAMES[judgement.question], decided(judgement), strong=True)
    if verdict is None:
        yield Detail("", NOT_KEPT)
        return
    yield from _clues(verdict, judgement.question)
    if verdict.alternative is not None:
        yield Detail("unsure" if verdict.thin else "", sureness(verdict, judgement.question))
    if quiet := silent(verdict):
        yield Detail("silent", listed((named.rule.name.replace("-", " ") for named in quiet), _SILENT))


def _clues(verdict: Verdict[Any], question: Question) -> Iterator[Detail]:
    for told in clues(verdict, question):
        words = f"{told.instead}: {told.knows}" if told.instead else told.knows
        yield Detail(brief(told), words, told.clue.cite)
