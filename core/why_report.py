"""An answer to "why is this read so?" as lines of text and as JSON."""

from collections.abc import Iterable, Iterator
from typing import Any

from core.evidence import Clue, Verdict
from core.glimpse import Tried
from core.judgements import Judgement, Question
from core.outline.section import Section, SectionKind
from core.places import Places
from core.rules import Named, silent
from core.source import Cite
from core.why import Answer, Miss, Standing
from core.wording import Told, clues, decided, question, strength, sureness, tagged_so, thing

SCHEMA = "tieout.why/1"
WIDTH = 72
"""Characters of a line of the filing that are shown."""
_STANDS = {
    Standing.BLANK: "A blank line.",
    Standing.FURNITURE: "Page furniture: the number, foot or running head of a page, left out of titles and tables.",
    Standing.RULE: "A rule: it parts rows or sections and has no words.",
    Standing.MARKUP: "Markup on a line of its own.",
    Standing.HEADING: "A heading.",
    Standing.CONTENTS: "A line of the contents page: what it names begins elsewhere.",
    Standing.TABLE_ROW: "A row of a table that is read.",
    Standing.TABLE_HEAD: "The head of a table that is read, or a line between its rows.",
    Standing.TABLE_LINE: "A line of a table that is not read: it has no columns of figures that could be told apart.",
    Standing.PROSE: "Prose: no rule took it for a heading.",
    Standing.UNREAD: "In a document that is shown, but not read.",
}
_NOT_KEPT = "No clues were kept of this decision."


def as_text(places: Places, answer: Answer) -> str:
    """The answer as lines, each ended by a newline."""
    return "".join(f"{line}\n" for line in _lines(places, answer))


def _lines(places: Places, answer: Answer) -> Iterator[str]:
    source = places.analysis.filing.document(answer.cite.document).source
    many = len(places.analysis.filing.documents) > 1
    where = f"line {source.line_of(answer.cite.start):,}{f' of document {answer.cite.document}' if many else ''}"
    yield f"{places.analysis.filing.name}, {where}: {_cut(answer.words)}"
    if answer.path:
        yield f"in {' › '.join(map(_called, answer.path))} ({answer.path[-1].id})"
    if answer.standing is not None:
        yield stands(answer.standing)
    if answer.figure is not None:
        yield f"The figure {answer.figure.text}."
    for judgement in answer.judgements:
        yield ""
        yield from judged(judgement)
    for miss in answer.misses:
        yield ""
        yield missed(places, miss)
    for tried in answer.tried:
        yield ""
        yield from _tried(tried)


_NUMBERED = {SectionKind.PART: "Part", SectionKind.ITEM: "Item", SectionKind.NOTE: "Note"}


def _called(section: Section) -> str:
    """`Item 7`, `Note 3`; of other sections the title."""
    name = _NUMBERED.get(section.kind)
    return f"{name} {section.number}" if name and section.number else section.title


def stands(standing: Standing) -> str:
    """What a line is, in a sentence."""
    return _STANDS[standing]


def judged(judgement: Judgement) -> Iterator[str]:
    """A decision, its clues, what else it could have been, and the rules that were silent."""
    yield f"{question(judgement.question)}: {decided(judgement)}  ({_cut(judgement.name)})"
    verdict = judgement.verdict
    if verdict is None:
        yield f"    {_NOT_KEPT}"
        return
    for told in clues(verdict, judgement.question):
        instead = f", for {told.instead}" if told.instead else ""
        yield f"  {told.mark} {told.knows} [{told.strength}{instead}; {told.clue.rule}, {told.clue.weight:+g}]"
    if judgement.counts:
        yield f"    Filers tag this caption as {tagged_so(judgement.counts)}."
    yield f"    {sureness(verdict, judgement.question)}"
    quiet = silent(verdict)
    if quiet:
        yield f"    Did not speak: {'; '.join(named.rule.name for named in quiet)}."


def _tried(tried: Tried) -> Iterator[str]:
    """What the rules for one kind of heading say of a line that was not taken for one."""
    yield f"{tried.recogniser.asks} ({tried.recogniser.name}) No."
    if tried.verdict is None:
        yield f"    None of its {len(tried.recogniser.rules)} rules spoke: nothing sets the line apart from those around it."
        return
    for told in clues(tried.verdict):
        yield f"  {sign(told.clue)} {told.knows} [{told.strength}; {told.clue.rule}, {told.clue.weight:+g}]"
    yield "    It is not enough, or what is around it is told better without."


def sign(clue: Clue) -> str:
    """`+` for a clue that speaks for a heading, `-` for one that speaks against it."""
    return "+" if clue.weight > 0 else "-"


def missed(places: Places, miss: Miss) -> str:
    """What a line looks like, and why it was not taken for it, in one sentence."""
    what = f"{thing(miss.kind)}{f' {miss.number}' if miss.number else ''}"
    begun = f"It begins like {what}"
    if miss.listed:
        return f"{begun}, but only lists it: it stands on the contents page."
    if miss.elsewhere is None:
        return f"{begun}, but its numbering does not go on from what is around it, or its words are no title."
    line = places.analysis.filing.document(miss.elsewhere.document).source.line_of(miss.elsewhere.heading.start)
    return f"{begun}, but that begins on line {line:,}, with which the numbering goes on better."


def _cut(words: str) -> str:
    short = " ".join(words.split())
    return short if len(short) <= WIDTH else f"{short[:WIDTH].rstrip()}…"


# JSON


def as_json(places: Places, answer: Answer) -> dict[str, Any]:
    """The answer as one object; verdicts that were not kept are null."""
    return {
        "schema": SCHEMA,
        "file": places.analysis.filing.name,
        "location": _place(places, answer.cite),
        "words": answer.words,
        "stands": answer.standing.name.lower() if answer.standing is not None else None,
        "path": [section.id for section in answer.path],
        "figure": answer.figure.text if answer.figure is not None else None,
        "judgements": [_judgement(places, each) for each in answer.judgements],
        "misses": [_miss(miss) for miss in answer.misses],
        "tried": [_attempt(places, tried) for tried in answer.tried],
    }


def _place(places: Places, cite: Cite) -> dict[str, int]:
    line = places.analysis.filing.document(cite.document).source.line_of(cite.start)
    return {"document": cite.document, "start": cite.start, "end": cite.end, "line": line}


def _judgement(places: Places, judgement: Judgement) -> dict[str, Any]:
    return {
        "question": judgement.question.value,
        "name": judgement.name,
        "place": judgement.target,
        "decided": decided(judgement),
        "counts": [known._asdict() for known in judgement.counts],
        "verdict": _verdict(places, judgement, judgement.verdict) if judgement.verdict is not None else None,
    }


def _verdict(places: Places, judgement: Judgement, verdict: Verdict[Any]) -> dict[str, Any]:
    asked = judgement.question
    other = verdict.alternative
    return {
        "score": verdict.score,
        "alternative": thing(other, asked) if other is not None else None,
        "alternative_score": verdict.alternative_score if other is not None else None,
        "margin": verdict.margin,
        "thin": verdict.thin,
        "clues": [_told(places, told, asked) for told in clues(verdict, asked)],
        "silent": _names(silent(verdict)),
    }


def _told(places: Places, told: Told, asked: Question | None) -> dict[str, Any]:
    return {
        "rule": told.clue.rule,
        "knows": told.knows,
        "weight": told.clue.weight,
        "strength": strength(told.clue.weight),
        "says": thing(told.clue.says, asked),
        "location": _place(places, told.clue.cite) if told.clue.cite is not None else None,
    }


def _attempt(places: Places, tried: Tried) -> dict[str, Any]:
    verdict = tried.verdict
    return {
        "recogniser": tried.recogniser.name,
        "asks": tried.recogniser.asks,
        "clues": [_told(places, told, None) for told in clues(verdict)] if verdict is not None else [],
    }


def _miss(miss: Miss) -> dict[str, Any]:
    elsewhere = miss.elsewhere.id if miss.elsewhere is not None else None
    return {"kind": miss.kind.value, "number": miss.number, "elsewhere": elsewhere, "listed": miss.listed}


def _names(quiet: Iterable[Named]) -> list[str]:
    return [named.name for named in quiet]
