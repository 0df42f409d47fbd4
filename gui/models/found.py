"""The lines of the tree that have the words of the filter, with what is around and in them; looked up as they are needed."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from gui.models.outline import Index, OutlineModel
from gui.models.outline_node import ROOT, Node


class FoundModel(QAbstractItemModel):
    """A part of the outline's tree: the lines that have some words, all above them, and all below them. Which filings
    have any is known at once; their lines are looked through when the view asks for them."""

    def __init__(self, nodes: OutlineModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._nodes = nodes
        self.words = ""
        self._children: dict[int, Sequence[int]] = {0: ()}
        self._rows: dict[int, int] = {}
        self._looking = False
        for signal in (nodes.rowsInserted, nodes.rowsRemoved, nodes.rowsMoved):
            signal.connect(lambda *_: self._look_again())

    def _look_again(self) -> None:
        if self.words and not self._looking:
            self.look(self.words)

    def look(self, words: str) -> None:
        """Takes other words; none find nothing."""
        self._looking = True  # sections may be made for it
        nodes, wanted = self._nodes, words.casefold()
        for root in nodes.roots if wanted else ():
            nodes.words_below(root)
        self._looking = False
        self.beginResetModel()
        self.words = wanted
        roots = tuple(root for root in nodes.roots if wanted in nodes.words_below(root)) if wanted else ()
        self._children, self._rows = {0: roots}, {root: row for row, root in enumerate(roots)}
        self.endResetModel()

    def first(self, before: int = 0) -> QModelIndex:
        """The first line whose own title has the words: of one filing before all others."""
        for root in sorted(self._children[0], key=lambda each: each != before):
            for ident in self._nodes.below(root):
                if self.words in self._nodes.words_of(ident):
                    return self.of(ident)
        return QModelIndex()

    def has_filing_of(self, ident: int) -> bool:
        """Whether something was found in the filing of a node."""
        return self._root_of(ident) in self._rows

    def _root_of(self, ident: int) -> int:
        while self._nodes.node_of(ident).kind != ROOT and self._nodes.node_of(ident).parent:
            ident = self._nodes.node_of(ident).parent
        return ident

    def of(self, ident: int) -> QModelIndex:
        """The index of a node; none where it is not among what was found."""
        root = self._root_of(ident)
        if root not in self._rows:
            return QModelIndex()
        self._look_through(root)
        return self.createIndex(self._rows[ident], 0, ident) if ident in self._rows else QModelIndex()

    def open_below(self, root: int) -> Iterator[QModelIndex]:
        """The lines of a filing that have found ones in them, from above to below."""
        self._look_through(root)
        waiting = [root]
        while waiting:
            ident = waiting.pop(0)
            if self._children.get(ident):
                yield self.createIndex(self._rows[ident], 0, ident)
                waiting += self._children[ident]

    @property
    def roots(self) -> Sequence[int]:
        """The filings in which something was found."""
        return self._children[0]

    def size(self, root: int) -> int:
        """How many lines of a filing are shown."""
        self._look_through(root)
        return sum(len(self._children.get(ident, ())) for ident in (root, *self._nodes.below(root)))

    def _look_through(self, root: int) -> None:
        if root not in self._children:
            self._keep(root, whole=False)

    def _keep(self, ident: int, *, whole: bool) -> bool:
        """Keeps what was found below a node, or all of it; whether the node itself belongs to it."""
        whole = whole or (bool(self.words) and self.words in self._nodes.words_of(ident))
        kept = [child for child in self._nodes.children_of(ident) if self._keep(child, whole=whole)]
        self._children[ident] = kept
        self._rows.update((child, row) for row, child in enumerate(kept))
        return whole or bool(kept)

    # QAbstractItemModel

    def _ids(self, parent: Index | None) -> Sequence[int]:
        ident = parent.internalId() if parent is not None and parent.isValid() else 0
        if ident in self._rows and ident not in self._children:
            self._look_through(ident)
        return self._children.get(ident, ())

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """See QAbstractItemModel."""
        ids = self._ids(parent)
        return self.createIndex(row, 0, ids[row]) if column == 0 and 0 <= row < len(ids) else QModelIndex()

    def parent(self, index: Index | None = None) -> QModelIndex:  # type: ignore[override]
        """See QAbstractItemModel."""
        if index is None or not index.isValid():
            return QModelIndex()
        node = self._nodes.node_of(index.internalId())
        return QModelIndex() if node.kind == ROOT else self.createIndex(self._rows[node.parent], 0, node.parent)

    def node(self, index: Index) -> Node | None:
        """The node of an index; a filing's with all of its title, for here it does not stand below its company."""
        node = self._nodes.node(index)
        if node is None or node.kind != ROOT:
            return node
        return node._replace(parent=0, title=self._nodes.full_title(index.internalId()))

    def rowCount(self, parent: Index | None = None) -> int:
        """See QAbstractItemModel."""
        return len(self._ids(parent))

    def hasChildren(self, parent: Index | None = None) -> bool:
        """A filing has some, or it would not be here: it need not be looked through for that."""
        ident = parent.internalId() if parent is not None and parent.isValid() else 0
        return (
            self._nodes.node_of(ident).kind == ROOT
            if ident and ident not in self._children
            else bool(self._ids(parent))
        )

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: ARG002
        """See QAbstractItemModel."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What the outline says of the line."""
        if role == Qt.ItemDataRole.DisplayRole and (node := self.node(index)) is not None:
            return node.title
        return self._nodes.data(index, role)
