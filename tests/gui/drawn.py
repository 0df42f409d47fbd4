"""State drawn as text, so that tests compare what a person would see."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex

from gui.models.outline import Ask
from gui.models.outline_node import TABLE


def tree(model: QAbstractItemModel, parent: QModelIndex | None = None, depth: int = 0) -> str:
    """A tree of sections, a line a node: `#` a table, `▲2` sums that do not tie, `-> EX-13` a link, `~` faint."""
    start = parent or QModelIndex()
    lines = []
    for row in range(model.rowCount(start)):
        index = model.index(row, 0, start)
        if model.canFetchMore(index):
            model.fetchMore(index)
        off, link = index.data(Ask.OFF), index.data(Ask.LINK)
        words = ["#" if index.data(Ask.KIND) == TABLE else "", index.data(Ask.NUMBER), index.data()]
        words += [f"▲{off}" if off else "", f"-> {link}" if link else "", "~" if index.data(Ask.FAINT) else ""]
        lines.append("  " * depth + " ".join(word for word in words if word))
        lines.append(tree(model, index, depth + 1))
    return "\n".join(line for line in lines if line)
