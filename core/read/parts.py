"""An EDGAR file taken apart: where its header ends, and where each `<DOCUMENT>` has its text."""

import re
from typing import NamedTuple

_TAG = re.compile(
    r"<(/?)(DOCUMENT|TEXT|TYPE|SEQUENCE|FILENAME|DESCRIPTION|SEC-DOCUMENT|IMS-DOCUMENT|SUBMISSION)>([^\n]{0,300})",
    re.IGNORECASE,
)
_OPENS = re.compile("<DOCUMENT>|<document>|<Document>")
"""Without one of these a file is no submission; looking for them costs next to nothing."""
_ENVELOPE = "-----BEGIN PRIVACY-ENHANCED MESSAGE-----"
_COUNT = re.compile(r"PUBLIC[ -]DOCUMENT[ -]COUNT[:>]\s*(\d{1,4})")
_TOPS = frozenset({"SEC-DOCUMENT", "IMS-DOCUMENT", "SUBMISSION"})


class DocumentPart(NamedTuple):
    """One `<DOCUMENT>` as it stands in the file: its fields, where its text begins and ends, whether it is closed."""

    fields: dict[str, str]
    start: int
    end: int
    closed: bool


class Split(NamedTuple):
    """A file's parts. `header`: what stands before the first document; `follows`: the beginning of what comes after the
    submission's end, if another header does; `stray`: closing tags without an opening one; `announced`: the number of
    documents that the header promises."""

    header: str
    documents: tuple[DocumentPart, ...]
    follows: str | None
    stray: int
    announced: int | None


def split(text: str) -> Split:
    """The parts of a file; no documents where it is no submission."""
    if _OPENS.search(text) is None:
        return Split("", (), None, 0, None)
    return _Splitter(text).run()


class _Splitter:
    """Goes once over the tags that stand at the beginning of a line."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.parts: list[DocumentPart] = []
        self.fields: dict[str, str] | None = None
        self.start = self.after = -1
        self.end: int | None = None
        self.first = -1
        self.stray = 0

    def run(self) -> Split:
        """The whole file."""
        follows = None
        for tag in _TAG.finditer(self.text):
            if not _begins_line(self.text, tag.start()):
                continue
            if self._is_another(tag):
                follows = self.text[tag.start() : tag.start() + 4000]
                break
            self._take(tag)
        if self.fields is not None:
            self._finish(self._cut(follows is not None), closed=False)
        header = self.text[: max(self.first, 0)][:100_000]
        count = _COUNT.search(header)
        return Split(header, tuple(self.parts), follows, self.stray, int(count[1]) if count else None)

    def _is_another(self, tag: re.Match[str]) -> bool:
        """Whether another submission begins here, after documents of the first one."""
        return self.first >= 0 and not tag[1] and tag[2].upper() in _TOPS

    def _cut(self, another: bool) -> int:
        """Where a document ends that nothing closes."""
        if not another:
            return len(self.text)
        at = self.text.find(_ENVELOPE, max(self.start, 0))
        return at if at >= 0 else len(self.text)

    def _take(self, tag: re.Match[str]) -> None:
        name = tag[2].upper()
        if name == "DOCUMENT":
            self._document(tag)
        elif self.fields is None:
            self.stray += bool(tag[1]) and name == "TEXT"
        elif name == "TEXT":
            self._text(tag)
        elif self.start < 0 and not tag[1]:
            self.fields.setdefault(name, " ".join(tag[3].split()))
            self.after = min(tag.end() + 1, len(self.text))

    def _document(self, tag: re.Match[str]) -> None:
        closing = bool(tag[1])
        if self.fields is not None:
            self._finish(tag.start(), closed=closing)
        elif closing:
            self.stray += 1
        if not closing:
            self.fields, self.start, self.end = {}, -1, None
            self.after = min(tag.end() + 1, len(self.text))
            if self.first < 0:
                self.first = tag.start()

    def _text(self, tag: re.Match[str]) -> None:
        if tag[1]:
            self.end = tag.start()
        elif self.start < 0:
            self.start = tag.end(2) + 1 if tag[3].strip() else min(tag.end() + 1, len(self.text))

    def _finish(self, end: int, *, closed: bool) -> None:
        """Ends the document: at its `</TEXT>` where there is one, else at `end`."""
        assert self.fields is not None  # noqa: S101
        start = self.start if self.start >= 0 else self.after
        stop = self.end if self.end is not None and self.end >= start else end
        self.parts.append(DocumentPart(self.fields, start, max(start, stop), closed or self.end is not None))
        self.fields = None


def _begins_line(text: str, at: int) -> bool:
    """Whether only a few blanks stand before this place on its line."""
    begin = text.rfind("\n", max(0, at - 12), at) + 1
    return (begin > 0 or at < 12) and not text[begin:at].strip()
