"""The menus of a right click on the plan: the same commands as the keys, with their keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QMenu, QWidget

from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.plan import Section
from cchc_desktop.ui import icons
from cchc_desktop.ui.words import Words

_words = Words("PlanMenu")


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """One line: the name of a command of PlanView, its words, keys and icon; an empty name is a separator."""

    command: str = ""
    words: str = ""
    keys: str = ""
    icon: str = ""


_SEPARATOR = MenuEntry()
_CUT = MenuEntry("cut", _words.mark("Cắt"), "Ctrl+X")
_COPY = MenuEntry("copy", _words.mark("Sao chép"), "Ctrl+C")
_PASTE = MenuEntry("paste", _words.mark("Dán"), "Ctrl+V")
_ADD = MenuEntry("add_item", _words.mark("Thêm nhiệm vụ phía dưới"), "Insert", "plus")
_ADD_PART = MenuEntry("add_sub_item", _words.mark("Thêm nội dung thành phần"), "Ctrl+Shift+Insert", "corner-down-right")
_RESULTS = (
    MenuEntry("record", _words.mark("Ghi kết quả…"), "Ctrl+Enter", "circle-check"),
    MenuEntry("urge", _words.mark("Đôn đốc…"), "", "message-square"),
)
RESULT_COMMANDS = frozenset(entry.command for entry in _RESULTS)
"""What the window answers, not the view."""
_BULK = MenuEntry("bulk_edit", _words.mark("Sửa hàng loạt…"))
_EXPAND = MenuEntry("expand_all", _words.mark("Mở tất cả lĩnh vực"))
_COLLAPSE = MenuEntry("collapse_all", _words.mark("Thu gọn tất cả lĩnh vực"))
_MOVES = (
    MenuEntry("move_up", _words.mark("Chuyển lên"), "Alt+↑", "arrow-up"),
    MenuEntry("move_down", _words.mark("Chuyển xuống"), "Alt+↓", "arrow-down"),
    MenuEntry("indent", _words.mark("Hạ một cấp"), "Alt+→"),
    MenuEntry("outdent", _words.mark("Nâng một cấp"), "Alt+←"),
)

ITEM_MENU: tuple[MenuEntry, ...] = (
    MenuEntry("edit_current", _words.mark("Sửa ô"), "F2", "pencil"),
    _SEPARATOR,
    _CUT,
    _COPY,
    _PASTE,
    MenuEntry("delete_by_key", _words.mark("Xóa nội dung ô"), "Delete"),
    MenuEntry("fill_down", _words.mark("Điền xuống dưới"), "Ctrl+D"),
    _SEPARATOR,
    *_RESULTS,
    _SEPARATOR,
    _ADD,
    _ADD_PART,
    _SEPARATOR,
    *_MOVES,
    _SEPARATOR,
    _BULK,
    MenuEntry("delete_selected", _words.mark("Xóa nhiệm vụ"), "", "trash-2"),
)
"""On cells of items."""

ROW_MENU: tuple[MenuEntry, ...] = (
    _CUT,
    _COPY,
    _PASTE,
    _SEPARATOR,
    *_RESULTS,
    _SEPARATOR,
    _ADD,
    _ADD_PART,
    _SEPARATOR,
    *_MOVES,
    _SEPARATOR,
    _BULK,
    MenuEntry("delete_selected", _words.mark("Xóa nhiệm vụ"), "Delete", "trash-2"),
)
"""On whole selected rows."""

SECTION_MENU: tuple[MenuEntry, ...] = (
    MenuEntry("edit_current", _words.mark("Sửa tên lĩnh vực"), "F2", "pencil"),
    MenuEntry("add_item", _words.mark("Thêm nhiệm vụ vào lĩnh vực"), "Insert", "plus"),
    _SEPARATOR,
    _COPY,
    MenuEntry("paste", _words.mark("Dán nhiệm vụ vào lĩnh vực"), "Ctrl+V"),
    _SEPARATOR,
    *_MOVES[:2],
    _SEPARATOR,
    _EXPAND,
    _COLLAPSE,
    _SEPARATOR,
    MenuEntry("delete_selected", _words.mark("Xóa lĩnh vực"), "", "trash-2"),
)

EMPTY_MENU: tuple[MenuEntry, ...] = (
    MenuEntry("add_item", _words.mark("Thêm nhiệm vụ"), "Insert", "plus"),
    _SEPARATOR,
    _EXPAND,
    _COLLAPSE,
)
"""On the room below the rows, and on rows of groups."""


def entries_for(row: object, *, is_whole: bool) -> tuple[MenuEntry, ...]:
    """Return the lines for what stands in a row; `is_whole`: rows are selected whole."""
    if isinstance(row, Section):
        return SECTION_MENU
    if not isinstance(row, WorkItem):
        return EMPTY_MENU
    return ROW_MENU if is_whole else ITEM_MENU


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
        words = _words(entry.words)
        action = menu.addAction(f"{words}\t{entry.keys}" if entry.keys else words)
        action.setObjectName(entry.command)
        action.setEnabled(can_run(entry.command))
        if entry.icon:
            action.setIcon(icons.icon(entry.icon))
        action.triggered.connect(lambda _=False, command=entry.command: run(command))
    return menu
