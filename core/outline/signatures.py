"""Where a report is signed: under the word Signatures, or where it says that it has been signed."""

from core.outline.candidates import PART, Found, Heading
from core.outline.lines import Lines
from core.outline.reasons import SIGNATURES_SENTENCE
from core.outline.section import SectionKind
from core.vocabulary import single_words, words

_BEGINS = "pursuant"
"""How the sentence begins by which a report is signed."""
_BELOW = 14
"""Lines below the title of signatures that are looked at."""


def signatures_of(lines: Lines, found: Found, fixed: list[Heading], begin: int, *, main: bool) -> list[Heading]:
    """The signatures of a document: the first title of theirs after the last Item, or the sentence that opens them."""
    after = max((heading.first for heading in fixed), default=begin - 1)
    titles = [title for title in found.titles if title.kind is SectionKind.SIGNATURES and title.first > after]
    signed = [title for title in titles if _is_signed(lines, title)]
    if signed:
        return signed[:1]
    if not main:
        return titles[-1:]
    sentence = next((index for index in range(max(after, 0), lines.count) if _opens(lines, index)), None)
    if sentence is None:
        return titles[:1]
    verdict = SIGNATURES_SENTENCE.of(SectionKind.SIGNATURES)
    return [Heading(SectionKind.SIGNATURES, None, "Signatures", sentence, sentence + 1, PART, verdict)]


def _opens(lines: Lines, index: int) -> bool:
    """Whether the sentence by which a report is signed begins on a line."""
    if lines.bare[index][: len(_BEGINS)].lower() != _BEGINS or not lines.words(index) or not lines.apart(index):
        return False
    return words("signatures", "sentence").match(" ".join(lines.bare[index : index + 2])) is not None


def _is_signed(lines: Lines, title: Heading) -> bool:
    """Whether the words below a title are those of a signature, and not a list's."""
    following = "\n".join(lines.bare[title.last : title.last + _BELOW]).lower()
    return any(said in following for said in single_words("signatures", "below"))
