from __future__ import annotations

import pytest

from cchc_desktop.domain.changes import ChangeAction, EntityKind
from cchc_desktop.domain.errors import StaleRow
from cchc_desktop.domain.history import LoggedChange
from cchc_desktop.storage.replay import play_backwards

ITEM = EntityKind.ITEM
ROW = {"content": "Rà soát", "note": None, "deleted_at": None}
BINNED = {**ROW, "deleted_at": "2026"}


def change(action: str, before, after, id_: int = 1) -> LoggedChange:
    return LoggedChange(ITEM, id_, ChangeAction(action), before, after)


CASES = [
    ([change("create", None, ROW)], {1: ROW}, {}, ["purge"]),
    ([change("update", {"note": None}, {"note": "mới"})], {1: {**ROW, "note": "mới"}}, {1: ROW}, ["update"]),
    ([change("delete", ROW, {"deleted_at": "2026"})], {1: BINNED}, {1: ROW}, ["restore"]),
    ([change("restore", {"deleted_at": "2026"}, {"deleted_at": None})], {1: ROW}, {1: BINNED}, ["delete"]),
    ([change("purge", ROW, None)], {}, {1: ROW}, ["create"]),
    (
        [change("create", None, ROW), change("update", {"note": None}, {"note": "a"})],
        {1: {**ROW, "note": "a"}},
        {},
        ["update", "purge"],
    ),
]


@pytest.mark.parametrize(("changes", "rows", "expected", "actions"), CASES)
def test_changes_are_taken_back_and_again(changes, rows, expected, actions):
    state = {(ITEM, id_): row for id_, row in rows.items()}
    done = play_backwards(changes, state)
    assert state == {(ITEM, id_): row for id_, row in expected.items()}
    assert [one.action for one in done] == actions
    again = play_backwards(done, state)
    assert state == {(ITEM, id_): row for id_, row in rows.items()}
    assert [(one.action, one.after) for one in again] == [(one.action, one.after) for one in changes]


@pytest.mark.parametrize(
    ("changes", "rows"),
    [
        ([change("create", None, ROW)], {1: {**ROW, "note": "sau"}}),
        ([change("create", None, ROW)], {}),
        ([change("update", {"note": None}, {"note": "mới"})], {1: {**ROW, "note": "sau"}}),
        ([change("delete", ROW, {"deleted_at": "2026"})], {1: ROW}),
        ([change("purge", ROW, None)], {1: ROW}),
        ([change("purge", None, None)], {}),
    ],
)
def test_what_something_later_touched_stays(changes, rows):
    with pytest.raises(StaleRow):
        play_backwards(changes, {(ITEM, id_): row for id_, row in rows.items()})


def test_other_fields_may_have_changed_since():
    state = {(ITEM, 1): {**ROW, "note": "mới", "content": "sửa sau"}}
    play_backwards([change("update", {"note": None}, {"note": "mới"})], state)
    assert state[ITEM, 1] == {**ROW, "content": "sửa sau"}
