"""What is chosen in a view of the plan: rows, whole rows, cells; and which cell comes next to another one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QTreeView

from cchc_desktop.domain.items import WorkItem
from cchc_desktop.ui.workbench.columns import Entity, fields_of
from cchc_desktop.ui.workbench.groups import Group
from cchc_desktop.ui.workbench.nodes import Node, Outline
from cchc_desktop.ui.workbench.roles import Role
from cchc_desktop.ui.workbench.selecting import Span, selection_of

if TYPE_CHECKING:
    from cchc_desktop.ui.workbench.table_model import PlanTableModel
    from cchc_desktop.ui.workbench.tree_model import PlanTreeModel


class ChosenRow(NamedTuple):
    """A row in which something is chosen: what it shows, and the shown columns that are chosen."""

    node: Node
    model: PlanTreeModel | PlanTableModel
    columns: frozenset[int]
    is_whole: bool

    @property
    def first_cell(self) -> QModelIndex:
        """Return the index of the row in the first column."""
        return self.model.index_of_node(self.node)

    @property
    def entity(self) -> Entity | None:
        """Return what stands in the row, None for a group that the view made."""
        return entity_of(self.node)


def chosen(view: QAbstractItemView) -> list[ChosenRow]:
    """Return the rows in which something is selected, from top to bottom; the current cell where nothing is."""
    model, shown = _model_of(view), frozenset(shown_columns(view))
    count = model.columnCount()
    nodes = _chosen_nodes(view)
    kinds = {columns: (columns & shown, len(columns) == count) for _, columns in nodes}
    return [ChosenRow(node, model, *kinds[columns]) for node, columns in nodes]


def _chosen_nodes(view: QAbstractItemView) -> list[tuple[Node, frozenset[int]]]:
    found = _chosen_keys(view)
    if not found:
        return []
    order = _model_of(view).outline.in_order()
    return [(node, columns) for node in order if (columns := found.get(node.key)) is not None]


def _chosen_keys(view: QAbstractItemView) -> dict[int, frozenset[int]]:
    """Return the columns that are selected in each row, by the row's key; the current cell where nothing is."""
    found: dict[int, frozenset[int]] = {}
    kinds: dict[tuple[int, int], frozenset[int]] = {}
    outline = _model_of(view).outline
    for span in selection_of(view).cells().spans:
        columns = kinds.get(span[3:]) or kinds.setdefault(span[3:], frozenset(range(span.left, span.right + 1)))
        for node in nodes_of(outline, span):
            known = found.get(node.key, columns)
            found[node.key] = columns if known is columns else known | columns
    current = view.currentIndex()
    if not found and current.data(Role.ROW) is not None:
        found[current.internalId()] = frozenset({current.column()})
    return found


def chosen_rows(view: QAbstractItemView) -> list[Entity]:
    """Return the rows in which something is selected, each once; the current row where nothing is selected."""
    return [entity for node, _ in _chosen_nodes(view) if (entity := entity_of(node)) is not None]


def chosen_items(view: QAbstractItemView) -> list[WorkItem]:
    """Return the items in which something is selected, from top to bottom."""
    return [node.entity for node, _ in _chosen_nodes(view) if isinstance(node.entity, WorkItem)]


def whole_rows(view: QAbstractItemView) -> list[Entity]:
    """Return the rows that are selected from the first to the last column; empty where any other cell is selected."""
    count, nodes = _model_of(view).columnCount(), _chosen_nodes(view)
    if any(len(columns) < count for _, columns in nodes):
        return []
    return [entity for node, _ in nodes if (entity := entity_of(node)) is not None]


def cleared_cells(view: QAbstractItemView) -> dict[int, dict[str, str]]:
    """Return the change that empties the selected cells of items, by item id; cells already empty are left out."""
    edits: dict[int, dict[str, str]] = {}
    shown = frozenset(shown_columns(view))
    stored = _model_of(view).rows.stored
    for node, columns in _chosen_nodes(view):
        item = node.entity
        if isinstance(item, WorkItem):
            fields = fields_of(item, columns).items()
            if emptied := {field: "" for column, field in fields if column in shown and stored(item, field)}:
                edits[item.id] = emptied
    return edits


def select_cells(view: QAbstractItemView, cells: list[QModelIndex]) -> None:
    """Select exactly these cells; the first one becomes current."""
    if not cells:
        return
    selection = QItemSelection()
    for cell in cells:
        selection.select(cell, cell)
    flags = QItemSelectionModel.SelectionFlag
    view.selectionModel().setCurrentIndex(cells[0], flags.NoUpdate)
    view.selectionModel().select(selection, flags.ClearAndSelect)


# --- beside a cell


def header_of_view(view: QAbstractItemView) -> QHeaderView:
    """Return the header that says which columns are shown, and in which order."""
    if isinstance(view, QTreeView):
        return view.header()
    assert isinstance(view, QTableView)
    return view.horizontalHeader()


def shown_columns(view: QAbstractItemView) -> list[int]:
    """Return the columns as they stand on the screen, from left to right."""
    header = header_of_view(view)
    columns = (header.logicalIndex(place) for place in range(header.count()))
    return [column for column in columns if not header.isSectionHidden(column)]


def row_beside(view: QAbstractItemView, index: QModelIndex, step: int) -> QModelIndex:
    """Return the row on the screen above (-1) or below (1) a row, in the first column; an invalid one at the end."""
    first = index.siblingAtColumn(0)
    if isinstance(view, QTreeView):
        return view.indexBelow(first) if step > 0 else view.indexAbove(first)
    return view.model().index(first.row() + step, 0)


def rows_from(view: QAbstractItemView, index: QModelIndex, step: int = 1) -> Iterator[QModelIndex]:
    """Yield a row and the rows below (above) it, as they stand on the screen."""
    row = index.siblingAtColumn(0)
    while row.isValid():
        yield row
        row = row_beside(view, row, step)


def item_cell_beside(view: QAbstractItemView, index: QModelIndex, step: int) -> QModelIndex:
    """Return the cell of the same column in the next item below (above); the same cell where there is none."""
    for row in rows_from(view, row_beside(view, index, step), step):
        if isinstance(row.data(Role.ROW), WorkItem):
            return row.siblingAtColumn(index.column())
    return index


def editable_cell_beside(view: QAbstractItemView, index: QModelIndex, step: int) -> QModelIndex:
    """Return the next (previous) cell of an item that can be typed into, row after row; the same one at the end."""
    columns = shown_columns(view)[::step]
    place = columns.index(index.column()) if index.column() in columns else -1
    for row in rows_from(view, index, step):
        if isinstance(row.data(Role.ROW), WorkItem):
            for column in columns[place + 1 :]:
                cell = row.siblingAtColumn(column)
                if cell.flags() & Qt.ItemFlag.ItemIsEditable:
                    return cell
        place = -1
    return index


def corner_cell(view: QAbstractItemView, *, last: bool) -> QModelIndex:
    """Return the first cell of the first row on the screen, or the last cell of the last one."""
    model, columns = view.model(), shown_columns(view)
    row = model.index(model.rowCount() - 1 if last else 0, 0)
    while last and isinstance(view, QTreeView) and view.isExpanded(row) and (count := model.rowCount(row)):
        row = model.index(count - 1, 0, row)
    return row.siblingAtColumn(columns[-1 if last else 0]) if columns else row


def entity_of(node: Node) -> Entity | None:
    """Return what stands in a row, None for a group that the view made."""
    return None if isinstance(node.entity, Group) else node.entity


def _model_of(view: QAbstractItemView) -> PlanTreeModel | PlanTableModel:
    model: Any = view.model()
    return cast("PlanTreeModel | PlanTableModel", model)


def nodes_of(outline: Outline, span: Span) -> Sequence[Node]:
    """Return the rows of a range that is selected in a tree or table of the plan."""
    return outline.node(span.parent).children[span.top : span.bottom + 1]
