"""Any list of values as a table: what each column says of a value is a function."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Generic, NamedTuple, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.plain import tip

Value = TypeVar("Value")
Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NOWHERE = QModelIndex()


class RowColumn(NamedTuple, Generic[Value]):
    """A column: its head, what it says of a value, whether it is flush right, and more roles where they are wanted."""

    title: str
    text: Callable[[Value], str]
    right: bool = False
    roles: Mapping[int, Callable[[Value], object]] = MappingProxyType({})


class RowsModel(QAbstractTableModel, Generic[Value]):
    """Shows values in the order they are given in."""

    def __init__(self, columns: Sequence[RowColumn[Value]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._values: tuple[Value, ...] = ()

    @property
    def values(self) -> tuple[Value, ...]:
        """The values that are shown."""
        return self._values

    def set_values(self, values: Sequence[Value]) -> None:
        """Shows other values."""
        self.beginResetModel()
        self._values = tuple(values)
        self.endResetModel()

    def value(self, row: int) -> Value | None:
        """The value of a row, if there is such a row."""
        return self._values[row] if 0 <= row < len(self._values) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many values."""
        return 0 if parent.isValid() else len(self._values)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a column says of a value."""
        if not index.isValid() or not 0 <= index.row() < len(self._values):
            return None
        column, value = self._columns[index.column()], self._values[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.text(value)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.right else _LEFT
        said = column.roles.get(role)
        words = said(value) if said is not None else None
        return tip(words) if role == Qt.ItemDataRole.ToolTipRole and isinstance(words, str) else words

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The columns' heads."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self._columns[section].right else _LEFT
        return None
