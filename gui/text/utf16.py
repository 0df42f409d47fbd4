"""Python counts code points, Qt counts UTF-16 units: the one border between them."""

from bisect import bisect_left


class Units:
    """Maps places in one text both ways. A text within the Basic Multilingual Plane costs nothing."""

    def __init__(self, text: str) -> None:
        wide = text.isascii() or max(text) <= "\uffff"
        self._wide = [] if wide else [at for at, sign in enumerate(text) if sign > "\uffff"]
        self._units = [at + seen for seen, at in enumerate(self._wide)]

    def to_qt(self, index: int) -> int:
        """The UTF-16 offset of a code point."""
        return index + bisect_left(self._wide, index)

    def from_qt(self, offset: int) -> int:
        """The code point that holds a UTF-16 offset."""
        seen = bisect_left(self._units, offset)
        inside = seen > 0 and offset == self._units[seen - 1] + 1
        return offset - seen if not inside else self._wide[seen - 1]
