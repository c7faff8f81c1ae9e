"""How columns share the room of a view."""

from __future__ import annotations

import pytest

from cchc_desktop.ui.workbench.column_widths import share_out
from cchc_desktop.ui.workbench.columns import COLUMNS, PlanColumn

SHOWN = [spec for spec in COLUMNS if spec.column <= PlanColumn.PRODUCT and spec.column is not PlanColumn.SECTION]
OWN = {spec.column: spec.width for spec in SHOWN}
ALL = sum(OWN.values())


def shared(room):
    widths = dict(OWN)
    share_out(widths, SHOWN, room)
    return widths


@pytest.mark.parametrize("room", [ALL, ALL + 1, ALL + 400])
def test_the_room_left_over_is_filled(room):
    assert sum(shared(room).values()) == room
    assert all(shared(room)[column] >= width for column, width in OWN.items())


@pytest.mark.parametrize("lacking", [1, 40, 80])
def test_a_little_less_room_spares_scrolling_and_leaves_dates_and_statuses_whole(lacking):
    widths = shared(ALL - lacking)
    assert ALL - lacking - len(SHOWN) <= sum(widths.values()) <= ALL - lacking
    assert all(widths[column] == OWN[column] for column in (PlanColumn.NUMBER, PlanColumn.TIME, PlanColumn.STATUS))


def test_a_much_narrower_view_is_scrolled():
    assert shared(ALL - 200) == OWN
