"""The menus of a right click on the plan: the same commands as the keys, with their keys."""

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
_CUT = MenuEntry("cut", "Cắt", "Ctrl+X")
_COPY = MenuEntry("copy", "Sao chép", "Ctrl+C")
_PASTE = MenuEntry("paste", "Dán", "Ctrl+V")
_ADD = MenuEntry("add_item", "Thêm nhiệm vụ phía dưới", "Insert", "plus")
_ADD_PART = MenuEntry("add_sub_item", "Thêm nội dung thành phần", "Ctrl+Shift+Insert", "corner-down-right")
_BULK = MenuEntry("bulk_edit", "Sửa hàng loạt…")
_EXPAND = MenuEntry("expand_all", "Mở tất cả lĩnh vực")
_COLLAPSE = MenuEntry("collapse_all", "Thu gọn tất cả lĩnh vực")
_MOVES = (
    MenuEntry("move_up", "Chuyển lên", "Alt+↑", "arrow-up"),
    MenuEntry("move_down", "Chuyển xuống", "Alt+↓", "arrow-down"),
    MenuEntry("indent", "Hạ một cấp", "Alt+→"),
    MenuEntry("outdent", "Nâng một cấp", "Alt+←"),
)

ITEM_MENU: tuple[MenuEntry, ...] = (
    MenuEntry("edit_current", "Sửa ô", "F2", "pencil"),
    _SEPARATOR,
    _CUT,
    _COPY,
    _PASTE,
    MenuEntry("delete_by_key", "Xóa nội dung ô", "Delete"),
    MenuEntry("fill_down", "Điền xuống dưới", "Ctrl+D"),
    _SEPARATOR,
    _ADD,
    _ADD_PART,
    _SEPARATOR,
    *_MOVES,
    _SEPARATOR,
    _BULK,
    MenuEntry("delete_selected", "Xóa nhiệm vụ", "", "trash-2"),
)
"""On cells of items."""

ROW_MENU: tuple[MenuEntry, ...] = (
    _CUT,
    _COPY,
    _PASTE,
    _SEPARATOR,
    _ADD,
    _ADD_PART,
    _SEPARATOR,
    *_MOVES,
    _SEPARATOR,
    _BULK,
    MenuEntry("delete_selected", "Xóa nhiệm vụ", "Delete", "trash-2"),
)
"""On whole selected rows."""

SECTION_MENU: tuple[MenuEntry, ...] = (
    MenuEntry("edit_current", "Sửa tên lĩnh vực", "F2", "pencil"),
    MenuEntry("add_item", "Thêm nhiệm vụ vào lĩnh vực", "Insert", "plus"),
    _SEPARATOR,
    _COPY,
    MenuEntry("paste", "Dán nhiệm vụ vào lĩnh vực", "Ctrl+V"),
    _SEPARATOR,
    _EXPAND,
    _COLLAPSE,
    _SEPARATOR,
    MenuEntry("delete_selected", "Xóa lĩnh vực", "", "trash-2"),
)

EMPTY_MENU: tuple[MenuEntry, ...] = (
    MenuEntry("add_item", "Thêm nhiệm vụ", "Insert", "plus"),
    _SEPARATOR,
    _EXPAND,
    _COLLAPSE,
)
"""On the room below the rows, and on rows of groups."""


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
