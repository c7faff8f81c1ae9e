"""The page of keys follows the list of actions."""

from __future__ import annotations

import pytest

from cchc_desktop.ui.actions import ACTIONS, ActionSpec, Menu, words_of
from cchc_desktop.ui.help.key_page import TABLE_KEYS, key_page, keys_in_words


@pytest.mark.parametrize(
    ("keys", "words"),
    [("Ctrl+F", "Ctrl+F"), ("Alt+Up", "Alt+↑"), ("Ins", "Insert"), ("Ctrl+Shift+Ins", "Ctrl+Shift+Insert"),
     ("Return", "Enter"), ("Shift+F3", "Shift+F3"), ("Ctrl++", "Ctrl++")],
)  # fmt: skip
def test_keys_are_written_as_on_a_keyboard(keys: str, words: str) -> None:
    assert keys_in_words(keys) == words


def test_every_action_with_a_key_stands_there_once_with_its_words() -> None:
    rows = [line for line in key_page(ACTIONS).splitlines() if line.startswith("| `")]
    with_keys = [spec for spec in ACTIONS if spec.keys]
    assert len(rows) == len(with_keys) + len(TABLE_KEYS)
    for spec in with_keys:
        assert any(f"`{keys_in_words(spec.keys[0])}`" in row and words_of(spec).rstrip("…") in row for row in rows)


def test_a_new_action_comes_under_its_menu() -> None:
    page = key_page((ActionSpec("one", Menu.VIEW, "Xem thử…", keys=("Ctrl+9",)),))
    assert page.index("## Menu Xem") < page.index("| `Ctrl+9` | Xem thử |")


def test_no_key_answers_twice() -> None:
    keys = [each for spec in ACTIONS for each in spec.keys]
    assert len(keys) == len(set(keys))
