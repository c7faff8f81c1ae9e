"""The menu '…' of the inspector: the commands of the row, and the doubts that can be raised again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from cchc_desktop.domain.doubts import Doubt
from cchc_desktop.ui.workbench.context_menu import ITEM_MENU, MenuEntry, build_menu

_COMMANDS = frozenset({"add_item", "add_sub_item", "move_up", "move_down", "indent", "outdent", "delete_selected", ""})
"""Commands of the table's menu that act on the row, not on a cell; '' is a separator."""
_LONGEST = 48


def build_row_menu(
    run: Callable[[str], object],
    can_run: Callable[[str], bool],
    dismissed: Sequence[Doubt],
    raise_again: Callable[[str], object],
    parent: QWidget,
) -> QMenu:
    """Return the menu; `run` takes a command's name, `raise_again` a doubt's key."""
    menu = build_menu(_tidied(entry for entry in ITEM_MENU if entry.command in _COMMANDS), run, can_run, parent)
    if dismissed:
        menu.addSeparator()
    words = QCoreApplication.translate("RowMenu", "Hiện lại lưu ý: {}")
    for doubt in dismissed:
        action = menu.addAction(words.format(_short(doubt.sentence)))
        action.setObjectName("raise_doubt")
        action.setToolTip(doubt.sentence)
        action.triggered.connect(lambda _=False, key=doubt.key: raise_again(key))
    return menu


def _tidied(entries: Iterable[MenuEntry]) -> tuple[MenuEntry, ...]:
    """Return menu lines without separators at the top or behind each other."""
    kept: list[MenuEntry] = []
    for entry in entries:
        if entry.command or (kept and kept[-1].command):
            kept.append(entry)
    return tuple(kept)


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= _LONGEST else sentence[: _LONGEST - 1].rstrip() + "…"
