"""What is chosen in a view of the plan: rows, whole rows, cells; and which cell comes next to another one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QTreeView

from cchc_desktop.domain.items import WorkItem
from cchc_desktop.ui.workbench.columns import Entity, edit_text, field_of
from cchc_desktop.ui.workbench.roles import Role


@dataclass(frozen=True, slots=True)
class ChosenRow:
    """A row in which something is chosen: its index in the first column, and the shown columns that are chosen."""

    index: QModelIndex
    columns: frozenset[int]
    is_whole: bool

    @property
    def entity(self) -> Entity:
        """Return what stands in the row."""
        entity: Entity = self.index.data(Role.ROW)
        return entity


def chosen(view: QAbstractItemView) -> list[ChosenRow]:
    """Return the rows in which something is selected, from top to bottom; the current cell where nothing is."""
    found: dict[tuple[int, ...], tuple[QModelIndex, frozenset[int]]] = {}
    for span in _spans(view):
        above, columns = _path(span.parent()), frozenset(range(span.left(), span.right() + 1))
        for index in _rows(span):
            path = (*above, index.row())
            found[path] = index, columns | found[path][1] if path in found else columns
    current = view.currentIndex()
    if not found and current.data(Role.ROW) is not None:
        found[()] = current.siblingAtColumn(0), frozenset({current.column()})
    shown, count = frozenset(shown_columns(view)), view.model().columnCount()
    ordered = (found[path] for path in sorted(found))
    return [ChosenRow(index, columns & shown, len(columns) == count) for index, columns in ordered]


def chosen_rows(view: QAbstractItemView) -> list[Entity]:
    """Return the rows in which something is selected, each once; the current row where nothing is selected."""
    return [row.entity for row in chosen(view)]


def chosen_items(view: QAbstractItemView) -> list[WorkItem]:
    """Return the items in which something is selected, from top to bottom."""
    return [entity for entity in chosen_rows(view) if isinstance(entity, WorkItem)]


def whole_rows(view: QAbstractItemView) -> list[Entity]:
    """Return the rows that are selected from the first to the last column; empty where any other cell is selected."""
    rows = chosen(view)
    return [row.entity for row in rows] if all(row.is_whole for row in rows) else []


def cleared_cells(view: QAbstractItemView) -> dict[int, dict[str, str]]:
    """Return the change that empties the selected cells of items, by item id; cells already empty are left out."""
    edits: dict[int, dict[str, str]] = {}
    for row in chosen(view):
        entity = row.entity
        for column in sorted(row.columns):
            field = field_of(entity, column) if isinstance(entity, WorkItem) else None
            if field and edit_text(entity, column):
                edits.setdefault(entity.id, {})[field] = ""
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


def _spans(view: QAbstractItemView) -> list[QItemSelectionRange]:
    selection = view.selectionModel().selection()
    return [selection.at(number) for number in range(selection.count())]


def _rows(span: QItemSelectionRange) -> Iterator[QModelIndex]:
    model, parent = span.model(), span.parent()
    return (model.index(row, 0, parent) for row in range(span.top(), span.bottom() + 1))


def _path(index: QModelIndex) -> tuple[int, ...]:
    """Return the rows from the top down to an index: what sorts rows as they stand on the screen."""
    path: list[int] = []
    while index.isValid():
        path.append(index.row())
        index = index.parent()
    return tuple(reversed(path))
