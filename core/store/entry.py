"""A reading as bytes and back: for the store on disk, and from one process to another.

The bytes are a head and three pickles. The head says what kind of entry it is, which program made it and of which file, and
has a checksum over the rest; an entry of which any of that is not as expected is not looked into. Nothing in an entry is
ever run: the only things made of one are values of frozen types of our own, and dates, decimal numbers and sets.

The first pickle (header, texts, outline, statements) is opened at once, the second (all other tables) and the third (layouts,
markup, checks, facts) when they are first looked at.
"""

import copyreg
import hashlib
import io
import pickle
import struct
import sys
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from operator import attrgetter, methodcaller
from pathlib import Path
from threading import RLock
from typing import Any, NamedTuple

from core.analysis import FAULT, Analysis, analyse
from core.markup.hypertext import Hypertext
from core.read.filing import Filing
from core.source import Source
from core.store.version import version

_NEAR = ("filing", "outline", "statements", "findings", "seconds")
_LATER: tuple[tuple[str, ...], ...] = (("tables",), ("layouts", "checks", "facts"))
"""The parts of an analysis in each of the pickles after the first."""
_LAYER = {name: number for number, names in enumerate(_LATER) for name in names}
_MARKUP = _LAYER["layouts"]
"""The pickle that has what was read of the markup."""
_KIND = b"Tieout reading 1\n"
_HEAD = struct.Struct(f"<{len(_KIND)}s32s32s32s3Q")
"""Kind, version of the program, key, checksum of all that follows, and the bytes of each of the three pickles."""
_LENGTHS = struct.Struct("<3Q")
_PROTOCOL = 5
_PLAIN: Mapping[tuple[str, str], Any] = {
    ("datetime", "date"): date,
    ("decimal", "Decimal"): Decimal,
    ("builtins", "frozenset"): frozenset,
}
"""What an entry may name besides our own types."""

Reducer = Callable[[Any], tuple[Any, ...]]


class DamagedError(Exception):
    """An entry is not what it should be: half written, of another program or file, or with what is none of ours in it."""


def key_of(name: str, sha256: str) -> bytes:
    """What a reading is found by: its file's name and the SHA-256 (hexadecimal) of its bytes."""
    return hashlib.sha256(f"{name}\n{sha256}".encode("utf-8", "surrogateescape")).digest()


def worth_keeping(analysis: Analysis) -> bool:
    """Whether a reading may stand for the next ones: not where the program failed, which may have been for want of memory."""
    return not any(finding.kind == FAULT for finding in analysis.findings)


def pack(analysis: Analysis) -> bytes:
    """A reading as bytes."""
    filing = analysis.filing
    hypertexts = {one.sequence: one.hypertext for one in filing.documents if one.hypertext is not None}
    later: list[object] = [{name: getattr(analysis, name) for name in names} for names in _LATER]
    later[_MARKUP] = (later[_MARKUP], {number: _values(one) for number, one in hypertexts.items()})
    near = {name: getattr(analysis, name) for name in _NEAR}
    layers = [_dumped(near, _Reducers(filing, by_number=False))]
    layers += [_dumped(layer, _Reducers(filing, by_number=True)) for layer in later]
    payload = b"".join(layers)
    sizes = [len(layer) for layer in layers]
    checksum = _checksum(sizes, payload)
    return _HEAD.pack(_KIND, version(), key_of(filing.name, filing.sha256), checksum, *sizes) + payload


def unpack(data: bytes, key: bytes, path: Path) -> Analysis:
    """The reading in these bytes, of the file at `path`. Raises DamagedError."""
    near, later = _layers(data, key)
    rest = _Rest(path, later)
    found = _loaded(near, {"_hypertext": rest.hypertext, "_source": _none_yet})
    if not isinstance(found, dict) or set(found) != set(_NEAR) or not isinstance(found["filing"], Filing):
        raise DamagedError("its first part is of another kind")
    rest.filing = found["filing"]
    made: Analysis = object.__new__(_StoredAnalysis)
    made.__dict__.update(path=path, **found, _more=rest.field)
    return made


class _Layers(NamedTuple):
    """The pickle that is opened at once, and the others."""

    near: memoryview
    later: tuple[bytes, ...]


def _layers(data: bytes, key: bytes) -> _Layers:
    """The pickles of an entry whose head and checksum are as they should be."""
    if len(data) < _HEAD.size:
        raise DamagedError("it is cut off")
    kind, made_by, made_of, checksum, *sizes = _HEAD.unpack_from(data)
    payload = memoryview(data)[_HEAD.size :]
    if kind != _KIND or made_by != version() or made_of != key:
        raise DamagedError("it is of another program or file")
    if sum(sizes) != len(payload) or _checksum(sizes, payload) != checksum:
        raise DamagedError("it is not as it was written")
    near, tables, _ = sizes
    # The texts are in the first part, which need not stay: the others are copied out of it.
    return _Layers(payload[:near], (bytes(payload[near : near + tables]), bytes(payload[near + tables :])))


def _checksum(sizes: list[int], payload: bytes | memoryview) -> bytes:
    whole = hashlib.sha256(_LENGTHS.pack(*sizes))
    whole.update(payload)
    return whole.digest()


# what becomes of values in a pickle

_STANDS_IN = "a name in a pickle, which the reader of entries answers; nothing calls it"


def _values(one: object) -> tuple[Any, ...]:
    return tuple(getattr(one, each.name) for each in fields(one))  # type: ignore[arg-type]


def _source(document: int) -> Source:
    """In a pickle: the text of a document, which the first part has."""
    raise AssertionError(_STANDS_IN, document)


def _hypertext(document: int, text: str = "") -> Hypertext:
    """In a pickle: what was read of a document's markup, whose text the first part has and all else the last."""
    raise AssertionError(_STANDS_IN, document, text)


class _Reducers(dict[type, Reducer]):
    """How values of each type are written: dataclasses by their fields, which is a third faster than their own way and
    leaves out what they hold only for speed; texts and markup by the number of their document, so that the parts share them."""

    def __init__(self, filing: Filing, *, by_number: bool) -> None:
        self._sources = {id(one.source) for one in filing.documents}
        self._hypertexts = {id(one.hypertext): one.sequence for one in filing.documents}
        self[Hypertext] = self._of_markup if by_number else self._of_hypertext
        if by_number:
            self[Source] = self._of_source

    def __missing__(self, kind: type) -> Reducer:
        if issubclass(kind, type):
            raise KeyError(kind)
        if is_dataclass(kind):
            reducer = _by_fields(kind)
        elif issubclass(kind, tuple):
            reducer = _by_items(kind)
        else:
            reducer = methodcaller("__reduce_ex__", _PROTOCOL)
        self[kind] = reducer
        return reducer

    def _of_source(self, one: Source) -> tuple[Any, ...]:
        return (_source, (one.document,)) if id(one) in self._sources else (Source, (one.document, one.text))

    def _of_hypertext(self, one: Hypertext) -> tuple[Any, ...]:
        return _hypertext, (self._hypertexts[id(one)], one.text)

    def _of_markup(self, one: Hypertext) -> tuple[Any, ...]:
        number = self._hypertexts.get(id(one))
        return (Hypertext, _values(one)) if number is None else (_hypertext, (number,))


def _by_fields(kind: type) -> Reducer:
    names = [each.name for each in fields(kind)]
    if len(names) == 1:
        return lambda one: (kind, (getattr(one, names[0]),))
    values = attrgetter(*names)
    return lambda one: (kind, values(one))


def _by_items(kind: type) -> Reducer:
    new = copyreg.__newobj__  # type: ignore[attr-defined] # as pickle itself writes it
    return lambda one: (new, (kind, *one))


def _dumped(layer: object, reducers: _Reducers) -> bytes:
    out = io.BytesIO()
    pickler = pickle.Pickler(out, _PROTOCOL)
    pickler.dispatch_table = reducers
    pickler.dump(layer)
    return out.getvalue()


class _Unpickler(pickle.Unpickler):
    """Makes values of our own frozen types and nothing else; `given` stands for the functions of this module by name."""

    def __init__(self, file: io.BytesIO, given: Mapping[str, Callable[..., object]]) -> None:
        super().__init__(file)
        self._given = given

    def find_class(self, module: str, name: str) -> Any:
        """See pickle.Unpickler."""
        if module == __name__ and name in self._given:
            return self._given[name]
        return _PLAIN.get((module, name)) or _ours(module, name)


@lru_cache(maxsize=256)
def _ours(module: str, name: str) -> type:
    """A frozen type of our own. Nothing is imported for it: what a reading is made of is there once filings can be read."""
    found = getattr(sys.modules.get(module), name, None) if module.startswith("core.") else None
    if not isinstance(found, type) or found.__module__ != module or not _frozen(found):
        raise pickle.UnpicklingError(f"{module}.{name} is no value of a reading")
    return found


def _frozen(kind: type) -> bool:
    """Whether a type's values are plain and never change: named tuples, enumerations and frozen dataclasses."""
    if issubclass(kind, Enum) or (issubclass(kind, tuple) and hasattr(kind, "_fields")):
        return True
    parameters = kind.__dict__.get("__dataclass_params__")
    return parameters is not None and bool(parameters.frozen)


def _loaded(layer: bytes | memoryview, given: Mapping[str, Callable[..., object]]) -> object:
    try:
        return _Unpickler(io.BytesIO(layer), given).load()
    except Exception as error:  # whatever is wrong in the bytes
        raise DamagedError(str(error)) from error


# what is made when it is looked at


def _none_yet(document: int) -> Source:
    raise DamagedError(f"the text of document {document} is not in the first part")


class _Rest:
    """The parts of a reading that are bytes till they are looked at."""

    def __init__(self, path: Path, layers: tuple[bytes, ...]) -> None:
        self.filing: Filing | None = None
        self._path = path
        self._layers: list[bytes | None] = list(layers)
        self._made: dict[str, object] = {}
        self._hypertexts: dict[int, Hypertext] = {}
        self._markup: dict[int, dict[str, object]] = {}
        self._lock = RLock()

    def field(self, name: str) -> object:
        """A part of the analysis."""
        self._open(_LAYER[name])
        return self._made[name]

    def hypertext(self, document: int, text: str = "") -> Hypertext:
        """What was read of the markup of a document: one thing, whichever part of the reading speaks of it."""
        if document not in self._hypertexts:
            made: Hypertext = object.__new__(_StoredHypertext)
            made.__dict__.update(text=text, _more=lambda name: self._of_markup(document, name))
            self._hypertexts[document] = made
        return self._hypertexts[document]

    def _of_markup(self, document: int, name: str) -> object:
        self._open(_MARKUP)
        return self._markup[document][name]

    def _open(self, number: int) -> None:
        with self._lock:
            layer = self._layers[number]
            if layer is None:
                return
            try:
                self._put(_loaded(layer, {"_hypertext": self.hypertext, "_source": self._source}), number)
            except (DamagedError, TypeError, ValueError, AttributeError) as error:
                self._put(self._anew(number, error), number)
            self._layers[number] = None

    def _source(self, document: int) -> Source:
        assert self.filing is not None  # noqa: S101 - set when the first part was opened
        return self.filing.document(document).source

    def _put(self, layer: Any, number: int) -> None:
        parts, markup = layer if number == _MARKUP else (layer, {})
        named = {each: dict(zip(_FIELDS, values, strict=True)) for each, values in markup.items()}
        if set(parts) != set(_LATER[number]):
            raise DamagedError("a part of it is of another kind")
        self._markup.update(named)
        self._made.update(parts)

    def _anew(self, number: int, error: Exception) -> object:
        """A part out of the file itself, while that is still what was read."""
        again = analyse(self._path)
        if self.filing is None or again.filing.sha256 != self.filing.sha256:
            raise DamagedError(f"{self._path.name} is not what it was any more") from error
        parts = {name: getattr(again, name) for name in _LATER[number]}
        markup = {one.sequence: _values(one.hypertext) for one in again.filing.documents if one.hypertext is not None}
        return (parts, markup) if number == _MARKUP else parts


class _Later:
    """A field that is made out of the reading's bytes when it is first looked at, and is then there like any other."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, one: Any, owner: type | None = None) -> object:
        if one is None:
            return self
        kept: dict[str, object] = one.__dict__
        return kept.setdefault(self.name, kept["_more"](self.name))  # type: ignore[operator]


def _whole(self: Any) -> tuple[Any, ...]:
    """For other pickles: a reading as one that was never stored."""
    kind = type(self).__bases__[0]
    return kind, _values(self)


class _StoredAnalysis(Analysis):
    """An analysis out of the store."""

    __reduce__ = _whole


class _StoredHypertext(Hypertext):
    """A hypertext out of the store."""

    __reduce__ = _whole


_FIELDS = tuple(each.name for each in fields(Hypertext))
for _name in _LAYER:
    setattr(_StoredAnalysis, _name, _Later(_name))
for _name in _FIELDS:
    if _name != "text":
        setattr(_StoredHypertext, _name, _Later(_name))
