"""The menu of a right click on a row: the same commands as the keys, with their keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from cchc_desktop.ui import icons

_CONTEXT = "PlanMenu"


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """One line: the name of a command of PlanView, its words, keys and icon; an empty name is a separator."""

    command: str = ""
    words: str = ""
    keys: str = ""
    icon: str = ""


_SEPARATOR = MenuEntry()
_ADD = MenuEntry("add_item", "Thêm nhiệm vụ phía dưới", "Insert", "plus")
_EXPAND = MenuEntry("expand_all", "Mở tất cả lĩnh vực")
_COLLAPSE = MenuEntry("collapse_all", "Thu gọn tất cả lĩnh vực")

ITEM_MENU: tuple[MenuEntry, ...] = (
    MenuEntry("edit_current", "Sửa ô", "F2", "pencil"),
    _SEPARATOR,
    _ADD,
    MenuEntry(
        "add_sub_item", "Thêm nội dung thành phần", "Ctrl+Shift+Insert",
        "corner-down-right",
    ),
    _SEPARATOR,
    MenuEntry("move_up", "Chuyển lên", "Alt+↑", "arrow-up"),
    MenuEntry("move_down", "Chuyển xuống", "Alt+↓", "arrow-down"),
    MenuEntry("indent", "Hạ một cấp", "Alt+→"),
    MenuEntry("outdent", "Nâng một cấp", "Alt+←"),
    _SEPARATOR,
    MenuEntry("delete_selected", "Xóa nhiệm vụ", "", "trash-2"),
)  # fmt: skip

SECTION_MENU: tuple[MenuEntry, ...] = (
    MenuEntry("edit_current", "Sửa tên lĩnh vực", "F2", "pencil"),
    MenuEntry("add_item", "Thêm nhiệm vụ vào lĩnh vực", "Insert", "plus"),
    _SEPARATOR,
    _EXPAND,
    _COLLAPSE,
    _SEPARATOR,
    MenuEntry("delete_selected", "Xóa lĩnh vực", "", "trash-2"),
)

EMPTY_MENU: tuple[MenuEntry, ...] = (_EXPAND, _COLLAPSE)


def build_menu(
    entries: tuple[MenuEntry, ...],
    run: Callable[[str], object],
    can_run: Callable[[str], bool],
    parent: QWidget,
) -> QMenu:
    """Return a menu that runs commands by name; keys are shown, not bound: the view answers them itself."""
    menu = QMenu(parent)
    for entry in entries:
        if not entry.command:
            menu.addSeparator()
            continue
        words = QCoreApplication.translate(_CONTEXT, entry.words)
        action = menu.addAction(f"{words}\t{entry.keys}" if entry.keys else words)
        action.setObjectName(entry.command)
        action.setEnabled(can_run(entry.command))
        if entry.icon:
            action.setIcon(icons.icon(entry.icon))
        action.triggered.connect(lambda _=False, command=entry.command: run(command))
    return menu
