"""What stands in the rows is painted: models and accessible words would be right on an empty surface too."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect
from PySide6.QtGui import QColor, QImage

from cchc_desktop.domain.items import WorkItem
from cchc_desktop.ui import theme
from cchc_desktop.ui.workbench.columns import PlanColumn
from cchc_desktop.ui.workbench.plan_view import PlanView
from cchc_desktop.ui.workbench.roles import Role
from cchc_desktop.ui.workbench.selection import chosen_rows
from tests.ui.sample import sample_tree

FILLED = (PlanColumn.NUMBER, PlanColumn.CONTENT, PlanColumn.LEAD, PlanColumn.TIME, PlanColumn.PRODUCT)
MODES = ("show_tree", "show_table", "show_agencies", "show_months")


@pytest.fixture
def view(qtbot):
    view = PlanView()
    qtbot.addWidget(view)
    view.resize(1300, 700)
    view.set_tree(sample_tree())
    view.show()
    qtbot.waitExposed(view)
    return view


def _colours(picture: QImage, rect: QRect) -> set[int]:
    inner = rect.adjusted(6, 4, -6, -4)
    return {picture.pixel(x, y) for x in range(inner.left(), inner.right()) for y in range(inner.top(), inner.bottom())}


def _rows(view: PlanView) -> list[QModelIndex]:
    """Return the first cells of all rows that lie wholly in the viewport."""
    pane = view.view()
    rows, index = [], pane.indexAt(QPoint(2, 2))
    while index.isValid() and pane.visualRect(index).bottom() < pane.viewport().height():
        rows.append(index)
        index = pane.indexAt(pane.visualRect(index).bottomLeft() + QPoint(2, 2))
    return rows


@pytest.mark.parametrize("mode", MODES)
def test_every_cell_with_words_shows_something(view, mode):
    getattr(view, mode)()
    pane = view.view()
    picture = pane.viewport().grab().toImage()
    seen = 0
    for row in _rows(view):
        for column in FILLED:
            cell = row.siblingAtColumn(column)
            rect = pane.visualRect(cell)
            if cell.data() and pane.viewport().rect().contains(rect) and not pane.isColumnHidden(column):
                assert len(_colours(picture, rect)) > 2, f"{mode}: nothing is painted for “{cell.data()}”"
                seen += 1
    assert seen > 30


@pytest.mark.parametrize("mode", ["show_tree", "show_table"])
def test_the_current_row_is_marked_only_where_a_command_would_take_it(view, mode):
    getattr(view, mode)()
    pane = view.view()
    rows = [row for row in _rows(view) if isinstance(row.data(Role.ROW), WorkItem)][:5]
    accent = QColor(theme.current().accent).rgb()

    def marked() -> list[int]:
        picture = pane.viewport().grab().toImage()
        places = [pane.visualRect(row.siblingAtColumn(PlanColumn.NUMBER)) for row in rows]
        return [at for at, rect in enumerate(places) if picture.pixel(rect.left() + 1, rect.center().y()) == accent]

    chooser, flag = pane.selectionModel(), QItemSelectionModel.SelectionFlag
    view.select_item(rows[0].data(Role.ROW).id, PlanColumn.CONTENT)  # the frame of the keys stands there
    assert marked() == [0]
    for row in (rows[2], rows[3]):
        chooser.select(row, flag.Select | flag.Rows)
    chooser.select(rows[0], flag.Deselect | flag.Rows)
    assert [row.id for row in chosen_rows(pane)] == [rows[at].data(Role.ROW).id for at in (2, 3)]
    assert marked() == [2, 3]
    chooser.clearSelection()
    assert marked() == [0], "with nothing selected a command takes the current row"
