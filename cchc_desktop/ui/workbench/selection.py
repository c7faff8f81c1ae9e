"""What is chosen in a view of the plan: rows, whole rows, cells."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QItemSelectionRange
from PySide6.QtWidgets import QAbstractItemView

from cchc_desktop.domain.items import WorkItem
from cchc_desktop.ui.workbench.columns import COLUMNS, Entity, edit_text, field_of
from cchc_desktop.ui.workbench.roles import Role

_LAST = len(COLUMNS) - 1


def chosen_rows(view: QAbstractItemView) -> list[Entity]:
    """Return the rows in which something is selected, each once; the current row where nothing is selected."""
    found = {id(entity): entity for span in _spans(view) for entity in _entities(span)}
    current = view.currentIndex().data(Role.ROW)
    return list(found.values()) or ([current] if current is not None else [])


def whole_rows(view: QAbstractItemView) -> list[Entity]:
    """Return the rows that are selected from the first to the last column; empty where any other cell is selected."""
    spans = _spans(view)
    if not all(span.left() == 0 and span.right() == _LAST for span in spans):
        return []
    return [entity for span in spans for entity in _entities(span)]


def cleared_cells(view: QAbstractItemView) -> dict[int, dict[str, str]]:
    """Return the change that empties the selected cells of items, by item id; cells already empty are left out."""
    edits: dict[int, dict[str, str]] = {}
    for span in _spans(view):
        for entity in _entities(span):
            for column in range(span.left(), span.right() + 1):
                field = field_of(entity, column)
                if isinstance(entity, WorkItem) and field and edit_text(entity, column):
                    edits.setdefault(entity.id, {})[field] = ""
    return edits


def _spans(view: QAbstractItemView) -> list[QItemSelectionRange]:
    selection = view.selectionModel().selection()
    return [selection.at(number) for number in range(selection.count())]


def _entities(span: QItemSelectionRange) -> Iterator[Entity]:
    model, parent = span.model(), span.parent()
    for row in range(span.top(), span.bottom() + 1):
        entity = model.index(row, 0, parent).data(Role.ROW)
        if entity is not None:
            yield entity
