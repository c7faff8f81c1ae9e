"""Saved views: kept in order, undone, and carrying what a newer program wrote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from cchc_desktop import wiring
from cchc_desktop.domain.changes import Operation
from cchc_desktop.domain.errors import InvalidInput, NotFound
from cchc_desktop.domain.views import (
    VIEWS,
    Orientation,
    PrintLayout,
    SavedView,
    ViewColumn,
    ViewFilter,
    ViewMode,
    ViewSort,
    view_from_json,
)
from cchc_desktop.services import history
from cchc_desktop.services.views import delete_view, rename_view, reorder_views, save_view, saved_views
from cchc_desktop.services.workspace import Workspace

WHOLE = SavedView(
    "Việc của Công an",
    mode=ViewMode.TABLE,
    columns=(ViewColumn("content", 320), ViewColumn("note", is_shown=False), ViewColumn("time")),
    sort=ViewSort("time", is_descending=True),
    group="agency",
    filters=(ViewFilter("agencies", ("công an",)), ViewFilter("dues", ("past", "this_month"))),
    query="rà soát",
    density="compact",
    print=PrintLayout("A3", Orientation.PORTRAIT, ("number", "content")),
)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with wiring.open_workspace(tmp_path / "dữ liệu.db") as workspace:
        yield workspace


def names(workspace: Workspace, screen: str | None = None) -> list[str]:
    return [view.name for view in saved_views(workspace, screen)]


def test_a_view_comes_back_whole(workspace: Workspace) -> None:
    assert saved_views(workspace) == []
    save_view(workspace, WHOLE)
    assert saved_views(workspace) == [WHOLE]


def test_saving_under_a_known_name_replaces_in_place_and_keeps_the_uid(workspace: Workspace) -> None:
    for name in ("Một", "Hai"):
        save_view(workspace, SavedView(name))
    known = saved_views(workspace)[0]
    save_view(workspace, SavedView(" một ", query="mới"))
    assert saved_views(workspace)[0] == replace(known, name="một", query="mới")
    assert names(workspace) == ["một", "Hai"]


def test_screens_have_their_own_names(workspace: Workspace) -> None:
    save_view(workspace, SavedView("Một"))
    save_view(workspace, SavedView("Một", screen="deadlines"))
    assert (names(workspace), names(workspace, "deadlines")) == (["Một", "Một"], ["Một"])


def test_renaming_reordering_deleting_and_undo(workspace: Workspace) -> None:
    for name in ("Một", "Hai", "Ba"):
        save_view(workspace, SavedView(name))
    one, two, three = saved_views(workspace)
    rename_view(workspace, two.uid, "Quá hạn")
    reorder_views(workspace, [three.uid])
    delete_view(workspace, one.uid)
    assert names(workspace) == ["Ba", "Quá hạn"]
    for expected in (["Ba", "Một", "Quá hạn"], ["Một", "Quá hạn", "Ba"], ["Một", "Hai", "Ba"]):
        history.undo(workspace)
        assert names(workspace) == expected


def test_refusals_change_nothing(workspace: Workspace) -> None:
    save_view(workspace, SavedView("Một"))
    save_view(workspace, SavedView("Hai"))
    first = saved_views(workspace)[0]
    with pytest.raises(InvalidInput, match="tên chế độ xem"):
        save_view(workspace, SavedView("  "))
    with pytest.raises(InvalidInput, match="Đã có"):
        rename_view(workspace, first.uid, "HAI")
    with pytest.raises(NotFound):
        delete_view(workspace, "khác")
    with pytest.raises(NotFound):
        reorder_views(workspace, [first.uid, "khác"])
    assert names(workspace) == ["Một", "Hai"]


def test_what_a_newer_program_wrote_survives(workspace: Workspace) -> None:
    newer = {"uid": "u1", "name": "Một", "colour": "red", "mode": "calendar", "print": {"paper": 4, "copies": 2}}
    with workspace.units(Operation("test", "Kiểm thử")) as unit:
        unit.settings.put(VIEWS, [newer, "không phải chế độ xem"])
        unit.commit()
    assert saved_views(workspace) == [SavedView("Một", uid="u1")]
    rename_view(workspace, "u1", "Hai")
    assert workspace.history.setting(VIEWS) == [{**newer, "name": "Hai"}]


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"columns": "content", "filters": 3, "sort": [], "print": None},
        {"columns": [{"name": 3}, None], "filters": [{"chip": ""}], "sort": {"column": None}},
        {"mode": ["tree"], "density": 1, "query": None, "screen": 0},
    ],
)
def test_values_of_a_wrong_type_are_passed_over(values: dict[str, object]) -> None:
    assert view_from_json({"name": "Một", "uid": "u", **values}) == SavedView("Một", uid="u")
