from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.history import CUT_LOG, REDO, REVERT, UNDO, StackEntry, find_steps, told_name


def log(*entries: str) -> list[StackEntry]:
    """Build a log from 'edit', 'undo 1', 'redo 2', 'revert 1', 'purge', 'cut', 'nothing'; ids count from 1."""
    kinds = {"edit": "item.edit", "purge": "bin.purge", "cut": CUT_LOG, "nothing": "item.edit"}
    kinds |= {"undo": UNDO, "redo": REDO}
    found = []
    for id_, entry in enumerate(entries, start=1):
        word, _, target = entry.partition(" ")
        found.append(StackEntry(id_, kinds.get(word, word), int(target) if target else None, word == "nothing"))
    return found[::-1]


@pytest.mark.parametrize(
    ("entries", "undo", "redo"),
    [
        ((), None, None),
        (("edit",), 1, None),
        (("edit", "edit"), 2, None),
        (("edit", "edit", "undo 2"), 1, 3),
        (("edit", "edit", "undo 2", "undo 1"), None, 4),
        (("edit", "edit", "undo 2", "undo 1", "redo 4"), 5, 3),
        (("edit", "edit", "undo 2", "undo 1", "redo 4", "redo 3"), 6, None),
        (("edit", "undo 1", "redo 2", "undo 3"), None, 4),
        (("edit", "undo 1", "redo 2", "undo 3", "redo 4"), 5, None),
        (("edit", "undo 1", "edit"), 3, None),  # a new edit ends redo
        (("edit", "edit", "undo 2", "edit", "undo 4"), 1, 5),  # the older undo is not reached any more
        (("edit", "edit", "revert 1"), 3, None),
        (("edit", "edit", "revert 1", "undo 3"), 2, 4),
        (("edit", "purge"), 1, None),
        (("edit", "undo 1", "purge"), None, None),
        (("edit", "nothing"), 1, None),
        (("nothing",), None, None),
        (("edit", "edit", "undo 2", "cut"), 1, 3),  # old operations forgotten at a start leave redo open
    ],
)
def test_next_steps(entries, undo, redo):
    assert find_steps(log(*entries)) == (undo, redo)


@given(st.lists(st.sampled_from(["edit", "undo", "redo"]), max_size=30))
def test_the_steps_are_those_of_two_stacks(commands):
    entries: list[str] = []
    done: list[str] = []
    undone: list[str] = []
    texts: dict[int, str] = {}
    for command in commands:
        undo, redo = find_steps(log(*entries))
        assert (undo is None, redo is None) == (not done, not undone)
        new = len(entries) + 1
        if command == "edit":
            entries.append("edit")
            texts[new] = f"text {new}"
            done.append(texts[new])
            undone.clear()
        elif command == "undo" and undo is not None:
            assert texts[undo] == done[-1]
            entries.append(f"undo {undo}")
            texts[new] = texts[undo]
            undone.append(done.pop())
        elif command == "redo" and redo is not None:
            assert texts[redo] == undone[-1]
            entries.append(f"redo {redo}")
            texts[new] = texts[redo]
            done.append(undone.pop())


def test_a_long_log_is_not_read_to_its_end():
    entries = iter(log(*["edit"] * 1000))
    assert find_steps(entries) == (1000, None)
    assert len(list(entries)) == 999


def test_a_revert_is_an_edit_of_its_own():
    assert find_steps([StackEntry(3, REVERT, 1, False), StackEntry(2, UNDO, 1, False)]) == (3, None)


def test_newer_operations_can_be_passed_over():
    assert find_steps(log("edit", "edit", "edit"), older_than=3) == (2, None)
    assert find_steps(log("edit"), older_than=1) == (None, None)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2025-Q3", "Báo cáo quý – Quý III/2025"),
        ("2025-09-10", "Báo cáo quý – 10/09/2025"),
        ("2025-99-99", "Báo cáo quý – 2025-99-99"),
        ("once", "Báo cáo quý"),
        ("all", "Báo cáo quý – Toàn bộ nhiệm vụ"),
    ],
)
def test_what_was_recorded_is_called_after_its_task(name, expected):
    assert told_name("Báo cáo quý", name) == expected
