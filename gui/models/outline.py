"""The tree of the open filings: companies, fiscal years, filings, their sections, and the tables of each section."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.places import Places
from gui.models.filings import COMPANY, FILING, YEAR, Branch, Entry, Key, arranged, entry
from gui.models.noted import still_off
from gui.models.outline_node import GROUPS, NOWHERE, ROOT, Node, hint_of, spoken, word_of
from gui.models.planted import Planter
from gui.models.titles import filing_title
from gui.plain import tip
from gui.session import Session, Shown

Index = QModelIndex | QPersistentModelIndex


class Ask(IntEnum):
    """What the view asks of an index besides its title."""

    NUMBER = Qt.ItemDataRole.UserRole + 1
    """str: the number before the title, `7A`."""
    KIND = Qt.ItemDataRole.UserRole + 3
    """str: a SectionKind's value, `company`, `year`, `filing` or `table`."""
    OFF = Qt.ItemDataRole.UserRole + 4
    """int: how many of its own sums do not tie."""
    LINK = Qt.ItemDataRole.UserRole + 6
    """str: the exhibit that an incorporated Item refers to, `EX-13`, or empty."""
    FAINT = Qt.ItemDataRole.UserRole + 7
    """bool: nothing of its own to read here: an Item incorporated by reference."""
    DOUBTS = Qt.ItemDataRole.UserRole + 9
    """int: how many findings are about it."""


class OutlineModel(QAbstractItemModel):
    """The sections of every open filing, which are made when they are first asked for; an index carries the id of its node,
    never an object."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._places: dict[Path, Places] = {}
        self._entries: dict[Path, Entry] = {}
        self._placed: dict[Key, int] = {}
        self._changing = False
        self._bare: set[int] = set()  # filings whose sections nobody has asked for
        self._next = 1
        self._nodes: dict[int, Node] = {}
        self._children: dict[int, list[int]] = {0: []}
        self._inside: dict[int, int] = {}
        self._doubted: dict[int, int] = {}
        self._widths: dict[int, int] = {}
        self._of: dict[Shown, int] = {}
        self._words: dict[int, str] = {}
        for analysis in session.analyses:
            self._put(session.places(analysis.path))
        session.opened.connect(lambda analysis: self._put(session.places(analysis.path)))
        session.closed.connect(self._take)
        session.remarked.connect(self._mark_again)

    # what views ask

    def node(self, index: Index) -> Node | None:
        """The node of an index, None for an invalid one."""
        return self._nodes.get(index.internalId()) if index.isValid() else None

    def number_width(self, node: Node) -> int:
        """Characters of the longest number among a node's siblings."""
        return self._widths.get(node.parent, 0)

    def holds(self, index: Index, kind: str) -> bool:
        """Whether one of the children of an index is of this kind."""
        return any(self._nodes[ident].kind == kind for ident in self._children.get(index.internalId(), ()))

    def off_inside(self, node: Node) -> int:
        """How many sums of what lies inside a node do not tie."""
        return self._total(self._inside, node)

    def doubts_inside(self, node: Node) -> int:
        """How many findings are about what lies inside a node."""
        return self._total(self._doubted, node)

    def _total(self, known: dict[int, int], node: Node) -> int:
        """A count of what lies inside a node; of a company's what lies inside its filings."""
        if node.kind not in GROUPS:
            return known.get(self._of.get(node.shown, 0), 0)
        below = self._children[self._children[node.parent][node.row]]
        return sum(self._total(known, self._nodes[each]) for each in below)

    def filings_of(self, node: Node) -> list[Path]:
        """The filings of a company or a year; of another node its own."""
        if node.kind not in GROUPS:
            return [node.shown.path]
        return [
            path
            for each in self._children[self._children[node.parent][node.row]]
            for path in self.filings_of(self._nodes[each])
        ]

    @property
    def roots(self) -> tuple[int, ...]:
        """The ids of the filings' nodes, in their order."""
        return tuple(self._filings(0))

    def _filings(self, ident: int) -> Iterator[int]:
        for child in self._children[ident]:
            if self._nodes[child].kind == ROOT:
                yield child
            elif self._nodes[child].kind not in GROUPS:
                return  # filings stand before sections
            yield from self._filings(child)

    def children_of(self, ident: int) -> Sequence[int]:
        """The ids of a node's children, without the filings among them."""
        return [child for child in self._children.get(ident, ()) if self._nodes[child].kind != ROOT]

    def node_of(self, ident: int) -> Node:
        """A node by its id."""
        return self._nodes[ident]

    def below(self, ident: int) -> Iterator[int]:
        """The ids of all nodes below one, in the order of the tree."""
        for child in self.children_of(ident):
            yield child
            yield from self.below(child)

    def full_title(self, ident: int) -> str:
        """The title of a filing where it does not stand below its company."""
        return filing_title(self._places[self._nodes[ident].shown.path].analysis.filing)

    def words_of(self, ident: int) -> str:
        """What the filter looks in, folded."""
        node = self._nodes[ident]
        return (
            ""
            if node.kind == ROOT or node.kind in GROUPS
            else f"{word_of(node.kind)} {node.number} {node.title}".casefold()
        )

    def words_below(self, root: int) -> str:
        """What the filter looks in of a whole filing, a line a node; kept, for each keystroke asks for it."""
        words = self._words.get(root)
        if words is None:
            self._plant(root)
            words = self._words[root] = "\n".join(map(self.words_of, self.below(root)))
        return words

    def find(self, shown: Shown) -> QModelIndex:
        """The index of what is shown, or of the nearest thing around it."""
        filing = self._of.get(Shown(shown.path))
        if filing is not None and shown.section is not None:
            self._plant(filing)
        for wanted in (shown, Shown(shown.path, shown.section), Shown(shown.path)):
            ident = self._of.get(wanted)
            if ident is not None:
                return self.createIndex(self._nodes[ident].row, 0, ident)
        return QModelIndex()

    def walk(self, parent: QModelIndex | None = None) -> Iterator[QModelIndex]:
        """Every index below `parent`, in the order of the tree."""
        start = parent or QModelIndex()
        for row in range(self.rowCount(start)):
            index = self.index(row, 0, start)
            self.fetchMore(index)
            yield index
            yield from self.walk(index)

    def off_by_table(self, places: Places) -> dict[str, int]:
        """How many sums of each table do not tie and are not accepted by the reader."""
        found: dict[str, int] = {}
        noted = self._session.remarks.of(places.analysis.filing.sha256)
        for check in still_off(places.analysis.checks, noted):
            place = places.figure_at(check.cites[0].document, check.cites[0].start) if check.cites else None
            if place is not None:
                found[place.statement.id] = found.get(place.statement.id, 0) + 1
        return found

    def _mark_again(self, path: Path) -> None:
        """Another finding of a filing is accepted, or one no longer: the marks of its lines follow."""
        root = self._placed.get((FILING, str(path)))
        if root is None or root in self._bare:
            return
        off = self.off_by_table(self._places[path])
        for ident in self.below(root):
            node = self._nodes[ident]
            count = off.get(node.shown.statement or "", 0)
            if count == node.off or node.shown.path != path:
                continue
            above = node.parent
            while above:
                self._inside[above] = self._inside.get(above, 0) + count - node.off
                above = self._nodes[above].parent if self._nodes[above].kind != ROOT else 0
            self._nodes[ident] = node._replace(off=count)
            self.dataChanged.emit(self._index(ident), self._index(ident))

    def plant_next(self) -> bool:
        """Makes the sections of one more filing; whether there was one without."""
        if self._bare:
            self.words_below(min(self._bare))
        return bool(self._bare)

    # QAbstractItemModel

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """See QAbstractItemModel."""
        ids = self._children.get(parent.internalId() if parent is not None and parent.isValid() else 0, [])
        if column != 0 or not 0 <= row < len(ids):
            return QModelIndex()
        return self.createIndex(row, 0, ids[row])

    def parent(self, index: Index | None = None) -> QModelIndex:  # type: ignore[override]
        """See QAbstractItemModel."""
        node = self.node(index) if index is not None else None
        if node is None or node.parent == 0:
            return QModelIndex()
        return self.createIndex(self._nodes[node.parent].row, 0, node.parent)

    def rowCount(self, parent: Index | None = None) -> int:
        """See QAbstractItemModel."""
        if parent is None or not parent.isValid():
            return len(self._children[0])
        return len(self._children.get(parent.internalId(), ())) if parent.column() == 0 else 0

    def hasChildren(self, parent: Index | None = None) -> bool:
        """See QAbstractItemModel: a filing whose sections are not made yet has some."""
        return self._is_bare(parent) or self.rowCount(parent) > 0

    def canFetchMore(self, parent: Index | None) -> bool:
        """See QAbstractItemModel; not in the midst of another change."""
        return not self._changing and self._is_bare(parent)

    def _is_bare(self, index: Index | None) -> bool:
        return index is not None and index.isValid() and index.internalId() in self._bare

    def fetchMore(self, parent: Index | None) -> None:
        """See QAbstractItemModel."""
        if parent is not None and self.canFetchMore(parent):
            self._plant(parent.internalId())

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: ARG002
        """See QAbstractItemModel."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """See QAbstractItemModel; `Ask` names the other roles."""
        ident = index.internalId() if index.isValid() else 0
        node = self._nodes.get(ident)
        if node is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return node.title
            case Qt.ItemDataRole.ToolTipRole:
                return tip(self._hint(node))
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(node)
            case Ask.NUMBER:
                return node.number
            case Ask.OFF:
                return node.off
            case _:
                return self._rest(node, role)

    @staticmethod
    def _rest(node: Node, role: int) -> object:
        match role:
            case Ask.KIND:
                return node.kind
            case Ask.LINK:
                return node.link
            case Ask.FAINT:
                return node.faint
            case Ask.DOUBTS:
                return node.doubts
            case _:
                return None

    def _hint(self, node: Node) -> str:
        if node.kind in GROUPS:
            return f"{node.title}\n{len(self.filings_of(node)):,} filings"
        return hint_of(self._places[node.shown.path], node)

    # filings come and go

    def _put(self, places: Places) -> None:
        analysis = places.analysis
        known = self._placed.get((FILING, str(analysis.path)))
        self._places[analysis.path], self._entries[analysis.path] = places, entry(analysis)
        if known is not None:
            self._clear(known)
        self._arrange()
        if known is not None:
            self._plant(known)

    def _take(self, path: Path) -> None:
        ident = self._placed.get((FILING, str(path)))
        if ident is None:
            return
        del self._entries[path]
        self._arrange()
        self._remove(ident)
        del self._places[path]

    def _arrange(self) -> None:
        """Puts the filings where they belong among the others, and lets lines over filings go that have none."""
        self._settle(0, arranged(self._entries.values()))
        for kind in (YEAR, COMPANY):
            for ident in [ident for key, ident in self._placed.items() if key[0] == kind]:
                if not self._children[ident]:
                    self._remove(ident)

    def _settle(self, parent: int, branches: tuple[Branch, ...]) -> None:
        """Makes these the first children of a node, in order."""
        for row, branch in enumerate(branches):
            ident = self._placed.get(branch.key)
            if ident is None:
                ident = self._insert(parent, row, branch)
            elif (self._nodes[ident].parent, self._nodes[ident].row) != (parent, row):
                self._move(ident, parent, row)
            if self._nodes[ident].title != branch.title:
                self._nodes[ident] = self._nodes[ident]._replace(title=branch.title)
                index = self._index(ident)
                self.dataChanged.emit(index, index)
            self._settle(ident, branch.below)

    def _insert(self, parent: int, row: int, branch: Branch) -> int:
        shown = NOWHERE if branch.path is None else Shown(branch.path)
        with self._rows_come(parent, row, row):
            ident = self._placed[branch.key] = self.add(Node(parent, row, shown, branch.kind, branch.title), at=row)
            self._children[ident] = []
            if branch.path is not None:
                self._bare.add(ident)
            self._number(parent)
        return ident

    def _move(self, ident: int, parent: int, row: int) -> None:
        node = self._nodes[ident]
        self._changing = True
        self.beginMoveRows(self._index(node.parent), node.row, node.row, self._index(parent), row)
        self._children[node.parent].remove(ident)
        self._children[parent].insert(row, ident)
        self._nodes[ident] = node._replace(parent=parent)
        self._number(node.parent)
        self._number(parent)
        self.endMoveRows()
        self._changing = False

    def _remove(self, ident: int) -> None:
        node = self._nodes[ident]
        with self._rows_go(node.parent, node.row, node.row):
            self._children[node.parent].remove(ident)
            self._forget(ident)
            self._number(node.parent)
        self._placed = {key: each for key, each in self._placed.items() if each != ident}

    def _clear(self, ident: int) -> None:
        """Takes the sections of a filing away; what amends it stays."""
        sections = [each for each in self._children[ident] if self._nodes[each].kind != ROOT]
        if sections:
            first = self._nodes[sections[0]].row
            with self._rows_go(ident, first, first + len(sections) - 1):
                del self._children[ident][first:]
                for each in sections:
                    self._forget(each)
                for known in (self._inside, self._doubted, self._widths, self._words):
                    known.pop(ident, None)
        self._bare.add(ident)

    def _plant(self, ident: int) -> None:
        """Makes the sections of a filing, where they are not made yet."""
        if ident not in self._bare:
            return
        self._bare.discard(ident)
        places = self._places[self._nodes[ident].shown.path]
        planter = Planter(places, self.off_by_table(places), self.add)
        first, many = len(self._children[ident]), planter.many
        if many:
            with self._rows_come(ident, first, first + many - 1):
                planter.plant(ident, first)
            index = self._index(ident)
            self.dataChanged.emit(index, index)

    @contextmanager
    def _rows_come(self, parent: int, first: int, last: int) -> Iterator[None]:
        self._changing = True
        self.beginInsertRows(self._index(parent), first, last)
        yield
        self.endInsertRows()
        self._changing = False

    @contextmanager
    def _rows_go(self, parent: int, first: int, last: int) -> Iterator[None]:
        self._changing = True
        self.beginRemoveRows(self._index(parent), first, last)
        yield
        self.endRemoveRows()
        self._changing = False

    def _index(self, ident: int) -> QModelIndex:
        return self.createIndex(self._nodes[ident].row, 0, ident) if ident else QModelIndex()

    def _number(self, parent: int) -> None:
        """Tells every child of a node its row."""
        for row, ident in enumerate(self._children[parent]):
            if self._nodes[ident].row != row:
                self._nodes[ident] = self._nodes[ident]._replace(row=row)

    def _forget(self, ident: int) -> None:
        for child in self._children.pop(ident, ()):
            self._forget(child)
        node = self._nodes.pop(ident)
        self._bare.discard(ident)
        for known in (self._inside, self._doubted, self._widths, self._words):
            known.pop(ident, None)
        if self._of.get(node.shown) == ident:
            del self._of[node.shown]

    def add(self, node: Node, *, at: int | None = None) -> int:
        """For the planter: keeps a node among its parent's children; its id."""
        ident = self._next
        self._next += 1
        self._nodes[ident] = node
        siblings = self._children.setdefault(node.parent, [])
        siblings.insert(len(siblings) if at is None else at, ident)
        if node.kind not in GROUPS:
            self._of.setdefault(node.shown, ident)
        if node.parent and len(node.number) <= 3:
            self._widths[node.parent] = max(self._widths.get(node.parent, 0), len(node.number))
        above = node.parent
        while (node.off or node.doubts) and above:
            self._inside[above] = self._inside.get(above, 0) + node.off
            self._doubted[above] = self._doubted.get(above, 0) + node.doubts
            above = self._nodes[above].parent if self._nodes[above].kind != ROOT else 0
        return ident
