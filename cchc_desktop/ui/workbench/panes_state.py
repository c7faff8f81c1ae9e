"""How a plan is looked at as plain JSON values: out of the panes, and back into them as far as the plan allows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView

from cchc_desktop.ui.workbench.columns import PlanColumn
from cchc_desktop.ui.workbench.filters import Filters
from cchc_desktop.ui.workbench.roles import Role

if TYPE_CHECKING:
    from cchc_desktop.domain.plan_tree import PlanTree
    from cchc_desktop.ui.workbench.panes import PlanPanes

_ORDERS = {"ascending": Qt.SortOrder.AscendingOrder, "descending": Qt.SortOrder.DescendingOrder}


def view_state(panes: PlanPanes) -> dict[str, Any]:
    """Return mode, filters, search words, order, closed rows, current cell and scroll; rows by their uid."""
    view, header = panes.view(), panes.table_view.horizontalHeader()
    current, top = view.currentIndex(), view.indexAt(QPoint(1, 1))
    return {
        "mode": panes.mode().name.lower(),
        "query": panes.bar.query(),
        "filters": panes.bar.filters().to_json(),
        "sort": [_column_name(header.sortIndicatorSection()), header.sortIndicatorOrder().name],
        "closed": panes.tree_view.closed_rows(),
        "current": current.data(Role.UID) or "",
        "column": _column_name(current.column()),
        "top": top.data(Role.UID) or "",
        "saved": panes.saved_way(),
    }


def restore_view(panes: PlanPanes, tree: PlanTree, state: Mapping[str, Any]) -> None:
    """Look at a plan as `view_state` said; values that are unknown or no longer fit are passed over."""
    from cchc_desktop.ui.workbench.panes import Mode

    panes.tree_view.close_rows(_texts(state.get("closed")))
    _restore_sorting(panes, state.get("sort"))
    mode = Mode.__members__.get(_text(state, "mode").upper(), Mode.TREE)
    panes.use_way(_text(state, "saved"))
    panes.look(mode, _text(state, "query"), Filters.from_json(state.get("filters"), tree))
    column = _column_named(_text(state, "column"), PlanColumn.CONTENT)
    current = panes.model().index_of_uid(_text(state, "current"), column)
    if current.isValid():
        panes.view().setCurrentIndex(current)
    _scroll(panes, _text(state, "top"))
    if not panes.isVisible():  # at the start: rows get their heights when they are shown
        QTimer.singleShot(0, panes, lambda: _scroll(panes, _text(state, "top")))


def _scroll(panes: PlanPanes, uid: str) -> None:
    top = panes.model().index_of_uid(uid)
    if top.isValid():
        panes.view().scrollTo(top, QAbstractItemView.ScrollHint.PositionAtTop)


def _restore_sorting(panes: PlanPanes, sort: Any) -> None:
    if isinstance(sort, list) and len(sort) == 2:
        order = _ORDERS.get(str(sort[1]).removesuffix("Order").lower(), Qt.SortOrder.AscendingOrder)
        panes.table_view.sortByColumn(_column_named(str(sort[0]), PlanColumn.NUMBER), order)


def _text(state: Mapping[str, Any], name: str) -> str:
    value = state.get(name)
    return value if isinstance(value, str) else ""


def _texts(values: Any) -> list[str]:
    return [value for value in values if isinstance(value, str)] if isinstance(values, list) else []


def _column_name(column: int) -> str:
    return PlanColumn(column).name.lower() if 0 <= column < len(PlanColumn) else ""


def _column_named(name: str, otherwise: PlanColumn) -> PlanColumn:
    return PlanColumn.__members__.get(name.upper(), otherwise)
